/** What ends a sign-off: somebody reopens the story, or another text of it arrives. */
import { beforeAll, describe, expect, test } from 'vitest';
import { GetArticle } from '../../server/contract/articles.ts';
import { GetArticleHistory } from '../../server/contract/history.ts';
import { EndSignOff } from '../../server/contract/sign-off.ts';
import { headOf } from '../support/attached.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import {
  readyStory,
  receiveRevision,
  signedOffStory,
  signOff,
  signOffOf,
  signOffPath,
} from '../support/sign-off.ts';

const desk = useDesk();
let viewer: Person;
let editor: Person;
let reviewer: Person;
let second: Person;

beforeAll(async () => {
  viewer = await desk.person('viewer');
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  second = await desk.person('reviewer');
});

const ready = () => readyStory({ editor, reviewer });
const signed = () => signedOffStory({ editor, reviewer });
const articleOf = async ({ id }: { id: string }, as: Person = editor) =>
  answer(GetArticle, await as.get(`/api/articles/${id}`));
/** All that a refused write must leave alone. */
const traceOf = async (story: { id: string }) => ({
  rows: await desk.db.prisma.signOff.findMany({ where: { articleId: story.id }, orderBy: { id: 'asc' } }),
  head: await headOf(editor, story),
  article: await articleOf(story),
});
const eventsAfter = async ({ id }: { id: string }, head: number) =>
  answer(GetArticleHistory, await editor.get(`/api/articles/${id}/history?after=${head}`)).items;
const lastEvent = async (story: { id: string }) =>
  (await eventsAfter(story, (await headOf(editor, story)) - 1))[0];

describe('reopening', () => {
  test('takes a reason, and leaves the sign-off that was', async () => {
    const story = await signed();
    const { signOff: given } = await signOffOf(reviewer, story);
    const { version, head } = await articleOf(story);
    const trace = await traceOf(story);
    refusal(await second.delete(signOffPath(story)), 'INVALID');
    refusal(await second.delete(signOffPath(story), { reason: ' ' }), 'INVALID');
    for (const who of [viewer, editor])
      refusal(await who.delete(signOffPath(story), { reason: 'A new toll.' }), 'NEEDS_REVIEWER');
    expect(await traceOf(story)).toEqual(trace);

    const send = () =>
      second
        .delete(signOffPath(story), { reason: 'A new toll.' })
        .set('Idempotency-Key', `reopen-${story.id}`);
    const state = answer(EndSignOff, await send());
    expect(state).toMatchObject({
      head: head + 1,
      signOff: null,
      ended: { ...given, endedBy: second.id, because: 'reopened', reason: 'A new toll.' },
      can: ['sign_off'],
    });
    expect(await articleOf(story)).toMatchObject({
      status: 'checking',
      version: version + 1,
      signOff: {
        revision: 1,
        by: reviewer.id,
        at: given?.at,
        ended: { by: second.id, because: 'reopened', reason: 'A new toll.' },
      },
    });
    expect(await lastEvent(story)).toMatchObject({
      type: 'article.reopened',
      data: {
        before: { status: 'signed_off' },
        after: { status: 'checking' },
        revision: 1,
        reason: 'A new toll.',
      },
    });
    const after = await traceOf(story);
    expect(answer(EndSignOff, await send())).toEqual(state);
    refusal(await second.delete(signOffPath(story), { reason: 'A new toll.' }), 'NOT_SIGNED_OFF');
    refusal(await editor.delete(signOffPath(story), { reason: 'A new toll.' }), 'NEEDS_REVIEWER');
    expect(await traceOf(story)).toEqual(after);
  });

  test('the story is checked and signed off again; the sign-off before stays readable', async () => {
    const story = await signed();
    await reviewer.delete(signOffPath(story), { reason: 'First.' }).expect(200);
    await signOff(second, story);
    expect((await articleOf(story)).signOff).toMatchObject({ by: second.id, ended: null });
    await reviewer.delete(signOffPath(story), { reason: 'Second.' }).expect(200);
    expect((await signOffOf(editor, story)).ended).toMatchObject({ by: second.id, reason: 'Second.' });
    const state = await signOff(reviewer, story);
    expect(state).toMatchObject({ signOff: { by: reviewer.id }, ended: { reason: 'Second.' } });
    expect(await desk.db.prisma.signOff.count({ where: { articleId: story.id } })).toBe(3);
  });
});

describe('a new revision from outside', () => {
  test('voids the sign-off, saying why', async () => {
    const story = await signed();
    const { signOff: given } = await signOffOf(reviewer, story);
    const before = await articleOf(story);
    await receiveRevision(editor, story, 'Second lead of the agency');
    const state = await signOffOf(reviewer, story);
    expect(state).toMatchObject({
      revision: 2,
      head: before.head + 2,
      signOff: null,
      ended: {
        ...given,
        endedBy: editor.id,
        because: 'new_revision',
        reason: 'Second lead of the agency',
      },
    });
    expect(state.sha256).not.toBe(given?.sha256);
    expect(await articleOf(story)).toMatchObject({
      status: 'checking',
      version: before.version + 2,
      signOff: {
        by: reviewer.id,
        ended: { because: 'new_revision', reason: 'Second lead of the agency' },
      },
    });
    expect(await eventsAfter(story, before.head)).toMatchObject([
      {
        type: 'article.sign_off_voided',
        actor: { id: editor.id },
        data: { because: 'new_revision', reason: 'Second lead of the agency', revision: 1 },
      },
      { type: 'article.revised', actor: { id: editor.id }, data: { arrived: 'Second lead of the agency' } },
    ]);
    const { revision, sha256, head } = given ?? {};
    const stale = { revision, sha256, head };
    const late = await reviewer.put(signOffPath(story), stale);
    expect(refusal(late, 'STALE_REVISION').revision).toBe(2);
  });

  test('ends nothing in a story that nobody signed', async () => {
    const story = await ready();
    const { head } = await articleOf(story);
    await receiveRevision(editor, story, 'Second lead of the agency');
    expect((await eventsAfter(story, head)).map(({ type }) => type)).toEqual(['article.revised']);
    expect(await articleOf(story)).toMatchObject({ signOff: null });
    expect((await signOffOf(reviewer, story)).ended).toBeNull();
  });
});
