import { expect, test } from 'vitest';
import { lookedFor, turned, UNATTENDED } from '../../client/controllers/following/attention.ts';
import { alike, isToBeRead, takenIn, UNREAD, withMore } from '../../client/controllers/following/rows.ts';
import { attentionCases } from '../cases/attention.ts';

test.each(Object.entries(attentionCases))('%s', (_name, { turns, asked, looked }) => {
  const attention = turns.reduce((before, [at, isHere]) => turned(before, isHere, at), UNATTENDED);
  expect(lookedFor(attention, asked)).toBe(looked);
});

test('what changed while nobody looked is to be read from when somebody is back', () => {
  const away = turned(turned(UNATTENDED, true, 0), false, 1_000);
  const kind = { version: (words: string) => words.length, alike };
  const rows = takenIn(withMore(new Map(), new Map([['a', 'a']])), new Map([['a', 'ab']]), kind, {
    holds: () => false,
    now: lookedFor(away, 2_000),
  });
  const back = turned(away, true, 60_000);
  expect(isToBeRead(rows.get('a'), lookedFor(away, 59_999))).toBe(true);
  expect(isToBeRead(rows.get('a'), lookedFor(back, 60_000 + UNREAD - 1))).toBe(true);
  expect(isToBeRead(rows.get('a'), lookedFor(back, 60_000 + UNREAD))).toBe(false);
});
