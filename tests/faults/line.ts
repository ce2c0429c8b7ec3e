/** A line on loopback between those who ask and those who answer, on which things go wrong as a test says. */
import { createConnection, createServer, type Socket } from 'node:net';
import type { Chance } from './chance.ts';

export interface Place {
  readonly host: string;
  readonly port: number;
}

/** How often, from 0 to 1. */
export interface Trouble {
  /** A connection is reset, at each piece that goes either way: a request may have arrived by half. */
  readonly cut: number;
  /** What the server answers is thrown away and the connection reset: the server has done its work by then. */
  readonly dropReply: number;
  /** Half of what the server answers passes, then the connection is reset. */
  readonly halfReply: number;
  /** A piece is held up, up to `delayMs`. */
  readonly delay: number;
  readonly delayMs: number;
}

export const NO_TROUBLE: Trouble = { cut: 0, dropReply: 0, halfReply: 0, delay: 0, delayMs: 0 };

export interface Line extends Place {
  readonly url: string;
  /** What goes wrong from now on. */
  trouble: Trouble;
  /** Where it leads; the first that takes the connection is taken. */
  targets: readonly Place[];
  /** `silent`: connections are taken and nothing passes, as on a dead line. `refused`: as where nobody listens. */
  state: 'open' | 'silent' | 'refused';
  /** What went wrong so far. */
  readonly seen: Record<'connections' | 'cut' | 'repliesDropped' | 'repliesHalved' | 'delayed', number>;
  /** Reset all connections. */
  cutAll(): void;
  close(): Promise<void>;
}

/** Milliseconds for a target to take a connection. */
const PATIENCE = 2000;

export async function openLine(targets: readonly Place[], chance: Chance): Promise<Line> {
  const open = new Set<Socket>();
  const server = createServer((near) => void take(near));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', 4096, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const line: Line = {
    host: '127.0.0.1',
    port,
    url: `http://127.0.0.1:${port}`,
    trouble: NO_TROUBLE,
    targets,
    state: 'open',
    seen: { connections: 0, cut: 0, repliesDropped: 0, repliesHalved: 0, delayed: 0 },
    cutAll: () => {
      for (const socket of open) socket.resetAndDestroy();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
  return line;

  async function take(near: Socket): Promise<void> {
    keep(near);
    near.pause();
    if (line.state === 'refused') return void near.resetAndDestroy();
    line.seen.connections += 1;
    const far = await reach(line.targets);
    if (far === null || near.destroyed) {
      far?.destroy();
      return void near.resetAndDestroy();
    }
    keep(far);
    near.setNoDelay(true);
    const cut = () => {
      near.resetAndDestroy();
      far.resetAndDestroy();
    };
    pass(near, far, () => null, cut);
    pass(far, near, reply, cut);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  }

  function keep(socket: Socket): void {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    // What becomes of a broken connection is its ends' affair.
    socket.on('error', () => socket.destroy());
  }

  /** How much of an answer passes before the connection breaks; null for all, and it does not. */
  function reply(piece: Buffer): number | null {
    const { dropReply, halfReply } = line.trouble;
    if (chance.happens(dropReply)) {
      line.seen.repliesDropped += 1;
      return 0;
    }
    if (!chance.happens(halfReply)) return null;
    line.seen.repliesHalved += 1;
    return piece.length >> 1;
  }

  function pass(from: Socket, to: Socket, passes: (piece: Buffer) => number | null, cut: () => void): void {
    from.on('data', (piece: Buffer) => {
      if (line.state === 'silent') return;
      const { cut: share, delay, delayMs } = line.trouble;
      if (chance.happens(share)) {
        line.seen.cut += 1;
        to.write(piece.subarray(0, piece.length >> 1), cut);
        return;
      }
      const part = passes(piece);
      if (part !== null) {
        to.write(piece.subarray(0, part), cut);
        return;
      }
      if (chance.happens(delay)) {
        line.seen.delayed += 1;
        from.pause();
        setTimeout(() => {
          send(piece);
          from.resume();
        }, chance.next() * delayMs);
        return;
      }
      send(piece);
    });
    from.on('end', () => to.end());
    const send = (piece: Buffer) => {
      if (to.destroyed) return;
      if (to.write(piece)) return;
      from.pause();
      to.once('drain', () => from.resume());
    };
    from.resume();
  }
}

/** A connection to the first that takes one; null where none does. */
async function reach(targets: readonly Place[]): Promise<Socket | null> {
  for (const { host, port } of targets) {
    const socket = createConnection({ host, port, noDelay: true });
    const isThere = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), PATIENCE);
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('close', () => clearTimeout(timer));
    });
    if (isThere) return socket;
    socket.destroy();
  }
  return null;
}

/** A port that is free at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
