/** Who writes, and which attempt at which write it is. */
import { randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import { REPLAYED_HEADER } from '../contract/endpoint.ts';
import type { Role } from '../contract/people.ts';
import { Refusal } from '../contract/problem.ts';
import { digestOf } from '../database/chain.ts';
import type { Write } from '../database/once.ts';
import { requireUser } from './session.ts';

/** A write by a signed-in person. */
export interface PersonWrite extends Write {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly role: Role;
    readonly token?: { readonly id: string; readonly name: string };
  };
}

/** Printable ASCII: what a header can carry without loss. */
const Key = z.string().regex(/^[\x21-\x7e]{1,200}$/);

/**
 * The write that a request asks for.
 *
 * @throws Refusal NOT_SIGNED_IN, INVALID for an Idempotency-Key that is none
 */
export function requireWrite(req: Request, now: () => Date): PersonWrite {
  const user = requireUser(req);
  const given = req.get('Idempotency-Key');
  const key = given === undefined ? null : Key.safeParse(given);
  if (key !== null && !key.success)
    throw new Refusal('INVALID', {
      issues: [{ path: 'Idempotency-Key', message: 'must be 1 to 200 printable characters without spaces' }],
    });
  const onRepeat = () => void req.res?.set(REPLAYED_HEADER, 'true');
  return { user, key: key?.data ?? null, digest: digestOfRequest(req), at: now(), onRepeat };
}

/**
 * What a repeat has in common with the first attempt.
 *
 * Broken text, endless numbers and nesting without end have no canonical form. They are refused with their place by
 * whoever parses the body; until then they are nobody's repeat.
 */
function digestOfRequest(req: Request): Buffer {
  try {
    return digestOf([req.method, req.originalUrl, req.body ?? null]);
  } catch {
    return randomBytes(32);
  }
}
