/** Every endpoint of the contract does its work once, and what it answers fits its schema to the field. */
import { createHash } from 'node:crypto';
import type supertest from 'supertest';
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, test } from 'vitest';
import { ENDPOINTS } from '../../server/contract/api.ts';
import type { Claim } from '../../server/contract/claims.ts';
import { DEFAULT_SETTINGS } from '../../server/contract/notifications.ts';
import { CreateWebhook, TestWebhook } from '../../server/contract/webhooks.ts';
import { addEvidence, cite, claimNow, comment } from '../support/attached.ts';
import { flagPath } from '../support/audit.ts';
import { CASUALTY, createStory, mark, markBody, review, type Story, verify } from '../support/claims.ts';
import { answer, endpointOf } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { asBytes, manifestOf } from '../support/exports.ts';
import { attach, sendFile } from '../support/files.ts';
import { turned } from '../support/handed-out.ts';
import { sendImportFile } from '../support/imports.ts';
import { firstOfStream } from '../support/live.ts';
import { CHOSEN, invite, newPerson } from '../support/people.ts';
import { reworded } from '../support/reworded.ts';
import { readyStory, seen, signedOffStory, signOffPath } from '../support/sign-off.ts';
import { exportedStory, underOtherIds } from '../support/stories.ts';
import { bringIn, ninjsItem } from '../support/story-files.ts';
import { ferryExtractor, suggested, suggestionsPath } from '../support/suggestions.ts';

const TOKEN = 'the one-time token of the set-up link';
const desk = useDesk({
  setupToken: TOKEN,
  extractor: ferryExtractor,
  fetchPage: async (url) => ({
    ok: true,
    bytes: Buffer.from('It rained for a day.'),
    contentType: 'text/plain',
    url,
  }),
});
let admin: Person;
let editor: Person;
let reviewer: Person;
let story: Story;

/** Set-up is asked for before there is anyone. */
const early = new Map<string, supertest.Response>();
beforeAll(async () => {
  early.set('GetSetup', await desk.stranger.get('/api/setup'));
  const first = { ...newPerson(), password: CHOSEN, role: undefined, token: TOKEN };
  early.set('SetUp', await desk.newcomer().post('/api/setup', first));
  admin = await desk.person('admin');
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  story = await createStory(editor, { byline: 'Ada Moor', deadline: '2026-03-02T18:00:00Z' });
});

const marked = () => mark(editor, story, '120 passengers');
const verified = async () => verify(editor, await marked());
const passed = async () => review(reviewer, await verified());
const evidence = () => addEvidence(editor, story, { accessedAt: '2026-03-01T10:00:00Z' });
const cited = async () => cite(editor, await marked(), { evidenceId: (await evidence()).id });
const said = async () => comment(editor, await marked(), 'Who counted?');
/** The path of a flag of the story. */
const flagged = async () => {
  await mark(editor, story, 'At least 41 people died', CASUALTY);
  return flagPath(editor, story);
};
const gone = async (path: string, { id, version }: { id: string; version: number }) => {
  await editor.delete(`${path}/${id}?version=${version}`).expect(200);
  return `${path}/${id}`;
};
const named = () => ({ name: `Harbour office ${uuidv7()}`, kind: 'organisation', aliases: ['The office'] });
const source = async () => (await editor.post('/api/sources', named())).body;
const mergedSource = async () => {
  const [{ id }, into] = [await source(), await source()];
  await editor.post(`/api/sources/${id}/merge`, { into: into.id }).expect(200);
  return id;
};
const kept = { version: 1, description: 'a port official' };
const keptSource = async () => {
  const { id } = await source();
  await editor.put(`/api/sources/${id}/confidential`, { ...kept, readerIds: [editor.id] }).expect(200);
  return id;
};
/** The path of a suggestion of a story of its own. */
const suggestion = async (rule: string) =>
  `/api/suggestions/${(await suggested(editor, await createStory(editor), rule)).id}`;
const ofStory = (rest = '') => `/api/articles/${story.id}${rest}`;
const ofClaim = (claim: Claim, rest = '') => `/api/claims/${claim.id}${rest}`;
const given = { verdict: 'inaccurate', reason: 'The register has 112.', correction: '112 passengers' };
const returned = { decision: 'returned', reasonCode: 'figure_differs', note: 'Which register?' };

const LIST = { name: 'wire', files: [{ path: 'a.txt', size: 8 }] };
/** The path of an import, or of something of it. */
const begun = async (rest = '') => `/api/imports/${(await editor.post('/api/imports', LIST)).body.id}${rest}`;
const told = { url: 'https://cms.example/hooks', types: ['story.created'] };
const webhook = async (): Promise<string> =>
  answer(CreateWebhook, await admin.post('/api/webhooks', told)).webhook.id;
const delivery = async (): Promise<string> =>
  answer(TestWebhook, await admin.post(`/api/webhooks/${await webhook()}/test`)).id;

type Asked = () => supertest.Test | Promise<supertest.Response>;
const ASKED: Readonly<Record<string, Asked>> = {
  GetSetup: () => Promise.resolve(early.get('GetSetup') ?? desk.stranger.get('/api/setup')),
  SetUp: () => Promise.resolve(early.get('SetUp') ?? desk.stranger.post('/api/setup')),
  SignIn: () => desk.newcomer().post('/api/session', { email: editor.email, password: editor.password }),
  GetMe: () => editor.get('/api/session'),
  SignOut: async () => (await desk.person('viewer')).delete('/api/session'),
  ChangePassword: async () => {
    const someone = await desk.person('viewer');
    return someone.put('/api/me/password', { current: someone.password, next: CHOSEN });
  },
  GetInvitation: async () => desk.stranger.get(`/api/invitations/${(await invite(admin)).secret}`),
  AcceptInvitation: async () => {
    const { secret } = await invite(admin);
    return desk.newcomer().post(`/api/invitations/${secret}`, { password: CHOSEN });
  },
  ListUsers: () => admin.get('/api/users'),
  NamePeopleElsewhere: () => editor.get(`/api/people/elsewhere?ids=${uuidv7()}`),
  CreateUser: () => admin.post('/api/users', newPerson()),
  EditUser: async () =>
    admin.patch(`/api/users/${(await invite(admin)).user.id}`, { version: 1, name: 'Ada' }),
  ListTokens: () => editor.get('/api/tokens'),
  CreateToken: () => editor.post('/api/tokens', { name: 'Wire feed', scopes: ['stories'] }),
  RevokeToken: async () => {
    const { body } = await editor.post('/api/tokens', { name: 'Wire feed', scopes: ['stories'] });
    return editor.delete(`/api/tokens/${body.token.id}`);
  },
  ResetPassword: async () => admin.post(`/api/users/${(await desk.person('viewer')).id}/reset`),

  PreviewArticle: () => editor.post('/api/articles/preview', { text: story.revision.text }),
  FetchStory: () => editor.post('/api/articles/fetch', { url: 'https://paper.example/rain' }),
  ListArticles: () => editor.get('/api/articles'),
  CreateArticle: () => editor.post('/api/articles', { text: 'By Ada Moor\n\nIt rained for a day.' }),
  GetArticle: () => editor.get(ofStory()),
  EditArticle: () => editor.patch(ofStory(), { version: story.version, priority: 'high' }),
  SetMembers: async () => {
    const { id, version } = await createStory(editor, { access: 'restricted' });
    return editor.put(`/api/articles/${id}/members`, { version, memberIds: [reviewer.id] });
  },
  WithdrawArticle: async () =>
    editor.delete(`/api/articles/${(await createStory(editor)).id}?version=1`, { reason: 'Sent twice.' }),
  RestoreArticle: async () =>
    editor.post(`${await gone('/api/articles', await createStory(editor))}/restore`),
  ListBin: async () => {
    await gone('/api/articles', await createStory(editor));
    await gone('/api/claims', await marked());
    await gone('/api/comments', await said());
    return editor.get('/api/bin?limit=200');
  },
  GetErasure: async () => {
    const { id } = await said();
    await editor.delete(`/api/comments/${id}?version=1`).expect(200);
    return admin.get(`/api/bin/comment/${id}/erasure`);
  },
  Erase: async () => {
    const { id } = await marked();
    await editor.delete(`/api/claims/${id}?version=1`).expect(200);
    return admin.delete(`/api/bin/claim/${id}`, { version: 2, reason: 'A court says so.' });
  },
  ListArrivals: async () => editor.get(`/api/articles/${(await bringIn(editor, ninjsItem())).id}/arrivals`),
  GetArrivalFile: async () =>
    editor.get(`/api/articles/${(await bringIn(editor, ninjsItem())).id}/arrivals/1/file`),
  ListRevisions: () => editor.get(ofStory('/revisions')),
  GetRevision: () => editor.get(ofStory('/revisions/1')),
  ReviseArticle: async () => {
    const own = await createStory(editor);
    await mark(editor, own, '120 passengers');
    const text = own.revision.text.replace('120', '130');
    return editor.post(`/api/articles/${own.id}/revisions`, { baseRevision: 1, text });
  },
  ListCorrections: async () => {
    await verify(editor, await cited().then(({ claimId }) => claimNow(editor, { id: claimId })), given);
    return editor.get(ofStory('/corrections'));
  },
  PreviewCorrections: async () => {
    await verify(editor, await marked(), given);
    return editor.post(ofStory('/corrections/preview'), { revision: 1 });
  },
  ExportCorrections: () => editor.get('/api/exports/corrections?format=json'),
  GetTextChange: async () => {
    const claim = await reworded(editor, await createStory(editor));
    return editor.get(ofClaim(claim, '/text-change'));
  },
  GetRevisionChanges: () => editor.get(ofStory('/revisions/1/changes')),

  ListArticleClaims: () => passed().then(() => editor.get(ofStory('/claims'))),
  CreateClaim: () => editor.post(ofStory('/claims'), markBody(story, 'Nine children')),
  ReadWords: () => {
    const { revision, span } = markBody(story, 'Nine children');
    return editor.post(ofStory('/claims/read'), { revision, span, kind: 'casualty_count' });
  },
  ListClaims: () => passed().then(() => editor.get('/api/claims')),
  GetClaim: async () => editor.get(ofClaim(await passed())),
  EditClaim: async () => editor.patch(ofClaim(await passed()), { version: 3, kind: 'casualty_count' }),
  WithdrawClaim: async () => editor.delete(ofClaim(await marked(), '?version=1')),
  RestoreClaim: async () => editor.post(`${await gone('/api/claims', await marked())}/restore`),
  GiveVerdict: async () => editor.put(ofClaim(await marked(), '/verdict'), { version: 1, ...given }),
  ConfirmVerdict: async () => {
    const { id, version } = await reworded(editor, await createStory(editor));
    return editor.post(`/api/claims/${id}/verdict/confirm`, { version });
  },
  TakeBackVerdict: async () => editor.delete(ofClaim(await verified(), '/verdict?version=2')),
  GiveReview: async () => reviewer.put(ofClaim(await verified(), '/review'), { version: 2, ...returned }),
  TakeBackReview: async () => reviewer.delete(ofClaim(await passed(), '/review?version=3')),
  ListSuggestions: () => editor.get(suggestionsPath(story)),
  AcceptSuggestion: async () => editor.post(`${await suggestion('toll')}/accept`),
  AcceptSuggestions: async () => {
    const [suggestionId, id] = [(await suggested(editor, story, 'moor_says')).id, uuidv7()];
    return editor.post(suggestionsPath(story, '/accept'), { revision: 1, items: [{ suggestionId, id }] });
  },
  DismissSuggestion: async () => editor.post(`${await suggestion('moor')}/dismiss`),
  RestoreSuggestion: async () => {
    const path = await suggestion('room');
    await editor.post(`${path}/dismiss`).expect(200);
    return editor.post(`${path}/restore`);
  },
  ListSuggestionRules: () => admin.get('/api/suggestions/rules'),
  GetSignOff: () => editor.get(ofStory('/sign-off')),
  GiveSignOff: async () => {
    const ready = await readyStory({ editor, reviewer });
    return reviewer.put(signOffPath(ready), await seen(reviewer, ready));
  },
  EndSignOff: async () =>
    reviewer.delete(signOffPath(await signedOffStory({ editor, reviewer })), { reason: 'A new toll.' }),
  ListRadar: () => turned(editor, story).then(() => editor.get('/api/radar')),
  TellDesk: async () => editor.put(`/api/radar/${(await turned(editor, story)).entry.verdictId}/told`),
  UntellDesk: async () => {
    const path = `/api/radar/${(await turned(editor, story)).entry.verdictId}/told`;
    await editor.put(path).expect(200);
    return editor.delete(path);
  },
  GetClaimReach: async () => editor.get(ofClaim((await turned(editor, story)).claim, '/reach')),
  ListReviewQueue: () => verified().then(() => reviewer.get('/api/review')),
  GetAudit: () => flagged().then(() => editor.get(ofStory('/attributions'))),
  DismissFlag: async () => editor.put(await flagged(), { reason: 'The register is public.' }),
  RestoreFlag: async () => {
    const path = await flagged();
    await editor.put(path, { reason: 'The register is public.' });
    return editor.delete(path);
  },
  ListAudits: () => flagged().then(() => editor.get('/api/attributions')),
  GetFigures: async () => {
    await mark(editor, story, 'At least 41 people died', CASUALTY);
    return editor.get(ofStory('/figures'));
  },
  GetAgreement: async () => {
    await verify(reviewer, await review(reviewer, await verified(), returned), given);
    return reviewer.get('/api/agreement');
  },
  GetArticleHistory: () => editor.get(ofStory('/history')),
  GetClaimHistory: async () => editor.get(ofClaim(await passed(), '/history')),
  ErasePayload: async () => {
    const { id } = await createStory(editor);
    return admin.delete(`/api/articles/${id}/history/1`, { reason: 'A court says so.' });
  },
  EraseElsewhere: async () => {
    const document = underOtherIds((await exportedStory(editor, await createStory(editor))).document);
    await editor.post('/api/stories', document).expect(201);
    const { id } = document.story.article;
    return admin.delete(`/api/articles/${id}/history/elsewhere/1`, { reason: 'A court says so.' });
  },
  FollowArticle: () => firstOfStream(editor.get(ofStory('/events'))),
  GetPresence: () => editor.get(ofStory('/presence')),
  PutPresence: () => editor.put(ofStory('/presence'), { page: uuidv7(), claimId: null, doing: 'reading' }),
  EndPresence: () => editor.delete(ofStory(`/presence/${uuidv7()}`)),
  VerifyHistory: () => admin.post('/api/history/verify'),

  ListEvidence: () => cited().then(() => editor.get(ofStory('/evidence'))),
  CreateEvidence: () => editor.post(ofStory('/evidence'), { kind: 'interview', title: 'Ada Moor' }),
  EditEvidence: async () =>
    editor.patch(`/api/evidence/${(await evidence()).id}`, { version: 1, note: 'By telephone' }),
  WithdrawEvidence: async () => editor.delete(`/api/evidence/${(await evidence()).id}?version=1`),
  RestoreEvidence: async () => editor.post(`${await gone('/api/evidence', await evidence())}/restore`),
  ListCitations: async () => editor.get(`/api/claims/${(await cited()).claimId}/citations`),
  CreateCitation: async () => {
    const body = {
      stance: 'contradicts',
      evidence: { kind: 'document', title: 'Passenger list' },
      locator: 'p. 2',
    };
    return editor.post(ofClaim(await marked(), '/citations'), body);
  },
  EditCitation: async () =>
    editor.patch(`/api/citations/${(await cited()).id}`, { version: 1, quote: '112 aboard' }),
  WithdrawCitation: async () => editor.delete(`/api/citations/${(await cited()).id}?version=1`),
  RestoreCitation: async () => editor.post(`${await gone('/api/citations', await cited())}/restore`),
  TakeSnapshot: async () =>
    editor.put(`/api/evidence/${(await evidence()).id}/snapshot`, {
      version: 1,
      text: 'The office said no.',
    }),
  FetchSnapshot: async () => editor.post(`/api/evidence/${(await evidence()).id}/snapshot`, { version: 1 }),
  GetSnapshot: async () => {
    const { id } = await evidence();
    await editor.put(`/api/evidence/${id}/snapshot`, { version: 1, text: 'The office said no.' }).expect(200);
    return editor.get(`/api/evidence/${id}/snapshot`);
  },
  AttachFile: () => sendFile(editor, story, Buffer.from('A list of names')),
  GetFile: async () => editor.get(`/api/files/${(await attach(editor, story, Buffer.from('A list'))).id}`),
  ListComments: async () => editor.get(`/api/claims/${(await said()).claimId}/comments`),
  ListMentionable: () => editor.get(`/api/articles/${story.id}/mentionable`),
  CreateComment: async () => editor.post(ofClaim(await marked(), '/comments'), { body: 'Who counted?' }),
  EditComment: async () => editor.patch(`/api/comments/${(await said()).id}`, { version: 1, resolved: true }),
  WithdrawComment: async () => editor.delete(`/api/comments/${(await said()).id}?version=1`),
  RestoreComment: async () => editor.post(`${await gone('/api/comments', await said())}/restore`),
  ListNotifications: async () => {
    await review(reviewer, await verified(), returned);
    return editor.get('/api/notifications');
  },
  MarkRead: () => editor.put('/api/notifications/read', { seen: '3:3:' }),
  MarkUnread: () => editor.put('/api/notifications/unread', { ids: [uuidv7()] }),
  GetNotificationSettings: () => editor.get('/api/notification-settings'),
  SetNotificationSettings: () =>
    editor.put('/api/notification-settings', { ...DEFAULT_SETTINGS, version: 0 }),

  ListSources: () => source().then(() => editor.get('/api/sources')),
  CreateSource: () => editor.post('/api/sources', named()),
  GetSource: async () => editor.get(`/api/sources/${(await source()).id}`),
  EditSource: async () =>
    editor.patch(`/api/sources/${(await source()).id}`, { version: 1, note: 'At the pier' }),
  MergeSource: async () => {
    const [{ id }, into] = [await source(), await source()];
    return editor.post(`/api/sources/${id}/merge`, { into: into.id });
  },
  UnmergeSource: async () => editor.post(`/api/sources/${await mergedSource()}/unmerge`),
  MakeConfidential: async () =>
    editor.put(`/api/sources/${(await source()).id}/confidential`, { ...kept, readerIds: [editor.id] }),
  MakeOpen: async () => editor.delete(`/api/sources/${await keptSource()}/confidential?version=2`),
  ReadIdentity: async () => editor.post(`/api/sources/${await keptSource()}/identity`),
  GetSourceHistory: async () => editor.get(`/api/sources/${await keptSource()}/history`),
  GetSourceRecord: async () => editor.get(`/api/sources/${(await source()).id}/record`),
  ListSourceUses: async () => {
    const { id } = await source();
    await mark(editor, story, '120 passengers', { kind: 'source', details: { sourceId: id } });
    return editor.get(`/api/sources/${id}/uses`);
  },
  ExportClaims: () => editor.get('/api/exports/claims?format=json&status=all'),
  CheckClaimReviews: () => editor.get('/api/exports/claims/check?status=all'),
  FindExports: async () => {
    const { body } = await asBytes(editor.get('/api/exports/claims?status=all'));
    return editor.get(`/api/exports/recorded?sha256=${createHash('sha256').update(body).digest('hex')}`);
  },
  GetExportManifest: async () => {
    const { headers } = await asBytes(editor.get('/api/exports/claims?status=all'));
    return editor.get(manifestOf(headers));
  },
  ListWebhooks: () => webhook().then(() => admin.get('/api/webhooks')),
  CreateWebhook: () => admin.post('/api/webhooks', told),
  EditWebhook: async () => admin.patch(`/api/webhooks/${await webhook()}`, { version: 1, active: false }),
  WithdrawWebhook: async () => admin.delete(`/api/webhooks/${await webhook()}?version=1`),
  RestoreWebhook: async () => {
    const path = `/api/webhooks/${await webhook()}`;
    await admin.delete(`${path}?version=1`).expect(200);
    return admin.post(`${path}/restore`);
  },
  RotateSecret: async () => admin.post(`/api/webhooks/${await webhook()}/secret`, { version: 1 }),
  TestWebhook: async () => admin.post(`/api/webhooks/${await webhook()}/test`),
  GetWebhookHistory: async () => admin.get(`/api/webhooks/${await webhook()}/history`),
  ListDeliveries: async () => {
    const id = await webhook();
    await admin.post(`/api/webhooks/${id}/test`).expect(201);
    await createStory(editor);
    return admin.get(`/api/webhooks/${id}/deliveries`);
  },
  GetDelivery: async () => admin.get(`/api/webhook-deliveries/${await delivery()}`),
  Redeliver: async () => admin.post(`/api/webhook-deliveries/${await delivery()}/redeliver`),
  GetProof: () => editor.get(ofStory('/proof')),
  GetHealth: () => desk.stranger.get('/api/health'),
  GetReady: () => desk.stranger.get('/api/ready'),
  ListAnnotations: () => editor.get(`/api/annotations?page=first&status=all&articleId=${story.id}`),
  GetHistoryElsewhere: () => editor.get(`/api/articles/${story.id}/history/elsewhere`),
  ExportStory: () => editor.get(`/api/exports/stories/${story.id}`),
  ImportStory: async () => {
    const { document } = await exportedStory(editor, await createStory(editor));
    return editor.post('/api/stories', underOtherIds(document));
  },
  CreateImport: () => editor.post('/api/imports', LIST),
  ListImports: () => editor.get('/api/imports'),
  GetImport: async () => editor.get(await begun()),
  ListImportFiles: async () => editor.get(await begun('/files')),
  SendImportFile: async () => sendImportFile(editor, await begun('/files/1'), Buffer.from('It sank.')),
  SetImportState: async () => editor.put(await begun('/state'), { state: 'paused' }),
  LeaveOutAwaited: async () => editor.post(await begun('/leave-out')),
  RetryImport: async () => editor.post(await begun('/retry')),
  GetImportSummary: async () => editor.get(await begun('/summary')),
  GetStorySchema: () => desk.stranger.get('/api/formats/story'),
  ListFormats: () => desk.stranger.get('/api/formats'),
  GetOpenApi: () => desk.stranger.get('/api/openapi.json'),
};

test.each([...ENDPOINTS])('%s', async (name, endpoint) => {
  const response = await (ASKED[name] ?? (() => Promise.reject(new Error(`${name} is never asked`))))();
  const { method, url } = response.request;
  expect(endpointOf(method, new URL(url).pathname)?.name).toBe(name);
  answer(endpoint, response);
});
