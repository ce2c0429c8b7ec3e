import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CasualtyDetails } from '../../server/contract/claims.ts';
import { readCasualty } from '../../server/domain/claims/read-casualty.ts';
import { casualtyCases } from '../cases/claims-casualties.ts';

test.each(Object.entries(casualtyCases))('%s', (_name, { sentence, outcome, figure, victims, scope }) => {
  const start = sentence.indexOf('[');
  const quote = sentence.slice(start + 1, sentence.indexOf(']'));
  const text = sentence.replace('[', '').replace(']', '');
  const [low, best, high, modifier, wording] = figure ?? [null, null, null, null, null];
  expect(readCasualty(quote, text, start)).toEqual({
    outcome,
    low,
    best,
    high,
    modifier,
    wording,
    victims: victims === undefined ? null : { category: victims[0], label: victims[1] },
    partOf: null,
    scope: scope ?? null,
    period: null,
    place: null,
    perpetrator: null,
    cause: null,
  });
});

test('words that run past their sentence are read too', () => {
  const read = readCasualty('It rained. Nine people died.', 'It rained.', 0);
  expect(read).toMatchObject({ outcome: 'killed', low: 9, wording: 'Nine' });
});

test('a wording longer than the contract takes is left out, its figure kept', () => {
  const read = readCasualty(`1.${'0'.repeat(400)} million`, '', 0);
  expect(read).toMatchObject({ best: 1_000_000, wording: null });
});

test('any words give details that fit the contract', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc
      .array(
        fc.constantFrom(
          ...'9 dozens of at least people soldiers bombs one were killed to kill not could freed released missing since so far , ; and who toll aid workers'.split(
            ' ',
          ),
        ),
        { maxLength: 25 },
      )
      .map((list) => list.join(' ')),
  );
  fc.assert(
    fc.property(words, words, fc.nat(200), (before, quote, after) => {
      const sentence = before + quote + before.slice(after);
      const read = readCasualty(quote, sentence, before.length);
      expect(CasualtyDetails.parse(read)).toEqual(read);
    }),
  );
});
