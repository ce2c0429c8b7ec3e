/** Stories as their last mark left them, kept in memory: most marks follow one on the same story. */
import type { LockedArticle } from './access.ts';

/** A story's row, and the end of its history at the same moment. */
export interface SeenArticle {
  readonly article: LockedArticle;
  /** The newest event's number and link. */
  readonly head: { readonly seq: number; readonly link: Buffer };
}

/** Stories: about 5 MB. */
const KEPT = 10_000;

/** Longest untouched first, by insertion order of the map. */
const kept = new Map<string, SeenArticle>();

/** May be out of date: whoever relies on it has PostgreSQL compare it when they write. */
export function lastSeen(articleId: string): SeenArticle | undefined {
  return kept.get(articleId);
}

/** For what turned out not to be so. */
export function forget(seen: SeenArticle): void {
  if (kept.get(seen.article.id) === seen) kept.delete(seen.article.id);
}

/** Keeps the later of two, since writes are told of in any order. */
export function remember(seen: SeenArticle): void {
  const { id } = seen.article;
  if ((kept.get(id)?.head.seq ?? 0) > seen.head.seq) return;
  kept.delete(id);
  kept.set(id, seen);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
}
