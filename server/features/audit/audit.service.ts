/** Dismissing a flag of the audit, and taking that back. */
import type { Flag } from '../../contract/audit.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Queryable, Tx } from '../../database/client.ts';
import { appendEvent } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import { type Actor, mayDoArticle } from '../../domain/claims/permissions.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { absenceOf, lockArticle } from '../articles/access.ts';
import { presentFlags } from './audit.flags.ts';
import { type StoryToAudit, selectStoriesToAudit } from './audit.queries.ts';

type AuditServices = Pick<Services, 'db' | 'historyKey'>;

/** @throws Refusal NOT_FOUND also where the story is not for this person */
export async function selectStoryToAudit(
  db: Queryable,
  user: Actor,
  articleId: string,
): Promise<StoryToAudit> {
  const story = (await selectStoriesToAudit(db, user, [articleId])).get(articleId);
  if (story === undefined) throw await absenceOf(db, user, articleId);
  return story;
}

/** @throws Refusal NOT_FOUND where the story has no such flag now, or is not for this person */
export async function showFlag(db: Queryable, user: Actor, articleId: string, key: string): Promise<Flag> {
  const flag = presentFlags(await selectStoryToAudit(db, user, articleId), user).find(
    (one) => one.key === key,
  );
  if (flag === undefined) throw new Refusal('NOT_FOUND');
  return flag;
}

/**
 * Dismiss a flag; a dismissal that there is takes the new reason.
 *
 * @throws Refusal NOT_FOUND, NEEDS_EDITOR, ARCHIVED and what else keeps a story from being edited
 */
export function dismissFlag(
  { db, historyKey }: AuditServices,
  write: PersonWrite,
  articleId: string,
  key: string,
  reason: string,
): Promise<Done> {
  const { user, at } = write;
  return once(db, write, articleId, async (tx) => {
    const flag = await lockFlag(tx, user, articleId, key);
    await tx.flagDismissal.upsert({
      where: { articleId_key: { articleId, key } },
      create: { articleId, key, reason, byId: user.id, at },
      update: { reason, byId: user.id, at },
    });
    const before = flag.dismissed === null ? {} : { before: { reason: flag.dismissed.reason } };
    await appendEvent(tx, historyKey, {
      ...told(articleId, flag),
      type: 'flag.dismissed',
      at,
      actor: user,
      data: { flag: key, code: flag.code, claimIds: flag.claimIds, ...before, after: { reason } },
    });
  });
}

/**
 * Take the dismissal of a flag back.
 *
 * @throws Refusal NOT_FOUND, NEEDS_EDITOR, ARCHIVED and what else keeps a story from being edited, NOT_DISMISSED
 */
export function restoreFlag(
  { db, historyKey }: AuditServices,
  write: PersonWrite,
  articleId: string,
  key: string,
): Promise<Done> {
  const { user, at } = write;
  return once(db, write, articleId, async (tx) => {
    const flag = await lockFlag(tx, user, articleId, key);
    if (flag.dismissed === null) throw new Refusal('NOT_DISMISSED');
    await tx.flagDismissal.delete({ where: { articleId_key: { articleId, key } } });
    const { reason } = flag.dismissed;
    await appendEvent(tx, historyKey, {
      ...told(articleId, flag),
      type: 'flag.restored',
      at,
      actor: user,
      data: {
        flag: key,
        code: flag.code,
        claimIds: flag.claimIds,
        before: { reason },
        after: { reason: null },
      },
    });
  });
}

/** Lock the story, then find the flag in it as it now is. */
async function lockFlag(tx: Tx, user: Actor, articleId: string, key: string): Promise<Flag> {
  const decision = mayDoArticle(user, await lockArticle(tx, user, articleId), 'edit');
  if (!decision.allowed) throw new Refusal(decision.code);
  return showFlag(tx, user, articleId, key);
}

/** On the story's stream, and among what happened to the claim that the flag is about. */
function told(articleId: string, { claimIds: [claimId] }: Flag) {
  const stream = { kind: 'article', id: articleId } as const;
  return claimId === undefined ? { stream } : { stream, claimId };
}
