/** Pages of evidence fetched by their address, from hosts of the tests' own, and what is kept of them. */
import { createHash } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Evidence, FetchSnapshot, GetSnapshot } from '../../server/contract/evidence.ts';
import { GetArticleHistory } from '../../server/contract/history.ts';
import type { ProblemCode } from '../../server/contract/problem.ts';
import { openFetching, PAGE_LIMITS } from '../../server/http/outbound/pages.ts';
import { page, SENTENCE } from '../cases/exchange-in-html.ts';
import { addressCases } from '../cases/outbound-addresses.ts';
import { targetCases } from '../cases/outbound-targets.ts';
import { addEvidence, cite, claimNow } from '../support/attached.ts';
import { createStory, mark, review, type Story, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { PRIVATE, useWeb } from '../support/https-host.ts';

const web = useWeb();
const clock = () => new Date('2026-03-02T09:00:00Z');
const LIMITS = { ...PAGE_LIMITS, maxBytes: 100_000 };
const desk = useDesk({ fetchPage: openFetching(web.rules, LIMITS, clock).fetchPage });
let editor: Person;
let reviewer: Person;
let viewer: Person;
let story: Story;

beforeAll(async () => {
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  viewer = await desk.person('viewer');
  story = await createStory(editor);
});

const gives =
  (body: string | Buffer, type = 'text/html; charset=utf-8'): RequestListener =>
  (_req, res) =>
    res.writeHead(200, { 'Content-Type': type }).end(body);
const leadsTo =
  (address: string): RequestListener =>
  (_req, res) =>
    res.writeHead(302, { Location: address }).end();

/** A site; how often it was asked for its pages is counted, without its robots.txt. */
async function site(name: string, pages: Record<string, RequestListener>) {
  let asked = 0;
  const host = await web.host(`${name}.web.test`, (req, res) => {
    if (req.url !== '/robots.txt') asked += 1;
    const answers = pages[req.url ?? ''];
    if (answers === undefined) res.writeHead(404).end();
    else answers(req, res);
  });
  return { ...host, pages, asked: () => asked };
}

const linkTo = (url: string, of = story) => addEvidence(editor, of, { url });
const at = ({ id }: Pick<Evidence, 'id'>) => `/api/evidence/${id}/snapshot`;
const ask = (as: Person, evidence: Evidence, version = evidence.version) =>
  as.post(at(evidence), { version });
const fetched = async (evidence: Evidence): Promise<Evidence> =>
  answer(FetchSnapshot, await ask(editor, evidence));
const textOf = async (evidence: Evidence) => answer(GetSnapshot, await viewer.get(at(evidence)));
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const kept = (evidence: Evidence) => desk.db.prisma.snapshot.count({ where: { evidenceId: evidence.id } });

describe('a page', () => {
  test('is kept as its readable words, with time, address and digest', async () => {
    const furniture = '<nav>Home News Sport</nav><script>document.write("no")</script>';
    const { origin } = await site('harbour', {
      '/log': gives(page('', `${furniture}<p>${SENTENCE}</p>`.repeat(3))),
    });
    const url = `${origin}/log`;
    const evidence = await linkTo(url);
    const now = await fetched(evidence);
    const { text, ...snapshot } = await textOf(evidence);
    expect(text).toContain(SENTENCE);
    expect(text).not.toMatch(/<|document\.write|Sport/);
    expect(snapshot).toEqual({
      ...{ how: 'fetched', fetchedFrom: url, by: editor.id, takenAt: expect.any(String) },
      ...{ sha256: sha256(text), length: text.length },
    });
    expect(now).toMatchObject({ version: 2, url, snapshot });
    const { items } = answer(GetArticleHistory, await editor.get(`/api/articles/${story.id}/history`));
    expect(items.at(-1)).toMatchObject({
      type: 'evidence.snapshot_taken',
      data: {
        evidence: evidence.id,
        before: null,
        after: { snapshot: sha256(text), length: text.length, how: 'fetched', fetchedFrom: url },
      },
    });
  });

  test('is told to have come from where its address led', async () => {
    const { origin } = await site('moved', {
      '/a': leadsTo('/b'),
      '/b': gives('The log was moved.', 'text/plain'),
    });
    const evidence = await linkTo(`${origin}/a`);
    expect((await fetched(evidence)).snapshot?.fetchedFrom).toBe(`${origin}/b`);
    expect((await textOf(evidence)).text).toBe('The log was moved.');
  });

  test('is decoded as its server says', async () => {
    const { origin } = await site('accents', {
      '/cafe': gives(Buffer.from('The café was closed.', 'latin1'), 'text/plain; charset=ISO-8859-1'),
    });
    const evidence = await linkTo(`${origin}/cafe`);
    await fetched(evidence);
    expect((await textOf(evidence)).text).toBe('The café was closed.');
  });

  test('is kept once more beside what was kept before, and reopens the review of what rests on it', async () => {
    const { origin, pages } = await site('toll', { '/toll': gives('Forty-one.', 'text/plain') });
    const evidence = await linkTo(`${origin}/toll`);
    const first = await fetched(evidence);
    const claim = await mark(editor, story, '120 passengers');
    await cite(editor, claim, { evidenceId: evidence.id });
    const passed = await review(reviewer, await verify(editor, await claimNow(editor, claim)));
    expect(passed.status).toBe('passed');
    pages['/toll'] = gives('Forty-two.', 'text/plain');
    await fetched(first);
    expect((await textOf(evidence)).text).toBe('Forty-two.');
    expect(await kept(evidence)).toBe(2);
    expect(await claimNow(editor, claim)).toMatchObject({ status: 'checked', review: { reopened: {} } });
  });

  test('is fetched once where the request is repeated, and not at all for a version that is past', async () => {
    const { origin, asked } = await site('once', { '/log': gives('Nobody was missing.', 'text/plain') });
    const evidence = await linkTo(`${origin}/log`);
    const key = uuidv7();
    const send = () => ask(editor, evidence).set('Idempotency-Key', key);
    const first = answer(FetchSnapshot, await send());
    expect(answer(FetchSnapshot, await send())).toEqual(first);
    refusal(await ask(editor, evidence), 'STALE_VERSION');
    refusal(await ask(editor, evidence, 99), 'STALE_VERSION');
    expect([asked(), await kept(evidence)]).toEqual([1, 1]);
  });

  test('that somebody else changed meanwhile keeps nothing', async () => {
    const evidence = await linkTo('https://nowhere.web.test/');
    const { origin } = await site('meanwhile', {
      '/log': async (_req, res) => {
        await editor.patch(`/api/evidence/${evidence.id}`, { version: 2, note: 'Changed' }).expect(200);
        res.writeHead(200, { 'Content-Type': 'text/plain' }).end('Too late.');
      },
    });
    await editor.patch(`/api/evidence/${evidence.id}`, { version: 1, url: `${origin}/log` }).expect(200);
    const { current } = refusal(await ask(editor, evidence, 2), 'STALE_VERSION');
    expect(current).toMatchObject({ id: evidence.id, version: 3, note: 'Changed', snapshot: null });
    expect(await kept(evidence)).toBe(0);
  });
});

describe('is refused, with why, and nothing is kept:', () => {
  /** Under the rules as they are, where no address stands for a public one. */
  const guarded = useDesk({ fetchPage: openFetching({}, PAGE_LIMITS, clock).fetchPage });
  let someone: Person;
  let theirs: Story;
  beforeAll(async () => {
    someone = await guarded.person('editor');
    theirs = await createStory(someone);
  });

  /** One person asks for a number of pages only: then another one goes on. */
  let asked = 0;
  let current: Promise<Person> | undefined;
  const asker = (): Promise<Person> => {
    if (asked % 50 === 0) current = guarded.person('editor');
    asked += 1;
    return current ?? guarded.person('editor');
  };

  /** The tables of addresses that are asked of stories, as far as evidence takes them for addresses. */
  const never = Object.entries(addressCases).flatMap(([what, { expected, addresses }]) =>
    expected === 'public' || addresses.some((one) => /[%\s]|^$/.test(one))
      ? []
      : addresses
          .slice(0, 1)
          .map(
            (address) =>
              [
                what,
                `https://${address.includes(':') ? `[${address}]` : address}/`,
                'ADDRESS_PRIVATE',
              ] as const,
          ),
  );
  const targets = Object.entries(targetCases).flatMap(([what, { address, expected, ports }]) =>
    typeof expected === 'string' && ports === undefined ? [[what, address, expected] as const] : [],
  );
  test.each([...never, ...targets])('%s', async (_what, url, code) => {
    const added = await someone.post(`/api/articles/${theirs.id}/evidence`, {
      kind: 'link',
      title: 'x',
      url,
    });
    if (added.status === 422) {
      // Evidence does not take it for an address in the first place.
      refusal(added, 'INVALID');
      return;
    }
    refusal(await (await asker()).post(at(added.body), { version: 1 }), code as ProblemCode);
    expect(await guarded.db.prisma.snapshot.count()).toBe(0);
  });

  test('what robots keep out, what is not given, what leads inside, and what is too large or no text', async () => {
    const { origin } = await site('closed', {
      '/robots.txt': gives('User-agent: *\nDisallow: /closed', 'text/plain'),
      '/closed': gives(page('')),
      '/inside': leadsTo(`https://${PRIVATE}/`),
      '/plain': leadsTo('http://paper.example/'),
      '/around': leadsTo('/around'),
      '/large': gives(Buffer.alloc(100_001, 'a')),
      '/empty': gives(''),
      '/picture': gives('PNG', 'image/png'),
      '/script': gives(
        '<!doctype html><html><body><script>show()</script><div id="app"></div></body></html>',
      ),
      '/scan': gives(Buffer.from('%PDF-1.7 cut off'), 'application/pdf'),
      '/binary': gives(Buffer.from('a\0b'), 'text/plain'),
    });
    const rows: readonly (readonly [string, ProblemCode, string?])[] = [
      ['/closed', 'FETCH_ROBOTS'],
      ['/gone', 'FETCH_NO_PAGE', 'it answered 404'],
      ['/inside', 'ADDRESS_PRIVATE', `https://${PRIVATE}/`],
      ['/plain', 'ADDRESS_NOT_HTTPS', 'http://paper.example/'],
      ['/around', 'FETCH_REDIRECTS'],
      ['/large', 'FETCH_TOO_LARGE'],
      ['/empty', 'EMPTY_FILE'],
      ['/picture', 'FETCH_TYPE', 'image/png'],
      ['/script', 'FETCH_NO_TEXT'],
      ['/scan', 'FILE_BROKEN', 'it is no PDF, or is damaged'],
      ['/binary', 'NOT_TEXT'],
    ];
    for (const [path, code, message] of rows) {
      const evidence = await linkTo(`${origin}${path}`);
      const { issues } = refusal(await ask(editor, evidence), code);
      expect(issues).toEqual(message === undefined ? undefined : [{ path: 'url', message }]);
      expect(await kept(evidence)).toBe(0);
    }
  });

  test('a name that leads inside, also beside an address outside', async () => {
    const inside = await web.host('inside.web.test', gives(page('')), PRIVATE);
    refusal(await ask(editor, await linkTo(inside.origin)), 'ADDRESS_PRIVATE');
    refusal(await ask(editor, await linkTo('https://unheard-of.web.test/')), 'NAME_UNKNOWN');
    expect(inside.connections()).toBe(0);
  });

  test('what is no link, is withdrawn, or is not for whoever asks, before any host is asked', async () => {
    const { origin, connections } = await site('unasked', {});
    const link = await linkTo(origin);
    refusal(await ask(viewer, link), 'NEEDS_EDITOR');
    const talk = await addEvidence(editor, story, { kind: 'interview', url: null });
    refusal(await ask(editor, talk), 'INVALID');
    await editor.delete(`/api/evidence/${link.id}?version=1`).expect(200);
    refusal(await ask(editor, link, 2), 'WITHDRAWN');
    const hidden = await createStory(editor, { access: 'restricted' });
    refusal(await ask(reviewer, await linkTo(origin, hidden)), 'NOT_FOUND');
    expect(connections()).toBe(0);
  });

  test('more pages than one person is let ask for, those of stories among them', async () => {
    const busy = await desk.person('editor');
    const evidence = await linkTo('https://unheard-of.web.test/');
    for (let nth = 0; nth < 59; nth += 1)
      refusal(await busy.post('/api/articles/fetch', { url: 'nowhere' }), 'ADDRESS_INVALID');
    refusal(await ask(busy, evidence), 'NAME_UNKNOWN');
    expect(refusal(await ask(busy, evidence), 'TOO_OFTEN').retryAfter).toBeGreaterThan(0);
  });
});

describe('where it is switched off', () => {
  const closed = useDesk();

  test('nobody may, and what is pasted is kept', async () => {
    const host = await web.host('off.web.test', gives(page('')));
    const someone = await closed.person('editor');
    const evidence = await addEvidence(someone, await createStory(someone), { url: host.origin });
    refusal(await ask(someone, evidence), 'FETCH_OFF');
    expect(host.connections()).toBe(0);
    const pasted = await someone.put(at(evidence), { version: 1, text: 'The office said no.' });
    expect(pasted.body.snapshot).toMatchObject({ how: 'pasted', fetchedFrom: null });
  });
});
