/** Revisions, kept in memory: they are never altered, and every mark is compared with one. */
import type { Block, Sentence } from '../../contract/articles.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Queryable } from '../../database/client.ts';

export interface StoredRevision {
  readonly articleId: string;
  readonly number: number;
  readonly text: string;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
}

/** In UTF-16 code units over all texts: about 64 MB at two bytes each. */
const KEPT = 32_000_000;

/** Least recently used first, by insertion order of the map. */
const kept = new Map<string, StoredRevision>();
let size = 0;

/**
 * One revision of a story. Whether the story may be seen is asked before.
 *
 * @throws Refusal NOT_FOUND
 */
export async function selectRevision(
  db: Queryable,
  articleId: string,
  number: number,
): Promise<StoredRevision> {
  const key = `${articleId}/${number}`;
  const known = kept.get(key);
  if (known !== undefined) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const [row] = await db.$queryRaw<(Omit<StoredRevision, 'articleId' | 'number'> & { text: string })[]>`
    SELECT r.text, encode(r.sha256, 'hex') AS sha256, r.blocks,
      (SELECT COALESCE(json_agg(json_build_object('block', s.block, 'start', s.start, 'end', s."end") ORDER BY s.number), '[]')
       FROM sentences s WHERE s.article_id = r.article_id AND s.revision = r.number) AS sentences
    FROM revisions r WHERE r.article_id = ${articleId}::uuid AND r.number = ${number}`;
  if (row === undefined) throw new Refusal('NOT_FOUND');
  const revision = { articleId, number, ...row };
  keep(key, revision);
  return revision;
}

function keep(key: string, revision: StoredRevision): void {
  if (kept.has(key)) return;
  kept.set(key, revision);
  size += revision.text.length;
  for (const [oldest, { text }] of kept) {
    if (size <= KEPT || oldest === key) break;
    kept.delete(oldest);
    size -= text.length;
  }
}

/** Of a story that was erased: nobody is shown its texts any more, and they are not to lie about. */
export function forgetRevisions(articleId: string): void {
  for (const [key, revision] of kept) {
    if (revision.articleId !== articleId) continue;
    kept.delete(key);
    size -= revision.text.length;
  }
}
