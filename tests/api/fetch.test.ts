/** Stories fetched by their address, from hosts of the tests' own: looked at, stored, and fetched again. */
import type { RequestListener } from 'node:http';
import { Writable } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Desk } from '../../server/command/desk.ts';
import { NotDone } from '../../server/command/failures.ts';
import { importStories } from '../../server/command/import.ts';
import { terminal } from '../../server/command/terminal.ts';
import { ListArrivals } from '../../server/contract/arrivals.ts';
import {
  type ArticlePreview,
  CreateArticle,
  FetchStory,
  ListArticles,
  PreviewArticle,
} from '../../server/contract/articles.ts';
import type { StoryFile } from '../../server/contract/story-files.ts';
import { openFetching, PAGE_LIMITS } from '../../server/http/outbound/pages.ts';
import { page, SENTENCE } from '../cases/exchange-in-html.ts';
import { answer, refusal } from '../support/contract.ts';
import { ORIGIN, type Person, useDesk } from '../support/desk.ts';
import { asBytes } from '../support/exports.ts';
import { PRIVATE, useWeb } from '../support/https-host.ts';
import { asFile, bringIn as bringInItem, ninjsItem, wireItem } from '../support/story-files.ts';

const web = useWeb();
const clock = () => new Date('2026-03-02T09:00:00Z');
const { fetchPage } = openFetching(web.rules, { ...PAGE_LIMITS, maxBytes: 100_000 }, clock);
const desk = useDesk({ fetchPage });
let editor: Person;
let viewer: Person;

beforeAll(async () => {
  editor = await desk.person('editor');
  viewer = await desk.person('viewer');
});

/** A site whose pages may change while the test goes on. */
async function site(name: string, pages: Record<string, RequestListener>) {
  const { origin } = await web.host(`${name}.web.test`, (req, res) => {
    const answers = pages[req.url ?? ''];
    if (answers === undefined) res.writeHead(404).end();
    else answers(req, res);
  });
  return { origin, pages };
}
const gives =
  (body: string | Buffer, type = 'text/html; charset=utf-8'): RequestListener =>
  (_req, res) =>
    res.writeHead(200, { 'Content-Type': type }).end(body);

const ask = (as: Person, url: string) => as.post('/api/articles/fetch', { url });
const fetched = async (url: string): Promise<StoryFile> => answer(FetchStory, await ask(editor, url)).file;
const preview = async (file: StoryFile): Promise<ArticlePreview> =>
  answer(PreviewArticle, await editor.post('/api/articles/preview', { file }));
const bringIn = async (file: StoryFile) =>
  answer(CreateArticle, await editor.post('/api/articles', { file }));
const stories = async () => answer(ListArticles, await editor.get('/api/articles?limit=200')).items.length;

describe('a page', () => {
  test('is looked at, stored with the file and the address, and fetched again as its next text', async () => {
    const { origin, pages } = await site('ferry', { '/2026/ferry': gives(page('')) });
    const url = `${origin}/2026/ferry`;
    const before = await stories();
    const file = await fetched(url);
    expect(file).toMatchObject({ name: 'ferry.html', format: 'html', url, charset: 'utf-8' });
    const seen = await preview(file);
    expect(seen.title).toBe('Ferry sinks | Tarvo News');
    expect(seen.file).toMatchObject({
      arrives: 'new',
      sourceUrl: url,
      identifiers: [{ scheme: 'url', value: url }],
    });
    expect(await stories()).toBe(before);

    const story = await bringIn(file);
    expect(story).toMatchObject({ sourceUrl: url, arrival: { format: 'html', name: 'ferry.html' } });
    expect(story.revision.text).toContain(SENTENCE);
    const { bytes } = await asBytes(editor.get(`/api/articles/${story.id}/arrivals/1/file`)).then(
      ({ body }) => ({ bytes: body }),
    );
    expect(Buffer.from(bytes).toString()).toBe(page(''));

    expect((await preview(await fetched(url))).file).toMatchObject({
      arrives: 'same',
      here: { id: story.id },
    });
    const body = `<p>${SENTENCE.replace('41', '43')}</p>`;
    pages['/2026/ferry'] = gives(page('', body.repeat(3)));
    const newer = await fetched(url);
    expect((await preview(newer)).file).toMatchObject({ arrives: 'newer', here: { id: story.id } });
    const next = await bringIn(newer);
    expect([next.id, next.revision.number]).toEqual([story.id, 2]);
    const { items } = answer(ListArrivals, await editor.get(`/api/articles/${story.id}/arrivals`));
    expect(items.map(({ number, revision }) => [number, revision])).toEqual([
      [2, 2],
      [1, 1],
    ]);
  });

  test('is known by the address that it calls its own, wherever a link led from', async () => {
    const { origin, pages } = await site('own', {
      '/short': (_req, res) => res.writeHead(302, { Location: '/long?from=feed' }).end(),
    });
    const own = `${origin}/2026/own`;
    pages['/long?from=feed'] = gives(page(`<link rel="canonical" href="${own}">`));
    const file = await fetched(`${origin}/short`);
    expect(file.url).toBe(`${origin}/long?from=feed`);
    expect((await preview(file)).file).toMatchObject({
      sourceUrl: own,
      identifiers: [{ scheme: 'url', value: own }],
    });
  });

  test('cannot pass for the next text of another site’s story', async () => {
    const paper = await site('paper', { '/ferry': gives(page('')) });
    const story = await bringIn(await fetched(`${paper.origin}/ferry`));
    const canonical = `<link rel="canonical" href="${paper.origin}/ferry">`;
    const other = await site('other', {
      '/a': gives(page(canonical, `<p>${SENTENCE} Or so.</p>`.repeat(3))),
    });
    const file = await fetched(`${other.origin}/a`);
    expect((await preview(file)).file).toMatchObject({ arrives: 'new', here: null });
    expect((await bringIn(file)).id).not.toBe(story.id);
  });

  test('is decoded as its server says', async () => {
    const text = 'Café closed after fire\n\nThe café at the old harbour was closed on Monday.';
    const { origin } = await site('latin', {
      '/cafe': gives(Buffer.from(text, 'latin1'), 'text/plain; charset=ISO-8859-1'),
    });
    const story = await bringIn(await fetched(`${origin}/cafe`));
    expect(story).toMatchObject({ title: 'Café closed after fire', sourceUrl: `${origin}/cafe` });
  });

  test('may be a wire story, which names itself', async () => {
    const item = ninjsItem();
    const { origin } = await site('wire', { '/items/1': gives(asFile(item), 'application/json') });
    const read = await preview(await fetched(`${origin}/items/1`));
    expect(read.file).toMatchObject({
      format: 'ninjs',
      identifiers: [{ scheme: 'uri', value: `${item.uri} at wire.web.test` }],
      sourceUrl: `${origin}/items/1`,
      rest: expect.arrayContaining([{ name: 'uri (as wire.web.test says)', value: item.uri }]),
    });
  });

  test('may be a wire story, whose next version stands at another address of its site', async () => {
    const item = ninjsItem();
    const next = wireItem(`Ferry sinks\n\n${SENTENCE}`, { uri: item.uri, version: '2' });
    const { origin } = await site('versions', {
      '/items/1': gives(asFile(item), 'application/json'),
      '/items/1?version=2': gives(asFile(next), 'application/json'),
    });
    const story = await bringIn(await fetched(`${origin}/items/1`));
    const newer = await fetched(`${origin}/items/1?version=2`);
    expect((await preview(newer)).file).toMatchObject({ arrives: 'newer', here: { id: story.id } });
    expect((await bringIn(newer)).revision.number).toBe(2);
  });

  test('is a version of the story of a file only where that came from its site', async () => {
    const sent = async (item: object) => (await bringInItem(editor, item)).id;
    const item = ninjsItem();
    const other = await site('poses', {
      '/x': gives(
        asFile(wireItem(`So it is\n\n${SENTENCE}`, { uri: item.uri, version: '999' })),
        'application/json',
      ),
    });
    const posing = await fetched(`${other.origin}/x`);
    // Neither before the story is here, nor after.
    const posed = (await bringIn(posing)).id;
    const story = await sent(item);
    expect(story).not.toBe(posed);
    expect((await preview(posing)).file).toMatchObject({ arrives: 'same', here: { id: posed } });
    const text = `It is so\n\n${SENTENCE}`;
    other.pages['/y'] = gives(asFile(wireItem(text, { uri: item.uri, version: '1000' })), 'application/json');
    expect((await bringIn(await fetched(`${other.origin}/y`))).id).toBe(posed);
    const third = await site('poses-too', { '/x': other.pages['/y'] });
    expect((await preview(await fetched(`${third.origin}/x`))).file).toMatchObject({
      arrives: 'new',
      here: null,
      rest: expect.arrayContaining([{ name: 'uri (as poses-too.web.test says)', value: item.uri }]),
    });
    const { body } = await editor.get(`/api/articles/${story}`).expect(200);
    expect(body.revision.number).toBe(1);

    const own = await site('agency', {});
    const page = { role: 'canonicalUrl', value: `${own.origin}/ferry` };
    const filed = ninjsItem({ altIds: [page] });
    const filedStory = await sent(filed);
    own.pages['/api/1'] = gives(asFile(wireItem(text, { uri: filed.uri, version: '2' })), 'application/json');
    const newer = await fetched(`${own.origin}/api/1`);
    expect((await preview(newer)).file).toMatchObject({ arrives: 'newer', here: { id: filedStory } });
    expect((await bringIn(newer)).id).toBe(filedStory);
  });
});

describe('is refused, with why', () => {
  /** Under the rules as they are, where no address stands for a public one. */
  const guarded = useDesk({ fetchPage: openFetching({}, PAGE_LIMITS, clock).fetchPage });
  let someone: Person;
  beforeAll(async () => {
    someone = await guarded.person('editor');
  });

  test.each([
    ['loopback', 'https://127.0.0.1/', 'ADDRESS_PRIVATE'],
    ['loopback by name', 'https://localhost/', 'ADDRESS_PRIVATE'],
    ['a private network', 'https://10.0.0.1/', 'ADDRESS_PRIVATE'],
    ['the keys of clouds', 'https://169.254.169.254/latest/meta-data/', 'ADDRESS_PRIVATE'],
    ['loopback in IPv6', 'https://[::1]/', 'ADDRESS_PRIVATE'],
    ['loopback, mapped', 'https://[::ffff:127.0.0.1]/', 'ADDRESS_PRIVATE'],
    ['loopback as a number', 'https://2130706433/', 'ADDRESS_PRIVATE'],
    ['another port', 'https://paper.example:8443/', 'ADDRESS_PORT'],
    ['plain http', 'http://paper.example/', 'ADDRESS_NOT_HTTPS'],
    ['a file', 'file:///etc/passwd', 'ADDRESS_NOT_HTTPS'],
    ['a password', 'https://a:b@paper.example/', 'ADDRESS_CREDENTIALS'],
    ['no address', 'ferry sinks', 'ADDRESS_INVALID'],
  ] as const)('%s', async (_what, url, code) => {
    refusal(await ask(someone, url), code);
  });

  test('what no story comes as, what is not given, what is empty or too large, and what robots keep out', async () => {
    const { origin } = await site('refuses', {
      '/robots.txt': gives('User-agent: *\nDisallow: /closed', 'text/plain'),
      '/picture': gives('PNG', 'image/png'),
      '/empty': gives(''),
      '/large': gives(Buffer.alloc(100_001, 'a')),
      '/closed': gives(page('')),
      '/leads': (_req, res) => res.writeHead(302, { Location: `https://${PRIVATE}/` }).end(),
    });
    const issuesAt = async (path: string, code: Parameters<typeof refusal>[1]) =>
      refusal(await ask(editor, `${origin}${path}`), code).issues;
    expect(await issuesAt('/picture', 'FETCH_TYPE')).toEqual([{ path: 'url', message: 'image/png' }]);
    expect(await issuesAt('/gone', 'FETCH_NO_PAGE')).toEqual([{ path: 'url', message: 'it answered 404' }]);
    expect(await issuesAt('/empty', 'EMPTY_FILE')).toBeUndefined();
    expect(await issuesAt('/large', 'FETCH_TOO_LARGE')).toBeUndefined();
    expect(await issuesAt('/closed', 'FETCH_ROBOTS')).toBeUndefined();
    expect(await issuesAt('/leads', 'ADDRESS_PRIVATE')).toEqual([
      { path: 'url', message: `https://${PRIVATE}/` },
    ]);
  });
});

describe('who may', () => {
  test('is told by what one may do', async () => {
    const can = async (as: Person) => (await as.get('/api/session')).body.can;
    expect(await can(editor)).toContain('fetch_story');
    expect(await can(viewer)).not.toContain('fetch_story');
    refusal(await ask(viewer, 'https://nobody.web.test/'), 'NEEDS_EDITOR');
  });

  test('asks for a number of pages, and then waits', async () => {
    const someone = await desk.person('editor');
    for (let nth = 0; nth < 60; nth += 1) refusal(await ask(someone, 'nowhere'), 'ADDRESS_INVALID');
    const { retryAfter } = refusal(await ask(someone, 'nowhere'), 'TOO_OFTEN');
    expect(retryAfter).toBeGreaterThan(0);
    refusal(await ask(editor, 'nowhere'), 'ADDRESS_INVALID');
  });
});

describe('on the command line', () => {
  /** The API as a program with a token asks it. */
  async function program(): Promise<Desk> {
    const scopes = ['read', 'stories'];
    const { body } = await editor.post('/api/tokens', { name: 'Wire feed', scopes }).expect(201);
    const as = desk.program(body.secret);
    return {
      url: ORIGIN,
      open: () => Promise.reject(new Error('no file is asked for')),
      call: async (endpoint, { body: sent, key } = {}) => {
        const request = as[endpoint.method](endpoint.path, Object(sent));
        const response = await (key === undefined ? request : request.set('Idempotency-Key', key));
        if (response.status >= 400) throw new NotDone(response.body.title, response.body.code);
        return endpoint.answer.parse(response.body);
      },
    };
  }
  async function imported(...files: string[]) {
    const told: string[] = [];
    const out = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        told.push(chunk.toString());
        done();
      },
    });
    const into = terminal({ out, err: out, stop: new AbortController().signal });
    const options = { files, restricted: false, keepFurniture: false, dryRun: false };
    const done = await importStories(await program(), into, options);
    const rows = told.join('').split('\n').slice(0, -1);
    return { done, rows: rows.map((row) => row.split('\t')) };
  }

  test('addresses come in like files, and once', async () => {
    const { origin, pages } = await site('line', {
      '/a': gives(page('', `<p>${SENTENCE} So far.</p>`.repeat(3))),
      '/b': gives('PNG', 'image/png'),
    });
    const [url, picture] = [`${origin}/a`, `${origin}/b`];
    const first = await imported(url, picture);
    expect(first.done).toBe(false);
    expect(first.rows).toEqual([
      ['new', expect.any(String), url, 'Ferry sinks | Tarvo News'],
      ['refused', '-', picture, expect.stringContaining('no kind')],
    ]);
    const id = first.rows[0]?.[1];
    expect((await imported(url)).rows).toEqual([['already', id, url, 'Ferry sinks | Tarvo News']]);
    pages['/a'] = gives(page('', `<p>${SENTENCE} Or more.</p>`.repeat(3)));
    expect((await imported(url)).rows).toEqual([['newer', id, url, expect.stringMatching(/^revision 2/)]]);
  });

  test('a page that calls itself another site’s story becomes a story of its own', async () => {
    const item = ninjsItem();
    const story = await bringInItem(editor, item);
    const posing = wireItem(`Nobody died\n\n${SENTENCE}`, { uri: item.uri, version: '999' });
    const { origin } = await site('line-poses', { '/x': gives(asFile(posing), 'application/json') });
    const { rows } = await imported(`${origin}/x`);
    expect(rows).toEqual([['new', expect.any(String), `${origin}/x`, 'Nobody died']]);
    expect(rows[0]?.[1]).not.toBe(story.id);
  });
});

describe('where it is switched off', () => {
  const closed = useDesk();

  test('nobody may, and nothing is asked for', async () => {
    const host = await web.host('off.web.test', gives(page('')));
    const someone = await closed.person('admin');
    expect((await someone.get('/api/session')).body.can).not.toContain('fetch_story');
    refusal(await ask(someone, host.origin), 'FETCH_OFF');
    expect(host.connections()).toBe(0);
  });
});
