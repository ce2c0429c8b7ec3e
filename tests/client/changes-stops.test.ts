import { describe, expect, test } from 'vitest';
import { alignTexts, claimAt, compare, marksOf } from '../../client/controllers/changes/compared.ts';
import { blockAt, spokenStop, stopFrom } from '../../client/controllers/changes/stops.ts';
import { textOfChange } from '../../client/controllers/changes/which-text.ts';
import type { BlockRole } from '../../server/contract/articles.ts';
import type { Verdict } from '../../server/contract/claims.ts';
import type { ChangedClaim } from '../../server/contract/revisions.ts';
import { spanOf } from '../support/claims.ts';

function textOf(paragraphs: readonly string[]) {
  const role: BlockRole = 'paragraph';
  let start = 0;
  const blocks = paragraphs.map((words) => {
    const block = { role, start, end: start + words.length };
    start = block.end + 2;
    return block;
  });
  return { text: paragraphs.join('\n\n'), blocks };
}

const older = textOf([
  'Ada Moor spoke.',
  'At least 41 people died, she said.',
  'It rained.',
  'Nine are missing.',
]);
const newer = textOf(['Ida Strand spoke.', 'At least 44 people died, she said.', 'It rained.']);

function changed(change: ChangedClaim['change'], from: string, to: string | null): ChangedClaim {
  const was = spanOf(older.text, from);
  return {
    ...{ id: from, change, from, fromStart: was.start, to, pieces: [], beside: [], elsewhere: null },
    span: to === null ? null : spanOf(newer.text, to),
    verdictKept: change === 'same',
  };
}
const claims = [
  changed('figure_changed', 'At least 41 people', 'At least 44 people'),
  changed('attribution_changed', 'It rained', 'It rained'),
  changed('gone', 'Nine', null),
];
const aligned = alignTexts(older, newer);
const compared = compare(aligned, claims, () => 'fact', null);

describe('the stops of a comparison', () => {
  test('are what differs, and what a claim lost where nothing differs', () => {
    expect(compared.stops.map(({ row, claims: lost }) => [row, lost.map(({ id }) => id)])).toEqual([
      [0, []],
      [1, ['At least 41 people']],
      [2, ['It rained']],
      [3, ['Nine']],
    ]);
    expect(compared.shown.map(({ sign }) => sign)).toEqual(['≠', '≠', '!', '−']);
  });

  test('a claim that is none of the story’s is left out', () => {
    expect(compare(aligned, claims, () => null, null).claims).toEqual([]);
  });

  test('rows are the same objects as long as they look the same', () => {
    expect(compare(aligned, claims, () => 'fact', compared).shown).toBe(compared.shown);
    expect(compare(aligned, [], () => 'fact', compared).shown).not.toBe(compared.shown);
  });

  const to = { place: 1, total: 4 };
  test.each([
    [0, 'Change 1 of 4. Changed. “Ada Moor” now “Ida Strand”.'],
    [
      1,
      'Change 1 of 4. Changed. “At least 41 people” now “At least 44 people”: Another figure. It lost its verdict.',
    ],
    [2, 'Change 1 of 4. The same words. “It rained”: Somebody else says it, or nobody. It lost its verdict.'],
    [3, 'Change 1 of 4. Left out. “Nine”: Its words are gone. It lost its verdict.'],
  ])('stop %i is said', (at, said) => {
    const stop = compared.stops[at];
    const [row, shown] = [compared.rows[stop?.row ?? -1], compared.shown[stop?.row ?? -1]];
    if (stop === undefined || row === undefined || shown === undefined) throw new Error('no such stop');
    expect(spokenStop(row, stop.claims, shown.wording, to)).toBe(said);
  });

  test('of many claims and many differences three are said, and how many more there are', () => {
    const many = Array.from({ length: 5 }, () => compared.claims).flat();
    const row = { kind: 'changed' as const, older: 0, newer: 0 };
    expect(spokenStop(row, many, [], to)).toMatch(/12 more claims\.$/);
    const pieces = Array.from({ length: 5 }, (_, index) => [
      { kind: 'same' as const, text: 'and ' },
      { kind: index === 1 ? ('removed' as const) : ('added' as const), text: `word ${index}` },
    ]).flat();
    expect(spokenStop(row, [], pieces, to)).toBe(
      'Change 1 of 4. Changed. In: “word 0”. Out: “word 1”. In: “word 2”. 2 more differences.',
    );
  });

  test.each([
    ['from nowhere, on', null, 1, 0],
    ['from nowhere, back', null, -1, 3],
    ['on', 1, 1, 2],
    ['back', 1, -1, 0],
    ['from a row between, on', 0.5, 1, 1],
    ['past the last', 3, 1, null],
    ['before the first', 0, -1, null],
  ] as const)('%s', (_name, row, by, expected) => {
    expect(stopFrom(compared.stops, row, by)).toBe(expected);
  });
});

test.each([
  [0, 0],
  [14, 0],
  [16, 0],
  [17, 1],
  [1000, 3],
])('the block at %i is %i', (offset, block) => {
  expect(blockAt(older.blocks, offset)).toBe(block);
});

test('a claim is marked in both texts; in one column once, unless it stands apart', () => {
  const [toll, , gone] = compared.claims;
  if (toll === undefined || gone === undefined) throw new Error('two claims');
  const marks = (claim: typeof toll, mode: 'side' | 'inline') =>
    marksOf(claim, mode, compared.rowsOf(claim)).map(({ side, line }) => `${side} ${line}`);
  expect(marks(toll, 'side')).toEqual(['older broken', 'newer broken']);
  expect(marks(toll, 'inline')).toEqual(['newer broken']);
  expect(marks(gone, 'inline')).toEqual(['older gone']);
  expect(marksOf(toll, 'inline', { was: 0, now: 3 })).toHaveLength(2);
});

test('the inmost claim at a place of either text', () => {
  const [whole, inner] = [changed('same', 'At least 41 people died', 'At least 44 people died'), claims[0]];
  if (inner === undefined) throw new Error('a claim');
  const both = compare(aligned, [whole, inner], () => 'fact', null).claims;
  expect(claimAt(both, { side: 'older', offset: inner.fromStart + 2 })?.id).toBe(inner.id);
  expect(claimAt(both, { side: 'newer', offset: (whole.span?.end ?? 0) - 1 })?.id).toBe(whole.id);
  expect(claimAt(both, { side: 'newer', offset: 0 })).toBeNull();
});

describe('the text that changed a claim', () => {
  const texts = [3, 2, 1].map((number) => ({ number, createdAt: `2026-03-0${number}T09:00:00.000Z` }));
  const verdict = (at: string, reason: 'text' | 'span'): Verdict => ({
    ...{ verdict: 'accurate', reason: 'Seen.', correction: null, by: 'x', at: '2026-03-01T10:00:00.000Z' },
    expired: { at, reasons: [reason] },
    confirms: null,
  });
  test.each([
    ['an orphan’s came after its last', { status: 'orphaned', revision: 1, verdict: null }, 2],
    ['nothing happened to it', { status: 'unchecked', revision: 3, verdict: null }, null],
    [
      'its verdict ended with a text',
      { status: 'expired', revision: 3, verdict: verdict('2026-03-02T09:00:00.000Z', 'text') },
      2,
    ],
    [
      'its verdict ended after a text',
      { status: 'expired', revision: 3, verdict: verdict('2026-03-02T12:00:00.000Z', 'text') },
      2,
    ],
    [
      'its verdict ended by hand',
      { status: 'expired', revision: 3, verdict: verdict('2026-03-02T09:00:00.000Z', 'span') },
      null,
    ],
  ] as const)('%s', (_name, claim, number) => {
    expect(textOfChange(claim, texts)).toBe(number);
  });
});
