/** The inaccurate claims of a story's current text. */

import type { Span } from '../../contract/common.ts';
import type { Correction } from '../../contract/corrections.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import { NAMED_PEOPLE } from '../people/named-people.ts';

/** A claim `c` of a story `a` whose verdict “inaccurate” holds on the current text. */
export const IS_CORRECTION = Prisma.sql`c.status IN ('checked', 'returned', 'passed')
  AND c.placed_revision = a.current_revision AND EXISTS (SELECT 1 FROM verdicts wrong
    WHERE wrong.id = c.verdict_id AND wrong.verdict = 'inaccurate' AND wrong.expired_at IS NULL)`;

/** In the order of the text. Whether the story may be seen is asked before. */
export async function selectCorrections(
  db: Queryable,
  articleId: string,
): Promise<Omit<Correction, 'left'>[]> {
  const rows = await db.$queryRaw<{ item: Omit<Correction, 'left'> }[]>`
    SELECT json_build_object('claimId', c.id, 'version', c.version, 'kind', c.kind, 'status', c.status,
      'span', json_build_object('start', p.start, 'end', p."end", 'quote', p.quote),
      'sentence', p.sentence, 'sentenceText', s.text, 'wording', v.correction, 'reason', v.reason,
      'by', json_build_object('id', checker.id, 'name', checker.name), 'at', iso_time(v.at),
      'review', CASE WHEN w.id IS NOT NULL AND w.reopened_at IS NULL THEN json_build_object('decision', w.decision,
        'note', w.note, 'by', json_build_object('id', reviewer.id, 'name', reviewer.name), 'at', iso_time(w.at)) END,
      'evidence', COALESCE((SELECT json_agg(json_build_object('stance', t.stance, 'kind', e.kind, 'title', e.title,
          'publisher', e.publisher, 'url', e.url, 'locator', t.locator, 'quote', t.quote) ORDER BY t.created_at, t.id)
        FROM citations t JOIN evidence e ON e.id = t.evidence_id
        WHERE t.claim_id = c.id AND t.withdrawn_at IS NULL AND e.withdrawn_at IS NULL), '[]')) AS item
    FROM articles a JOIN claims c ON c.article_id = a.id
    JOIN placements p ON p.claim_id = c.id AND p.revision = c.placed_revision
    JOIN sentences s ON s.article_id = c.article_id AND s.revision = p.revision AND s.number = p.sentence
    JOIN verdicts v ON v.id = c.verdict_id JOIN ${NAMED_PEOPLE} checker ON checker.id = v.by_id
    LEFT JOIN reviews w ON w.id = c.review_id LEFT JOIN ${NAMED_PEOPLE} reviewer ON reviewer.id = w.by_id
    WHERE a.id = ${articleId}::uuid AND ${IS_CORRECTION}
    ORDER BY p.start, p."end" DESC, c.id`;
  return rows.map(({ item }) => item);
}

export interface SameFact {
  readonly claimId: string;
  /** Which of the claims asked about it states the same fact as. */
  readonly of: readonly string[];
  readonly span: Span;
  readonly sentenceText: string;
}

/** Claims on the current text that are linked, over any number of steps, as the same fact as these, without these. */
export async function selectSameFacts(
  db: Queryable,
  articleId: string,
  claimIds: readonly string[],
): Promise<SameFact[]> {
  return db.$queryRaw`
    WITH RECURSIVE linked (of, id) AS (
      SELECT id, id FROM claims WHERE id = ANY(${claimIds}::uuid[])
      UNION
      SELECT linked.of, other.id FROM linked JOIN claims mine ON mine.id = linked.id
      JOIN claims other ON other.article_id = ${articleId}::uuid
        AND (other.same_fact_as_id = mine.id OR mine.same_fact_as_id = other.id)
    )
    SELECT c.id AS "claimId", json_agg(linked.of ORDER BY linked.of) AS of, s.text AS "sentenceText",
      json_build_object('start', p.start, 'end', p."end", 'quote', p.quote) AS span
    FROM linked JOIN claims c ON c.id = linked.id JOIN articles a ON a.id = c.article_id
    JOIN placements p ON p.claim_id = c.id AND p.revision = c.placed_revision
    JOIN sentences s ON s.article_id = c.article_id AND s.revision = p.revision AND s.number = p.sentence
    WHERE c.id <> ALL(${claimIds}::uuid[]) AND c.withdrawn_at IS NULL AND c.placed_revision = a.current_revision
    GROUP BY c.id, s.text, p.start, p."end", p.quote ORDER BY p.start, c.id`;
}
