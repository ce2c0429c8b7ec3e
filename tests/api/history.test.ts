import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { GetArticle } from '../../server/contract/articles.ts';
import { EditClaim } from '../../server/contract/claims.ts';
import { GetArticleHistory, GetClaimHistory } from '../../server/contract/history.ts';
import { brokenAt } from '../support/chain.ts';
import { CASUALTY, createStory, mark, markBody, review, type Story, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';

const desk = useDesk({ tampers: true });
let editor: Person;
let other: Person;
let reviewer: Person;

beforeAll(async () => {
  editor = await desk.person('editor');
  other = await desk.person('editor');
  reviewer = await desk.person('reviewer');
});

const historyOf = async (story: { id: string }, query = '') =>
  answer(GetArticleHistory, await editor.get(`/api/articles/${story.id}/history${query}`));
const historyOfClaim = async (claim: { id: string }, query = '') =>
  answer(GetClaimHistory, await editor.get(`/api/claims/${claim.id}/history${query}`));
const headOf = async (story: Story) => answer(GetArticle, await editor.get(`/api/articles/${story.id}`)).head;

describe('what is told', () => {
  test('every change to a claim, with who, when, before and after', async () => {
    const story = await createStory(editor);
    const claim = await mark(editor, story, 'At least 41 people', CASUALTY);
    const passed = await review(reviewer, await verify(editor, claim));
    const details = { ...passed.details, low: 42 };
    const edited = answer(
      EditClaim,
      await other.patch(`/api/claims/${claim.id}`, { version: passed.version, details }),
    );
    const { items, head } = await historyOf(story);
    expect(items.map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'article.created'],
      [2, 'claim.marked'],
      [3, 'verdict.given'],
      [4, 'review.passed'],
      [5, 'claim.edited'],
    ]);
    expect(head).toBe(5);
    expect(items[4]).toMatchObject({
      actor: { id: other.id, name: other.name },
      claimId: claim.id,
      at: edited.verdict?.expired?.at,
      data: {
        before: { details: passed.details, status: 'passed' },
        after: { details, status: 'expired' },
        expired: ['details'],
      },
    });
    expect(items[4]?.data.after).not.toHaveProperty('span');
    expect(items[1]?.data).toMatchObject({ after: { span: claim.span, details: claim.details } });
    expect(await brokenAt(desk, story.id)).toBeNull();
  });

  test('an id sent in capitals is chained as it is stored', async () => {
    const { id, ...story } = await createStory(editor);
    const claim = await mark(editor, { ...story, id: id.toUpperCase() }, '120 passengers');
    const path = `/api/claims/${claim.id.toUpperCase()}`;
    answer(EditClaim, await editor.patch(path, { version: 1, summary: 'Room' }));
    const chosen = uuidv7();
    await mark(editor, { ...story, id }, 'Ferry sinks', { id: chosen.toUpperCase() });
    expect(await headOf({ ...story, id })).toBe(4);
    expect(await brokenAt(desk, id)).toBeNull();
  });

  test('a claim’s own events alone, with its story’s head', async () => {
    const story = await createStory(editor);
    const claim = await mark(editor, story, 'At least 41 people', CASUALTY);
    const twin = await mark(editor, story, 'Nine children', CASUALTY);
    await verify(editor, claim);
    expect(await historyOfClaim(claim)).toMatchObject({ head: 4, items: [{ seq: 2 }, { seq: 4 }] });
    expect(await historyOfClaim(claim, '?after=2')).toMatchObject({ head: 4, items: [{ seq: 4 }] });
    expect(await historyOfClaim(twin, '?limit=1')).toMatchObject({ head: 4, items: [{ seq: 3 }] });
  });

  test('goes on after what is known', async () => {
    const story = await createStory(editor);
    for (const words of ['Nine children', '120 passengers', 'Ferry sinks']) await mark(editor, story, words);
    const seqs = async (query: string) => (await historyOf(story, query)).items.map(({ seq }) => seq);
    expect(await seqs('?after=2')).toEqual([3, 4]);
    expect(await seqs('?limit=2')).toEqual([1, 2]);
    expect(await seqs('?after=2&limit=1')).toEqual([3]);
    expect(await seqs('?after=4')).toEqual([]);
    refusal(await editor.get(`/api/articles/${story.id}/history?after=-1`), 'INVALID');
    refusal(await editor.get(`/api/articles/${story.id}/history?limit=201`), 'INVALID');
  });

  test('backwards, newest first, from one on', async () => {
    const story = await createStory(editor);
    for (const words of ['Nine children', '120 passengers', 'Ferry sinks']) await mark(editor, story, words);
    const seqs = async (query: string) => (await historyOf(story, query)).items.map(({ seq }) => seq);
    expect(await seqs('?before=5')).toEqual([4, 3, 2, 1]);
    expect(await seqs('?before=2147483647&limit=2')).toEqual([4, 3]);
    expect(await seqs('?before=3&limit=2')).toEqual([2, 1]);
    expect(await seqs('?before=1')).toEqual([]);
    expect(await seqs('?before=4&after=1')).toEqual([3, 2]);
    for (const before of ['0', '-1', 'x', '2147483648'])
      refusal(await editor.get(`/api/articles/${story.id}/history?before=${before}`), 'INVALID');
  });

  test('by person, by claim and by what it is about', async () => {
    const story = await createStory(editor);
    const claim = await mark(editor, story, 'Nine children');
    await mark(other, story, '120 passengers');
    await review(reviewer, await verify(other, claim));
    const seqs = async (query: string) => (await historyOf(story, query)).items.map(({ seq }) => seq);
    expect(await seqs(`?actorId=${other.id}`)).toEqual([3, 4]);
    expect(await seqs(`?actorId=${other.id.toUpperCase()}&before=4`)).toEqual([3]);
    expect(await seqs(`?claimId=${claim.id}`)).toEqual([2, 4, 5]);
    expect(await seqs('?noun=claim')).toEqual([2, 3]);
    expect(await seqs('?noun=claim&before=9&limit=1')).toEqual([3]);
    expect(await seqs('?noun=article')).toEqual([1]);
    expect(await seqs('?noun=comment')).toEqual([]);
    expect(await seqs(`?noun=claim&actorId=${editor.id}&claimId=${claim.id}`)).toEqual([2]);
    expect(await seqs(`?actorId=${uuidv7()}`)).toEqual([]);
    expect((await historyOfClaim(claim, `?actorId=${reviewer.id}&before=6`)).items).toMatchObject([
      { seq: 5 },
    ]);
    expect((await historyOfClaim(claim, `?claimId=${uuidv7()}`)).items).toEqual([]);
    const elsewhere = await createStory(editor);
    expect((await historyOf(elsewhere, `?claimId=${claim.id}`)).items).toEqual([]);
    for (const query of ['noun=clai', 'noun=', 'actorId=me', 'claimId=1', 'person=x'])
      refusal(await editor.get(`/api/articles/${story.id}/history?${query}`), 'INVALID');
  });

  test('refused and repeated writes leave nothing', async () => {
    const story = await createStory(editor);
    const claim = await mark(editor, story, '120 passengers');
    const before = await headOf(story);
    refusal(
      await editor.put(`/api/claims/${claim.id}/verdict`, { version: 9, verdict: 'waived', reason: 'x' }),
      'STALE_VERSION',
    );
    refusal(
      await editor.post(`/api/articles/${story.id}/claims`, {
        ...markBody(story, 'Nine children'),
        revision: 4,
      }),
      'STALE_REVISION',
    );
    const send = () =>
      editor
        .patch(`/api/claims/${claim.id}`, { version: 1, summary: 'Room' })
        .set('Idempotency-Key', 'k-once');
    await send().expect(200);
    await send().expect(200);
    const create = { id: uuidv7(), ...markBody(story, 'Nine children') };
    for (let time = 0; time < 3; time += 1)
      expect((await editor.post(`/api/articles/${story.id}/claims`, create)).status).toBe(
        time === 0 ? 201 : 200,
      );
    expect(await headOf(story)).toBe(before + 2);
    expect((await historyOf(story)).items).toHaveLength(before + 2);
    expect(await brokenAt(desk, story.id)).toBeNull();
  });
});

describe('order', () => {
  test('twenty writes at once: no gap, no fork, the chain whole', async () => {
    const story = await createStory(editor);
    const claim = await mark(editor, story, 'At least 41 people', CASUALTY);
    const writes = Array.from({ length: 20 }, (_, index) => {
      const as = index % 2 === 0 ? editor : other;
      if (index % 4 === 3)
        return as.patch(`/api/claims/${claim.id}`, { version: 1, summary: `Number ${index}` });
      return as.post(`/api/articles/${story.id}/claims`, markBody(story, 'Nine children'));
    });
    const statuses = (await Promise.all(writes)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(15);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(4);

    const { items, head } = await historyOf(story);
    expect(items.map(({ seq }) => seq)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
    expect(head).toBe(18);
    expect(await headOf(story)).toBe(head);
    expect(await brokenAt(desk, story.id)).toBeNull();
  });

  test('a chain that was tampered with is found', async () => {
    const story = await createStory(editor);
    await mark(editor, story, 'Nine children');
    await mark(editor, story, '120 passengers');
    const tampered = async (sql: string) => {
      await desk.db.prisma.$transaction([
        desk.db.prisma.$executeRawUnsafe('ALTER TABLE events DISABLE TRIGGER events_append_only'),
        desk.db.prisma.$executeRawUnsafe(
          'ALTER TABLE event_payloads DISABLE TRIGGER event_payloads_append_only',
        ),
        desk.db.prisma.$executeRawUnsafe(sql, story.id),
        desk.db.prisma.$executeRawUnsafe('ALTER TABLE events ENABLE TRIGGER events_append_only'),
        desk.db.prisma.$executeRawUnsafe(
          'ALTER TABLE event_payloads ENABLE TRIGGER event_payloads_append_only',
        ),
      ]);
      return brokenAt(desk, story.id);
    };
    const rename = `UPDATE events SET actor_name = $2 WHERE stream_id = $1::uuid AND seq = 2`;
    expect(await brokenAt(desk, story.id)).toBeNull();
    expect(await tampered(rename.replace('$2', `'Someone else'`))).toBe(2);
    expect(await tampered(rename.replace('$2', `'${editor.name}'`))).toBeNull();
    const rewrite = `UPDATE event_payloads SET payload = '{}' WHERE stream_id = $1::uuid AND seq = 3`;
    expect(await tampered(rewrite)).toBe(3);
  });
});

describe('the database', () => {
  test.each(['events', 'event_payloads'])('refuses to change, remove or empty %s', async (table) => {
    const story = await createStory(editor);
    const { items } = await historyOf(story);
    const column = table === 'events' ? 'type = type' : 'payload = payload';
    for (const sql of [
      `UPDATE ${table} SET ${column}`,
      `UPDATE ${table} SET ${column} WHERE stream_id = '${uuidv7()}'`,
      `DELETE FROM ${table} WHERE stream_id = '${story.id}'`,
      `TRUNCATE ${table} CASCADE`,
    ])
      await expect(desk.db.pool.query(sql), sql).rejects.toMatchObject({ code: '23001' });
    expect((await historyOf(story)).items).toEqual(items);
  });
});

describe('who may read it', () => {
  test('nobody who may not see the story', async () => {
    const story = await createStory(editor, { access: 'restricted' });
    const claim = await mark(editor, story, '120 passengers');
    const admin = await desk.person('admin');
    for (const who of [other, admin]) {
      refusal(await who.get(`/api/articles/${story.id}/history`), 'NOT_FOUND');
      refusal(await who.get(`/api/claims/${claim.id}/history`), 'NOT_FOUND');
    }
    refusal(await desk.stranger.get(`/api/articles/${story.id}/history`), 'NOT_SIGNED_IN');
    refusal(await editor.get(`/api/articles/${uuidv7()}/history`), 'NOT_FOUND');
    refusal(await editor.get(`/api/claims/${uuidv7()}/history`), 'NOT_FOUND');
    expect((await historyOfClaim(claim)).items).toHaveLength(1);
  });
});
