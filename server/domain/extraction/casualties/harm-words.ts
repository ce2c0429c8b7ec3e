/** What wounds, illness and hospitals are called, and what a frame is that reads such words. Lower case; English. */
import { wordSet } from '../word-set.ts';
import type { OutcomeTerm } from './outcome-lexicon.ts';

/** What a word tells together with others of its clause. */
export interface Frame {
  /** The words that begin it. */
  readonly on: ReadonlySet<string | undefined>;
  /** What the word at an index tells; null for nothing. */
  readonly read: (tokens: readonly string[], index: number, word: string) => OutcomeTerm | null;
}

export const formOf = (word: string): 'ing' | 's' | 'past' =>
  word.endsWith('ing') ? 'ing' : word.endsWith('s') ? 's' : 'past';

export const hurt = (length: number): OutcomeTerm => ({
  outcome: 'injured',
  part: 'happens',
  needsPeople: true,
  length,
});
/** Who is hurt is the object, or the subject of the passive. */
export const hurts = (word: string): OutcomeTerm => ({
  outcome: 'injured',
  part: 'verb',
  form: formOf(word),
  needsPeople: true,
  length: 1,
});

export const HARM = wordSet(
  'injury injuries wound wounds burn burns bruises fracture fractures laceration lacerations concussion concussions inhalation shock',
);
export const HOSPITAL = wordSet('hospital hospitals clinic infirmary');
/** What people are treated for; a school may suffer cuts, too. */
export const TREATED_FOR = new Set([
  ...HARM,
  ...wordSet(`cuts cut scratches bites bite stings abrasions contusions bruising sprains sprain poisoning hypothermia
    dehydration heatstroke exhaustion exposure trauma whiplash`),
]);
export const WOUNDS = wordSet(
  'injury injuries wound wounds burns bones fracture fractures bruises lacerations concussion concussions cuts',
);
export const HARM_REACH = 7;
export const WOUNDS_REACH = 4;

/** How many words it takes from one to the first of a goal; 0 where none is near, or "no" stands before. */
export function lengthTo(
  tokens: readonly string[],
  index: number,
  goal: ReadonlySet<string | undefined>,
  reach: number,
): number {
  for (let at = index + 1; at <= index + reach; at++) {
    if (tokens[at] === 'no') return 0;
    if (goal.has(tokens[at] ?? '')) return at - index + 1;
  }
  return 0;
}
