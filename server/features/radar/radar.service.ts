/** Telling the desk that something it was handed is no longer so. */
import { Refusal } from '../../contract/problem.ts';
import { appendEvent } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import { mayTellDesk } from '../../domain/claims/permissions-attached.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { lockWherever } from '../articles/access.ts';
import { selectEntries } from './radar.queries.ts';

/**
 * Say that the desk was told of an entry, or has yet to be; also where its story lies in the bin. What is so already is left as it is, and leaves no trace.
 *
 * @throws Refusal NOT_FOUND also where the story is not for this person, and where nothing carried the verdict; NEEDS_EDITOR
 */
export async function setTold(
  { db, historyKey }: Pick<Services, 'db' | 'historyKey'>,
  write: PersonWrite,
  verdictId: string,
  told: boolean,
): Promise<Done> {
  const { user, at } = write;
  return once(db, write, verdictId, async (tx) => {
    const asked = { told: undefined, articleId: undefined, place: null, limit: 1, verdictId };
    const [seen] = await selectEntries(tx, user, asked);
    if (seen === undefined) throw new Refusal('NOT_FOUND');
    const decision = mayTellDesk(user);
    if (!decision.allowed) throw new Refusal(decision.code);
    await lockWherever(tx, user, seen.article.id);
    const [entry] = await selectEntries(tx, user, asked);
    if (entry === undefined) throw new Refusal('NOT_FOUND');
    if ((entry.told !== null) === told) return;

    await tx.$executeRaw`
      UPDATE verdict_ends SET told_by_id = ${told ? user.id : null}::uuid, told_at = ${told ? at : null}::timestamptz
      WHERE verdict_id = ${verdictId}::uuid`;
    await appendEvent(tx, historyKey, {
      stream: { kind: 'article', id: entry.article.id },
      type: told ? 'verdict.desk_told' : 'verdict.desk_untold',
      at,
      actor: user,
      claimId: entry.claim.id,
      data: { verdict: verdictId, ...(told ? {} : { before: { told: entry.told?.by.id ?? null } }) },
    });
  });
}
