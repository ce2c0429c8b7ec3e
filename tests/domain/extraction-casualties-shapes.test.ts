import { expect, test } from 'vitest';
import { itemsOf } from '../../server/domain/extraction/casualties/items.ts';
import type { Phrase } from '../../server/domain/extraction/casualties/phrases.ts';
import { type Reading, readingOf } from '../../server/domain/extraction/casualties/reading.ts';
import { shapeCases } from '../cases/extraction-casualties-shapes.ts';

/** A text as the reader of casualties divides it: "counted<12 people>:unspecified be term<killed>". */
function shapeOf(text: string): string {
  const reading = readingOf(text);
  return itemsOf(reading)
    .map(({ kind, from, to, phrase }) =>
      phrase === null ? `${kind}<${printed(reading, from, to)}>` : phraseShape(reading, phrase),
    )
    .join(' ');
}

/** Kind, all its words with the marked ones in brackets, victims, outcome, and what else is known of it. */
function phraseShape(reading: Reading, phrase: Phrase): string {
  const { kind, from, to, spanFrom, spanTo, victims, outcome, quantity } = phrase;
  const marked = printed(reading, spanFrom, spanTo);
  const all = printed(reading, from, to);
  const notes = [
    ...(victims === null ? [] : [`${victims.category}=${victims.label}`]),
    ...(outcome === null ? [] : [outcome]),
    ...(quantity === null ? [] : [`${quantity.low ?? ''}-${quantity.high ?? ''}`]),
    ...(phrase.ofThem ? ['of them'] : []),
    ...(phrase.bare ? ['bare'] : []),
    ...(phrase.isPart ? ['part'] : []),
  ];
  return `${kind}<${all}${all === marked ? '' : ` [${marked}]`}>${notes.map((note) => `+${note}`).join('')}`;
}

const printed = ({ text, tokens }: Reading, from: number, to: number): string =>
  text.slice(tokens[from]?.start, tokens[to - 1]?.end);

test.each(Object.entries(shapeCases))('%s', (text, expected) => {
  expect(shapeOf(text)).toBe(expected);
});
