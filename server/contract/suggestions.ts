/** Suggestions: claims that the program proposes, and what people make of them. */
import { z } from 'zod';
import { ArticleParams } from './articles.ts';
import {
  AttributionDetails,
  CasualtyDetails,
  Claim,
  ClaimKind,
  FactDetails,
  SourceDetails,
} from './claims.ts';
import { Id, RevisionNumber, Span, Time } from './common.ts';
import { endpoint } from './endpoint.ts';

export const SuggestionState = z.enum(['open', 'accepted', 'dismissed']);
export type SuggestionState = z.infer<typeof SuggestionState>;
export const SuggestionAction = z.enum(['accept', 'dismiss', 'restore']);
export type SuggestionAction = z.infer<typeof SuggestionAction>;

const suggestionFields = {
  id: Id,
  articleId: Id,
  /** The revision it was found in. */
  revision: z.int(),
  /** The sentence in which the span begins, from 0. */
  sentence: z.int(),
  span: Span,
  /** The rule that found it, stable over versions. */
  rule: z.string(),
  /** Why, in a newsroom's words. */
  why: z.string(),
  /** How likely a person accepts it as it is: 0 to 1. */
  confidence: z.number().min(0).max(1),
  state: SuggestionState,
  /** The claim that it became; null unless accepted. */
  claimId: Id.nullable(),
  /** Who speaks, by the full name printed in the story. */
  sourceName: z.string().nullable(),
  /** The entry of the register that has this name or alias; null for none, for several, or for a confidential one. */
  proposedSource: z.strictObject({ id: Id, name: z.string() }).nullable(),
  /** The suggestion of the casualty count that this one is part of. */
  partOf: Id.nullable(),
  /** The suggestions of who says so. */
  attributedBy: z.array(Id),
  decided: z.strictObject({ by: Id, at: Time }).nullable(),
  can: z.array(SuggestionAction),
};
/**
 * `details` are what accepting stores: the proposed entry of the register, and as `partOf` the claim that the whole
 * became, are in them where they are known.
 */
export const Suggestion = z.discriminatedUnion('kind', [
  z.strictObject({ ...suggestionFields, kind: z.literal('casualty_count'), details: CasualtyDetails }),
  z.strictObject({ ...suggestionFields, kind: z.literal('attribution'), details: AttributionDetails }),
  z.strictObject({ ...suggestionFields, kind: z.literal('source'), details: SourceDetails }),
  z.strictObject({ ...suggestionFields, kind: z.literal('fact'), details: FactDetails }),
]);
export type Suggestion = z.infer<typeof Suggestion>;

const SuggestionParams = z.strictObject({ suggestionId: Id });

export const ListSuggestions = endpoint('GET /api/articles/:articleId/suggestions', {
  summary:
    'What the program would mark in the story’s current text, in its order; without what somebody marked already',
  params: ArticleParams,
  query: z.strictObject({ state: SuggestionState.optional() }),
  answer: z.strictObject({
    items: z.array(Suggestion),
    /** False: nothing here reads the story's language, so nothing is suggested. */
    supported: z.boolean(),
    head: z.int(),
  }),
});

/** A link that an earlier claim could have to the claim that a suggestion became. */
export const LinkOffer = z.strictObject({
  /** The earlier claim. */
  claimId: Id,
  /** `attribution`: `to` says what it claims; `part_of`: it is part of the count `to`. */
  link: z.enum(['attribution', 'part_of']),
  to: Id,
});
export type LinkOffer = z.infer<typeof LinkOffer>;
const links = {
  /** Claims accepted earlier that are linked to this one now. */
  linked: z.array(LinkOffer),
  /** Those that are not, since a link would expire their verdict: to be offered, never done in silence. */
  offers: z.array(LinkOffer),
};

export const AcceptSuggestion = endpoint('POST /api/suggestions/:suggestionId/accept', {
  summary: 'Mark what was suggested as a claim, as it is or edited',
  params: SuggestionParams,
  body: z.strictObject({
    /** Of the claim. */
    id: Id.optional(),
    /** The revision it was read in; left out, the suggestion's own. */
    revision: RevisionNumber.optional(),
    kind: ClaimKind.optional(),
    details: z.record(z.string(), z.unknown()).optional(),
    span: Span.optional(),
  }),
  answer: z.strictObject({ claim: Claim, suggestion: Suggestion, ...links }),
  creates: true,
});

/** As many as one request may accept: a sentence has a handful. */
export const MAX_ACCEPTED = 100;
export const AcceptSuggestions = endpoint('POST /api/articles/:articleId/suggestions/accept', {
  summary: 'Accept several as they are, in one step; each is told how it went',
  params: ArticleParams,
  body: z.strictObject({
    revision: RevisionNumber,
    items: z
      .array(
        z.strictObject({
          suggestionId: Id,
          /** Of the claim. */
          id: Id,
        }),
      )
      .min(1)
      .max(MAX_ACCEPTED),
  }),
  answer: z.strictObject({
    /** In the order asked. */
    items: z.array(
      z.strictObject({
        suggestionId: Id,
        /** The claim it became; null where it was refused. */
        claim: Claim.nullable(),
        /** Why it was not accepted: the code of the refusal. */
        refused: z.string().nullable(),
      }),
    ),
    ...links,
  }),
});
export const DismissSuggestion = endpoint('POST /api/suggestions/:suggestionId/dismiss', {
  summary:
    'Say that this is no claim to check; it stays so over revisions, as long as its sentence says the same',
  params: SuggestionParams,
  answer: Suggestion,
});
export const RestoreSuggestion = endpoint('POST /api/suggestions/:suggestionId/restore', {
  summary: 'Open a dismissed suggestion again',
  params: SuggestionParams,
  answer: Suggestion,
});

/** What people made of one rule's suggestions, in the stories that this person may see. */
export const RuleCounts = z.strictObject({
  rule: z.string(),
  kind: ClaimKind,
  accepted: z.int(),
  /** Accepted with other words, another kind or other details. */
  edited: z.int(),
  dismissed: z.int(),
  /** Of current texts; not decided on, those that somebody marked by hand among them. */
  open: z.int(),
});
export type RuleCounts = z.infer<typeof RuleCounts>;
export const ListSuggestionRules = endpoint('GET /api/suggestions/rules', {
  summary: 'How often each rule’s suggestions are accepted, edited and dismissed (admins)',
  answer: z.strictObject({ items: z.array(RuleCounts) }),
});
