/** How each word that tells an outcome is used: on which side its people stand, and whether it happened at all. */
import type { Outcome } from '../../../contract/claims.ts';
import { CARRIED_OUT } from '../../claims/reading/lexicon.ts';
import { isStated } from '../../claims/reading/outcomes.ts';
import { wordSet } from '../word-set.ts';
import type { Item, Reading } from './items.ts';

export type Side =
  /** The subject of a passive, or of "died". */
  | 'left'
  /** The object. */
  | 'right'
  /** "The deaths of". */
  | 'of'
  /** "Among the dead were". */
  | 'inverse'
  /** "Killing him": whom an earlier phrase names. */
  | 'pronoun'
  /** "The four women he shot". */
  | 'contact';

export interface Use {
  /** The index of its item. */
  readonly at: number;
  /** The index of the first of its auxiliaries. */
  readonly from: number;
  readonly outcome: Outcome;
  readonly side: Side;
  /** Whoever is meant is a person or an animal, whatever noun is printed. */
  readonly strict: boolean;
  /** The verb tells that its subject is one: "was", "has been". */
  readonly singular: boolean;
  /** It has an auxiliary of its own, and so is no mere modifier ("missing since May"). */
  readonly finite: boolean;
}

/** The uses that the text states as having happened. */
export function usesOf(reading: Reading, items: readonly Item[]): Use[] {
  return items.flatMap((item, at) => {
    const side = item.term === null ? null : sideOf(items, at);
    if (item.term === null || side === null || !happened(reading, items, at)) return [];
    const { from, be, have, singular } = auxiliariesBefore(items, at);
    const { part, needsPeople, outcome } = item.term;
    return [
      {
        at,
        from,
        outcome: adjusted(items, at, outcome),
        side,
        strict: !needsPeople || (part === 'happens' && outcome === 'killed'),
        singular,
        finite: be || have || part === 'happens',
      },
    ];
  });
}

function sideOf(items: readonly Item[], at: number): Side | null {
  const term = items[at]?.term;
  const isOf = items[at + 1]?.word === 'of';
  if (term == null) return null;
  if (term.part === 'noun') return isOf ? 'of' : null;
  if (term.part === 'happens') return 'left';
  const { be, have } = auxiliariesBefore(items, at);
  if (term.passiveOnly === true && !be && !sharesBe(items, at)) return null;
  if (term.part === 'state' && items[at - 1]?.word === 'for') return null;
  if (items[at]?.word === 'shot' && isRound(items, at)) return null;
  if (term.part === 'state') return isInverse(items, at) ? 'inverse' : 'left';
  if (contactIndex(items, at) !== -1) return 'contact';
  if (term.form !== 'past')
    return isOf
      ? 'of'
      : objectIndex(items, at) === -1
        ? pronounOrSelf(items[skipAdverbs(items, at + 1)])
        : 'right';
  if (be) return isInverse(items, at) ? 'inverse' : 'left';
  if (have) return 'right';
  return pastSide(items, at);
}

/** "Were crushed and taken to hospital": the first verb's "were" is the second's too. */
function sharesBe(items: readonly Item[], at: number): boolean {
  if (items[at - 1]?.kind !== 'conjunction') return false;
  for (let back = at - 2; back >= at - SHARED_REACH; back--) {
    const kind = items[back]?.kind ?? 'break';
    if (kind === 'be') return true;
    if (ENDS_SHARING.has(kind)) return false;
  }
  return false;
}
const SHARED_REACH = 7;
const ENDS_SHARING = wordSet('break subordinator relative comma have modal do pronoun');

/** "The four women (that) he shot", "whom he is accused of shooting": the index of the phrase that a verb means; -1 for none. */
export function contactIndex(items: readonly Item[], at: number): number {
  if (objectIndex(items, at) !== -1) return -1;
  let back = skipHelpers(items, at - 1);
  if (items[back]?.word === 'of' && ACCUSED.has(items[back - 1]?.word)) back = skipHelpers(items, back - 2);
  if (!DOERS.has(items[back]?.word)) return -1;
  back -= items[back - 1]?.kind === 'relative' ? 2 : 1;
  const kind = items[back]?.phrase?.kind;
  return kind === 'counted' || kind === 'single' ? back : -1;
}
const ACCUSED = wordSet('accused suspected convicted guilty');
const DOERS = wordSet("he she they he's she's they're");

/** Over "has", "is", "allegedly" before a verb. */
function skipHelpers(items: readonly Item[], at: number): number {
  let back = at;
  while (HELPERS.has(items[back]?.kind)) back -= 1;
  return back;
}
const HELPERS = wordSet('adverb have be');

/** "Fired only one shot": no one's wound. */
const isRound = (items: readonly Item[], at: number): boolean =>
  items[at - 1]?.phrase?.bare === true && FIRED.has(items[at - 2]?.word);
const FIRED = wordSet('fired only just heard hearing firing');

/** "Gunmen killed 12", "12 killed in Ardle", "the man killed himself". */
function pastSide(items: readonly Item[], at: number): Side | null {
  if (isInverse(items, at)) return 'inverse';
  const next = items[skipAdverbs(items, at + 1)];
  if (next?.kind === 'pronoun') return pronounOrSelf(next);
  return objectIndex(items, at) === -1 ? 'left' : 'right';
}
/** "Killing him", "killed himself". */
function pronounOrSelf(next: Item | undefined): Side | null {
  if (next?.kind !== 'pronoun') return null;
  if (REFLEXIVES.has(next.word)) return 'left';
  return THEM.has(next.word) ? 'pronoun' : null;
}
const THEM = wordSet('him her them');
const REFLEXIVES = wordSet('himself herself themselves itself');

/** The index of the phrase right after a verb, or after the one that it is joined to ("killed and wounded 12"); -1 for none. */
export function objectIndex(items: readonly Item[], at: number): number {
  const next = skipAdverbs(items, at + 1);
  const item = items[next];
  if (item?.kind === 'conjunction') {
    const joined = skipAdverbs(items, next + 1);
    const verb = items[joined]?.term;
    const own = items[at]?.term;
    const alike = verb?.part === 'verb' && own?.part === 'verb' && verb.form === own.form;
    return alike ? objectIndex(items, joined) : -1;
  }
  if (item?.phrase == null || item.phrase.kind === 'time') return -1;
  const after = items[skipAdverbs(items, next + 1)]?.term;
  // "12 killed 30 injured": each figure stands before its own word.
  const listed =
    countedBefore(items, at) && item.phrase.kind === 'counted' && after != null && after.part !== 'noun';
  return listed ? -1 : next;
}

const countedBefore = (items: readonly Item[], at: number): boolean =>
  items[overAdverbs(items, at - 1)]?.phrase?.kind === 'counted';

/** The index of what stands before, over adverbs. */
function overAdverbs(items: readonly Item[], at: number): number {
  let back = at;
  while (items[back]?.kind === 'adverb') back -= 1;
  return back;
}

export function skipAdverbs(items: readonly Item[], at: number): number {
  let index = at;
  for (let count = 0; count < 4 && items[index]?.kind === 'adverb'; count++) index += 1;
  return index;
}

/** "Among the dead were two nurses", "Also wounded was a guard": the people stand behind. */
const isInverse = (items: readonly Item[], at: number): boolean => inverseIndex(items, at) !== -1;

/** The index of the people who stand behind a verb's "were"; -1 where they do not. */
export function inverseIndex(items: readonly Item[], at: number): number {
  const before = items[at - 1];
  if (before !== undefined && !INVERTING.has(before.kind)) return -1;
  let next = at + 1;
  // "Wounded in the attack on Tuesday were": where a sentence begins so.
  for (let round = 0; round < 3 && before === undefined && isPlacing(items, next); round++) next += 2;
  const links = items[next]?.kind === 'be' || /^include[sd]?$/.test(items[next]?.word ?? '');
  return links && items[skipAdverbs(items, next + 1)]?.phrase != null ? skipAdverbs(items, next + 1) : -1;
}
const isPlacing = (items: readonly Item[], at: number): boolean =>
  items[at]?.kind === 'preposition' && items[at + 1]?.phrase != null;
const INVERTING = wordSet('break adverb preposition comma pronoun');

interface Auxiliaries {
  readonly from: number;
  readonly be: boolean;
  readonly have: boolean;
  readonly singular: boolean;
}

const SINGULAR_AUXILIARIES = wordSet('is was has');
const BETWEEN = wordSet('adverb be have chain to modal do');
const MOST_AUXILIARIES = 10;

function auxiliariesBefore(items: readonly Item[], at: number): Auxiliaries {
  let from = at;
  const seen = new Set<string>();
  for (let back = at - 1; back >= at - MOST_AUXILIARIES; back--) {
    const item = items[back];
    if (item === undefined || !BETWEEN.has(item.kind)) break;
    seen.add(item.kind);
    if (SINGULAR_AUXILIARIES.has(item.word)) seen.add('singular');
    from = back;
  }
  return { from, be: seen.has('be'), have: seen.has('have'), singular: seen.has('singular') };
}

/** "Fatally shot", "shot him dead". */
function adjusted(items: readonly Item[], at: number, outcome: Outcome): Outcome {
  if (outcome !== 'injured') return outcome;
  const around = [items[at - 1]?.word, items[at + 1]?.word];
  const fatal = around.some((word) => word === 'fatally' || word === 'mortally');
  const toDeath = items[at + 1]?.kind === 'pronoun' && items[at + 2]?.word === 'dead';
  return fatal || toDeath ? 'killed' : outcome;
}

const NOT_YET = wordSet(
  'attempted attempt attempting planned possible potential threatened threatening plot plotting nearly almost alleged',
);
const DEMANDS = wordSet(
  'demand demands demanded demanding urge urges urged urging seek seeks sought seeking secure call called calls calling ask asked request requested negotiate negotiating',
);
const DEMAND_REACH = 5;

function happened(reading: Reading, items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item === undefined || !isStated(reading.tokens, item.from)) return false;
  if (isNamePart(reading, item) || isPlanned(items, at)) return false;
  if (NOT_YET.has(reading.words[item.from - 1])) return false;
  if (LIVES.has(item.word) && !LOSES.has(verbBefore(items, at))) return false;
  if (
    item.term?.part === 'verb' &&
    item.term.form === 'base' &&
    items[at - 1]?.kind === 'to' &&
    !CARRIED_OUT.has(items[at - 2]?.word ?? '')
  )
    return false;
  if (item.term?.outcome !== 'freed' && items[at + 1]?.word !== 'of') return true;
  for (let back = at - 1; back >= at - DEMAND_REACH; back--) if (DEMANDS.has(items[back]?.word)) return false;
  return true;
}
const LIVES = wordSet('lives life');

/** "Was to be executed", "are to be freed". */
function isPlanned(items: readonly Item[], at: number): boolean {
  const be = overAdverbs(items, at - 1);
  return (
    items[be]?.word === 'be' &&
    items[be - 1]?.kind === 'to' &&
    items[overAdverbs(items, be - 2)]?.kind === 'be'
  );
}

/** "The Free Ardle Army": with a capital among small letters it is no verb. */
function isNamePart(reading: Reading, { from, term }: Item): boolean {
  if (reading.inCapitals || from === 0 || term?.part !== 'verb' || term.form === 'past') return false;
  return /^\p{Lu}/u.test(reading.tokens[from]?.text ?? '') && reading.tokens[from - 1]?.kind === 'word';
}

const LOSES = wordSet(`
  claim claims claimed claiming took take taken takes taking cost costs costing lost loss lose loses losing
  ended`);
/** "Claimed the lives of 14": the verb, over "the". */
function verbBefore(items: readonly Item[], at: number): string {
  for (let back = at - 1; back >= at - 3; back--) {
    const item = items[back];
    if (item !== undefined && LOSES.has(item.phrase?.lastWord ?? item.word))
      return item.phrase?.lastWord ?? item.word;
  }
  return '';
}
/** "Claimed 14 lives", "14 lives were lost". */
export const areLost = (items: readonly Item[], at: number): boolean =>
  verbBefore(items, at) !== '' || (items[at + 1]?.kind === 'be' && items[at + 2]?.word === 'lost');
