/** Questions about places in a stored text. All offsets are UTF-16 code units, `end` exclusive. */
import type { Span } from '../../contract/common.ts';
import type { Stretch } from './wording.ts';

/** Whether an offset lies between the two halves of one character outside the Basic Multilingual Plane. */
export function splitsPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** Whether a span lies inside the text, splits no character, and its quote is what stands there. */
export function sliceMatches(text: string, span: Span): boolean {
  const { start, end, quote } = span;
  return (
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    start >= 0 &&
    start < end &&
    end <= text.length &&
    !splitsPair(text, start) &&
    !splitsPair(text, end) &&
    text.slice(start, end) === quote
  );
}

/**
 * The number of the sentence in which an offset lies, or null between sentences and outside the text.
 *
 * `sentences` have to stand in order without overlapping, as they are stored.
 */
export function sentenceAt(sentences: readonly Stretch[], offset: number): number | null {
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const sentence = sentences[middle];
    if (sentence === undefined) return null;
    if (offset < sentence.start) high = middle - 1;
    else if (offset >= sentence.end) low = middle + 1;
    else return middle;
  }
  return null;
}
