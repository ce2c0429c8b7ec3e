import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Claim,
  EditClaim,
  GetClaim,
  ListArticleClaims,
  ListClaims,
} from '../../server/contract/claims.ts';
import { CASUALTY, createStory, mark, review, STORY, type Story, spanOf, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';

const desk = useDesk();
let editor: Person;
let other: Person;
let reviewer: Person;
let story: Story;
/** One claim in each status but orphaned, and of each kind, in the order of the text. */
let claims: Record<Exclude<Claim['status'], 'orphaned'>, Claim>;
let harbour: string;
let radio: string;

const patch = async (claim: Claim, body: object) =>
  answer(EditClaim, await editor.patch(`/api/claims/${claim.id}`, { version: claim.version, ...body }));
const get = async (claim: Claim) => answer(GetClaim, await editor.get(`/api/claims/${claim.id}`));
const list = async (query = '', as: Person = editor) =>
  answer(ListClaims, await as.get(`/api/claims${query}`));
const idsOf = async (query: string, as: Person = editor) =>
  (await list(query, as)).items.map(({ id }) => id).sort();
const ids = (...of: Claim[]) => of.map(({ id }) => id).sort();

async function addSource(name: string): Promise<string> {
  const id = uuidv7();
  await desk.db.prisma.$executeRaw`
    INSERT INTO sources (id, name, kind, aliases, search, created_by_id, created_at)
    VALUES (${id}::uuid, ${name}, 'organisation', '{}', ${name}, ${editor.id}::uuid, now())`;
  return id;
}

beforeAll(async () => {
  editor = await desk.person('editor');
  other = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  story = await createStory(editor);
  harbour = await addSource('Lindholm harbour office');
  radio = await addSource('Coast Radio');

  desk.clock.now = new Date('2026-03-05T23:59:00.000Z');
  const unchecked = await mark(editor, story, 'Ferry sinks');
  desk.clock.now = new Date('2026-03-06T00:00:00.000Z');
  const said = 'At least 41 people died when a ferry sank off Lindholm on Tuesday';
  const attribution = await mark(editor, story, said, {
    kind: 'attribution',
    details: {
      source: spanOf(STORY, 'the harbour office'),
      cue: spanOf(STORY, 'said'),
      content: [spanOf(STORY, said)],
      mode: 'indirect',
      sourceId: harbour,
      via: [{ sourceId: radio, span: null }],
    },
  });
  const toll = await mark(editor, story, 'At least 41 people', CASUALTY);
  const linked = await patch(toll, { attributionIds: [attribution.id] });
  const children = await mark(editor, story, 'Nine children', CASUALTY);
  const name = await mark(editor, story, 'Ada Moor', {
    kind: 'source',
    details: { sourceId: harbour, titleAsPrinted: 'Dr' },
    summary: 'Is she the héad?',
  });
  const room = await mark(editor, story, '120 passengers');
  const gone = await mark(editor, story, 'Nobody knows');
  const expired = await verify(editor, room, { verdict: 'disputed' });
  claims = {
    unchecked,
    passed: await review(reviewer, await verify(editor, linked)),
    checking: await patch(attribution, { assigneeId: other.id }),
    checked: await verify(other, children, { verdict: 'inaccurate', correction: 'Eight children' }),
    returned: await review(reviewer, await verify(editor, name, { verdict: 'waived' }), {
      decision: 'returned',
      reasonCode: 'wrong_source',
      note: 'Another Moor.',
    }),
    expired: await patch(expired, { details: { about: 'quantity', value: '120' } }),
    withdrawn: answer(GetClaim, await editor.delete(`/api/claims/${gone.id}?version=1`)),
  };
});

describe('an article’s claims', () => {
  const path = () => `/api/articles/${story.id}/claims`;
  const claimsOf = async (query = '') => answer(ListArticleClaims, await editor.get(`${path()}${query}`));

  test('come whole, in every status and kind, in the order of the text, each as its own GET has it', async () => {
    const { items, head } = await claimsOf();
    for (const [status, claim] of Object.entries(claims)) expect(claim.status).toBe(status);
    const texts = Object.values(claims).sort(
      (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
    );
    expect(items).toEqual(await Promise.all(texts.map(get)));
    expect(new Set(items.map(({ kind }) => kind)).size).toBe(4);
    const { head: expected } = (await editor.get(`/api/articles/${story.id}`)).body;
    expect(head).toBe(expected);
  });

  test('are those of a kind or a status where asked', async () => {
    const of = async (query: string) => (await claimsOf(query)).items.map(({ id }) => id).sort();
    expect(await of('?kind=casualty_count')).toEqual(ids(claims.passed, claims.checked));
    expect(await of('?status=withdrawn')).toEqual(ids(claims.withdrawn));
    expect(await of('?status=passed&kind=source')).toEqual([]);
    refusal(await editor.get(`${path()}?status=lost`), 'INVALID');
    refusal(await editor.get(`${path()}?page=2`), 'INVALID');
    refusal(await desk.stranger.get(path()), 'NOT_SIGNED_IN');
    refusal(await editor.get(`/api/articles/${uuidv7()}/claims`), 'NOT_FOUND');
  });

  test('say to each person what they may do', async () => {
    const viewer = await desk.person('viewer');
    const canOf = async (who: Person) => {
      const { items } = answer(ListArticleClaims, await who.get(path()));
      return Object.fromEntries(items.map(({ status, can }) => [status, can]));
    };
    expect(Object.values(await canOf(viewer)).flat()).toEqual([]);
    const may = await canOf(reviewer);
    expect(may.passed).toContain('review');
    expect(may.withdrawn).toEqual(['restore']);
    expect(may.expired).not.toContain('review');
    expect((await canOf(other)).checked).not.toContain('review');
  });

  test('of a story without any are none', async () => {
    const bare = await createStory(editor);
    const body = answer(ListArticleClaims, await editor.get(`/api/articles/${bare.id}/claims`));
    expect(body).toEqual({ items: [], head: 1 });
  });
});

describe('claims over all stories', () => {
  test('newest first, withdrawn ones only where asked for, with their story', async () => {
    const { items, nextCursor } = await list();
    expect(nextCursor).toBeNull();
    expect(items).toHaveLength(6);
    const times = items.map(({ createdAt }) => createdAt);
    expect(times).toEqual([...times].sort().reverse());
    const { article, ...claim } = items.find(({ id }) => id === claims.passed.id) ?? { article: null };
    expect(article).toEqual({ id: story.id, title: story.title });
    expect(claim).toEqual(await get(claims.passed));
    expect(await idsOf('?status=withdrawn')).toEqual(ids(claims.withdrawn));
  });

  test.each<[string, () => Claim[]]>([
    ['kind=attribution', () => [claims.checking]],
    ['status=expired', () => [claims.expired]],
    ['verdict=accurate', () => [claims.passed]],
    ['verdict=disputed', () => []],
    ['verdict=disputed&status=expired', () => [claims.expired]],
    ['assignee=me', () => []],
    [
      'from=2026-03-06',
      () => [claims.checking, claims.passed, claims.checked, claims.returned, claims.expired],
    ],
    ['to=2026-03-05', () => [claims.unchecked]],
    ['from=2026-03-05&to=2026-03-05', () => [claims.unchecked]],
    ['to=0000-01-01', () => []],
    ['q=children', () => [claims.checked, claims.returned]],
    ['q=HEAD+she', () => [claims.returned]],
    ['q=%22nine+children%22', () => [claims.checked, claims.returned]],
    ['q=lindholm+-ferry', () => []],
    ['q=%F0%9F%9B%9F', () => []],
    ['q=+', () => Object.values(claims).filter(({ status }) => status !== 'withdrawn')],
    ['kind=casualty_count&status=checked&verdict=inaccurate&q=nine', () => [claims.checked]],
  ])('%s', async (query, expected) => {
    expect(await idsOf(`?${query}`)).toEqual(ids(...expected()));
  });

  test('by assignee', async () => {
    expect(await idsOf('?assignee=me', other)).toEqual(ids(claims.checking));
    expect(await idsOf(`?assignee=${other.id}`)).toEqual(ids(claims.checking));
  });

  test('by source: naming it, said by it, said through it', async () => {
    expect(await idsOf(`?sourceId=${harbour}`)).toEqual(ids(claims.checking, claims.passed, claims.returned));
    expect(await idsOf(`?sourceId=${radio}`)).toEqual(ids(claims.checking, claims.passed));
    expect(await idsOf(`?sourceId=${uuidv7()}`)).toEqual([]);
    const withdrawn = answer(
      GetClaim,
      await editor.delete(`/api/claims/${claims.checking.id}?version=${claims.checking.version}`),
    );
    expect(await idsOf(`?sourceId=${radio}`)).toEqual([]);
    await editor.post(`/api/claims/${withdrawn.id}/restore`).expect(200);
  });

  test('page by page, each claim once', async () => {
    const whole = (await list()).items;
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await list(`?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`);
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(whole.map(({ id }) => id));
  });

  test('page by page where all were marked at one moment', async () => {
    await desk.db.prisma.$executeRaw`UPDATE claims SET created_at = '2026-03-07T00:00:00Z'`;
    const first = await list('?limit=4');
    const rest = await list(`?limit=4&cursor=${first.nextCursor}`);
    const seen = [...first.items, ...rest.items].map(({ id }) => id);
    expect(seen).toHaveLength(6);
    expect(seen).toEqual([...new Set(seen)].sort().reverse());
  });

  test.each([
    'cursor=nonsense',
    `cursor=${Buffer.from('[]').toString('base64url')}`,
    `cursor=${Buffer.from(JSON.stringify([1e300, uuidv7()])).toString('base64url')}`,
    `cursor=${Buffer.from(JSON.stringify([0, "'; --"])).toString('base64url')}`,
    'limit=0',
    'limit=201',
    'status=all',
    'from=yesterday',
    'assignee=you',
    'q=%00',
    'sort=id',
  ])('refuses %s', async (query) => {
    refusal(await editor.get(`/api/claims?${query}`), 'INVALID');
  });

  test('refuses strangers', async () => {
    refusal(await desk.stranger.get('/api/claims'), 'NOT_SIGNED_IN');
  });
});

describe('a restricted story', () => {
  test('its claims are there for its people alone, whatever is asked', async () => {
    const closed = await createStory(editor, { access: 'restricted' });
    const claim = await verify(editor, await mark(editor, closed, 'Nine children', CASUALTY));
    const admin = await desk.person('admin');
    const path = `/api/claims/${claim.id}`;
    const { version } = claim;
    for (const who of [other, reviewer, admin]) {
      expect(await idsOf('', who)).not.toContain(claim.id);
      for (const query of [`articleId=${closed.id}`, 'q=children', 'kind=casualty_count', 'verdict=accurate'])
        expect(await idsOf(`?${query}`, who)).not.toContain(claim.id);
      const refused = [
        who.get(path),
        who.get(`${path}/history`),
        who.get(`/api/articles/${closed.id}/claims`),
        who.post(`/api/articles/${closed.id}/claims`, { revision: 1, kind: 'fact', span: claim.span }),
        who.post(`/api/articles/${closed.id}/claims/read`, { revision: 1, kind: 'fact', span: claim.span }),
        who.patch(path, { version, summary: 'x' }),
        who.delete(`${path}?version=${version}`),
        who.post(`${path}/restore`),
        who.put(`${path}/verdict`, { version, verdict: 'waived', reason: 'x' }),
        who.delete(`${path}/verdict?version=${version}`),
        who.put(`${path}/review`, { version, decision: 'passed' }),
        who.delete(`${path}/review?version=${version}`),
      ];
      for (const request of refused) refusal(await request, 'NOT_FOUND');
    }
    expect(answer(GetClaim, await editor.get(path))).toEqual(claim);
    expect(await idsOf(`?articleId=${closed.id}`)).toEqual([claim.id]);
    const members = { version: 1, memberIds: [editor.id, other.id] };
    await editor.put(`/api/articles/${closed.id}/members`, members).expect(200);
    expect(await idsOf(`?articleId=${closed.id}`, other)).toEqual([claim.id]);
  });

  test('its claims cannot be linked to from elsewhere', async () => {
    const closed = await createStory(editor, { access: 'restricted' });
    const hidden = await mark(editor, closed, 'Nine children', CASUALTY);
    const body = { version: claims.unchecked.version, sameFactAs: hidden.id };
    refusal(await other.patch(`/api/claims/${claims.unchecked.id}`, body), 'UNKNOWN_REFERENCE');
  });
});
