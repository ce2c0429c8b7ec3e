/** An attribution's marked words are the hull of what it attributes: the one moves with the other. */
import type { AttributionDetails } from '../../../server/contract/claims.ts';
import type { Range, Span } from '../../../server/contract/common.ts';

type Content = AttributionDetails['content'];

const spanIn = (text: string, start: number, end: number): Span => ({
  start,
  end,
  quote: text.slice(start, end),
});

/** The marked words that go with this content; null where it is empty, and stands for the claim's own words. */
export function spanAround(text: string, content: Content): Span | null {
  if (content.length === 0) return null;
  return spanIn(
    text,
    Math.min(...content.map(({ start }) => start)),
    Math.max(...content.map(({ end }) => end)),
  );
}

/** The content that goes with these marked words: cut to them, and from their first word to their last. */
export function contentIn(text: string, content: Content, { start, end }: Range): Content {
  const inside = content
    .map((span) => ({ start: Math.max(span.start, start), end: Math.min(span.end, end) }))
    .filter((span) => span.start < span.end)
    .sort((a, b) => a.start - b.start);
  const last = inside.reduce((far, span) => Math.max(far, span.end), start);
  const fitted = inside.map((span, index) =>
    spanIn(text, index === 0 ? start : span.start, span.end === last ? end : span.end),
  );
  return content.length > 0 && fitted.length === 0 ? [spanIn(text, start, end)] : fitted;
}

/** Details with these words in a field: what is said and through whom take several, the others one. */
export function withSpan(
  details: AttributionDetails,
  field: 'source' | 'cue' | 'content' | 'via',
  span: Span,
): AttributionDetails {
  if (field === 'content') {
    const rest = details.content.filter(({ start, end }) => end <= span.start || start >= span.end);
    return { ...details, content: [...rest, span].sort((a, b) => a.start - b.start) };
  }
  if (field === 'via') return { ...details, via: [...details.via, { sourceId: null, span }] };
  return { ...details, [field]: span };
}
