/** Suggestions: found once in each text, decided on once, and lasting over revisions. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { EditArticle } from '../../server/contract/articles.ts';
import type { AnswerOf } from '../../server/contract/endpoint.ts';
import { GetArticleHistory } from '../../server/contract/history.ts';
import {
  AcceptSuggestion,
  DismissSuggestion,
  ListSuggestionRules,
  RestoreSuggestion,
} from '../../server/contract/suggestions.ts';
import { ensureSuggestions } from '../../server/features/suggestions/ensure.ts';
import { find } from '../../server/features/suggestions/found.ts';
import type { Reading } from '../../server/services.ts';
import { claimNow, eventsAfter, headOf } from '../support/attached.ts';
import { CASUALTY, createStory, mark, STORY, type Story, spanOf, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { confirmPath } from '../support/reworded.ts';
import { readyStory, seen, signOff, signOffOf, signOffPath } from '../support/sign-off.ts';
import {
  ferryExtractor,
  listSuggestions,
  storeRevision,
  suggested,
  suggestionsPath,
} from '../support/suggestions.ts';

const desk = useDesk({ extractor: ferryExtractor });
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

const ALL = ['toll', 'office_says', 'moor_says', 'children', 'moor', 'room'];
const rulesOf = async (story: Story, query = '', as = editor) =>
  (await listSuggestions(as, story, query)).items.map(({ rule }) => rule).sort();
const path = ({ id }: { id: string }, verb: string) => `/api/suggestions/${id}/${verb}`;

type Accepted = AnswerOf<typeof AcceptSuggestion>;
async function accept(story: Story, rule: string, body: object = {}, as = editor): Promise<Accepted> {
  return answer(AcceptSuggestion, await as.post(path(await suggested(as, story, rule), 'accept'), body));
}
async function dismiss(story: Story, rule: string) {
  return answer(DismissSuggestion, await editor.post(path(await suggested(editor, story, rule), 'dismiss')));
}
const history = async (story: Story, after: number) =>
  answer(GetArticleHistory, await editor.get(`/api/articles/${story.id}/history?after=${after}`)).items;
const withdraw = async (claim: { id: string; version: number }) =>
  editor.delete(`/api/claims/${claim.id}?version=${claim.version}`).expect(200);

describe('the list', () => {
  test('has what the program would mark, in the order of the text, with why and what it leads to', async () => {
    const story = await createStory(editor);
    const { items, supported, head } = await listSuggestions(editor, story);
    expect(supported).toBe(true);
    expect(head).toBe(await headOf(editor, story));
    expect(items.map(({ span }) => span.start)).toEqual(
      items.map(({ span }) => span.start).sort((a, b) => a - b),
    );
    const [children, toll] = [
      await suggested(editor, story, 'children'),
      await suggested(editor, story, 'toll'),
    ];
    expect(children).toMatchObject({
      articleId: story.id,
      revision: 1,
      kind: 'casualty_count',
      why: 'made by hand: children',
      confidence: 0.6,
      state: 'open',
      claimId: null,
      partOf: toll.id,
      attributedBy: [(await suggested(editor, story, 'moor_says')).id],
      decided: null,
      can: ['accept', 'dismiss'],
    });
    for (const { span, sentence } of items) {
      expect(story.revision.text.slice(span.start, span.end)).toBe(span.quote);
      const { start, end } = story.revision.sentences[sentence] ?? { start: -1, end: -1 };
      expect(span.start).toBeGreaterThanOrEqual(start);
      expect(span.start).toBeLessThan(end);
    }
  });

  test('is for viewers too, who can do nothing about it', async () => {
    const story = await createStory(editor);
    expect((await listSuggestions(viewer, story)).items.map(({ can }) => can)).toEqual(ALL.map(() => []));
    const toll = await suggested(viewer, story, 'toll');
    for (const verb of ['accept', 'dismiss', 'restore'])
      refusal(await viewer.post(path(toll, verb)), 'NEEDS_EDITOR');
    const items = [{ suggestionId: toll.id, id: uuidv7() }];
    refusal(await viewer.post(suggestionsPath(story, '/accept'), { revision: 1, items }), 'NEEDS_EDITOR');
  });

  test('says where the language is not read, and looks again once it is said to be another', async () => {
    const story = await createStory(editor, { language: 'fi' });
    expect(await listSuggestions(editor, story)).toMatchObject({ items: [], supported: false });
    const edit = await editor.patch(`/api/articles/${story.id}`, { version: 1, language: 'en' });
    answer(EditArticle, edit);
    expect(await listSuggestions(editor, story)).toMatchObject({ supported: true });
    expect(await rulesOf(story)).toEqual([...ALL].sort());
    await editor.patch(`/api/articles/${story.id}`, { version: 2, language: 'fi' }).expect(200);
    expect(await listSuggestions(editor, story)).toMatchObject({ items: [], supported: false });
  });

  test('can be asked for one state', async () => {
    const story = await createStory(editor);
    await accept(story, 'room');
    await dismiss(story, 'moor');
    expect(await rulesOf(story, '?state=accepted')).toEqual(['room']);
    expect(await rulesOf(story, '?state=dismissed')).toEqual(['moor']);
    expect(await rulesOf(story, '?state=open')).toEqual(['children', 'moor_says', 'office_says', 'toll']);
    expect(await rulesOf(story)).toEqual([...ALL].sort());
    refusal(await editor.get(suggestionsPath(story, '?state=gone')), 'INVALID');
  });

  test('is found once, whoever asks at once and however often, by the same ids', async () => {
    const story = await createStory(editor);
    const asked = await Promise.all([editor, other, viewer].map((as) => listSuggestions(as, story)));
    const [ids] = asked.map(({ items }) => items.map(({ id }) => id));
    for (const { items } of asked) expect(items.map(({ id }) => id)).toEqual(ids);
    // As another server would, which has not heard of the first.
    let found = 0;
    const services = { db: desk.db, now: () => desk.clock.now };
    const extract = async (reading: Reading) => {
      found += 1;
      return find(reading, ferryExtractor);
    };
    await ensureSuggestions({ ...services, extract }, story.id);
    expect(found).toBe(0);
    await desk.db.prisma.extraction.deleteMany({ where: { articleId: story.id } });
    await Promise.all([
      ensureSuggestions({ ...services, extract }, story.id),
      listSuggestions(editor, story),
    ]);
    expect((await listSuggestions(editor, story)).items.map(({ id }) => id)).toEqual(ids);
  });

  test('is told where looking failed, and the next who asks looks again', async () => {
    const story = await createStory(editor);
    const services = { db: desk.db, now: () => desk.clock.now };
    const broken = { ...services, extract: () => Promise.reject(new Error('broken')) };
    await expect(ensureSuggestions(broken, story.id)).rejects.toThrow('broken');
    expect(await rulesOf(story)).toEqual([...ALL].sort());
  });

  test('proposes the entry of the register that has the name, unless that is several or confidential', async () => {
    const story = await createStory(editor);
    const before = await suggested(editor, story, 'moor');
    expect([before.sourceName, before.proposedSource]).toEqual(['Ada Moor', null]);
    const source = { name: `A. Moor ${uuidv7()}`, kind: 'person', aliases: ['ADA MOOR'] };
    const { id } = (await editor.post('/api/sources', source).expect(201)).body;
    const after = await suggested(editor, story, 'moor');
    expect(after.proposedSource).toEqual({ id, name: source.name });
    expect(after.details).toMatchObject({ sourceId: id });
    const { claim } = await accept(story, 'moor_says');
    expect(claim.details).toMatchObject({ sourceId: id });
    const kept = { version: 1, description: 'a hospital doctor', readerIds: [editor.id] };
    await editor.put(`/api/sources/${id}/confidential`, kept).expect(200);
    expect((await suggested(editor, story, 'moor')).proposedSource).toBeNull();
  });
});

describe('what somebody marked already', () => {
  test('is not suggested again, until it is withdrawn', async () => {
    const story = await createStory(editor);
    const claim = await mark(other, story, 'At least 41 people', CASUALTY);
    expect(await rulesOf(story)).not.toContain('toll');
    await withdraw(claim);
    expect(await rulesOf(story)).toContain('toll');
  });

  test('of another kind, or elsewhere, hides nothing', async () => {
    const story = await createStory(editor);
    await mark(editor, story, 'At least 41 people');
    await mark(editor, story, 'Tuesday', { details: { about: 'date' } });
    expect(await rulesOf(story)).toEqual([...ALL].sort());
  });
});

describe('accepting', () => {
  test('makes the claim that was suggested, as a mark by hand does, and tells so', async () => {
    const story = await createStory(editor);
    const toll = await suggested(editor, story, 'toll');
    const id = uuidv7();
    const head = await headOf(editor, story);
    const response = await editor.post(path(toll, 'accept'), { id, revision: 1 });
    expect(response.status).toBe(201);
    const { claim, suggestion } = answer(AcceptSuggestion, response);
    expect(claim).toMatchObject({
      id,
      kind: 'casualty_count',
      span: toll.span,
      status: 'unchecked',
      version: 1,
    });
    expect(claim.details).toEqual(toll.details);
    expect(suggestion).toMatchObject({ state: 'accepted', claimId: id, can: [] });
    expect(suggestion.decided).toMatchObject({ by: editor.id });
    const [event, ...rest] = await history(story, head);
    expect(rest).toEqual([]);
    expect(event).toMatchObject({ type: 'claim.marked', claimId: id });
    expect(event?.data).toMatchObject({ suggestion: { id: toll.id, rule: 'toll', edited: false } });
    refusal(await editor.post(path(toll, 'accept'), {}), 'ALREADY_DECIDED');
    refusal(await editor.post(path(toll, 'dismiss')), 'ALREADY_DECIDED');
    refusal(await editor.post(path(toll, 'restore')), 'NOT_DISMISSED');
  });

  test('is told as edited where words, kind or details are others, and not for links', async () => {
    const wanted: [string, object, boolean][] = [
      ['room', {}, false],
      ['room', { details: { about: 'quantity', value: '120' } }, false],
      ['room', { details: { about: 'quantity', value: '130' } }, true],
      ['room', { kind: 'casualty_count' }, true],
      ['room', { span: spanOf(STORY, '120') }, true],
      ['moor', { details: { titleAsPrinted: 'who heads the hospital' } }, false],
      ['moor', { details: { titleAsPrinted: null } }, true],
    ];
    for (const [rule, body, edited] of wanted) {
      const story = await createStory(editor);
      const head = await headOf(editor, story);
      const { claim } = await accept(story, rule, body);
      expect(claim).toMatchObject(body);
      const [event] = await history(story, head);
      expect(Object(event?.data['suggestion']).edited, JSON.stringify(body)).toBe(edited);
    }
  });

  test('takes another kind with other words and details, counts as edited, and is undone as any', async () => {
    const story = await createStory(editor);
    const toll = await suggested(editor, story, 'toll');
    const span = spanOf(STORY, 'Ada Moor');
    const body = { kind: 'source', span, details: { titleAsPrinted: 'who heads the hospital' } };
    const { claim, suggestion, linked } = await accept(story, 'toll', body);
    expect(claim).toMatchObject(body);
    expect(suggestion).toMatchObject({ state: 'accepted', claimId: claim.id, kind: 'casualty_count' });
    // Whose whole it was to be is not the source's to be.
    expect(linked).toEqual([]);
    expect(await suggested(editor, story, 'children')).toMatchObject({
      partOf: toll.id,
      details: { partOf: null },
    });
    await withdraw(claim);
    expect(await suggested(editor, story, 'toll')).toMatchObject({
      state: 'open',
      kind: 'casualty_count',
      span: toll.span,
      details: toll.details,
    });
    await editor.post(`/api/claims/${claim.id}/restore`).expect(200);
    expect(await suggested(editor, story, 'toll')).toMatchObject({ state: 'accepted', claimId: claim.id });
  });

  test('takes each of an attribution’s spans, and what is said with its own words', async () => {
    const story = await createStory(editor);
    const office = await suggested(editor, story, 'office_says');
    const span = spanOf(STORY, '41 people died');
    const details = {
      ...office.details,
      source: spanOf(STORY, 'Ada Moor'),
      cue: spanOf(STORY, 'heads'),
      content: [span],
      via: [{ sourceId: null, span: spanOf(STORY, 'the hospital') }],
    };
    const { claim } = await accept(story, 'office_says', { span, details });
    expect(claim).toMatchObject({ kind: 'attribution', span, details });
  });

  test('is repeated without doing it twice', async () => {
    const story = await createStory(editor);
    const toll = await suggested(editor, story, 'toll');
    const sent = { id: uuidv7(), revision: 1 };
    const first = await editor.post(path(toll, 'accept'), sent).set('Idempotency-Key', `toll-${sent.id}`);
    const head = await headOf(editor, story);
    const again = await editor.post(path(toll, 'accept'), sent).set('Idempotency-Key', `toll-${sent.id}`);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    const third = await editor.post(path(toll, 'accept'), sent);
    expect([third.status, third.body]).toEqual([200, first.body]);
    refusal(await editor.post(path(toll, 'accept'), { ...sent, span: spanOf(STORY, '41') }), 'ID_USED');
    expect(await headOf(editor, story)).toBe(head);
  });

  test('by two at once is one claim', async () => {
    const story = await createStory(editor);
    const toll = await suggested(editor, story, 'toll');
    const sent = await Promise.all(
      [editor, other].map((as) => as.post(path(toll, 'accept'), { id: uuidv7() })),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(sent.map(({ body }) => body.code)).toContain('ALREADY_DECIDED');
  });

  test('is held to the rules of marking, and then changes nothing', async () => {
    const story = await createStory(editor);
    const toll = await suggested(editor, story, 'toll');
    const office = await suggested(editor, story, 'office_says');
    const head = await headOf(editor, story);
    const wrong: [{ id: string }, object, Parameters<typeof refusal>[1]][] = [
      [toll, { span: { start: 0, end: 5, quote: 'Wrong' } }, 'SPAN_MISMATCH'],
      [toll, { details: { outcome: 'killed', low: 5, best: 3 } }, 'INVALID'],
      [toll, { details: { outcome: 'killed', about: 'date' } }, 'DETAILS_MISMATCH'],
      [toll, { details: { outcome: 'killed', partOf: uuidv7() } }, 'UNKNOWN_REFERENCE'],
      [office, { details: { content: [spanOf(STORY, '41 people died')] } }, 'CONTENT_MISMATCH'],
      [
        office,
        { span: spanOf(STORY, '41 people died'), details: { content: [office.span] } },
        'CONTENT_MISMATCH',
      ],
      [
        office,
        { details: { ...office.details, source: { ...spanOf(STORY, 'Ada Moor'), quote: 'Eda Moor' } } },
        'SPAN_MISMATCH',
      ],
      [office, { details: { ...office.details, sourceId: uuidv7() } }, 'UNKNOWN_REFERENCE'],
      [toll, { span: { start: 0, end: 0, quote: '' } }, 'INVALID'],
      [toll, { span: { start: STORY.length, end: STORY.length + 1, quote: '.' } }, 'SPAN_MISMATCH'],
      [toll, { span: { ...toll.span, note: 'mine' } }, 'INVALID'],
      [toll, { span: spanOf(STORY, '\n\nAt least 41 people') }, 'SPAN_OUTSIDE'],
      [toll, { kind: 'rumour' }, 'INVALID'],
      [toll, { summary: 'not of an acceptance' }, 'INVALID'],
      [toll, { kind: 'fact', details: toll.details }, 'DETAILS_MISMATCH'],
      [toll, { kind: 'fact', details: {} }, 'INVALID'],
      [toll, { kind: 'attribution', details: { content: [spanOf(STORY, '41')] } }, 'CONTENT_MISMATCH'],
      [toll, { id: 'mine' }, 'INVALID'],
      [toll, { revision: 0 }, 'INVALID'],
      [toll, { revision: 2 }, 'STALE_REVISION'],
      [{ id: uuidv7() }, {}, 'NOT_FOUND'],
    ];
    for (const [{ id }, body, code] of wrong) refusal(await editor.post(path({ id }, 'accept'), body), code);
    expect(await headOf(editor, story)).toBe(head);
    expect(await rulesOf(story, '?state=open')).toEqual([...ALL].sort());
  });

  test('of a text that is no longer the current one is told where the words are', async () => {
    const story = await createStory(editor);
    const toll = await suggested(editor, story, 'toll');
    await storeRevision(editor, story, `New headline\n\n${STORY}`);
    for (const body of [{}, { revision: 1 }, { revision: 2 }]) {
      const problem = refusal(await editor.post(path(toll, 'accept'), body), 'STALE_REVISION');
      expect(problem.revision).toBe(2);
      expect(problem.proposed).toMatchObject({ quote: toll.span.quote });
    }
    refusal(await editor.post(path(toll, 'dismiss')), 'STALE_REVISION');
    const now = await suggested(editor, story, 'toll');
    expect(now).toMatchObject({ revision: 2, span: spanOf(`New headline\n\n${STORY}`, toll.span.quote) });
    await editor.post(path(now, 'accept'), { revision: 2 }).expect(201);
  });

  test('in an archived story is refused', async () => {
    const story = await createStory(editor);
    const toll = await suggested(editor, story, 'toll');
    await editor.patch(`/api/articles/${story.id}`, { version: 1, status: 'archived' }).expect(200);
    for (const verb of ['accept', 'dismiss', 'restore'])
      refusal(await editor.post(path(toll, verb)), 'ARCHIVED');
    expect((await suggested(editor, story, 'toll')).can).toEqual([]);
  });

  test('is undone by withdrawing the claim, and done again by restoring it', async () => {
    const story = await createStory(editor);
    const { claim } = await accept(story, 'toll');
    await withdraw(claim);
    expect(await suggested(editor, story, 'toll')).toMatchObject({ state: 'open', claimId: null });
    await editor.post(`/api/claims/${claim.id}/restore`).expect(200);
    expect(await suggested(editor, story, 'toll')).toMatchObject({ state: 'accepted', claimId: claim.id });
    const told = (await history(story, 2)).map(({ type, data }) => [type, data['suggestion']]);
    const { id } = await suggested(editor, story, 'toll');
    expect(told).toEqual([
      ['claim.withdrawn', { id, state: 'open' }],
      ['claim.restored', { id, state: 'accepted' }],
    ]);
  });

  test('again after a withdrawal makes another claim; the first one comes back for itself', async () => {
    const story = await createStory(editor);
    const { claim: first } = await accept(story, 'toll');
    await withdraw(first);
    const { claim: second } = await accept(story, 'toll');
    await editor.post(`/api/claims/${first.id}/restore`).expect(200);
    expect(await suggested(editor, story, 'toll')).toMatchObject({ claimId: second.id });
  });
});

describe('links', () => {
  test('lead to what was accepted before', async () => {
    const story = await createStory(editor);
    const { claim: office } = await accept(story, 'office_says');
    const { claim: toll } = await accept(story, 'toll');
    expect(toll.attributionIds).toEqual([office.id]);
    expect((await suggested(editor, story, 'children')).details).toMatchObject({ partOf: toll.id });
    const { claim: children } = await accept(story, 'children');
    expect(children).toMatchObject({ attributionIds: [], details: { partOf: toll.id } });
  });

  test('are made later where no verdict hangs on it, and told', async () => {
    const story = await createStory(editor);
    const { claim: children } = await accept(story, 'children');
    const head = await headOf(editor, story);
    const toll = await accept(story, 'toll');
    const moor = await accept(story, 'moor_says');
    expect(toll.linked).toEqual([{ claimId: children.id, link: 'part_of', to: toll.claim.id }]);
    expect(moor.linked).toEqual([{ claimId: children.id, link: 'attribution', to: moor.claim.id }]);
    expect([toll.offers, moor.offers]).toEqual([[], []]);
    expect(await claimNow(editor, children)).toMatchObject({
      version: 3,
      attributionIds: [moor.claim.id],
      details: { partOf: toll.claim.id },
    });
    expect(await eventsAfter(editor, story, head)).toEqual([
      ['claim.marked', toll.claim.id],
      ['claim.edited', children.id],
      ['claim.marked', moor.claim.id],
      ['claim.edited', children.id],
    ]);
  });

  test('are offered where they would expire a verdict', async () => {
    const story = await createStory(editor);
    const { claim: children } = await accept(story, 'children');
    const verified = await verify(editor, children);
    const { linked, offers, claim: toll } = await accept(story, 'toll');
    expect([linked, offers]).toEqual([[], [{ claimId: children.id, link: 'part_of', to: toll.id }]]);
    expect(await claimNow(editor, children)).toEqual(verified);
  });

  test('that are made where a verdict expired leave nothing to confirm by the words alone', async () => {
    const story = await createStory(editor);
    const { claim: children } = await accept(story, 'children');
    await verify(editor, children);
    // As another wording leaves it; here the text stays, for suggestions are of one text.
    await desk.db.pool.query(
      `UPDATE verdicts SET expired_at = at, expired_reasons = '{text}', confirmable = TRUE WHERE claim_id = $1`,
      [children.id],
    );
    await desk.db.pool.query(`UPDATE claims SET status = 'expired' WHERE id = $1`, [children.id]);
    expect((await claimNow(editor, children)).can).toContain('confirm');
    const { linked, claim: toll } = await accept(story, 'toll');
    expect(linked).toEqual([{ claimId: children.id, link: 'part_of', to: toll.id }]);
    const now = await claimNow(editor, children);
    expect(now).toMatchObject({ status: 'expired', details: { partOf: toll.id } });
    expect(now.can).not.toContain('confirm');
    refusal(await editor.post(confirmPath(now), { version: now.version }), 'MEANING_CHANGED');
  });

  test('somebody’s own are left alone, and no circle is made', async () => {
    const story = await createStory(editor);
    const { claim: children } = await accept(story, 'children');
    const details = { ...children.details, partOf: children.id };
    refusal(await editor.patch(`/api/claims/${children.id}`, { version: 1, details }), 'CIRCULAR');
    const {
      claim: toll,
      linked,
      offers,
    } = await accept(story, 'toll', {
      details: { outcome: 'killed', partOf: children.id },
    });
    expect(toll.details).toMatchObject({ partOf: children.id });
    expect([linked, offers]).toEqual([[], []]);
    expect(await claimNow(editor, children)).toMatchObject({ version: 1, details: { partOf: null } });
  });
});

describe('several at once', () => {
  const ask = (story: Story, items: object[], as = editor) =>
    as.post(suggestionsPath(story, '/accept'), { revision: 1, items });

  test('are accepted in one step, whatever their order, and linked', async () => {
    const story = await createStory(editor);
    const order = ['children', 'toll', 'moor_says'];
    const items = [];
    for (const rule of order)
      items.push({ suggestionId: (await suggested(editor, story, rule)).id, id: uuidv7() });
    const head = await headOf(editor, story);
    const { body } = await ask(story, items).expect(200);
    const [children, toll, moor] = items.map(({ id }) => id);
    expect(body.items.map((item: { refused: unknown }) => item.refused)).toEqual([null, null, null]);
    expect(body.items[0].claim).toMatchObject({
      id: children,
      attributionIds: [moor],
      details: { partOf: toll },
    });
    expect(await headOf(editor, story)).toBe(head + 3);
    expect((await ask(story, items).expect(200)).body).toEqual(body);
    expect(await headOf(editor, story)).toBe(head + 3);
  });

  test('go on after one that cannot be accepted', async () => {
    const [story, elsewhere] = [await createStory(editor), await createStory(editor)];
    const { claim } = await accept(story, 'moor');
    const items = [
      { suggestionId: (await suggested(editor, story, 'moor')).id, id: uuidv7() },
      { suggestionId: (await suggested(editor, story, 'room')).id, id: claim.id },
      { suggestionId: (await suggested(editor, elsewhere, 'toll')).id, id: uuidv7() },
      { suggestionId: (await suggested(editor, story, 'toll')).id, id: uuidv7() },
    ];
    const { body } = await ask(story, items).expect(200);
    const refused = body.items.map((item: { refused: unknown }) => item.refused);
    expect(refused).toEqual(['ALREADY_DECIDED', 'ID_USED', 'NOT_FOUND', null]);
    expect(await rulesOf(elsewhere, '?state=open')).toEqual([...ALL].sort());
  });

  test('of an older text are refused, all of them', async () => {
    const story = await createStory(editor);
    const toll = await suggested(editor, story, 'toll');
    await storeRevision(editor, story, `New headline\n\n${STORY}`);
    refusal(await ask(story, [{ suggestionId: toll.id, id: uuidv7() }]), 'STALE_REVISION');
    refusal(await ask(story, []), 'INVALID');
  });
});

describe('dismissing', () => {
  test('is told, and undone by restoring', async () => {
    const story = await createStory(editor);
    const head = await headOf(editor, story);
    const dismissed = await dismiss(story, 'toll');
    expect(dismissed).toMatchObject({ state: 'dismissed', can: ['restore'], decided: { by: editor.id } });
    refusal(await editor.post(path(dismissed, 'dismiss')), 'ALREADY_DECIDED');
    refusal(await editor.post(path(dismissed, 'accept'), {}), 'ALREADY_DECIDED');
    const restored = answer(RestoreSuggestion, await editor.post(path(dismissed, 'restore')));
    expect(restored).toMatchObject({ state: 'open', decided: null, can: ['accept', 'dismiss'] });
    refusal(await editor.post(path(dismissed, 'restore')), 'NOT_DISMISSED');
    expect(await eventsAfter(editor, story, head)).toEqual([
      ['suggestion.dismissed', null],
      ['suggestion.restored', null],
    ]);
  });

  test('lasts over revisions while the sentence says the same, and until it is restored there', async () => {
    const story = await createStory(editor);
    await dismiss(story, 'toll');
    await dismiss(story, 'children');
    const moved = `A new first paragraph.\n\n${STORY.replace('died when', 'died,  when')}`;
    await storeRevision(editor, story, moved.replace('among the dead,', 'among the 41 dead,'));
    // The extractor goes by words, and finds both again: one where it was, one in a sentence that says more.
    expect(await rulesOf(story, '?state=dismissed')).toEqual(['toll']);
    expect(await suggested(editor, story, 'toll')).toMatchObject({ decided: { by: editor.id }, revision: 2 });
    await editor.post(path(await suggested(editor, story, 'toll'), 'restore')).expect(200);
    await storeRevision(editor, story, STORY);
    expect(await rulesOf(story, '?state=dismissed')).toEqual(['children']);
  });

  test('outlasts a look with other rules or another language', async () => {
    const story = await createStory(editor);
    const { id } = await dismiss(story, 'toll');
    const { claim } = await accept(story, 'room');
    await editor.patch(`/api/articles/${story.id}`, { version: 1, publishedAt: '2026-01-01T00:00:00Z' });
    expect(await rulesOf(story)).toEqual([...ALL].sort());
    expect(await suggested(editor, story, 'toll')).toMatchObject({ id, state: 'dismissed' });
    expect(await suggested(editor, story, 'room')).toMatchObject({ state: 'accepted', claimId: claim.id });
  });
});

test('what people made of each rule is counted once, for admins', async () => {
  const story = await createStory(editor, { access: 'restricted', memberIds: [admin.id] });
  const counts = async (rule: string) => {
    const { items } = answer(ListSuggestionRules, await admin.get('/api/suggestions/rules'));
    return items.find((item) => item.rule === rule);
  };
  const before = { room: await counts('room'), moor: await counts('moor') };
  await listSuggestions(editor, story);
  expect((await counts('room'))?.open).toBe((before.room?.open ?? 0) + 1);
  await dismiss(story, 'moor');
  await accept(story, 'room', { details: { about: 'quantity', value: '130' } });
  await storeRevision(editor, story, `New headline\n\n${STORY}`);
  await listSuggestions(editor, story);
  expect(await counts('room')).toMatchObject({
    open: before.room?.open ?? 0,
    edited: (before.room?.edited ?? 0) + 1,
  });
  expect(await counts('moor')).toMatchObject({
    kind: 'source',
    open: before.moor?.open ?? 0,
    dismissed: (before.moor?.dismissed ?? 0) + 1,
  });
  const another = await desk.person('admin');
  const { items } = answer(ListSuggestionRules, await another.get('/api/suggestions/rules'));
  expect(items.find(({ rule }) => rule === 'moor')?.dismissed).toBe(before.moor?.dismissed ?? 0);
  for (const who of [viewer, editor, reviewer])
    refusal(await who.get('/api/suggestions/rules'), 'NEEDS_ADMIN');
});

describe('a sign-off', () => {
  test('lets open suggestions stand by name', async () => {
    const story = await readyStory({ editor, reviewer });
    const { openSuggestions } = await signOffOf(reviewer, story);
    const open = (await listSuggestions(reviewer, story, '?state=open')).items.map(({ id }) => id);
    expect(openSuggestions).toEqual(open);
    expect(open.length).toBe(ALL.length - 1);
    const given = await seen(reviewer, story);
    for (const acknowledgeSuggestions of [[], open.slice(1)]) {
      const sent = { ...given, acknowledgeSuggestions };
      refusal(await reviewer.put(signOffPath(story), sent), 'NEEDS_ACKNOWLEDGEMENT');
    }
    const { signOff: signed, openSuggestions: left } = await signOff(reviewer, story);
    expect(signed?.acknowledgedSuggestions).toEqual(open);
    expect(left).toEqual([]);
    // The same again changes nothing; one that was not given is another.
    await reviewer.put(signOffPath(story), given).expect(200);
    const less = { ...given, acknowledgeSuggestions: open.slice(1) };
    refusal(await reviewer.put(signOffPath(story), less), 'SIGNED_OFF');
  });

  test('asks for none where each was decided on', async () => {
    const story = await readyStory({ editor, reviewer });
    for (const { rule } of (await listSuggestions(editor, story, '?state=open')).items)
      await dismiss(story, rule);
    const { openSuggestions } = await signOffOf(reviewer, story);
    expect(openSuggestions).toEqual([]);
    await signOff(reviewer, story);
  });

  test('looks for suggestions in a story that nobody has opened', async () => {
    const story = await readyStory({ editor, reviewer });
    const { acknowledgeSuggestions: _none, ...given } = await seen(reviewer, story);
    await desk.db.prisma.suggestion.deleteMany({ where: { articleId: story.id } });
    await desk.db.prisma.extraction.deleteMany({ where: { articleId: story.id } });
    refusal(await reviewer.put(signOffPath(story), given), 'NEEDS_ACKNOWLEDGEMENT');
  });
});
