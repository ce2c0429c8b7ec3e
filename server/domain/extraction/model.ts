/** What extraction reads and what it proposes. */
import type { Block, Sentence } from '../../contract/articles.ts';
import type { KindAndDetails } from '../../contract/claims.ts';
import type { Span } from '../../contract/common.ts';

/** One revision of a story, as far as a reader of its words needs it. Offsets are UTF-16 code units into `text`. */
export interface Passage {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  /** A BCP 47 tag. */
  readonly language: string;
  /** ISO 8601; null where the story does not say. What "Tuesday" means hangs on it. */
  readonly publishedAt: string | null;
}

/** A claim that the program proposes: everything that a person would have marked and filled in. */
export type Proposal = KindAndDetails & {
  /** The claim's own span; it begins in `sentence`. */
  readonly span: Span;
  /** The number of that sentence in the passage. */
  readonly sentence: number;
  /** Known by this name alone within one passage: links between proposals use it. */
  readonly key: string;
  /** The rule that found it, stable over versions: people's answers are counted by it. */
  readonly rule: string;
  /** Why, in a newsroom's words: "cue 'warned', source before it". */
  readonly why: string;
  /** How likely a person accepts it as it is: 0 to 1. */
  readonly confidence: number;
  /** Keys of the proposals, attributions all, that say this. */
  readonly attributedBy: readonly string[];
  /** The casualty count that this one is part of, by key: its `details.partOf` once both are claims. */
  readonly partOf: string | null;
  /** Who a pronoun or a short form stands for, by the full name printed earlier: an entry of the register to look up. */
  readonly sourceName: string | null;
};

/**
 * What finds claims in one language. The seam for another language, or for a model of one's own.
 *
 * Its promises are tested by `tests/domain/extraction-seam.test.ts`: every span lies in the text and equals its quote,
 * keys are unique and links lead to keys, proposals stand in the order of the text, the same passage gives the same
 * proposals, and no text makes it throw or take more than linear time.
 */
export interface Extractor {
  /** @param language a BCP 47 tag */
  reads(language: string): boolean;
  propose(passage: Passage): Proposal[];
}
