/** Phrases that name people or things: "at least 385 people", "a police colonel", "Sgt. Ada Brook". */
import type { CasualtyDetails, Outcome } from '../../../contract/claims.ts';
import type { Quantity } from '../../claims/quantities.ts';
import { categoryOf, MONTHS, namesNoOne, THINGS, WEEKDAYS } from '../../claims/reading/lexicon.ts';
import { isAttached, isHyphen, symbolAt, type Token } from '../../claims/reading/tokens.ts';
import { wordSet } from '../word-set.ts';
import { BODY } from './body.ts';
import { crimesAt, toldBy } from './crimes.ts';
import { agentsAt, describesThing, headAt, isName, nounOutcome, ownerAt } from './nouns.ts';
import { type OutcomeTerm, outcomeTermAt } from './outcome-words.ts';
import type { Reading } from './reading.ts';
import { isPeople, isRole, isSingular } from './roles.ts';
import * as lists from './words.ts';

export type PhraseKind =
  /** A figure, of people or of what no list knows. */
  | 'counted'
  /** One person: "a policeman". */
  | 'single'
  /** "both", "both men". */
  | 'pair'
  /** "most of them". */
  | 'share'
  /** Names: "Ada Brook". */
  | 'name'
  /** People without a figure: "soldiers". */
  | 'plural'
  | 'thing'
  | 'time'
  | 'unknown';

export interface Phrase {
  readonly kind: PhraseKind;
  /** Token indices, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly quantity: Quantity | null;
  readonly victims: CasualtyDetails['victims'];
  /** "12 deaths": the outcome is the noun itself. */
  readonly outcome: Outcome | null;
  /** Where the claim's own words begin and end: figure, noun. */
  readonly spanFrom: number;
  readonly spanTo: number;
  readonly determiner: string;
  /** "two of them", "one of whom": a part of what was counted before. */
  readonly ofThem: boolean;
  /** A figure without a noun: "killing 12". */
  readonly bare: boolean;
  /** "The clerk's fingers": a part of a body stands for whose it is. */
  readonly isPart: boolean;
  /** In small letters: all its words, and the last of them. */
  readonly words: string;
  readonly lastWord: string;
}

/** Longer phrases than print has are cut, so that a text of nothing but nouns is read in linear time. */
const LONGEST = 14;

export function phraseAt(reading: Reading, start: number): Phrase | null {
  const { words, figures } = reading;
  let index = start;
  let determiner = '';
  let figureAt = figures.has(start) ? start : -1;
  if (figureAt === -1 && lists.DETERMINERS.has(words[index])) {
    determiner = words[index] ?? '';
    index += 1;
    while (BETWEEN.has(words[index]) && !figures.has(index)) index += 1;
    if (figures.has(index)) figureAt = index;
  }
  const figure = figures.get(figureAt);
  if (figure !== undefined) index = figure.to;
  const body = index;
  const end = endOfBody(reading, body, start + LONGEST, figure !== undefined || determiner !== '');
  if (figure === undefined && determiner !== '' && end === body) return lone(reading, start, determiner);
  if (end === start) return null;
  const base = {
    from: start,
    to: end,
    quantity: figure?.quantity ?? null,
    determiner,
    ofThem: false,
    isPart: false,
    spanFrom: figureAt === -1 ? start : figureAt,
    bare: figure !== undefined && end === body,
    words: words.slice(start, end).join(' '),
    lastWord: words[end - 1] ?? '',
  };
  if (figure !== undefined) return counted(reading, base, figure.quantity, figure.to, body, end);
  return uncounted(reading, base, body, end);
}

/** Between a determiner and a figure: "the other two", "an additional 12". */
const BETWEEN = wordSet(
  'other further additional remaining last first estimated total same more next only at least',
);

type Base = Omit<Phrase, 'kind' | 'victims' | 'outcome' | 'spanTo'>;

/** Where the nouns and adjectives that begin at `body` end. */
function endOfBody(reading: Reading, body: number, most: number, open: boolean): number {
  let index = body;
  while (index < most && belongs(reading, index, index > body || open)) index += 1;
  while (index > body && reading.tokens[index - 1]?.kind === 'symbol') index -= 1;
  return index;
}

function belongs(reading: Reading, index: number, open: boolean): boolean {
  const { tokens, words, figures } = reading;
  const token = tokens[index];
  if (token === undefined || figures.has(index)) return false;
  if (token.kind === 'symbol') return joins(tokens, words, index);
  if (token.kind === 'number') return true;
  const word = words[index] ?? '';
  if (BORDERS.has(word) || (open && opensTime(reading, index))) return false;
  const term = outcomeTermAt(words, index);
  if (term !== null) return open && colours(reading, index, term);
  if (isVerb(word)) return open && coloursNoun(reading, index);
  return true;
}

/** "A woman last week", "two men Tuesday": the time is no part of the people. */
const opensTime = ({ words, tokens }: Reading, index: number): boolean =>
  LEADS_TIME.has(words[index])
    ? lists.WEEK_AND_DAY.has(words[index + 1]) || WEEKDAYS.has(words[index + 1] ?? '')
    : WEEKDAYS.has(words[index] ?? '') && /^\p{Lu}/u.test(tokens[index]?.text ?? '');
const LEADS_TIME = wordSet('last late early next this');

/** Signs inside a phrase: hyphens, strokes, apostrophes, quotes, and the stop after a short form. */
function joins(tokens: readonly Token[], words: readonly string[], index: number): boolean {
  const sign = symbolAt(tokens, index);
  if (isHyphen(tokens, index)) return isAttached(tokens, index) && isAttached(tokens, index + 1);
  if (/^[/'’"“”‘`]$/.test(sign)) return true;
  const before = words[index - 1] ?? '';
  return sign === '.' && isAttached(tokens, index) && (before.length === 1 || lists.SHORT_FORMS.has(before));
}

/** They end a phrase. */
const BORDERS: ReadonlySet<string | undefined> = new Set([
  ...lists.PREPOSITIONS,
  ...lists.CONJUNCTIONS,
  ...lists.SUBORDINATORS,
  ...lists.RELATIVES,
  ...lists.BE,
  ...lists.HAVE,
  ...lists.DO,
  ...lists.MODAL_WORDS,
  ...lists.PRONOUNS,
  ...lists.DETERMINERS,
  ...lists.LEADS_TO_PARTS,
  ...lists.CHAIN_VERBS,
  ...lists.IRREGULAR_VERBS,
  ...lists.ADVERBS,
  'to',
]);

const isVerb = (word: string): boolean => /.{3,}(?:ed|ing)$/.test(word) && !NOUN_IN_ING.has(word);
const NOUN_IN_ING = wordSet(`
  wedding building morning evening meeting shooting bombing hundred united spring sibling shelling fighting
  beijing nothing something`);

/** "eight wounded rebels", "12 deaths". */
function colours(reading: Reading, index: number, term: OutcomeTerm): boolean {
  const { words } = reading;
  if (crimesAt(words, index + 1) !== null) return true;
  if (term.part === 'happens' || (term.length > 1 && term.part !== 'noun')) return false;
  const counted =
    reading.figures.has(index - 1) ||
    [...COUNTED_BACK].some((back) => reading.figures.get(index - back)?.to === index);
  if (words[index + term.length] === 'of' && term.part !== 'state' && !counted) return false;
  if (term.part === 'noun') return true;
  if (term.part === 'verb' && (term.form === 'base' || term.form === 's')) return ACTS.has(words[index]);
  return coloursNoun(reading, index);
}
const ACTS = wordSet('arrest arrests murder murders release');

/** Tokens that a figure right before may take. */
const COUNTED_BACK = [1, 2, 3, 4, 5];

/** A participle before a noun for people, at most two words on: "two armed and masked men" is left alone. */
function coloursNoun({ words, tokens, figures }: Reading, index: number): boolean {
  for (const at of [index + 1, index + 2]) {
    const word = words[at] ?? '';
    if (tokens[at]?.kind !== 'word' || figures.has(at) || (BORDERS.has(word) && !lists.ADVERBS.has(word)))
      return false;
    if ((categoryOf(word) !== null && !namesNoOne(word)) || isRole(word)) return true;
    if (BODIES.has(word)) return true;
  }
  return false;
}
const BODIES = wordSet('body bodies corpse corpses');

/** "another" and "both" alone. */
function lone(reading: Reading, start: number, determiner: string): Phrase | null {
  if (determiner !== 'another' && determiner !== 'both') return null;
  const ofThem = ofPronoun(reading, start + 1);
  return {
    kind: determiner === 'both' ? 'pair' : 'single',
    from: start,
    to: ofThem ? start + 3 : start + 1,
    quantity: null,
    victims: null,
    outcome: null,
    spanFrom: start,
    spanTo: start + 1,
    determiner,
    ofThem,
    bare: true,
    isPart: false,
    words: determiner,
    lastWord: determiner,
  };
}

const SHARES = wordSet('most half all some majority');

/** "Most of them", "all of whom": a part that no figure tells. */
export function shareAt(reading: Reading, start: number): Phrase | null {
  const { words, figures } = reading;
  if (!SHARES.has(words[start]) || figures.has(start) || !ofPronoun(reading, start + 1)) return null;
  return {
    kind: 'share',
    from: start,
    quantity: null,
    outcome: null,
    spanFrom: start,
    determiner: '',
    ofThem: true,
    bare: true,
    isPart: false,
    words: words.slice(start, start + 3).join(' '),
    lastWord: words[start + 2] ?? '',
    ...calledAt(reading, start + 3, start + 3),
  };
}

/** "Six of them children": what the part is called, right behind. `spanTo` is where the marked words end without it. */
function calledAt(
  reading: Reading,
  index: number,
  spanTo: number,
): Pick<Phrase, 'to' | 'spanTo' | 'victims'> {
  const inner = phraseAt(reading, index);
  return inner !== null && inner.quantity === null && (inner.kind === 'plural' || inner.kind === 'single')
    ? { to: inner.to, spanTo: inner.spanTo, victims: inner.victims }
    : { to: index, spanTo, victims: null };
}

const THEM = wordSet('them whom these those which us');
const ofPronoun = ({ words }: Reading, index: number): boolean =>
  words[index] === 'of' && THEM.has(words[index + 1]);

function counted(
  reading: Reading,
  base: Base,
  quantity: Quantity,
  figureTo: number,
  body: number,
  end: number,
): Phrase {
  const { words } = reading;
  if (end === body && ofPronoun(reading, end))
    return { ...base, kind: 'counted', outcome: null, ofThem: true, ...calledAt(reading, end + 2, figureTo) };
  const head = headAt(reading, body, end);
  const people = head?.to === end ? head : (agentsAt(reading, end) ?? head);
  const victims = people?.victims ?? null;
  const noun = nounOutcome(words, body, end);
  if (noun !== null) return { ...base, kind: 'counted', spanTo: noun.at + 1, victims, outcome: noun.outcome };
  if (people !== null && describesThing(reading, people.to, end))
    return { ...base, kind: 'thing', spanTo: end, victims: null, outcome: null };
  if (people !== null) return { ...base, kind: 'counted', spanTo: people.to, victims, outcome: null };
  if (end === body && words[end] === 'of') {
    const inner = phraseAt(reading, end + 1);
    if (inner !== null && inner.quantity === null && (inner.kind === 'plural' || inner.kind === 'single'))
      return {
        ...base,
        kind: 'counted',
        to: inner.to,
        spanTo: inner.spanTo,
        victims: inner.victims,
        outcome: null,
      };
  }
  const isThing =
    THINGS.has(words[end - 1] ?? '') || (quantity.best === 1 && THINGS.has(`${words[end - 1] ?? ''}s`));
  if (isThing && end > body) return { ...base, kind: 'thing', spanTo: end, victims: null, outcome: null };
  return { ...base, kind: 'counted', spanTo: end > body ? end : figureTo, victims: null, outcome: null };
}

/** "An elderly couple", "twin sisters": two. */
const COUPLE = wordSet('couple duo twin twins');

function uncounted(reading: Reading, base: Base, body: number, end: number): Phrase {
  const { words } = reading;
  const last = words[end - 1] ?? '';
  const rest = { ...base, spanTo: end, outcome: null };
  if (WEEKDAYS.has(last) || MONTHS.has(words[body] ?? '') || lists.WEEK_AND_DAY.has(last))
    return { ...rest, kind: 'time', victims: null };
  const crimes = crimesAt(words, end);
  if (crimes !== null)
    return {
      ...rest,
      kind: 'counted',
      quantity: toldBy(reading.tokens, end - 2, crimes.count),
      spanFrom: end - 2,
      outcome: crimes.outcome,
      victims: null,
    };
  const owner = BODY.has(last) ? ownerAt(reading, body, end) : null;
  if (owner !== null) return { ...rest, kind: 'single', isPart: true, victims: owner };
  const head = headAt(reading, body, end);
  if (head !== null) {
    const word = words[head.to - 1] ?? '';
    const isLast = head.to === end || (!isPeople(word) && isName(reading, head.to, end));
    if (!isLast) return { ...rest, kind: 'unknown', victims: null };
    if (COUPLE.has(base.lastWord) || COUPLE.has(words[body]))
      return { ...rest, kind: 'pair', spanTo: end, victims: head.victims };
    if (isSingular(word))
      return {
        ...rest,
        kind: 'single',
        spanTo: base.determiner !== '' ? head.to : end,
        victims: head.victims,
      };
    return { ...rest, kind: base.determiner === 'both' ? 'pair' : 'plural', victims: head.victims };
  }
  if (isName(reading, body, end) && base.determiner === '') return { ...rest, kind: 'name', victims: null };
  const things = THINGS.has(last) || THINGS.has(`${last}s`);
  return { ...rest, kind: things ? 'thing' : 'unknown', victims: null };
}
