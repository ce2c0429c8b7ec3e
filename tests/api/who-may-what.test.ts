/**
 * Who may what, asked for real: each cell of the table is a request, by everyone, about their own and others' things.
 *
 * What is refused changed nothing, by the rows of every table of the database.
 */
import type supertest from 'supertest';
import { beforeAll, describe, expect, test } from 'vitest';
import { ENDPOINTS } from '../../server/contract/api.ts';
import type { Endpoint } from '../../server/contract/endpoint.ts';
import type { Role } from '../../server/contract/people.ts';
import { PROBLEMS } from '../../server/contract/problem.ts';
import { CreateToken, Scope, scopeOf } from '../../server/contract/tokens.ts';
import { REFUSALS, WHO_MAY_WHAT } from '../cases/who-may-what.ts';
import { answer } from '../support/contract.ts';
import { type Person, type Requests, useDesk } from '../support/desk.ts';
import { holdings } from '../support/held.ts';
import { firstOfStream } from '../support/live.ts';
import { ferryExtractor } from '../support/suggestions.ts';
import { ASKS, type Ask } from '../support/who-asks.ts';
import { OWN, type Scene, type Staff, sceneOf, statesOf, type Thing, thingOf } from '../support/who-scene.ts';
import { COLUMNS, type Column, ROLES, rowsOf, type Whose } from '../support/who-table.ts';

const desk = useDesk({
  setupToken: 'the set-up token',
  extractor: ferryExtractor,
  fetchPage: async (url) => ({
    ok: true,
    bytes: Buffer.from('It rained for a day.'),
    contentType: 'text/plain',
    url,
  }),
});
const held = holdings(desk);

let staff: Staff;
const askers = new Map<Role, Person>();
/** Of the admin among the askers, by the scope that it lacks. */
const programs = new Map<Scope | null, Requests>();

beforeAll(async () => {
  const [colleague, second] = [await desk.person('reviewer'), await desk.person('reviewer')];
  staff = { desk, colleague, second, admin: await desk.person('admin') };
  for (const role of ROLES) askers.set(role, await desk.person(role));
  for (const lacks of [null, ...Scope.options]) {
    const scopes = Scope.options.filter((scope) => scope !== lacks);
    const made = await asker('admin').post('/api/tokens', { name: `all but ${lacks}`, scopes });
    programs.set(lacks, desk.program(answer(CreateToken, made).secret ?? ''));
  }
});

function asker(role: Role): Person {
  const found = askers.get(role);
  if (found === undefined) throw new Error(`nobody is ${role}`);
  return found;
}

/**
 * Things are made by those whose they are: whoever asks as a viewer was an editor once. They have their own role again
 * before anything is asked.
 */
async function asReviewers<T>(make: () => Promise<T>): Promise<T> {
  const ids = [...askers.values()].map(({ id }) => id);
  const roles = [...askers.values()].map(({ role }) => role);
  const give = (as: readonly string[]) =>
    desk.db.pool.query(
      'UPDATE users SET role = r::"Role" FROM unnest($1::uuid[], $2::text[]) AS given (i, r) WHERE id = i',
      [ids, as],
    );
  await give(ids.map(() => 'reviewer'));
  const made = await make();
  await give(roles);
  return made;
}

/** Those about whose things nobody minds who asks share one. */
const scenes = new Map<string, Promise<Scene>>();
async function sceneFor(role: Role, whose: Whose): Promise<Scene> {
  const owner = OWN.has(whose) ? asker(role) : staff.colleague;
  const key = `${whose} ${OWN.has(whose) || whose.includes('named') ? role : ''}`;
  const made = scenes.get(key) ?? sceneOf({ ...staff, whose, owner, asker: asker(role) });
  scenes.set(key, made);
  return { ...(await made), asker: asker(role) };
}

interface Prepared {
  readonly whose: Whose;
  readonly column: Column;
  readonly expected: string;
  readonly as: Requests;
  readonly thing: Thing;
  readonly body: object | undefined;
}

/** What a cell asks about: something of its own where it will be changed, and what others are asked about where not. */
async function prepare(name: string, whose: Whose, column: Column, expected: string): Promise<Prepared> {
  const { row, endpoint } = named(name);
  const role = column === 'nobody' || column === 'program' ? 'admin' : column;
  const scene = await sceneFor(role, whose);
  const changes = expected === 'yes' && endpoint.method !== 'get';
  const kept = changes ? undefined : scene.kept.get(row.of);
  const thing = kept ?? (await thingOf(scene, row.of));
  if (!changes) scene.kept.set(row.of, thing);
  const as = await whoAsks(column, row.once === true, endpoint);
  return { whose, column, expected, as, thing, body: await row.body?.(thing, scene) };
}

function named(name: string): { row: Ask; endpoint: Endpoint } {
  const row = ASKS[name];
  const endpoint = ENDPOINTS.get(name.split('#')[0] ?? '');
  if (row === undefined || endpoint === undefined) throw new Error(`${name} is never asked`);
  return { row, endpoint };
}

async function send(name: string, { as, expected, thing, body }: Prepared): Promise<supertest.Response> {
  const { row, endpoint } = named(name);
  const address = endpoint.path.replace(/:(\w+)/g, (_all, param: string) => {
    const id = thing.ids[param];
    if (id === undefined) throw new Error(`${name} names no ${param}`);
    return id;
  });
  const path = address + (row.query?.(thing) ?? '');
  // Only what is told goes on without end.
  if (name === 'FollowArticle' && expected === 'yes') return firstOfStream(as.get(path));
  if (endpoint.method === 'get') return as.get(path);
  const request = as[endpoint.method](path, Buffer.isBuffer(body) ? undefined : body);
  if (!Buffer.isBuffer(body)) return request;
  return request
    .set('Content-Type', 'application/octet-stream')
    .serialize((own) => own)
    .send(body);
}

function whoAsks(column: Column, anew: boolean, endpoint: Endpoint): Requests | Promise<Requests> {
  if (column === 'nobody') return desk.newcomer();
  if (column === 'program') return programs.get(scopeOf(endpoint)) ?? desk.stranger;
  return anew ? desk.person(column) : asker(column);
}

const toldBy = ({ status, body }: supertest.Response): string =>
  status < 300 ? 'yes' : `${status} ${body.code}`;
const inTable = (expected: string): string =>
  expected === 'yes' ? expected : `${REFUSALS[expected]?.[0]} ${expected}`;

const RULES = WHO_MAY_WHAT.flatMap(({ asks, table }) => asks.map((name) => [name, rowsOf(table)] as const));

test('the table names every endpoint of the contract once, and every state of what it is about', () => {
  const names = RULES.map(([name]) => name);
  expect(names.toSorted()).toEqual([...new Set(names)].sort());
  expect([...new Set(names.map((name) => name.split('#')[0]))].sort()).toEqual([...ENDPOINTS.keys()].sort());
  for (const [name, rows] of RULES) expect([...rows.keys()], name).toEqual([...statesOf(named(name).row.of)]);
});

test('a refusal has the status that the contract gives it', () => {
  const codes = RULES.flatMap(([, rows]) => [...rows.values()].flatMap((cells) => [...cells.values()]));
  expect([...new Set(codes)].filter((code) => code !== 'yes').sort()).toEqual(Object.keys(REFUSALS).sort());
  const statuses: Readonly<Record<string, readonly [number, string]>> = PROBLEMS;
  for (const [code, [status]] of Object.entries(REFUSALS)) expect(statuses[code]?.[0], code).toBe(status);
});

describe('each is answered as the table says', () => {
  test.each(RULES)('%s', async (name, rows) => {
    const prepared = await asReviewers(async () => {
      const all: Prepared[] = [];
      for (const [whose, cells] of rows)
        for (const column of COLUMNS) all.push(await prepare(name, whose, column, cells.get(column) ?? ''));
      return all;
    });
    const askAll = async (some: readonly Prepared[]) => {
      const told: string[] = [];
      for (const one of some) told.push(`${one.whose}, ${one.column}: ${toldBy(await send(name, one))}`);
      expect(told).toEqual(
        some.map(({ whose, column, expected }) => `${whose}, ${column}: ${inTable(expected)}`),
      );
    };
    const before = await held();
    await askAll(prepared.filter(({ expected }) => expected !== 'yes'));
    expect(await held(), 'refused, and something changed').toEqual(before);
    await askAll(prepared.filter(({ expected }) => expected === 'yes'));
  });
});
