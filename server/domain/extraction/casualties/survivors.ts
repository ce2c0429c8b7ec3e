/** Deaths that are told by who lived: "none of the 120 people survived", "no survivors among the 80 passengers". */
import { wordSet } from '../word-set.ts';
import type { Found } from './found.ts';
import type { Item } from './items.ts';
import { skipAdverbs } from './uses.ts';

export function withoutSurvivors(items: readonly Item[]): Found[] {
  return items.flatMap((item, at): Found[] => {
    const { phrase } = item;
    if (phrase?.kind !== 'counted' || phrase.outcome !== null || phrase.victims === null) return [];
    const by = isNoneOf(items, at) ? survivedBehind(items, at) : noSurvivorsBefore(items, at);
    return by === -1 ? [] : [{ at, outcome: 'killed', by, rule: 'subject', partOf: -1 }];
  });
}

const isNoneOf = (items: readonly Item[], at: number): boolean =>
  items[at - 1]?.word === 'of' && /\bnone$/.test(wordsOf(items[at - 2]));

/** Over "on board": the index of "survived"; -1 where another verb follows. */
function survivedBehind(items: readonly Item[], at: number): number {
  for (let next = at + 1; next < at + MOST; next++) {
    const item = items[next];
    if (item === undefined) return -1;
    if (SURVIVED.has(item.word)) return next;
    if (!WALKED.has(item.kind)) return -1;
  }
  return -1;
}
const SURVIVED = wordSet('survived survive');
const WALKED = wordSet('preposition phrase adverb conjunction have');
const MOST = 8;

/** "No survivors among the 80 passengers": the index of "survivors"; -1 for none. */
function noSurvivorsBefore(items: readonly Item[], at: number): number {
  const among = items[at - 1]?.word;
  const none = skipAdverbs(items, at - 2);
  return (among === 'among' || among === 'of') && /^no (?:\S+ )?survivors?$/.test(wordsOf(items[none]))
    ? none
    : -1;
}

const wordsOf = (item: Item | undefined): string => item?.phrase?.words ?? item?.word ?? '';
