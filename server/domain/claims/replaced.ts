/** A claim's details on a newer text: the same, with their spans where the words are now. */
import type { KindAndDetails } from '../../contract/claims.ts';
import type { Span } from '../../contract/common.ts';
import type { AnchoredClaim, Reanchored } from '../text/revise/model.ts';
import { isHullOfContent } from './spans-of.ts';

/** A claim as re-anchoring reads it. `parts` are an attribution's content, then the ones it came through. */
export function anchoredOf(
  claim: { readonly id: string; readonly span: Span; readonly attributionIds: readonly string[] },
  content: KindAndDetails,
): AnchoredClaim {
  const { id, span, attributionIds } = claim;
  const plain = { id, kind: content.kind, span, attributionIds };
  if (content.kind !== 'attribution') return { ...plain, source: null, cue: null, parts: [] };
  const { source, cue, content: said, via } = content.details;
  const through = via.flatMap(({ span: one }) => (one === null ? [] : [one]));
  return { ...plain, source, cue, parts: [...said, ...through] };
}

/**
 * The details with their spans on the newer text. A span that is gone is left out; where what is left of an attribution's
 * content is not all of the claim's own words any more, those words are its content.
 *
 * @param span the claim's own span on the newer text
 */
export function replacedDetails(
  content: KindAndDetails,
  span: Span,
  { source, cue, parts }: Reanchored,
): KindAndDetails {
  if (content.kind !== 'attribution') return content;
  const { details } = content;
  const present = (all: readonly (Span | null)[]) => all.filter((one) => one !== null);
  const said = present(parts.slice(0, details.content.length));
  let next = details.content.length;
  const via = details.via.flatMap((one) => {
    if (one.span === null) return [one];
    const now = parts[next++] ?? null;
    return now === null && one.sourceId === null ? [] : [{ ...one, span: now }];
  });
  const replaced: KindAndDetails = { ...content, details: { ...details, source, cue, content: said, via } };
  const whole = said.length > 0 || details.content.length === 0;
  if (whole && isHullOfContent(replaced, span)) return replaced;
  return { ...replaced, details: { ...replaced.details, content: [span] } };
}
