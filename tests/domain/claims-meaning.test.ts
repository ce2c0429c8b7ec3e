import { describe, expect, test } from 'vitest';
import { ClaimKind, KindAndDetails } from '../../server/contract/claims.ts';
import { emptyDetails, parseDetails, switchKind } from '../../server/domain/claims/details.ts';
import { changesAttribution, changesWhole, consequences } from '../../server/domain/claims/expiry.ts';
import { hullOf, isHullOfContent, spansIn } from '../../server/domain/claims/spans-of.ts';
import { attributionCases, expiryCases, wholeCases } from '../cases/claims-meaning.ts';

const SOURCE = '01890000-0000-7000-8000-00000000000c';

describe('what an edit does to verdict and review', () => {
  test.each(Object.entries(expiryCases))('%s', (_name, { before, after, reasons, reopensReview }) => {
    const changed = reasons.length > 0;
    expect(consequences(before, after)).toEqual({
      reasons,
      expiresVerdict: changed,
      reopensReview: reopensReview ?? changed,
    });
  });

  test.each(Object.entries(attributionCases))(
    'of an attribution: %s',
    (_name, { before, after, changes }) => {
      expect(changesAttribution(before, after)).toBe(changes);
    },
  );
});

test.each(Object.entries(wholeCases))('of a whole: %s', (_name, { before, after, changes }) => {
  expect(changesWhole(before, after)).toBe(changes);
});

describe('details from a request', () => {
  test('are filled in', () => {
    expect(parseDetails('fact', { about: 'date' })).toEqual({
      ok: true,
      value: { kind: 'fact', details: { about: 'date', value: null } },
    });
  });

  const refused = [
    {
      name: 'a figure that falls',
      kind: 'casualty_count',
      details: { outcome: 'killed', low: 9, high: 8 },
      code: 'INVALID',
      issues: [{ path: 'details.low', message: 'low, best and high must rise' }],
    },
    {
      name: 'a figure below nothing',
      kind: 'casualty_count',
      details: { outcome: 'killed', low: -1 },
      code: 'INVALID',
      issues: [{ path: 'details.low', message: 'must not be negative' }],
    },
    {
      name: 'a field of another kind',
      kind: 'source',
      details: { about: 'date' },
      code: 'DETAILS_MISMATCH',
      issues: [{ path: 'details', message: 'Unrecognized key: "about"' }],
    },
    {
      name: 'a field of no kind',
      kind: 'source',
      details: { colour: 'red' },
      code: 'INVALID',
      issues: [{ path: 'details', message: 'Unrecognized key: "colour"' }],
    },
    {
      name: 'nothing',
      kind: 'source',
      details: null,
      code: 'INVALID',
      issues: [{ path: 'details', message: 'Invalid input: expected object, received null' }],
    },
    {
      name: 'not an object',
      kind: 'fact',
      details: 'a date',
      code: 'INVALID',
      issues: [{ path: 'details', message: 'Invalid input: expected object, received string' }],
    },
    {
      name: 'a span deep inside',
      kind: 'attribution',
      details: { via: [{ span: { start: 4, end: 4, quote: 'x' } }] },
      code: 'INVALID',
      issues: [{ path: 'details.via.0.span.end', message: 'must be after start' }],
    },
  ] as const;
  test.each(refused)('are refused: $name', ({ kind, details, code, issues }) => {
    expect(parseDetails(kind, details)).toEqual({ ok: false, code, issues });
  });
});

test.each(ClaimKind.options)('empty details fit the contract: %s', (kind) => {
  const empty = emptyDetails(kind);
  expect(KindAndDetails.parse(empty)).toEqual(empty);
  expect(empty.kind).toBe(kind);
});

describe('another kind', () => {
  const casualty = parseOf('casualty_count', { outcome: 'killed', low: 9, wording: 'nine' });
  const attribution = parseOf('attribution', { sourceId: SOURCE, mode: 'direct', carriedOver: true });
  const source = parseOf('source', { sourceId: SOURCE, titleAsPrinted: 'harbour master' });
  const quantity = parseOf('fact', { about: 'quantity', value: 'nine' });
  const date = parseOf('fact', { about: 'date', value: 'nine' });

  const cases = [
    { name: 'the same kind keeps all', old: source, to: 'source', expected: source },
    {
      name: 'the source of an attribution',
      old: attribution,
      to: 'source',
      expected: parseOf('source', { sourceId: SOURCE }),
    },
    {
      name: 'a source as an attribution',
      old: source,
      to: 'attribution',
      expected: parseOf('attribution', { sourceId: SOURCE }),
    },
    { name: 'the wording of a count', old: casualty, to: 'fact', expected: quantity },
    {
      name: 'a quantity as a count',
      old: quantity,
      to: 'casualty_count',
      expected: parseOf('casualty_count', { outcome: 'other', wording: 'nine' }),
    },
    {
      name: 'a quantity too long for a wording is not cut',
      old: parseOf('fact', { about: 'quantity', value: 'n'.repeat(301) }),
      to: 'casualty_count',
      expected: emptyDetails('casualty_count'),
    },
    {
      name: 'a date is no count',
      old: date,
      to: 'casualty_count',
      expected: emptyDetails('casualty_count'),
    },
    { name: 'a count is no source', old: casualty, to: 'source', expected: emptyDetails('source') },
    {
      name: 'a count is no attribution',
      old: casualty,
      to: 'attribution',
      expected: emptyDetails('attribution'),
    },
    { name: 'an attribution is no fact', old: attribution, to: 'fact', expected: emptyDetails('fact') },
    { name: 'a source is no fact', old: source, to: 'fact', expected: emptyDetails('fact') },
    {
      name: 'a source is no count',
      old: source,
      to: 'casualty_count',
      expected: emptyDetails('casualty_count'),
    },
    { name: 'a fact is no source', old: quantity, to: 'source', expected: emptyDetails('source') },
  ] as const;
  test.each(cases)('$name', ({ old, to, expected }) => {
    expect(switchKind(old, to)).toEqual(expected);
  });
});

describe('spans inside details', () => {
  const at = (start: number) => ({ start, end: start + 1, quote: 'x' });

  test('are all found, each with its path', () => {
    const details = { source: at(1), cue: at(2), content: [at(3), at(4)], via: [{}, { span: at(5) }] };
    expect(spansIn(parseOf('attribution', details))).toEqual([
      { path: 'details.source', span: at(1) },
      { path: 'details.cue', span: at(2) },
      { path: 'details.content.0', span: at(3) },
      { path: 'details.content.1', span: at(4) },
      { path: 'details.via.1.span', span: at(5) },
    ]);
  });

  test('those that are absent are left out', () => {
    expect(spansIn(emptyDetails('attribution'))).toEqual([]);
  });

  test('other kinds have none', () => {
    expect(spansIn(emptyDetails('casualty_count'))).toEqual([]);
    expect(spansIn(emptyDetails('source'))).toEqual([]);
    expect(spansIn(emptyDetails('fact'))).toEqual([]);
  });

  test('are covered by the marked words, from the first to the last, where they are content', () => {
    const two = parseOf('attribution', { source: at(90), content: [at(7), at(4)] });
    expect(isHullOfContent(two, { start: 4, end: 8 })).toBe(true);
    expect(isHullOfContent(two, { start: 3, end: 8 })).toBe(false);
    expect(isHullOfContent(two, { start: 4, end: 9 })).toBe(false);
    expect(isHullOfContent(emptyDetails('attribution'), { start: 4, end: 9 })).toBe(true);
    expect(isHullOfContent(emptyDetails('fact'), { start: 4, end: 9 })).toBe(true);
  });

  test('have a hull', () => {
    expect(hullOf([])).toBeNull();
    expect(hullOf([at(7)])).toEqual({ start: 7, end: 8 });
    expect(hullOf([at(7), { start: 2, end: 30 }, at(12)])).toEqual({ start: 2, end: 30 });
    expect(hullOf([{ start: 2, end: 30 }, at(40)])).toEqual({ start: 2, end: 41 });
  });
});

function parseOf(kind: ClaimKind, details: object): KindAndDetails {
  return KindAndDetails.parse({ kind, details });
}
