/** Apart from the other tests of the ledger, so that a run of mutations can leave these out: each has many claims. */
import { expect, test } from 'vitest';
import { CasualtyDetails } from '../../server/contract/claims.ts';
import { buildLedger } from '../../server/domain/figures/ledger/ledger.ts';
import type { LedgerClaim, LedgerStory } from '../../server/domain/figures/ledger/model.ts';
import { uuids } from '../support/uuids.ts';

/** A long story has half of these. */
const MANY = 10_000;
const FEW = MANY / 16;
/** How many times longer sixteen times the claims may take: sorting takes some 22 times, comparing each with each 256. */
const MOST = 80;
/** Milliseconds below which a time is chance. */
const LEAST = 8;
const IDS = uuids(MANY);
const id = (at: number): string => IDS[at] ?? '';

type Shape = (at: number) => { readonly details?: object } & Partial<Omit<LedgerClaim, 'details' | 'kind'>>;

const BASE = CasualtyDetails.parse({ outcome: 'killed', low: 12, best: 12, high: 12, modifier: 'exact' });

/** "12 people" after "12 people", one to a sentence where nothing else is said. */
function storyOf(shape: Shape, count: number): LedgerStory {
  const claims = IDS.slice(0, count).map((own, at): LedgerClaim => {
    const { details, ...rest } = shape(at);
    const start = at * 20;
    return {
      kind: 'casualty_count',
      id: own,
      status: 'unchecked',
      attributionIds: [],
      sameFactAs: null,
      span: { start, end: start + 9, quote: '12 people' },
      sentence: at,
      sentenceText: '12 people died now. ',
      sentenceStart: start,
      role: 'paragraph',
      ...rest,
      details: { ...BASE, ...details },
    };
  });
  return { language: 'en', publishedAt: '2026-01-08T10:00:00Z', claims, sources: new Map() };
}

const value = (number: number) => ({ low: number, best: number, high: number });
const town = {
  place: { name: 'Halven', precision: 'town' },
  period: { from: '2026-01-06', to: null, precision: 'day' },
};
const LONG = '12 people on Monday, 6 January 2026 and '.repeat(MANY / 2);

const shapes: Readonly<Record<string, Shape>> = {
  'nothing linked': () => ({}),
  'one fact': (at) => ({ sameFactAs: at === 0 ? null : id(0), details: value(at) }),
  'a chain of one fact': (at) => ({ sameFactAs: at === 0 ? null : id(at - 1), details: value(at) }),
  'one whole': (at) => ({
    details: { partOf: at === 0 ? null : id(0), victims: { category: 'civilian', label: null } },
  }),
  'a chain of parts': (at) => ({ details: { partOf: at === 0 ? null : id(at - 1), ...value(at) } }),
  'a circle of parts': (at) => ({ details: { partOf: id((at + 1) % FEW) } }),
  'a fact told by half, its parts by the other half': (at) =>
    at % 2 === 0
      ? { sameFactAs: at === 0 ? null : id(0), details: value(MANY) }
      : { details: { partOf: id(at - 1), victims: { category: 'unspecified', label: `label ${at}` } } },
  'all alike': (at) => ({ details: { ...town, ...value(at) } }),
  'all in the headline': (at) => ({ role: at % 2 === 0 ? 'headline' : 'paragraph', details: value(at) }),
  tolls: (at) => ({
    details: {
      ...value(MANY - at),
      scope: 'cumulative',
      place: { name: 'Halven', precision: null },
      period: { from: null, to: dayAt(at), precision: 'day' },
    },
  }),
  'a row without an end': (at) => ({
    sentence: 0,
    sentenceStart: 0,
    sentenceText: LONG,
    details: { partOf: at === 0 ? null : id(0), victims: { category: 'unspecified', label: `label ${at}` } },
  }),
};
const dayAt = (at: number): string => new Date(Date.UTC(1900, 0, 1 + at)).toISOString().slice(0, 10);

/** Milliseconds of work, whatever else the machine does; the better of two. */
function timeOf(story: LedgerStory): number {
  const times = [1, 2].map(() => {
    const before = process.cpuUsage();
    buildLedger(story);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.max(LEAST, Math.min(...times));
}

test.each(Object.entries(shapes))('%s', (_name, shape) => {
  const many = storyOf(shape, MANY);
  expect(buildLedger(many).figures).toHaveLength(MANY);
  expect(timeOf(many) / timeOf(storyOf(shape, FEW))).toBeLessThan(MOST);
});

/** Every second claim is an attribution within the one before it. */
function nested(count: number): LedgerStory {
  const { claims, ...story } = storyOf(() => ({}), count);
  const details = {
    source: null,
    cue: null,
    content: [],
    mode: null,
    basis: null,
    sourceId: null,
    via: [],
    carriedOver: false,
  };
  const mixed = claims.map((claim, at): LedgerClaim => {
    if (at % 2 === 0) return claim;
    return {
      ...claim,
      kind: 'attribution',
      span: { start: at, end: count * 40 - at, quote: 'words' },
      details,
    };
  });
  return { ...story, claims: mixed };
}

test('attributions within attributions', () => {
  const many = nested(MANY);
  expect(buildLedger(many).figures).toHaveLength(MANY / 2);
  expect(timeOf(many) / timeOf(nested(FEW))).toBeLessThan(MOST);
});
