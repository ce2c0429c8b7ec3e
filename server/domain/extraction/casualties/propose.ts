import type { AnalysedSentence } from '../analyse.ts';
import type { Passage, Proposal } from '../model.ts';

export function proposeCasualties(_passage: Passage, _sentences: readonly AnalysedSentence[]): Proposal[] {
  return [];
}
