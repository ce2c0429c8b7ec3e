/** Dismissing a suggestion, and opening it again. */
import type { Tx } from '../../database/client.ts';
import { appendEvent } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { lockSuggestion, requireCurrent, requireMay } from './suggestion-change.ts';

type DecideServices = Pick<Services, 'db' | 'historyKey'>;

/** @throws Refusal NOT_FOUND, STALE_REVISION, NEEDS_EDITOR, SIGNED_OFF, ARCHIVED, ALREADY_DECIDED */
export const dismissSuggestion = (services: DecideServices, write: PersonWrite, suggestionId: string) =>
  decide(services, write, suggestionId, 'dismiss');

/** @throws Refusal NOT_FOUND, STALE_REVISION, NEEDS_EDITOR, SIGNED_OFF, ARCHIVED, NOT_DISMISSED */
export const restoreSuggestion = (services: DecideServices, write: PersonWrite, suggestionId: string) =>
  decide(services, write, suggestionId, 'restore');

const AFTER = {
  dismiss: { state: 'dismissed', type: 'suggestion.dismissed' },
  restore: { state: 'open', type: 'suggestion.restored' },
} as const;

function decide(
  { db, historyKey }: DecideServices,
  write: PersonWrite,
  suggestionId: string,
  action: keyof typeof AFTER,
): Promise<Done> {
  const { user, at } = write;
  const { state, type } = AFTER[action];
  return once(db, write, suggestionId, async (tx) => {
    const { article, row } = await lockSuggestion(tx, user, suggestionId);
    await requireCurrent(tx, article, row);
    requireMay(user, article, row, action);
    await setState(tx, suggestionId, state, { user, at });
    const { id, kind, span, revision, rule } = row;
    await appendEvent(tx, historyKey, {
      stream: { kind: 'article', id: article.id },
      type,
      at,
      actor: user,
      data: {
        before: { state: row.state },
        after: { state },
        suggestion: { id, rule, kind, revision, span },
      },
    });
  });
}

const setState = (
  tx: Tx,
  id: string,
  state: 'dismissed' | 'open',
  { user, at }: Pick<PersonWrite, 'user' | 'at'>,
) => tx.$executeRaw`
  UPDATE suggestions SET state = ${state}::"SuggestionState", carried = false, decided_by_id = ${user.id}::uuid,
    decided_at = ${at} WHERE id = ${id}::uuid`;
