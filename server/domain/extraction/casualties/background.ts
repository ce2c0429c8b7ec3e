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
