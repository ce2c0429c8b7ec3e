import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BlockRole } from '../../server/contract/articles.ts';
import {
  CasualtyDetails,
  FactDetails,
  Modifier,
  Outcome,
  VictimCategory,
} from '../../server/contract/claims.ts';
import { Ledger } from '../../server/contract/figures.ts';
import { buildLedger } from '../../server/domain/figures/ledger/ledger.ts';
import type { LedgerClaim, LedgerStory } from '../../server/domain/figures/ledger/model.ts';
import { type Details, ledgerOf } from '../support/ledger.ts';
import { uuids } from '../support/uuids.ts';

const MOST = 30;
const IDS = uuids(MOST);
const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const anId = fc.constantFrom(...IDS);
const days = fc.constantFrom('2026-01-05', '2026-01-06', '2026-02-01');
const quotes = fc.oneof(
  fc.constantFrom(
    '12',
    'dozens of people',
    'on Monday, 6 January 2026',
    'another 5 men',
    'at least 1.2 million',
    '😀 41',
  ),
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
);
const casualty = fc
  .record({
    outcome: fc.constantFrom(...Outcome.options),
    numbers: fc.tuple(fc.nat(50), fc.nat(20), fc.nat(20)),
    known: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
    modifier: nullable(fc.constantFrom(...Modifier.options)),
    wording: nullable(fc.constantFrom('12', 'dozens', '1.2 million')),
    victims: nullable(
      fc.record({
        category: fc.constantFrom(...VictimCategory.options),
        label: nullable(fc.constantFrom('men', 'people')),
      }),
    ),
    partOf: nullable(anId),
    scope: nullable(fc.constantFrom('incident', 'cumulative')),
    period: nullable(fc.record({ from: nullable(days), to: nullable(days), precision: fc.constant('day') })),
    place: nullable(
      fc.record({ name: fc.constantFrom('Halven', 'Tarvo'), precision: nullable(fc.constant('town')) }),
    ),
  })
  .map(({ numbers: [low, more, most], known, period, ...details }) => {
    const values = [low, low + more, low + more + most].map((value, at) =>
      known[at] === true ? value : null,
    );
    const isInOrder =
      period === null || period.from === null || period.to === null || period.from <= period.to;
    return CasualtyDetails.parse({
      ...details,
      low: values[0],
      best: values[1],
      high: values[2],
      period: isInOrder ? period : null,
    });
  });
const content = fc.oneof(
  { arbitrary: casualty.map((details) => ({ kind: 'casualty_count' as const, details })), weight: 5 },
  {
    arbitrary: fc
      .record({
        about: fc.constantFrom('date', 'event'),
        value: nullable(fc.constantFrom('2026-01-06', 'Monday', '')),
      })
      .map(({ about, value }) => ({
        kind: 'fact' as const,
        details: FactDetails.parse({ about, value: value || null }),
      })),
    weight: 1,
  },
  {
    arbitrary: nullable(fc.constantFrom('the army', 'AFP')).map((quote) => ({
      kind: 'attribution' as const,
      details: {
        source: quote === null ? null : { start: 0, end: quote.length, quote },
        cue: null,
        content: [],
        mode: null,
        basis: null,
        sourceId: null,
        via: [],
        carriedOver: false,
      },
    })),
    weight: 1,
  },
);
const claims: fc.Arbitrary<LedgerClaim[]> = fc
  .array(
    fc.record({
      content,
      quote: quotes,
      start: fc.nat(200),
      before: fc.string({ maxLength: 30 }),
      after: fc.string({ maxLength: 30 }),
      sameFactAs: nullable(anId),
      attributionIds: fc.array(anId, { maxLength: 2 }),
      role: fc.constantFrom(...BlockRole.options),
    }),
    { maxLength: MOST },
  )
  .map((all) =>
    all.map(({ content: kind, quote, start, before, after, ...rest }, at) => ({
      ...kind,
      ...rest,
      id: IDS[at] ?? '',
      status: 'unchecked' as const,
      span: { start: start + before.length, end: start + before.length + quote.length, quote },
      sentence: start % 7,
      sentenceStart: start,
      sentenceText: before + quote + after,
    })),
  );
const stories: fc.Arbitrary<LedgerStory> = fc.record({
  claims,
  language: fc.constantFrom('en', 'de'),
  publishedAt: nullable(fc.constant('2026-01-08T10:00:00Z')),
  sources: fc.constant(new Map()),
});

describe('whatever the claims', () => {
  test('there is a ledger that fits the contract, with every count once and each part behind its whole', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const ledger = Ledger.parse(buildLedger(story));
        const counts = story.claims.filter(({ kind }) => kind === 'casualty_count').map(({ id }) => id);
        const lines = ledger.figures.map(({ claimId }) => claimId);
        expect(lines.toSorted()).toEqual(counts.toSorted());
        for (const [at, { wholeId, sameAs, depth }] of ledger.figures.entries()) {
          for (const before of [wholeId, sameAs])
            if (before !== null) expect(lines.slice(0, at)).toContain(before);
          expect(depth === 0).toBe(wholeId === null);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('their order changes nothing', () => {
    fc.assert(
      fc.property(stories, fc.infiniteStream(fc.nat()), (story, chance) => {
        const shuffled = story.claims
          .map((claim) => ({ claim, key: chance.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ claim }) => claim);
        expect(buildLedger({ ...story, claims: shuffled })).toEqual(buildLedger(story));
      }),
      { numRuns: 300 },
    );
  });
});

/** A true number, and the ways of printing it that are all right. */
const WAYS: readonly ((value: number) => { words: string; details: Details })[] = [
  (value) => ({ words: `${value} people`, details: {} }),
  (value) => ({ words: `at least ${value} people`, details: {} }),
  (value) => ({ words: `at least ${Math.max(value - 3, 1)} people`, details: {} }),
  (value) => ({ words: `more than ${value - 1} people`, details: {} }),
  (value) => ({ words: `up to ${value + 2} people`, details: {} }),
  (value) => ({ words: `fewer than ${value + 1} people`, details: {} }),
  (value) => ({ words: `about ${value} people`, details: {} }),
  (value) => ({ words: `between ${Math.max(value - 2, 1)} and ${value + 2} people`, details: {} }),
];
const OUTCOME_VERBS = { killed: 'killed', injured: 'injured', displaced: 'displaced' } as const;
const event = fc.record({
  outcome: fc.constantFrom(...(Object.keys(OUTCOME_VERBS) as (keyof typeof OUTCOME_VERBS)[])),
  men: fc.integer({ min: 4, max: 400 }),
  women: fc.integer({ min: 4, max: 400 }),
  ways: fc.array(fc.constantFrom(...WAYS), { minLength: 1, maxLength: 5 }),
  isLinked: fc.boolean(),
  listsAll: fc.boolean(),
});

type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

/** The words where they stand last: figures come back in other events. */
function last(text: string, quote: string): string {
  const nth = text.split(quote).length - 1;
  return nth > 1 ? `${quote}#${nth}` : quote;
}

/** A story of some events, each told several times in different words, its parts in a row; the first is the headline's. */
function storyOf(events: readonly Event[], tooMany = 0) {
  const lines: string[] = [];
  const marks: Parameters<typeof ledgerOf>[0]['marks'][number][] = [];
  const [main] = events;
  if (main !== undefined) {
    lines.push(`[Storm: ${main.men + main.women} ${main.outcome}]`);
    marks.push({ kind: 'casualty_count', id: 'head', quote: `${main.men + main.women} ${main.outcome}` });
  }
  for (const [at, { outcome, men, women, ways, isLinked, listsAll }] of events.entries()) {
    const value = men + women;
    const period = { from: '2026-01-05', to: null, precision: 'day' as const };
    for (const [nth, way] of ways.entries()) {
      const { words, details } = way(value);
      lines.push(`Storm ${at}.${nth} ${OUTCOME_VERBS[outcome]} ${words}.`);
      marks.push({
        kind: 'casualty_count',
        id: `e${at}.${nth}`,
        quote: `${at}.${nth} ${OUTCOME_VERBS[outcome]} ${words}`,
        details: { ...details, outcome, period, place: { name: `Town ${at}`, precision: 'town' } },
        ...(isLinked && nth > 0 ? { sameFactAs: `e${at}.0` } : {}),
      });
    }
    const lead = listsAll ? ':' : ', including';
    const fewer = listsAll ? 0 : 1;
    lines.push(
      `Wave ${at} ${OUTCOME_VERBS[outcome]} ${value} people${lead} ${men - fewer + tooMany} men and ${women} women.`,
    );
    const text = lines.join('\n');
    const part = { outcome, partOf: `w${at}` };
    marks.push(
      {
        kind: 'casualty_count',
        id: `w${at}`,
        quote: `Wave ${at} ${OUTCOME_VERBS[outcome]} ${value} people`,
        details: { outcome },
      },
      {
        kind: 'casualty_count',
        id: `m${at}`,
        quote: last(text, `${men - fewer + tooMany} men`),
        details: part,
      },
      { kind: 'casualty_count', id: `f${at}`, quote: last(text, `${women} women`), details: part },
    );
  }
  return { text: lines.join('\n'), marks };
}

describe('a story that was made', () => {
  test('so that all adds up is silent', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 5 }), (events) => {
        const { problems, notes } = ledgerOf(storyOf(events));
        expect([...problems, ...notes].map(({ explanation }) => explanation)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('with too many in every row is told for each of them, and for nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 2, max: 9 }),
        (events, more) => {
          const { problems } = ledgerOf(storyOf(events, more));
          const rules = problems.map(({ rule }) => rule.replace('part_exceeds', 'parts_exceed'));
          expect(rules).toEqual(events.map(() => 'parts_exceed_whole'));
        },
      ),
      { numRuns: 100 },
    );
  });

  test('with too few in every list of all is told for each of those', () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 5 }), (events) => {
        const { problems } = ledgerOf(storyOf(events, -1));
        expect(problems.map(({ rule }) => rule)).toEqual(
          events.flatMap(({ listsAll }) => (listsAll ? ['parts_short_of_whole'] : [])),
        );
      }),
      { numRuns: 100 },
    );
  });
});
