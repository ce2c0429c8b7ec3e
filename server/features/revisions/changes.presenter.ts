/** What became of a story's claims, read back. */
import type { RevisionChanges } from '../../contract/revisions.ts';
import type { Queryable } from '../../database/client.ts';
import { requireArticle } from '../articles/access.ts';
import { selectRevision } from '../articles/revisions.ts';
import { sha256 } from '../articles/stored-text.ts';
import { changedClaim } from './changed-claims.ts';
import { selectChanges, selectOrphans } from './changes.queries.ts';
import { offeredPlaces, offering } from './offered-places.ts';
import { selectEarlierPlaces } from './revise.store.ts';

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
  const [changes, offered] = await Promise.all([
    selectChanges(db, articleId, revision),
    revision === currentRevision ? offerPlaces(db, articleId, revision) : [],
  ]);
  return { revision, claims: changes.map(changedClaim), offered };
}

async function offerPlaces(
  db: Queryable,
  articleId: string,
  current: number,
): Promise<RevisionChanges['offered']> {
  const orphans = await selectOrphans(db, articleId, current);
  const [row] =
    orphans.length === 0
      ? []
      : await db.$queryRaw<
          { language: string }[]
        >`SELECT language FROM articles WHERE id = ${articleId}::uuid`;
  if (row === undefined) return [];
  const newer = { ...(await selectRevision(db, articleId, current)), ...row };
  const before = await selectEarlierPlaces(db, articleId, sha256(newer.text), current);
  return offeredPlaces(db, articleId, offering(orphans, newer, before));
}
