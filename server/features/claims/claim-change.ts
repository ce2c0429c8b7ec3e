/** What every change to a claim stands on: its row locked, its version compared, its status derived anew. */
import {
  type ClaimAction,
  type ClaimStatus,
  KindAndDetails,
  type Outgrown,
  type ReturnReason,
  type ReviewDecision,
  type VerdictValue,
} from '../../contract/claims.ts';
import type { Span } from '../../contract/common.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Tx } from '../../database/client.ts';
import { type ClaimFacts, mayDoClaim } from '../../domain/claims/permissions.ts';
import { deriveStatus } from '../../domain/claims/states.ts';
import { type LockedArticle, lockArticle, requireNotErased } from '../articles/access.ts';
import { type ClaimReader, selectClaim } from './claim-json.ts';

/** What an edit may change of a claim. */
export interface ClaimState {
  readonly content: KindAndDetails;
  readonly outgrown: Outgrown | null;
  /** The newest placement's; older than the story's current one for an orphan. */
  readonly revision: number;
  readonly sentence: number;
  readonly span: Span;
  readonly sentenceText: string;
  readonly sentenceStart: number;
  readonly summary: string | null;
  readonly assigneeId: string | null;
  readonly attributionIds: readonly string[];
  readonly sameFactAs: string | null;
}

/** A claim whose row and whose story's row are locked until the transaction ends. */
export interface LockedClaim extends ClaimState {
  readonly id: string;
  readonly article: LockedArticle;
  readonly withdrawn: boolean;
  readonly status: ClaimStatus;
  readonly version: number;
  readonly verdict: LockedVerdict | null;
  readonly review: LockedReview | null;
  /** The account that brought the verdict in with the story, and answers for it; null for one that was given here. */
  readonly broughtBy: string | null;
  /** The verdict expired, and the claim was only worded differently since it was given. */
  readonly confirmable: boolean;
}

export interface LockedVerdict {
  readonly id: string;
  readonly by: string;
  readonly verdict: VerdictValue;
  readonly reason: string;
  readonly correction: string | null;
  readonly expired: boolean;
}

export interface LockedReview {
  readonly id: string;
  readonly by: string;
  readonly decision: ReviewDecision;
  readonly reasonCode: ReturnReason | null;
  readonly note: string | null;
  readonly reopened: boolean;
}

/** Details have to be read by their kind. */
type Row = Omit<LockedClaim, 'content' | 'article'> & { readonly content: unknown };

/**
 * Lock a claim, its story first: changes to one story come one after the other.
 *
 * @throws Refusal NOT_FOUND also where the story is not for this person, NOT_SIGNED_IN as `lockArticle`, ERASED
 */
export async function lockClaim(tx: Tx, user: ClaimReader, claimId: string): Promise<LockedClaim> {
  const [found] = await tx.$queryRaw<{ articleId: string }[]>`
    SELECT article_id AS "articleId" FROM claims WHERE id = ${claimId}::uuid`;
  if (found === undefined) throw new Refusal('NOT_FOUND');
  const article = await lockArticle(tx, user, found.articleId);
  await requireNotErased(tx, 'claims', claimId);
  const [claim] = await lockRows(tx, article, [claimId]);
  if (claim === undefined) throw new Refusal('NOT_FOUND');
  return claim;
}

/** Lock claims of a story that is locked already, in the order of their ids; those of other stories are left out. */
export async function lockRows(
  tx: Tx,
  article: LockedArticle,
  claimIds: readonly string[],
): Promise<LockedClaim[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id, json_build_object('kind', c.kind, 'details', c.details) AS content, c.outgrown, p.revision, p.sentence, s.text AS "sentenceText",
      s.start AS "sentenceStart",
      json_build_object('start', p.start, 'end', p."end", 'quote', p.quote) AS span,
      c.summary, c.assignee_id AS "assigneeId", c.same_fact_as_id AS "sameFactAs",
      (SELECT COALESCE(json_agg(l.attribution_id ORDER BY l.attribution_id), '[]')
       FROM claim_attributions l WHERE l.claim_id = c.id) AS "attributionIds",
      c.withdrawn_at IS NOT NULL AS withdrawn, c.status, c.version,
      CASE WHEN v.id IS NOT NULL THEN json_build_object('id', v.id, 'by', v.by_id, 'verdict', v.verdict,
        'reason', v.reason, 'correction', v.correction,
        'expired', v.expired_at IS NOT NULL) END AS verdict,
      COALESCE(v.confirmable, FALSE) AS confirmable,
      (SELECT p.brought_by_id FROM story_people p WHERE p.id = v.by_id) AS "broughtBy",
      CASE WHEN w.id IS NOT NULL THEN json_build_object('id', w.id, 'by', w.by_id, 'decision', w.decision,
        'reasonCode', w.reason_code, 'note', w.note, 'reopened', w.reopened_at IS NOT NULL) END AS review
    FROM claims c
    JOIN placements p ON p.claim_id = c.id AND p.revision = c.placed_revision
    JOIN sentences s ON s.article_id = c.article_id AND s.revision = p.revision AND s.number = p.sentence
    LEFT JOIN verdicts v ON v.id = c.verdict_id
    LEFT JOIN reviews w ON w.id = c.review_id
    WHERE c.id = ANY(${claimIds}::uuid[]) AND c.article_id = ${article.id}::uuid
    ORDER BY c.id FOR UPDATE OF c`;
  return rows.map((row) => ({ ...row, article, content: KindAndDetails.parse(row.content) }));
}

/**
 * Hold the version that the writer saw against the present one.
 *
 * @throws Refusal STALE_VERSION with the claim as its GET would answer
 */
export async function requireVersion(
  tx: Tx,
  user: ClaimReader,
  claim: LockedClaim,
  version: number,
): Promise<void> {
  if (claim.version === version) return;
  throw new Refusal('STALE_VERSION', { current: await selectClaim(tx, user, claim.id) });
}

/** All of a claim that decisions about it depend on, for this person. */
export function factsOf(claim: LockedClaim, user: { readonly id: string }): ClaimFacts {
  const { article, status, verdict, confirmable, broughtBy } = claim;
  const outgrown = claim.outgrown !== null && !claim.outgrown.settled;
  return {
    articleStatus: article.status,
    status,
    ownVerdict: verdict?.by === user.id || broughtBy === user.id,
    confirmable,
    outgrown,
  };
}

/** @throws Refusal with the reason why this person may not do this */
export function requireMay(claim: LockedClaim, user: ClaimReader, action: ClaimAction): void {
  const decision = mayDoClaim(user, factsOf(claim, user), action);
  if (!decision.allowed) throw new Refusal(decision.code);
}

interface StatusRow {
  readonly id: string;
  readonly withdrawn: boolean;
  readonly placed: boolean;
  readonly assigned: boolean;
  readonly verdict: { expired: boolean } | null;
  readonly review: { decision: ReviewDecision; reopened: boolean } | null;
}

/**
 * Write what is derived: status, the number of live citations of live evidence, the number of open threads.
 *
 * @param options.bump true where the claim itself changed, so that its version rises
 * @returns the status as it is now
 */
export async function refreshStatus(
  tx: Tx,
  claimId: string,
  options: { readonly bump: boolean },
): Promise<ClaimStatus> {
  const status = (await refreshStatuses(tx, [claimId], options)).get(claimId);
  if (status === undefined) throw new Error(`no claim ${claimId}`);
  return status;
}

/** The same for many claims, in two statements. @returns the statuses by claim */
export async function refreshStatuses(
  tx: Tx,
  claimIds: readonly string[],
  { bump }: { readonly bump: boolean },
): Promise<ReadonlyMap<string, ClaimStatus>> {
  const rows = await tx.$queryRaw<StatusRow[]>`
    SELECT c.id, c.withdrawn_at IS NOT NULL AS withdrawn, c.placed_revision = a.current_revision AS placed,
      c.assignee_id IS NOT NULL AS assigned,
      CASE WHEN v.id IS NOT NULL THEN json_build_object('expired', v.expired_at IS NOT NULL) END AS verdict,
      CASE WHEN w.id IS NOT NULL THEN
        json_build_object('decision', w.decision, 'reopened', w.reopened_at IS NOT NULL) END AS review
    FROM claims c JOIN articles a ON a.id = c.article_id
    LEFT JOIN verdicts v ON v.id = c.verdict_id LEFT JOIN reviews w ON w.id = c.review_id
    WHERE c.id = ANY(${claimIds}::uuid[])`;
  const statuses = new Map(rows.map((row) => [row.id, deriveStatus(row)]));
  await tx.$executeRaw`
    UPDATE claims c SET status = now.status::"ClaimStatus", version = version + ${bump ? 1 : 0},
      citation_count = (SELECT count(*) FROM citations t JOIN evidence e ON e.id = t.evidence_id
                        WHERE t.claim_id = c.id AND t.withdrawn_at IS NULL AND e.withdrawn_at IS NULL),
      open_comments = (SELECT count(*) FROM comments t WHERE t.claim_id = c.id AND t.parent_id IS NULL
                       AND t.withdrawn_at IS NULL AND t.resolved_at IS NULL)
    FROM unnest(${[...statuses.keys()]}::uuid[], ${[...statuses.values()]}::text[]) AS now (id, status)
    WHERE c.id = now.id`;
  return statuses;
}
