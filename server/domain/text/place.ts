/** Spans against the text of a revision. */
import type { Range, Span } from '../../contract/common.ts';

/** What of a revision a span is held against. Sentences stand in the order of the text and do not overlap. */
export interface MarkedText {
  readonly text: string;
  readonly sentences: readonly Range[];
}

/**
 * True where the quote is exactly that slice of the text.
 *
 * A slice that splits a surrogate pair is nobody's words, so it is refused although it could be compared.
 */
export function isQuoteOf(text: string, span: Span): boolean {
  const slice = text.slice(span.start, span.end);
  return slice === span.quote && slice.length === span.end - span.start && slice.isWellFormed();
}

/**
 * The number of the sentence inside which a place stands, from 0; null between sentences.
 *
 * By halving: a story may have thousands of sentences.
 *
 * @param at UTF-16 code units from the start of the text
 */
export function sentenceAt(sentences: readonly Range[], at: number): number | null {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const sentence = sentences[middle];
    if (sentence !== undefined && sentence.end <= at) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low];
  return found !== undefined && found.start <= at ? low : null;
}

export type Place =
  | { readonly ok: true; readonly sentence: number }
  | { readonly ok: false; readonly code: 'SPAN_MISMATCH' | 'SPAN_OUTSIDE' };

/** Where a claim's span stands: its words are looked at first, then the sentence in which it begins. */
export function placeOf({ text, sentences }: MarkedText, span: Span): Place {
  if (!isQuoteOf(text, span)) return { ok: false, code: 'SPAN_MISMATCH' };
  const sentence = sentenceAt(sentences, span.start);
  return sentence === null ? { ok: false, code: 'SPAN_OUTSIDE' } : { ok: true, sentence };
}
