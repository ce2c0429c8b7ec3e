/**
 * Who a confidential source is, is found nowhere but in the answer that tells it to a person named on it.
 *
 * Entries are first open and named in stories, so that everything that ever stores a name has stored it; then they are
 * made confidential. After that every path of the API is asked by everyone, every table is dumped, every log line read.
 */
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import type supertest from 'supertest';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { ENDPOINTS } from '../../server/contract/api.ts';
import type { Endpoint } from '../../server/contract/endpoint.ts';
import { ExportFormat, ProofFormat, StoryFormat } from '../../server/contract/formats.ts';
import { DEFAULT_SETTINGS } from '../../server/contract/notifications.ts';
import { EditSource, GetSource, Identity, type Source } from '../../server/contract/sources.ts';
import { digestOf } from '../../server/database/chain.ts';
import { addEvidence, cite, claimNow, comment } from '../support/attached.ts';
import { auditOf } from '../support/audit.ts';
import {
  CASUALTY,
  createStory,
  mark,
  markBody,
  review,
  STORY,
  type Story,
  verify,
} from '../support/claims.ts';
import { answer } from '../support/contract.ts';
import { type Person, type Requests, useDesk } from '../support/desk.ts';
import { asBytes, exportIdOf } from '../support/exports.ts';
import { attach } from '../support/files.ts';
import { turned } from '../support/handed-out.ts';
import { untilCaughtUp } from '../support/live.ts';
import { newPerson } from '../support/people.ts';
import { dump, found, type Secret, secret } from '../support/secrets.ts';
import { addSource, attribute, keep, merge, name } from '../support/sources.ts';
import { inJson } from '../support/story-files.ts';
import { listSuggestions } from '../support/suggestions.ts';
import { addWebhook, deliverer, deliveriesOf, messageOf, receiver } from '../support/webhooks.ts';
import { unzip } from '../support/xlsx.ts';

const desk = useDesk();

/** What identifies one entry. */
const who = (entry: string) => ({
  name: secret(`${entry}'s name`),
  alias: secret(`${entry}'s alias`),
  affiliation: secret(`${entry}'s affiliation`),
  note: secret(`${entry}'s note`),
});
type Who = ReturnType<typeof who>;
const KEPT = who('the entry');
const FORMER = secret('the former name');
const MERGED = who('the merged entry');
const BORN = who('the entry that was never open');
const NEXT = secret('the later name');
const OPEN_SECRETS = [...Object.values(KEPT), FORMER, ...Object.values(MERGED)];
const SECRETS = [...OPEN_SECRETS, ...Object.values(BORN), NEXT];

const bodyOf = ({ name: { text }, alias, affiliation, note }: Who) => ({
  name: text,
  aliases: [alias.text],
  affiliations: [affiliation.text],
  note: `Ask for ${note.text} at the pier.`,
});

const LIST = { name: 'wire', files: [{ path: 'a.txt', size: 9 }] };

/** Things of one story, by the names that paths have for them. */
interface Scene {
  readonly story: Story;
  readonly params: Readonly<Record<string, string>>;
}
const scenes: Scene[] = [];
const people: [string, Requests][] = [];
let reader: Person;
let editor: Person;
let kept: Source;
let merged: Source;
let born: Source;
/** What was answered, dumped and exported while the entries were open: that the search finds what is there. */
let before: { answers: string; tables: Map<string, Buffer>; exported: string };
let createdOpen: object;
/** What an address was told, from before there was anything to hide. */
const heard = receiver();

beforeAll(async () => {
  reader = await desk.person('editor');
  editor = await desk.person('editor');
  const reviewer = await desk.person('reviewer');
  const admin = await desk.person('admin');
  const viewer = await desk.person('viewer');
  const spare = await desk.person('viewer');
  people.push(
    ['the named reader', reader],
    ['an editor', editor],
    ['a reviewer', reviewer],
    ['an admin', admin],
  );
  people.push(['a viewer', viewer], ['a stranger', desk.newcomer()]);

  const hook = await addWebhook(admin);
  createdOpen = { ...bodyOf(KEPT), kind: 'person', name: FORMER.text };
  kept = await addSource(editor, createdOpen);
  kept = answer(
    EditSource,
    await editor.patch(`/api/sources/${kept.id}`, { version: 1, name: KEPT.name.text }),
  );
  merged = await addSource(editor, { ...bodyOf(MERGED), description: MERGED.note.text });
  const plain = await addSource(editor);

  for (const access of ['newsroom', 'restricted']) {
    const memberIds = access === 'restricted' ? { memberIds: [reviewer.id] } : {};
    // As a file, so that there is one to download.
    const came = { text: undefined, ...inJson(Buffer.from(STORY), 'ferry.txt') };
    const story = await createStory(editor, { ...came, access, ...memberIds });
    const said = await review(
      reviewer,
      await verify(editor, await attribute(editor, story, kept, [merged, kept])),
    );
    await name(editor, story, merged);
    const wrong = { verdict: 'inaccurate', reason: 'The register has 112.', correction: '112 passengers' };
    await verify(editor, await attribute(editor, story, kept, [merged]), wrong);
    const count = await mark(editor, story, 'At least 41 people', CASUALTY);
    const linked = { version: 1, attributionIds: [said.id] };
    await editor.patch(`/api/claims/${count.id}`, linked).expect(200);
    const evidence = await addEvidence(editor, story);
    const citation = await cite(editor, count, { evidenceId: evidence.id });
    const said2 = await comment(editor, count, 'Who counted?');
    const file = await attach(editor, story, Buffer.from('A list of passengers'));
    await editor.put(`/api/evidence/${evidence.id}/snapshot`, { version: 1, text: 'The office said no.' });
    const gone = await attribute(editor, story, kept, [merged]);
    await editor.delete(`/api/claims/${gone.id}?version=1`).expect(200);
    const [flag] = (await auditOf(editor, story)).flags;
    const [first] = (await listSuggestions(editor, story)).items;
    const handed = await asBytes(editor.get(`/api/exports/claims?status=all&articleId=${story.id}`));
    const begun = await editor.post('/api/imports', LIST).expect(201);
    const params = {
      importId: begun.body.id,
      exportId: exportIdOf(handed.headers),
      articleId: story.id,
      claimId: said.id,
      evidenceId: evidence.id,
      citationId: citation.id,
      commentId: said2.id,
      kind: 'claim',
      itemId: gone.id,
      fileId: file.id,
      suggestionId: first?.id ?? '',
      tokenId: uuidv7(),
      verdictId: (await turned(editor, story, 'Nobody knows')).entry.verdictId,
      userId: spare.id,
      key: flag?.key ?? '0',
      number: '1',
      seq: '3',
      page: uuidv7(),
      secret: 'a-link-that-nobody-has',
    };
    for (const source of [kept, merged]) scenes.push({ story, params: { ...params, sourceId: source.id } });
    await claimNow(editor, said);
  }
  await deliverer(desk, heard.send).deliverDue();
  const [newest] = await deliveriesOf(admin, hook);
  for (const { params } of scenes)
    Object.assign(params, { webhookId: hook.id, deliveryId: newest?.id ?? '' });
  await merge(editor, merged, kept);
  await desk.db.pool.query('ANALYZE');
  before = {
    answers:
      (await viewer.get(`/api/sources/${kept.id}`)).text +
      (await viewer.get(`/api/sources/${merged.id}`)).text,
    tables: await dump(desk.url),
    exported: (await editor.get('/api/exports/claims?format=json&status=all')).text,
  };

  kept = answer(GetSource, await editor.get(`/api/sources/${kept.id}`));
  kept = await keep(editor, kept, [reader]);
  born = await addSource(reader, {
    ...bodyOf(BORN),
    description: 'a deckhand',
    confidential: { readerIds: [] },
  });
  const sent = { version: kept.version, name: NEXT.text };
  kept = answer(EditSource, await reader.patch(`/api/sources/${kept.id}`, sent));
  merged = answer(GetSource, await reader.get(`/api/sources/${merged.id}`));
  const [first] = scenes;
  if (first !== undefined) scenes.push({ ...first, params: { ...first.params, sourceId: born.id } });
  await attribute(editor, first?.story ?? (await createStory(editor)), born, [born, plain]);
}, 60_000);

/** How an endpoint is asked. */
interface Row {
  /** Query strings, each asked once. */
  readonly queries?: readonly string[];
  readonly body?: (scene: Scene) => object;
  /** For who asks what would end what the others are asked: done by another, or with a stale version. */
  readonly by?: () => Promise<Requests>;
}

const ASK: Row = {};
/** An older version is refused with the thing as it is now, to everyone who may write it. */
const stale = (body: object): Row => ({ body: () => ({ version: 99, ...body }) });
const STALE_QUERY: Row = { queries: ['?version=99'] };
const names = SECRETS.map(({ text }) => `?q=${encodeURIComponent(text)}`);
const bySource = () => [kept, merged, born].map(({ id }) => `sourceId=${id}`);
const words = ({ story }: Scene, quote: string) => markBody(story, quote);

const ROWS: Readonly<Record<string, Row>> = {
  AcceptInvitation: { body: () => ({ password: 'chosen by nobody at all' }) },
  ChangePassword: { body: () => ({ current: 'not the password', next: 'another long password' }) },
  CreateUser: { body: () => newPerson() },
  EditUser: stale({ name: 'Ada' }),
  GetInvitation: ASK,
  GetMe: ASK,
  GetSetup: ASK,
  ListUsers: ASK,
  NamePeopleElsewhere: { queries: [`?ids=${uuidv7()}`] },
  ListTokens: ASK,
  CreateToken: { body: () => ({ name: 'Wire feed', scopes: ['read'] }) },
  RevokeToken: ASK,
  ResetPassword: ASK,
  SetUp: { body: () => ({ ...newPerson(), role: undefined, password: 'chosen by nobody', token: 'none' }) },
  SignIn: { body: () => ({ email: 'nobody@desk.test', password: 'not the password' }) },
  SignOut: { by: async () => desk.person('viewer') },

  CreateArticle: { body: ({ story }) => ({ text: story.revision.text }) },
  EditArticle: stale({ title: 'Ferry' }),
  GetArticle: ASK,
  GetRevision: ASK,
  GetRevisionChanges: ASK,
  GetTextChange: ASK,
  ReviseArticle: { body: ({ story }) => ({ baseRevision: 99, text: story.revision.text }) },
  ListArticles: { queries: ['', ...names] },
  ListRevisions: ASK,
  ListCorrections: ASK,
  PreviewCorrections: { body: () => ({ revision: 1 }) },
  PreviewArticle: { body: ({ story }) => ({ text: story.revision.text }) },
  FetchStory: { body: () => ({ url: 'https://paper.example/a' }) },
  SetMembers: stale({ memberIds: [] }),
  WithdrawArticle: STALE_QUERY,
  RestoreArticle: ASK,
  ListBin: { queries: ['', '?limit=200'] },
  GetErasure: ASK,
  Erase: stale({ reason: 'A court says so.' }),
  GetSignOff: ASK,
  GiveSignOff: { body: () => ({ revision: 1, sha256: '0'.repeat(64), head: 1 }) },
  EndSignOff: { body: () => ({ reason: 'A new toll.' }) },
  GetProof: { queries: ProofFormat.options.map((format) => `?format=${format}`) },
  ListReviewQueue: ASK,
  ListRadar: ASK,
  TellDesk: ASK,
  UntellDesk: ASK,
  GetClaimReach: ASK,
  GetAgreement: ASK,
  GetAudit: ASK,
  ListAudits: ASK,
  GetFigures: ASK,
  ListSuggestions: ASK,
  ListSuggestionRules: ASK,
  AcceptSuggestion: { body: () => ({}) },
  AcceptSuggestions: {
    body: ({ params }) => ({ revision: 1, items: [{ suggestionId: params.suggestionId, id: uuidv7() }] }),
  },
  DismissSuggestion: ASK,
  RestoreSuggestion: ASK,
  DismissFlag: { body: () => ({ reason: 'The register is public.' }) },
  RestoreFlag: ASK,

  ConfirmVerdict: stale({}),
  CreateClaim: { body: (scene) => words(scene, 'Nine children') },
  EditClaim: stale({ summary: 'x' }),
  GetClaim: ASK,
  GiveReview: stale({ decision: 'passed' }),
  GiveVerdict: stale({ verdict: 'waived', reason: 'x' }),
  ListArticleClaims: ASK,
  ListClaims: { queries: ['', ...names] },
  ReadWords: {
    body: (scene) => {
      const { revision, span } = words(scene, 'Nine children');
      return { revision, span, kind: 'casualty_count' };
    },
  },
  RestoreClaim: ASK,
  TakeBackReview: STALE_QUERY,
  TakeBackVerdict: STALE_QUERY,
  WithdrawClaim: STALE_QUERY,
  GetArticleHistory: ASK,
  GetClaimHistory: ASK,
  ListWebhooks: ASK,
  CreateWebhook: { body: () => ({ url: 'https://cms.example/hooks', types: ['claim.verified'] }) },
  EditWebhook: stale({ active: false }),
  WithdrawWebhook: STALE_QUERY,
  RestoreWebhook: ASK,
  RotateSecret: stale({}),
  TestWebhook: ASK,
  GetWebhookHistory: ASK,
  ListDeliveries: ASK,
  GetDelivery: ASK,
  Redeliver: ASK,
  ErasePayload: { body: () => ({ reason: 'A court says so.' }) },
  EraseElsewhere: { body: () => ({ reason: 'A court says so.' }) },
  VerifyHistory: ASK,
  FollowArticle: ASK,
  GetPresence: ASK,
  PutPresence: { body: () => ({ page: uuidv7(), claimId: null, doing: 'reading' }) },
  EndPresence: ASK,

  CreateCitation: { body: () => ({ stance: 'supports', evidence: { kind: 'document', title: 'List' } }) },
  CreateEvidence: { body: () => ({ kind: 'interview', title: 'Ada Moor' }) },
  EditCitation: stale({ quote: 'x' }),
  EditEvidence: stale({ note: 'x' }),
  ListCitations: ASK,
  ListEvidence: ASK,
  RestoreCitation: ASK,
  RestoreEvidence: ASK,
  WithdrawCitation: STALE_QUERY,
  WithdrawEvidence: STALE_QUERY,
  TakeSnapshot: stale({ text: 'The office said no.' }),
  FetchSnapshot: stale({}),
  GetSnapshot: ASK,
  ListArrivals: ASK,
  GetArrivalFile: ASK,
  AttachFile: { queries: ['?name=list.txt'] },
  GetFile: ASK,
  CreateComment: { body: () => ({ body: 'Who counted?' }) },
  EditComment: stale({ body: 'x' }),
  ListComments: ASK,
  ListMentionable: ASK,
  RestoreComment: ASK,
  WithdrawComment: STALE_QUERY,
  ListNotifications: ASK,
  MarkRead: { body: () => ({ ids: [uuidv7()] }) },
  MarkUnread: { body: () => ({ ids: [uuidv7()] }) },
  GetNotificationSettings: ASK,
  SetNotificationSettings: { body: () => ({ ...DEFAULT_SETTINGS, version: 99 }) },

  ListSources: { queries: ['', '?limit=200', ...names] },
  CreateSource: { body: () => ({ name: `Quay ${Math.random()}`, kind: 'person' }) },
  GetSource: ASK,
  EditSource: stale({ note: 'x' }),
  MergeSource: { body: () => ({ into: kept.id, version: 99 }) },
  UnmergeSource: { by: async () => desk.person('editor') },
  MakeConfidential: { body: () => ({ version: 99, description: 'x', readerIds: [reader.id] }) },
  MakeOpen: STALE_QUERY,
  ReadIdentity: ASK,
  GetSourceHistory: ASK,
  GetSourceRecord: ASK,
  ListSourceUses: ASK,

  ExportClaims: {
    // What is asked for is recorded, and no table may hold it.
    queries: [...ExportFormat.options.map((format) => `?format=${format}&status=all`), ...names],
  },
  ExportCorrections: {
    queries: ['csv', 'json', 'txt'].map((format) => `?format=${format}`),
  },
  CheckClaimReviews: { queries: ['?status=all', ...names] },
  FindExports: { queries: [`?sha256=${'0'.repeat(64)}`] },
  GetExportManifest: ASK,
  // Not by words: an answer names its own address, with what whoever asks typed.
  ListAnnotations: { queries: ['?status=all', '?status=all&page=first'] },
  ListFormats: ASK,
  GetHistoryElsewhere: ASK,
  ExportStory: { queries: StoryFormat.options.map((format) => `?format=${format}`) },
  ImportStory: { body: () => ({ format: 'claimdesk-story' }) },
  CreateImport: { body: () => LIST },
  ListImports: ASK,
  GetImport: ASK,
  ListImportFiles: ASK,
  GetImportSummary: ASK,
  SendImportFile: ASK,
  SetImportState: { body: () => ({ state: 'paused' }) },
  LeaveOutAwaited: ASK,
  RetryImport: ASK,
  GetStorySchema: ASK,
  GetHealth: ASK,
  GetOpenApi: ASK,
  GetReady: ASK,
};

test('every endpoint is asked', () => {
  expect(Object.keys(ROWS).sort()).toEqual([...ENDPOINTS.keys()].sort());
});

/** The answer as bytes, of any type. */
async function asked(request: supertest.Test): Promise<{ status: number; bytes: Buffer }> {
  const pieces: Buffer[] = [];
  const { status } = await request.buffer(true).parse((response, done) => {
    response.on('data', (piece: Buffer | string) => pieces.push(Buffer.from(piece)));
    if (/^text\/event-stream/.test(String(response.headers['content-type']))) {
      untilCaughtUp(response as unknown as IncomingMessage, done);
      return;
    }
    response.on('end', () => {
      const whole = Buffer.concat(pieces);
      // What is compressed would hide everything.
      if (whole.subarray(0, 2).toString() === 'PK')
        pieces.push(Buffer.from([...unzip(whole).values()].join('\n')));
      const text = whole.toString('utf8');
      const isJson = /json$/.test(String(response.headers['content-type']).split(';')[0] ?? '');
      done(null, isJson && text !== '' ? JSON.parse(text) : text);
    });
  });
  return { status, bytes: Buffer.concat(pieces) };
}

const pathsOf = ({ path: pattern }: Endpoint, { queries = [''] }: Row, { params }: Scene): string[] => {
  const filled = pattern.replace(/:(\w+)/g, (_whole, param: string) => {
    const value = params[param];
    if (value === undefined) throw new Error(`no scene has a ${param}`);
    return value;
  });
  return queries.map((query) => filled + query);
};

describe('no answer holds a name', () => {
  test.each([...ENDPOINTS])(
    '%s',
    async (endpointName, endpoint) => {
      const row = ROWS[endpointName] ?? ASK;
      const queries =
        endpointName === 'ListClaims'
          ? { queries: [...(row.queries ?? []), ...bySource().map((q) => `?${q}`)] }
          : {};
      const statuses: number[] = [];
      const instead = await row.by?.();
      // Scenes have things in common: each of them is asked for once.
      const asks = new Map(
        scenes.flatMap((scene) =>
          pathsOf(endpoint, { ...row, ...queries }, scene).map((url) => [url, scene]),
        ),
      );
      for (const [role, person] of people)
        for (const [url, scene] of asks) {
          const as = instead ?? person;
          const body = endpoint.method === 'get' ? undefined : (row.body?.(scene) ?? {});
          const { status, bytes } = await asked(as[endpoint.method](url, body));
          statuses.push(status);
          expect(status, `${role}: ${url}`).toBeLessThan(500);
          if (endpointName === 'ReadIdentity' && role === 'the named reader') continue;
          expect(found(SECRETS, bytes), `${role}: ${url}`).toEqual([]);
        }
      if (endpoint.method === 'get' && endpointName !== 'GetInvitation') expect(statuses).toContain(200);
    },
    60_000,
  );
});

describe('nothing that is kept holds a name', () => {
  test('no table, nor what the planner remembers of it', async () => {
    await desk.db.pool.query('ANALYZE');
    const tables = await dump(desk.url);
    expect(
      [...tables].flatMap(([table, bytes]) => found(SECRETS, bytes).map((what) => `${table}: ${what}`)),
    ).toEqual([]);
    // A digest of a body confirms a guess as well as the body does.
    const body = { ...createdOpen };
    const guessed = digestOf(['POST', '/api/sources', body]).toString('hex');
    expect([...tables].filter(([, bytes]) => bytes.toString('latin1').includes(guessed))).toEqual([]);
  });

  test('no line of the log', () => {
    expect(desk.logged.length).toBeGreaterThan(100);
    expect(found(SECRETS, desk.logged.join('\n'))).toEqual([]);
  });

  test('no message to an address, also of when it was open', async () => {
    await deliverer(desk, heard.send).deliverDue();
    const told = new Set(heard.got.map((message) => messageOf(message).type));
    expect([...told].sort()).toEqual(['claim.verified', 'story.created', 'webhook.test']);
    for (const { body } of heard.got) expect(found(SECRETS, body)).toEqual([]);
  });

  test('no file', async () => {
    const files = await readdir(desk.filesDir, { recursive: true, withFileTypes: true });
    expect(files.length).toBeGreaterThan(0);
    for (const file of files.filter((each) => each.isFile()))
      expect(found(SECRETS, await readFile(path.join(file.parentPath, file.name)))).toEqual([]);
  });
});

describe('the search finds what is there', () => {
  const all = (secrets: readonly Secret[]) => secrets.map(({ of }) => `${of} as text`);

  test('in answers, in the dump and in exports, as long as the entries were open', () => {
    expect(found(OPEN_SECRETS, before.answers)).toEqual(all(OPEN_SECRETS));
    expect(found(OPEN_SECRETS, before.tables.get('public.sources') ?? '')).toEqual(all(OPEN_SECRETS));
    expect(found([KEPT.name], before.exported)).toEqual(all([KEPT.name]));
  });

  test('in each form', () => {
    const { text } = KEPT.name;
    const forms: [string, string][] = [
      ['text', JSON.stringify(text)],
      ['text', text.toUpperCase()],
      ['text', encodeURIComponent(text)],
      ['hexadecimal', Buffer.from(`x${text}`).toString('hex')],
      ...['', 'x', 'xy'].map((lead): [string, string] => [
        'base64',
        Buffer.from(`${lead}${text}z`).toString('base64'),
      ]),
    ];
    for (const [form, bytes] of forms)
      expect(found([KEPT.name], bytes)).toEqual([`the entry's name as ${form}`]);
    expect(found(SECRETS, 'A senior port official')).toEqual([]);
  });

  test('where the named reader asks who it is', async () => {
    const read = async (source: Source) =>
      Identity.parse((await reader.post(`/api/sources/${source.id}/identity`).expect(200)).body);
    const { name: later, aliases, ...rest } = await read(kept);
    expect({ later, aliases, rest }).toEqual({
      later: NEXT.text,
      aliases: [KEPT.alias.text, FORMER.text, KEPT.name.text],
      rest: { affiliations: bodyOf(KEPT).affiliations, note: bodyOf(KEPT).note },
    });
    expect(await read(merged)).toEqual(bodyOf(MERGED));
    expect(await read(born)).toEqual(bodyOf(BORN));
  });
});
