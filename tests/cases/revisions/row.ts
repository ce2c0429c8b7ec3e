/** How a row of the tables of changed texts is written. */
import type { ClaimKind } from '../../../server/contract/claims.ts';

/** What becomes of a claim on a new revision: the names of the API. */
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

/** A newer text and what it does to the claim. */
export interface Becomes {
  /**
   * The newer text, its claim in ⟦ ⟧ where it has one. Where it marks a source or a cue, they stand there now; in the table of
   * details what it does not mark is gone.
   */
  readonly now: string;
  readonly change: Change;
}

/**
 * One phenomenon. Paragraphs are divided by an empty line. The claim stands in ⟦ ⟧; who says so in ‹ ›, and in which
 * words in « », where the claim is linked to an attribution or is one; in ⟨ ⟩ what an attribution says, where that is not all
 * of it. Each row that expires a verdict has a twin that keeps it: a
 * change that looks alike and means the same.
 */
export interface RevisionRow {
  /** A casualty count unless it is told otherwise. */
  readonly kind?: ClaimKind;
  readonly was: string;
  readonly expires: Becomes;
  readonly keeps: Becomes;
}

/** The changes that leave verdict and review as they are. */
export const KEEPING: ReadonlySet<Change> = new Set<Change>(['same', 'moved']);

/** By its script: rows say no more. */
export const languageOf = (text: string): string =>
  /\p{Script=Arabic}/u.test(text)
    ? 'ar'
    : /\p{Script=Hebrew}/u.test(text)
      ? 'he'
      : /\p{Script=Han}/u.test(text)
        ? 'zh'
        : /\p{Script=Cyrillic}/u.test(text)
          ? 'ru'
          : 'en';
