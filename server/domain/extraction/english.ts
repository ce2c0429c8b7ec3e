/** Claims in English text: rules over a tagger, no model of one's own and no outside service. */
import { readDateline } from '../text/dateline.ts';
import { type AnalysedSentence, analyse } from './analyse.ts';
import { proposeAttributions } from './attributions/propose.ts';
import { proposeCasualties } from './casualties/propose.ts';
import { proposeFacts } from './facts.ts';
import { linkProposals } from './link.ts';
import type { Extractor, Passage } from './model.ts';
import { proposeSources } from './sources.ts';
import { storyDay } from './story-day.ts';

export const english: Extractor = {
  reads: (language) => /^en(?:-|$)/iu.test(language),
  propose(given) {
    const passage = { ...given, publishedAt: storyDay(given) };
    const sentences = analyse(passage);
    const told = sentences.map((sentence) => behindDateline(passage, sentence));
    const attributions = proposeAttributions(passage, told);
    const casualties = proposeCasualties(passage, told);
    const sources = proposeSources(passage, sentences, attributions);
    const facts = proposeFacts(passage, told);
    return linkProposals([...attributions, ...casualties, ...sources, ...facts]);
  },
};

/** "ARDLE, May 3 (AP) — Nine died, the mayor said.": where it was filed is nothing that anybody says or does. */
function behindDateline({ text, blocks }: Passage, sentence: AnalysedSentence): AnalysedSentence {
  const block = blocks[sentence.block];
  if (block?.role !== 'paragraph' || block.start !== sentence.start) return sentence;
  const words = text.slice(sentence.start, sentence.end);
  const dateline = readDateline(words);
  // "MOLK: It rained." is somebody who speaks.
  if (dateline === null || /:\s*$/u.test(words.slice(0, dateline.restAt))) return sentence;
  const start = sentence.start + dateline.restAt;
  return { ...sentence, start, words: sentence.words.filter((word) => word.start >= start) };
}
