/** Where words stand that were marked on another text. */
import type { Span } from '../../contract/common.ts';

/**
 * The place of a quote in a text, where it stands there exactly once; else null: among several places only a person
 * can choose.
 */
export function proposeSpan(text: string, quote: string): Span | null {
  if (quote === '') return null;
  const start = text.indexOf(quote);
  // From one further, not from its end: "ha ha" stands twice in "ha ha ha".
  if (start === -1 || text.includes(quote, start + 1)) return null;
  return { start, end: start + quote.length, quote };
}
