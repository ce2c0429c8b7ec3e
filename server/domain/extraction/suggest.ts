/** The one door to extraction: whichever extractor reads the language. */
import { english } from './english.ts';
import type { Extractor, Passage, Proposal } from './model.ts';

const EXTRACTORS: readonly Extractor[] = [english];

/** Propose the claims of a passage, in the order of the text; null where nothing here reads its language. */
export function suggest(passage: Passage, extractors: readonly Extractor[] = EXTRACTORS): Proposal[] | null {
  const extractor = extractors.find((one) => one.reads(passage.language));
  return extractor === undefined ? null : extractor.propose(passage);
}
