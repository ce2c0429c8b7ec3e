/** The table of changed texts is whole in itself: what it expects can be expected. */
import { describe, expect, test } from 'vitest';
import { revisionRows } from '../cases/revisions/index.ts';
import { KEEPING } from '../cases/revisions/row.ts';
import { readMarked } from '../support/marked-text.ts';

const rows = Object.entries(revisionRows);

test('there are at least 80 changes, each beside its twin', () => {
  expect(rows.length).toBeGreaterThanOrEqual(80);
});

describe('each row', () => {
  test.each(rows)('%s', (_, { was, expires, keeps }) => {
    const before = readMarked(was);
    expect(before.claim).not.toBeNull();
    expect(KEEPING.has(expires.change)).toBe(false);
    expect(KEEPING.has(keeps.change)).toBe(true);
    expect(readMarked(keeps.now).claim).not.toBeNull();
    expect(readMarked(expires.now).claim === null).toBe(expires.change === 'gone');
    for (const { now } of [expires, keeps]) expect(readMarked(now).text).not.toBe(before.text);
  });
});
