import type { AnalysedSentence } from '../analyse.ts';
import type { Passage, Proposal } from '../model.ts';

export function proposeAttributions(_passage: Passage, _sentences: readonly AnalysedSentence[]): Proposal[] {
  return [];
}
