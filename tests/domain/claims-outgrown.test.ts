/** Details that the words have outgrown. */
import { describe, expect, test } from 'vitest';
import { type KindAndDetails, Outgrown } from '../../server/contract/claims.ts';
import { parseDetails } from '../../server/domain/claims/details.ts';
import { isOpen, outgrownAfterEdit, outgrownBy } from '../../server/domain/claims/outgrown.ts';
import type { WordsOfClaim } from '../../server/domain/claims/outgrown-parts.ts';
import { readDetails } from '../../server/domain/claims/read-details.ts';
import { outgrownCases } from '../cases/claims-outgrown.ts';

const BEGINS = 100;

/** `[ ]` stand round the claim's words. */
function wordsOf(marked: string): WordsOfClaim {
  const [before = '', quote = '', after = ''] = marked.split(/[[\]]/);
  const start = BEGINS + before.length;
  const span = { start, end: start + quote.length, quote };
  return { span, sentenceText: before + quote + after, sentenceStart: BEGINS };
}

function contentOf(kind: KindAndDetails['kind'], details: object): KindAndDetails {
  const parsed = parseDetails(kind, details);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

test.each(Object.entries(outgrownCases))('%s', (_name, { kind = 'casualty_count', pending = [], ...row }) => {
  const [before, now] = [wordsOf(row.before), wordsOf(row.now)];
  const { span, sentenceText } = before;
  const content =
    row.details === undefined
      ? readDetails(kind, span.quote, sentenceText, span.start - BEGINS, span)
      : contentOf(kind, row.details);
  const outgrown = outgrownBy(content, { before, now, pending, language: 'en' });
  expect(outgrown).toEqual(row.expected === null ? null : { ...row.expected, settled: false });
  if (outgrown !== null) expect(Outgrown.parse(outgrown)).toEqual(outgrown);
  expect(outgrownBy(content, { before, now: before, pending: [], language: 'en' })).toBeNull();
});

describe('an edit', () => {
  const words = wordsOf('[At least 410 people] were killed in Bergen.');
  const details = { outcome: 'killed', low: 385, modifier: 'at_least', place: { name: 'Lindholm' } };
  const before = contentOf('casualty_count', details);
  const open = Outgrown.parse({
    fields: ['figure', 'place'],
    offered: { low: 410, best: null, high: null, modifier: 'at_least', wording: 'At least 410' },
    settled: false,
  });
  const written = (changes: object) =>
    outgrownAfterEdit(
      open,
      { before, after: contentOf('casualty_count', { ...details, ...changes }) },
      words,
      'en',
    );

  test('settles what it changes, whatever to, and no more', () => {
    expect(written({ low: 412 })).toEqual({ fields: ['place'], offered: {}, settled: false });
    expect(written({ place: null })).toEqual({ ...open, fields: ['figure'] });
    expect(written({ cause: 'a fire' })).toEqual(open);
    expect(written({ ...open.offered, place: { name: 'Bergen' } })).toEqual({ ...open, settled: true });
  });

  test('leaves settled what the words say by now', () => {
    const taken = contentOf('casualty_count', { ...details, ...open.offered });
    const placed = contentOf('casualty_count', { ...details, ...open.offered, place: { name: 'Bergen' } });
    expect(outgrownAfterEdit(open, { before: taken, after: placed }, words, 'en').settled).toBe(true);
  });
});

test('is open until it is settled', () => {
  const fields = ['figure'] as const;
  expect(isOpen(null)).toBe(false);
  expect(isOpen({ fields: [...fields], offered: {}, settled: false })).toBe(true);
  expect(isOpen({ fields: [...fields], offered: {}, settled: true })).toBe(false);
});
