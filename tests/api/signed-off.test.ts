/** A signed-off story answers every change but talk with 409 SIGNED_OFF, whatever is asked and wherever. */
import type supertest from 'supertest';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { ENDPOINTS } from '../../server/contract/api.ts';
import { GetArticle, ListArticles } from '../../server/contract/articles.ts';
import { type Claim, ListArticleClaims } from '../../server/contract/claims.ts';
import { type Comment, EditComment } from '../../server/contract/comments.ts';
import { ListCitations, ListEvidence } from '../../server/contract/evidence.ts';
import type { Suggestion } from '../../server/contract/suggestions.ts';
import { addEvidence, cite, claimNow, comment, headOf } from '../support/attached.ts';
import { flagPath } from '../support/audit.ts';
import { CASUALTY, createStory, mark, markBody, review, type Story, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { sendFile } from '../support/files.ts';
import { seen, signOff, signOffOf, signOffPath } from '../support/sign-off.ts';
import { ferryExtractor, suggested, suggestionsPath } from '../support/suggestions.ts';

const desk = useDesk({ extractor: ferryExtractor });
let editor: Person;
let reviewer: Person;
let admin: Person;
let story: Story;
let passed: Claim;
let withdrawn: Claim;
/** Ids, some of them of what was withdrawn. */
let ids: Record<'evidence' | 'oldEvidence' | 'citation' | 'oldCitation', string>;
let said: Comment;
let open: Suggestion;
let dismissed: Suggestion;
let flags: { open: string; dismissed: string };

beforeAll(async () => {
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  admin = await desk.person('admin');
  story = await createStory(editor, { agency: 'Coast Radio' });
  const toll = await mark(editor, story, 'At least 41 people', CASUALTY);
  const evidence = await addEvidence(editor, story);
  const citation = await cite(editor, toll, { evidenceId: evidence.id });
  const oldEvidence = await addEvidence(editor, story);
  await editor.delete(`/api/evidence/${oldEvidence.id}?version=1`).expect(200);
  const oldCitation = await cite(editor, toll, { evidenceId: evidence.id });
  await editor.delete(`/api/citations/${oldCitation.id}?version=1`).expect(200);
  passed = await review(reviewer, await verify(editor, await claimNow(editor, toll)));
  withdrawn = await mark(editor, story, 'Nobody knows');
  await editor.delete(`/api/claims/${withdrawn.id}?version=1`).expect(200);
  said = await comment(editor, passed, 'Who counted?');
  const reason = { reason: 'The register is public.' };
  const settled = await flagPath(editor, story);
  await editor.put(settled, reason).expect(200);
  flags = { open: await flagPath(editor, story), dismissed: settled };
  ids = {
    evidence: evidence.id,
    oldEvidence: oldEvidence.id,
    citation: citation.id,
    oldCitation: oldCitation.id,
  };
  open = await suggested(editor, story, 'room');
  dismissed = await suggested(editor, story, 'moor');
  await editor.post(`/api/suggestions/${dismissed.id}/dismiss`).expect(200);
  await signOff(reviewer, story);
});

const ofStory = (rest = '') => `/api/articles/${story.id}${rest}`;
const ofClaim = (rest = '') => `/api/claims/${passed.id}${rest}`;
const article = async () => answer(GetArticle, await editor.get(ofStory()));
const versionOf = async () => (await article()).version;
const RETURNED = { decision: 'returned', reasonCode: 'other', note: 'Which register?' };

/** Each write that a story takes while it is checked, asked as it would then be done. */
const REFUSED: Readonly<Record<string, (as: Person) => supertest.Test | Promise<supertest.Response>>> = {
  EditArticle: async (as) => as.patch(ofStory(), { version: await versionOf(), title: 'Ferry lost' }),
  SetMembers: async (as) => as.put(ofStory('/members'), { version: await versionOf(), memberIds: [] }),
  ReviseArticle: (as) =>
    as.post(ofStory('/revisions'), { baseRevision: 1, text: `${story.revision.text} It is cold.` }),
  CreateClaim: (as) => as.post(ofStory('/claims'), markBody(story, 'Nine children')),
  AcceptSuggestion: (as) => as.post(`/api/suggestions/${open.id}/accept`),
  AcceptSuggestions: (as) =>
    as.post(suggestionsPath(story, '/accept'), {
      revision: 1,
      items: [{ suggestionId: open.id, id: uuidv7() }],
    }),
  DismissSuggestion: (as) => as.post(`/api/suggestions/${open.id}/dismiss`),
  RestoreSuggestion: (as) => as.post(`/api/suggestions/${dismissed.id}/restore`),
  EditClaim: (as) => as.patch(ofClaim(), { version: passed.version, summary: 'The toll' }),
  WithdrawClaim: (as) => as.delete(ofClaim(`?version=${passed.version}`)),
  RestoreClaim: (as) => as.post(`/api/claims/${withdrawn.id}/restore`),
  GiveVerdict: (as) =>
    as.put(ofClaim('/verdict'), { version: passed.version, verdict: 'disputed', reason: 'Another list.' }),
  ConfirmVerdict: (as) => as.post(ofClaim('/verdict/confirm'), { version: passed.version }),
  TakeBackVerdict: (as) => as.delete(ofClaim(`/verdict?version=${passed.version}`)),
  GiveReview: (as) => as.put(ofClaim('/review'), { version: passed.version, ...RETURNED }),
  TakeBackReview: (as) => as.delete(ofClaim(`/review?version=${passed.version}`)),
  CreateEvidence: (as) => as.post(ofStory('/evidence'), { kind: 'document', title: 'Passenger list' }),
  EditEvidence: (as) => as.patch(`/api/evidence/${ids.evidence}`, { version: 1, title: 'Statement' }),
  WithdrawEvidence: (as) => as.delete(`/api/evidence/${ids.evidence}?version=1`),
  RestoreEvidence: (as) => as.post(`/api/evidence/${ids.oldEvidence}/restore`),
  TakeSnapshot: (as) =>
    as.put(`/api/evidence/${ids.evidence}/snapshot`, { version: 1, text: 'The office said 41.' }),
  FetchSnapshot: (as) => as.post(`/api/evidence/${ids.evidence}/snapshot`, { version: 1 }),
  AttachFile: (as) => sendFile(as, story, Buffer.from('A list of names')),
  CreateCitation: (as) => as.post(ofClaim('/citations'), { evidenceId: ids.evidence, stance: 'supports' }),
  EditCitation: (as) => as.patch(`/api/citations/${ids.citation}`, { version: 1, locator: 'p. 2' }),
  WithdrawCitation: (as) => as.delete(`/api/citations/${ids.citation}?version=1`),
  RestoreCitation: (as) => as.post(`/api/citations/${ids.oldCitation}/restore`),
  DismissFlag: (as) => as.put(flags.open, { reason: 'The register is public.' }),
  RestoreFlag: (as) => as.delete(flags.dismissed),
  GiveSignOff: async (as) => as.put(signOffPath(story), await seen(as, story)),
  WithdrawArticle: async (as) => as.delete(ofStory(`?version=${await versionOf()}`)),
};
/** What goes on: talk, the end of the sign-off, reading, and what the law asks for. */
const GOES_ON: ReadonlySet<string> = new Set([
  'CreateComment',
  'EditComment',
  'WithdrawComment',
  'RestoreComment',
  'EndSignOff',
  'ReadWords',
  'PreviewCorrections',
  'TellDesk',
  'UntellDesk',
  'ErasePayload',
  'EraseElsewhere',
  'Erase',
  // A signed-off story is not in the bin: there is nothing to restore.
  'RestoreArticle',
  // Being there changes nothing of a story.
  'PutPresence',
  'EndPresence',
]);

/** Parameters that name a story or what hangs on one, and those that name nothing of one. */
const OF_A_STORY = [
  'articleId',
  'claimId',
  'evidenceId',
  'citationId',
  'commentId',
  'fileId',
  'suggestionId',
  'verdictId',
  'itemId',
];
// Files of an import come in one by one, each as a story that is sent by itself.
const OF_NONE = [
  'userId',
  'secret',
  'sourceId',
  'tokenId',
  'importId',
  'number',
  'webhookId',
  'deliveryId',
  'page',
  'kind',
];

const paramsOf = (path: string) => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
const writes = [...ENDPOINTS].filter(([, { method }]) => method !== 'get');

test('no write on a story is forgotten', () => {
  const onStories = writes.filter(([, { path }]) => paramsOf(path).some((name) => OF_A_STORY.includes(name)));
  const named = [...Object.keys(REFUSED), ...GOES_ON];
  expect(onStories.map(([name]) => name).sort()).toEqual(named.sort());
  const others = writes.filter((write) => !onStories.includes(write));
  const unknown = others.flatMap(([, { path }]) => paramsOf(path)).filter((name) => !OF_NONE.includes(name));
  expect(unknown, 'a parameter that nobody has said is not a story’s').toEqual([]);
});

/** A digest of the rows of every table; a session alone may be seen again. */
async function digests(): Promise<Record<string, string>> {
  const tables = await desk.db.prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'sessions'`;
  expect(tables.length).toBeGreaterThan(15);
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await desk.db.pool.query<{ digest: string }>(
      `SELECT md5(COALESCE(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS digest FROM ${name} t`,
    );
    found[name] = rows[0]?.digest ?? '';
  }
  return found;
}

describe('is refused, and nothing has changed', () => {
  test.each(Object.entries(REFUSED))('%s', async (_name, ask) => {
    const before = await digests();
    for (const who of [reviewer, admin]) refusal(await ask(who), 'SIGNED_OFF');
    expect(await digests()).toEqual(before);
  });

  test.each([{ status: 'archived' }, { status: 'checking' }, { access: 'restricted' }, {}])(
    'EditArticle: %j',
    async (body) => {
      const before = await digests();
      const sent = { version: await versionOf(), ...body };
      refusal(await editor.patch(ofStory(), sent), 'SIGNED_OFF');
      expect(await digests()).toEqual(before);
    },
  );
});

describe('while it is signed off', () => {
  test('every answer says that there is talk, what arrives from outside, and nothing else', async () => {
    expect((await article()).can).toEqual(['comment', 'arrive']);
    const listed = answer(ListArticles, await editor.get('/api/articles?status=signed_off'));
    expect(listed.items.map(({ id, can }) => [id, can])).toEqual([[story.id, ['comment', 'arrive']]]);
    const claims = answer(ListArticleClaims, await reviewer.get(ofStory('/claims'))).items;
    expect(claims.map(({ status, can }) => [status, can])).toEqual([
      ['passed', ['comment']],
      ['withdrawn', []],
    ]);
    const evidence = answer(ListEvidence, await editor.get(ofStory('/evidence'))).items;
    expect(evidence.map(({ can }) => can)).toEqual([[], []]);
    const citations = answer(ListCitations, await editor.get(ofClaim('/citations'))).items;
    expect(citations.map(({ can }) => can)).toEqual([[], []]);
    expect(said.can).toContain('edit');
    expect((await signOffOf(reviewer, story)).can).toEqual(['reopen']);
  });

  test('talk goes on, and takes nothing from the sign-off', async () => {
    const { signOff: given } = await signOffOf(editor, story);
    const { version } = await article();
    const head = await headOf(editor, story);
    const answered = await comment(editor, passed, 'The harbour office did.', { parentId: said.id });
    const path = `/api/comments/${said.id}`;
    const edited = await editor.patch(path, { version: said.version, body: 'Who counted them?' });
    const resolved = answer(EditComment, edited);
    await reviewer.patch(path, { version: resolved.version, resolved: true }).expect(200);
    const gone = `/api/comments/${answered.id}`;
    await editor.delete(`${gone}?version=${answered.version}`).expect(200);
    await editor.post(`${gone}/restore`).expect(200);
    expect(await headOf(editor, story)).toBe(head + 5);
    expect(await article()).toMatchObject({ status: 'signed_off', version });
    expect((await signOffOf(editor, story)).signOff).toEqual(given);
    expect(await claimNow(editor, passed)).toMatchObject({ status: 'passed', version: passed.version });
  });

  test('marked words are still read, and what the law asks for is erased', async () => {
    const { revision, span } = markBody(story, 'Nine children');
    await editor.post(ofStory('/claims/read'), { revision, span, kind: 'casualty_count' }).expect(200);
    await admin.delete(ofStory('/history/2'), { reason: 'A court says so.' }).expect(200);
    expect((await article()).status).toBe('signed_off');
  });
});

test('once it is reopened, every one of them is taken again', async () => {
  await reviewer.delete(signOffPath(story), { reason: 'A new toll.' }).expect(200);
  for (const [name, ask] of Object.entries(REFUSED)) {
    const { body } = await ask(reviewer);
    expect(body.code, name).not.toBe('SIGNED_OFF');
  }
});
