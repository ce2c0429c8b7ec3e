/** What is read of a newer text once it is stored. */
import type { Span } from '../../contract/common.ts';
import type { ClaimChange } from '../../contract/revisions.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import type { CauseWords, Changed } from './changed-claims.ts';
import type { Orphan } from './offered-places.ts';

/** Of a row `x` of changes: the words of the sentence elsewhere that made it. */
export const CAUSE = Prisma.raw(`json_build_object(
  'before', (SELECT s.text FROM sentences s
    WHERE s.article_id = x.article_id AND s.revision = x.revision - 1 AND s.number = x.cause_before),
  'now', (SELECT s.text FROM sentences s
    WHERE s.article_id = x.article_id AND s.revision = x.revision AND s.number = x.cause_after))`);

interface ChangeRow {
  readonly id: string;
  readonly change: ClaimChange;
  readonly from: string;
  readonly fromStart: number;
  readonly span: Span | null;
  readonly expired: boolean;
  readonly sentence: Changed['sentence'];
  readonly cause: CauseWords;
}

/** What became of the claims on one revision, without those that are withdrawn now; in the order of the text before. */
export async function selectChanges(
  db: Queryable,
  articleId: string,
  revision: number,
): Promise<readonly Changed[]> {
  return db.$queryRaw<ChangeRow[]>`
    SELECT c.id, COALESCE(x.change, 'same') AS change, q.quote AS "from", q.start AS "fromStart",
      COALESCE(x.expired, FALSE) AS expired,
      CASE WHEN p.claim_id IS NOT NULL THEN json_build_object('start', p.start, 'end', p."end", 'quote', p.quote) END AS span,
      CASE WHEN p.quote = q.quote AND x.change NOT IN ('same', 'moved') THEN (
        SELECT json_build_object('before', b.text, 'now', n.text) FROM sentences b, sentences n
        WHERE b.article_id = q.article_id AND b.revision = q.revision AND b.number = q.sentence
          AND n.article_id = p.article_id AND n.revision = p.revision AND n.number = p.sentence) END AS sentence,
      ${CAUSE} AS cause
    FROM claims c JOIN placements q ON q.claim_id = c.id AND q.revision = ${revision - 1}
    LEFT JOIN revision_changes x ON x.article_id = c.article_id AND x.revision = ${revision} AND x.claim_id = c.id
    LEFT JOIN placements p ON p.claim_id = c.id AND p.revision = ${revision} AND x.change IS DISTINCT FROM 'gone'
    WHERE c.article_id = ${articleId}::uuid AND c.withdrawn_at IS NULL
    ORDER BY q.start, c.id`;
}

/** Orphans that are not withdrawn, with the words, the sentence and the text where they stood last. */
export async function selectOrphans(
  db: Queryable,
  articleId: string,
  current: number,
): Promise<readonly Orphan[]> {
  return db.$queryRaw`
    SELECT c.id, p.revision, json_build_object('start', p.start, 'end', p."end", 'quote', p.quote) AS span,
      s.text AS sentence
    FROM claims c JOIN placements p ON p.claim_id = c.id AND p.revision = c.placed_revision
    JOIN sentences s ON s.article_id = p.article_id AND s.revision = p.revision AND s.number = p.sentence
    WHERE c.article_id = ${articleId}::uuid AND c.placed_revision < ${current} AND c.withdrawn_at IS NULL
    ORDER BY p.start, c.id`;
}
