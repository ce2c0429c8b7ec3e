/** What stands before a colon, and the list, the paragraph or the words of a talk that hang on it. */
import { type Side, tellingWords } from './aligned.ts';
import { wordsIn } from './alike.ts';
import { changeInside, differenceOf } from './changes.ts';
import { isFigure } from './lexicon.ts';
import type { Beside } from './model.ts';
import { perSentence, perSide } from './per-sentence.ts';
import { isInBlock, isQuoted } from './quoted.ts';
import { speakersIn } from './speakers.ts';

/** So many sentences before it are looked at: a list has its lead above its first item. */
const REACH = 40;
const SIGNS = /^[-•*·◦▪‣]$/u;

/**
 * What the words before the colon became; null where nothing did, or none stands there.
 *
 * "The army said:" above a list says who says each of its items, and "Killed:" what became of those in it.
 */
export function changeOfLead(older: Side, old: number, newer: Side, now: number): Beside | null {
  return (
    changeBetween(older, old, leadOf(older, old), newer, leadOf(newer, now)) ??
    changeBetween(older, old, titleOf(older, old), newer, titleOf(newer, now))
  );
}

function changeBetween(
  older: Side,
  old: number,
  lead: number | null,
  newer: Side,
  leadNow: number | null,
): Beside | null {
  const words = (side: Side, sentence: number | null) => (sentence === null ? [] : wordsIn(side, sentence));
  const difference = differenceOf(words(older, lead), words(newer, leadNow));
  if (difference === null) return null;
  const speaks = (side: Side, sentence: number | null) =>
    sentence !== null && speakersIn(side, sentence).length > 0;
  const beside = { was: lead, now: leadNow };
  if (isQuoted(older, old) || speaks(older, lead) || speaks(newer, leadNow))
    return { change: 'attribution_changed', ...beside };
  const change = changeInside(difference);
  const colons = [
    lead !== null && endsWithColon(older, lead),
    leadNow !== null && endsWithColon(newer, leadNow),
  ];
  const isTable = [isHeader(older, lead), isHeader(newer, leadNow)].includes(true);
  const titles = isTable || (isTitle(older, lead) && isTitle(newer, leadNow));
  // Without a colon a list still stands under the words before it, if less closely.
  return change === 'reworded' && !colons.includes(true) && !titles ? null : { change, ...beside };
}

/** The sentence with a colon at its end, above the list or right before the paragraph in which a sentence stands; or the one above a list. */
const leadOf = perSentence((side, sentence): number | null => {
  const header = headerOf(side)[sentence] ?? -1;
  if (header !== -1) return header;
  for (let at = sentence; at > 0 && at > sentence - REACH; at--) {
    if (endsWithColon(side, at - 1)) return at - 1;
    const lists = isItem(side, at) || isEntry(side, at);
    if (lists && !isItem(side, at - 1) && !isEntry(side, at - 1)) return at - 1;
    if (!lists && !isInBlock(side, at)) return null;
  }
  return null;
});

/** For each row of a table the row at its head, which has no figures; -1 for any other sentence. */
const headerOf = perSide((side): Int32Array => {
  const headers = new Int32Array(side.revision.sentences.length).fill(-1);
  let header = -1;
  headers.forEach((_, at) => {
    if (!isRow(side, at)) header = -1;
    else if (at > 0 && isRow(side, at - 1)) headers[at] = header;
    else header = wordsIn(side, at).some(isFigure) ? -1 : at;
  });
  return headers;
});

const isHeader = (side: Side, sentence: number | null): boolean => sentence !== null && isRow(side, sentence);

/** The words without a stop above a table; null where none stand there. */
const titleOf = perSentence((side, sentence): number | null => {
  const header = headerOf(side)[sentence] ?? -1;
  const last = side.tokens[(side.firstOf[header] ?? 0) - 1];
  return header > 0 && (last?.means === true || last?.key === ':') ? header - 1 : null;
});

/** Its cells are parted by a stroke or a tab. */
const isRow = ({ revision: { text, sentences } }: Side, at: number): boolean =>
  CELLS.test(text.slice(sentences[at]?.start ?? 0, sentences[at]?.end ?? 0));
const CELLS = /\S[^\S\n]*[|\t][^\S\n]*\S/u;

/** A few words without a stop: "Harran" above what happened there. */
const isTitle = (side: Side, sentence: number | null): boolean =>
  sentence !== null &&
  wordsIn(side, sentence).length <= 3 &&
  side.tokens[(side.firstOf[sentence + 1] ?? 0) - 1]?.means === true;

/** "Karl Ek, 45.": names and figures alone, as on a roll. */
const isEntry = perSentence((side, sentence): boolean => {
  const words = isInBlock(side, sentence) ? tellingWords(side, sentence) : [];
  return (
    words.length > 0 &&
    words.every((key) => /^(?:\p{Lu}|#|\p{Nd}|(?:of|and|aged|from|the|years|old|de|van|al|bin)$)/u.test(key))
  );
});

const endsWithColon = ({ tokens, firstOf }: Side, sentence: number): boolean =>
  tokens[(firstOf[sentence + 1] ?? 0) - 1]?.key === ':';

/** Does it begin with the sign of a list, or with its number: "2.", "2)"? */
function isItem({ tokens, firstOf }: Side, sentence: number): boolean {
  const first = firstOf[sentence] ?? 0;
  const [sign, after] = [tokens[first]?.key ?? '', tokens[first + 1]?.key ?? ''];
  return SIGNS.test(sign) || (/^#\d/.test(sign) && /^[.)]$/.test(after));
}
