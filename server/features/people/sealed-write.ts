/** Writes whose body holds a password. */
import { createHmac } from 'node:crypto';
import type { PersonWrite } from '../../http/write.ts';

/**
 * The same write with its digest under a key.
 *
 * Digests of bodies are kept, to know a repeat. A plain one over a password would let whoever reads the table try
 * passwords against it at the speed of SHA-256, and argon2id would have been for nothing.
 */
export function sealed(write: PersonWrite, key: Buffer): PersonWrite {
  return { ...write, digest: createHmac('sha256', key).update('repeat').update(write.digest).digest() };
}
