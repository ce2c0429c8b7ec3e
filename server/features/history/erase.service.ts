/** Erasing what an event says, for legal reasons. The event, its digest and its link stay: the chain is whole. */
import { Refusal } from '../../contract/problem.ts';
import { deletePayloads } from '../../database/erasing.ts';
import { appendEvent } from '../../database/events.ts';
import { once } from '../../database/once.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { lockWherever } from '../articles/access.ts';
import { forgetMessages } from '../webhooks/forget.ts';
import { selectHistoryItem } from './history.queries.ts';

/**
 * Erase the payload of one event of a story, and tell so by an event of its own, in one transaction.
 *
 * Also of a story that is signed off, archived or in the bin: the law does not wait until it is reopened or back. What an erasure says, who
 * had it done and why, is kept.
 *
 * @throws Refusal NOT_FOUND also where the story is not for this person, NEEDS_ADMIN, NOT_ERASABLE, ALREADY_ERASED
 */
export async function erasePayload(
  { db, historyKey }: Pick<Services, 'db' | 'historyKey'>,
  write: PersonWrite,
  { articleId, seq }: { articleId: string; seq: number },
  reason: string,
): Promise<void> {
  const { user, at } = write;
  await once(db, write, articleId, async (tx) => {
    await lockWherever(tx, user, articleId);
    if (user.role !== 'admin') throw new Refusal('NEEDS_ADMIN');
    const event = await selectHistoryItem(tx, articleId, seq);
    if (event.type.startsWith('payload.') || event.type.endsWith('.erased'))
      throw new Refusal('NOT_ERASABLE');
    if (event.erased) throw new Refusal('ALREADY_ERASED');
    await deletePayloads(tx, articleId, [seq]);
    await forgetMessages(tx, articleId, [seq]);
    await appendEvent(tx, historyKey, {
      stream: { kind: 'article', id: articleId },
      type: 'payload.erased',
      at,
      actor: user,
      ...(event.claimId === null ? {} : { claimId: event.claimId }),
      data: { seq, reason },
    });
  });
}
