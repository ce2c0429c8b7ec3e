import { expect, test } from 'vitest';
import type { Found } from '../../server/domain/extraction/casualties/found.ts';
import { type Item, itemsOf } from '../../server/domain/extraction/casualties/items.ts';
import { linksOf } from '../../server/domain/extraction/casualties/link.ts';
import { type Reading, readingOf } from '../../server/domain/extraction/casualties/reading.ts';
import { linkCases } from '../cases/extraction-casualties-links.ts';

function shown(reading: Reading, items: readonly Item[], { at, by, outcome, rule, partOf }: Found): string {
  const marked = (index: number): string => {
    const { spanFrom = 0, spanTo = 0 } = items[index]?.phrase ?? {};
    return reading.text.slice(reading.tokens[spanFrom]?.start, reading.tokens[spanTo - 1]?.end);
  };
  const word = rule === 'noun' ? '' : `, ${items[by]?.word}`;
  return `${outcome} ${marked(at)} (${rule}${word})${partOf === -1 ? '' : ` of ${marked(partOf)}`}`;
}

test.each(Object.entries(linkCases))('%s', (text, expected) => {
  const reading = readingOf(text);
  const items = itemsOf(reading);
  const found = linksOf(reading, items).map((one) => shown(reading, items, one));
  expect(found.join('; ')).toBe(expected);
});
