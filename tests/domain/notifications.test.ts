import { describe, expect, test } from 'vitest';
import { type Around, concernsOf, type Happened, toldOf } from '../../server/domain/notifications/told.ts';
import { concernCases } from '../cases/notifications.ts';

const AROUND: Around = { assignee: 'assignee', judge: 'judge', thread: [] };

describe('whom an event concerns', () => {
  test.each(Object.entries(concernCases))(
    '%s',
    (_name, { type, data, around, by = 'actor', onClaim = true, expected }) => {
      const event: Happened = { seq: 7, type, claimId: onClaim ? 'claim' : null, data };
      const concerns = concernsOf(event, { ...AROUND, ...around }, by);
      expect(Object.fromEntries(concerns.map(({ userId, reason }) => [userId, reason]))).toEqual(expected);
      expect(concerns.length).toBe(Object.keys(expected).length);
    },
  );
});

describe('what the events of one write tell', () => {
  const ended = (seq: number, claimId: string): Happened => ({
    seq,
    type: 'claim.replaced',
    claimId,
    data: { expired: ['text'] },
  });
  const judges: Readonly<Record<string, string>> = { a: 'ada', b: 'bo', c: 'ada' };
  const aroundOf = ({ claimId }: Happened): Around => ({
    assignee: null,
    judge: judges[claimId ?? ''] ?? null,
    thread: [],
  });

  test('all verdicts that it ended are one thing to each who gave them, at the first', () => {
    const events = [ended(3, 'none'), ended(4, 'a'), ended(5, 'b'), ended(6, 'c')];
    expect(toldOf(events, aroundOf, 'actor')).toEqual([
      { userId: 'ada', reason: 'expired', seq: 4, claimId: 'a', commentId: null, count: 2 },
      { userId: 'bo', reason: 'expired', seq: 5, claimId: 'b', commentId: null, count: 1 },
    ]);
  });

  test('everything else is a thing of its own, with the comment that tells it', () => {
    const said = (seq: number, comment: string): Happened => ({
      seq,
      type: 'comment.added',
      claimId: 'a',
      data: { comment, after: { parentId: null, mentions: ['cy'] } },
    });
    expect(toldOf([said(1, 'one'), said(2, 'two')], aroundOf, 'ada')).toEqual([
      { userId: 'cy', reason: 'mention', seq: 1, claimId: 'a', commentId: 'one', count: 1 },
      { userId: 'cy', reason: 'mention', seq: 2, claimId: 'a', commentId: 'two', count: 1 },
    ]);
  });
});
