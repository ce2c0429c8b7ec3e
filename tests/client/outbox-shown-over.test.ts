/** What is not saved yet, over what the server has. */
import { expect, test } from 'vitest';
import { Entry, type Operation, operation } from '../../client/controllers/outbox/entry.ts';
import { citationsUnder, commentsUnder } from '../../client/controllers/outbox/shown-over.ts';
import { CreateComment, EditComment, WithdrawComment } from '../../server/contract/comments.ts';
import {
  CreateCitation,
  EditCitation,
  type Evidence,
  RestoreCitation,
  WithdrawCitation,
} from '../../server/contract/evidence.ts';
import { idOf } from './proof-claims.ts';

const CLAIM = idOf(10);
const THING = idOf(30);
const AT = '2026-01-01T00:00:00.000Z';

const kept = (what: Operation): Entry =>
  Entry.parse({
    ...{ id: idOf(1), person: idOf(900), articleId: idOf(0), target: CLAIM, thing: THING },
    ...{ operation: what, idempotencyKey: 'key', follows: null, label: 'an act', at: AT, form: null },
  });

const log: Evidence = {
  ...{ id: idOf(40), articleId: idOf(0), kind: 'document', url: null, title: 'Log of the port' },
  ...{ publisher: null, accessedAt: null, note: null, file: null, snapshot: null, claimIds: [] },
  ...{ withdrawn: false, createdBy: idOf(901), createdAt: AT, version: 2, can: [] },
};
const citing = (body: object): Entry =>
  kept(
    operation(CreateCitation, {
      params: { claimId: CLAIM },
      body: { id: THING, stance: 'supports', locator: 'page 3', ...body },
    }),
  );
const params = { citationId: THING };
const edit = kept(operation(EditCitation, { params, body: { version: 1, stance: 'contradicts' } }));
const away = kept(operation(WithdrawCitation, { params, query: { version: 1 } }));
const back = kept(operation(RestoreCitation, { params }));
const byTelephone = { evidence: { kind: 'interview', title: 'The harbour master' } };

test.each([
  [
    'new evidence',
    [citing(byTelephone)],
    [{ id: THING, locator: 'page 3', evidence: { title: 'The harbour master' } }],
  ],
  ['evidence of the story', [citing({ evidenceId: log.id })], [{ evidence: log, can: [] }]],
  ['evidence that is not known here', [citing({ evidenceId: idOf(41) })], []],
  ['a change to it', [citing(byTelephone), edit], [{ stance: 'contradicts', locator: 'page 3' }]],
  ['its withdrawal', [citing(byTelephone), away], [{ withdrawn: true }]],
  ['its return', [citing(byTelephone), away, back], [{ withdrawn: false }]],
])('a claim’s citations with %s', (_, entries, expected) => {
  const shown = citationsUnder([], entries, [log]);
  expect(shown).toHaveLength(expected.length);
  expect(shown).toMatchObject(expected);
});

test('a citation that the server has by now is shown once', () => {
  const shown = citationsUnder([], [citing(byTelephone)], []);
  expect(citationsUnder(shown, [citing(byTelephone)], [])).toEqual(shown);
});

const said = kept(
  operation(CreateComment, { params: { claimId: CLAIM }, body: { id: THING, body: 'Who counted?' } }),
);
const commentId = { commentId: THING };
const changed = kept(operation(EditComment, { params: commentId, body: { version: 1, body: 'Who?' } }));
const settled = kept(operation(EditComment, { params: commentId, body: { version: 1, resolved: true } }));
const gone = kept(operation(WithdrawComment, { params: commentId, query: { version: 1 } }));

test.each([
  ['said', [said], { body: 'Who counted?', edited: false, createdBy: idOf(900) }],
  ['changed', [said, changed], { body: 'Who?', edited: true }],
  ['settled', [said, settled], { body: 'Who counted?', edited: false, resolved: true }],
  ['withdrawn', [said, gone], { withdrawn: true }],
])('a comment that is %s', (_, entries, expected) => {
  expect(commentsUnder([], entries)).toMatchObject([expected]);
});
