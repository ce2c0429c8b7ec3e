import { describe, expect, it } from 'vitest';
import { placeOf } from '../../server/domain/text/place.ts';
import { proposeSpan } from '../../server/domain/text/propose.ts';
import { sentenceAt } from '../../server/domain/text/spans.ts';
import { placeCases, placedText, proposeCases } from '../cases/text-places.ts';

describe('placeOf', () => {
  it.each(Object.entries(placeCases))('%s', (_name, { span, expected }) => {
    const place = placeOf(placedText, span);
    expect(place.ok ? place.sentence : place.code).toBe(expected);
  });

  it('finds every sentence of a long story, and none between them', () => {
    const many = Array.from({ length: 257 }, (_, index) => ({ start: index * 10, end: index * 10 + 9 }));
    expect(
      many.every(
        ({ start, end }, index) => sentenceAt(many, start) === index && sentenceAt(many, end) === null,
      ),
    ).toBe(true);
    expect(sentenceAt([], 0)).toBeNull();
  });
});

describe('proposeSpan', () => {
  it.each(Object.entries(proposeCases))('%s', (_name, { text, quote, expected }) => {
    expect(proposeSpan(text, quote)).toEqual(expected);
  });
});
