/** What requests cost in processor time: steadier than requests per second where the machine has other work too. */
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

/** Milliseconds of processor time, of each request or in all. */
export interface Cpu {
  readonly server: number;
  readonly database: number;
  /** Of the process that sends the requests, which shares the cores. */
  readonly load: number;
}

/** What was spent since `begin`; null where there is no /proc or the database is on another machine. */
export type CpuMeter = (serverPid: number | undefined) => Promise<() => Promise<Cpu | null>>;

export async function cpuMeter(databaseUrl: string): Promise<CpuMeter> {
  const postmaster = await findPostmaster(databaseUrl);
  return async (serverPid) => {
    const before = await read(serverPid, postmaster);
    return async () => {
      const after = await read(serverPid, postmaster);
      if (before === null || after === null) return null;
      return {
        server: after.server - before.server,
        database: after.database - before.database,
        load: after.load - before.load,
      };
    };
  };
}

async function findPostmaster(databaseUrl: string): Promise<number | null> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return (await statOf(rows[0]?.pid))?.parent ?? null;
  } finally {
    await client.end();
  }
}

async function read(serverPid: number | undefined, postmaster: number | null): Promise<Cpu | null> {
  const [server, database] = [await statOf(serverPid), await statOf(postmaster ?? undefined)];
  if (server === null || database === null) return null;
  const backends = await Promise.all(
    (await readdir('/proc')).filter(isNumber).map((pid) => statOf(Number(pid))),
  );
  const { user, system } = process.cpuUsage();
  return {
    server: server.own,
    // Backends that ended are in their parent's account.
    database: backends.reduce(
      (sum, stat) => sum + (stat?.parent === postmaster ? stat.own : 0),
      database.own + database.ended,
    ),
    load: (user + system) / 1000,
  };
}

const isNumber = (name: string) => /^\d+$/.test(name);

/** Of a process: its parent, and milliseconds of its own and of the children that it waited for. */
async function statOf(
  pid: number | undefined,
): Promise<{ parent: number; own: number; ended: number } | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  // https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: fields from the third on, after a name that may hold anything.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
  return { parent: fields[1] ?? 0, own: (user + system) * TICK, ended: (endedUser + endedSystem) * TICK };
}

/** Milliseconds. Linux counts in hundredths of a second to whoever reads /proc, on every machine. */
const TICK = 10;
