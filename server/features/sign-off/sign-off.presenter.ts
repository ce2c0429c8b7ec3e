/** A story's sign-off as the contract shows it. */
import type { SignOff, SignOffState } from '../../contract/sign-off.ts';
import type { Queryable } from '../../database/client.ts';
import type { Actor } from '../../domain/claims/permissions.ts';
import { blockersOf, mayEverSignOff, signOffActions, toAcknowledge } from '../../domain/claims/sign-off.ts';
import type { Services } from '../../services.ts';
import { selectOpenSuggestions } from '../suggestions/suggestions.queries.ts';
import {
  requireSignable,
  type SignOffRow,
  selectSignableClaims,
  selectSignOffs,
} from './sign-off.queries.ts';

/**
 * Whether a story is signed off, or what stands in the way for this person.
 *
 * The head is read before the claims: what happens in between makes the sign-off that names it stale, and no change is
 * signed unseen.
 *
 * @throws Refusal NOT_FOUND also where the story is not for them
 */
export async function presentSignOff(
  db: Queryable,
  { policy }: Pick<Services, 'policy'>,
  user: Actor,
  articleId: string,
): Promise<SignOffState> {
  const article = await requireSignable(db, user, articleId);
  const given = await presentSignOffs(db, articleId);
  const claims = await selectSignableClaims(db, article);
  const open = await selectOpenSuggestions(db, articleId, article.revision);
  const ever = mayEverSignOff(user, claims, policy);
  return {
    revision: article.revision,
    sha256: article.sha256,
    head: article.head,
    policy,
    ...given,
    blockers: blockersOf(claims, policy),
    toAcknowledge: toAcknowledge(claims),
    openSuggestions: given.signOff === null ? open.map(({ id }) => id) : [],
    can: signOffActions(user, { articleStatus: article.status, claims }, policy),
    refused: ever.allowed ? null : ever.code,
  };
}

/** The sign-off that holds, and the one that ended last. */
export async function presentSignOffs(
  db: Queryable,
  articleId: string,
): Promise<Pick<SignOffState, 'signOff' | 'ended'>> {
  const given = await selectSignOffs(db, articleId);
  const standing = given.find(({ endedAt }) => endedAt === null);
  const ended = given.find(({ endedAt }) => endedAt !== null);
  return {
    signOff: standing === undefined ? null : fieldsOf(standing),
    ended: ended === undefined ? null : endOf(ended),
  };
}

const fieldsOf = ({ revision, sha256, head, by, at, acknowledged, suggestions }: SignOffRow): SignOff => ({
  revision,
  sha256,
  head,
  by,
  at: at.toISOString(),
  acknowledged,
  acknowledgedSuggestions: suggestions,
});

function endOf(row: SignOffRow): SignOffState['ended'] {
  const { endedAt, endedBy, endedBecause, endedReason } = row;
  if (endedAt === null || endedBy === null || endedBecause === null) return null;
  return {
    ...fieldsOf(row),
    endedAt: endedAt.toISOString(),
    endedBy,
    because: endedBecause,
    reason: endedReason ?? '',
  };
}
