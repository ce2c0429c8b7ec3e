/** Restricted stories: for all but their people there are none. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { ENDPOINTS } from '../../server/contract/api.ts';
import {
  CreateArticle,
  GetArticle,
  ListArticles,
  PreviewArticle,
  SetMembers,
} from '../../server/contract/articles.ts';
import type { Endpoint } from '../../server/contract/endpoint.ts';
import { GetArticleHistory } from '../../server/contract/history.ts';
import { addEvidence, cite, comment } from '../support/attached.ts';
import { createStory, mark, STORY, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { exportJson } from '../support/exports.ts';
import { sendFile } from '../support/files.ts';
import { turned } from '../support/handed-out.ts';
import { ferryExtractor, suggested } from '../support/suggestions.ts';

const desk = useDesk({ extractor: ferryExtractor });
let editor: Person;
let other: Person;
let viewer: Person;
let admin: Person;

beforeAll(async () => {
  editor = await desk.person('editor');
  other = await desk.person('editor');
  viewer = await desk.person('viewer');
  admin = await desk.person('admin');
});

const TEXT = 'Bridge closes after quake\n\nAt least 12 people were hurt, the mayor said.';
const create = async (as: Person, body: object = {}) =>
  answer(CreateArticle, await as.post('/api/articles', { text: TEXT, ...body }));
const fetchArticle = async (as: Person, id: string) =>
  answer(GetArticle, await as.get(`/api/articles/${id}`));
const list = async (as: Person, query = '') => answer(ListArticles, await as.get(`/api/articles${query}`));

describe('a restricted story', () => {
  test('does not exist for others, admins included', async () => {
    const { id, title } = await create(editor, { title: `Leak ${uuidv7()}`, access: 'restricted' });
    for (const as of [other, viewer, admin]) {
      refusal(await as.get(`/api/articles/${id}`), 'NOT_FOUND');
      refusal(await as.patch(`/api/articles/${id}`, { version: 1, title: 'No' }), 'NOT_FOUND');
      refusal(await as.put(`/api/articles/${id}/members`, { version: 1, memberIds: [as.id] }), 'NOT_FOUND');
      refusal(await as.get(`/api/articles/${id}/revisions`), 'NOT_FOUND');
      refusal(await as.get(`/api/articles/${id}/revisions/1`), 'NOT_FOUND');
      expect((await list(as, `?q=${encodeURIComponent(title)}`)).items).toEqual([]);
    }
    expect((await list(editor, `?q=${encodeURIComponent(title)}`)).items.map((item) => item.id)).toEqual([
      id,
    ]);
  });

  test('its people are set by one of them, who stays among them', async () => {
    const { id } = await create(editor, { access: 'restricted', memberIds: [viewer.id] });
    expect((await fetchArticle(viewer, id)).memberIds.sort()).toEqual([editor.id, viewer.id].sort());
    const set = answer(
      SetMembers,
      await editor.put(`/api/articles/${id}/members`, { version: 1, memberIds: [other.id] }),
    );
    expect(set.memberIds.sort()).toEqual([editor.id, other.id].sort());
    refusal(await viewer.get(`/api/articles/${id}`), 'NOT_FOUND');
    refusal(await editor.put(`/api/articles/${id}/members`, { version: 1, memberIds: [] }), 'STALE_VERSION');
    refusal(
      await editor.put(`/api/articles/${id}/members`, { version: 2, memberIds: [uuidv7()] }),
      'UNKNOWN_REFERENCE',
    );
    expect((await fetchArticle(other, id)).version).toBe(2);
  });

  test('whoever closes a story to the newsroom stays among its people', async () => {
    const { id } = await create(editor);
    await other.patch(`/api/articles/${id}`, { version: 1, access: 'restricted' }).expect(200);
    expect((await fetchArticle(other, id)).memberIds).toEqual([other.id]);
    refusal(await editor.get(`/api/articles/${id}`), 'NOT_FOUND');
  });

  test('opened and closed again is its people’s again, and history says whose', async () => {
    const { id } = await create(editor, { access: 'restricted', memberIds: [viewer.id] });
    const members = [viewer.id, editor.id].sort();
    await editor.patch(`/api/articles/${id}`, { version: 1, access: 'newsroom' }).expect(200);
    await other.patch(`/api/articles/${id}`, { version: 2, access: 'restricted' }).expect(200);
    const all = [...members, other.id].sort();
    expect((await fetchArticle(viewer, id)).memberIds).toEqual(all);
    const { items } = answer(GetArticleHistory, await editor.get(`/api/articles/${id}/history?after=2`));
    expect(items.map(({ data }) => data)).toEqual([
      {
        before: { access: 'newsroom', memberIds: members },
        after: { access: 'restricted', memberIds: all },
      },
    ]);
  });
});

describe('everything of a restricted story', () => {
  /** Ids by the name of the parameter that takes them. */
  let hidden: Record<string, string>;
  /** Body, and query, that each would take, if the story were there. */
  const version = 1;
  const span = { start: 0, end: 5, quote: 'Ferry' };
  const BODIES: Readonly<Record<string, object>> = {
    EditArticle: { version, title: 'x' },
    SetMembers: { version, memberIds: [] },
    PreviewCorrections: { revision: 1 },
    ReviseArticle: { baseRevision: 1, text: 'x' },
    CreateClaim: { revision: 1, kind: 'fact', span },
    ReadWords: { revision: 1, kind: 'fact', span },
    EditClaim: { version, summary: 'x' },
    ConfirmVerdict: { version },
    GiveVerdict: { version, verdict: 'accurate', reason: 'x' },
    GiveReview: { version, decision: 'passed' },
    CreateEvidence: { kind: 'document', title: 'x' },
    EditEvidence: { version, title: 'x' },
    CreateCitation: { stance: 'supports', evidence: { kind: 'document', title: 'x' } },
    EditCitation: { version, locator: 'p. 1' },
    CreateComment: { body: 'x' },
    EditComment: { version, body: 'x' },
    TakeSnapshot: { version, text: 'x' },
    FetchSnapshot: { version },
    DismissFlag: { reason: 'x' },
    ErasePayload: { reason: 'x' },
    EraseElsewhere: { reason: 'x' },
    Erase: { version, reason: 'x' },
    UntellDesk: {},
    PutPresence: { page: uuidv7(), claimId: null, doing: 'reading' },
    GiveSignOff: { revision: 1, sha256: '0'.repeat(64), head: 1 },
    EndSignOff: { reason: 'x' },
    AcceptSuggestions: { revision: 1, items: [{ suggestionId: uuidv7(), id: uuidv7() }] },
  };
  /** What else an address names. */
  const REST: Readonly<Record<string, string>> = { kind: 'comment' };
  const OF_A_STORY = [
    'articleId',
    'claimId',
    'evidenceId',
    'citationId',
    'commentId',
    'suggestionId',
    'verdictId',
    'itemId',
  ];
  const ofStories = [...ENDPOINTS].filter(([, { path }]) =>
    OF_A_STORY.some((name) => path.includes(`:${name}`)),
  );

  beforeAll(async () => {
    const story = await createStory(editor, { access: 'restricted' });
    const claim = await verify(editor, await mark(editor, story, '120 passengers'));
    const evidence = await addEvidence(editor, story);
    const citation = await cite(editor, claim, { evidenceId: evidence.id });
    const said = await comment(editor, claim, 'Who counted?');
    hidden = {
      articleId: story.id,
      claimId: claim.id,
      evidenceId: evidence.id,
      citationId: citation.id,
      commentId: said.id,
      itemId: said.id,
      suggestionId: (await suggested(editor, story, 'moor')).id,
      verdictId: (await turned(editor, story, 'Nobody knows')).entry.verdictId,
    };
  });

  const ask = (
    as: Person,
    name: string,
    { method, path }: Endpoint,
    ids: Readonly<Record<string, string>>,
  ) => {
    const address = path.replace(/:(\w+)/g, (_all, param: string) => ids[param] ?? REST[param] ?? '1');
    if (method === 'get') return as.get(address);
    if (name === 'AttachFile') return sendFile(as, { id: ids['articleId'] ?? '' }, Buffer.from('x'));
    if (method === 'delete' && BODIES[name] === undefined) return as.delete(`${address}?version=1`);
    return as[method](address, BODIES[name]);
  };

  test.each(ofStories)('is answered as what is not there: %s', async (name, endpoint) => {
    const absent = Object.fromEntries(OF_A_STORY.map((param) => [param, uuidv7()]));
    const before = (await fetchArticle(editor, hidden['articleId'] ?? '')).head;
    for (const who of [other, admin]) {
      const there = await ask(who, name, endpoint, hidden);
      const nowhere = await ask(who, name, endpoint, absent);
      refusal(there, 'NOT_FOUND');
      expect(there.body).toEqual(nowhere.body);
    }
    expect((await fetchArticle(editor, hidden['articleId'] ?? '')).head).toBe(before);
  });

  test('is in no list, count, export or comparison of texts', async () => {
    const all = JSON.stringify([
      (await other.get('/api/articles?limit=200')).body,
      (await other.get('/api/articles?mine=true')).body,
      (await other.get('/api/claims?limit=200')).body,
      (await other.get('/api/claims?q=passengers')).body,
      (await other.get('/api/review?limit=200')).body,
      (await other.get('/api/agreement?limit=200')).body,
      (await other.get('/api/radar')).body,
      (await other.get(`/api/claims/${(await turned(other, await createStory(other))).claim.id}/reach`)).body,
      await exportJson(other, '&status=all'),
      (await other.get('/api/exports/corrections?format=txt')).text,
      answer(PreviewArticle, await other.post('/api/articles/preview', { text: STORY })).sameAs,
    ]);
    for (const id of Object.values(hidden)) expect(all).not.toContain(id);
    const mine = JSON.stringify([
      (await editor.get('/api/articles?limit=200')).body,
      (await editor.get('/api/radar')).body,
      await exportJson(editor, '&status=all'),
      answer(PreviewArticle, await editor.post('/api/articles/preview', { text: STORY })).sameAs,
    ]);
    expect(mine.split(hidden['articleId'] ?? '').length).toBeGreaterThan(3);
  });

  test('is not told by the repeat of a write to whoever may no longer see it', async () => {
    const story = await createStory(editor, { access: 'restricted', memberIds: [other.id] });
    const claim = await mark(editor, story, '120 passengers');
    const writes = [
      () => other.post(`/api/articles/${story.id}/claims`, { revision: 1, kind: 'fact', span }),
      () => other.patch(`/api/claims/${claim.id}`, { version: 1, summary: 'Room' }),
      () => other.post(`/api/articles/${story.id}/evidence`, { kind: 'document', title: 'Register' }),
      () => other.post(`/api/claims/${claim.id}/comments`, { body: 'Who counted?' }),
    ];
    const send = (at: number) => writes[at]?.().set('Idempotency-Key', `restricted-${at}`);
    for (const at of writes.keys()) expect((await send(at))?.status).toBeLessThan(300);
    const members = { version: 1, memberIds: [] };
    answer(SetMembers, await editor.put(`/api/articles/${story.id}/members`, members));
    for (const at of writes.keys()) expect((await send(at))?.body.code).toBe('NOT_FOUND');
  });
});
