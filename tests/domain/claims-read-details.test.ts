import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ClaimKind, KindAndDetails } from '../../server/contract/claims.ts';
import { emptyDetails } from '../../server/domain/claims/details.ts';
import { readCasualty } from '../../server/domain/claims/read-casualty.ts';
import { readDetails } from '../../server/domain/claims/read-details.ts';
import { aboutCases, modeCases, titleCases } from '../cases/claims-details.ts';

/** A row's sentence without its brackets, what stands between them, and where. */
function marked(sentence: string) {
  const offset = sentence.indexOf('[');
  const quote = sentence.slice(offset + 1, sentence.indexOf(']'));
  const text = sentence.replace('[', '').replace(']', '');
  return { quote, text, offset, span: { start: 100 + offset, end: 100 + offset + quote.length, quote } };
}
const read = (kind: ClaimKind, sentence: string) => {
  const { quote, text, offset, span } = marked(sentence);
  return readDetails(kind, quote, text, offset, span);
};

describe('the mode of an attribution', () => {
  test.each(Object.entries(modeCases))('%s', (_name, [sentence, mode]) => {
    expect(read('attribution', sentence)).toEqual({
      kind: 'attribution',
      details: {
        source: null,
        cue: null,
        content: [marked(sentence).span],
        mode,
        basis: null,
        sourceId: null,
        via: [],
        carriedOver: false,
      },
    });
  });
});

describe('what a fact is about', () => {
  test.each(Object.entries(aboutCases))('%s', (_name, [quote, about]) => {
    expect(read('fact', `[${quote}]`)).toEqual({ kind: 'fact', details: { about, value: null } });
  });
});

describe('the title of a source', () => {
  test.each(Object.entries(titleCases))('%s', (_name, [sentence, titleAsPrinted]) => {
    expect(read('source', sentence)).toEqual({
      kind: 'source',
      details: { sourceId: null, titleAsPrinted },
    });
  });

  test('is left out where the contract would not take it', () => {
    expect(read('source', `[${'Ardle '.repeat(60)}mayor Bo Lund]`)).toEqual(emptyDetails('source'));
  });
});

test('a casualty count is read by its own reader', () => {
  expect(read('casualty_count', 'It killed [nine people].')).toEqual({
    kind: 'casualty_count',
    details: readCasualty('nine people', 'It killed nine people.', 10),
  });
});

test('any words give details that fit the contract and their kind', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc
      .array(fc.constantFrom('Mayor', 'Bo', 'chief', 'the', '“', '”', '9', 'May', '2014', '\n', '.'), {
        maxLength: 20,
      })
      .map((words) => words.join(' ')),
  );
  const wellFormed = text.map((words) => `x${words.toWellFormed().replaceAll('\0', '')}`);
  fc.assert(
    fc.property(fc.constantFrom(...ClaimKind.options), text, wellFormed, (kind, before, quote) => {
      const span = { start: 0, end: quote.length, quote };
      const details = readDetails(kind, quote, before + quote, before.length, span);
      expect(details.kind).toBe(kind);
      expect(KindAndDetails.parse(details)).toEqual(details);
    }),
  );
});
