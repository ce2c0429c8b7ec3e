/** A sentence as phrases and the words between them: a shallow reading that needs no tagger, so capitals do it no harm. */
import { isAttached, isHyphen, symbolAt, type Token, wordAt } from '../../claims/reading/tokens.ts';
import { wordSet } from '../word-set.ts';
import { type OutcomeTerm, outcomeTermAt } from './outcome-words.ts';
import { type Phrase, phraseAt, shareAt } from './phrases.ts';
import type { Reading } from './reading.ts';
import * as lists from './words.ts';

export type { Reading } from './reading.ts';

export type Kind =
  | 'phrase'
  | 'term'
  | 'preposition'
  | 'conjunction'
  | 'comma'
  | 'break'
  | 'be'
  | 'have'
  | 'do'
  | 'modal'
  | 'to'
  | 'chain'
  | 'adverb'
  | 'verb'
  | 'pronoun'
  | 'relative'
  | 'subordinator'
  | 'part';

/** Token indices, `to` exclusive. */
export interface Item {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
  readonly word: string;
  readonly phrase: Phrase | null;
  readonly term: OutcomeTerm | null;
}

/** A stretch of text as phrases and the words between them, in its order. */
export function itemsOf(reading: Reading): Item[] {
  const items: Item[] = [];
  let index = 0;
  while (index < reading.tokens.length) {
    const item = itemAt(reading, index);
    if (item !== null) items.push(item);
    index = item?.to ?? index + 1;
  }
  return items;
}

function itemAt(reading: Reading, index: number): Item | null {
  const { tokens, words } = reading;
  const word = wordAt(tokens, index);
  const plain = (kind: Kind, to = index + 1): Item => ({
    kind,
    from: index,
    to,
    word,
    phrase: null,
    term: null,
  });
  if (!reading.figures.has(index)) {
    if (tokens[index]?.kind === 'symbol') {
      const kind = signKind(tokens, index);
      return kind === null ? null : { ...plain(kind), word: tokens[index]?.text ?? '' };
    }
    const term = outcomeTermAt(words, index);
    if (term !== null) return { ...plain('term', index + term.length), term };
    const share = shareAt(reading, index);
    if (share !== null) return { ...plain('phrase', share.to), phrase: share };
    const phrase = lists.DETERMINERS.has(word) ? phraseAt(reading, index) : null;
    if (phrase !== null) return { ...plain('phrase', phrase.to), phrase };
    const partLength = partLeadLength(words, index);
    if (partLength > 0) return plain('part', index + partLength);
    const length = fixedLength(words, index);
    if (length > 0) return plain('conjunction', index + length);
    const kind = kindOfWord(words[index] ?? '');
    if (kind !== null) return plain(kind);
  }
  const phrase = phraseAt(reading, index);
  // An age, a house number: it tells of the people before it and counts none.
  const isNumber = phrase !== null && phrase.quantity === null && /^\d+$/.test(phrase.words);
  return phrase === null || isNumber ? plain('adverb') : { ...plain('phrase', phrase.to), phrase };
}

/** "as well as", "along with", "together with": they join as "and" does. */
function fixedLength(words: readonly string[], index: number): number {
  const three = words.slice(index, index + 3).join(' ');
  if (three === 'as well as') return 3;
  const two = words.slice(index, index + 2).join(' ');
  return two === 'along with' || two === 'together with' || two === 'but also' ? 2 : 0;
}

/** "including", "among them": what follows is a part of what stands before. */
function partLeadLength(words: readonly string[], index: number): number {
  const word = words[index] ?? '';
  if (lists.LEADS_TO_PARTS.has(word)) return 1;
  return word === 'among' && OF_THEM.has(words[index + 1]) ? 2 : 0;
}
const OF_THEM = wordSet('them whom');

/** What a word is wherever it stands: the first list that has it tells. */
const LISTS: readonly [Kind, ReadonlySet<string | undefined>][] = [
  ['to', new Set(['to'])],
  ['be', lists.BE],
  ['have', lists.HAVE],
  ['do', lists.DO],
  ['modal', lists.MODAL_WORDS],
  ['conjunction', lists.CONJUNCTIONS],
  ['relative', lists.RELATIVES],
  ['subordinator', lists.SUBORDINATORS],
  ['adverb', lists.ADVERBS],
  ['preposition', lists.PREPOSITIONS],
  ['pronoun', lists.PRONOUNS],
  ['chain', lists.CHAIN_VERBS],
  ['verb', lists.IRREGULAR_VERBS],
];
const KINDS = new Map<string | undefined, Kind>();
for (const [kind, list] of LISTS.toReversed()) for (const word of list) KINDS.set(word, kind);

function kindOfWord(word: string): Kind | null {
  const kind = KINDS.get(word);
  if (kind !== undefined) return kind;
  if (/ly$/.test(word) && !NOT_ADVERBS.has(word)) return 'adverb';
  return isVerbByEnding(word) ? 'verb' : null;
}
const NOT_ADVERBS = wordSet('family ally assembly italy july police elderly rally reply');

/** "-ed" and "-ing" outside a phrase. */
export const isVerbByEnding = (word: string): boolean =>
  /.{3,}(?:ed|ing)$/.test(word) && !NOT_VERBS.has(word);
const NOT_VERBS = wordSet(
  'wedding building morning evening meeting being during shooting bombing king hundred red united spring wing ring sibling siblings feed seed speed shelling stabbing painting fighting beijing nothing something anything reading',
);

function signKind(tokens: readonly Token[], index: number): Kind | null {
  const sign = symbolAt(tokens, index);
  if (sign === ',' || sign === '(' || sign === ')' || sign === '[' || sign === ']') return 'comma';
  if (/^[—–]$/.test(sign)) return 'comma';
  if (/^[;:!?…|]$/.test(sign)) return 'break';
  if (isHyphen(tokens, index)) return hyphenKind(tokens, index);
  if (sign === '&') return 'conjunction';
  return sign === '.' && endsSentence(tokens, index) ? 'break' : null;
}

/** "--" ends a clause; " - " is typed for a dash; within a word it is no sign of its own. */
function hyphenKind(tokens: readonly Token[], index: number): Kind | null {
  if (symbolAt(tokens, index + 1) === '-') return 'break';
  return isAttached(tokens, index) || isAttached(tokens, index + 1) ? null : 'comma';
}

function endsSentence(tokens: readonly Token[], index: number): boolean {
  const before = wordAt(tokens, index - 1);
  return before.length > 1 && !lists.SHORT_FORMS.has(before);
}
