import type { AnalysedSentence } from './analyse.ts';
import type { Passage, Proposal } from './model.ts';

export function proposeSources(
  _passage: Passage,
  _sentences: readonly AnalysedSentence[],
  _attributions: readonly Proposal[],
): Proposal[] {
  return [];
}
