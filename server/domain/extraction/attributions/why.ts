/** Why something is taken for an attribution, in a newsroom's words, and how often such a guess is right. */
import { oneLine } from '../../text/wording.ts';
import type { Placed } from './found.ts';

/** In UTF-16 code units. */
const LONGEST_CUE = 60;

export function whyOf(text: string, found: Placed): string {
  if (found.cue === null) return 'a quote with no cue, after one by the same source';
  const cue = `cue “${oneLine(text.slice(found.cue.start, found.cue.end), LONGEST_CUE)}”`;
  if (found.source === null) return `${cue}, nobody named`;
  return `${cue}, source ${found.source.start < found.cue.start ? 'before' : 'after'} it`;
}

/**
 * The share of a rule's proposals that were right on news texts labelled by others, two right and two wrong added
 * to each, so that a rule seldom seen is not thought sure.
 */
const CONFIDENCE: Readonly<Record<string, number>> = {
  clause: 0.84,
  'quote-before': 0.94,
  object: 0.72,
  preposition: 0.7,
  'clause-before': 0.85,
  infinitive: 0.67,
  quote: 0.85,
  'gerund-clause': 0.76,
  'according-to': 0.82,
  'gerund-object': 0.49,
  question: 0.64,
  order: 0.56,
  'noun-that': 0.29,
  'noun-preposition': 0.39,
  'infinitive-clause': 0.53,
  'passive-agent': 0.53,
  'gerund-preposition': 0.31,
  'gerund-quote': 0.67,
  transcript: 0.79,
  adjective: 0.5,
  'noun-infinitive': 0.5,
  'headline-colon': 0.69,
  'carried-over': 0.31,
  'passive-infinitive': 0.58,
  'gerund-infinitive': 0.55,
  'gerund-order': 0.5,
  'infinitive-question': 0.62,
  'gerund-question': 0.5,
  'passive-charge': 0.71,
  'quote-next': 0.5,
  'infinitive-order': 0.5,
  'hearsay-adverb': 0.67,
  'participle-clause': 0.4,
  'infinitive-quote': 0.6,
};
const OTHERWISE = 0.5;
export const confidenceOf = (rule: string): number => CONFIDENCE[rule] ?? OTHERWISE;
