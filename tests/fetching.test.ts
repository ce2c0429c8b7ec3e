/** Pages of other hosts: asked for by name, where their robots.txt lets Claimdesk in. */
import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { openFetching, PAGE_LIMITS } from '../server/http/outbound/pages.ts';
import { PRIVATE, useWeb } from './support/https-host.ts';

const web = useWeb();
const HOUR = 60 * 60 * 1000;

function fetching(limits: Partial<typeof PAGE_LIMITS> = {}) {
  const clock = { at: Date.parse('2026-03-02T09:00:00Z') };
  const opened = openFetching(web.rules, { ...PAGE_LIMITS, ...limits }, () => new Date(clock.at));
  return {
    clock,
    close: opened.close,
    get: (url: string, signal: AbortSignal = new AbortController().signal) => opened.fetchPage(url, signal),
  };
}

/** A site that answers each path as it is told; what was asked for is listed. */
async function site(name: string, paths: Readonly<Record<string, RequestListener>>) {
  const asked: string[] = [];
  const host = await web.host(name, (req, res) => {
    asked.push(req.url ?? '');
    const answers = paths[req.url ?? ''];
    if (answers === undefined) res.writeHead(404).end('nothing here');
    else answers(req, res);
  });
  return { ...host, asked };
}
const says =
  (words: string | Buffer, type = 'text/plain'): RequestListener =>
  (_req, res) =>
    res.writeHead(200, { 'Content-Type': type }).end(words);
const status =
  (code: number, headers: Record<string, string> = {}): RequestListener =>
  (_req, res) =>
    res.writeHead(code, headers).end('User-agent: *\nDisallow: /');
const CLOSED = says('User-agent: Claimdesk\nDisallow: /closed\n');

test('a page comes with its type and where it came from, asked for by name', async () => {
  const agents: unknown[] = [];
  const { origin } = await site('named.web.test', {
    '/a': (req, res) => {
      agents.push(req.headers['user-agent']);
      res.writeHead(200, { 'Content-Type': 'text/html; charset=latin1' }).end('<p>Words');
    },
  });
  const page = await fetching().get(`${origin}/a#part`);
  expect(page).toEqual({
    ok: true,
    bytes: Buffer.from('<p>Words'),
    contentType: 'text/html; charset=latin1',
    url: `${origin}/a`,
  });
  expect(agents).toEqual([expect.stringMatching(/^Claimdesk\b/)]);
});

test('robots.txt is asked for first, once for a while, and keeps out', async () => {
  const { origin, asked } = await site('rules.web.test', {
    '/robots.txt': CLOSED,
    '/open': says('words'),
    '/closed/a': says('words'),
  });
  const { get, clock } = fetching();
  expect(await get(`${origin}/closed/a`)).toEqual({ ok: false, code: 'FETCH_ROBOTS', detail: null });
  expect(await get(`${origin}/open`)).toMatchObject({ ok: true });
  expect(asked).toEqual(['/robots.txt', '/open']);
  clock.at += HOUR + 1;
  expect(await get(`${origin}/open`)).toMatchObject({ ok: true });
  expect(asked).toEqual(['/robots.txt', '/open', '/robots.txt', '/open']);
});

test.each([400, 401, 403, 404, 410, 429])('without robots.txt (%i) all is open', async (code) => {
  const { origin } = await site(`none${code}.web.test`, { '/robots.txt': status(code), '/a': says('words') });
  expect(await fetching().get(`${origin}/a`)).toMatchObject({ ok: true });
});

test.each([500, 503])('where it cannot be given (%i) nothing is open, for a little while', async (code) => {
  let answers = status(code);
  const { origin, asked } = await site(`away${code}.web.test`, {
    '/robots.txt': (req, res) => answers(req, res),
    '/a': says('words'),
  });
  const { get, clock } = fetching();
  expect(await get(`${origin}/a`)).toMatchObject({ ok: false, code: 'FETCH_ROBOTS' });
  answers = status(404);
  expect(await get(`${origin}/a`)).toMatchObject({ ok: false, code: 'FETCH_ROBOTS' });
  expect(asked).toEqual(['/robots.txt']);
  clock.at += HOUR;
  expect(await get(`${origin}/a`)).toMatchObject({ ok: true });
});

test('a robots.txt elsewhere counts; one that is never reached does not', async () => {
  const elsewhere = await site('elsewhere.web.test', { '/rules': CLOSED });
  const { origin } = await site('refers.web.test', {
    '/robots.txt': status(301, { Location: `${elsewhere.origin}/rules` }),
    '/closed': says('words'),
  });
  expect(await fetching().get(`${origin}/closed`)).toMatchObject({ ok: false, code: 'FETCH_ROBOTS' });
  const circle = await site('circle.web.test', {
    '/robots.txt': status(302, { Location: '/robots.txt' }),
    '/a': says('words'),
  });
  expect(await fetching().get(`${circle.origin}/a`)).toMatchObject({ ok: true });
  expect(circle.asked.filter((path) => path === '/robots.txt')).toHaveLength(6);
});

test('a robots.txt that leads to where nobody may look opens nothing', async () => {
  const inside = await web.host('inside.web.test', says('User-agent: *\nAllow: /'), PRIVATE);
  const { origin, asked } = await site('points.web.test', {
    '/robots.txt': status(302, { Location: `${inside.origin}/` }),
    '/a': says('words'),
  });
  expect(await fetching().get(`${origin}/a`)).toMatchObject({ ok: false, code: 'ADDRESS_PRIVATE' });
  expect(asked).toEqual(['/robots.txt']);
  expect(inside.connections()).toBe(0);
});

test('only the first 500 kibibytes of it are read', async () => {
  const rules = (before: number) => says(`#${' '.repeat(before)}\nUser-agent: *\nDisallow: /\n`);
  const short = await site('short.web.test', { '/robots.txt': rules(499 * 1024), '/a': says('words') });
  const long = await site('long.web.test', { '/robots.txt': rules(500 * 1024), '/a': says('words') });
  expect(await fetching().get(`${short.origin}/a`)).toMatchObject({ ok: false, code: 'FETCH_ROBOTS' });
  expect(await fetching().get(`${long.origin}/a`)).toMatchObject({ ok: true });
});

test('where an address leads on, the rules of that host count too', async () => {
  const there = await site('there.web.test', {
    '/robots.txt': CLOSED,
    '/closed': says('words'),
    '/open': says('words'),
  });
  const { origin } = await site('here.web.test', {
    '/a': status(302, { Location: `${there.origin}/closed` }),
    '/b': status(302, { Location: `${there.origin}/open` }),
  });
  const { get } = fetching();
  expect(await get(`${origin}/a`)).toEqual({
    ok: false,
    code: 'FETCH_ROBOTS',
    detail: `${there.origin}/closed`,
  });
  expect(await get(`${origin}/b`)).toMatchObject({ ok: true, url: `${there.origin}/open` });
  expect(there.asked).toEqual(['/robots.txt', '/open']);
});

test.each([401, 403, 404, 410, 500, 503])('an answer %i is no page', async (code) => {
  const { origin } = await site(`answers${code}.web.test`, { '/a': status(code) });
  expect(await fetching().get(`${origin}/a`)).toEqual({
    ok: false,
    code: 'FETCH_NO_PAGE',
    detail: `it answered ${code}`,
  });
});

test('each refusal has a code of its own', async () => {
  const { origin, port } = await site('refuses.web.test', {
    '/large': says(Buffer.alloc(2000)),
    '/slow': () => undefined,
    '/round': status(302, { Location: '/round' }),
    '/broken': (_req, res) => res.writeHead(200, { 'Content-Encoding': 'gzip' }).end('plain'),
  });
  const { get } = fetching({ maxBytes: 1000, timeoutMs: 2000 });
  const codeAt = async (url: string) => Object(await get(url)).code;
  expect(await codeAt(`${origin}/large`)).toBe('FETCH_TOO_LARGE');
  expect(await codeAt(`${origin}/slow`)).toBe('FETCH_TOO_SLOW');
  expect(await codeAt(`${origin}/round`)).toBe('FETCH_REDIRECTS');
  expect(await codeAt(`${origin}/broken`)).toBe('FETCH_BROKEN');
  expect(await codeAt('https://nobody.web.test/a')).toBe('NAME_UNKNOWN');
  expect(await codeAt('https://refuses.web.test:1/a')).toBe('FETCH_UNREACHABLE');
  expect(await codeAt(`https://${PRIVATE}:${port}/a`)).toBe('ADDRESS_PRIVATE');
  expect(await codeAt('http://refuses.web.test/a')).toBe('ADDRESS_NOT_HTTPS');
  expect(await codeAt('https://a:b@refuses.web.test/a')).toBe('ADDRESS_CREDENTIALS');
  expect(await codeAt('refuses')).toBe('ADDRESS_INVALID');
});

test('not more than a few at the same time', async () => {
  let free = () => {};
  const freed = new Promise<void>((resolve) => {
    free = resolve;
  });
  const { origin, asked } = await site('crowd.web.test', {
    '/a': async (_req, res) => {
      await freed;
      res.end('words');
    },
  });
  const { get } = fetching();
  const pages = Array.from({ length: 9 }, () => get(`${origin}/a`));
  expect(await pages[8]).toMatchObject({ ok: false, code: 'FETCH_BUSY' });
  free();
  for (const page of pages.slice(0, 8)) expect(await page).toMatchObject({ ok: true });
  expect(await get(`${origin}/a`)).toMatchObject({ ok: true });
  expect(asked.filter((path) => path === '/a')).toHaveLength(9);
});

test('whoever goes, and the end of the program, stop it', async () => {
  const gone = new AbortController();
  const { origin } = await site('stops.web.test', {
    '/goes': () => gone.abort(),
    '/ends': () => ending.close(),
  });
  const ending = fetching();
  expect(await ending.get(`${origin}/goes`, gone.signal)).toMatchObject({ code: 'FETCH_STOPPED' });
  expect(await ending.get(`${origin}/ends`)).toMatchObject({ code: 'FETCH_STOPPED' });
  expect(await ending.get(`${origin}/ends`)).toMatchObject({ code: 'FETCH_STOPPED' });
});

test('hosts that switch to another protocol keep nobody from the next page', async () => {
  const { get } = fetching();
  const upgraded = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n';
  const { origin } = await site('switches.web.test', {
    '/a': (req) => req.socket.write(upgraded),
    '/b': says('here'),
  });
  // More of them than are fetched at the same time.
  for (let nth = 0; nth < 9; nth += 1)
    expect(await get(`${origin}/a`)).toMatchObject({ ok: false, code: 'FETCH_BROKEN' });
  expect(await get(`${origin}/b`)).toMatchObject({ ok: true });
});
