/** Marks on a story that was marked a moment ago: one statement writes them, under the rules of all others. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CreateSource } from '../../server/contract/sources.ts';
import { lastSeen, remember } from '../../server/features/articles/last-seen.ts';
import { createClaim } from '../../server/features/claims/claim-create.service.ts';
import { claimNow, eventsAfter, headOf } from '../support/attached.ts';
import { brokenAt } from '../support/chain.ts';
import { CASUALTY, createStory, mark, markBody, type Story, spanOf, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { countStatements } from '../support/statements.ts';
import { whileWaiting } from '../support/waiting.ts';

const desk = useDesk();
let admin: Person;
let editor: Person;
let reviewer: Person;
let story: Story;

beforeAll(async () => {
  admin = await desk.person('admin');
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
});
/** A story whose head is known from its first mark. */
beforeEach(async () => {
  story = await createStory(editor);
  await mark(editor, story, 'Ferry sinks');
});

const post = (as: Person, body: object, of: Story = story) => as.post(`/api/articles/${of.id}/claims`, body);
/** What asks who is signed in, and what marks. */
const AT_ONCE = 2;

/** Everything that a mark leaves behind. */
async function traces(of: Story = story): Promise<object> {
  const [claims, placements, keys] = await Promise.all([
    desk.db.prisma.claim.count({ where: { articleId: of.id } }),
    desk.db.prisma.placement.count({ where: { articleId: of.id } }),
    desk.db.prisma.idempotencyKey.count(),
  ]);
  return { claims, placements, keys, head: await headOf(editor, of), brokenAt: await brokenAt(desk, of.id) };
}

describe('a mark after another', () => {
  test.each([
    ['a fact', 'Tuesday', { kind: 'fact', details: { about: 'date' }, summary: 'The day' }],
    ['a casualty count', 'At least 41 people', CASUALTY],
    ['an attribution', 'We have 30 more in our wards', { kind: 'attribution', details: undefined }],
    ['a source', 'Ada Moor', { kind: 'source', details: {} }],
  ])('takes one statement and is answered as it is read: %s', async (_what, quote, body) => {
    for (const as of [editor, reviewer, admin]) {
      let claim = { id: '' };
      expect(await countStatements(async () => (claim = await mark(as, story, quote, body)))).toBe(AT_ONCE);
      expect(await claimNow(as, claim)).toEqual(claim);
    }
  });

  test('is answered the same as one step by step', async () => {
    const fresh = await createStory(editor);
    const body = { ...CASUALTY, id: uuidv7() };
    const claim = await mark(editor, fresh, 'At least 41 people', body);
    expect(await claimNow(editor, claim)).toEqual(claim);
    const { id: _, articleId: __, createdAt: ___, ...rest } = claim;
    expect(await mark(editor, story, 'At least 41 people', CASUALTY)).toMatchObject(rest);
  });

  test('is one event in a chain that is whole, whatever came between', async () => {
    const one = await mark(editor, story, '120 passengers');
    await verify(reviewer, one);
    const two = await mark(editor, story, 'Nine children');
    const three = await mark(reviewer, story, 'Tuesday');
    expect(await eventsAfter(editor, story, 2)).toEqual([
      ['claim.marked', one.id],
      ['verdict.given', one.id],
      ['claim.marked', two.id],
      ['claim.marked', three.id],
    ]);
    expect(await brokenAt(desk, story.id)).toBeNull();
  });

  test('goes on from what the database holds, not from what is remembered of it', async () => {
    const seen = lastSeen(story.id);
    if (seen === undefined) throw new Error('the story was not seen');
    for (const head of [
      { ...seen.head, link: Buffer.alloc(32, 7) },
      { ...seen.head, seq: seen.head.seq + 5 },
    ]) {
      remember({ ...seen, head });
      await mark(editor, story, '120 passengers');
      expect(await countStatements(() => mark(editor, story, 'Tuesday'))).toBe(AT_ONCE);
    }
    expect(await traces()).toMatchObject({ claims: 5, head: 6, brokenAt: null });
  });

  test('names a whole and sources that are there', async () => {
    const said = answer(
      CreateSource,
      await editor.post('/api/sources', { name: 'Harbour office', kind: 'organisation' }),
    );
    const whole = await mark(editor, story, 'At least 41 people', CASUALTY);
    const part = { kind: 'casualty_count', details: { outcome: 'killed', low: 9, partOf: whole.id } };
    const via = [{ sourceId: said.id }];
    const attribution = { kind: 'attribution', details: { sourceId: said.id, via } };
    const marks = async () => {
      expect((await mark(editor, story, 'Nine children', part)).details).toMatchObject({ partOf: whole.id });
      const { details } = await mark(editor, story, 'We have 30 more', attribution);
      expect(details).toMatchObject({ sourceId: said.id, via });
    };
    expect(await countStatements(marks)).toBe(2 * AT_ONCE);
  });
});

describe('refused as ever, and nothing is left', () => {
  const refused: Record<string, [code: Parameters<typeof refusal>[1], body: () => Promise<object> | object]> =
    {
      'words that do not stand there': [
        'SPAN_MISMATCH',
        () => ({ span: { start: 0, end: 5, quote: 'Barge' } }),
      ],
      'an older text': ['STALE_REVISION', () => ({ revision: 7 })],
      'part of a claim that was withdrawn': [
        'UNKNOWN_REFERENCE',
        async () => {
          const whole = await mark(editor, story, 'At least 41 people', CASUALTY);
          await editor.delete(`/api/claims/${whole.id}?version=1`).expect(200);
          await mark(editor, story, 'Tuesday');
          return { kind: 'casualty_count', details: { outcome: 'killed', partOf: whole.id } };
        },
      ],
      'part of a claim of another story': [
        'UNKNOWN_REFERENCE',
        async () => {
          const whole = await mark(editor, await createStory(editor), 'At least 41 people', CASUALTY);
          return { kind: 'casualty_count', details: { outcome: 'killed', partOf: whole.id } };
        },
      ],
      'a source that is not there': [
        'UNKNOWN_REFERENCE',
        () => ({ kind: 'source', details: { sourceId: uuidv7() } }),
      ],
      'the id of another’s claim': [
        'ID_USED',
        async () => ({ id: (await mark(reviewer, story, 'Tuesday')).id }),
      ],
    };
  test.each(Object.entries(refused))('%s', async (_what, [code, more]) => {
    const body = markBody(story, 'Nine children', await more());
    const before = await traces();
    refusal(await post(editor, body), code);
    expect(await traces()).toEqual(before);
  });

  test('a story that was archived since', async () => {
    await desk.db.prisma.article.update({ where: { id: story.id }, data: { status: 'archived' } });
    const before = await traces();
    refusal(await post(editor, markBody(story, 'Nine children')), 'ARCHIVED');
    expect(await traces()).toEqual(before);
  });

  test('someone taken off a restricted story, and someone who never was on it', async () => {
    const member = await desk.person('editor');
    const closed = await createStory(editor, { access: 'restricted', memberIds: [member.id] });
    await mark(member, closed, 'Ferry sinks');
    await desk.db.prisma.articleMember.deleteMany({ where: { articleId: closed.id, userId: member.id } });
    const before = await traces(closed);
    for (const as of [member, reviewer])
      refusal(await post(as, markBody(closed, 'Nine children'), closed), 'NOT_FOUND');
    expect(await traces(closed)).toEqual(before);
  });

  test.each([
    ['deactivated', { active: false }],
    ['made a reviewer', { role: 'reviewer' as const }],
  ])('a writer who was %s since their request came in', async (_what, data) => {
    const writer = await desk.person('editor');
    await mark(writer, story, 'Tuesday');
    await desk.db.prisma.user.update({ where: { id: writer.id }, data });
    const before = await traces();
    const write = { user: writer, key: null, digest: Buffer.alloc(32), at: new Date() };
    const body = {
      revision: 1,
      kind: 'fact',
      span: spanOf(story.revision.text, 'Nine children'),
    } as const;
    await expect(createClaim(desk, write, story.id, body)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await traces()).toEqual(before);
  });
});

describe('sent twice', () => {
  test('is answered with what stands, and done once', async () => {
    const body = { id: uuidv7(), ...markBody(story, 'Nine children') };
    expect((await post(editor, body).set('Idempotency-Key', 'again')).status).toBe(201);
    await editor.patch(`/api/claims/${body.id}`, { version: 1, summary: 'Nine' }).expect(200);
    await mark(editor, story, 'Tuesday');
    const before = await traces();
    for (const key of ['again', 'another']) {
      const repeat = await post(editor, body).set('Idempotency-Key', key);
      expect([repeat.status, repeat.body.summary]).toEqual([200, 'Nine']);
    }
    expect(await traces()).toEqual({ ...before, keys: expect.any(Number) });
  });

  test('at the same moment is done once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const body = { id: uuidv7(), ...markBody(story, 'Nine children') };
      const sent = await Promise.all([post(editor, body), post(editor, body), post(editor, body)]);
      expect(sent.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
      expect(sent.map(({ body: { id } }) => id)).toEqual([body.id, body.id, body.id]);
    }
    expect(await traces()).toMatchObject({ claims: 6, head: 7, brokenAt: null });
  });

  test('with other words is refused', async () => {
    const body = { id: uuidv7(), ...markBody(story, 'Nine children') };
    await post(editor, body).set('Idempotency-Key', 'mine').expect(201);
    const before = await traces();
    const other = { ...body, ...markBody(story, 'Tuesday') };
    refusal(await post(editor, other).set('Idempotency-Key', 'other'), 'ID_USED');
    refusal(await post(editor, { ...other, id: uuidv7() }).set('Idempotency-Key', 'mine'), 'KEY_REUSED');
    expect(await traces()).toEqual(before);
  });
});

test('many people at once: every mark is there, in a chain that is whole', async () => {
  const marks = [editor, reviewer, admin].flatMap((as) =>
    ['Nine children', 'Tuesday', '120 passengers', 'Ada Moor'].map((quote) => mark(as, story, quote)),
  );
  const ids = new Set((await Promise.all(marks)).map(({ id }) => id));
  expect(ids.size).toBe(12);
  expect(await traces()).toMatchObject({ claims: 13, placements: 13, head: 14, brokenAt: null });
});

describe('marks on several stories at the same moment', () => {
  /** Stories whose heads are known, each of its own. */
  const stories = (count: number) =>
    Promise.all(
      Array.from({ length: count }, async () => {
        const of = await createStory(editor);
        await mark(editor, of, 'Ferry sinks');
        return of;
      }),
    );
  const send = (of: Story, id = uuidv7()) =>
    createClaim(desk, { user: editor, key: id, digest: Buffer.alloc(32), at: new Date() }, of.id, {
      id,
      revision: 1,
      kind: 'fact',
      span: spanOf(of.revision.text, 'Nine children'),
    });

  test('travel together behind the first, each with an event of its own', async () => {
    const all = await stories(5);
    let made: { id: string; repeated: boolean }[] = [];
    expect(
      await countStatements(async () => {
        made = await Promise.all(all.map((of) => send(of)));
      }),
    ).toBe(2);
    expect(made.map(({ repeated }) => repeated)).toEqual(all.map(() => false));
    for (const [index, of] of all.entries()) {
      expect(await eventsAfter(editor, of, 2)).toEqual([['claim.marked', made[index]?.id]]);
      expect(await traces(of)).toMatchObject({ claims: 2, placements: 2, head: 3, brokenAt: null });
    }
  });

  test('two on one story follow each other without going step by step', async () => {
    const [of] = await stories(1);
    if (of === undefined) throw new Error('no story');
    expect(await countStatements(() => Promise.all([send(of), send(of), send(of)]))).toBe(3);
    expect(await traces(of)).toMatchObject({ claims: 4, head: 5, brokenAt: null });
  });

  test('are each refused or done by themselves', async () => {
    const all = await stories(4);
    const [held, used, gone, free] = all;
    if (held === undefined || used === undefined || gone === undefined || free === undefined)
      throw new Error('no stories');
    const others = await mark(reviewer, story, 'Tuesday');
    await desk.db.prisma.article.update({ where: { id: gone.id }, data: { status: 'archived' } });
    const results = await Promise.allSettled([send(held), send(used, others.id), send(gone), send(free)]);
    expect(results).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'ID_USED' } },
      { status: 'rejected', reason: { code: 'ARCHIVED' } },
      { status: 'fulfilled' },
    ]);
    for (const [index, of] of all.entries())
      expect(await traces(of)).toMatchObject(
        index % 3 === 0 ? { claims: 2, head: 3, brokenAt: null } : { claims: 1, head: 2, brokenAt: null },
      );
  });
});

test('a story that someone holds is waited for', async () => {
  const send = () => post(editor, markBody(story, 'Nine children'));
  const sent = await whileWaiting(desk, story, send, async () => {});
  expect(sent.status).toBe(201);
  expect(await traces()).toMatchObject({ claims: 2, head: 3, brokenAt: null });
});
