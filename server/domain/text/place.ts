/** Spans against the text of a revision. */
import type { Range, Span } from '../../contract/common.ts';
import { sentenceAt, sliceMatches } from './spans.ts';

/** What of a revision a span is held against. Sentences stand in the order of the text and do not overlap. */
export interface MarkedText {
  readonly text: string;
  readonly sentences: readonly Range[];
}

export { sliceMatches as isQuoteOf } from './spans.ts';

export type Place =
  | { readonly ok: true; readonly sentence: number }
  | { readonly ok: false; readonly code: 'SPAN_MISMATCH' | 'SPAN_OUTSIDE' };

/** Where a claim's span stands: its words are looked at first, then the sentence in which it begins. */
export function placeOf({ text, sentences }: MarkedText, span: Span): Place {
  if (!sliceMatches(text, span)) return { ok: false, code: 'SPAN_MISMATCH' };
  const sentence = sentenceAt(sentences, span.start);
  return sentence === null ? { ok: false, code: 'SPAN_OUTSIDE' } : { ok: true, sentence };
}
