/** What became of accepted suggestions. A repeat is told the same: it is read from what there is. */
import type { AnswerOf, BodyOf } from '../../contract/endpoint.ts';
import type { AcceptSuggestion, AcceptSuggestions } from '../../contract/suggestions.ts';
import type { Queryable } from '../../database/client.ts';
import type { Actor } from '../../domain/claims/permissions.ts';
import { requireArticle } from '../articles/access.ts';
import { selectClaim } from '../claims/claim-json.ts';
import { type Links, selectLinks } from './linking.ts';
import { presentSuggestion } from './suggestions.presenter.ts';
import { selectSuggestionsOf } from './suggestions.queries.ts';

/** @throws Refusal NOT_FOUND where the story is no longer for this person */
export async function presentAccepted(
  db: Queryable,
  user: Actor,
  suggestionId: string,
  claimId: string,
): Promise<AnswerOf<typeof AcceptSuggestion>> {
  const claim = await selectClaim(db, user, claimId);
  const suggestion = await presentSuggestion(db, user, suggestionId);
  return { claim, suggestion, ...(await selectLinks(db, suggestionId, claimId)) };
}

/**
 * @param refused codes by suggestion; of a repeat none, which is told what stands against it now
 * @throws Refusal NOT_FOUND where the story is no longer for this person
 */
export async function presentAll(
  db: Queryable,
  user: Actor,
  articleId: string,
  { items }: BodyOf<typeof AcceptSuggestions>,
  refused: ReadonlyMap<string, string>,
): Promise<AnswerOf<typeof AcceptSuggestions>> {
  await requireArticle(db, user, articleId);
  const rows = await selectSuggestionsOf(
    db,
    items.map(({ suggestionId }) => suggestionId),
  );
  const own = new Map(rows.filter((row) => row.articleId === articleId).map((row) => [row.id, row]));
  const answered: AnswerOf<typeof AcceptSuggestions>['items'] = [];
  const links: Links[] = [];
  for (const { suggestionId, id } of items) {
    const row = own.get(suggestionId);
    const isIts = row?.state === 'accepted' && row.claimId === id;
    const code = refused.get(suggestionId) ?? (row === undefined ? 'NOT_FOUND' : 'ALREADY_DECIDED');
    const claim = isIts ? await selectClaim(db, user, id) : null;
    answered.push({ suggestionId, claim, refused: isIts ? null : code });
    if (isIts) links.push(await selectLinks(db, suggestionId, id));
  }
  return {
    items: answered,
    linked: links.flatMap(({ linked }) => linked),
    offers: links.flatMap(({ offers }) => offers),
  };
}
