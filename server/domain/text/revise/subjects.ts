/** The person or body that a sentence speaks of. */
import { isOffice } from '../../claims/reading/titles.ts';
import { wordsIn } from './alike.ts';
import {
  categoriesOf,
  isActor,
  isAnaphor,
  isBoundWord,
  isFigure,
  isMass,
  isWorker,
  leadsOver,
  opensFrame,
} from './lexicon.ts';
import { perSentence } from './per-sentence.ts';
import type { Token } from './tokens.ts';

/** The person or body that a sentence begins with; an empty string where it begins with something else. */
export const subjectOf = perSentence((side, sentence): string => {
  const tokens = afterFrame(side.tokens.slice(side.firstOf[sentence], side.firstOf[sentence + 1]));
  const [first] = tokens;
  if (first === undefined || isAnaphor(first.key) || (isMass(first.key) && !isActor(first.key))) return '';
  if (/^\p{Lo}/u.test(first.key)) return wordsIn(side, sentence).join(' ');
  // Those who are counted are spoken of.
  if (!/^\p{Lu}/u.test(first.key) || isBoundWord(first.key)) return '';
  return opensFrame(first.key) ? described(tokens) : named(tokens);
});

/** Without "But" and "On Monday," */
function afterFrame(tokens: readonly Token[]): readonly Token[] {
  const first = tokens.findIndex(({ key, means }) => means && !leadsOver(key));
  const rest = first === -1 ? [] : tokens.slice(first);
  const comma = rest.findIndex(({ key }) => key === ',');
  return comma > 0 && comma < PHRASE && isPhrase(rest[0]) ? rest.slice(comma + 1) : rest;
}
const PHRASE = 8;
const isPhrase = (token: Token | undefined): boolean =>
  token !== undefined && (isPreposition(token.key) || isClause(token.key));
const isPreposition = (key: string): boolean =>
  /^(?:of|to|in|at|on|near|by|after|before|outside|inside|from|with|for|into|through|under|over)$/iu.test(
    key,
  );
const isClause = (key: string): boolean => /^(?:when|while|as|because|although|though|since)$/iu.test(key);

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
  if (noun === -1 || phrase.slice(0, noun).some(({ key }) => isFigure(key))) return '';
  const behind = tokens.slice(noun + 1);
  const end = behind.findIndex(({ key }) => !/^(?:\p{Lu}|of$|the$)/u.test(key));
  return [...tokens.slice(0, noun + 1), ...behind.slice(0, end === -1 ? behind.length : end)]
    .map(({ key }, at) => (at === 0 ? key.toLowerCase() : key))
    .join(' ');
}

const isPerson = (key: string): boolean =>
  isOffice(key.toLowerCase()) ||
  isWorker(key.toLowerCase()) ||
  categoriesOf(key).length > 0 ||
  /^\p{Lu}/u.test(key);
