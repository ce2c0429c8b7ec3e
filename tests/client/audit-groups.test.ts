/** How an audit is laid out. */
import { describe, expect, test } from 'vitest';
import { piecesOf } from '../../client/components/attribution-words.ts';
import {
  byClaim,
  flagsOf,
  groupsOf,
  lastReview,
  looseFlags,
  sinceReview,
} from '../../client/controllers/audit-groups.ts';
import type { AuditedAttribution, Flag, FlagCode, SourceGroup } from '../../server/contract/audit.ts';
import { Claim } from '../../server/contract/claims.ts';
import type { EventType, HistoryItem } from '../../server/contract/history.ts';
import { idOf } from './proof-claims.ts';

const AT = '2024-03-02T10:00:00.000Z';
const SENTENCE = 'The pier was shut, the harbour office said on Monday.';

function attribution(number: number, more: Record<string, unknown> = {}) {
  const words = (quote: string) => ({
    start: 100 + SENTENCE.indexOf(quote),
    end: 100 + SENTENCE.indexOf(quote) + quote.length,
    quote,
  });
  const claim = Claim.parse({
    id: idOf(number),
    articleId: idOf(900),
    revision: 1,
    sentence: 2,
    version: 1,
    span: words('The pier was shut'),
    sentenceText: SENTENCE,
    sentenceStart: 100,
    kind: 'attribution',
    details: {
      source: words('the harbour office'),
      cue: words('said'),
      content: [],
      mode: null,
      basis: null,
      sourceId: null,
      via: [],
      carriedOver: false,
    },
    status: 'checked',
    summary: null,
    assigneeId: null,
    createdBy: idOf(800),
    createdAt: AT,
    attributionIds: [],
    sameFactAs: null,
    verdict: null,
    review: null,
    citationCount: 0,
    openComments: 0,
    outgrown: null,
    can: [],
    ...more,
  });
  if (claim.kind !== 'attribution') throw new Error('an attribution');
  return claim;
}
const item = (number: number, status: Claim['status'] = 'checked'): AuditedAttribution => ({
  claim: attribution(number, { status }),
  source: null,
  chain: [],
  attributed: [],
  evidence: [],
  comparisons: [],
});
const flag = (code: FlagCode, numbers: number[], dismissed = false): Flag => ({
  key: `${code}${numbers.join('')}`.padEnd(32, '0').slice(0, 32),
  code,
  claimIds: numbers.map(idOf),
  span: { start: 0, end: 1, quote: 'x' },
  explanation: 'Why.',
  dismissed: dismissed ? { by: idOf(800), at: AT, reason: 'Known.' } : null,
  can: [],
});
const ITEMS = [item(1), item(2, 'returned'), item(3)];
const SOURCES: SourceGroup[] = [
  {
    source: { id: idOf(50), name: 'Harbour Office', kind: 'organisation', confidential: false },
    descriptions: ['the harbour office', 'port officials'],
    attributionIds: [idOf(1), idOf(2)],
  },
  { source: null, descriptions: ['a clerk'], attributionIds: [idOf(3)] },
];
const shape = (groups: ReturnType<typeof groupsOf>) =>
  groups.map(({ heading, also, items }) => [heading, also, items.map(({ claim }) => claim.id)]);

describe('groups', () => {
  test('as the story runs, what was returned before all', () => {
    expect(shape(groupsOf('order', ITEMS, SOURCES, []))).toEqual([
      ['Returned', [], [idOf(2)]],
      ['As the story runs', [], [idOf(1), idOf(3)]],
    ]);
    expect(groupsOf('order', [], [], [])).toEqual([]);
  });

  test('by source, under its name in the register or the words printed, returned ones first', () => {
    expect(shape(groupsOf('source', ITEMS, SOURCES, []))).toEqual([
      ['Harbour Office', ['the harbour office', 'port officials'], [idOf(2), idOf(1)]],
      ['a clerk', [], [idOf(3)]],
    ]);
  });

  test('by flag: under each open one, dismissed ones do not count', () => {
    const flags = [flag('hearsay', [1]), flag('unnamed_only', [3, 1]), flag('no_evidence', [2], true)];
    expect(shape(groupsOf('flag', ITEMS, SOURCES, flags))).toEqual([
      ['Hearsay', [], [idOf(1)]],
      ['One unnamed source', [], [idOf(1), idOf(3)]],
      ['Without a flag', [], [idOf(2)]],
    ]);
  });
});

describe('flags', () => {
  test('of an attribution: those about it, then those that speak of it or of what is attributed to it', () => {
    const flags = [
      flag('described_differently', [3, 1]),
      flag('figure_absent', [5]),
      flag('hearsay', [1]),
      flag('hearsay', [2]),
    ];
    const item = { claim: attribution(1), attributed: [idOf(5)] };
    expect(flagsOf(flags, item).map(({ claimIds }) => claimIds[0])).toEqual([idOf(1), idOf(3), idOf(5)]);
    expect(flagsOf(flags, { ...item, attributed: [] })).toHaveLength(2);
  });

  test('of one claim stand together, where the first of them stands', () => {
    const flags = [flag('unattributed', [7]), flag('hearsay', [8]), flag('no_evidence', [7, 2])];
    expect(byClaim(flags).map(([id, of]) => [id, of.map(({ code }) => code)])).toEqual([
      [idOf(7), ['unattributed', 'no_evidence']],
      [idOf(8), ['hearsay']],
    ]);
    expect(byClaim([])).toEqual([]);
  });

  test('about no attribution stand apart', () => {
    const flags = [flag('unattributed', [7]), flag('no_evidence', [7, 2])];
    expect(looseFlags(flags, ITEMS)).toEqual([flags[0]]);
    // What an attribution is said of stands with it.
    const said = ITEMS.map((item) => ({ ...item, attributed: [idOf(7)] }));
    expect(looseFlags(flags, said)).toEqual([]);
  });
});

describe('since the last review', () => {
  const event = (seq: number, type: EventType): HistoryItem => ({
    seq,
    type,
    at: AT,
    actor: { id: idOf(800), name: 'Ada' },
    claimId: idOf(1),
    data: {},
    erased: false,
    hash: '00',
  });
  test.each<[string, EventType[], number[]]>([
    ['nothing was reviewed', ['claim.marked', 'verdict.given'], []],
    ['nothing happened', ['verdict.given', 'review.returned'], []],
    ['it was answered', ['review.returned', 'claim.edited', 'verdict.given'], [2, 3]],
    [
      'only the last review counts',
      ['review.passed', 'claim.edited', 'review.returned', 'claim.edited'],
      [4],
    ],
  ])('%s', (_name, types, expected) => {
    const history = types.map((type, index) => event(index + 1, type));
    const seq = types.findLastIndex((type) => type.startsWith('review.')) + 1;
    expect(lastReview(history)?.seq ?? 0).toBe(seq);
    expect(sinceReview(types.map((type, index) => event(index + 1, type))).map(({ seq }) => seq)).toEqual(
      expected,
    );
  });
});

describe('the parts of an attribution in its sentence', () => {
  const told = (claim: ReturnType<typeof attribution>) =>
    piecesOf(claim)
      .map(({ text, part }) => (part === null ? text : `[${part}: ${text}]`))
      .join('');

  test('are told apart', () => {
    expect(told(attribution(1))).toBe(
      '[content: The pier was shut], [source: the harbour office] [cue: said] on Monday.',
    );
  });

  test('a cue within the source or the content stands out from it', () => {
    const base = attribution(1).details;
    const all = { start: 100, end: 100 + SENTENCE.length, quote: SENTENCE };
    expect(told(attribution(1, { span: all, details: { ...base, content: [all] } }))).toBe(
      '[content: The pier was shut, ][source: the harbour office][content:  ][cue: said][content:  on Monday.]',
    );
  });

  test('a source in an earlier sentence is not in this one', () => {
    const base = attribution(1).details;
    const source = { start: 10, end: 20, quote: 'the office' };
    expect(told(attribution(1, { details: { ...base, source, cue: null } }))).toBe(
      '[content: The pier was shut], the harbour office said on Monday.',
    );
  });

  test('words that run on beyond the sentence are whole', () => {
    const words = SENTENCE.slice(SENTENCE.indexOf('on Monday'));
    const quote = `${words} It opens in June.`;
    const start = 100 + SENTENCE.indexOf(words);
    const span = { start, end: start + quote.length, quote };
    expect(told(attribution(1, { span }))).toBe(
      'The pier was shut, [source: the harbour office] [cue: said] [content: on Monday. It opens in June.]',
    );
  });

  test('the same words earlier in the sentence are not meant', () => {
    const base = attribution(1).details;
    const sentenceText = 'Two of two boats were back, two said.';
    const span = { start: 107, end: 110, quote: 'two' };
    expect(told(attribution(1, { sentenceText, span, details: { ...base, source: null, cue: null } }))).toBe(
      'Two of [content: two] boats were back, two said.',
    );
  });
});
