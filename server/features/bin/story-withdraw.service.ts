/**
 * Withdrawing a story and bringing it back. Nothing in it is touched: while it lies in the bin nobody sees it anywhere else,
 * and nobody writes in it (`visible`, `lockArticle`). What left the desk before is still found and told of, and what history
 * says is still erased (`forEyesOf`, `lockWherever`).
 */
import { Refusal } from '../../contract/problem.ts';
import type { Tx } from '../../database/client.ts';
import { appendEvent } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import { mayDoArticle } from '../../domain/claims/permissions.ts';
import { mayRestoreStory } from '../../domain/claims/permissions-bin.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { type LockedArticle, lockArticle, lockBinned } from '../articles/access.ts';
import { presentArticle } from '../articles/articles.presenter.ts';

type StoryServices = Pick<Services, 'db' | 'historyKey'>;

/**
 * Put a story into the bin. One that is signed off or archived is reopened, or taken out of the archive, before: its
 * sign-off does not go with it unseen.
 *
 * @throws Refusal NOT_FOUND also where the story is not for this person, STALE_VERSION with the story as it is,
 *   NEEDS_EDITOR, SIGNED_OFF, ARCHIVED, STORY_WITHDRAWN
 */
export async function withdrawArticle(
  { db, historyKey }: StoryServices,
  write: PersonWrite,
  articleId: string,
  { version, reason }: { readonly version: number; readonly reason: string | null },
): Promise<Done> {
  const { user } = write;
  return once(db, write, articleId, async (tx) => {
    const article = await lockArticle(tx, user, articleId);
    if (article.version !== version)
      throw new Refusal('STALE_VERSION', { current: await presentArticle(tx, user, articleId) });
    const decision = mayDoArticle(user, article, 'withdraw');
    if (!decision.allowed) throw new Refusal(decision.code);
    await setWithdrawn(tx, historyKey, write, article, { withdrawn: true, reason });
  });
}

/**
 * Bring a story back as it was.
 *
 * @throws Refusal NOT_FOUND also where the story is not for this person, NEEDS_EDITOR, NOT_WITHDRAWN
 */
export async function restoreArticle(
  { db, historyKey }: StoryServices,
  write: PersonWrite,
  articleId: string,
): Promise<Done> {
  return once(db, write, articleId, async (tx) => {
    const article = await lockBinned(tx, write.user, articleId);
    const decision = mayRestoreStory(write.user);
    if (!decision.allowed) throw new Refusal(decision.code);
    if (article === null) throw new Refusal('NOT_WITHDRAWN');
    await setWithdrawn(tx, historyKey, write, article, { withdrawn: false, reason: null });
  });
}

async function setWithdrawn(
  tx: Tx,
  historyKey: Buffer,
  { user, at }: PersonWrite,
  { id }: LockedArticle,
  { withdrawn, reason }: { readonly withdrawn: boolean; readonly reason: string | null },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE articles SET withdrawn_at = ${withdrawn ? at : null}, version = version + 1 WHERE id = ${id}::uuid`;
  await appendEvent(tx, historyKey, {
    stream: { kind: 'article', id },
    type: withdrawn ? 'article.withdrawn' : 'article.restored',
    at,
    actor: user,
    data: {
      before: { withdrawn: !withdrawn },
      after: { withdrawn },
      ...(reason === null ? {} : { reason }),
    },
  });
}
