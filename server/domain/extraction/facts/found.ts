/** What readers of facts hand on. */
import type { FactDetails } from '../../../contract/claims.ts';
import type { AnalysedSentence } from '../analyse.ts';
import type { Passage } from '../model.ts';

/** A fact as it was found. Offsets are UTF-16 code units into the passage's text. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly about: FactDetails['about'];
  /** In one form for all wordings: an ISO date, a number with its unit. At most 500 code units. */
  readonly value: string | null;
  readonly rule: string;
  readonly why: string;
  /** How likely an editor would check it: 0 to 1. */
  readonly confidence: number;
}

/** Finds facts of one kind in a sentence, in time linear in it. */
export type FactReader = (passage: Passage, sentence: AnalysedSentence) => Found[];

/** The words of a sentence as they are printed. */
export const wordingOf = ({ text }: Passage, { start, end }: AnalysedSentence): string =>
  text.slice(start, end);
