/** The body of an answer, within a size, as sent and unpacked. */
import type { IncomingMessage } from 'node:http';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { OutboundFailure } from './outcome.ts';

export const ACCEPT_ENCODING = 'gzip, br';

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
};

/** What packing may add to what cannot be packed. */
const PACKING = 1024;

export interface BodyLimit {
  readonly maxBytes: number;
  /** What follows the limit: refuses the whole, or is not read. */
  readonly beyond: 'refuse' | 'cut';
}

/** @throws OutboundFailure TOO_LARGE, ANSWER_BROKEN */
export async function readBody(
  response: IncomingMessage,
  { maxBytes, beyond }: BodyLimit,
  signal: AbortSignal,
): Promise<Buffer> {
  const coding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  const decoder = Object.hasOwn(DECODERS, coding) ? DECODERS[coding] : undefined;
  if (decoder === undefined && coding !== 'identity' && coding !== '')
    throw new OutboundFailure('ANSWER_BROKEN');
  if (beyond === 'refuse' && Number(response.headers['content-length'] ?? 0) > maxBytes + PACKING)
    throw new OutboundFailure('TOO_LARGE');

  const parts: Buffer[] = [];
  let bytes = 0;
  const collect = async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      parts.push(chunk);
      bytes += chunk.length;
      if (bytes > maxBytes) throw new OutboundFailure('TOO_LARGE');
    }
  };
  try {
    if (decoder === undefined) await pipeline(response, collect, { signal });
    else await pipeline(response, atMost(maxBytes + PACKING), decoder(), collect, { signal });
  } catch (error) {
    if (!(error instanceof OutboundFailure)) throw new OutboundFailure('ANSWER_BROKEN');
    if (beyond === 'refuse') throw error;
  }
  return Buffer.concat(parts).subarray(0, maxBytes);
}

/** A packed stream may go on for ever and unpack to nothing. */
function atMost(maxBytes: number) {
  return async function* (chunks: AsyncIterable<Buffer>) {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new OutboundFailure('TOO_LARGE');
      yield chunk;
    }
  };
}
