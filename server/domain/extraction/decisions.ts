/** Who may decide on a suggestion, and what counts as taking it as it is. */
import type { ArticleStatus } from '../../contract/articles.ts';
import type { KindAndDetails } from '../../contract/claims.ts';
import type { Span } from '../../contract/common.ts';
import { SuggestionAction, type SuggestionState } from '../../contract/suggestions.ts';
import { type ClaimMeaning, consequences } from '../claims/expiry.ts';
import { type Actor, ALLOWED, type Decision, mayDoArticle, refuse } from '../claims/permissions.ts';

export interface SuggestionFacts {
  readonly articleStatus: ArticleStatus;
  readonly state: SuggestionState;
}

/**
 * Decide what a person may do with a suggestion.
 *
 * Order: what marking asks for (the role, the sign-off, the archive); then the suggestion's own state. An accepted one
 * is opened again by withdrawing its claim.
 */
export function maySuggestion(
  actor: Actor,
  { articleStatus, state }: SuggestionFacts,
  action: SuggestionAction,
): Decision {
  const mark = mayDoArticle(actor, { status: articleStatus }, 'mark');
  if (!mark.allowed) return mark;
  if (action === 'restore') return state === 'dismissed' ? ALLOWED : refuse('NOT_DISMISSED');
  return state === 'open' ? ALLOWED : refuse('ALREADY_DECIDED');
}

export const suggestionActions = (actor: Actor, facts: SuggestionFacts): SuggestionAction[] =>
  SuggestionAction.options.filter((action) => maySuggestion(actor, facts, action).allowed);

type Marked = KindAndDetails & { readonly span: Span };

/**
 * Whether a claim was taken otherwise than it was suggested.
 *
 * Which entry of the register and which other claim it points at is not the rule's to know, so it is not counted
 * against it.
 */
export function isEdited(suggested: Marked, taken: Marked): boolean {
  return consequences(meaningOf(suggested), meaningOf(taken)).reasons.some((reason) => reason !== 'links');
}

const UNLINKED = { attributionIds: [], sameFactAs: null, summary: null };

function meaningOf(claim: Marked): ClaimMeaning {
  const { span } = claim;
  switch (claim.kind) {
    case 'attribution':
      return { kind: claim.kind, details: { ...claim.details, sourceId: null }, span, ...UNLINKED };
    case 'source':
      return { kind: claim.kind, details: { ...claim.details, sourceId: null }, span, ...UNLINKED };
    case 'casualty_count':
    case 'fact':
      return { ...claim, span, ...UNLINKED };
  }
}
