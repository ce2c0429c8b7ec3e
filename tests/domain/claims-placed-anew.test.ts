import { expect, test } from 'vitest';
import { AttributionDetails, type KindAndDetails } from '../../server/contract/claims.ts';
import { detailsPlacedAnew } from '../../server/domain/claims/placed-anew.ts';
import { isHullOfContent, spansIn } from '../../server/domain/claims/spans-of.ts';
import { readStory } from '../../server/domain/text/story.ts';
import { placedAnewCases } from '../cases/claims-placed-anew.ts';
import { spanOf } from '../support/claims.ts';

function read(text: string) {
  const story = readStory(text, { language: 'en' });
  if (!story.ok) throw new Error(story.problem);
  return { text: story.story.text, sentences: story.story.sentences, language: 'en' };
}

test.each(Object.entries(placedAnewCases))('%s', (_name, row) => {
  const [older, newer] = [read(row.older), read(row.newer)];
  const at = (quote: string | null) => (quote === null ? null : spanOf(older.text, quote));
  const content: KindAndDetails = {
    kind: 'attribution',
    details: AttributionDetails.parse({
      source: at(row.source),
      cue: at(row.cue),
      content: row.content.map(at),
      via: row.via.map((quote) => ({ span: at(quote) })),
    }),
  };
  const to = spanOf(newer.text, row.to);
  const placed = detailsPlacedAnew(
    content,
    { text: older, span: spanOf(older.text, row.from) },
    { text: newer, span: to },
  );
  if (placed.kind !== 'attribution') throw new Error('another kind');
  const { source, cue, content: said, via } = placed.details;
  expect({
    source: source?.quote ?? null,
    cue: cue?.quote ?? null,
    content: said.map(({ quote }) => quote),
    via: via.map(({ span }) => span?.quote ?? ''),
  }).toEqual(row.expected);
  for (const { span } of spansIn(placed)) expect(newer.text.slice(span.start, span.end)).toBe(span.quote);
  expect(isHullOfContent(placed, to)).toBe(true);
});

test('details without spans are the very same', () => {
  const text = read('Ferry\n\nNine died.');
  const fact: KindAndDetails = { kind: 'fact', details: { about: 'date', value: null } };
  const on = { text, span: spanOf(text.text, 'Nine') };
  expect(detailsPlacedAnew(fact, on, on)).toBe(fact);
});
