/** Figures that stand behind their outcome: "the death toll rose to 12", "fatalities: 3". */
import type { Outcome } from '../../../contract/claims.ts';
import { isStated } from '../../claims/reading/outcomes.ts';
import { wordSet } from '../word-set.ts';
import { isOneBody } from './crimes.ts';
import type { Found } from './found.ts';
import type { Item, Reading } from './items.ts';
import { outcomeTermAt } from './outcome-words.ts';
import { isSingular } from './roles.ts';
import { areLost, skipAdverbs } from './uses.ts';

const REACH = 9;
const NUMBER_WORDS = wordSet('number numbers tally count');
const TOLL_WORDS = wordSet('deaths fatalities casualties injuries dead');
/** "The wounded numbered 30": without "the" they tell of somebody else's wounds. */
const HURT_ONES = wordSet('wounded injured missing displaced');

export function tollsIn(items: readonly Item[]): Found[] {
  return items.flatMap((_, at) => {
    const told = tollOutcome(items, at);
    if (told === null) return [];
    const figure = figureBehind(items, at + 1);
    if (figure === -1) return [];
    const outcome = isOfBoth(items, told) ? ('other' as const) : told.outcome;
    return [{ at: figure, outcome, by: at, rule: 'toll' as const, partOf: -1 }];
  });
}

interface Told {
  readonly outcome: Outcome;
  /** The index of the item that tells it. */
  readonly at: number;
}

function tollOutcome(items: readonly Item[], at: number): Told | null {
  const item = items[at];
  if (item === undefined) return null;
  const last = item.phrase?.lastWord ?? item.word;
  if (item.phrase?.quantity != null) return null;
  if (/^tolls?$/.test(last))
    return (items[at + 1]?.word === 'of' ? toldAt(items, at + 2) : tollNamed(item, at)) ?? killed(at);
  if (last === 'count' && /\bbody\b/.test(item.phrase?.words ?? '')) return killed(at);
  if (NUMBER_WORDS.has(last) && items[at + 1]?.word === 'of')
    return toldAt(items, at + 2) ?? (items[at + 2]?.phrase == null ? null : toldAt(items, at + 3));
  if (HURT_ONES.has(last) && items[at - 1]?.word !== 'the') return null;
  const term = TOLL_WORDS.has(last) || HURT_ONES.has(last) ? outcomeTermAt([last], 0) : null;
  return term === null ? null : { outcome: term.outcome, at };
}

/** "The injury toll", "the casualty toll". */
function tollNamed({ phrase }: Item, at: number): Told | null {
  const outcome = outcomeTermAt([phrase?.words.split(' ').at(-2) ?? ''], 0)?.outcome;
  return outcome === undefined ? null : { outcome, at };
}

const killed = (at: number): Told => ({ outcome: 'killed', at });

function toldAt(items: readonly Item[], at: number): Told | null {
  const term = items[at]?.term;
  return term == null ? null : { outcome: term.outcome, at };
}

/** "The dead and wounded were 30": how many of each is not told. */
const isOfBoth = (items: readonly Item[], { outcome, at }: Told): boolean =>
  [-1, 1].some((step) => {
    const other = items[at + 2 * step]?.term;
    return items[at + step]?.kind === 'conjunction' && other != null && other.outcome !== outcome;
  });

const LEADS = wordSet(`
  to at of as reached reaches reaching passed passes exceeded exceeds topped tops hit hits was is were stands
  stood totaled totalled numbered past above beyond near nears neared`);

/** The figure that a toll is led to, in its clause. */
function figureBehind(items: readonly Item[], from: number): number {
  for (let at = from; at < from + REACH; at++) {
    const item = items[at];
    if (item === undefined || (item.kind === 'break' && item.word !== ':')) return -1;
    const phrase = item.phrase;
    if (phrase?.kind !== 'counted') continue;
    if (phrase.outcome !== null) return -1;
    const lead = items[at - 1];
    const leads = LEADS.has(lead?.word) || lead?.word === ':' || lead?.kind === 'be';
    return leads ? at : -1;
  }
  return -1;
}

/** "Four were shot, two fatally", "three were hurt, one critically": a figure with its degree alone. */
export function degreesIn(items: readonly Item[]): Found[] {
  return items.flatMap((item, at): Found[] => {
    if (item.phrase?.kind !== 'counted' || !item.phrase.bare || !LISTS.has(items[at - 1]?.kind)) return [];
    const degree = items[at + 1]?.word ?? '';
    const after = items[at + 2]?.kind ?? 'break';
    const harmed = items.findLastIndex(({ term }, index) => index < at && term?.outcome === 'injured');
    if (harmed === -1 || after === 'term' || after === 'be') return [];
    const found = { at, by: harmed, rule: 'subject' as const, partOf: -1 };
    if (FATALLY.has(degree)) return [{ ...found, outcome: 'killed' as const }];
    const whole = items.findLastIndex(({ phrase }, index) => index < harmed && phrase?.kind === 'counted');
    return GRAVE.has(degree) ? [{ ...found, outcome: 'injured' as const, partOf: whole }] : [];
  });
}
const FATALLY = wordSet('fatally mortally');
const LISTS = wordSet('comma conjunction');
const GRAVE = wordSet('critically seriously severely gravely badly slightly lightly');

/** "Seven deaths", "two rebel and one military fatality". */
export function nounsIn(reading: Reading, items: readonly Item[]): Found[] {
  return items.flatMap((item, at) => {
    const phrase = item.phrase;
    if (phrase?.kind !== 'counted' || phrase.outcome === null || !isStated(reading.tokens, item.from))
      return [];
    if (NONE.has(phrase.determiner)) return [];
    if (LIVES.has(phrase.lastWord) && !areLost(items, at)) return [];
    if (INJURIES.has(phrase.lastWord) && SUFFERED.has(items[at - 1]?.word)) return [];
    const found: Found = { at, outcome: phrase.outcome, by: at, rule: 'noun', partOf: -1 };
    const before = items[at - 2];
    const listed = items[at - 1]?.kind === 'conjunction' && before?.phrase?.kind === 'counted';
    return listed ? [{ ...found, at: at - 2 }, found] : [found];
  });
}
const LIVES = wordSet('lives life');
const NONE = wordSet('no any');

/** "A body was found". */
export function bodiesIn(items: readonly Item[]): Found[] {
  return items.flatMap(({ phrase }, at): Found[] => {
    if (phrase?.quantity !== null || !isOneBody(phrase.words) || items[at + 1]?.kind !== 'be') return [];
    const isFound = FOUND.has(items[skipAdverbs(items, at + 2)]?.word);
    return isFound ? [{ at, outcome: 'killed', by: at, rule: 'noun', partOf: -1 }] : [];
  });
}
const FOUND = wordSet('found recovered discovered retrieved exhumed spotted fished pulled dragged');

/** "A nurse's death was confirmed", "confirmed Tom Marl's death". */
export function deathsOfOneIn({ words, tokens }: Reading, items: readonly Item[]): Found[] {
  return items.flatMap(({ phrase, from }, at): Found[] => {
    if (phrase == null || phrase.quantity !== null || phrase.lastWord !== 'death') return [];
    const owner = /^(?<name>.+)'s$/.exec(words[phrase.to - 2] ?? '')?.groups?.name ?? '';
    const isPerson = isSingular(owner) || isNamed(tokens.slice(from, phrase.to - 1));
    if (!isPerson || OWN.has(phrase.determiner) || !isReported(items, at)) return [];
    return [{ at, outcome: 'killed', by: at, rule: 'noun', partOf: -1 }];
  });
}
/** "His mother's death": of whom it is the story tells for another reason. */
const OWN = wordSet('his her their my our your');
/** At least two words, each with a capital: a town has a death, too, and one word. */
const isNamed = (tokens: Reading['tokens']): boolean =>
  tokens.length > 1 && tokens.every(({ text }) => /^\p{Lu}/u.test(text));
const isReported = (items: readonly Item[], at: number): boolean =>
  TOLD.has(items[at - 1]?.word) || (items[at + 1]?.kind === 'be' && TOLD.has(items[at + 2]?.word));
const TOLD = wordSet('confirmed confirms announced announces reported reports');

/** "Received 30 injured people", where nothing else is told of them. */
export function colouredIn(reading: Reading, items: readonly Item[]): Found[] {
  return items.flatMap((item, at): Found[] => {
    const { phrase } = item;
    if (phrase?.kind !== 'counted' || phrase.victims === null || phrase.outcome !== null) return [];
    const outcome = phrase.words
      .split(' ')
      .map((word) => COLOURS.get(word))
      .find((one) => one !== undefined);
    if (outcome === undefined || !isStated(reading.tokens, item.from)) return [];
    return [{ at, outcome, by: at, rule: 'noun', partOf: -1 }];
  });
}
const COLOURS: ReadonlyMap<string, Outcome> = new Map([
  ['injured', 'injured'],
  ['wounded', 'injured'],
  ['dead', 'killed'],
  ['slain', 'killed'],
]);

const INJURIES = wordSet('injury injuries');
const SUFFERED = wordSet('suffered sustained received with suffering suffers');
