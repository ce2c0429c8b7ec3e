/** Input that fits no expectation: it gets a foreseen answer and breaks nothing for anyone else. */
import { beforeAll, describe, expect, test } from 'vitest';
import { CreateArticle, GetArticle, ListArticles } from '../../server/contract/articles.ts';
import { EditClaim, ListClaims } from '../../server/contract/claims.ts';
import { CreateImport } from '../../server/contract/imports.ts';
import { createStory, mark, markBody, type Story } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';

const desk = useDesk();
let editor: Person;
let story: Story;

beforeAll(async () => {
  editor = await desk.person('editor');
  story = await createStory(editor);
});

const TEXT = 'It rained in Lindholm for a day.';
const cursorOf = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');

describe('times at the ends of the calendar', () => {
  test.each(['0000-01-01T00:00:00Z', '0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59-12:00', 'tomorrow'])(
    '%s is refused with its place',
    async (time) => {
      const { head } = answer(GetArticle, await editor.get(`/api/articles/${story.id}`));
      const made = refusal(await editor.post('/api/articles', { text: TEXT, publishedAt: time }), 'INVALID');
      expect(made.issues?.map(({ path }) => path)).toEqual(['publishedAt']);
      const body = { version: story.version, deadline: time };
      refusal(await editor.patch(`/api/articles/${story.id}`, body), 'INVALID');
      const evidence = { kind: 'document', title: 'Register', accessedAt: time };
      refusal(await editor.post(`/api/articles/${story.id}/evidence`, evidence), 'INVALID');
      expect(answer(GetArticle, await editor.get(`/api/articles/${story.id}`)).head).toBe(head);
    },
  );

  test.each([
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
    ['2014-01-08T16:00:00+23:59', '2014-01-07T16:01:00.000Z'],
  ])('%s is kept', async (time, kept) => {
    const made = await editor.post('/api/articles', { text: TEXT, deadline: time, publishedAt: time });
    expect(answer(CreateArticle, made)).toMatchObject({ deadline: kept, publishedAt: kept });
    const listed = answer(ListArticles, await editor.get('/api/articles?limit=200'));
    expect(listed.items.map(({ id }) => id)).toContain(answer(CreateArticle, made).id);
  });
});

describe('cursors that somebody made up', () => {
  const id = '019b0000-0000-7000-8000-000000000000';

  test.each([
    [['0000-01-01T00:00:00Z', id]],
    [['9999-12-31T23:59:59-23:00', id]],
    [[0, id]],
    [['2014-01-08T16:00:00Z', 'x']],
  ])('the desk refuses %j', async (key) => {
    refusal(await editor.get(`/api/articles?cursor=${cursorOf(key)}`), 'INVALID');
  });

  test('the desk goes on at any instant, however it is written', async () => {
    const key = ['2014-01-08T16:00:00+23:00', id];
    answer(ListArticles, await editor.get(`/api/articles?cursor=${cursorOf(key)}`));
  });

  test.each([[[-1, id]], [[1e300, id]], [[1.5, id]], [['x', id]]])('claims refuse %j', async (key) => {
    refusal(await editor.get(`/api/claims?cursor=${cursorOf(key)}`), 'INVALID');
  });

  test.each([2 ** 31, 2 ** 53, 1e300, -1, 1.5])(
    'the review queue and the files of an import refuse %d',
    async (number) => {
      for (const key of [
        [null, id, number, 1, id],
        [null, id, 0, number, id],
      ])
        refusal(await editor.get(`/api/review?cursor=${cursorOf(key)}`), 'INVALID');
      const list = { name: 'wire', files: [{ path: 'a.txt', size: 8 }] };
      const made = answer(CreateImport, await editor.post('/api/imports', list));
      refusal(await editor.get(`/api/imports/${made.id}/files?cursor=${cursorOf([number])}`), 'INVALID');
    },
  );
});

describe('numbers that no counter reaches', () => {
  test.each(['2147483648', '99999999999', '9007199254740991', '1e300'])('%s', async (number) => {
    refusal(await editor.get(`/api/articles/${story.id}/revisions/${number}`), 'NOT_FOUND');
    refusal(await editor.get(`/api/articles/${story.id}/history?after=${number}`), 'INVALID');
    const claim = await mark(editor, story, '120 passengers');
    const path = `/api/claims/${claim.id}`;
    refusal(await editor.patch(path, { version: Number(number) }), 'INVALID');
    refusal(await editor.delete(`${path}?version=${number}`), 'INVALID');
    const marked = markBody(story, '120 passengers', { revision: Number(number) });
    refusal(await editor.post(`/api/articles/${story.id}/claims`, marked), 'INVALID');
    const file = { path: 'a.txt', size: Number(number) };
    refusal(await editor.post('/api/imports', { name: 'wire', files: [file] }), 'INVALID');
  });
});

describe('searches that are no sentences', () => {
  // Words between which PostgreSQL finds others, left out: its own query for that ends with a bracket.
  const odd = ['-harbour-office', '-"harbour office', '-coast.example/radio', '-a_b', '-ada@moor.example'];
  const others = ["it's -well-known", 'a OR', '-', '"', "o'", '\\', 'ferry:*', '( | & !', '-"', '<->', "'"];

  test.each([...odd, ...others])('%s', async (q) => {
    const asked = encodeURIComponent(q);
    answer(ListClaims, await editor.get(`/api/claims?q=${asked}`));
    answer(ListArticles, await editor.get(`/api/articles?q=${asked}`));
    await editor.get(`/api/sources?q=${asked}`).expect(200);
    await editor.get(`/api/exports/claims?format=jsonl&q=${asked}`).expect(200);
  });

  test('a phrase left out is left out', async () => {
    const about = await createStory(editor, { text: `${TEXT} The north-east wind turned.` });
    const wind = await mark(editor, about, 'wind turned');
    const rain = await mark(editor, about, 'rained in Lindholm');
    const found = async (q: string) => {
      const path = `/api/claims?articleId=${about.id}&q=${encodeURIComponent(q)}`;
      return answer(ListClaims, await editor.get(path)).items.map(({ id }) => id);
    };
    expect(await found('lindholm -north-east')).toEqual([rain.id]);
    expect(await found('-"rained in" wind')).toEqual([wind.id]);
  });
});

test('an id in capitals names what it names, in one form', async () => {
  const { id } = story;
  const claim = await mark(editor, { ...story, id: id.toUpperCase() }, '120 passengers');
  expect(claim.articleId).toBe(id);
  const path = `/api/claims/${claim.id.toUpperCase()}`;
  const itself = { outcome: 'killed', partOf: claim.id.toUpperCase() };
  refusal(
    await editor.patch(path, { version: 1, kind: 'casualty_count', details: itself }),
    'UNKNOWN_REFERENCE',
  );
  const edited = await editor.patch(path, { version: 1, kind: 'casualty_count' });
  const { version } = answer(EditClaim, edited);
  refusal(await editor.patch(path, { version, details: itself }), 'CIRCULAR');
  const assigned = await editor.patch(path, { version, assigneeId: editor.id.toUpperCase() });
  expect(answer(EditClaim, assigned).assigneeId).toBe(editor.id);
});

test('a failure of the database is logged without the words it failed on', async () => {
  await desk.db.pool.query('ALTER TABLE placements ADD CONSTRAINT never CHECK (false) NOT VALID');
  await desk.db.pool.query('ALTER TABLE evidence ADD CONSTRAINT never CHECK (false) NOT VALID');
  try {
    const marked = markBody(story, '120 passengers');
    refusal(await editor.post(`/api/articles/${story.id}/claims`, marked), 'INTERNAL');
    const evidence = { kind: 'document', title: '120 passengers' };
    refusal(await editor.post(`/api/articles/${story.id}/evidence`, evidence), 'INTERNAL');
  } finally {
    await desk.db.pool.query('ALTER TABLE placements DROP CONSTRAINT never');
    await desk.db.pool.query('ALTER TABLE evidence DROP CONSTRAINT never');
  }
  const failed = desk.logged.filter((line) => line.includes('request failed'));
  expect(failed).toHaveLength(2);
  expect(failed.join('')).toContain('23514');
  expect(failed.join('')).not.toContain('passengers');
});
