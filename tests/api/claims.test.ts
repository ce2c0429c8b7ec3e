import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type Claim,
  CreateClaim,
  EditClaim,
  GetClaim,
  ListArticleClaims,
  ReadWords,
  WithdrawClaim,
} from '../../server/contract/claims.ts';
import {
  CASUALTY,
  createStory,
  mark,
  markBody,
  STORY,
  type Story,
  spanOf,
  verify,
} from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';

const desk = useDesk();
let editor: Person;
let other: Person;
let reviewer: Person;
let viewer: Person;
let story: Story;

beforeAll(async () => {
  editor = await desk.person('editor');
  other = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  viewer = await desk.person('viewer');
});
beforeEach(async () => {
  story = await createStory(editor);
});

const claimsPath = (of: Story = story) => `/api/articles/${of.id}/claims`;
const claimsOf = async (of: Story = story, query = '') =>
  answer(ListArticleClaims, await editor.get(`${claimsPath(of)}${query}`));
const get = async (claim: { id: string }, as: Person = editor) =>
  answer(GetClaim, await as.get(`/api/claims/${claim.id}`));
const patch = (as: Person, claim: Claim, body: object) =>
  as.patch(`/api/claims/${claim.id}`, { version: claim.version, ...body });
const edit = async (as: Person, claim: Claim, body: object) =>
  answer(EditClaim, await patch(as, claim, body));
const withdraw = async (claim: Claim) =>
  answer(WithdrawClaim, await editor.delete(`/api/claims/${claim.id}?version=${claim.version}`));

/** Everything a refused write could have touched. */
const stateOf = async (of: Story = story) => {
  const { items, head } = await claimsOf(of);
  return JSON.stringify({ items, head });
};

/** Give the story a second text, as a later import would. */
async function revise(of: Story, text: string): Promise<void> {
  const end = text.length;
  await desk.db.prisma.$executeRaw`
    INSERT INTO revisions (article_id, number, text, sha256, blocks, furniture, created_by_id, created_at)
    VALUES (${of.id}::uuid, 2, ${text}, '\\x00', ${JSON.stringify([{ role: 'paragraph', start: 0, end }])}::jsonb, '[]',
      ${editor.id}::uuid, now())`;
  await desk.db.prisma.$executeRaw`
    INSERT INTO sentences (article_id, revision, number, block, start, "end", text)
    VALUES (${of.id}::uuid, 2, 0, 0, 0, ${end}, ${text})`;
  await desk.db.prisma.$executeRaw`UPDATE articles SET current_revision = 2 WHERE id = ${of.id}::uuid`;
  await desk.db.prisma.$executeRaw`UPDATE claims SET status = 'orphaned' WHERE article_id = ${of.id}::uuid`;
}

describe('marking', () => {
  test('stores the words with their sentence, and says what may be done', async () => {
    const claim = await mark(editor, story, 'At least 41 people', CASUALTY);
    expect(claim).toMatchObject({
      articleId: story.id,
      revision: 1,
      sentence: 1,
      version: 1,
      span: spanOf(STORY, 'At least 41 people'),
      sentenceText: STORY.split('\n\n')[1],
      sentenceStart: STORY.indexOf('\n\n') + 2,
      kind: 'casualty_count',
      status: 'unchecked',
      summary: null,
      assigneeId: null,
      createdBy: editor.id,
      attributionIds: [],
      sameFactAs: null,
      verdict: null,
      review: null,
      citationCount: 0,
      openComments: 0,
      can: ['edit', 'verify', 'comment', 'withdraw'],
    });
    expect(claim.details).toMatchObject({ outcome: 'killed', low: 41, best: null, partOf: null });
    expect(await get(claim)).toEqual(claim);
    expect((await get(claim, viewer)).can).toEqual([]);
    expect((await get(claim, reviewer)).can).toEqual(['edit', 'verify', 'comment', 'withdraw']);
  });

  test('answers 201 first and 200 for a repeat', async () => {
    const body = { id: uuidv7(), ...markBody(story, 'Nine children') };
    expect((await editor.post(claimsPath(), body)).status).toBe(201);
    expect((await editor.post(claimsPath(), body)).status).toBe(200);
  });

  test('reads details from the words where none are given, in the light of their sentence', async () => {
    const read: [kind: string, quote: string, expected: object][] = [
      [
        'casualty_count',
        'At least 41 people',
        { outcome: 'killed', low: 41, best: null, modifier: 'at_least' },
      ],
      [
        'attribution',
        'We have 30 more in our wards',
        { mode: 'direct', content: [{ quote: 'We have 30 more in our wards' }] },
      ],
      ['fact', 'Tuesday', { about: 'date' }],
      ['source', 'Ada Moor', { sourceId: null }],
    ];
    for (const [kind, quote, details] of read) {
      const body = { revision: 1, kind, span: spanOf(STORY, quote) };
      const { items } = await claimsOf();
      const words = answer(ReadWords, await viewer.post(`${claimsPath()}/read`, body));
      expect(words).toMatchObject({ kind, details });
      expect((await claimsOf()).items).toEqual(items);
      expect(answer(CreateClaim, await editor.post(claimsPath(), body)).details).toEqual(words.details);
    }
  });

  test('takes spans over several sentences, nested and overlapping', async () => {
    const long = await mark(editor, story, 'The ferry had room for 120 passengers. Nobody knows');
    const nested = await mark(editor, story, '120 passengers');
    expect([long.sentence, nested.sentence]).toEqual([4, 4]);
    expect((await claimsOf()).items.map(({ id }) => id)).toEqual([long.id, nested.id]);
  });

  const wrong: Record<
    string,
    [code: Parameters<typeof refusal>[1], body: (of: Story) => object, path?: string]
  > = {
    'words that do not stand there': [
      'SPAN_MISMATCH',
      () => ({ span: { start: 0, end: 5, quote: 'Barge' } }),
      'span',
    ],
    'words beyond the end': [
      'SPAN_MISMATCH',
      () => ({ span: { start: 9000, end: 9005, quote: 'Ferry' } }),
      'span',
    ],
    'a beginning between sentences': [
      'SPAN_OUTSIDE',
      ({ revision: { text } }) => ({ span: spanOf(text, '\nAt least') }),
      'span',
    ],
    'an end before the start': ['INVALID', () => ({ span: { start: 5, end: 2, quote: 'Fer' } }), 'span.end'],
    'half a surrogate pair': [
      'INVALID',
      () => ({ span: { start: 0, end: 1, quote: '\ud83d' } }),
      'span.quote',
    ],
    'a NUL in the summary': ['INVALID', () => ({ summary: 'a\0b' }), 'summary'],
    'a field that nobody knows': ['INVALID', () => ({ status: 'passed' })],
    'a field of another kind': [
      'DETAILS_MISMATCH',
      () => ({ details: { about: 'date', low: 3 } }),
      'details',
    ],
    'a figure that cannot be': [
      'INVALID',
      () => ({ kind: 'casualty_count', details: { outcome: 'killed', low: -1 } }),
      'details.low',
    ],
    'bounds the wrong way round': [
      'INVALID',
      () => ({ kind: 'casualty_count', details: { outcome: 'killed', low: 9, high: 3 } }),
      'details.low',
    ],
    'a source span that is not its words': [
      'SPAN_MISMATCH',
      () => ({ kind: 'attribution', details: { source: { start: 0, end: 5, quote: 'Barge' } } }),
      'details.source',
    ],
    'a via span that is not its words': [
      'SPAN_MISMATCH',
      () => ({ kind: 'attribution', details: { via: [{ span: { start: 0, end: 5, quote: 'Barge' } }] } }),
      'details.via.0.span',
    ],
    'part of what is not there': [
      'UNKNOWN_REFERENCE',
      () => ({ kind: 'casualty_count', details: { outcome: 'killed', partOf: uuidv7() } }),
      'details.partOf',
    ],
    'a source that is not in the register': [
      'UNKNOWN_REFERENCE',
      () => ({ kind: 'source', details: { sourceId: uuidv7() } }),
      'details.sourceId',
    ],
    'through a source that is not in the register': [
      'UNKNOWN_REFERENCE',
      () => ({ kind: 'attribution', details: { via: [{ sourceId: uuidv7() }] } }),
      'details.via.0.sourceId',
    ],
  };
  test.each(Object.entries(wrong))('refuses %s and stores nothing', async (_name, [code, body, path]) => {
    const before = await stateOf();
    const response = await editor.post(claimsPath(), markBody(story, '120 passengers', body(story)));
    const { issues } = refusal(response, code);
    if (path !== undefined) expect(issues?.map((issue) => issue.path)).toContain(path);
    expect(await stateOf()).toBe(before);
  });

  test('refuses part of a claim of another story, of another kind, or withdrawn', async () => {
    const elsewhere = await createStory(editor);
    const foreign = await mark(editor, elsewhere, 'At least 41 people', CASUALTY);
    const fact = await mark(editor, story, '120 passengers');
    const gone = await withdraw(await mark(editor, story, 'At least 41 people', CASUALTY));
    for (const partOf of [foreign.id, fact.id, gone.id]) {
      const body = markBody(story, 'Nine children', { ...CASUALTY, details: { outcome: 'killed', partOf } });
      refusal(await editor.post(claimsPath(), body), 'UNKNOWN_REFERENCE');
    }
  });

  test('refuses viewers, strangers, archived stories and stories that are not there', async () => {
    const body = markBody(story, '120 passengers');
    refusal(await viewer.post(claimsPath(), body), 'NEEDS_EDITOR');
    refusal(await desk.stranger.post(claimsPath(), body), 'NOT_SIGNED_IN');
    refusal(await editor.post(`/api/articles/${uuidv7()}/claims`, body), 'NOT_FOUND');
    refusal(await editor.post('/api/articles/nothing/claims', body), 'NOT_FOUND');
    await editor.patch(`/api/articles/${story.id}`, { version: 1, status: 'archived' }).expect(200);
    refusal(await editor.post(claimsPath(), body), 'ARCHIVED');
    expect((await claimsOf()).items).toEqual([]);
  });

  test('refuses an id that is another’s', async () => {
    const claim = await mark(editor, story, '120 passengers');
    const body = { id: claim.id, ...markBody(story, 'Nine children') };
    refusal(await editor.post(claimsPath(), body), 'ID_USED');
    refusal(await other.post(claimsPath(), body), 'ID_USED');
    expect((await claimsOf()).items).toEqual([claim]);
  });
});

describe('a mark made on an older text', () => {
  test('is answered with where the words are now', async () => {
    const text = `Update. ${STORY.split('\n\n')[1]}`;
    await revise(story, text);
    const body = markBody(story, 'At least 41 people');
    const { revision, proposed } = refusal(await editor.post(claimsPath(), body), 'STALE_REVISION');
    expect(revision).toBe(2);
    expect(proposed).toEqual(spanOf(text, 'At least 41 people'));
    expect((await claimsOf()).items).toEqual([]);
    const again = { ...body, revision: 2, span: proposed };
    expect(answer(CreateClaim, await editor.post(claimsPath(), again))).toMatchObject({
      revision: 2,
      sentence: 0,
    });
  });

  test('is answered with nothing where the words are gone or stand twice', async () => {
    await revise(story, 'Nine children, and nine more. Nine children in all.');
    const gone = refusal(
      await editor.post(claimsPath(), markBody(story, '120 passengers')),
      'STALE_REVISION',
    );
    const twice = refusal(
      await editor.post(claimsPath(), markBody(story, 'Nine children')),
      'STALE_REVISION',
    );
    expect([gone.proposed, twice.proposed]).toEqual([null, null]);
  });

  test('is refused in an edit and in reading as well', async () => {
    const claim = await mark(editor, story, 'At least 41 people', CASUALTY);
    await revise(story, `Now: ${STORY}`);
    const span = spanOf(STORY, '41 people');
    refusal(await patch(editor, claim, { revision: 1, span }), 'STALE_REVISION');
    refusal(await editor.post(`${claimsPath()}/read`, { revision: 1, kind: 'fact', span }), 'STALE_REVISION');
  });

  test('an orphan placed anew keeps its old verdict readable, but no longer holding', async () => {
    const claim = await verify(editor, await mark(editor, story, 'At least 41 people', CASUALTY));
    const text = `At least 41 people died.`;
    await revise(story, text);
    const orphan = await get(claim);
    expect(orphan).toMatchObject({ status: 'orphaned', revision: 1, can: ['edit', 'comment', 'withdraw'] });
    refusal(
      await editor.put(`/api/claims/${claim.id}/verdict`, {
        version: orphan.version,
        verdict: 'waived',
        reason: 'x',
      }),
      'ORPHANED',
    );
    const placed = await edit(editor, orphan, { revision: 2, span: spanOf(text, 'At least 41 people') });
    expect(placed).toMatchObject({ status: 'expired', revision: 2, sentence: 0 });
    expect(placed.verdict?.expired?.reasons).toContain('text');
  });
});

describe('lost replies', () => {
  test('a create sent again under its key, and under its id, marks once', async () => {
    const body = { id: uuidv7(), ...markBody(story, '120 passengers') };
    const first = answer(
      CreateClaim,
      await editor.post(claimsPath(), body).set('Idempotency-Key', 'k-create'),
    );
    const changed = await edit(editor, first, { summary: 'Room aboard' });
    const sameKey = await editor.post(claimsPath(), body).set('Idempotency-Key', 'k-create');
    const sameId = await editor.post(claimsPath(), body);
    const otherKey = await editor.post(claimsPath(), body).set('Idempotency-Key', 'k-create-2');
    for (const response of [sameKey, sameId, otherKey])
      expect(answer(CreateClaim, response)).toEqual(changed);
    expect((await claimsOf()).items).toHaveLength(1);
  });

  test('a create without an id is known by its key', async () => {
    const body = markBody(story, '120 passengers');
    const send = () => editor.post(claimsPath(), body).set('Idempotency-Key', 'k-no-id');
    const [first, second] = await Promise.all([send(), send()]);
    expect(first.body.id).toBe(second.body.id);
    expect([first.status, second.status].sort()).toEqual([200, 201]);
    expect((await claimsOf()).items).toHaveLength(1);
  });

  test('a key under another body, path or person', async () => {
    const claim = await mark(editor, story, '120 passengers');
    const send = (as: Person, body: object) => patch(as, claim, body).set('Idempotency-Key', 'k-reused');
    answer(EditClaim, await send(editor, { summary: 'One' }));
    refusal(await send(editor, { summary: 'Two' }), 'KEY_REUSED');
    refusal(
      await editor.post(claimsPath(), markBody(story, 'Nine children')).set('Idempotency-Key', 'k-reused'),
      'KEY_REUSED',
    );
    refusal(await send(other, { summary: 'Two' }), 'STALE_VERSION');
    expect((await get(claim)).summary).toBe('One');
    expect((await claimsOf()).items).toHaveLength(1);
  });

  test('a refused write leaves its key free', async () => {
    const bad = markBody(story, '120 passengers', { span: { start: 0, end: 1, quote: 'x' } });
    refusal(await editor.post(claimsPath(), bad).set('Idempotency-Key', 'k-free'), 'SPAN_MISMATCH');
    const good = markBody(story, '120 passengers');
    expect((await editor.post(claimsPath(), good).set('Idempotency-Key', 'k-free')).status).toBe(201);
  });
});
