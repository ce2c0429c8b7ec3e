/** Who stands before a quotation of which no words tell who said it. */
import { isOffice } from '../../claims/reading/titles.ts';
import type { Side } from './aligned.ts';
import { isAlike, wordsIn } from './alike.ts';
import { categoriesOf, isAnaphor, leadsOver, opensFrame } from './lexicon.ts';
import { perSentence } from './per-sentence.ts';
import type { Token } from './tokens.ts';
import { isInBlock, isQuoted, opensBefore, speakersIn } from './voices.ts';

/** How far back somebody is looked for, in sentences. */
const REACH = 8;

/**
 * Does a quotation of which nobody is known to have said it stand behind another than before?
 *
 * "Rashid was angry. “We lost 14 men.”" Words by which something is said are known of some languages alone, and people
 * who then speak weep, rise and shake their heads.
 */
export function losesLeadIn(older: Side, old: number, newer: Side, now: number): boolean {
  if (!isQuoted(older, old) || speakersIn(older, old).length > 0 || endsSaid(older, old)) return false;
  const [lead, leadNow] = [leadIn(older, old), leadIn(newer, now)];
  const isOther = leadNow === null || (lead !== null && !isAlike(older, lead, newer, leadNow));
  if (lead !== null && speakersIn(older, lead).length === 0 && isOther) return true;
  return introducedBy(older, old) !== introducedBy(newer, now);
}

/** The sentence before the one in which the quotation begins; null where that opens its block. */
function leadIn(side: Side, sentence: number): number | null {
  const opens = opening(side, sentence);
  return isInBlock(side, opens) && wordsIn(side, opens - 1).length > 0 ? opens - 1 : null;
}

/** The sentence in which the quotation begins. */
function opening(side: Side, sentence: number): number {
  let opens = sentence;
  while (isInBlock(side, opens) && opensBefore(side, opens)) opens -= 1;
  return opens;
}

/** Does somebody speak behind the quotation that goes on past this sentence? */
function endsSaid(side: Side, sentence: number): boolean {
  for (let next = sentence + 1; next <= sentence + REACH; next++) {
    if (!isInBlock(side, next) || !opensBefore(side, next)) return false;
    if (speakersIn(side, next).length > 0) return true;
  }
  return false;
}

/** Whom the sentences before the quotation speak of, back to one in which somebody says something. */
const introducedBy = perSentence((side, sentence): string => {
  const opens = opening(side, sentence);
  for (let before = opens - 1; before >= Math.max(0, opens - REACH); before--) {
    if (speakersIn(side, before).length > 0) return '';
    if (isQuoted(side, before)) continue;
    const subject = subjectOf(side, before);
    if (subject !== '') return subject;
  }
  return '';
});

/** The person or body that a sentence begins with; an empty string where it begins with something else. */
function subjectOf(side: Side, sentence: number): string {
  const tokens = afterFrame(side.tokens.slice(side.firstOf[sentence], side.firstOf[sentence + 1]));
  const [first] = tokens;
  if (first === undefined || isAnaphor(first.key)) return '';
  if (/^\p{Lo}/u.test(first.key)) return wordsIn(side, sentence).join(' ');
  if (!/^\p{Lu}/u.test(first.key)) return '';
  return opensFrame(first.key) ? described(tokens) : named(tokens);
}

/** Without "But" and "On Monday," */
function afterFrame(tokens: readonly Token[]): readonly Token[] {
  const first = tokens.findIndex(({ key, means }) => means && !leadsOver(key));
  const rest = first === -1 ? [] : tokens.slice(first);
  const comma = rest.findIndex(({ key }) => key === ',');
  return comma > 0 && comma < PHRASE && isPhrase(rest[0]) ? rest.slice(comma + 1) : rest;
}
const PHRASE = 8;
const isPhrase = (token: Token | undefined): boolean => token !== undefined && isPreposition(token.key);
const isPreposition = (key: string): boolean =>
  /^(?:of|to|in|at|on|near|by|after|before|outside|inside|from|with|for|into|through|under|over)$/iu.test(
    key,
  );

/** "Rashid", "Colonel Ekdal". */
function named(tokens: readonly Token[]): string {
  const end = tokens.findIndex(({ key }) => !/^\p{Lu}/u.test(key));
  return tokens
    .slice(0, end === -1 ? tokens.length : end)
    .map(({ key }) => key)
    .join(' ');
}

/** "The mayor of Harran": as far as an office or a noun for people, and the names behind it. */
function described(tokens: readonly Token[]): string {
  const until = tokens.findIndex(({ key, means }, at) => at > 0 && (!means || isPreposition(key)));
  const phrase = tokens.slice(0, until === -1 ? PHRASE : Math.min(until, PHRASE));
  const noun = phrase.findIndex(({ key }, at) => at > 0 && isPerson(key));
  if (noun === -1) return '';
  const behind = tokens.slice(noun + 1);
  const end = behind.findIndex(({ key }) => !/^(?:\p{Lu}|of$|the$)/u.test(key));
  return [...tokens.slice(0, noun + 1), ...behind.slice(0, end === -1 ? behind.length : end)]
    .map(({ key }, at) => (at === 0 ? key.toLowerCase() : key))
    .join(' ');
}

const isPerson = (key: string): boolean =>
  isOffice(key.toLowerCase()) || categoriesOf(key).length > 0 || /^\p{Lu}/u.test(key);
