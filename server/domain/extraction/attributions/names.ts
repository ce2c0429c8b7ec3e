/** Names in a text, and which of them a pronoun or a short form stands for. */

import type { Range } from '../../../contract/common.ts';
import type { AnalysedSentence, Word } from '../analyse.ts';
import { wordSet } from '../word-set.ts';
import { OPENS_TEXT } from './lexicon/signs.ts';
import { BODY_WORDS, MEDIA_WORDS, NAME_TITLES } from './lexicon/sources.ts';
import { NAME_BEGINS } from './lexicon/tags.ts';
import { AUXILIARIES, TIME_WORDS, WEEKDAYS } from './lexicon/words.ts';

export interface Name extends Range {
  /** In full, without the titles before it. */
  readonly full: string;
  readonly isPerson: boolean;
}

const LINKS: ReadonlySet<string> = new Set(
  'of for the and de del al bin ibn van von der den la le da di du dos e y'.split(' '),
);
/** They may stand before another link: "de la Cruz", "van der Berg". */
const OF_FAMILIES = wordSet('de van von');
/** They stand within the names of bodies, and no person's. */
const OF_BODIES = wordSet('of for');
const LONGEST = 10;
const isCapital = (word: Word | undefined): boolean => /^\p{Lu}/u.test(word?.text ?? '');

/** All names of two words and more, and abbreviations in capitals, in the order of the text. */
export function findNames(sentences: readonly AnalysedSentence[]): Name[] {
  return sentences.flatMap(({ words }) => namesIn(words));
}

function namesIn(words: readonly Word[]): Name[] {
  const names: Name[] = [];
  for (let from = 0; from < words.length; from++) {
    if (!beginsName(words, from)) continue;
    const to = nameEnd(words, from);
    const name = nameOf(words.slice(from, to), words[from - 1]?.lower === 'the');
    if (name !== null) names.push(name);
    from = to - 1;
  }
  return names;
}

function beginsName(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || !isCapital(word) || !NAME_BEGINS.has(word.pos)) return false;
  if (WEEKDAYS.has(word.lower) || (MONTH_LEADS.has(words[at - 1]?.lower) && TIME_WORDS.has(word.lower)))
    return false;
  const isFirst = at === 0 || OPENS_TEXT.has(words[at - 1]?.text ?? '');
  return !isFirst || word.pos === 'PROPN' || isCapital(words[at + 1]);
}

function nameEnd(words: readonly Word[], from: number): number {
  let to = from + 1;
  while (to - from < LONGEST) {
    const word = words[to];
    if (word === undefined) break;
    if (isCapital(word) && word.pos !== 'PRON' && (!TIME_WORDS.has(word.lower) || isGivenName(words, to)))
      to++;
    else if (isJoint(words, word, to) && isCapital(words[to + 1])) to++;
    else if (LINKS.has(word.lower) && isLinkAhead(words, word.lower, to)) to++;
    else break;
  }
  return to;
}

/** "Jan Egeland", "May Britt": before another name, a month's name is one too; not in "Jan. 5" and "April Fools' Day". */
export function isGivenName(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || next === undefined || !LIKE_MONTHS.has(word.lower) || !isCapital(word))
    return false;
  const isMonth = MONTH_LEADS.has(words[at - 1]?.lower);
  return (
    !isMonth && next.pos === 'PROPN' && /^\p{Lu}\p{Ll}+$/u.test(next.text) && !TIME_WORDS.has(next.lower)
  );
}
const LIKE_MONTHS = wordSet('jan may april june august');
const MONTH_LEADS = wordSet('in on of since until by from late early mid last this next');

/** "Brook-Lane", "Brook & Lane"; not "Brook - Lane". */
const isJoint = (words: readonly Word[], { text, start }: Word, at: number): boolean =>
  text === '&' || (text === '-' && words[at - 1]?.end === start);

/** "of the" and "de la" take two words; "and" only inside the names of bodies: "Ministry of Food and Health". */
function isLinkAhead(words: readonly Word[], link: string, at: number): boolean {
  const after = words[at + 1];
  if (after === undefined) return false;
  if (link === 'and')
    return isCapital(after) && words.slice(Math.max(0, at - 4), at).some(({ lower }) => OF_BODIES.has(lower));
  if (isCapital(after))
    return (link !== 'the' || words[at - 1]?.lower === 'of') && !AUXILIARIES.has(after.lower);
  if (!isCapital(words[at + 2])) return false;
  return link === 'of' ? after.lower === 'the' : OF_FAMILIES.has(link) && LINKS.has(after.lower);
}

/** @param isThe "the" stands before it: no person's name but behind a title, "the Rev. Ada Brook" */
function nameOf(words: readonly Word[], isThe: boolean): Name | null {
  let from = 0;
  while (from < words.length - 1 && isTitle(words, from)) from += words[from + 1]?.text === '.' ? 2 : 1;
  const own = words.slice(from);
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined) return null;
  const isAbbreviation = own.length === 1 && /^\p{Lu}{2,8}$/u.test(first.text);
  if (own.length === 1 && !isAbbreviation) return null;
  const full = textOf(own);
  const isBody =
    isAbbreviation ||
    (isThe && from === 0) ||
    own.some(({ lower }) => BODY_WORDS.has(lower) || MEDIA_WORDS.has(lower) || OF_BODIES.has(lower));
  return { start: first.start, end: last.end, full, isPerson: !isBody && own.length <= 5 };
}

const isTitle = (words: readonly Word[], at: number): boolean => NAME_TITLES.has(words[at]?.lower ?? '');

/** As printed, with single blanks. */
function textOf(words: readonly Word[]): string {
  let text = '';
  let end = -1;
  for (const word of words) {
    text += end === -1 || end === word.start ? word.text : ` ${word.text}`;
    end = word.end;
  }
  return text;
}
