/**
 * Every endpoint with generated requests: nothing fails that was not foreseen, and what is refused changes nothing.
 *
 * `npm run faults -- --only fuzz` asks 10,000 times, some at a time. `FUZZ_CASES` says how many are asked here, and
 * `FUZZ_SEED` repeats a run with as many.
 */
import type { IncomingMessage } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type supertest from 'supertest';
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, test } from 'vitest';
import { ENDPOINTS } from '../../server/contract/api.ts';
import type { Endpoint } from '../../server/contract/endpoint.ts';
import { FollowArticle } from '../../server/contract/live.ts';
import { CreateToken, Scope } from '../../server/contract/tokens.ts';
import { fitting, spoiled, WILD, wild } from '../support/arbitrary.ts';
import { addEvidence, cite, comment } from '../support/attached.ts';
import { CASUALTY, createStory, mark, review, verify } from '../support/claims.ts';
import { answer } from '../support/contract.ts';
import { type Requests, useDesk } from '../support/desk.ts';
import { attach } from '../support/files.ts';
import { holdings } from '../support/held.ts';
import { untilCaughtUp } from '../support/live.ts';
import { ferryExtractor } from '../support/suggestions.ts';
import { ASKS } from '../support/who-asks.ts';
import { type Scene, type Staff, sceneOf, statesOf, thingOf } from '../support/who-scene.ts';
import type { Whose } from '../support/who-table.ts';

const CASES = Number(process.env['FUZZ_CASES'] ?? 500);
const SEED = Number(process.env['FUZZ_SEED'] ?? 721_758_699);

const desk = useDesk({ setupToken: 'the one-time token', extractor: ferryExtractor });
const actors: Requests[] = [];
/** The first so many of them may do something: the editor twice, a reviewer, an admin. */
const WELL_MEANING = 4;
let staff: Staff;
/** Of whatever there is, and of somebody who plays no part. */
let ids: string[] = [];
/** Those that an endpoint's path names, by how it calls them. */
const named = new Map<string, string[]>();

beforeAll(async () => {
  const editor = await desk.person('editor');
  const [viewer, reviewer, admin, colleague, second] = [
    await desk.person('viewer'),
    await desk.person('reviewer'),
    await desk.person('admin'),
    await desk.person('editor'),
    await desk.person('reviewer'),
  ];
  const made = { name: 'fuzz', scopes: Scope.options };
  const { secret } = answer(CreateToken, await editor.post('/api/tokens', made));
  actors.push(editor, editor, reviewer, admin, viewer, desk.stranger, desk.program(secret ?? ''));
  const found: string[] = [(await desk.person('viewer')).id];
  for (const access of ['newsroom', 'restricted']) {
    const story = await createStory(editor, { access });
    const claim = await mark(editor, story, '120 passengers');
    const toll = await mark(editor, story, 'At least 41 people died', CASUALTY);
    const evidence = await addEvidence(editor, story, {});
    const citation = await cite(editor, claim, { evidenceId: evidence.id });
    const said = await comment(editor, claim, 'Who counted?');
    if (access === 'newsroom') await review(reviewer, await verify(editor, toll));
    const file = await attach(editor, story, Buffer.from('It rained for a day.'));
    const source = (await editor.post('/api/sources', { name: `Office ${uuidv7()}`, kind: 'organisation' }))
      .body;
    const things = { articleId: story, claimId: claim, evidenceId: evidence, citationId: citation };
    for (const [name, { id }] of Object.entries({
      ...things,
      commentId: said,
      fileId: file,
      sourceId: source,
    }))
      named.set(name, [...(named.get(name) ?? []), id]);
    found.push(...[story, claim, toll, evidence, citation, said, file, source].map(({ id }) => id));
  }
  const list = { name: 'wire', files: [{ path: 'a.txt', size: 8 }] };
  const hook = { url: 'https://cms.example/hooks', types: ['story.created'] };
  found.push((await editor.post('/api/imports', list)).body.id);
  found.push((await admin.post('/api/webhooks', hook)).body.webhook.id);
  ids = found;
  staff = { desk, colleague, second, admin };
  for (const whose of ['-', 'own', 'another’s', 'named on it'] as const) {
    const owner = whose === 'own' ? editor : colleague;
    scenes.set(whose, await sceneOf({ ...staff, whose, owner, asker: editor }));
  }
});

const ASKED = [...ENDPOINTS];
/** They end what the others ask with: each is asked by somebody who came for it. */
const ENDING: ReadonlySet<string> = new Set([
  'SignOut',
  'ChangePassword',
  'SignIn',
  'AcceptInvitation',
  'SetUp',
]);

/**
 * What looks for claims in a text that nobody has asked about yet, as whoever reads the story does: what was found is
 * kept, also where the request itself is refused. So they are read first.
 */
const LOOKING: ReadonlySet<string> = new Set(['GiveSignOff']);

const TYPES = [
  ...[
    'application/json',
    'application/json; charset=utf-16',
    'application/json; charset=latin1',
    'text/plain',
  ],
  ...[
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/octet-stream',
    'application/zip',
  ],
  ...['application/xml', '', 'x', 'application/json;;;='],
];
const HEADERS: readonly Readonly<Record<string, string>>[] = [
  ...[{ 'Idempotency-Key': '' }, { 'Idempotency-Key': 'k'.repeat(201) }, { 'Idempotency-Key': 'once' }],
  ...[{ 'Content-Encoding': 'gzip' }, { 'Content-Encoding': 'br' }, { 'Content-Encoding': 'x' }],
  ...[{ Accept: 'application/ld+json' }, { Accept: '*/*;q=x' }, { Accept: ',' }, { 'Accept-Language': '*' }],
  ...[{ Authorization: 'Bearer x' }, { Authorization: 'Bearer' }, { Authorization: 'Basic Og==' }],
  ...[
    { Origin: 'null' },
    { Origin: 'https://evil.example' },
    { Cookie: 'claimdesk=s%3Ax.y' },
    { Cookie: '=;=' },
  ],
  ...[
    { Range: 'bytes=9-1' },
    { 'If-Modified-Since': 'x' },
    { 'Last-Event-ID': '-1' },
    { 'If-None-Match': '*' },
    { 'X-Forwarded-For': '::1,x' },
  ],
];
/** Bodies that no value is written as. */
const TEXTS: readonly string[] = [
  ...['', '{', '[', '"', '{"a":1}x', '\0', '\ufeff{}', 'nul', '{"__proto__":{"x":1}}', '{"id":"\\ud800"}'],
  ...['{"a":1,"a":2}', '1e999', `${'['.repeat(9000)}${']'.repeat(9000)}`, '{"a":'.repeat(9000)],
  `${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`,
];

interface Asked {
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly actor: number;
  readonly path: string;
  readonly body: string | null;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly once: boolean;
}

const encoded = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return encodeURIComponent((text ?? '').toWellFormed().slice(0, 2000));
};

/** One request to an endpoint: fitting, with one place spoiled, or wild. */
function requests(name: string, endpoint: Endpoint): fc.Arbitrary<Asked> {
  /** @param times in ten */
  const spoilt = (own: fc.Arbitrary<unknown>, times: number) =>
    fc
      .tuple(own, fc.nat(9), fc.nat(1000), wild)
      .map(([value, turn, at, what]) => (turn < times ? spoiled(value, at, what) : value));
  const parts = endpoint.path.split('/').map((part) =>
    part.startsWith(':')
      ? fc.oneof(
          { weight: 16, arbitrary: fc.constantFrom(...(named.get(part.slice(1)) ?? ids)) },
          { weight: 1, arbitrary: fc.constantFrom(...ids) },
          { weight: 1, arbitrary: fc.constantFrom('1', '2') },
          { weight: 1, arbitrary: wild.map((value) => encoded(value).slice(0, 300) || '%20') },
          {
            weight: 1,
            arbitrary: fc.constantFrom('%00', '%ff', '%', '..', '%2e%2e%2f', '1e9', '-0', uuidv7()),
          },
        )
      : fc.constant(part),
  );
  const query = spoilt(fitting(endpoint.query, ids), 1).map((value) =>
    typeof value !== 'object' || value === null
      ? encoded(value)
      : Object.entries(value)
          .map(([key, own]) => `${encoded(key)}=${encoded(own)}`)
          .join('&'),
  );
  const body = fc.oneof(
    {
      weight: 12,
      arbitrary: spoilt(fitting(endpoint.body, ids), 4).map((value) => JSON.stringify(value) ?? ''),
    },
    { weight: 2, arbitrary: wild.map((value) => JSON.stringify(value) ?? '') },
    { weight: 1, arbitrary: fc.constantFrom(...TEXTS) },
  );
  const type = fc.oneof(
    { weight: 9, arbitrary: fc.constant(endpoint.takes) },
    { weight: 1, arbitrary: fc.constantFrom(...TYPES, ...endpoint.orFile) },
  );
  return fc.record({
    ...{ name: fc.constant(name), endpoint: fc.constant(endpoint), actor: fc.nat(actors.length - 1) },
    once: fc.constant(ENDING.has(name)),
    path: fc
      .tuple(fc.tuple(...parts), query)
      .map(([path, asked]) => path.join('/') + (asked === '' ? '' : `?${asked}`)),
    ...{ body: endpoint.method === 'get' ? fc.constant(null) : body, type },
    headers: fc.oneof(
      { weight: 5, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: fc.constantFrom(...HEADERS) },
    ),
  });
}

function send({ endpoint, path, body, type, headers }: Asked, as: Requests): supertest.Test {
  const request = as[endpoint.method](path);
  request.buffer(true);
  if (endpoint === FollowArticle) request.parse(streamOrRefusal);
  if (body !== null)
    request
      .set('Content-Type', type)
      .serialize((own) => own)
      .send(body);
  return request.set(headers);
}

/** A stream goes on without end where it is told, and is a refusal like others where not. */
function streamOrRefusal(
  response: supertest.Response,
  done: (error: Error | null, body: unknown) => void,
): void {
  const stream = response as unknown as IncomingMessage;
  if (stream.statusCode === 200) {
    untilCaughtUp(stream, done);
    return;
  }
  let text = '';
  stream.on('data', (piece: Buffer) => {
    text += piece.toString();
  });
  stream.on('end', () => done(null, text === '' ? {} : JSON.parse(text)));
}

/** Of a colleague's, open to the newsroom, and of the editor's own: what requests that are meant well are about. */
const scenes = new Map<Whose, Scene>();
const held = holdings(desk);

/** How a request that is meant well goes wrong, if it does. */
interface Slip {
  readonly at: number;
  readonly what: unknown;
}
interface Meant {
  readonly ask: string;
  readonly whose: number;
  readonly actor: number;
  readonly slip: Slip | null;
}

/** A request such as the table of who may what has, with what is there and in its present version. */
const meant: fc.Arbitrary<Meant> = fc.record({
  ask: fc.constantFrom(...Object.keys(ASKS)),
  whose: fc.nat(100),
  actor: fc.nat(WELL_MEANING - 1),
  slip: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.record({ at: fc.nat(1000), what: wild }) },
  ),
});

async function asked({ ask, whose, actor, slip }: Meant): Promise<Asked | null> {
  const row = ASKS[ask];
  const [name = ''] = ask.split('#');
  const endpoint = ENDPOINTS.get(name);
  if (row === undefined || endpoint === undefined) throw new Error(`${ask} is never asked`);
  const states = statesOf(row.of).filter((state) => scenes.has(state));
  const scene = scenes.get(states[whose % Math.max(states.length, 1)] ?? '-');
  if (scene === undefined) return null;
  const thing = scene.kept.get(row.of) ?? (await thingOf(scene, row.of));
  scene.kept.set(row.of, thing);
  const body = await row.body?.(thing, scene);
  if (endpoint.method !== 'get') scene.kept.delete(row.of);
  const path = endpoint.path.replace(/:(\w+)/g, (_all, param: string) => thing.ids[param] ?? '1');
  const bytes = Buffer.isBuffer(body) ? body.toString() : null;
  const sent =
    bytes ?? JSON.stringify(slip === null ? (body ?? {}) : spoiled(body ?? {}, slip.at, slip.what));
  return {
    ...{ name, endpoint, actor, path: path + (row.query?.(thing) ?? ''), headers: {} },
    body: endpoint.method === 'get' ? null : (sent ?? ''),
    type: bytes === null ? 'application/json' : 'application/octet-stream',
    once: row.once === true,
  };
}

test(`${CASES} requests, seed ${SEED}: none fails, and what is refused changes nothing`, {
  timeout: 60_000 + CASES * 400,
}, async () => {
  // As many are meant well, and get as far as the rules, as are generated from the schemas, and test how they are read.
  const all = fc.oneof(
    { weight: 1, arbitrary: fc.oneof(...ASKED.map(([name, endpoint]) => requests(name, endpoint))) },
    { weight: 1, arbitrary: meant },
  );
  const statuses = new Map<string, number>();
  const found: string[] = [];
  let before: unknown = null;
  for (const given of fc.sample(all, { numRuns: CASES, seed: SEED })) {
    const made = 'ask' in given ? await asked(given) : given;
    if (made === null) continue;
    const as = made.once ? await desk.person('viewer') : (actors[made.actor] ?? desk.stranger);
    if ('ask' in given || made.once) before = null;
    if (LOOKING.has(made.name)) {
      await as.get(made.path.replace(/\?.*$/s, '')).catch(() => undefined);
      before = null;
    }
    before ??= await held();
    const { name, path, actor, body, type, headers } = made;
    const told = JSON.stringify({ name, path, actor, body: body?.slice(0, 1000) ?? null, type, headers });
    const response = await send(made, as).catch((error: unknown) => error);
    if (
      response instanceof Error ||
      typeof response !== 'object' ||
      response === null ||
      !('status' in response)
    ) {
      found.push(`${told}: ${String(response)}`);
      before = null;
      continue;
    }
    const status = Number(response.status);
    if (status >= 500) found.push(`${told}: ${status}`);
    const kind = status < 300 ? '2xx' : String(status);
    statuses.set(kind, (statuses.get(kind) ?? 0) + 1);
    const after = status < 400 ? null : await held();
    if (after !== null && !isDeepStrictEqual(after, before))
      found.push(`${told}: ${status}, and something changed`);
    before = after;
  }
  expect(found, `FUZZ_SEED=${SEED}`).toEqual([]);
  const share = (statuses.get('2xx') ?? 0) / CASES;
  expect(share, JSON.stringify(Object.fromEntries(statuses))).toBeGreaterThan(0.15);
  expect(desk.logged.filter((line) => line.includes('request failed'))).toEqual([]);
  console.log(`${CASES} requests, seed ${SEED}:`, Object.fromEntries(statuses));
});

test('wild values are what they are said to be', () => {
  expect(WILD).toContain('\ud800');
  expect(WILD).toContain('a\0b');
});

test('who has something already, whatever it is, is told that it is there', async () => {
  await desk.stranger.get('/api/health').set('If-None-Match', '*').expect(304);
  await desk.stranger.get('/api/articles').set('If-None-Match', '*').expect(401);
});
