/** Who is on a story: for those who may see it, on every server, and forgotten with those who go. */
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GetArticle } from '../../server/contract/articles.ts';
import { GetPresence, type Presence, PutPresence } from '../../server/contract/live.ts';
import { createStory, mark, type Story } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { follow, type LiveApp, startApp } from '../support/live.ts';

const desk = useDesk();
let editor: Person;
let other: Person;
let admin: Person;
let one: LiveApp;
let two: LiveApp;

beforeAll(async () => {
  editor = await desk.person('editor');
  other = await desk.person('editor');
  admin = await desk.person('admin');
  [one, two] = await Promise.all([startApp(desk), startApp(desk)]);
});
afterAll(() => Promise.all([one.close(), two.close()]));

const pathOf = ({ id }: Pick<Story, 'id'>) => `/api/articles/${id}/presence`;
const put = async (person: Person, story: Story, body: object): Promise<Presence> =>
  answer(
    PutPresence,
    await person.put(pathOf(story), { page: uuidv7(), claimId: null, doing: 'reading', ...body }),
  );
const namesIn = (presence: Presence | undefined) => presence?.items.map(({ person }) => person.id);

describe('who is on a story', () => {
  test('is told with what they do, those who write first, and since when', async () => {
    const story = await createStory(editor);
    const { id: claimId } = await mark(editor, story, '120 passengers');
    const page = uuidv7();
    await put(editor, story, { page });
    const both = await put(other, story, { claimId, doing: 'editing' });
    expect(both.items.map(({ person, doing, claimId: on }) => [person.name, doing, on])).toEqual([
      [other.name, 'editing', claimId],
      [editor.name, 'reading', null],
    ]);
    const since = both.items[1]?.since;
    const again = await put(editor, story, { page });
    expect(again.items.find((item) => item.page === page)?.since).toBe(since);
    const commenting = await put(editor, story, { page, claimId, doing: 'commenting' });
    const now = commenting.items.find((item) => item.page === page);
    expect(now).toMatchObject({ doing: 'commenting', claimId });
    expect(Date.parse(now?.since ?? '')).toBeGreaterThanOrEqual(Date.parse(since ?? ''));
    expect(namesIn(answer(GetPresence, await other.delete(`${pathOf(story)}/${page}`)))).toHaveLength(2);
    expect(namesIn(answer(GetPresence, await editor.delete(`${pathOf(story)}/${page}`)))).toEqual([other.id]);
  });

  test('is no history, and no claim of another story', async () => {
    const story = await createStory(editor);
    const elsewhere = await mark(editor, await createStory(editor), '120 passengers');
    await put(editor, story, {});
    expect(answer(GetArticle, await editor.get(`/api/articles/${story.id}`))).toMatchObject({
      head: 1,
      version: 1,
    });
    const body = { page: uuidv7(), claimId: elsewhere.id, doing: 'editing' };
    refusal(await editor.put(pathOf(story), body), 'UNKNOWN_REFERENCE');
  });

  test('is at most fifty pages by name, and how many more', async () => {
    const story = await createStory(editor);
    await desk.db.pool.query(
      `INSERT INTO presence (article_id, user_id, page, doing, since, seen_at)
       SELECT $1, $2, uuid_v7(now()), 'reading'::"Doing", now(), now() FROM generate_series(1, 60)`,
      [story.id, editor.id],
    );
    const { items, more } = await put(other, story, { doing: 'editing' });
    expect([items.length, more, items[0]?.person.id]).toEqual([50, 11, other.id]);
  });

  test('is forgotten when nothing is said for long', async () => {
    const story = await createStory(editor);
    await put(editor, story, {});
    await desk.db.pool.query(
      `UPDATE presence SET seen_at = seen_at - interval '46 s' WHERE article_id = $1`,
      [story.id],
    );
    expect(await put(other, story, {})).toMatchObject({ items: [{ person: { id: other.id } }], more: 0 });
  });
});

describe('followed at another server', () => {
  test('comes, changes and goes', async () => {
    const story = await createStory(editor);
    const stream = await follow(two, { cookie: await one.signIn(editor) }, story.id);
    await stream.until(() => stream.presences.length === 1);
    expect(stream.presences).toEqual([{ items: [], more: 0 }]);
    const page = uuidv7();
    await put(other, story, { page });
    await stream.until(() => stream.presences.at(-1)?.items[0]?.doing === 'reading');
    await put(other, story, { page, doing: 'commenting' });
    await stream.until(() => stream.presences.at(-1)?.items[0]?.doing === 'commenting');
    await other.delete(`${pathOf(story)}/${page}`);
    await stream.until(() => stream.presences.at(-1)?.items.length === 0);
    stream.hangUp();
  });

  test('goes with the access, and with the person', async () => {
    const gone = await desk.person('editor');
    const story = await createStory(editor, { access: 'restricted', memberIds: [other.id, gone.id] });
    const stream = await follow(two, { cookie: await one.signIn(editor) }, story.id);
    for (const person of [other, gone]) await put(person, story, {});
    await stream.until(() => stream.presences.at(-1)?.items.length === 2);
    await admin.patch(`/api/users/${gone.id}`, { version: 1, active: false }).expect(200);
    await stream.until(() => namesIn(stream.presences.at(-1))?.join() === other.id);
    const { version } = answer(GetArticle, await editor.get(`/api/articles/${story.id}`));
    await editor.put(`/api/articles/${story.id}/members`, { version, memberIds: [] }).expect(200);
    await stream.until(() => stream.presences.at(-1)?.items.length === 0);
    refusal(await other.get(pathOf(story)), 'NOT_FOUND');
    stream.hangUp();
  });
});
