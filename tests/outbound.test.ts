/** The one way out: what is refused before a connection, while it lasts, and on the way of redirects. */
import type { RequestListener } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import type { Outcome } from '../server/http/outbound/outcome.ts';
import { type OutboundRequest, type OutboundRules, sendOutbound } from '../server/http/outbound/send.ts';
import { certificateFor } from './support/certificate.ts';
import { PRIVATE, PUBLIC, useWeb } from './support/https-host.ts';

const web = useWeb();
const MEBIBYTE = 1024 * 1024;

afterEach(() => {
  vi.unstubAllEnvs();
});

const get = (url: string, request: Partial<OutboundRequest> = {}, rules: OutboundRules = {}) =>
  sendOutbound(
    { method: 'GET', url, timeoutMs: 30_000, maxBytes: MEBIBYTE, ...request },
    { ...web.rules, ...rules },
  );
const says =
  (words: string): RequestListener =>
  (_req, res) =>
    res.end(words);
const leadsTo =
  (location: string, status = 302): RequestListener =>
  (_req, res) =>
    res.writeHead(status, { Location: location }).end();

test('an answer comes back whole, with where it came from', async () => {
  const host = await web.host('plain.web.test', (req, res) => {
    res.setHeader('Content-Type', 'text/plain');
    res.end(`${req.method} ${req.url} ${req.headers.host} ${req.headers['x-asked']}`);
  });
  const answer = await get(`${host.origin}/a?b#c`, { headers: { 'X-Asked': 'yes' } });
  expect(answer).toMatchObject({ ok: true, status: 200, url: `${host.origin}/a?b` });
  if (!answer.ok) throw new Error(answer.code);
  expect(answer.headers['content-type']).toBe('text/plain');
  expect(answer.body.toString()).toBe(`GET /a?b plain.web.test:${host.port} yes`);
});

test('what is posted arrives, and its refusal is an answer', async () => {
  const host = await web.host('post.web.test', async (req, res) => {
    const parts: Buffer[] = [];
    for await (const part of req) parts.push(part);
    res.writeHead(409).end(`${req.headers['content-length']} ${Buffer.concat(parts)}`);
  });
  const answer = await get(host.origin, { method: 'POST', body: 'größer' });
  expect(answer).toMatchObject({ ok: true, status: 409, body: Buffer.from('8 größer') });
});

test.each([
  ['loopback', ['127.0.0.1']],
  ['private', ['10.0.0.5']],
  ['link-local', ['169.254.169.254']],
  ['unique local', ['fd00::1']],
  ['mapped', ['::ffff:127.0.0.1']],
  ['unspecified', ['0.0.0.0']],
  ['a private one beside a public one', ['8.8.8.8', '192.168.0.1']],
  ['a public one beside a private one', ['::1', '2606:4700::1111']],
  ['what is no address', ['localhost']],
])('a name that leads to %s is refused before a connection', async (_what, found) => {
  const { mayReach: _, ...rules } = web.rules;
  const answer = await sendOutbound(
    { method: 'GET', url: 'https://name.web.test/', timeoutMs: 30_000, maxBytes: 10 },
    { ...rules, resolve: async () => found },
  );
  expect(answer).toEqual({ ok: false, code: 'ADDRESS_PRIVATE', url: 'https://name.web.test/' });
});

test.each([
  '127.0.0.1',
  '2130706433',
  '0177.1',
  '[::1]',
  '[::ffff:7f00:1]',
  '169.254.169.254',
  '0',
  '0.0.0.0',
])('the address https://%s is refused without asking for a name', async (host) => {
  const resolve = async (): Promise<string[]> => {
    throw new Error('nothing to resolve');
  };
  const answer = await sendOutbound(
    { method: 'GET', url: `https://${host}/`, timeoutMs: 30_000, maxBytes: 10 },
    { resolve },
  );
  expect(answer).toMatchObject({ ok: false, code: 'ADDRESS_PRIVATE' });
});

test('the system’s own names are refused as well', async () => {
  const answer = await sendOutbound({
    method: 'GET',
    url: 'https://localhost/',
    timeoutMs: 30_000,
    maxBytes: 10,
  });
  expect(answer).toMatchObject({ ok: false, code: 'ADDRESS_PRIVATE' });
});

test('a name that changes its answer is asked once, and the connection goes to what was checked', async () => {
  const inside = await web.host('inside.web.test', says('secret'), PRIVATE);
  const outside = await web.host('outside.web.test', says('public'));
  const answers = [[PUBLIC], [PRIVATE], [PRIVATE]];
  let asked = 0;
  const resolve = async () => answers[asked++] ?? [];
  // The same port at both addresses is not to be had: the name leads to the one, and then to the other.
  const answer = await get(outside.origin, {}, { resolve });
  expect(answer).toMatchObject({ ok: true, body: Buffer.from('public') });
  expect(asked).toBe(1);
  const again = await get(`https://outside.web.test:${inside.port}/`, {}, { resolve });
  expect(again).toMatchObject({ ok: false, code: 'ADDRESS_PRIVATE' });
  expect(inside.connections()).toBe(0);
});

test('a redirect to the same name is checked anew', async () => {
  const inside = await web.host('turned.web.test', says('secret'), PRIVATE);
  const host = await web.host('turns.web.test', leadsTo(`https://turns.web.test:${inside.port}/`));
  const answers = [[PUBLIC], [PRIVATE]];
  const answer = await get(host.origin, { redirects: 3 }, { resolve: async () => answers.shift() ?? [] });
  expect(answer).toEqual({
    ok: false,
    code: 'ADDRESS_PRIVATE',
    url: `https://turns.web.test:${inside.port}/`,
  });
  expect(inside.connections()).toBe(0);
});

test('names that nobody knows', async () => {
  expect(await get('https://nobody.web.test/')).toMatchObject({ ok: false, code: 'NAME_UNKNOWN' });
  const resolve = async () => Promise.reject(Object.assign(new Error('no'), { code: 'EAI_AGAIN' }));
  expect(await get('https://nobody.web.test/', {}, { resolve })).toMatchObject({
    ok: false,
    code: 'NAME_UNKNOWN',
  });
});

test('only known ports, unless more are allowed', async () => {
  const host = await web.host('ports.web.test', says('here'));
  const { ports: _, ...rules } = web.rules;
  const answer = await sendOutbound(
    { method: 'GET', url: host.origin, timeoutMs: 30_000, maxBytes: 10 },
    rules,
  );
  expect(answer).toMatchObject({ ok: false, code: 'ADDRESS_PORT' });
  expect(host.connections()).toBe(0);
  expect(await get(host.origin, {}, { ports: [443, host.port] })).toMatchObject({ ok: true });
});

test('redirects are answers unless they are to be followed', async () => {
  const host = await web.host('moved.web.test', leadsTo('/there'));
  expect(await get(host.origin)).toMatchObject({ ok: true, status: 302 });
  expect(await get(host.origin, { method: 'POST', redirects: 3 })).toMatchObject({ ok: true, status: 302 });
});

test.each([301, 302, 303, 307, 308])('a redirect %i is followed, to another host too', async (status) => {
  const there = await web.host(`there${status}.web.test`, (req, res) => res.end(`at ${req.url}`));
  const host = await web.host(`here${status}.web.test`, leadsTo(`${there.origin}/b`, status));
  const answer = await get(host.origin, { redirects: 1 });
  expect(answer).toMatchObject({
    ok: true,
    status: 200,
    body: Buffer.from('at /b'),
    url: `${there.origin}/b`,
  });
});

test('relative redirects, and more of them than allowed', async () => {
  const host = await web.host('steps.web.test', (req, res) => {
    const step = Number(req.url?.slice(1)) || 0;
    if (step === 3) res.end('end');
    else res.writeHead(302, { Location: `${step + 1}` }).end();
  });
  expect(await get(`${host.origin}/0`, { redirects: 3 })).toMatchObject({
    ok: true,
    body: Buffer.from('end'),
    url: `${host.origin}/3`,
  });
  expect(await get(`${host.origin}/0`, { redirects: 2 })).toEqual({
    ok: false,
    code: 'TOO_MANY_REDIRECTS',
    url: `${host.origin}/2`,
  });
});

test('a redirect in a circle ends', async () => {
  const host = await web.host('circle.web.test', leadsTo('/'));
  expect(await get(host.origin, { redirects: 5 })).toMatchObject({ ok: false, code: 'TOO_MANY_REDIRECTS' });
  expect(host.connections()).toBe(6);
});

test.each([
  ['http://plain.web.test/', 'ADDRESS_NOT_HTTPS'],
  ['file:///etc/passwd', 'ADDRESS_NOT_HTTPS'],
  ['https://a:b@plain.web.test/', 'ADDRESS_CREDENTIALS'],
  [`https://${PRIVATE}/`, 'ADDRESS_PRIVATE'],
  ['https://[::1]/', 'ADDRESS_PRIVATE'],
  ['//169.254.169.254/latest/meta-data', 'ADDRESS_PRIVATE'],
  ['https://unknown.web.test/', 'NAME_UNKNOWN'],
  ['https://[', 'ADDRESS_INVALID'],
])('a redirect to %s is refused: %s', async (location, code) => {
  const host = await web.host(`to${code.toLowerCase()}.web.test`, leadsTo(location));
  expect(await get(host.origin, { redirects: 3 })).toMatchObject({ ok: false, code });
});

test('each address on the way is asked about', async () => {
  const there = await web.host('not-there.web.test', says('not for programs'));
  const host = await web.host('asks.web.test', leadsTo(`${there.origin}/closed`));
  const asked: string[] = [];
  const whyNot = async (url: URL) => {
    asked.push(url.href);
    return url.pathname === '/closed' ? ('NOT_ALLOWED' as const) : null;
  };
  expect(await get(host.origin, { redirects: 3 }, { whyNot })).toEqual({
    ok: false,
    code: 'NOT_ALLOWED',
    url: `${there.origin}/closed`,
  });
  expect(asked).toEqual([`${host.origin}/`, `${there.origin}/closed`]);
  expect(there.connections()).toBe(0);
});

test('a host has to prove its name', async () => {
  const host = await web.host('proves.web.test', says('here'));
  expect(await get(host.origin, {}, { ca: certificateFor('proves.web.test').cert })).toMatchObject({
    ok: false,
    code: 'CERTIFICATE',
  });
  const resolve = async () => [PUBLIC];
  expect(await get(`https://proves.example:${host.port}/`, {}, { resolve })).toMatchObject({
    ok: false,
    code: 'CERTIFICATE',
  });
  expect(await get(`https://${PUBLIC}:${host.port}/`)).toMatchObject({ ok: true });
});

test('an environment that switches checks off or names a proxy changes nothing', async () => {
  const host = await web.host('strict.web.test', says('here'));
  const proxy = await web.host('proxy.web.test', says('taken'));
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  vi.stubEnv('NODE_USE_ENV_PROXY', '1');
  for (const name of ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY']) vi.stubEnv(name, proxy.origin);
  const answer = await get(host.origin, {}, { ca: certificateFor('strict.web.test').cert });
  expect(answer).toMatchObject({ ok: false, code: 'CERTIFICATE' });
  expect(await get(host.origin)).toMatchObject({ ok: true, body: Buffer.from('here') });
  expect(proxy.connections()).toBe(0);
});

test('where nobody listens', async () => {
  const host = await web.host('gone.web.test', (req) => req.socket.destroy());
  expect(await get(host.origin)).toMatchObject({ ok: false, code: 'UNREACHABLE' });
  expect(await get('https://gone.web.test:1/')).toMatchObject({ ok: false, code: 'UNREACHABLE' });
});

test.each([
  [
    'said',
    (length: number): RequestListener =>
      (_req, res) =>
        res.setHeader('Content-Length', length).write('a'),
  ],
  [
    'sent without saying',
    (length: number): RequestListener =>
      (_req, res) =>
        res.end(Buffer.alloc(length)),
  ],
  ['unpacked from gzip', packed('gzip', gzipSync)],
  ['unpacked from br', packed('br', brotliCompressSync)],
])('more than is taken, %s', async (what, answers) => {
  const host = await web.host(
    `large-${what.replaceAll(' ', '-').toLowerCase()}.web.test`,
    answers(16 * MEBIBYTE),
  );
  expect(await get(host.origin)).toMatchObject({ ok: false, code: 'TOO_LARGE' });
});

function packed(coding: string, pack: (bytes: Buffer) => Buffer) {
  return (length: number): RequestListener => {
    const bytes = pack(Buffer.alloc(length));
    expect(bytes.length).toBeLessThan(MEBIBYTE);
    return (_req, res) => res.setHeader('Content-Encoding', coding).end(bytes);
  };
}

test('a packed stream that unpacks to nothing ends as well', async () => {
  const nothing = gzipSync(Buffer.alloc(0));
  const host = await web.host('nothing.web.test', (_req, res) => {
    res.setHeader('Content-Encoding', 'gzip');
    const more = () => {
      while (!res.destroyed && res.write(nothing));
    };
    res.on('drain', more);
    more();
  });
  expect(await get(host.origin)).toMatchObject({ ok: false, code: 'TOO_LARGE' });
});

test('up to the limit all is taken, and a beginning where that is enough', async () => {
  const bytes = Buffer.alloc(MEBIBYTE, 'ab');
  const host = await web.host('exact.web.test', (req, res) => {
    const whole = req.url === '/more' ? Buffer.concat([bytes, bytes]) : bytes;
    if (req.headers['accept-encoding'] !== 'gzip, br') return res.writeHead(500).end();
    return res.setHeader('Content-Encoding', 'GZIP').end(gzipSync(whole));
  });
  const same = (answer: Outcome) => answer.ok && answer.body.equals(bytes);
  expect(same(await get(host.origin))).toBe(true);
  expect(await get(`${host.origin}/more`)).toMatchObject({ ok: false, code: 'TOO_LARGE' });
  expect(same(await get(`${host.origin}/more`, { beyond: 'cut' }))).toBe(true);
});

test('headers that do not end', async () => {
  const host = await web.host('headers.web.test', (_req, res) => {
    for (let nth = 0; nth < 100; nth += 1) res.setHeader(`X-${nth}`, 'a'.repeat(1000));
    res.end();
  });
  expect(await get(host.origin)).toMatchObject({ ok: false, code: 'TOO_LARGE' });
});

test.each([
  ['no HTTP', (req) => req.socket.end('what?\r\n\r\n')],
  ['cut off', (_req, res) => res.writeHead(200, { 'Content-Length': 10 }).write('a', () => res.destroy())],
  ['no gzip', (_req, res) => res.writeHead(200, { 'Content-Encoding': 'gzip' }).end('plain')],
  ['packed as nobody asked', (_req, res) => res.writeHead(200, { 'Content-Encoding': 'zstd' }).end('a')],
  ['packed twice', (_req, res) => res.writeHead(200, { 'Content-Encoding': 'gzip, gzip' }).end('a')],
] satisfies [string, RequestListener][])('an answer that is %s', async (what, answers) => {
  const host = await web.host(`broken-${what.replaceAll(' ', '-').toLowerCase()}.web.test`, answers);
  expect(await get(host.origin)).toMatchObject({ ok: false, code: 'ANSWER_BROKEN' });
});

test.each([
  ['never answers', () => undefined],
  ['sends byte by byte', (_req, res) => drip(() => res.write('a'), res)],
  ['redirects slowly', (_req, res) => void setTimeout(() => res.writeHead(302, { Location: '/' }).end(), 20)],
] satisfies [string, RequestListener][])('one deadline for all: a host that %s', async (what, answers) => {
  const host = await web.host(`slow-${what.replaceAll(' ', '-').toLowerCase()}.web.test`, answers);
  expect(await get(host.origin, { timeoutMs: 300, redirects: 1000 })).toMatchObject({
    ok: false,
    code: 'TOO_SLOW',
  });
});

function drip(write: () => void, res: { on: (event: 'close', listener: () => void) => void }): void {
  const timer = setInterval(write, 5);
  res.on('close', () => clearInterval(timer));
}

test('a name that is not found in time', async () => {
  const resolve = () => new Promise<string[]>(() => undefined);
  expect(await get('https://slow.web.test/', { timeoutMs: 50 }, { resolve })).toMatchObject({
    ok: false,
    code: 'TOO_SLOW',
  });
});

test('whoever asked may stop it, before and while it goes on', async () => {
  const stop = new AbortController();
  const host = await web.host('stopped.web.test', () => stop.abort());
  expect(await get(host.origin, { signal: stop.signal })).toMatchObject({ ok: false, code: 'STOPPED' });
  expect(await get(host.origin, { signal: stop.signal })).toMatchObject({ ok: false, code: 'STOPPED' });
  expect(host.connections()).toBe(1);
});

const UPGRADED = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n';

test.each([
  ['and ends', (req) => req.socket.end(UPGRADED)],
  ['and stays', (req) => req.socket.write(UPGRADED)],
  ['and goes on in it', (req) => req.socket.write(`${UPGRADED}\x81\x05hello`)],
  [
    'after it said that more will come',
    (req) => req.socket.write(`HTTP/1.1 102 Processing\r\n\r\n${UPGRADED}`),
  ],
] satisfies [string, RequestListener][])(
  'a host that switches to another protocol %s',
  async (what, answers) => {
    const host = await web.host(`switches-${what.replaceAll(' ', '-')}.web.test`, answers);
    for (const method of ['GET', 'POST'] as const)
      expect(await get(host.origin, { method })).toMatchObject({ ok: false, code: 'ANSWER_BROKEN' });
  },
);

test('a host that says over and over that an answer will come', async () => {
  const host = await web.host('more.web.test', (req, res) =>
    drip(() => req.socket.write('HTTP/1.1 102 Processing\r\n\r\n'), res),
  );
  expect(await get(host.origin, { timeoutMs: 300 })).toMatchObject({ ok: false, code: 'TOO_SLOW' });
  const early = await web.host('early.web.test', (_req, res) => {
    res.writeProcessing();
    res.writeEarlyHints({ link: '</style.css>; rel=preload' });
    res.end('here');
  });
  expect(await get(early.origin)).toMatchObject({ ok: true, body: Buffer.from('here') });
});

test('whoever asked may stop it in the middle of an answer', async () => {
  const stop = new AbortController();
  const host = await web.host('middle.web.test', (_req, res) => {
    res.writeHead(200, { 'Content-Length': 10 }).write('a', () => stop.abort());
  });
  expect(await get(host.origin, { signal: stop.signal })).toMatchObject({ ok: false, code: 'STOPPED' });
});

test.each([
  ['STOPPED', (stop: AbortController) => ({ signal: stop.signal })],
  ['TOO_SLOW', () => ({ timeoutMs: 50 })],
] as const)('what never ends by itself ends with %s', async (code, request) => {
  const stop = new AbortController();
  // Deaf to the signal, as a connection can be.
  const whyNot = () => {
    setImmediate(() => stop.abort());
    return new Promise<null>(() => undefined);
  };
  expect(await get('https://deaf.web.test/', request(stop), { whyNot })).toMatchObject({ ok: false, code });
});
