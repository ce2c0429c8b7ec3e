/** Suggestions as the contract shows them. */
import type { ArticleStatus } from '../../contract/articles.ts';
import type { KindAndDetails } from '../../contract/claims.ts';
import type { AnswerOf, QueryOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import type { ListSuggestions, Suggestion } from '../../contract/suggestions.ts';
import type { Queryable } from '../../database/client.ts';
import type { Actor } from '../../domain/claims/permissions.ts';
import { suggestionActions } from '../../domain/extraction/decisions.ts';
import { speakerOf } from '../../domain/extraction/names.ts';
import type { Services } from '../../services.ts';
import { ensureSuggestions } from './ensure.ts';
import {
  requireSuggestedStory,
  type SuggestionRow,
  type Surroundings,
  selectEntries,
  selectMarkedClaims,
  selectSuggestions,
  selectSuggestionsOf,
  selectSurroundings,
  withoutMarked,
} from './suggestions.queries.ts';

/**
 * The suggestions of a story's current text, found now where nobody has asked for them before.
 *
 * The head is read first: what is read after it may be newer, which its events will tell.
 *
 * @throws Refusal NOT_FOUND also where the story is not for this person
 */
export async function presentSuggestions(
  services: Pick<Services, 'db' | 'now' | 'extract'>,
  user: Actor,
  articleId: string,
  { state }: QueryOf<typeof ListSuggestions>,
): Promise<AnswerOf<typeof ListSuggestions>> {
  const { prisma } = services.db;
  await requireSuggestedStory(prisma, user, articleId);
  await ensureSuggestions(services, articleId);
  const { head, status, revision, supported } = await requireSuggestedStory(prisma, user, articleId);
  const rows = await selectSuggestions(prisma, articleId, revision);
  const claims = await selectMarkedClaims(prisma, articleId, revision);
  const shown = withoutMarked(rows, claims).filter((row) => state === undefined || row.state === state);
  return {
    items: await presentRows(prisma, user, status, shown, { rows, claims }),
    supported,
    head,
  };
}

/** One suggestion, whatever its state. @throws Refusal NOT_FOUND also where its story is not for this person */
export async function presentSuggestion(
  db: Queryable,
  user: Actor,
  suggestionId: string,
): Promise<Suggestion> {
  const [row] = await selectSuggestionsOf(db, [suggestionId]);
  if (row === undefined) throw new Refusal('NOT_FOUND');
  const { status } = await requireSuggestedStory(db, user, row.articleId);
  const [shown] = await presentRows(db, user, status, [row], await selectSurroundings(db, row));
  if (shown === undefined) throw new Refusal('NOT_FOUND');
  return shown;
}

async function presentRows(
  db: Queryable,
  user: Actor,
  articleStatus: ArticleStatus,
  shown: readonly SuggestionRow[],
  surroundings: Surroundings,
): Promise<Suggestion[]> {
  const entryOf = await selectEntries(db, shown.map(speakerOf));
  const claimOf = acceptedAs(surroundings);
  return shown.map(({ edited: _edited, ...row }) => {
    const sourceName = speakerOf(row);
    const proposedSource = entryOf(sourceName);
    return {
      ...row,
      sourceName,
      ...completed(row, {
        sourceId: proposedSource?.id ?? null,
        wholeId: claimOf(row.partOf, 'casualty_count'),
      }),
      claimId: row.state === 'accepted' ? row.claimId : null,
      proposedSource,
      can: suggestionActions(user, { articleStatus, state: row.state }),
    };
  });
}

/** From a suggestion to the live claim that it became, where that still is of the kind that a link needs. */
export function acceptedAs({ rows, claims }: Surroundings) {
  const kinds = new Map(claims.map(({ id, kind }) => [id, kind]));
  const became = new Map(rows.map(({ id, state, claimId }) => [id, state === 'accepted' ? claimId : null]));
  return (suggestionId: string | null, kind: KindAndDetails['kind']): string | null => {
    const claimId = (suggestionId === null ? null : became.get(suggestionId)) ?? null;
    return claimId !== null && kinds.get(claimId) === kind ? claimId : null;
  };
}

/** Details with what only the newsroom knows: the entry of its register, and the claim of the whole. */
export function completed(
  claim: KindAndDetails,
  { sourceId, wholeId }: { readonly sourceId: string | null; readonly wholeId: string | null },
): KindAndDetails {
  switch (claim.kind) {
    case 'casualty_count':
      return { kind: claim.kind, details: { ...claim.details, partOf: claim.details.partOf ?? wholeId } };
    case 'attribution':
      return {
        kind: claim.kind,
        details: { ...claim.details, sourceId: claim.details.sourceId ?? sourceId },
      };
    case 'source':
      return {
        kind: claim.kind,
        details: { ...claim.details, sourceId: claim.details.sourceId ?? sourceId },
      };
    case 'fact':
      return { kind: claim.kind, details: claim.details };
  }
}
