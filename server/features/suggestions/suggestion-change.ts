/** What every decision on a suggestion stands on: its story locked, its text the current one, the person allowed. */
import { Refusal } from '../../contract/problem.ts';
import type { SuggestionAction } from '../../contract/suggestions.ts';
import type { Tx } from '../../database/client.ts';
import type { Actor } from '../../domain/claims/permissions.ts';
import { maySuggestion } from '../../domain/extraction/decisions.ts';
import { type LockedArticle, lockArticle } from '../articles/access.ts';
import { requireRevision } from '../claims/marked-words.ts';
import { type SuggestionRow, selectSuggestionsOf } from './suggestions.queries.ts';

/** @throws Refusal NOT_FOUND also where the story is not for this person, NOT_SIGNED_IN as `lockArticle` */
export async function lockSuggestion(
  tx: Tx,
  user: Actor,
  suggestionId: string,
): Promise<{ article: LockedArticle; row: SuggestionRow }> {
  const [found] = await selectSuggestionsOf(tx, [suggestionId]);
  if (found === undefined) throw new Refusal('NOT_FOUND');
  const article = await lockArticle(tx, user, found.articleId);
  // Again, now that nobody else decides: rules that look anew may also have let it go.
  const [row] = await selectSuggestionsOf(tx, [suggestionId]);
  if (row === undefined) throw new Refusal('NOT_FOUND');
  return { article, row };
}

/**
 * @param revision the one in which whoever decides read the story
 * @throws Refusal STALE_REVISION with the current revision and where the words are in it
 */
export async function requireCurrent(
  tx: Tx,
  article: LockedArticle,
  row: SuggestionRow,
  revision: number = row.revision,
): Promise<void> {
  await requireRevision(
    tx,
    article,
    revision === article.currentRevision ? row.revision : revision,
    row.span,
  );
}

/** @throws Refusal with the reason why this person may not do this now */
export function requireMay(
  user: Actor,
  { status }: LockedArticle,
  { state }: SuggestionRow,
  action: SuggestionAction,
): void {
  const decision = maySuggestion(user, { articleStatus: status, state }, action);
  if (!decision.allowed) throw new Refusal(decision.code);
}
