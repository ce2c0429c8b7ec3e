/** What became of accepted suggestions. A repeat is told the same: it is read from what there is. */
import type { AnswerOf, BodyOf } from '../../contract/endpoint.ts';
import type { AcceptSuggestion, AcceptSuggestions } from '../../contract/suggestions.ts';
import type { Queryable } from '../../database/client.ts';
import type { Actor } from '../../domain/claims/permissions.ts';
import { requireArticle } from '../articles/access.ts';
import { selectClaim, selectClaims } from '../claims/claim-json.ts';
import { selectLinks } from './linking.ts';
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
  return { claim, suggestion, ...(await selectLinks(db, [{ suggestionId, claimId }])) };
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
  const became = items.flatMap(({ suggestionId, id }) => {
    const row = own.get(suggestionId);
    return row?.state === 'accepted' && row.claimId === id ? [{ suggestionId, claimId: id }] : [];
  });
  const claims = await selectClaims(
    db,
    user,
    became.map(({ claimId }) => claimId),
  );
  const claimOf = new Map(
    became.map(({ suggestionId, claimId }) => [suggestionId, claims.get(claimId) ?? null]),
  );
  const codeOf = (id: string) => refused.get(id) ?? (own.has(id) ? 'ALREADY_DECIDED' : 'NOT_FOUND');
  return {
    items: items.map(({ suggestionId }) => {
      const claim = claimOf.get(suggestionId) ?? null;
      return { suggestionId, claim, refused: claim === null ? codeOf(suggestionId) : null };
    }),
    ...(await selectLinks(db, became)),
  };
}
