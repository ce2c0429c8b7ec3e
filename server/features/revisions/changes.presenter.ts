/** What became of a story's claims, as the API tells it. */
import type { OfferedPlace, RevisionChanges } from '../../contract/revisions.ts';
import type { Queryable } from '../../database/client.ts';
import { keepsVerdict } from '../../domain/text/revise/model.ts';
import { reanchor } from '../../domain/text/revise/reanchor.ts';
import { mayStandIn } from '../../domain/text/revise/words-back.ts';
import { requireArticle } from '../articles/access.ts';
import { selectRevision } from '../articles/revisions.ts';
import { sha256 } from '../articles/stored-text.ts';
import { selectChanges, selectEarlierPlaces, selectOrphans } from './revise.store.ts';

/**
 * @param number null for the current revision
 * @throws Refusal NOT_FOUND for a story that is not there or not for this person, and for a revision that is not
 */
export async function presentChanges(
  db: Queryable,
  user: { readonly id: string },
  articleId: string,
  number: number | null,
): Promise<RevisionChanges> {
  const { currentRevision } = await requireArticle(db, user, articleId);
  const revision = number ?? currentRevision;
  await selectRevision(db, articleId, revision);
  const [claims, offered] = await Promise.all([
    selectChanges(db, articleId, revision),
    revision === currentRevision ? offerPlaces(db, articleId, revision) : [],
  ]);
  return { revision, claims, offered };
}

/**
 * Orphans whose sentence stands in the current text again, as it was when they had one; in a text that the story had
 * before, those that stood in it then.
 *
 * Few come back, and laying two long texts beside one another is what takes time: an older text is only read where a
 * sentence of its can be in the current one.
 */
async function offerPlaces(db: Queryable, articleId: string, current: number): Promise<OfferedPlace[]> {
  const all = await selectOrphans(db, articleId, current);
  const [row] =
    all.length === 0
      ? []
      : await db.$queryRaw<
          { language: string }[]
        >`SELECT language FROM articles WHERE id = ${articleId}::uuid`;
  if (row === undefined) return [];
  const newer = { ...(await selectRevision(db, articleId, current)), ...row };
  const before = await selectEarlierPlaces(db, articleId, sha256(newer.text), current);
  const mayStand = mayStandIn(newer);
  const orphans = all.filter(({ id, sentence }) => !before.has(id) && mayStand(sentence));
  const offered: OfferedPlace[] = all.flatMap(({ id }) => {
    const span = before.get(id);
    return span === undefined ? [] : [{ id, span }];
  });
  for (const revision of new Set(orphans.map((orphan) => orphan.revision))) {
    const older = await selectRevision(db, articleId, revision);
    const claims = orphans
      .filter((orphan) => orphan.revision === revision)
      .map(({ id, span }) => ({
        id,
        kind: 'fact' as const,
        span,
        source: null,
        cue: null,
        parts: [],
        attributionIds: [],
      }));
    for (const { id, span, change } of reanchor({ ...older, ...row }, newer, claims))
      if (span !== null && keepsVerdict(change)) offered.push({ id, span });
  }
  return offered;
}
