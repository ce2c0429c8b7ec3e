/** Two revisions of a story and what becomes of its claims between them. */
import type { Sentence } from '../../../contract/articles.ts';
import type { ClaimKind } from '../../../contract/claims.ts';
import type { Span } from '../../../contract/common.ts';

/** A revision as far as re-anchoring reads it. Offsets are UTF-16 code units. */
export interface RevisedText {
  readonly text: string;
  /** In the order of the text, without overlap. */
  readonly sentences: readonly Sentence[];
  /** A BCP 47 tag: numerals and separators are read by it. */
  readonly language: string;
}

/** A claim as it stands on the older revision. */
export interface AnchoredClaim {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly span: Span;
  /** Who says so and in which words, where the claim is an attribution. */
  readonly source: Span | null;
  readonly cue: Span | null;
  /** Other spans inside its details: content, the ones it came through. */
  readonly parts: readonly Span[];
  /** Attributions of the same story that say this. */
  readonly attributionIds: readonly string[];
}

/** `same` and `moved` keep verdict and review; everything else expires them. */
export type Change =
  | 'same'
  | 'moved'
  | 'reworded'
  | 'figure_changed'
  | 'bound_changed'
  | 'category_changed'
  | 'negation_changed'
  | 'attribution_changed'
  | 'gone';

/** What sentences beside a claim make of it, by their numbers on either revision; null for none there. */
export interface Beside {
  readonly change: Change;
  readonly was: number | null;
  readonly now: number | null;
}

export const keepsVerdict = (change: Change): boolean => change === 'same' || change === 'moved';

export interface Reanchored {
  readonly id: string;
  readonly change: Change;
  /** Where its words are now; null when they are gone. */
  readonly span: Span | null;
  readonly source: Span | null;
  readonly cue: Span | null;
  /** As in the claim, null for each that is gone. */
  readonly parts: readonly (Span | null)[];
  /** The sentence elsewhere by which the verdict expires, where its own says the same; null where it is not told by one. */
  readonly cause: Cause | null;
}

/** Sentences by number; null where none stands there that says so. */
export interface Cause {
  readonly was: number | null;
  readonly now: number | null;
}
