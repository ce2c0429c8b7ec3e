/** The rows of a newer text, each kind in one statement however many claims there are. */

import { KindAndDetails, type Outgrown } from '../../contract/claims.ts';
import type { Span } from '../../contract/common.ts';
import type { ClaimChange } from '../../contract/revisions.ts';
import type { Queryable, Tx } from '../../database/client.ts';
import type { Cause } from '../../domain/text/revise/model.ts';
import { forbidConfirming } from '../claims/verdict-end.ts';

/** A claim that stands on the revision before. */
export interface PlacedClaim {
  readonly id: string;
  readonly content: KindAndDetails;
  readonly outgrown: Outgrown | null;
  readonly span: Span;
  /** In which the span begins. */
  readonly sentence: number;
  readonly summary: string | null;
  readonly attributionIds: readonly string[];
  /** Of the verdict that holds; null for none. */
  readonly verdictId: string | null;
  /** The newest verdict expired, and could be confirmed on the revision before. */
  readonly wasConfirmable: boolean;
  /** The corrected wording of either. */
  readonly correction: string | null;
  readonly reviewId: string | null;
  readonly isWithdrawn: boolean;
}

export interface Replaced extends PlacedClaim {
  readonly change: ClaimChange;
  /** Null where its words are gone. */
  readonly now: {
    readonly span: Span;
    readonly sentence: number;
    readonly content: KindAndDetails;
    readonly outgrown: Outgrown | null;
    /** What it is found by; null where that is as it was. */
    readonly words: string | null;
  } | null;
  /** The sentence elsewhere that made the change, by number on either revision; null for none. */
  readonly cause: Cause | null;
  /** Whether a verdict that held no longer does. */
  readonly expires: boolean;
  /** Whether a verdict that no longer holds can be confirmed. */
  readonly confirmable: boolean;
}

/** A claim that stands where it stood, with the verdict it had, has the status it had. */
export const hasNewStatus = ({ now, expires }: Replaced): boolean => now === null || expires;

export type PlacedClaimRow = Omit<PlacedClaim, 'content'> & { readonly content: unknown };

/** By the contract: details that were stored before a field came to be have what it is left at. */
export const readPlacedClaim = (row: PlacedClaimRow): PlacedClaim => ({
  ...row,
  content: KindAndDetails.parse(row.content),
});

/** Withdrawn ones too, so that they can be restored; in the order of the text. Their rows are locked. */
export async function selectPlacedClaims(
  tx: Tx,
  articleId: string,
  revision: number,
): Promise<PlacedClaimRow[]> {
  return tx.$queryRaw`
    SELECT c.id, json_build_object('kind', c.kind, 'details', c.details) AS content, c.outgrown, c.summary, p.sentence,
      json_build_object('start', p.start, 'end', p."end", 'quote', p.quote) AS span,
      (SELECT COALESCE(json_agg(l.attribution_id), '[]') FROM claim_attributions l WHERE l.claim_id = c.id) AS "attributionIds",
      CASE WHEN v.expired_at IS NULL THEN v.id END AS "verdictId", COALESCE(v.confirmable, FALSE) AS "wasConfirmable",
      v.correction, c.review_id AS "reviewId", c.withdrawn_at IS NOT NULL AS "isWithdrawn"
    FROM claims c JOIN placements p ON p.claim_id = c.id AND p.revision = c.placed_revision
    LEFT JOIN verdicts v ON v.id = c.verdict_id AND (v.expired_at IS NULL OR v.confirmable)
    WHERE c.article_id = ${articleId}::uuid AND c.placed_revision = ${revision}
    ORDER BY p.start, p."end" DESC, c.id FOR UPDATE OF c`;
}

/**
 * Where claims stood on the newest revision before `number` that had this very text; none where there was none.
 * Revision `number` itself need not be stored yet.
 *
 * Without those that a person put on other words since: where they stood before is not what was meant any more, and their
 * verdict may have been given on the words of now. What an erased event said is not known, and counts as that.
 */
export async function selectEarlierPlaces(
  db: Queryable,
  articleId: string,
  digest: Uint8Array,
  number: number,
): Promise<ReadonlyMap<string, Span>> {
  const rows = await db.$queryRaw<{ id: string; span: Span }[]>`
    WITH former AS (
      SELECT max(r.number) AS number FROM revisions r
      WHERE r.article_id = ${articleId}::uuid AND r.number < ${number} AND r.sha256 = ${digest}
    ), left_at AS (
      SELECT r.created_at AS at FROM revisions r JOIN former ON r.number = former.number + 1
      WHERE r.article_id = ${articleId}::uuid
    )
    SELECT p.claim_id AS id, json_build_object('start', p.start, 'end', p."end", 'quote', p.quote) AS span
    FROM placements p JOIN former ON p.revision = former.number
    WHERE p.article_id = ${articleId}::uuid AND NOT EXISTS (
      SELECT 1 FROM events e LEFT JOIN event_payloads told ON told.stream_id = e.stream_id AND told.seq = e.seq
      WHERE e.stream_id = ${articleId}::uuid AND e.claim_id = p.claim_id AND e.type = 'claim.edited'
        AND e.at >= (SELECT at FROM left_at)
        AND (told.payload IS NULL OR told.payload #> '{after,span}' IS NOT NULL))`;
  return new Map(rows.map(({ id, span }) => [id, span]));
}

/** Only of claims that a text changed: most are the same on each, and that they stand on both texts says it. */
export async function insertChanges(
  tx: Tx,
  articleId: string,
  revision: number,
  claims: readonly Replaced[],
): Promise<void> {
  const rows = claims.flatMap(({ id, change, span, expires, cause }) =>
    change === 'same' ? [] : [{ id, change, quote: span.quote, start: span.start, expires, ...cause }],
  );
  await tx.$executeRaw`
    INSERT INTO revision_changes (article_id, revision, claim_id, change, from_quote, from_start, expired, cause_before, cause_after)
    SELECT ${articleId}::uuid, ${revision}, id, change::"ClaimChange", quote, start, expires, was, now
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS t (id uuid, change text, quote text, start int, expires boolean, was int, now int)`;
}

/**
 * The newer places, and on the claims what follows from them. Details and the words that a claim is found by are written
 * only where they are others, and a version rises here only where `refreshStatuses` does not raise it: a claim's row is
 * written once.
 */
export async function insertPlacements(
  tx: Tx,
  articleId: string,
  revision: number,
  claims: readonly Replaced[],
): Promise<void> {
  const rows = claims.flatMap((claim) => {
    const { id, now } = claim;
    if (now === null) return [];
    const { span, sentence, content, outgrown, words } = now;
    const details = content === claim.content ? null : content.details;
    const rises = hasNewStatus(claim) ? 0 : 1;
    return [{ id, ...span, sentence, details, outgrown, words, rises }];
  });
  await tx.$executeRaw`
    WITH placed AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS t (id uuid, start int, "end" int, quote text, sentence int, details jsonb, outgrown jsonb, words text, rises int)
    ), placement AS (
      INSERT INTO placements (claim_id, revision, article_id, start, "end", quote, sentence)
      SELECT id, ${revision}, ${articleId}::uuid, start, "end", quote, sentence FROM placed
    )
    UPDATE claims c SET placed_revision = ${revision}, details = COALESCE(placed.details, c.details),
      outgrown = placed.outgrown,
      version = c.version + placed.rises,
      search = CASE WHEN placed.words IS NULL THEN c.search ELSE search_vector(placed.words) END
    FROM placed WHERE c.id = placed.id`;
}

/**
 * End the verdicts that were given on other words, and the reviews with them. Of those that had expired, some can be
 * confirmed no longer.
 */
export async function expireVerdicts(tx: Tx, claims: readonly Replaced[], at: Date): Promise<void> {
  const expired = claims.filter(({ expires }) => expires);
  const ids = (all: readonly (string | null)[]) => all.filter((id) => id !== null);
  await tx.$executeRaw`
    WITH verdict AS (
      UPDATE verdicts SET expired_at = ${at}, expired_reasons = ARRAY['text'],
        confirmable = claim_id = ANY(${expired.filter(({ confirmable }) => confirmable).map(({ id }) => id)}::uuid[])
      WHERE id = ANY(${ids(expired.map(({ verdictId }) => verdictId))}::uuid[])
    )
    UPDATE reviews SET reopened_at = ${at}
    WHERE id = ANY(${ids(expired.map(({ reviewId }) => reviewId))}::uuid[]) AND reopened_at IS NULL`;
  const overtaken = claims.filter(({ wasConfirmable, confirmable }) => wasConfirmable && !confirmable);
  await forbidConfirming(
    tx,
    overtaken.map(({ id }) => id),
  );
}
