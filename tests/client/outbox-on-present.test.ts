import { describe, expect, test } from 'vitest';
import { ApiProblem } from '../../client/api/problem.ts';
import { Entry, operation } from '../../client/controllers/outbox/entry.ts';
import { onPresent } from '../../client/controllers/outbox/on-present.ts';
import { leavingWords } from '../../client/controllers/outbox/words.ts';
import { patchOf } from '../../client/controllers/proof/patch.ts';
import { seenOf } from '../../client/controllers/proof/rebase.ts';
import { EditClaim, GiveVerdict } from '../../server/contract/claims.ts';
import { EditComment } from '../../server/contract/comments.ts';
import { keptEditCases } from '../cases/kept-edits.ts';
import { casualty, idOf } from './proof-claims.ts';

const CLAIM = idOf(10);

const kept = (part: Partial<Entry>): Entry =>
  Entry.parse({
    ...{ id: idOf(1), person: idOf(900), articleId: idOf(0), target: CLAIM, thing: CLAIM },
    ...{ idempotencyKey: 'key', follows: null, label: 'an edit', at: '2026-01-01T00:00:00.000Z', form: null },
    ...part,
  });

const stale = (current: unknown, code = 'STALE_VERSION') =>
  new ApiProblem({ status: 409, code, message: 'No.', current });

describe('a kept edit of a claim', () => {
  const before = casualty(10, { low: 3 });
  test.each(Object.entries(keptEditCases))('%s', (_, { mine, now, sent }) => {
    const patch = patchOf(before, mine);
    const body = { ...patch, version: 1, ...(patch.details === undefined ? {} : { revision: 1 }) };
    const edit = operation(EditClaim, { params: { claimId: CLAIM }, body });
    const entry = kept({ operation: edit, begun: { was: { ...seenOf(before) }, mine: { ...mine } } });
    const next = onPresent(entry, stale(now));
    if (sent === null) expect(next).toBeNull();
    else expect(next?.body).toMatchObject(sent);
  });

  test('is left to its author where nothing tells what they saw, or what is there', () => {
    const edit = operation(EditClaim, { params: { claimId: CLAIM }, body: { version: 1, summary: 'New' } });
    const begun = { was: { ...seenOf(before) }, mine: { summary: 'New' } };
    const now = casualty(10, { low: 5 }, { version: 4 });
    expect(onPresent(kept({ operation: edit, begun: null }), stale(now))).toBeNull();
    expect(onPresent(kept({ operation: edit, begun }), stale({ version: 4 }))).toBeNull();
    expect(onPresent(kept({ operation: edit, begun }), stale(now, 'SIGNED_OFF'))).toBeNull();
    expect(onPresent(kept({ operation: edit, begun }), stale(now))?.body?.version).toBe(4);
  });
});

test('a verdict is never put on another version', () => {
  const body = { version: 1, verdict: 'accurate', reason: 'In the log.' } as const;
  const given = operation(GiveVerdict, { params: { claimId: CLAIM }, body });
  const begun = { was: {}, mine: {} };
  expect(onPresent(kept({ operation: given, begun }), stale(casualty(10, {}, { version: 4 })))).toBeNull();
});

describe('kept words of a comment', () => {
  const comment = (body: string, withdrawn = false) => ({
    ...{ id: idOf(30), claimId: CLAIM, parentId: null, body, mentions: [], resolved: true, edited: false },
    ...{ withdrawn, createdBy: idOf(900), createdAt: '2026-01-01T00:00:00.000Z', version: 3, can: [] },
  });
  const edit = operation(EditComment, {
    params: { commentId: idOf(30) },
    body: { version: 1, body: 'Who counted them?' },
  });
  const begun = { was: { body: 'Who counted?' }, mine: { body: 'Who counted them?' } };
  test.each([
    ['go on a thread that was settled', comment('Who counted?'), 3],
    ['wait where the words are others by now', comment('Who?'), undefined],
    ['wait where the comment is withdrawn', comment('Who counted?', true), undefined],
  ])('%s', (_, now, version) => {
    const entry = kept({ operation: edit, begun, thing: idOf(30) });
    expect(onPresent(entry, stale(now))?.body?.version).toBe(version);
  });
});

test.each([
  [1, true, 'Nobody else sees it: this browser keeps it'],
  [2, true, '2 changes are not saved yet. Nobody else sees them'],
  [1, false, 'This browser keeps nothing: signing out loses it.'],
])('signing out with %i unsaved, kept: %s', (count, lasts, words) => {
  expect(leavingWords({ count, lasts })).toContain(words);
});
