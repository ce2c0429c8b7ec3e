/** Counts that a sentence tells, though not as something that happened: rates, and what may follow. English. */
import { wordSet } from '../word-set.ts';
import type { Found } from './found.ts';
import type { Item, Reading } from './items.ts';
import type { Phrase } from './phrases.ts';
import { skipAdverbs } from './uses.ts';

/** "Nine deaths a year", "nine people die each day": not "a year ago", "a day later", "a day of rain". */
export function isRate(items: readonly Item[], found: Found): boolean {
  return [found.at, found.by].some((told) => {
    const at = skipAdverbs(items, told + 1);
    const next = items[at];
    if (next?.phrase?.kind !== 'time' || !EACH.has(next.phrase.determiner)) return false;
    return !TELLS_WHEN.has(items[at + 1]?.word);
  });
}
const TELLS_WHEN = wordSet('ago later earlier after before of');
const EACH = wordSet('a an each every');

/** "Up to 12 deaths could follow", "nine deaths are expected": not "could have been avoided". */
export function isForeseen(items: readonly Item[], { at, rule }: Found): boolean {
  if (rule !== 'noun') return false;
  const next = items[at + 1];
  if (next?.kind === 'modal') return items[at + 2]?.kind !== 'have';
  return next?.kind === 'be' && items[skipAdverbs(items, at + 2)]?.word === 'expected';
}

/**
 * "In the film, 12 people are killed", "the drill assumed that 500 were killed": nobody was. "Killed during a drill"
 * tells of an accident.
 */
export function isInvented(items: readonly Item[], { at, by }: Found): boolean {
  const first = Math.min(at, by);
  return items.slice(Math.max(0, first - INVENTED_REACH), first).some(({ phrase }, offset, before) => {
    if (phrase === null || !(STORIES.has(phrase.lastWord) || EXERCISES.has(phrase.lastWord))) return false;
    const [sign, next, relative] = before.slice(offset + 1, offset + 4);
    if (sign?.word === ',' && next?.word === 'in' && relative?.kind === 'relative') return true;
    if (before[offset - 1]?.word === 'in' && phrase.determiner !== '')
      return sign?.word === ',' && (STORIES.has(phrase.lastWord) || THIS.has(phrase.determiner));
    const verb = before.slice(offset + 1).find(({ kind }) => kind !== 'adverb');
    return EXERCISES.has(phrase.lastWord) && ASSUMES.has(verb?.word);
  });
}
const INVENTED_REACH = 10;
const STORIES = wordSet('film movie novel screenplay sitcom thriller opera musical');
const EXERCISES = wordSet('drill exercise simulation scenario');
const THIS = wordSet('the this');
const ASSUMES = wordSet(`
  assumed assumes assume imagined imagines envisaged envisages simulated simulates depicted depicts showed shows
  supposed posited modelled projected`);

const PROTESTS = wordSet(`
  protest protests protested protesting protesters demonstrate demonstrated demonstrating demonstration demonstrations
  demonstrators rally rallies rallied rallying march marches marched marching agitation agitations strike strikes
  shutdown sit-in vigil`);
const AGAINST_REACH = 5;

/**
 * "Protested against the murder of a girl": one person whose death a protest is about is no news of it. A figure is
 * worth a look wherever it stands.
 */
export function isProtested(
  reading: Reading,
  items: readonly Item[],
  { by }: Found,
  { quantity }: Phrase,
): boolean {
  if (quantity !== null) return false;
  for (let at = by - 1; at >= by - AGAINST_REACH; at--) {
    const item = items[at];
    if (item === undefined || item.kind === 'break' || item.kind === 'verb') return false;
    if (item.word === 'against') return reading.words.slice(0, item.from).some((word) => PROTESTS.has(word));
  }
  return false;
}
