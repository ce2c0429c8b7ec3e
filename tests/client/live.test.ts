import { describe, expect, it, test } from 'vitest';
import { Following } from '../../client/api/live-following.ts';
import { newsOf } from '../../client/controllers/proof/news.ts';
import {
  companySign,
  companyWords,
  doingOf,
  hereWords,
  othersByClaim,
  othersIn,
} from '../../client/controllers/proof/present.ts';
import type { EventType, HistoryItem } from '../../server/contract/history.ts';
import type { Present } from '../../server/contract/live.ts';
import { idOf } from './proof-claims.ts';

const seqs = (...numbers: number[]) => numbers.map((seq) => ({ seq }));

describe('events that come by a stream and by asking', () => {
  it.each([
    ['come in order', [[1], [2], [3]], [1, 2, 3], false],
    ['come twice', [[1, 2], [2], [1, 2, 3]], [1, 2, 3], false],
    ['leave some out', [[1], [4]], [1], true],
    ['leave some out, and these come', [[1], [4], [2, 3, 4]], [1, 2, 3, 4], false],
    ['begin late', [[2]], [], true],
  ])('%s', (_, batches, ready, isGap) => {
    const following = new Following(0);
    const found = batches.map((batch) => following.take(seqs(...batch)));
    expect(found.flatMap((each) => each.ready.map(({ seq }) => seq))).toEqual(ready);
    expect(found.at(-1)?.isGap).toBe(isGap);
    expect(following.head).toBe(ready.at(-1) ?? 0);
  });
});

const item = (seq: number, type: EventType, who: number, claim: number | null = 1): HistoryItem => ({
  seq,
  type,
  at: '2024-03-01T10:00:00.000Z',
  actor: { id: idOf(who), name: { 901: 'Rana', 902: 'Omar', 903: 'Ada' }[who] ?? 'Me' },
  claimId: claim === null ? null : idOf(claim),
  data: {},
  erased: false,
  hash: '',
});

describe('what is said of a burst of events', () => {
  const words = (id: string) => (id === idOf(1) ? 'at least 385 people' : null);
  it.each<[string, HistoryItem[], string | null]>([
    ['one’s own', [item(1, 'claim.marked', 900)], null],
    ['what nobody need hear', [item(1, 'suggestion.dismissed', 901)], null],
    ['one', [item(1, 'verdict.given', 901)], 'Rana gave a verdict on “at least 385 people”.'],
    ['one on a claim not known', [item(1, 'claim.marked', 901, 2)], 'Rana marked a claim.'],
    ['the story', [item(1, 'article.signed_off', 901, null)], 'Rana signed the story off.'],
    [
      'several by one',
      [item(1, 'claim.edited', 901), item(2, 'verdict.given', 901), item(3, 'comment.added', 901, 2)],
      'Rana made 3 changes to 2 claims.',
    ],
    [
      'several by two',
      [item(1, 'claim.edited', 901), item(2, 'claim.edited', 902), item(3, 'claim.edited', 900)],
      'Rana and Omar made 2 changes to 1 claim.',
    ],
    [
      'several by three',
      [item(1, 'claim.edited', 901), item(2, 'claim.edited', 902), item(3, 'claim.edited', 903)],
      'Rana and 2 others made 3 changes to 1 claim.',
    ],
  ])('%s', (_, items, expected) => expect(newsOf(items, idOf(900), words)).toBe(expected));
});

const present = (page: number, who: number, claim: number | null, doing: Present['doing']): Present => ({
  page: idOf(page),
  person: { id: idOf(who), name: who === 901 ? 'Rana' : 'Omar' },
  claimId: claim === null ? null : idOf(claim),
  doing,
  since: '2024-03-01T10:00:00.000Z',
});

test('everyone else is there once, with what their first page does, and on each claim of theirs', () => {
  const items = [
    present(1, 901, 1, 'commenting'),
    present(2, 901, 2, 'reading'),
    present(3, 901, 2, 'reading'),
    present(4, 902, null, 'reading'),
    present(5, 900, 1, 'editing'),
  ];
  const others = othersIn({ items, more: 0 }, idOf(900));
  expect(others.map(({ name, at }) => [name, at.page])).toEqual([
    ['Rana', idOf(1)],
    ['Omar', idOf(4)],
  ]);
  const byClaim = othersByClaim({ items, more: 0 }, idOf(900));
  expect([...byClaim].map(([id, there]) => [id, there.map(hereWords)])).toEqual([
    [idOf(1), ['Rana is writing a comment']],
    [idOf(2), ['Rana is here']],
  ]);
});

test('the company at a claim is one line, whoever works there first', () => {
  const company = (...items: Present[]) => othersByClaim({ items, more: 0 }, idOf(900)).get(idOf(1)) ?? [];
  const [rana, omar] = [present(1, 901, 1, 'reading'), present(2, 902, 1, 'reading')];
  expect(companyWords([])).toBe('');
  expect(companyWords(company(rana))).toBe('Rana is here.');
  expect(companyWords(company(rana, omar))).toBe('Rana and Omar are here.');
  expect(companyWords(company({ ...omar, doing: 'commenting' }, rana))).toBe(
    'Omar is writing a comment. Rana is here.',
  );
  expect([[], [rana], [rana, omar]].map((items) => companySign(company(...items)))).toEqual(['', 'R', 'R+1']);
});

describe('what a page does', () => {
  const forms = { comments: ['a'], citations: ['b'] };
  it.each([
    [[], 'reading'],
    [['details'], 'editing'],
    [['verdict'], 'editing'],
    [['citation:b'], 'editing'],
    [['comment'], 'commenting'],
    [['reply:a'], 'commenting'],
    [['edit:a'], 'commenting'],
    [['comment', 'details'], 'editing'],
  ])('with %j not saved', (drafted, expected) =>
    expect(doingOf((form) => drafted.includes(form), forms)).toBe(expected),
  );
});
