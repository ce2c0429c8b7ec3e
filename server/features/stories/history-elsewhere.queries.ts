/** The history that a story brought along, as it lies beside its own. */
import type { AnswerOf, QueryOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import { type GetHistoryElsewhere, PastEvent } from '../../contract/stories.ts';
import type { Queryable } from '../../database/client.ts';
import { NAMED_PEOPLE } from '../people/named-people.ts';

type Answer = AnswerOf<typeof GetHistoryElsewhere>;

/** Where in a story's manifest the one of that depth stands. */
export const placeOf = (depth: number): string[] =>
  Array.from({ length: depth - 1 }, () => ['earlier', 'manifest']).flat();

/** A page of it. Whether the story may be seen is asked before. */
export async function selectHistoryElsewhere(
  db: Queryable,
  articleId: string,
  { after, limit, depth }: QueryOf<typeof GetHistoryElsewhere>,
): Promise<Answer> {
  const [row] = await db.$queryRaw<{ from: NonNullable<Answer['from']>; items: unknown }[]>`
    SELECT json_build_object(
        'importedAt', COALESCE(told.came->>'importedAt', iso_time(h.at)),
        'importedBy', CASE WHEN told.came IS NULL THEN json_build_object('id', by.id, 'name', by.name) END,
        'integrity', COALESCE(told.came->>'integrity', h.integrity), 'generatedAt', told.manifest->'generatedAt',
        'generatedBy', told.manifest->'generatedBy', 'sha256', told.manifest->'sha256', 'head', told.manifest->'head',
        'headHash', told.manifest->'headHash',
        'isOlder', jsonb_typeof(told.manifest->'earlier') = 'object') AS "from",
      (SELECT COALESCE(json_agg(event ORDER BY (event->>'seq')::numeric), '[]') FROM (
        SELECT event FROM jsonb_array_elements(told.manifest->'history') AS event
        WHERE (event->>'seq')::numeric > ${after} ORDER BY (event->>'seq')::numeric LIMIT ${limit}) AS page) AS items
    FROM story_histories h JOIN ${NAMED_PEOPLE} by ON by.id = h.by_id
    CROSS JOIN LATERAL (SELECT h.manifest #> ${placeOf(depth)}::text[] AS manifest,
      CASE WHEN ${depth} > 1 THEN h.manifest #> ${placeOf(depth).slice(0, -1)}::text[] END AS came) AS told
    WHERE h.article_id = ${articleId}::uuid AND told.manifest IS NOT NULL`;
  return row === undefined
    ? { from: null, items: [] }
    : { from: row.from, items: PastEvent.array().parse(row.items) };
}

/**
 * One event of it; of several that bear the number, one that still says something. Whether the story may be seen is asked
 * before.
 *
 * @throws Refusal NOT_FOUND
 */
export async function selectEventElsewhere(
  db: Queryable,
  articleId: string,
  { seq, depth }: { readonly seq: number; readonly depth: number },
): Promise<PastEvent> {
  const [row] = await db.$queryRaw<{ event: unknown }[]>`
    SELECT event FROM story_histories h, jsonb_array_elements(h.manifest #> ${[...placeOf(depth), 'history']}::text[]) AS event
    WHERE h.article_id = ${articleId}::uuid AND event->>'seq' = ${String(seq)}
    ORDER BY event->'data' = 'null' LIMIT 1`;
  if (row === undefined) throw new Refusal('NOT_FOUND');
  return PastEvent.parse(row.event);
}
