/** A kept edit, put on what somebody else made of the thing meanwhile. */
import { Claim, EditClaim } from '../../../server/contract/claims.ts';
import { Comment, EditComment } from '../../../server/contract/comments.ts';
import type { ApiProblem } from '../../api/problem.ts';
import type { Fields } from '../proof/drafts.ts';
import { patchOf } from '../proof/patch.ts';
import { rebase } from '../proof/rebase.ts';
import { type Entry, keepable, type Operation, versionIn, withVersion } from './entry.ts';

/**
 * The same edit on the present version; null where its author has to look: both changed the same, or a decision was
 * made that it would end. What somebody decided is never put on another version.
 */
export function onPresent({ operation, begun }: Entry, { code, current }: ApiProblem): Operation | null {
  if (code !== 'STALE_VERSION' || begun === null) return null;
  switch (keepable(operation.endpoint)) {
    case EditClaim: {
      const claim = Claim.safeParse(current);
      return claim.success ? editOn(operation, begun, claim.data) : null;
    }
    case EditComment: {
      const comment = Comment.safeParse(current);
      const isSame = comment.success && !comment.data.withdrawn && comment.data.body === begun.was.body;
      return isSame ? newer(operation, withVersion(operation, comment.data.version)) : null;
    }
    default:
      return null;
  }
}

/**
 * The write that is sent where its author says that it shall go on what is there now, also over what somebody else made
 * of the same; null where that cannot be: details are replaced whole, and what is not its author's stays as it is.
 */
export function onNow({ operation, begun }: Entry, refusal: ApiProblem | null): Operation | null {
  const version: unknown = Reflect.get(Object(refusal?.current), 'version');
  if (typeof version !== 'number') return operation;
  if (keepable(operation.endpoint) !== EditClaim) return withVersion(operation, version);
  const claim = Claim.safeParse(refusal?.current);
  if (!claim.success || begun === null) return null;
  const held = rebase(begun.was, begun.mine, claim.data);
  const isOther = !held.ok && (held.because === 'not_allowed' || held.because === 'other_words');
  return isOther ? null : edited(operation, begun.mine, claim.data);
}

function editOn(operation: Operation, { was, mine }: NonNullable<Entry['begun']>, claim: Claim) {
  if (!rebase(was, mine, claim).ok) return null;
  const after = edited(operation, mine, claim);
  return after === null ? null : newer(operation, after);
}

function edited(operation: Operation, mine: Fields, claim: Claim): Operation | null {
  // Places are of the text on which they were chosen, and an attribution's words travel with them.
  const { revision, span } = operation.body ?? {};
  if (revision !== undefined && (revision !== claim.revision || claim.kind === 'attribution')) return null;
  if (span !== undefined) return null;
  try {
    const body = { ...patchOf(claim, mine), version: claim.version };
    return { ...operation, body: revision === undefined ? body : { ...body, revision } };
  } catch {
    // Beside what the other made of it, what was typed is no claim any more.
    return null;
  }
}

/** A write that the server refused on the very version that it shows is not sent again. */
const newer = (before: Operation, after: Operation): Operation | null =>
  versionIn(before) === versionIn(after) ? null : after;
