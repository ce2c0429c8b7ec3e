/** Figures that stand behind their outcome: "the death toll rose to 12", "fatalities: 3". */
import type { Outcome } from '../../../contract/claims.ts';
import type { Item } from './items.ts';
import type { Found } from './link.ts';

const REACH = 9;
const NUMBER_WORDS = /^(?:number|numbers|tally|count)$/;
const TOLL_WORDS = /^(?:toll|tolls|deaths|fatalities|casualties|injuries|dead)$/;

export function tollsIn(items: readonly Item[]): Found[] {
  return items.flatMap((_, at) => {
    const outcome = tollOutcome(items, at);
    if (outcome === null) return [];
    const figure = figureBehind(items, at + 1);
    return figure === -1 ? [] : [{ at: figure, outcome, by: at, rule: 'toll' as const, partOf: -1 }];
  });
}

function tollOutcome(items: readonly Item[], at: number): Outcome | null {
  const item = items[at];
  if (item === undefined) return null;
  const last = item.phrase?.lastWord ?? item.word;
  if (item.phrase?.quantity != null) return null;
  if (/^tolls?$/.test(last)) return 'killed';
  if (last === 'count' && /\bbody\b/.test(item.phrase?.words ?? '')) return 'killed';
  if (NUMBER_WORDS.test(last) && items[at + 1]?.word === 'of') {
    for (const next of [at + 2, at + 3]) {
      const term = items[next]?.term;
      if (term != null) return term.outcome;
      if (items[next]?.phrase == null) return null;
    }
    return null;
  }
  if (item.term !== null && TOLL_WORDS.test(item.word)) return item.term.outcome;
  return null;
}

const LEADS =
  /^(?:to|at|of|as|reached|reaches|reaching|passed|passes|exceeded|exceeds|topped|tops|hit|hits|was|is|were|stands|stood|totaled|totalled|numbered)$/;

/** The figure that a toll is led to, in its clause. */
function figureBehind(items: readonly Item[], from: number): number {
  for (let at = from; at < Math.min(from + REACH, items.length); at++) {
    const item = items[at];
    if (item === undefined || (item.kind === 'break' && item.word !== ':')) return -1;
    const phrase = item.phrase;
    if (phrase?.kind !== 'counted') continue;
    if (phrase.outcome !== null) return -1;
    const lead = items[at - 1];
    const leads = LEADS.test(lead?.word ?? '') || lead?.word === ':' || lead?.kind === 'be';
    return leads ? at : -1;
  }
  return -1;
}
