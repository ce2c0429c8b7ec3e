/** What is told of a file that was handed out. */
import type { ExportManifest } from '../../contract/exports.ts';
import type { Queryable } from '../../database/client.ts';
import { visibleTo } from '../articles/access.ts';

interface Reader {
  readonly id: string;
}

/** All of it but its stories, which may be many. */
export type ManifestHead = Omit<ExportManifest, 'stories' | 'notShown'>;
export type ManifestStory = ExportManifest['stories'][number];

/**
 * A file for whoever made it, or may see a story in it, as among those that are found by their bytes. One that was cut
 * off, whose stories are not known, is its maker's alone.
 */
export async function selectOptionalManifestHead(
  db: Queryable,
  user: Reader,
  exportId: string,
): Promise<ManifestHead | undefined> {
  const [row] = await db.$queryRaw<{ head: ManifestHead }[]>`
    SELECT json_build_object('format', 'claimdesk-manifest', 'version', 1, 'file', json_build_object(
      'id', o.id, 'of', o.kind, 'format', o.format,
      'filters', CASE WHEN o.filters ->> 'articleId' IS NULL OR EXISTS (
          SELECT 1 FROM articles a WHERE a.id = (o.filters ->> 'articleId')::uuid AND ${visibleTo(user)})
        THEN o.filters ELSE o.filters - 'articleId' END,
      'at', iso_time(o.at), 'by', json_build_object('id', maker.id, 'name', maker.name),
      'whole', o.sha256 IS NOT NULL, 'bytes', o.bytes, 'sha256', encode(o.sha256, 'hex')),
      'counts', CASE WHEN o.sha256 IS NOT NULL THEN (
        SELECT json_build_object('claims', COALESCE(sum(cardinality(x.claim_ids)), 0), 'stories', count(*))
        FROM export_stories x WHERE x.export_id = o.id) END) AS head
    FROM exports o JOIN users maker ON maker.id = o.by_id
    WHERE o.id = ${exportId}::uuid AND (o.by_id = ${user.id}::uuid OR (o.sha256 IS NOT NULL AND (
      EXISTS (SELECT 1 FROM export_stories x JOIN articles a ON a.id = x.article_id
        WHERE x.export_id = o.id AND ${visibleTo(user)})
      OR NOT EXISTS (SELECT 1 FROM export_stories x WHERE x.export_id = o.id))))`;
  return row?.head;
}

/**
 * Stories of a file that a person may see, in the order of their ids, which is that of their making.
 *
 * @param after the last one that is known
 */
export async function selectManifestStories(
  db: Queryable,
  user: Reader,
  {
    exportId,
    after,
    limit,
  }: { readonly exportId: string; readonly after: string | null; readonly limit: number },
): Promise<ManifestStory[]> {
  return db.$queryRaw<ManifestStory[]>`
    SELECT x.article_id AS id, cardinality(x.claim_ids) AS claims, x.head, encode(x.head_hash, 'hex') AS "headHash"
    FROM export_stories x JOIN articles a ON a.id = x.article_id
    WHERE x.export_id = ${exportId}::uuid AND (${after}::uuid IS NULL OR x.article_id > ${after}::uuid)
      AND ${visibleTo(user)}
    ORDER BY x.article_id LIMIT ${limit}`;
}
