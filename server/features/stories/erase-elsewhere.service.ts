/** Erasing what an event from another Claimdesk says, for legal reasons. The event, its digest and its link stay as they came. */
import { Refusal } from '../../contract/problem.ts';
import type { PastEvent } from '../../contract/stories.ts';
import { appendEvent } from '../../database/events.ts';
import { once } from '../../database/once.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { lockWherever } from '../articles/access.ts';
import { placeOf, selectEventElsewhere } from './history-elsewhere.queries.ts';

/**
 * Erase the payload of one event that a story brought along, from whichever newsroom of those it came through, and tell so by an event of the story's own, in one transaction.
 *
 * Also of a story that is signed off, archived or in the bin, as of its own events. Also of an erasure that was done there: what it
 * says was written by people who answer for nothing here.
 *
 * @returns the event as it is from now on
 * @throws Refusal NOT_FOUND also where the story is not for this person, NEEDS_ADMIN, ALREADY_ERASED
 */
export async function eraseElsewhere(
  { db, historyKey }: Pick<Services, 'db' | 'historyKey'>,
  write: PersonWrite,
  { articleId, ...which }: { articleId: string; seq: number; depth: number },
  reason: string,
): Promise<PastEvent> {
  const { user, at } = write;
  const { seq, depth } = which;
  const place = [...placeOf(depth), 'history'];
  await once(db, write, articleId, async (tx) => {
    await lockWherever(tx, user, articleId);
    if (user.role !== 'admin') throw new Refusal('NEEDS_ADMIN');
    const event = await selectEventElsewhere(tx, articleId, which);
    if (event.data === null) throw new Refusal('ALREADY_ERASED');
    // Who made the document may have given a number twice: all that bear it go.
    await tx.$executeRaw`
      UPDATE story_histories SET manifest = jsonb_set(manifest, ${place}::text[], (
        SELECT jsonb_agg(CASE WHEN event->>'seq' = ${String(seq)} THEN jsonb_set(event, '{data}', 'null') ELSE event END
          ORDER BY place)
        FROM jsonb_array_elements(manifest #> ${place}::text[]) WITH ORDINALITY AS told (event, place)))
      WHERE article_id = ${articleId}::uuid`;
    await appendEvent(tx, historyKey, {
      stream: { kind: 'article', id: articleId },
      type: 'payload.erased_elsewhere',
      at,
      actor: user,
      data: { seq, depth, hash: event.hash, reason },
    });
  });
  return selectEventElsewhere(db.prisma, articleId, which);
}
