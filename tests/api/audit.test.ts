/** The attribution audit over the API: who says what, what it is held against, flags and their dismissals. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { DismissFlag, ListAudits, RestoreFlag } from '../../server/contract/audit.ts';
import { type Claim, EditClaim } from '../../server/contract/claims.ts';
import { ListCitations } from '../../server/contract/evidence.ts';
import { GetArticleHistory } from '../../server/contract/history.ts';
import { CreateSource } from '../../server/contract/sources.ts';
import { addEvidence, cite, claimNow, headOf } from '../support/attached.ts';
import { auditOf, flagPath, flagsOf, pathOf } from '../support/audit.ts';
import { CASUALTY, createStory, mark, review, type Story, spanOf, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { countStatements } from '../support/statements.ts';

const desk = useDesk();
let editor: Person;
let other: Person;
let reviewer: Person;
let viewer: Person;
let admin: Person;

beforeAll(async () => {
  editor = await desk.person('editor');
  other = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  viewer = await desk.person('viewer');
  admin = await desk.person('admin');
});

const PEOPLE = 'At least 41 people died';
const words = (story: Story, quote: string) => spanOf(story.revision.text, quote);
/** The harbour office's attribution of the first sentence. */
const saidByOffice = (story: Story, details: object = {}) =>
  mark(editor, story, `${PEOPLE} when a ferry sank off Lindholm on Tuesday`, {
    kind: 'attribution',
    details: {
      source: words(story, 'the harbour office'),
      cue: words(story, 'said.'),
      basis: 'organisation',
      mode: 'indirect',
      ...details,
    },
  });
const attribute = async (claim: Claim, ...to: Claim[]) =>
  answer(
    EditClaim,
    await editor.patch(`/api/claims/${claim.id}`, {
      version: claim.version,
      attributionIds: to.map(({ id }) => id),
    }),
  );
const REASON = { reason: 'The toll is on the public register.' };
const flagged = async (body: object = {}) => {
  const story = await createStory(editor, body);
  const claim = await mark(editor, story, PEOPLE, CASUALTY);
  return { story, claim, path: await flagPath(editor, story) };
};

describe('the attributions of a story', () => {
  test('stand in the order of the text with source, chain, claims and evidence', async () => {
    const story = await createStory(editor);
    const source = answer(
      CreateSource,
      await editor.post('/api/sources', { name: `Office ${uuidv7()}`, kind: 'organisation' }),
    );
    const radio = await mark(editor, story, '“We have 30 more in our wards,”', {
      kind: 'attribution',
      details: {
        source: words(story, 'she'),
        cue: words(story, 'told'),
        via: [{ span: words(story, 'Coast Radio'), sourceId: null }],
        mode: 'direct',
      },
    });
    const office = await saidByOffice(story, { sourceId: source.id });
    const claim = await attribute(await mark(editor, story, PEOPLE, CASUALTY), office);
    const evidence = await addEvidence(editor, story);
    const citation = await cite(editor, claim, {
      evidenceId: evidence.id,
      quote: 'So far 41 bodies were found.',
      locator: 'p. 2',
    });

    const { items, sources, head } = await auditOf(viewer, story);
    expect(items.map((item) => item.claim.id)).toEqual([office.id, radio.id]);
    expect(items[0]).toMatchObject({
      source: { id: source.id, name: source.name, kind: 'organisation', confidential: false },
      chain: ['the harbour office'],
      attributed: [claim.id],
      evidence: [
        {
          citationId: citation.id,
          claimId: claim.id,
          evidenceId: evidence.id,
          locator: 'p. 2',
          stance: 'supports',
        },
      ],
      comparisons: [
        { claimId: claim.id, citationId: citation.id, figures: [{ words: '41', value: 41, found: true }] },
      ],
    });
    expect(items[1]).toMatchObject({
      source: null,
      chain: ['she', 'Coast Radio'],
      attributed: [],
      evidence: [],
    });
    expect(sources).toEqual([
      { source: items[0]?.source, descriptions: ['the harbour office'], attributionIds: [office.id] },
      { source: null, descriptions: ['she'], attributionIds: [radio.id] },
    ]);
    expect(head).toBe(await headOf(editor, story));
  });

  test('of one source are one group, whatever the case of its words; nobody is no group', async () => {
    const story = await createStory(editor);
    const said = { source: words(story, 'the harbour office') };
    const [first, second] = [await saidByOffice(story), await saidByOffice(story, said)];
    const nobody = await mark(editor, story, 'Nobody knows how many were aboard', {
      kind: 'attribution',
      details: {},
    });
    const nobodyElse = await mark(editor, story, 'room for 120 passengers', {
      kind: 'attribution',
      details: {},
    });
    expect((await auditOf(editor, story)).sources.map((group) => group.attributionIds)).toEqual([
      [first.id, second.id].sort(),
      [nobodyElse.id],
      [nobody.id],
    ]);
  });

  test('that were withdrawn are left out', async () => {
    const story = await createStory(editor);
    const office = await saidByOffice(story);
    await editor.delete(`/api/claims/${office.id}?version=1`).expect(200);
    expect(await auditOf(editor, story)).toMatchObject({ items: [], sources: [], flags: [] });
  });
});

describe('a flag', () => {
  test('is told to everyone who sees the story, and dismissed by those who may edit it', async () => {
    const { story, claim } = await flagged();
    const [seen] = await flagsOf(viewer, story, 'unattributed');
    expect(seen).toMatchObject({
      claimIds: [claim.id],
      span: claim.span,
      explanation: `Nobody is said to have counted “${PEOPLE}”.`,
      dismissed: null,
      can: [],
    });
    expect((await flagsOf(editor, story, 'unattributed'))[0]).toEqual({ ...seen, can: ['dismiss'] });
  });

  test('goes when what it was found by goes', async () => {
    const { story, claim } = await flagged();
    await attribute(claim, await saidByOffice(story));
    expect(await flagsOf(editor, story, 'unattributed')).toEqual([]);
  });

  test('stays dismissed with its reason, and can be brought back', async () => {
    const { story, claim, path } = await flagged();
    const dismissed = answer(DismissFlag, await editor.put(path, REASON));
    expect(dismissed.dismissed).toMatchObject({ by: editor.id, ...REASON });
    expect(dismissed.can).toEqual(['dismiss', 'restore']);
    expect(await flagsOf(editor, story, 'unattributed')).toEqual([dismissed]);
    const restored = answer(RestoreFlag, await reviewer.delete(path));
    expect(restored).toEqual({ ...dismissed, dismissed: null, can: ['dismiss'] });

    const { items } = answer(GetArticleHistory, await editor.get(`/api/articles/${story.id}/history`));
    const told = { flag: dismissed.key, code: 'unattributed', claimIds: [claim.id] };
    expect(items.slice(-2)).toMatchObject([
      {
        type: 'flag.dismissed',
        claimId: claim.id,
        actor: { id: editor.id },
        data: { ...told, after: REASON },
      },
      {
        type: 'flag.restored',
        claimId: claim.id,
        actor: { id: reviewer.id },
        data: { ...told, before: REASON, after: { reason: null } },
      },
    ]);
  });

  test('dismissed again takes the new reason', async () => {
    const { story, path } = await flagged();
    await editor.put(path, REASON).expect(200);
    const again = answer(DismissFlag, await other.put(path, { reason: 'Settled with the desk.' }));
    expect(again.dismissed).toMatchObject({ by: other.id, reason: 'Settled with the desk.' });
    const { items } = answer(GetArticleHistory, await editor.get(`/api/articles/${story.id}/history`));
    expect(items.at(-1)?.data).toMatchObject({ before: REASON, after: { reason: 'Settled with the desk.' } });
  });

  test('comes back when what it was found by changes', async () => {
    const { story, claim, path } = await flagged();
    await editor.put(path, REASON).expect(200);
    const body = { version: claim.version, revision: 1, span: words(story, '41 people died') };
    await editor.patch(`/api/claims/${claim.id}`, body).expect(200);
    const flags = await flagsOf(editor, story, 'unattributed');
    expect(flags).toMatchObject([{ dismissed: null, span: { quote: '41 people died' } }]);
    expect(pathOf(story, flags[0] ?? { key: '' })).not.toBe(path);
    refusal(await editor.put(path, REASON), 'NOT_FOUND');
    // What changes back is dismissed as it was.
    const back = { version: claim.version + 1, revision: 1, span: claim.span };
    await editor.patch(`/api/claims/${claim.id}`, back).expect(200);
    expect(await flagsOf(editor, story, 'unattributed')).toMatchObject([{ dismissed: REASON }]);
  });

  test('that is not there is refused, and nothing is told', async () => {
    const { story, path } = await flagged();
    const elsewhere = await createStory(editor);
    const head = await headOf(editor, story);
    refusal(await editor.put(pathOf(story, { key: '0'.repeat(32) }), REASON), 'NOT_FOUND');
    refusal(await editor.delete(pathOf(story, { key: '0'.repeat(32) })), 'NOT_FOUND');
    refusal(await editor.put(path.replace(story.id, elsewhere.id), REASON), 'NOT_FOUND');
    refusal(await editor.put(pathOf(story, { key: 'no key' }), REASON), 'NOT_FOUND');
    refusal(await editor.delete(path), 'NOT_DISMISSED');
    expect(refusal(await editor.put(path, { reason: ' ' }), 'INVALID').issues?.[0]?.path).toBe('reason');
    expect(await headOf(editor, story)).toBe(head);
    expect(await flagsOf(editor, story, 'unattributed')).toMatchObject([{ dismissed: null }]);
  });

  test('is not dismissed by viewers, nor in an archived story', async () => {
    const { story, path } = await flagged();
    refusal(await viewer.put(path, REASON), 'NEEDS_EDITOR');
    refusal(await viewer.delete(path), 'NEEDS_EDITOR');
    refusal(await desk.stranger.put(path, REASON), 'NOT_SIGNED_IN');
    await editor.patch(`/api/articles/${story.id}`, { version: 1, status: 'archived' }).expect(200);
    refusal(await editor.put(path, REASON), 'ARCHIVED');
    expect(await flagsOf(editor, story, 'unattributed')).toMatchObject([{ dismissed: null, can: [] }]);
  });

  test('is dismissed once by a write that is repeated', async () => {
    const { story, path } = await flagged();
    const send = () => editor.put(path, REASON).set('Idempotency-Key', `dismiss-${story.id}`);
    const [first, second] = [answer(DismissFlag, await send()), answer(DismissFlag, await send())];
    expect(second).toEqual(first);
    const { items } = answer(GetArticleHistory, await editor.get(`/api/articles/${story.id}/history`));
    expect(items.filter(({ type }) => type === 'flag.dismissed')).toHaveLength(1);
    const reused = editor.put(path, { reason: 'Another.' }).set('Idempotency-Key', `dismiss-${story.id}`);
    refusal(await reused, 'KEY_REUSED');
  });

  test('is dismissed by two people at once, one after the other', async () => {
    const { story, path } = await flagged();
    const answers = await Promise.all([editor.put(path, REASON), other.put(path, REASON)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { items } = answer(GetArticleHistory, await editor.get(`/api/articles/${story.id}/history`));
    const told = items.filter(({ type }) => type === 'flag.dismissed');
    expect(told.map(({ data }) => 'before' in data)).toEqual([false, true]);
  });
});

describe('over all stories', () => {
  const list = async (as: Person, query = '') =>
    answer(ListAudits, await as.get(`/api/attributions${query}`));
  const find = async (as: Person, { id }: { id: string }) =>
    (await list(as, '?limit=50')).items.find((item) => item.article.id === id);

  test('attributions are counted by their review, and flags by their code', async () => {
    const { story, path } = await flagged({ deadline: '2026-01-01T06:00:00Z', priority: 'high' });
    const details = { basis: 'own' };
    const marked = [];
    for (let n = 0; n < 4; n++) marked.push(await saidByOffice(story, { ...details, content: [] }));
    const [first, second, third] = marked;
    for (const claim of marked.slice(0, 3)) await verify(editor, claim, { verdict: 'waived' });
    if (first) await review(reviewer, await claimNow(editor, first));
    if (second)
      await review(reviewer, await claimNow(editor, second), {
        decision: 'returned',
        reasonCode: 'other',
        note: 'Who?',
      });
    expect(third).toBeDefined();
    expect(await find(viewer, story)).toEqual({
      article: {
        id: story.id,
        title: story.title,
        deadline: '2026-01-01T06:00:00.000Z',
        priority: 'high',
        status: 'checking',
      },
      attributions: 4,
      toReview: 1,
      returned: 1,
      passed: 1,
      flags: [],
    });
    const again = await flagged({ deadline: '2026-01-01T06:00:00Z' });
    expect((await find(viewer, again.story))?.flags).toEqual([{ code: 'unattributed', count: 1 }]);
    await editor.put(again.path, REASON).expect(200);
    expect((await find(viewer, again.story))?.flags).toEqual([]);
    refusal(await editor.put(path, REASON), 'NOT_FOUND');
  });

  test('the soonest deadline comes first, page by page', async () => {
    const deadlines = ['2025-01-03T06:00:00Z', '2025-01-01T06:00:00Z', '2025-01-02T06:00:00Z'];
    const made = [];
    for (const deadline of deadlines) made.push((await createStory(editor, { deadline })).id);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null && seen.length < 3) {
      const page: Awaited<ReturnType<typeof list>> = await list(
        editor,
        `?limit=1${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...page.items.map(({ article }) => article.id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([made[1], made[2], made[0]]);
    refusal(await editor.get('/api/attributions?cursor=x'), 'INVALID');
    refusal(await editor.get('/api/attributions?limit=51'), 'INVALID');
  });

  test('archived stories are left out', async () => {
    const story = await createStory(editor, { deadline: '2024-01-01T06:00:00Z' });
    expect(await find(editor, story)).toBeDefined();
    await editor.patch(`/api/articles/${story.id}`, { version: 1, status: 'archived' }).expect(200);
    expect(await find(editor, story)).toBeUndefined();
  });

  test('a restricted story is there for its people alone', async () => {
    const { story, path } = await flagged({ access: 'restricted', deadline: '2024-01-01T06:00:00Z' });
    expect(await find(editor, story)).toBeDefined();
    for (const as of [other, admin, viewer]) {
      expect(JSON.stringify(await list(as, '?limit=50'))).not.toContain(story.id);
      refusal(await as.get(`/api/articles/${story.id}/attributions`), 'NOT_FOUND');
      refusal(await as.put(path, REASON), 'NOT_FOUND');
      refusal(await as.delete(path), 'NOT_FOUND');
    }
    expect(await flagsOf(editor, story, 'unattributed')).toMatchObject([{ dismissed: null }]);
  });
});

describe('what an audit costs the database', () => {
  test('does not grow with claims, evidence, sources or stories', async () => {
    const one = await createStory(editor, { deadline: '2023-01-01T06:00:00Z' });
    await saidByOffice(one);
    const asked = (path: string) => countStatements(() => viewer.get(path).expect(200));
    await asked(`/api/articles/${one.id}/attributions`);
    const single = await asked(`/api/articles/${one.id}/attributions`);
    const alone = await asked('/api/attributions?limit=1');

    for (const quote of ['the harbour office', 'Nine children']) {
      const source = answer(
        CreateSource,
        await editor.post('/api/sources', { name: `Office ${uuidv7()}`, kind: 'organisation' }),
      );
      const claim = await mark(editor, one, quote, {
        kind: 'attribution',
        details: { source: words(one, 'the harbour office'), sourceId: source.id },
      });
      await cite(editor, claim, { evidenceId: (await addEvidence(editor, one)).id });
    }
    expect(await asked(`/api/articles/${one.id}/attributions`)).toBe(single);
    for (let n = 0; n < 3; n++) await flagged();
    expect(await asked('/api/attributions?limit=50')).toBe(alone);
  });
});

describe('figures of a citation', () => {
  test('are looked for in the words relied on', async () => {
    const story = await createStory(editor);
    const claim = await mark(editor, story, PEOPLE, CASUALTY);
    const evidence = await addEvidence(editor, story);
    const figures = async (quote: string | null) =>
      (await cite(editor, claim, { evidenceId: evidence.id, quote })).figures;
    const forty = (found: boolean) => [{ words: '41', value: 41, found }];
    expect(await figures('Forty-one bodies were found.')).toEqual(forty(true));
    expect(await figures('٤١ قتيلا')).toEqual(forty(true));
    expect(await figures('The toll is 14.')).toEqual(forty(false));
    expect(await figures(null)).toEqual([]);
    const { items } = answer(ListCitations, await editor.get(`/api/claims/${claim.id}/citations`));
    expect(items.map((item) => item.figures)).toEqual([forty(true), forty(true), forty(false), []]);
  });
});
