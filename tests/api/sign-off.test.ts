import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { GetArticle } from '../../server/contract/articles.ts';
import { ListArticleClaims } from '../../server/contract/claims.ts';
import { GetArticleHistory } from '../../server/contract/history.ts';
import { GiveSignOff } from '../../server/contract/sign-off.ts';
import { comment, headOf } from '../support/attached.ts';
import { CASUALTY, createStory, mark, review, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { readyStory, seen, signOff, signOffOf, signOffPath } from '../support/sign-off.ts';
import { countStatements } from '../support/statements.ts';
import { listSuggestions } from '../support/suggestions.ts';

const desk = useDesk();
let viewer: Person;
let editor: Person;
let reviewer: Person;
let second: Person;
let admin: Person;

beforeAll(async () => {
  viewer = await desk.person('viewer');
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  second = await desk.person('reviewer');
  admin = await desk.person('admin');
});

const ready = (body: object = {}) => readyStory({ editor, reviewer }, body);
const articleOf = async ({ id }: { id: string }, as: Person = editor) =>
  answer(GetArticle, await as.get(`/api/articles/${id}`));
/** All that a refused write must leave alone. */
const traceOf = async (story: { id: string }) => ({
  rows: await desk.db.prisma.signOff.findMany({ where: { articleId: story.id }, orderBy: { id: 'asc' } }),
  head: await headOf(editor, story),
  article: await articleOf(story),
});
const lastEvent = async (story: { id: string }) => {
  const path = `/api/articles/${story.id}/history?after=${(await headOf(editor, story)) - 1}`;
  return answer(GetArticleHistory, await editor.get(path)).items[0];
};
const RETURNED = { decision: 'returned', reasonCode: 'other', note: 'Which register?' };

describe('a sign-off', () => {
  test('is of these words and this state, and leaves its name under them', async () => {
    const story = await ready();
    const before = await articleOf(story);
    const open = (await listSuggestions(editor, story, '?state=open')).items.map(({ id }) => id);
    expect(open.length).toBeGreaterThan(0);
    expect(await signOffOf(reviewer, story)).toEqual({
      revision: 1,
      sha256: story.revision.sha256,
      head: before.head,
      policy: { signOffBy: 'reviewer', reviewFacts: true, minSources: 1 },
      signOff: null,
      ended: null,
      blockers: [],
      toAcknowledge: [],
      openSuggestions: open,
      can: ['sign_off'],
      refused: null,
    });
    const state = await signOff(reviewer, story);
    expect(state).toMatchObject({
      head: before.head + 1,
      signOff: {
        revision: 1,
        sha256: story.revision.sha256,
        head: before.head,
        by: reviewer.id,
        acknowledged: [],
        acknowledgedSuggestions: open,
      },
      can: ['reopen'],
    });
    expect(await articleOf(story)).toMatchObject({
      status: 'signed_off',
      version: before.version + 1,
      can: ['comment', 'arrive'],
    });
    expect(await lastEvent(story)).toMatchObject({
      type: 'article.signed_off',
      actor: { id: reviewer.id },
      data: {
        before: { status: 'checking' },
        after: { status: 'signed_off', revision: 1, sha256: story.revision.sha256, head: before.head },
      },
    });
  });

  test('names the revision, its hash and the head, or nothing is signed', async () => {
    const story = await ready();
    const body = await seen(reviewer, story);
    const trace = await traceOf(story);
    const put = (changed: object) => reviewer.put(signOffPath(story), { ...body, ...changed });
    expect(refusal(await put({ revision: 2 }), 'STALE_REVISION').revision).toBe(1);
    expect(refusal(await put({ sha256: '0'.repeat(64) }), 'STALE_REVISION').revision).toBe(1);
    refusal(await put({ sha256: body.sha256.toUpperCase() }), 'INVALID');
    refusal(await put({ head: body.head - 1 }), 'STALE_HEAD');
    refusal(await put({ head: body.head + 1 }), 'STALE_HEAD');
    refusal(await put({ head: undefined }), 'INVALID');
    refusal(await put({ surprise: true }), 'INVALID');
    expect(await traceOf(story)).toEqual(trace);
  });

  test('does not cover what happened since the signer looked, talk included', async () => {
    const story = await ready();
    const body = await seen(reviewer, story);
    const claim = await mark(editor, story, 'Nine children');
    refusal(await reviewer.put(signOffPath(story), body), 'STALE_HEAD');
    const { blockers } = refusal(
      await reviewer.put(signOffPath(story), await seen(reviewer, story)),
      'NOT_READY',
    );
    expect(blockers).toEqual([{ code: 'unchecked', claimIds: [claim.id] }]);
    await editor.delete(`/api/claims/${claim.id}?version=1`).expect(200);
    const after = await seen(reviewer, story);
    const { items } = answer(ListArticleClaims, await editor.get(`/api/articles/${story.id}/claims`));
    for (const { id, status } of items) if (status === 'passed') await comment(editor, { id }, 'Who?');
    refusal(await reviewer.put(signOffPath(story), after), 'STALE_HEAD');
    await signOff(reviewer, story);
    expect((await articleOf(story)).status).toBe('signed_off');
  });

  test('waits for every live claim, each blocker with its claims in the order of the text', async () => {
    const story = await createStory(editor);
    expect((await signOffOf(reviewer, story)).blockers).toEqual([{ code: 'no_claims', claimIds: [] }]);
    refusal(await reviewer.put(signOffPath(story), await seen(reviewer, story)), 'NOT_READY');

    const late = await mark(editor, story, 'Nobody knows');
    const early = await mark(editor, story, 'Ferry sinks');
    const toll = await mark(editor, story, 'At least 41 people', CASUALTY);
    const wrong = await mark(editor, story, 'Nine children');
    const back = await mark(editor, story, 'Ada Moor');
    const edited = await mark(editor, story, '120 passengers');
    await verify(editor, toll);
    const inaccurate = { verdict: 'inaccurate', correction: 'Eight children' };
    await review(reviewer, await verify(editor, wrong, inaccurate));
    await review(reviewer, await verify(editor, back), RETURNED);
    const { version } = await verify(editor, edited);
    const details = { about: 'quantity', value: '120' };
    await editor.patch(`/api/claims/${edited.id}`, { version, details }).expect(200);
    const trace = await traceOf(story);
    const expected = [
      { code: 'unchecked', claimIds: [early.id, late.id] },
      { code: 'awaits_review', claimIds: [toll.id] },
      { code: 'returned', claimIds: [back.id] },
      { code: 'expired', claimIds: [edited.id] },
      { code: 'inaccurate', claimIds: [wrong.id] },
      { code: 'too_few_sources', claimIds: [toll.id] },
    ];
    const state = await signOffOf(reviewer, story);
    expect(state).toMatchObject({ blockers: expected, can: [], refused: null });
    const refused = await reviewer.put(signOffPath(story), await seen(reviewer, story));
    expect(refusal(refused, 'NOT_READY').blockers).toEqual(expected);
    expect(await traceOf(story)).toEqual(trace);
  });

  test('is stopped by an orphan', async () => {
    const story = await ready();
    await desk.db.prisma.claim.updateMany({ where: { articleId: story.id }, data: { status: 'orphaned' } });
    expect((await signOffOf(reviewer, story)).blockers.map(({ code }) => code)).toEqual(['orphaned']);
  });

  test('goes on without what was withdrawn', async () => {
    const story = await ready();
    const gone = await mark(editor, story, 'Nine children');
    await editor.delete(`/api/claims/${gone.id}?version=1`).expect(200);
    expect((await signOff(reviewer, story)).signOff).not.toBeNull();
  });

  test('lets disputed, unverifiable and waived claims stand by name alone', async () => {
    const story = await ready();
    const of = async (quote: string, verdict: string) =>
      review(reviewer, await verify(editor, await mark(editor, story, quote), { verdict }));
    const waived = await of('Nobody knows', 'waived');
    const disputed = await of('Nine children', 'disputed');
    const unverifiable = await of('Ferry sinks', 'unverifiable');
    const needed = [unverifiable, disputed, waived];
    const body = await seen(reviewer, story);
    expect((await signOffOf(reviewer, story)).toAcknowledge).toEqual(
      needed.map(({ id, verdict }) => ({ claimId: id, verdict: verdict?.verdict })),
    );
    const trace = await traceOf(story);
    const put = (acknowledge: unknown) => reviewer.put(signOffPath(story), { ...body, acknowledge });
    const missing = refusal(await put([disputed.id]), 'NEEDS_ACKNOWLEDGEMENT').issues ?? [];
    expect(missing.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      `acknowledge: ${unverifiable.id} is unverifiable`,
      `acknowledge: ${waived.id} is waived`,
    ]);
    refusal(
      await reviewer.put(signOffPath(story), { ...body, acknowledge: undefined }),
      'NEEDS_ACKNOWLEDGEMENT',
    );
    const foreign = refusal(await put([...body.acknowledge, uuidv7()]), 'INVALID');
    expect(foreign.issues?.map(({ path }) => path)).toEqual(['acknowledge.3']);
    refusal(await put('all'), 'INVALID');
    expect(await traceOf(story)).toEqual(trace);
    const twice = [...body.acknowledge].reverse().concat(waived.id);
    const { signOff: given } = answer(GiveSignOff, await put(twice));
    expect(given?.acknowledged).toEqual(needed.map(({ id }) => id));
    expect((await lastEvent(story))?.data).toMatchObject({
      after: { acknowledged: needed.map(({ id }) => id) },
    });
  });
});

describe('who signs off', () => {
  test('is a reviewer or an admin', async () => {
    const story = await ready();
    const trace = await traceOf(story);
    for (const who of [viewer, editor]) {
      const state = await signOffOf(who, story);
      expect(state).toMatchObject({ can: [], refused: 'NEEDS_REVIEWER' });
      refusal(await who.put(signOffPath(story), await seen(who, story)), 'NEEDS_REVIEWER');
    }
    expect(await traceOf(story)).toEqual(trace);
    expect((await signOff(admin, story)).signOff?.by).toBe(admin.id);
  });

  test('is never the only checker', async () => {
    const story = await createStory(reviewer);
    const own = await verify(reviewer, await mark(reviewer, story, '120 passengers'));
    await review(second, own);
    const trace = await traceOf(story);
    expect(await signOffOf(reviewer, story)).toMatchObject({ can: [], refused: 'ONLY_CHECKER' });
    refusal(await reviewer.put(signOffPath(story), await seen(reviewer, story)), 'ONLY_CHECKER');
    expect(await traceOf(story)).toEqual(trace);
    const other = await verify(editor, await mark(editor, story, 'Nine children'));
    await review(second, other);
    expect((await signOff(reviewer, story)).signOff?.by).toBe(reviewer.id);
  });

  test('was the only checker also where a claim that someone else checked was withdrawn', async () => {
    const story = await createStory(editor);
    await review(second, await verify(reviewer, await mark(editor, story, '120 passengers')));
    const gone = await review(second, await verify(editor, await mark(editor, story, 'Nine children')));
    await editor.delete(`/api/claims/${gone.id}?version=${gone.version}`).expect(200);
    expect((await signOffOf(reviewer, story)).refused).toBe('ONLY_CHECKER');
    expect((await signOff(second, story)).signOff?.by).toBe(second.id);
  });
});

describe('given again', () => {
  test('under its key, and by the same body without one, it is the present state', async () => {
    const story = await ready();
    const body = await seen(reviewer, story);
    const send = () => reviewer.put(signOffPath(story), body).set('Idempotency-Key', `sign-${story.id}`);
    const first = answer(GiveSignOff, await send());
    const trace = await traceOf(story);
    expect(answer(GiveSignOff, await send())).toEqual(first);
    expect(answer(GiveSignOff, await reviewer.put(signOffPath(story), body))).toEqual(first);
    expect(await traceOf(story)).toEqual(trace);
    const reused = { ...body, head: body.head + 1 };
    const other = reviewer.put(signOffPath(story), reused).set('Idempotency-Key', `sign-${story.id}`);
    refusal(await other, 'KEY_REUSED');
    await reviewer.delete(signOffPath(story), { reason: 'A new toll.' }).expect(200);
    expect(answer(GiveSignOff, await send()).signOff).toBeNull();
    refusal(await reviewer.put(signOffPath(story), body), 'STALE_HEAD');
  });

  test('a signed-off story is not signed off by anyone else, nor of another state', async () => {
    const story = await ready();
    const body = await seen(reviewer, story);
    await signOff(reviewer, story, body);
    const trace = await traceOf(story);
    refusal(await second.put(signOffPath(story), body), 'SIGNED_OFF');
    refusal(await reviewer.put(signOffPath(story), { ...body, head: trace.head }), 'SIGNED_OFF');
    refusal(await editor.put(signOffPath(story), body), 'NEEDS_REVIEWER');
    expect(await traceOf(story)).toEqual(trace);
  });

  test('of two at the same moment, one signs', async () => {
    const story = await ready();
    const body = await seen(reviewer, story);
    const both = await Promise.all([reviewer, second].map((who) => who.put(signOffPath(story), body)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await desk.db.prisma.signOff.count({ where: { articleId: story.id } })).toBe(1);
  });

  test('a sign-off and a change at the same moment: one of them does not land', async () => {
    const story = await ready();
    const body = await seen(reviewer, story);
    const [sign, change] = await Promise.all([
      reviewer.put(signOffPath(story), body),
      editor.patch(`/api/articles/${story.id}`, { version: 1, title: 'Ferry lost' }),
    ]);
    const codes = [sign.status === 200 ? 'signed' : sign.body.code, change.body.code ?? 'changed'];
    // The change saw the story before the sign-off raised its version.
    expect([
      ['signed', 'STALE_VERSION'],
      ['STALE_HEAD', 'changed'],
    ]).toContainEqual(codes);
  });
});

describe('what is not there, or not for everyone', () => {
  test('a restricted story has no sign-off for others', async () => {
    const story = await ready({ access: 'restricted', memberIds: [reviewer.id] });
    const body = await seen(reviewer, story);
    for (const who of [second, admin, viewer]) {
      refusal(await who.get(signOffPath(story)), 'NOT_FOUND');
      refusal(await who.put(signOffPath(story), body), 'NOT_FOUND');
      refusal(await who.delete(signOffPath(story), { reason: 'A new toll.' }), 'NOT_FOUND');
    }
    expect((await signOff(reviewer, story)).signOff?.by).toBe(reviewer.id);
    refusal(await reviewer.get(signOffPath({ id: uuidv7() })), 'NOT_FOUND');
  });

  test('an archived story is neither signed off nor reopened', async () => {
    const story = await ready();
    await editor.patch(`/api/articles/${story.id}`, { version: 1, status: 'archived' }).expect(200);
    const trace = await traceOf(story);
    expect(await signOffOf(reviewer, story)).toMatchObject({ can: [], blockers: [], refused: null });
    refusal(await reviewer.put(signOffPath(story), await seen(reviewer, story)), 'ARCHIVED');
    refusal(await reviewer.delete(signOffPath(story), { reason: 'A new toll.' }), 'NOT_SIGNED_OFF');
    expect(await traceOf(story)).toEqual(trace);
  });

  test('asks the database as often for many claims as for one', async () => {
    const story = await ready();
    const cost = () => countStatements(() => signOffOf(reviewer, story));
    // Only the first look finds and keeps what is suggested.
    await cost();
    const one = await cost();
    for (const quote of ['At least 41 people', 'Nine children', '30 more'])
      await mark(editor, story, quote, CASUALTY);
    expect(await cost()).toBe(one);
  });
});
