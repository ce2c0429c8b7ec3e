/**
 * Thousands of readers of one stream, in a process of its own: sockets, and of HTTP no more than these streams need. When each
 * frame came is read from the clock that all processes of a machine share.
 */
import { connect, type Socket } from 'node:net';
import { quantile } from '../words.ts';
import { clock } from './clock.ts';
import type { Asked, Crowded, Delays, Sent } from './crowd-words.ts';

interface Reader {
  readonly number: number;
  /** The last event that it was told. */
  at: number;
  /** What came and is no whole piece yet. */
  rest: Buffer | null;
  /** The head of the answer is not whole yet. */
  isNew: boolean;
  text: string;
}

/** Readers that come at the same time. */
const AT_ONCE = 50;

const readers: Reader[] = [];
const broken: string[] = [];
/** Of each event: its frame as the first reader had it, and when each reader had it. */
const frames = new Map<number, string>();
const times = new Map<number, Float64Array>();

process.on('message', (asked: Asked) => void answer(asked).then((told) => process.send?.(told)));
process.on('disconnect', () => process.exit(0));

async function answer(asked: Asked): Promise<Crowded> {
  if (asked.kind === 'join') {
    await join(asked);
    return { kind: 'joined', broken };
  }
  if (asked.kind === 'where')
    return { kind: 'where', least: readers.reduce((least, { at }) => Math.min(least, at), Infinity) };
  return { kind: 'told', ...delays(asked.sent), frames: [...frames], broken: broken.slice(0, 50) };
}

async function join({
  host,
  port,
  path,
  cookies,
  readers: wanted,
  after,
}: Asked & { kind: 'join' }): Promise<void> {
  for (let number = 0; number < wanted; number += 1)
    readers.push({ number, at: after, rest: null, isNew: true, text: '' });
  const waiting = [...readers];
  const come = async (): Promise<void> => {
    for (let reader = waiting.pop(); reader !== undefined; reader = waiting.pop()) {
      const cookie = cookies[reader.number % cookies.length] ?? '';
      await begin(reader, connect({ host, port, noDelay: true }), [
        `GET ${path} HTTP/1.1`,
        `Host: ${host}:${port}`,
        'Accept: text/event-stream',
        ...(cookie === '' ? [] : [`Cookie: ${cookie}`]),
        `Last-Event-ID: ${after}`,
      ]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, come));
}

/** Once its stream has begun. */
function begin(reader: Reader, socket: Socket, head: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const over = (why: string) => {
      broken.push(`reader ${reader.number} ${why} at event ${reader.at}`);
      resolve();
    };
    socket.on('error', ({ message }) => over(message));
    socket.on('end', () => over('was sent away'));
    socket.on('data', (piece: Buffer) => {
      const now = clock();
      let bytes = reader.rest === null ? piece : Buffer.concat([reader.rest, piece]);
      if (reader.isNew) {
        const end = bytes.indexOf('\r\n\r\n');
        reader.rest = bytes;
        if (end < 0) return;
        if (!bytes.subarray(0, 13).equals(OK)) over(`was answered ${bytes.toString('latin1', 0, 60)}`);
        reader.isNew = false;
        bytes = bytes.subarray(end + 4);
        resolve();
      }
      reader.rest = take(reader, bytes, now);
    });
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
  });
}

const OK = Buffer.from('HTTP/1.1 200 ');

/** Take the pieces of a body that is sent in pieces (RFC 9112, 7.1). @returns what is no whole piece yet */
function take(reader: Reader, bytes: Buffer, now: number): Buffer | null {
  let at = 0;
  for (;;) {
    const line = bytes.indexOf('\r\n', at);
    if (line < 0) break;
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16);
    const begins = line + 2;
    if (bytes.length < begins + size + 2) break;
    hear(reader, bytes.toString('latin1', begins, begins + size), now);
    at = begins + size + 2;
  }
  return at === bytes.length ? null : bytes.subarray(at);
}

function hear(reader: Reader, piece: string, now: number): void {
  const text = reader.text + piece;
  let at = 0;
  for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n', at)) {
    if (text.startsWith('id: ', at)) event(reader, text.slice(at, end + 2), now);
    at = end + 2;
  }
  reader.text = text.slice(at);
}

function event(reader: Reader, frame: string, now: number): void {
  const seq = Number.parseInt(frame.slice(4), 10);
  if (seq !== reader.at + 1) broken.push(`reader ${reader.number} was told ${seq} after ${reader.at}`);
  reader.at = seq;
  const first = frames.get(seq);
  if (first === undefined) {
    frames.set(seq, frame);
    times.set(seq, new Float64Array(readers.length));
  } else if (first !== frame) broken.push(`reader ${reader.number} was told something else as ${seq}`);
  const those = times.get(seq);
  if (those !== undefined) those[reader.number] = now;
}

/** From each write to each reader, and to the last of them. */
function delays(sent: readonly Sent[]): { toEach: Delays; toAll: Delays; fromAnswer: Delays } {
  const toEach: number[] = [];
  const toAll: number[] = [];
  const fromAnswer: number[] = [];
  for (const { seq, at, answeredAt } of sent) {
    const those = times.get(seq);
    if (those === undefined || those.includes(0)) {
      broken.push(`event ${seq} did not come to everyone`);
      continue;
    }
    let last = 0;
    for (const time of those) {
      toEach.push(time - at);
      last = Math.max(last, time);
    }
    toAll.push(last - at);
    fromAnswer.push(last - answeredAt);
  }
  return { toEach: summary(toEach), toAll: summary(toAll), fromAnswer: summary(fromAnswer) };
}

function summary(values: readonly number[]): Delays {
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  return { p50: quantile(values, 0.5), p99: quantile(values, 0.99), most };
}
