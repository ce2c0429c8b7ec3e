import { describe, expect, it } from 'vitest';
import {
  likest,
  linkable,
  linkedIn,
  offeredVerdict,
  sameFact,
  wholesFor,
} from '../../client/controllers/proof/links.ts';
import { attribution, casualty, fact, idOf, verdict } from './proof-claims.ts';

const ids = (claims: readonly { id: string }[]) => claims.map(({ id }) => Number(id.slice(-12)));

describe('claims of the same fact', () => {
  const headline = fact(1);
  const lead = fact(2, {}, { sameFactAs: idOf(1) });
  const ninth = fact(3, {}, { sameFactAs: idOf(2) });
  const other = fact(4);

  it('are found along links in either direction', () => {
    expect(ids(sameFact(headline, [headline, lead, ninth, other]))).toEqual([2, 3]);
    expect(ids(sameFact(ninth, [headline, lead, ninth, other]))).toEqual([1, 2]);
  });

  it('leave the withdrawn out, but not what is linked through them', () => {
    const gone = { ...lead, status: 'withdrawn' as const };
    expect(ids(sameFact(headline, [headline, gone, ninth]))).toEqual([3]);
  });

  it('are offered the latest verdict that holds', () => {
    const early = { ...headline, verdict: verdict({ verdict: 'disputed' }) };
    const late = { ...lead, verdict: verdict({ at: '2024-03-05T10:00:00.000Z' }) };
    expect(offeredVerdict(ninth, [early, late, ninth])?.verdict.verdict).toBe('accurate');
  });

  it('are not offered one that expired, nor over a verdict of their own', () => {
    const expired = verdict({ expired: { at: '2024-03-03T10:00:00.000Z', reasons: ['details'] } });
    expect(offeredVerdict(lead, [{ ...headline, verdict: expired }, lead])).toBeNull();
    const given = { ...headline, verdict: verdict() };
    expect(offeredVerdict({ ...lead, verdict: verdict() }, [given, lead])).toBeNull();
    expect(offeredVerdict({ ...lead, verdict: expired }, [given, lead])?.from.id).toBe(idOf(1));
  });
});

describe('the whole that a count is part of', () => {
  const total = casualty(1, { low: 385 });
  const part = casualty(2, { best: 56 });

  it('is the larger count before it', () => {
    expect(wholesFor(part, [total, part])).toMatchObject({ likely: true, choices: [{ id: idOf(1) }] });
  });

  it('is the nearest of several', () => {
    const near = casualty(3, { low: 90 }, { start: 15 });
    expect(ids(wholesFor(part, [total, part, near]).choices)).toEqual([3, 1]);
  });

  it.each([
    ['a smaller one', casualty(1, { low: 12 })],
    ['one that stands after it', casualty(1, { low: 385 }, { start: 300 })],
    ['one far before it', casualty(1, { low: 385 }, { sentence: -5 })],
    ['one of unknown size', casualty(1)],
    ['another outcome in another sentence', casualty(1, { low: 385, outcome: 'injured' }, { sentence: -1 })],
    ['one of another event, a sentence before', casualty(1, { low: 385 }, { sentence: -1 })],
  ])('is not offered: %s', (_, other) => {
    expect(wholesFor(part, [other, part])).toMatchObject({ likely: false, choices: [{ id: idOf(1) }] });
  });

  it.each(['Among them were 56 medics.', 'Of the dead, 56 were medics.', '56 of them were medics.'])(
    'is one before it where the sentence goes on about that: %s',
    (sentenceText) => {
      const before = casualty(1, { low: 385 }, { sentence: -1 });
      expect(wholesFor({ ...part, sentenceText }, [before, part]).likely).toBe(true);
      const injured = casualty(1, { low: 385, outcome: 'injured' }, { sentence: -1 });
      expect(wholesFor({ ...part, sentenceText }, [injured, part]).likely).toBe(false);
    },
  );

  it('is never one that is itself part of this one, at whatever remove', () => {
    const child = casualty(3, { low: 500, partOf: idOf(2) });
    const grandchild = casualty(4, { low: 600, partOf: idOf(3) });
    expect(wholesFor(part, [child, part, grandchild]).choices).toEqual([]);
  });
});

describe('claims that may state the same fact', () => {
  const freed = casualty(5, { outcome: 'freed', best: 2 }, { quote: 'two medics' });
  const others = [
    casualty(6, { outcome: 'killed', low: 30 }, { quote: 'No fewer than 30 medics' }),
    casualty(4, { outcome: 'freed', low: 12 }, { quote: 'scores of medics' }),
    casualty(1, { outcome: 'freed' }, { quote: 'medics released' }),
    casualty(2, { outcome: 'freed', best: 2 }, { quote: 'two Danish nurses' }),
    fact(7, {}, { quote: 'since Easter' }),
    fact(9, {}, { quote: 'the two medics' }),
  ];

  it('begin with the same figure and end with another outcome', () => {
    const order = likest(freed, others).map(({ span }) => span.quote);
    expect(order).toEqual([
      'two Danish nurses',
      'medics released',
      'the two medics',
      'since Easter',
      'scores of medics',
      'No fewer than 30 medics',
    ]);
  });
});

describe('what a claim may be linked with', () => {
  const part = casualty(5, { best: 56 }, { sentence: 4, start: 200 });
  const total = casualty(1, { low: 385 }, { sentence: 4, start: 150 });
  const far = attribution(2, {}, { sentence: 1 });
  const near = attribution(3, {}, { sentence: 3 });
  const gone = casualty(4, { low: 400 }, { status: 'withdrawn', sentence: 4, start: 160 });
  const claims = [total, far, near, gone, part, fact(6)];

  it('are attributions by nearness, claims of its kind and wholes, without itself and the withdrawn', () => {
    const { attributions, alike, wholes, offered } = linkable(part, claims);
    expect([attributions, alike, wholes].map(ids)).toEqual([[3, 2], [1], [1]]);
    expect(offered).toBe(true);
  });

  it('has no whole where it is no count', () => {
    expect(linkable(fact(6), claims)).toMatchObject({ wholes: [], offered: false });
  });

  it('are at first those alone that it is linked with', () => {
    const linked = linkedIn({ attributionIds: [idOf(2)], sameFactAs: idOf(6), partOf: idOf(1) }, claims);
    expect([linked.attributions, linked.alike, linked.wholes].map(ids)).toEqual([[2], [6], [1]]);
    expect(linkedIn({ attributionIds: [], sameFactAs: '', partOf: '' }, claims)).toEqual({
      ...{ attributions: [], alike: [], wholes: [], offered: false },
    });
  });
});
