/** Claims in English text: rules over a tagger, no model of one's own and no outside service. */
import { analyse } from './analyse.ts';
import { proposeAttributions } from './attributions/propose.ts';
import { proposeCasualties } from './casualties/propose.ts';
import { proposeFacts } from './facts.ts';
import { linkProposals } from './link.ts';
import type { Extractor } from './model.ts';
import { proposeSources } from './sources.ts';

export const english: Extractor = {
  reads: (language) => /^en(?:-|$)/iu.test(language),
  propose(passage) {
    const sentences = analyse(passage);
    const attributions = proposeAttributions(passage, sentences);
    const casualties = proposeCasualties(passage, sentences);
    const sources = proposeSources(passage, sentences, attributions);
    const facts = proposeFacts(passage, sentences);
    return linkProposals([...attributions, ...casualties, ...sources, ...facts]);
  },
};
