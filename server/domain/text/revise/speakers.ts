/** Who speaks in a sentence: the words around those by which something is said. */

import { isOffice } from '../../claims/reading/titles.ts';
import { BODY_WORDS, MEDIA_WORDS } from '../../extraction/attributions/lexicon/sources.ts';
import type { Side } from './aligned.ts';
import {
  goesOnBy,
  isAnaphor,
  isBinding,
  isCue,
  isCueAbroad,
  isDay,
  isGiving,
  isMessage,
  isTalking,
  isWorker,
  leadsOver,
  opensWords,
  tellsByHearsay,
} from './lexicon.ts';
import { perSentence } from './per-sentence.ts';
import { isBetweenMarks } from './quoted.ts';
import { subjectOf } from './subjects.ts';
import type { Token } from './tokens.ts';

export interface Speaker {
  /** As printed, in the order of the text; a whole clause where nothing tells a name apart. */
  readonly name: string;
  /** The word by which it is said. */
  readonly cue: string;
}

/** The speaker of each cue outside of quotations, in the order of the text. */
export const speakersIn = perSentence((side, sentence): readonly Speaker[] => {
  const first = side.firstOf[sentence] ?? 0;
  const last = side.firstOf[sentence + 1] ?? first;
  const found: Speaker[] = [];
  for (let index = first; index < last; index++) {
    const cue = side.tokens[index]?.key ?? '';
    if (!speaksAt(side.tokens, index, last) || isBetweenMarks(side, index)) continue;
    const name = nameAt(side, sentence, index);
    // ", saying": whoever the sentence speaks of, told before.
    if (name !== '' || found.length === 0) found.push({ name, cue });
  }
  return found;
});

/** "Said", "spoke", and "issued" where a message follows. */
function speaksAt(tokens: readonly Token[], at: number, last: number): boolean {
  const key = tokens[at]?.key ?? '';
  if (isMessage(key)) return OWNED.test(tokens[at - 1]?.key ?? '') || SENT.test(tokens[at + 1]?.key ?? '');
  if (isCue(key) || isTalking(key)) return true;
  if (!isGiving(key)) return false;
  for (let next = at + 1; next < Math.min(last, at + 1 + OBJECT); next++) {
    const token = tokens[next];
    if (token === undefined || !token.means) return false;
    if (isMessage(token.key)) return true;
  }
  return false;
}
/** So many words behind "issued" the message has come. */
const OBJECT = 6;
/** "Rashid's message", "a message from Rashid". */
const OWNED = /'s$|^(?:his|her|its|their)$/iu;
const SENT = /^(?:from|by)$/iu;

function nameAt(side: Side, sentence: number, cue: number): string {
  const first = side.firstOf[sentence] ?? 0;
  const last = side.firstOf[sentence + 1] ?? first;
  if (SENT.test(side.tokens[cue + 1]?.key ?? '') && isMessage(side.tokens[cue]?.key ?? ''))
    return namesAfter(side, cue + 1, last);
  const before = namesBefore(side, first, cue);
  if (before !== '') return before;
  const { key = '' } = side.tokens[cue] ?? {};
  if (!/(?<!^accord)ing$/iu.test(key)) return namesAfter(side, cue, last);
  // "Speaking to reporters, Rashid ...": another word tells who.
  return cue === first ? '' : subjectOf(side, sentence);
}

/** So many words name a speaker at most: before the cue a whole clause, behind it the words said may follow. */
const NAME_BEFORE = 24;
const NAME = 8;

function namesBefore({ tokens }: Side, first: number, cue: number): string {
  const titled = titledBefore(tokens.slice(first, cue));
  if (titled !== '') return titled;
  const names: string[] = [];
  for (let index = cue - 1; index >= Math.max(first, cue - NAME_BEFORE); index--) {
    const token = tokens[index];
    if (token === undefined || !token.means) break;
    names.unshift(token.key);
  }
  return names.join(' ');
}

/** "Rashid, the mayor of Harran," and "the mayor of Harran, Rashid,": a name and a title between two commas. */
function titledBefore(before: readonly Token[]): string {
  const from = before.findLastIndex(({ key }) => key === '"') + 1;
  const tokens = before.slice(from, before.findLastIndex(({ key }) => !leadsOver(key)) + 1);
  const at = tokens.findIndex(({ key }) => key === ',');
  if (at < 1 || at === tokens.length - 1 || tokens.at(-1)?.key !== ',') return '';
  return tokens
    .filter(({ means }) => means)
    .map(({ key }) => key)
    .join(' ');
}

function namesAfter({ tokens }: Side, cue: number, last: number): string {
  const names: string[] = [];
  for (let index = cue + 1; index < Math.min(last, cue + NAME); index++) {
    const token = tokens[index];
    if (token === undefined || !token.means || opensWords(token.key)) break;
    names.push(token.key);
  }
  return names.join(' ');
}

const PREPOSITION = /^(?:on|late|early)$/iu;

/** Without the day, and what leads over: that Rashid also said it, or on Tuesday, is the same Rashid. */
export const timeless = (words: readonly string[]): string[] =>
  words.filter(
    (word, at) => !leadsOver(word) && !isDay(word) && !(PREPOSITION.test(word) && isDay(words[at + 1] ?? '')),
  );

/** The name alone, in small letters: of "When Rashid" and "It rained as Rashid" as of "Rashid". */
export function bareName({ name }: Speaker): string {
  const words = timeless(name.split(' ')).map((word) => word.toLowerCase());
  const clause = words.findLastIndex((word) => isBinding(word) || word === 'as' || isCue(word));
  return words.slice(clause + 1).join(' ');
}

/** What a name can be called after: a person, a body, or either. */
type Kind = 'person' | 'body' | null;

const PREPOSITIONS = /^(?:of|for|in|at|on|from|near|with)$/u;

/** Of whom it is told by a noun: "the mayor of Harran", "the harbour office". */
function kindOf(name: string): Kind {
  const words = name.split(' ');
  const end = words.findIndex((word, at) => at > 0 && PREPOSITIONS.test(word));
  const head = words.slice(0, end === -1 ? words.length : end);
  if (isBody(head.at(-1) ?? '')) return 'body';
  return head.some(isPerson) ? 'person' : null;
}
const isBody = (word: string): boolean => BODY_WORDS.has(word) || MEDIA_WORDS.has(word);
export const isPerson = (word: string): boolean => isOffice(word) || isWorker(word) || PERSON.test(word);
/** Is it a name that no body and no newspaper has? */
export const isNamedAsPerson = (name: string): boolean => kindOf(name) !== 'body' && !holds(name, isBody);
/** "The ministry’s spokesman", "a spokesman for the ministry": names of both. */
const holds = (name: string, is: (word: string) => boolean): boolean =>
  name.split(' ').some((word) => is(word.replace(/'s?$/u, '')));
const PERSON = /(?:^(?:mr|mrs|ms)$|(?:wo)?man$|person$|father$|mother$|witness$|resident$)/u;
const MALE = /^(?:mr|king|prince|sheikh|emir|pope|[a-z]*(?<!wo)man|father)$/u;
const FEMALE = /^(?:mrs|ms|queen|princess|[a-z]*woman|mother)$/u;

/** The pronoun that alone names a speaker: "But he also added", "dijo"; null where a name does. */
export function pronounOf(speaker: Speaker): string | null {
  const [word = '', ...more] = timeless(speaker.name.split(' '));
  const key = word.toLowerCase();
  if (speaker.name === '') return isCueAbroad(speaker.cue) ? ANYBODY : null;
  if (ABROAD.has(key)) return key;
  if (IN_FRENCH.test(key)) return more.every((next) => HAVING.test(next)) ? key : null;
  return more.length === 0 && isAnaphor(word) ? key : null;
}
/** In languages whose verb needs no pronoun. */
const ANYBODY = '';
const ABROAD: ReadonlySet<string> = new Set(
  'er él ella ellos ellas он она они він هو هي הוא היא הם 他 她'.split(' '),
);
/** In Italian an article: "il ministro ha detto". */
const IN_FRENCH = /^(?:ils?|elles?)$/u;
const HAVING = /^(?:a|ont|avait|avaient)$/u;

/** "He added", "he also said": who that is spoke before. */
export const goesOnSpeaking = ({ name, cue }: Speaker): boolean => goesOnBy(cue) || /\balso$/u.test(name);

const OWNING = /^(?:his|her|its|their)$/u;
/** "His spokesman": who that is hangs on who "he" is. */
export const ownerOf = (name: string): string | null => OWNING.exec(name.split(' ')[0] ?? '')?.[0] ?? null;

const HE = /^(?:he|him|his|himself|er|él|ils?|он|він|هو|הוא|他)$/u;
const SHE = /^(?:she|her|hers|herself|elles?|ella|она|هي|היא|她)$/u;
const IT = /^(?:it|its|itself)$/u;

/** Can a pronoun stand for a name? "He" for no ministry, "it" for no mayor. */
export function mayStandFor(pronoun: string, name: string): boolean {
  const kind = kindOf(name);
  const words = name.split(' ');
  if (IT.test(pronoun)) return kind !== 'person' || holds(name, isBody);
  const isNobody = kind === 'body' && !holds(name, isPerson);
  if (HE.test(pronoun)) return !isNobody && !words.some((word) => FEMALE.test(word));
  return !SHE.test(pronoun) || (!isNobody && !words.some((word) => MALE.test(word)));
}

/** "Reportedly" is said by nobody. */
export const isVoice = ({ name, cue }: Speaker): boolean => name !== '' && !tellsByHearsay(cue);
