import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  CreateArticle,
  EditArticle,
  GetArticle,
  GetRevision,
  ListArticles,
  ListRevisions,
  MAX_STORY_BYTES,
  PreviewArticle,
} from '../../server/contract/articles.ts';
import { createStory, mark } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { ORIGIN, type Person, useDesk } from '../support/desk.ts';

const desk = useDesk();
let editor: Person;
let other: Person;
let viewer: Person;

beforeAll(async () => {
  editor = await desk.person('editor');
  other = await desk.person('editor');
  viewer = await desk.person('viewer');
});

const TEXT = 'Bridge closes after quake\n\nAt least 12 people were hurt, the mayor said. Nobody died.';

const create = async (as: Person, body: object = {}) =>
  answer(CreateArticle, await as.post('/api/articles', { text: TEXT, ...body }));
const fetchArticle = async (as: Person, id: string) =>
  answer(GetArticle, await as.get(`/api/articles/${id}`));
const list = async (as: Person, query = '') => answer(ListArticles, await as.get(`/api/articles${query}`));
const countArticles = () => desk.db.prisma.article.count();

describe('bringing a story in', () => {
  test('stores every character, its hash, its blocks and sentences', async () => {
    const article = await create(editor);
    expect(article.revision.text).toBe(TEXT);
    expect(article.revision.sha256).toBe(createHash('sha256').update(TEXT, 'utf8').digest('hex'));
    expect(article.revision.number).toBe(1);
    expect(article.revision.sentences.map(({ start, end }) => TEXT.slice(start, end))).toEqual([
      'Bridge closes after quake',
      'At least 12 people were hurt, the mayor said.',
      'Nobody died.',
    ]);
    expect(article).toMatchObject({
      status: 'checking',
      access: 'newsroom',
      version: 1,
      head: 1,
      createdBy: editor.id,
    });
    expect(await fetchArticle(other, article.id)).toEqual(article);
  });

  test('what the editor says counts more than what the text says', async () => {
    const article = await create(editor, {
      title: 'Quake',
      byline: null,
      language: 'en-GB',
      deadline: '2026-03-02T18:00:00+02:00',
      priority: 'urgent',
      sourceUrl: 'https://wire.example/quake',
    });
    expect(article).toMatchObject({
      title: 'Quake',
      byline: null,
      language: 'en-GB',
      deadline: '2026-03-02T16:00:00.000Z',
      priority: 'urgent',
      sourceUrl: 'https://wire.example/quake',
    });
  });

  test('a preview tells what would be stored and stores nothing', async () => {
    const before = await countArticles();
    const preview = answer(PreviewArticle, await editor.post('/api/articles/preview', { text: TEXT }));
    expect(preview.text).toBe(TEXT);
    expect(await countArticles()).toBe(before);
  });

  test('the same text is noticed, but not where the first is not for this person', async () => {
    const text = 'Ferry sinks\n\nThirty people are missing.';
    const open = await create(editor, { text });
    const hidden = await create(editor, { text, access: 'restricted' });
    const seen = async (as: Person) =>
      answer(PreviewArticle, await as.post('/api/articles/preview', { text })).sameAs.map((same) => same.id);
    expect((await seen(editor)).sort()).toEqual([open.id, hidden.id].sort());
    expect(await seen(other)).toEqual([open.id]);
  });

  const refused: Record<string, { body: object; code: Parameters<typeof refusal>[1]; path?: string }> = {
    'an empty text': { body: { text: '' }, code: 'EMPTY_STORY' },
    'a text of white space': { body: { text: ' \n\t\n' }, code: 'EMPTY_STORY' },
    'a binary file': { body: { text: 'PK\u0003\u0004\u0000\u0000' }, code: 'NOT_TEXT' },
    'more than 2 MB': { body: { text: 'é'.repeat(MAX_STORY_BYTES / 2 + 1) }, code: 'TOO_LARGE' },
    'no text at all': { body: {}, code: 'INVALID', path: 'text' },
    'an unknown field': { body: { text: TEXT, head: 7 }, code: 'INVALID', path: '' },
    'a deadline that is no time': {
      body: { text: TEXT, deadline: 'soon' },
      code: 'INVALID',
      path: 'deadline',
    },
    'an address that is none': {
      body: { text: TEXT, sourceUrl: 'javascript:alert(1)' },
      code: 'INVALID',
      path: 'sourceUrl',
    },
    'an id that is no UUIDv7': { body: { text: TEXT, id: 'abc' }, code: 'INVALID', path: 'id' },
    'a title of two lines': { body: { text: TEXT, title: 'a\nb' }, code: 'INVALID', path: 'title' },
    'people who are not there': {
      body: { text: TEXT, access: 'restricted', memberIds: [uuidv7()] },
      code: 'UNKNOWN_REFERENCE',
    },
  };
  test.each(Object.entries(refused))(
    '%s is refused and nothing is stored',
    async (_name, { body, code, path }) => {
      const before = await countArticles();
      const problem = refusal(await editor.post('/api/articles', body), code);
      if (path !== undefined) expect(problem.issues?.map((issue) => issue.path)).toContain(path);
      expect(await countArticles()).toBe(before);
    },
  );

  test('invalid UTF-8 and broken JSON are unreadable', async () => {
    const send = (body: Buffer, type = 'application/json') => {
      const request = editor.post('/api/articles').set('Content-Type', type);
      request.write(body);
      return request;
    };
    const latin1 = Buffer.from('{"text":"caf\u00e9"}', 'latin1');
    const before = await countArticles();
    refusal(await send(Buffer.from('{"text":')), 'UNREADABLE');
    refusal(await send(latin1), 'UNREADABLE');
    refusal(
      await send(Buffer.from('text=story'), 'application/x-www-form-urlencoded'),
      'NOT_ACCEPTABLE_TYPE',
    );
    expect(await countArticles()).toBe(before);
  });

  test('a viewer may not, a stranger less', async () => {
    refusal(await viewer.post('/api/articles', { text: TEXT }), 'NEEDS_EDITOR');
    refusal(await desk.stranger.post('/api/articles', { text: TEXT }), 'NOT_SIGNED_IN');
  });

  test('a write with a cookie from another site is refused', async () => {
    refusal(
      await editor.post('/api/articles', { text: TEXT }).set('Origin', 'https://evil.example'),
      'WRONG_ORIGIN',
    );
    refusal(await editor.post('/api/articles', { text: TEXT }).unset('Origin'), 'WRONG_ORIGIN');
    await editor.post('/api/articles', { text: TEXT }).set('Origin', ORIGIN).expect(201);
  });
});

describe('sending it again', () => {
  test('the same id and body give the first result', async () => {
    const body = { id: uuidv7(), text: TEXT };
    const first = await editor.post('/api/articles', body).expect(201);
    const again = await editor.post('/api/articles', body).expect(200);
    expect(again.body).toEqual(first.body);
  });

  test('the same id with another body is refused, also under another key and for another person', async () => {
    const id = uuidv7();
    await create(editor, { id });
    refusal(await editor.post('/api/articles', { id, text: 'Another\n\nstory.' }), 'ID_USED');
    refusal(
      await editor.post('/api/articles', { id, text: 'Another\n\nstory.' }).set('Idempotency-Key', uuidv7()),
      'ID_USED',
    );
    refusal(await other.post('/api/articles', { id, text: TEXT }), 'ID_USED');
    expect((await fetchArticle(editor, id)).revision.text).toBe(TEXT);
  });

  test('a key is good for one request', async () => {
    const key = uuidv7();
    const post = (text: string) => editor.post('/api/articles', { text }).set('Idempotency-Key', key);
    const first = await post('One\n\nstory.').expect(201);
    const again = await post('One\n\nstory.').expect(200);
    expect(again.body.id).toBe(first.body.id);
    refusal(await post('Two\n\nstories.'), 'KEY_REUSED');
    refusal(
      await editor.post('/api/articles', { text: TEXT }).set('Idempotency-Key', 'two words'),
      'INVALID',
    );
  });

  test('ten at once make one story', async () => {
    const key = uuidv7();
    const before = await countArticles();
    const posts = Array.from({ length: 10 }, () =>
      editor.post('/api/articles', { text: TEXT }).set('Idempotency-Key', key),
    );
    const ids = (await Promise.all(posts)).map((response) => response.body.id);
    expect(new Set(ids).size).toBe(1);
    expect(await countArticles()).toBe(before + 1);
  });

  test('a refused write leaves its key free', async () => {
    const key = uuidv7();
    refusal(await editor.post('/api/articles', { text: '' }).set('Idempotency-Key', key), 'EMPTY_STORY');
    await editor.post('/api/articles', { text: TEXT }).set('Idempotency-Key', key).expect(201);
  });
});

describe('changing what surrounds the text', () => {
  const patch = (as: Person, id: string, body: object) => as.patch(`/api/articles/${id}`, body);

  test('changes what is named and nothing else', async () => {
    const article = await create(editor, { title: 'Quake', deadline: '2026-03-02T18:00:00Z' });
    const after = answer(
      EditArticle,
      await patch(other, article.id, { version: 1, title: 'Big quake', deadline: null }),
    );
    expect(after).toEqual({ ...article, title: 'Big quake', deadline: null, version: 2, head: 2 });
  });

  test('a change to the same is no change', async () => {
    const article = await create(editor, { title: 'Quake' });
    expect(answer(EditArticle, await patch(editor, article.id, { version: 1, title: 'Quake' }))).toEqual(
      article,
    );
  });

  test('of two who saw the same version the second is told what is there now', async () => {
    const article = await create(editor, { title: 'Quake' });
    const [one, two] = await Promise.all([
      patch(editor, article.id, { version: 1, title: 'Mine' }),
      patch(other, article.id, { version: 1, title: 'Ours' }),
    ]);
    const won = one.status === 200 ? one : two;
    const lost = one.status === 200 ? two : one;
    const problem = refusal(lost, 'STALE_VERSION');
    expect(problem.current).toEqual(won.body);
    expect(await fetchArticle(editor, article.id)).toEqual(won.body);
  });

  test('a repeat of a done change is no conflict', async () => {
    const article = await create(editor);
    const send = () =>
      patch(editor, article.id, { version: 1, title: 'Anew' }).set('Idempotency-Key', article.id);
    const first = answer(EditArticle, await send());
    expect(answer(EditArticle, await send())).toEqual(first);
  });

  test('an archived story takes no change until it is taken out', async () => {
    const { id } = await create(editor);
    const archived = answer(EditArticle, await patch(editor, id, { version: 1, status: 'archived' }));
    expect(archived).toMatchObject({ status: 'archived', can: ['unarchive'] });
    refusal(await patch(editor, id, { version: 2, title: 'No' }), 'ARCHIVED');
    expect((await list(editor)).items.map((item) => item.id)).not.toContain(id);
    expect((await list(editor, '?status=archived')).items.map((item) => item.id)).toContain(id);
    expect(answer(EditArticle, await patch(editor, id, { version: 2, status: 'checking' })).status).toBe(
      'checking',
    );
  });

  test('a viewer may not', async () => {
    const { id } = await create(editor);
    refusal(await patch(viewer, id, { version: 1, title: 'No' }), 'NEEDS_EDITOR');
  });
});

describe('the desk', () => {
  test('soonest deadline first, none last, page by page', async () => {
    const word = `pagetest${Date.now()}`;
    const deadlines = [
      '2026-03-05T00:00:00Z',
      '2026-03-03T00:00:00Z',
      undefined,
      '2026-03-04T00:00:00Z',
      undefined,
    ];
    for (const [index, deadline] of deadlines.entries())
      await create(editor, { title: `${word} ${index}`, ...(deadline === undefined ? {} : { deadline }) });
    const titles: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const next = await list(editor, `?q=${word}&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      expect(next.items.length).toBeLessThanOrEqual(2);
      titles.push(...next.items.map((item) => item.title));
      cursor = next.nextCursor;
    }
    expect(titles.slice(0, 3)).toEqual([`${word} 1`, `${word} 3`, `${word} 0`]);
    expect(titles.slice(3).sort()).toEqual([`${word} 2`, `${word} 4`]);
  });

  test('finds by words of title and text, blind to case and accents', async () => {
    const { id } = await create(editor, { text: 'Séisme à Orléans\n\nTrois blessés au marché.' });
    for (const q of ['orleans', 'MARCHE blesses', '"trois blesses"', 'trois ble'])
      expect((await list(other, `?q=${encodeURIComponent(q)}`)).items.map((item) => item.id)).toContain(id);
    for (const q of ['orleans -marche', '"trois ble"', 'ble zzz', 'lesses'])
      expect((await list(other, `?q=${encodeURIComponent(q)}`)).items.map((item) => item.id)).not.toContain(
        id,
      );
  });

  test('mine are those I brought in', async () => {
    const mine = await create(other);
    const theirs = await create(editor);
    const ids = (await list(other, '?mine=true&limit=200')).items.map((item) => item.id);
    expect(ids).toContain(mine.id);
    expect(ids).not.toContain(theirs.id);
  });

  test('mine are those with a claim that was given to me, until it is withdrawn', async () => {
    const story = await createStory(editor);
    const claim = await mark(editor, story, '120 passengers');
    const isMine = async () =>
      (await list(other, '?mine=true&limit=200')).items.some(({ id }) => id === story.id);
    await editor.patch(`/api/claims/${claim.id}`, { version: 1, assigneeId: other.id }).expect(200);
    expect(await isMine()).toBe(true);
    await editor.delete(`/api/claims/${claim.id}?version=2`).expect(200);
    expect(await isMine()).toBe(false);
  });

  test('a cursor that is none, and a limit beyond the largest, are refused', async () => {
    refusal(await editor.get('/api/articles?cursor=xyz'), 'INVALID');
    refusal(await editor.get('/api/articles?limit=201'), 'INVALID');
    refusal(await editor.get('/api/articles?order=title'), 'INVALID');
    refusal(await desk.stranger.get('/api/articles'), 'NOT_SIGNED_IN');
  });
});

describe('revisions', () => {
  test('are listed and read', async () => {
    const { id, revision } = await create(editor);
    const { items } = answer(ListRevisions, await viewer.get(`/api/articles/${id}/revisions`));
    expect(items).toMatchObject([{ number: 1, sha256: revision.sha256, createdBy: editor.id }]);
    expect(answer(GetRevision, await viewer.get(`/api/articles/${id}/revisions/1`))).toEqual(revision);
    refusal(await viewer.get(`/api/articles/${id}/revisions/2`), 'NOT_FOUND');
    refusal(await viewer.get(`/api/articles/${id}/revisions/one`), 'NOT_FOUND');
    refusal(await viewer.get(`/api/articles/${uuidv7()}`), 'NOT_FOUND');
    refusal(await viewer.get('/api/articles/not-an-id'), 'NOT_FOUND');
  });

  test('are never altered, nor are their sentences, by anyone who can write SQL', async () => {
    const { id } = await create(editor);
    const refuses = async (sql: string) => expect(desk.db.pool.query(sql)).rejects.toThrow(/append-only/);
    await refuses(`UPDATE revisions SET text = 'x' WHERE article_id = '${id}'`);
    await refuses(`DELETE FROM sentences WHERE article_id = '${id}'`);
  });
});

test('logs hold neither the words of stories nor what was searched', async () => {
  const secret = `secretword${Date.now()}`;
  await create(editor, { text: `Title\n\n${secret} happened.` });
  await list(editor, `?q=${secret}`);
  expect(desk.logged.length).toBeGreaterThan(0);
  expect(desk.logged.join('')).not.toContain(secret);
});
