/** Newer texts of a story, and what becomes of its claims on them. */
import { z } from 'zod';
import { ArticleParams, Corrections } from './articles.ts';
import { ClaimParams } from './claims.ts';
import { Id, line, MAX_COUNTER, prose, RevisionNumber, Span, Version } from './common.ts';
import { endpoint } from './endpoint.ts';

/** What became of a claim on a newer text. `same` and `moved` keep verdict and review, everything else expires them. */
export const ClaimChange = z.enum([
  'same',
  'moved',
  'reworded',
  'figure_changed',
  'bound_changed',
  'category_changed',
  'negation_changed',
  'attribution_changed',
  'gone',
]);
export type ClaimChange = z.infer<typeof ClaimChange>;

/** A stretch of two wordings side by side: both have it, or the older alone, or the newer alone. */
export const Piece = z.strictObject({ kind: z.enum(['same', 'removed', 'added']), text: z.string() });
export type Piece = z.infer<typeof Piece>;

/** A sentence elsewhere that tells who says so, where or whether it is so, and told it otherwise before. */
export const Elsewhere = z.strictObject({
  /** Null where none told it. */
  from: z.string().nullable(),
  /** Null where none tells it any more. */
  to: z.string().nullable(),
  /** Both, word by word. */
  pieces: z.array(Piece),
});
export type Elsewhere = z.infer<typeof Elsewhere>;

export const ChangedClaim = z.strictObject({
  id: Id,
  change: ClaimChange,
  /** Where its words are on the newer revision; null when they are gone, and the claim an orphan. */
  span: Span.nullable(),
  /** False where a verdict that held no longer does; true where none was there to lose. */
  verdictKept: z.boolean(),
  /** Its words before. */
  from: z.string(),
  /** Where they began: UTF-16 code units into the revision before. */
  fromStart: z.int().min(0),
  /** Its words now; null when they are gone. */
  to: z.string().nullable(),
  /** Both, word by word; empty where the words are the same, or gone. */
  pieces: z.array(Piece),
  /** Where its own words are the same and something else of its sentence is not: the sentence, word by word; else empty. */
  beside: z.array(Piece),
  /** Where another sentence made the change. */
  elsewhere: Elsewhere.nullable(),
});
export type ChangedClaim = z.infer<typeof ChangedClaim>;

/** An orphan whose words stand in the text again: to be placed by hand with one edit of its span, never by itself. */
export const OfferedPlace = z.strictObject({ id: Id, span: Span });
export type OfferedPlace = z.infer<typeof OfferedPlace>;

export const RevisionChanges = z.strictObject({
  /** The newer revision. */
  revision: z.int().min(1),
  /** Every claim of the revision before that is not withdrawn, in the order of that text. */
  claims: z.array(ChangedClaim),
  offered: z.array(OfferedPlace),
});
export type RevisionChanges = z.infer<typeof RevisionChanges>;

/** What the newest text that took a claim's verdict, or its words, made of it. */
export const TextChange = z.strictObject({
  claimId: Id,
  /** Null where no text did. */
  change: z
    .strictObject({
      change: ClaimChange,
      /** The text that did it. */
      revision: z.int().min(2),
      /** Its sentence before that text, to the end of its own words where these go on. */
      from: z.string(),
      /** The same as it is now, also where later texts changed it again; null for an orphan. */
      to: z.string().nullable(),
      /** Both, word by word; empty for an orphan. */
      pieces: z.array(Piece),
      /** Where another sentence made the change: as that text changed it. */
      elsewhere: Elsewhere.nullable(),
    })
    .nullable(),
});
export type TextChange = z.infer<typeof TextChange>;

export const ReviseArticle = endpoint('POST /api/articles/:articleId/revisions', {
  summary: 'Store a newer text of a story, and place its claims on it',
  params: ArticleParams,
  body: z.strictObject({
    text: z.string(),
    /** The revision that the text was written from; another one is current: 409 STALE_REVISION with its number. */
    baseRevision: RevisionNumber,
    /**
     * What arrived, where it was not written here: "AFP lead 2". Such a text is stored also when the story is signed off, and
     * voids the sign-off, for it is what will be printed; a text written here is refused until the story is reopened.
     */
    arrived: line(300).optional(),
    /** Why, for the history. */
    note: prose(2000).optional(),
    /** The claims whose corrections it puts in place, as they were seen; one that changed since: 409 STALE_VERSION. */
    corrects: z
      .array(z.strictObject({ id: Id, version: Version }))
      .max(20_000)
      .optional(),
    ...Corrections,
  }),
  answer: RevisionChanges,
  creates: true,
});
export const GetRevisionChanges = endpoint('GET /api/articles/:articleId/revisions/:number/changes', {
  summary: 'What became of the claims when this revision took the place of the one before',
  params: z.strictObject({ articleId: Id, number: z.coerce.number().int().min(1).max(MAX_COUNTER) }),
  answer: RevisionChanges,
});
export const GetTextChange = endpoint('GET /api/claims/:claimId/text-change', {
  summary:
    'What the text with which a claim’s verdict expired, or its words went, changed in it: old and new, word by word',
  params: ClaimParams,
  answer: TextChange,
});
