/** What a word or a phrase tells of people, wherever it stands. Lower case; English. */
import type { Outcome } from '../../../contract/claims.ts';
import { frameAt } from './outcome-frames.ts';
import {
  HAPPENS,
  IRREGULAR,
  NOUNS,
  type OutcomeTerm,
  type Part,
  PHRASES,
  REGULAR,
  STATES,
  words,
} from './outcome-lexicon.ts';

export type { OutcomeTerm, Part } from './outcome-lexicon.ts';

/** Regular spelling alone: a base that doubles a letter stands among the irregular ones. */
const past = (base: string): string => (base.endsWith('e') ? `${base}d` : `${base}ed`);
const gerund = (base: string): string => `${base.replace(/e$/, '')}ing`;
const third = (base: string): string => (/(?:s|ch|sh|x)$/.test(base) ? `${base}es` : `${base}s`);

const TERMS = new Map<string, OutcomeTerm>();
const add = (word: string, outcome: Outcome, needsPeople: boolean, part: Part, length = 1): void => {
  if (word !== '-') TERMS.set(word, { outcome, needsPeople, length, ...part });
};
for (const [outcome, list] of NOUNS)
  for (const word of words(list)) add(word, outcome, false, { part: 'noun' });
for (const [outcome, needsPeople, list] of REGULAR)
  for (const base of words(list)) {
    add(base, outcome, needsPeople, { part: 'verb', form: 'base' });
    add(third(base), outcome, needsPeople, { part: 'verb', form: 's' });
    add(past(base), outcome, needsPeople, { part: 'verb', form: 'past' });
    add(gerund(base), outcome, needsPeople, { part: 'verb', form: 'ing' });
  }
for (const [outcome, needsPeople, list] of IRREGULAR) {
  const [base = '-', s = '-', pasts = '-', ing = '-'] = words(list);
  add(base, outcome, needsPeople, { part: 'verb', form: 'base' });
  add(s, outcome, needsPeople, { part: 'verb', form: 's' });
  for (const word of pasts.split('/')) add(word, outcome, needsPeople, { part: 'verb', form: 'past' });
  add(ing, outcome, needsPeople, { part: 'verb', form: 'ing' });
}
for (const [outcome, list] of HAPPENS)
  for (const word of words(list)) add(word, outcome, true, { part: 'happens' });
for (const [outcome, needsPeople, list] of STATES)
  for (const word of words(list)) add(word, outcome, needsPeople, { part: 'state' });
for (const [outcome, part, list] of PHRASES)
  for (const phrase of list.split('|'))
    add(phrase.trim(), outcome, outcome !== 'killed', part, words(phrase).length);

const LONGEST = 4;
/** The first words of all terms: most words of a text are none of them. */
const BEGINNINGS: ReadonlySet<string | undefined> = new Set(
  [...TERMS.keys()].map((term) => term.split(' ', 1).join()),
);

/** The outcome told by the words that begin at an index of these lower-case words; the longest phrase is taken. */
export function outcomeTermAt(words: readonly string[], index: number): OutcomeTerm | null {
  const word = words[index] ?? '';
  if (word === '') return null;
  const apart = frameAt(words, index);
  if (apart !== null) return apart;
  if (!BEGINNINGS.has(word)) return null;
  for (let length = LONGEST; length > 0; length--) {
    const term = TERMS.get(words.slice(index, index + length).join(' '));
    if (term !== undefined) return term;
  }
  return null;
}
