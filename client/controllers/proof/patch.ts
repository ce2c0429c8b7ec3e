/** From fields as typed to what is sent of a claim: no more than a person touched. */
import type { z } from 'zod';
import { type Claim, ClaimKind, type EditClaim } from '../../../server/contract/claims.ts';
import { Span } from '../../../server/contract/common.ts';
import { ApiProblem } from '../../api/problem.ts';
import { COMMON_FIELDS, changedFields, fieldsOf, readForm } from './details-form.ts';
import type { Fields } from './drafts.ts';

export type Patch = Omit<z.input<typeof EditClaim.body>, 'version'>;

const COMMON: ReadonlySet<string> = new Set(COMMON_FIELDS);
/** Fields of what a person sees of a claim that are not in its form. */
const OUTSIDE = new Set(['kind', 'span', 'assigneeId', 'outgrown', 'verdict', 'review']);

/**
 * What makes a claim the one that a person wants. `mine` are the fields they touched, as `seenOf` names them; all else
 * stays as `claim` has it. Throws an ApiProblem, its issues by field, where that is no claim.
 */
export function patchOf(claim: Claim, mine: Fields): Patch {
  const kind = ClaimKind.catch(claim.kind).parse(mine.kind);
  const before = fieldsOf(claim);
  const form = Object.fromEntries(Object.entries(mine).filter(([name]) => !OUTSIDE.has(name)));
  const read = readForm(kind, { ...before, ...form });
  if (!read.ok) {
    const issues = Object.entries(read.wrong).map(([path, message]) => ({ path, message }));
    throw new ApiProblem({ status: 422, code: 'INVALID', message: 'This cannot be saved yet.', issues });
  }
  const changed = new Set(changedFields(before, { ...before, ...form }));
  const isDetailed = kind !== claim.kind || [...changed].some((name) => !COMMON.has(name));
  const { details, summary, attributionIds, sameFactAs } = read;
  return {
    ...(kind === claim.kind ? {} : { kind }),
    ...(isDetailed ? { details: { ...details } } : {}),
    ...(changed.has('summary') ? { summary } : {}),
    ...(changed.has('attributionIds') ? { attributionIds } : {}),
    ...(changed.has('sameFactAs') ? { sameFactAs } : {}),
    ...outsideOf(mine),
  };
}

function outsideOf({ assigneeId, span, outgrown }: Fields): Patch {
  const place = span === undefined ? undefined : inJson(span, 'span');
  const settled = outgrown === undefined ? undefined : inJson(outgrown, 'settled');
  return {
    ...(assigneeId === undefined ? {} : { assigneeId: assigneeId || null }),
    ...(place === undefined ? {} : { span: Span.parse(place) }),
    ...(typeof settled === 'boolean' ? { settled } : {}),
  };
}

function inJson(text: string, name: string): unknown {
  const read: unknown = JSON.parse(text);
  return typeof read === 'object' && read !== null ? Reflect.get(read, name) : undefined;
}
