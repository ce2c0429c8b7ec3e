/** Whether a verdict can be confirmed once a newer text has come. */
import type { FoundVerdict, NewerWords } from '../../server/domain/claims/confirmable.ts';

export interface ConfirmableCase {
  readonly verdict: FoundVerdict;
  readonly newer: NewerWords;
  readonly expected: boolean;
}

const none: FoundVerdict = { holds: false, confirmable: false, correction: null };
const holds: FoundVerdict = { ...none, holds: true };
const confirmable: FoundVerdict = { ...none, confirmable: true };
const reworded: NewerWords = {
  change: 'reworded',
  losesPart: false,
  before: ['41 people', '41 people died at sea.'],
  now: ['41 persons', '41 persons died at sea.'],
  language: 'en',
};
const changed = (change: NewerWords['change']): NewerWords => ({ ...reworded, change });
const correction = 'Forty-four people';
const becomes = (quote: string, sentence: string): NewerWords => ({ ...reworded, now: [quote, sentence] });

export const confirmableCases: Readonly<Record<string, ConfirmableCase>> = {
  'it held, and the words are others': { verdict: holds, newer: reworded, expected: true },
  'it holds: the words are the same': { verdict: holds, newer: changed('same'), expected: false },
  'it holds: the words stand elsewhere': { verdict: holds, newer: changed('moved'), expected: false },
  'it held, and the figure changed': { verdict: holds, newer: changed('figure_changed'), expected: false },
  'it held, and the bound changed': { verdict: holds, newer: changed('bound_changed'), expected: false },
  'it held, and it counts others': { verdict: holds, newer: changed('category_changed'), expected: false },
  'it held, and is denied': { verdict: holds, newer: changed('negation_changed'), expected: false },
  'it held, and another says so': { verdict: holds, newer: changed('attribution_changed'), expected: false },
  'it held, and its words are gone': { verdict: holds, newer: changed('gone'), expected: false },
  'it held, and who it came through is gone': {
    verdict: holds,
    newer: { ...reworded, losesPart: true },
    expected: false,
  },

  'it could be: the words are the same': { verdict: confirmable, newer: changed('same'), expected: true },
  'it could be: the words stand elsewhere': { verdict: confirmable, newer: changed('moved'), expected: true },
  'it could be: yet other words': { verdict: confirmable, newer: reworded, expected: true },
  'it could be: the figure changed': {
    verdict: confirmable,
    newer: changed('figure_changed'),
    expected: false,
  },
  'it could be: the bound changed': {
    verdict: confirmable,
    newer: changed('bound_changed'),
    expected: false,
  },
  'it could be: it counts others': {
    verdict: confirmable,
    newer: changed('category_changed'),
    expected: false,
  },
  'it could be: it is denied': { verdict: confirmable, newer: changed('negation_changed'), expected: false },
  'it could be: another says so': {
    verdict: confirmable,
    newer: changed('attribution_changed'),
    expected: false,
  },
  'it could be: its words are gone': { verdict: confirmable, newer: changed('gone'), expected: false },
  'it could be: a part of what was said is gone': {
    verdict: confirmable,
    newer: { ...reworded, losesPart: true },
    expected: false,
  },

  'none was given': { verdict: none, newer: reworded, expected: false },
  'it expired for more: the words are the same again': {
    verdict: none,
    newer: changed('same'),
    expected: false,
  },
  'it expired for more: yet other words': { verdict: none, newer: reworded, expected: false },

  'inaccurate, and still not what is correct': {
    verdict: { ...holds, correction },
    newer: reworded,
    expected: true,
  },
  'inaccurate, and the words are the corrected ones now': {
    verdict: { ...holds, correction },
    newer: becomes('44 people', '44 people died at sea.'),
    expected: false,
  },
  'inaccurate, and the sentence has the corrected words around it': {
    verdict: { ...confirmable, correction },
    newer: becomes('persons', 'At least forty-four people, or persons, died at sea.'),
    expected: false,
  },
  'inaccurate, and the corrected words were a part of the wrong ones': {
    verdict: { ...holds, correction: '41' },
    newer: reworded,
    expected: true,
  },
  'inaccurate, and the corrected words are a part of longer ones': {
    verdict: { ...holds, correction: '4 people' },
    newer: becomes('44 people', '44 people died at sea.'),
    expected: true,
  },
};
