/** Files that were handed out, found by their bytes. */
import type { RecordedFile } from '../../contract/exports.ts';
import type { Queryable } from '../../database/client.ts';
import { forEyesOf } from '../articles/access.ts';

const MOST_FILES = 50;

/**
 * The files of a digest, newest first. All that a file held of a story that lies in the bin by now has changed.
 *
 * One of hidden stories alone is not there for whoever did not make it: nobody learns from a digest that
 * there is such a story.
 *
 * @param sha256 in hexadecimal
 */
export async function selectRecorded(
  db: Queryable,
  user: { readonly id: string },
  sha256: string,
): Promise<RecordedFile[]> {
  const rows = await db.$queryRaw<{ file: RecordedFile }[]>`
    SELECT json_build_object('id', o.id, 'kind', o.kind, 'format', o.format,
      'by', json_build_object('id', maker.id, 'name', maker.name), 'at', iso_time(o.at), 'bytes', o.bytes,
      'claims', held.claims, 'changed', held.changed) AS file
    FROM exports o JOIN users maker ON maker.id = o.by_id
    CROSS JOIN LATERAL (
      SELECT count(*) AS claims, count(*) FILTER (WHERE a.withdrawn_at IS NOT NULL
        OR c.status = 'withdrawn'
        OR (t.status = 'passed' AND c.status <> 'passed')
        OR EXISTS (SELECT 1 FROM verdict_ends e
             WHERE e.claim_id = c.id AND e.how <> 'confirmed' AND t.verdict_id = ANY(e.verdict_ids))) AS changed
      FROM export_stories x JOIN articles a ON a.id = x.article_id
      CROSS JOIN LATERAL unnest(x.claim_ids, x.statuses, x.verdict_ids) t (claim_id, status, verdict_id)
      JOIN claims c ON c.id = t.claim_id
      WHERE x.export_id = o.id AND ${forEyesOf(user)}
    ) held
    WHERE o.sha256 = decode(${sha256}, 'hex')
      AND (o.by_id = ${user.id}::uuid OR EXISTS (
          SELECT 1 FROM export_stories x JOIN articles a ON a.id = x.article_id WHERE x.export_id = o.id AND ${forEyesOf(user)})
        OR NOT EXISTS (SELECT 1 FROM export_stories x WHERE x.export_id = o.id))
    ORDER BY o.at DESC, o.id DESC LIMIT ${MOST_FILES}`;
  return rows.map(({ file }) => file);
}
