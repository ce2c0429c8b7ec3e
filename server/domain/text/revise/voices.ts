/** Who is speaking where a sentence does not say so itself. */

import { type Side, tellingWords } from './aligned.ts';
import { isAlike } from './alike.ts';
import { isAnaphor, isCue, isDay, isObject, leadsOver, opensWords } from './lexicon.ts';
import { perSentence } from './per-sentence.ts';
import type { Token } from './tokens.ts';

/** How far back a speaker is looked for, in sentences. */
const REACH = 8;

/**
 * The speaker of a sentence that does not name one: the nearest before it, for a quotation wherever that stands, for the
 * story's own words within their block ("Rashid said nine died. Two more are missing."). An empty string where the
 * sentence says it itself, or nobody spoke.
 */
export const carriedVoice = perSentence((side, sentence): string => {
  const own = speakersIn(side, sentence);
  if (own.some(standsForSpeaker)) return speakerBefore(side, sentence);
  if (own.length > 0) return '';
  const behind = speakerBehind(side, sentence);
  if (behind !== '') return behind;
  const quoted = isQuoted(side, sentence);
  const block = side.revision.sentences[sentence]?.block;
  for (let before = sentence - 1; before >= 0 && before >= sentence - REACH; before--) {
    if (!quoted && side.revision.sentences[before]?.block !== block) return '';
    const speaker = speakerIn(side, before);
    if (speaker !== '') return standsForSpeaker(speaker) ? speakerBefore(side, before) : timeless(speaker);
  }
  return quoted ? NOBODY : '';
});
const NOBODY = '(nobody)';

const PREPOSITION = /^(?:on|late|early)$/iu;

/** Without the day, and what leads over: that Rashid also said it, or on Tuesday, is the same Rashid. */
const timeless = (speaker: string): string =>
  speaker
    .split(' ')
    .filter(
      (word, at, words) =>
        !leadsOver(word) && !isDay(word) && !(PREPOSITION.test(word) && isDay(words[at + 1] ?? '')),
    )
    .join(' ');

/** "It said", "But he also added": who that is stands before, in wire stories a paragraph before. */
function standsForSpeaker(speaker: string): boolean {
  const words = speaker.split(' ').filter((word) => !leadsOver(word));
  return words.length <= 2 && isAnaphor(words[0] ?? '');
}

/** Who spoke last before a sentence by a name, without the words by which: that Rashid warned or said is the same Rashid. */
function speakerBefore(side: Side, sentence: number): string {
  for (let before = sentence - 1; before >= 0 && before >= sentence - REACH; before--) {
    const speaker = speakerIn(side, before);
    if (speaker === '' || standsForSpeaker(speaker)) continue;
    const names = speaker.split(' ').slice(0, -1);
    return names
      .map((word) => word.toLowerCase())
      .filter((word) => !leadsOver(word))
      .join(' ');
  }
  return NOBODY;
}

/** Who speaks at the end of a quotation that goes on past this sentence: “Nine died. Ten are missing,” Rashid said. */
function speakerBehind(side: Side, sentence: number): string {
  for (let next = sentence + 1; next <= sentence + REACH; next++) {
    if (!isInBlock(side, next) || !opensBefore(side, next)) return '';
    const [speaker] = speakersIn(side, next);
    if (speaker !== undefined) return speaker;
  }
  return '';
}

/** The words around the last cue of a sentence that name who speaks: "Rashid said", "said the envoy". */
const speakerIn = (side: Side, sentence: number): string => speakersIn(side, sentence).at(-1) ?? '';

/** The same for each cue outside of quotations, in the order of the text. */
export const speakersIn = perSentence((side, sentence): readonly string[] => {
  const first = side.firstOf[sentence] ?? 0;
  const last = side.firstOf[sentence + 1] ?? first;
  const found: string[] = [];
  let quoted = opensBefore(side, sentence);
  for (let index = first; index < last; index++) {
    const token = side.tokens[index];
    if (token === undefined) break;
    if (token.key === '"') quoted = !quoted;
    if (quoted || !isCue(token.key)) continue;
    const before = namesBefore(side, first, index);
    found.push(`${before === '' ? namesAfter(side, index, last) : before} ${token.key}`);
  }
  return found;
});

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
function titledBefore(tokens: readonly Token[]): string {
  const at = tokens.findIndex(({ key }) => key === ',');
  if (at < 1 || at === tokens.length - 1 || tokens.at(-1)?.key !== ',') return '';
  return tokens.some(({ key }) => key === '"')
    ? ''
    : tokens
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

/** Does a quotation stand in the sentence, begin, or go on through it? */
export function isQuoted(side: Side, sentence: number): boolean {
  const first = side.firstOf[sentence] ?? 0;
  const last = side.firstOf[sentence + 1] ?? first;
  for (let index = first; index < last; index++) if (side.tokens[index]?.key === '"') return true;
  return opensBefore(side, sentence);
}

/** An odd number of quotation marks before it in its block. */
export const opensBefore = perSentence((side, sentence): boolean => {
  const block = side.revision.sentences[sentence]?.block;
  let count = 0;
  for (let before = sentence - 1; before >= Math.max(0, sentence - REACH); before--) {
    if (side.revision.sentences[before]?.block !== block) break;
    const last = side.firstOf[before + 1] ?? 0;
    for (let index = side.firstOf[before] ?? 0; index < last; index++)
      if (side.tokens[index]?.key === '"') count += 1;
  }
  return count % 2 === 1;
});

/**
 * Does a sentence hang on the one before it in its block, and is that one another now?
 *
 * "They killed six": who "they" are is told before.
 */
export function losesAntecedent(older: Side, old: number, newer: Side, now: number): boolean {
  const first = older.firstOf[old] ?? 0;
  const last = older.firstOf[old + 1] ?? first;
  let hangs = false;
  for (let index = first; index < last && !hangs; index++) hangs = isAnaphor(older.tokens[index]?.key ?? '');
  if (!hangs || !isInBlock(older, old)) return false;
  return !isInBlock(newer, now) || !isAlike(older, old - 1, newer, now - 1);
}

/** What a sentence has become of: whether it stands out of its order, and whether it stands anywhere. */
export interface Fate {
  readonly moved: (sentence: number) => boolean;
  readonly gone: (sentence: number) => boolean;
}

/**
 * Does a paragraph hang on the one before it, and was it taken from there?
 *
 * "Swedish media named them": who they are is told before. Other paragraphs that are put between or worded anew leave it
 * as it is; that it moved, or that the other one moved or is gone, does not.
 */
export function losesParagraphBefore(
  older: Side,
  old: number,
  newer: Side,
  now: number,
  { moved, gone }: Fate,
): boolean {
  if (old === 0 || isInBlock(older, old) || !hangsOnParagraph(older, old)) return false;
  if (now > 0 && isAlike(older, old - 1, newer, now - 1)) return false;
  return moved(old) || moved(old - 1) || gone(old - 1);
}

/**
 * It begins with a pronoun, or has one as the object of its only clause: that of a clause that somebody says may stand for
 * a name before it ("The rebels said the army had attacked them").
 */
function hangsOnParagraph(side: Side, sentence: number): boolean {
  // In a quotation the speaker's words hang on the speaker's.
  if (isQuoted(side, sentence)) return false;
  const keys = tellingWords(side, sentence).map((key) => key.toLowerCase());
  const first = keys.find((key) => !leadsOver(key));
  // "There was fire" stands for nothing before it.
  if (first !== undefined && first !== 'there' && isAnaphor(first)) return true;
  const object = keys.findIndex(isObject);
  return object !== -1 && !keys.slice(0, object).some(isCue);
}

export const isInBlock = ({ revision }: Side, sentence: number): boolean =>
  sentence > 0 && revision.sentences[sentence - 1]?.block === revision.sentences[sentence]?.block;
