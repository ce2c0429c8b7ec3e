/** A claim's details where a person put the claim on other words of another text. */
import type { KindAndDetails } from '../../contract/claims.ts';
import type { Range, Span } from '../../contract/common.ts';
import { proposeSpan } from '../text/propose.ts';
import type { RevisedText } from '../text/revise/model.ts';
import { reanchor } from '../text/revise/reanchor.ts';
import { anchoredOf, replacedDetails } from './replaced.ts';
import { spansIn } from './spans-of.ts';

/** A claim on one text. */
export interface PlacedOn {
  readonly text: RevisedText;
  readonly span: Span;
}

/**
 * The details, with the spans they hold where their words are on the other text.
 *
 * Where the claim stands among the words that the text itself leads to, so do its details. Put anywhere else, the one who
 * speaks there may be another: what is pointed at is then looked for in the sentence in which the claim begins now, and
 * taken where it stands once. A span that is not is left out, and history keeps it.
 */
export function detailsPlacedAnew(content: KindAndDetails, from: PlacedOn, to: PlacedOn): KindAndDetails {
  if (spansIn(content).length === 0) return content;
  const anchored = anchoredOf({ id: '', span: from.span, attributionIds: [] }, content);
  const [led] = reanchor(from.text, to.text, [anchored]);
  if (led === undefined) return content;
  const isLed = led.span !== null && led.span.start < to.span.end && to.span.start < led.span.end;
  if (isLed) return replacedDetails(content, to.span, led);
  const sentence = to.text.sentences.findLast(({ start }) => start <= to.span.start) ?? to.span;
  const now = (was: Span | null) => (was === null ? null : within(to.text.text, sentence, was.quote));
  return replacedDetails(content, to.span, {
    ...led,
    source: now(anchored.source),
    cue: now(anchored.cue),
    parts: anchored.parts.map(now),
  });
}

/** The one place of a quote within a stretch of the text. */
function within(text: string, { start, end }: Range, quote: string): Span | null {
  const found = proposeSpan(text.slice(start, end), quote);
  return found === null ? null : { start: start + found.start, end: start + found.end, quote };
}
