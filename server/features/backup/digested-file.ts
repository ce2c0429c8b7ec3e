/** Files with their digests, written and read as they stream by. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Duplex, PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Digested } from './manifest.ts';

/** Write what a stream brings, as `through` makes it, to `folder/name`, mode 0600, and to the disk before it is told. */
export async function writeDigested(
  folder: string,
  name: string,
  bytes: Readable,
  through: Duplex = new PassThrough(),
): Promise<Digested> {
  const at = path.join(folder, name);
  await mkdir(path.dirname(at), { recursive: true, mode: 0o700 });
  const counter = digesting();
  await pipeline(
    bytes,
    through,
    counter.through,
    createWriteStream(at, { flags: 'wx', mode: 0o600, flush: true }),
  );
  return { path: name, ...counter.result() };
}

/** @throws what reading throws */
export async function digestOf(folder: string, name: string): Promise<Digested> {
  const counter = digesting();
  for await (const _ of counter.through(createReadStream(path.join(folder, name))));
  return { path: name, ...counter.result() };
}

function digesting() {
  const hash = createHash('sha256');
  let size = 0;
  async function* through(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      size += piece.length;
      hash.update(piece);
      yield piece;
    }
  }
  return { through, result: () => ({ size, sha256: hash.digest('hex') }) };
}
