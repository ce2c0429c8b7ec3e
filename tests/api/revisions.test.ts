/** Newer texts of a story: what is stored, what becomes of its claims, and who may bring one in. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { GetArticle, ListRevisions } from '../../server/contract/articles.ts';
import { type Claim, GetClaim } from '../../server/contract/claims.ts';
import { GetArticleHistory } from '../../server/contract/history.ts';
import {
  GetRevisionChanges,
  GetTextChange,
  ReviseArticle,
  type RevisionChanges,
} from '../../server/contract/revisions.ts';
import { addEvidence, cite, claimNow } from '../support/attached.ts';
import { CASUALTY, createStory, mark, review, type Story, spanOf, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { signedOffStory, signOffOf } from '../support/sign-off.ts';

const desk = useDesk();
let editor: Person;
let other: Person;
let reviewer: Person;
let viewer: Person;

beforeAll(async () => {
  editor = await desk.person('editor');
  other = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  viewer = await desk.person('viewer');
});

const path = (story: { id: string }) => `/api/articles/${story.id}/revisions`;
const now = async (story: { id: string }) =>
  answer(GetArticle, await editor.get(`/api/articles/${story.id}`));

/** Bring in a text made from the current one. */
async function revise(story: { id: string }, change: (text: string) => string, body: object = {}) {
  const { revision } = await now(story);
  const sent = { baseRevision: revision.number, text: change(revision.text), ...body };
  const told = answer(ReviseArticle, await editor.post(path(story), sent));
  // What is told at once, from what was about to be stored, is what is read back.
  const read = await editor.get(`${path(story)}/${told.revision}/changes`);
  expect(told).toEqual(answer(GetRevisionChanges, read));
  return told;
}
const changeOf = ({ claims }: RevisionChanges, claim: { id: string }) =>
  claims.find(({ id }) => id === claim.id);

const passed = async (story: Story, quote: string, body: object = {}): Promise<Claim> =>
  review(reviewer, await verify(editor, await mark(editor, story, quote, body)));

describe('a newer text', () => {
  test('is stored beside the older one, and the story stands on it', async () => {
    const story = await createStory(editor);
    const { revision, claims } = await revise(story, (text) => `${text}\n\nThe sea is calm again.`);
    expect({ revision, claims }).toEqual({ revision: 2, claims: [] });
    const article = await now(story);
    expect(article).toMatchObject({ version: story.version + 1, head: story.head + 1 });
    expect(article.revision).toMatchObject({
      number: 2,
      text: `${story.revision.text}\n\nThe sea is calm again.`,
    });
    expect((await editor.get(`${path(story)}/1`)).body.text).toBe(story.revision.text);
    const { items } = answer(ListRevisions, await editor.get(path(story)));
    expect(items.map(({ number }) => number)).toEqual([2, 1]);
  });

  test('brings its headline along as the title, unless the title is another one', async () => {
    const [story, titled] = [await createStory(editor), await createStory(editor, { title: 'The ferry' })];
    for (const one of [story, titled]) await revise(one, (text) => text.replace('Ferry sinks', 'Ferry lost'));
    expect((await now(story)).title).toBe('Ferry lost off Lindholm');
    expect((await now(titled)).title).toBe('The ferry');
    const listed = await editor.get('/api/articles?q=Ferry%20lost');
    expect(listed.body.items.map(({ id }: { id: string }) => id)).toContain(story.id);
  });

  test('that is the same changes nothing', async () => {
    const story = await createStory(editor);
    expect((await revise(story, (text) => text)).revision).toBe(1);
    expect(await now(story)).toMatchObject({ version: story.version, head: story.head });
  });
});

test('the claims of a long story are placed each once, however many are stored at a time', async () => {
  const story = await createStory(editor);
  const claim = await mark(editor, story, '120 passengers');
  await desk.db.pool.query(
    `WITH copies AS (
       INSERT INTO claims (id, article_id, kind, details, placed_revision, search, created_by_id, created_at)
       SELECT uuidv7(), article_id, kind, details, placed_revision, search, created_by_id, created_at
       FROM claims, generate_series(1, 1200) WHERE id = $1 RETURNING id)
     INSERT INTO placements (claim_id, revision, article_id, start, "end", quote, sentence)
     SELECT copies.id, p.revision, p.article_id, p.start, p."end", p.quote, p.sentence
     FROM copies, placements p WHERE p.claim_id = $1`,
    [claim.id],
  );
  const told = await revise(story, (text) => text.replace('120 passengers', '140 passengers'));
  expect(new Set(told.claims.map(({ id }) => id)).size).toBe(1201);
  expect(new Set(told.claims.map(({ change, to }) => `${change}: ${to}`))).toEqual(
    new Set(['figure_changed: 140 passengers']),
  );
  const { rows } = await desk.db.pool.query(
    'SELECT count(*)::int AS placements FROM placements WHERE article_id = $1 AND revision = 2',
    [story.id],
  );
  expect(rows).toEqual([{ placements: 1201 }]);
});

describe('a verdict', () => {
  test('is kept where words, sentence and speaker are the same, wherever they stand now', async () => {
    const story = await createStory(editor);
    const claim = await passed(story, 'At least 41 people', CASUALTY);
    const result = await revise(story, (text) => `Storm over\n\nIt is cold.\n\n${text}`);
    const { text } = (await now(story)).revision;
    const span = spanOf(text, 'At least 41 people');
    expect(changeOf(result, claim)).toEqual({
      id: claim.id,
      change: 'same',
      span,
      verdictKept: true,
      fromStart: claim.span.start,
      from: 'At least 41 people',
      to: 'At least 41 people',
      ...{ pieces: [], beside: [], elsewhere: null },
    });
    expect(await claimNow(editor, claim)).toMatchObject({
      status: 'passed',
      span,
      revision: 2,
      version: claim.version + 1,
      verdict: { expired: null },
      review: { reopened: null },
    });
  });

  test('and its review expire with the figure, and both stay readable', async () => {
    const story = await createStory(editor);
    const claim = await passed(story, 'At least 41 people', CASUALTY);
    const result = await revise(story, (text) => text.replace('At least 41', 'At least 44'));
    expect(changeOf(result, claim)).toMatchObject({
      change: 'figure_changed',
      verdictKept: false,
      from: 'At least 41 people',
      to: 'At least 44 people',
      pieces: [
        { kind: 'same', text: 'At least ' },
        { kind: 'removed', text: '41' },
        { kind: 'added', text: '44' },
        { kind: 'same', text: ' people' },
      ],
      beside: [],
    });
    const after = await claimNow(editor, claim);
    expect(after.status).toBe('expired');
    expect(after.verdict).toMatchObject({ verdict: 'accurate', expired: { reasons: ['text'] } });
    expect(after.review?.reopened).not.toBeNull();
    expect(after.details).toEqual(claim.details);
    const exported = await editor.get(`/api/exports/claims?format=json&articleId=${story.id}`);
    expect(exported.text).not.toContain(claim.id);
  });

  test('expires when the one who said it is another one now', async () => {
    const story = await createStory(editor);
    const claim = await passed(story, 'At least 41 people died');
    const result = await revise(story, (text) => text.replace('the harbour office said', 'a fisherman said'));
    expect(changeOf(result, claim)).toMatchObject({
      ...{ change: 'attribution_changed', verdictKept: false, pieces: [] },
      // Its own words are the same: what changed is told by its sentence.
      beside: [
        { kind: 'same', text: 'At least 41 people died when a ferry sank off Lindholm on Tuesday, ' },
        { kind: 'removed', text: 'the harbour office ' },
        { kind: 'added', text: 'a fisherman ' },
        { kind: 'same', text: 'said.' },
      ],
    });
    expect((await claimNow(editor, claim)).status).toBe('expired');
  });

  test('expires by a sentence elsewhere, and that sentence is shown', async () => {
    const text = 'Wall falls\n\nRashid said the port was open.\n\nHe added that 14 men were lost.';
    const story = await createStory(editor, { text });
    const claim = await passed(story, '14 men');
    const result = await revise(story, (before) => before.replace('Rashid', 'Ekdal'));
    const elsewhere = {
      from: 'Rashid said the port was open.',
      to: 'Ekdal said the port was open.',
      pieces: [
        { kind: 'removed', text: 'Rashid' },
        { kind: 'added', text: 'Ekdal' },
        { kind: 'same', text: ' said the port was open.' },
      ],
    };
    expect(changeOf(result, claim)).toMatchObject({
      ...{ change: 'attribution_changed', verdictKept: false, pieces: [], beside: [], elsewhere },
    });
    const told = answer(GetTextChange, await editor.get(`/api/claims/${claim.id}/text-change`));
    expect(told.change).toMatchObject({ change: 'attribution_changed', elsewhere });
    const later = await revise(story, (before) => before.replace('Ekdal said the port was open.\n\n', ''));
    expect(changeOf(later, claim)).toMatchObject({
      elsewhere: { from: 'Ekdal said the port was open.', to: null },
    });
  });

  test('that expired is not brought back by the old words, and the place is the first one again', async () => {
    const story = await createStory(editor);
    const claim = await passed(story, 'At least 41 people', CASUALTY);
    await revise(story, (text) => text.replace('41', '44'));
    await revise(story, () => story.revision.text);
    expect(await claimNow(editor, claim)).toMatchObject({ status: 'expired', span: claim.span, revision: 3 });
  });
});

describe('a text that the story had before', () => {
  const TEXT = 'Wall falls in Harran\n\nPolice said 41 people died.\n\nRain fell all day on the old town.';
  const widened = async (): Promise<[Story, Claim]> => {
    const story = await createStory(editor, { text: TEXT });
    const marked = await mark(editor, story, '41 people died');
    const newer = (text: string) => text.replace('41 people died', 'at least 41 people died');
    await revise(story, newer);
    const { revision } = await now(story);
    const span = spanOf(revision.text, 'at least 41 people died');
    const { version } = await claimNow(editor, marked);
    const sent = { version, revision: revision.number, span };
    await editor.patch(`/api/claims/${marked.id}`, sent).expect(200);
    return [story, await review(reviewer, await verify(editor, await claimNow(editor, marked)))];
  };

  test('keeps no verdict on words that it was not given on', async () => {
    const [story, claim] = await widened();
    const result = await revise(story, () => story.revision.text);
    expect(changeOf(result, claim)).toMatchObject({ change: 'bound_changed', verdictKept: false });
    expect(await claimNow(editor, claim)).toMatchObject({
      status: 'expired',
      span: { quote: '41 people died' },
    });
  });

  test('takes no claim back from where a person put it since', async () => {
    const twice = `${TEXT}\n\nThe mayor said 41 people died.`;
    const story = await createStory(editor, { text: twice });
    const marked = await mark(editor, story, '41 people died');
    await revise(story, (text) => text.replace('all day', 'all night'));
    const { revision } = await now(story);
    const start = revision.text.lastIndexOf('41 people died');
    const span = { ...marked.span, start, end: start + marked.span.quote.length };
    await editor.patch(`/api/claims/${marked.id}`, { version: 2, revision: 2, span }).expect(200);
    const claim = await verify(editor, await claimNow(editor, marked));
    const result = await revise(story, () => story.revision.text);
    expect(changeOf(result, claim)).toMatchObject({ verdictKept: true });
    expect((await claimNow(editor, claim)).span.start).toBe(twice.lastIndexOf('41 people died'));
  });

  test('takes a claim back to where it stood, with its verdict where that was never lost', async () => {
    const story = await createStory(editor, { text: TEXT });
    const claim = await passed(story, '41 people died');
    await revise(story, (text) => text.replace('all day', 'all night'));
    await revise(story, () => story.revision.text);
    expect(await claimNow(editor, claim)).toMatchObject({ status: 'passed', span: claim.span, revision: 3 });
  });
});

describe('words that are gone', () => {
  const cut = (text: string) => text.replace(' Nobody knows how many were aboard.', '');

  test('make an orphan, which keeps its evidence and is offered its place when they are back', async () => {
    const story = await createStory(editor);
    const evidence = await addEvidence(editor, story);
    const claim = await mark(editor, story, 'Nobody knows');
    await cite(editor, claim, { evidenceId: evidence.id });
    await verify(editor, await claimNow(editor, claim));
    const result = await revise(story, cut);
    expect(changeOf(result, claim)).toMatchObject({
      change: 'gone',
      span: null,
      to: null,
      verdictKept: false,
    });
    const orphan = await claimNow(editor, claim);
    expect(orphan).toMatchObject({ status: 'orphaned', revision: 1, citationCount: 1 });

    const back = await revise(story, () => `${story.revision.text}\n\nIt is cold.`);
    const { text } = (await now(story)).revision;
    expect(back.offered).toEqual([{ id: claim.id, span: spanOf(text, 'Nobody knows') }]);
    expect((await claimNow(editor, claim)).status).toBe('orphaned');
    const placed = { version: orphan.version, revision: 3, span: back.offered[0]?.span };
    const again = answer(GetClaim, await editor.patch(`/api/claims/${claim.id}`, placed));
    expect(again).toMatchObject({ status: 'expired', revision: 3 });
    const { offered } = answer(GetRevisionChanges, await editor.get(`${path(story)}/3/changes`));
    expect(offered).toEqual([]);
  });

  test('are not looked for in another sentence', async () => {
    const story = await createStory(editor, {
      text: 'Ferry lost\n\nNine men died, the office said.\n\nNine men died, the rebels said.',
    });
    const claim = await mark(editor, story, 'Nine men died');
    const result = await revise(story, (text) => text.replace('Nine men died, the office said.\n\n', ''));
    expect(changeOf(result, claim)?.change).toBe('gone');
  });
});

test('an attribution’s spans go along, and leave it whole', async () => {
  const story = await createStory(editor);
  const { text } = story.revision;
  const content = spanOf(text, 'At least 41 people died when a ferry sank off Lindholm on Tuesday');
  const details = {
    source: spanOf(text, 'the harbour office'),
    cue: spanOf(text, 'said'),
    content: [content],
    mode: 'indirect',
    basis: 'organisation',
  };
  const claim = await mark(editor, story, content.quote, { kind: 'attribution', details });
  await revise(story, (before) => `It is cold.\n\n${before}`);
  const after = await claimNow(editor, claim);
  const moved = (await now(story)).revision.text;
  expect(after.details).toMatchObject({
    source: spanOf(moved, 'the harbour office'),
    cue: spanOf(moved, 'said'),
    content: [spanOf(moved, content.quote)],
  });
});

test('withdrawn claims go along unseen, and can be restored', async () => {
  const story = await createStory(editor);
  const claim = await mark(editor, story, '120 passengers');
  await editor.delete(`/api/claims/${claim.id}?version=1`).expect(200);
  const { claims } = await revise(story, (text) => `It is cold.\n\n${text}`);
  expect(claims).toEqual([]);
  await editor.post(`/api/claims/${claim.id}/restore`).expect(200);
  expect(await claimNow(editor, claim)).toMatchObject({ status: 'unchecked', revision: 2 });
});

test('history tells the text, and each claim whose verdict went', async () => {
  const story = await createStory(editor);
  const claim = await passed(story, 'At least 41 people', CASUALTY);
  const kept = await passed(story, '120 passengers');
  const { head } = await now(story);
  await revise(story, (text) => text.replace('41', '44'), { note: 'New toll from the office.' });
  const { items } = answer(
    GetArticleHistory,
    await editor.get(`/api/articles/${story.id}/history?after=${head}`),
  );
  expect(items.map(({ type, claimId }) => [type, claimId])).toEqual([
    ['article.revised', null],
    ['claim.replaced', claim.id],
  ]);
  expect(items[0]?.data).toMatchObject({
    before: { revision: 1 },
    after: { revision: 2 },
    note: 'New toll from the office.',
    kept: 1,
  });
  expect(items[1]?.data).toMatchObject({ change: 'figure_changed', expired: ['text'] });
  expect((await claimNow(editor, kept)).status).toBe('passed');
});

describe('two people', () => {
  test('from the same text: the second is told of the newer one, and nothing is overwritten', async () => {
    const story = await createStory(editor);
    await revise(story, (text) => `${text}\n\nIt is cold.`);
    const second = { baseRevision: 1, text: `${story.revision.text}\n\nIt is warm.` };
    const problem = refusal(await other.post(path(story), second), 'STALE_REVISION');
    expect(problem.revision).toBe(2);
    expect((await now(story)).revision.text).toContain('cold');
  });

  test('at once: one of them is stored', async () => {
    const story = await createStory(editor);
    const bodies = ['It is cold.', 'It is warm.'].map((line) => ({
      baseRevision: 1,
      text: `${story.revision.text}\n\n${line}`,
    }));
    const [one, two] = await Promise.all([
      editor.post(path(story), bodies[0] ?? {}),
      other.post(path(story), bodies[1] ?? {}),
    ]);
    expect([one.status, two.status].sort()).toEqual([201, 409]);
  });

  test('a lost reply, sent again, stores no second text', async () => {
    const story = await createStory(editor);
    const body = { baseRevision: 1, text: `${story.revision.text}\n\nIt is cold.` };
    const key = uuidv7();
    const first = await editor.post(path(story), body).set('Idempotency-Key', key);
    const again = await editor.post(path(story), body).set('Idempotency-Key', key);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect((await now(story)).revision.number).toBe(2);
  });
});

describe('is refused', () => {
  const body = { baseRevision: 1, text: 'Another text. It has two sentences.' };

  test.each([
    ['an empty text', { text: ' \n ' }, 'EMPTY_STORY'],
    ['a binary one', { text: 'a\0b' }, 'NOT_TEXT'],
    ['one that is too large', { text: 'The sea. '.repeat(240_000) }, 'TOO_LARGE'],
    ['no base', { baseRevision: undefined }, 'INVALID'],
  ] as const)('%s', async (_, change, code) => {
    const story = await createStory(editor);
    refusal(await editor.post(path(story), { ...body, ...change }), code);
    expect((await now(story)).head).toBe(story.head);
  });

  test('to viewers, in the archive, and where there is no such story', async () => {
    const story = await createStory(editor);
    refusal(await viewer.post(path(story), body), 'NEEDS_EDITOR');
    await editor.patch(`/api/articles/${story.id}`, { version: 1, status: 'archived' }).expect(200);
    refusal(await editor.post(path(story), body), 'ARCHIVED');
    refusal(await editor.post(path(story), { ...body, arrived: 'Lead 2' }), 'ARCHIVED');
    refusal(await editor.post(path({ id: uuidv7() }), body), 'NOT_FOUND');
    refusal(await editor.get(`${path(story)}/9/changes`), 'NOT_FOUND');
  });

  test('for a signed-off story, unless it arrived from outside: then the sign-off is void and says why', async () => {
    const story = await signedOffStory({ editor, reviewer });
    refusal(await editor.post(path(story), body), 'SIGNED_OFF');
    refusal(await viewer.post(path(story), { ...body, arrived: 'Lead 2' }), 'NEEDS_EDITOR');
    await revise(story, (text) => `${text}\n\nIt is cold.`, { arrived: 'Agency lead 2' });
    expect((await now(story)).status).toBe('checking');
    const state = await signOffOf(reviewer, story);
    expect(state.signOff).toBeNull();
    expect(state.ended).toMatchObject({ because: 'new_revision', reason: 'Agency lead 2' });
  });
});
