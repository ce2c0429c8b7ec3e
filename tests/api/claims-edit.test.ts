import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type Claim,
  EditClaim,
  GetClaim,
  ListArticleClaims,
  RestoreClaim,
  WithdrawClaim,
} from '../../server/contract/claims.ts';
import { eventsAfter, headOf } from '../support/attached.ts';
import { CASUALTY, createStory, mark, review, STORY, type Story, spanOf, verify } from '../support/claims.ts';
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

describe('editing', () => {
  test('two editors at once: one wins, the other sees what stands, nothing is lost', async () => {
    const claim = await mark(editor, story, '120 passengers');
    const [one, two] = await Promise.all([
      patch(editor, claim, { summary: 'By the first' }),
      patch(other, claim, { summary: 'By the second' }),
    ]);
    const [won, lost] = one.status === 200 ? [one, two] : [two, one];
    const kept = answer(EditClaim, won);
    const { current } = refusal(lost, 'STALE_VERSION');
    const loser = one.status === 200 ? other : editor;
    expect(current).toEqual(await get(claim, loser));
    expect(kept.version).toBe(2);
    expect((await get(claim)).summary).toBe(kept.summary);
  });

  test('each field, one at a time', async () => {
    const attribution = await mark(editor, story, 'We have 30 more', { kind: 'attribution', details: {} });
    const twin = await mark(editor, story, 'Ferry sinks');
    let claim = await mark(editor, story, '120 passengers');
    const changes: [object, object][] = [
      [{ summary: 'Room for 120' }, { summary: 'Room for 120' }],
      [{ assigneeId: other.id }, { assigneeId: other.id, status: 'checking' }],
      [{ assigneeId: null }, { assigneeId: null, status: 'unchecked' }],
      [{ details: { about: 'quantity', value: '120' } }, { details: { about: 'quantity', value: '120' } }],
      [{ attributionIds: [attribution.id, attribution.id] }, { attributionIds: [attribution.id] }],
      [{ sameFactAs: twin.id }, { sameFactAs: twin.id }],
      [{ revision: 1, span: spanOf(STORY, 'room for 120') }, { span: spanOf(STORY, 'room for 120') }],
      [
        { kind: 'casualty_count' },
        { kind: 'casualty_count', details: expect.objectContaining({ outcome: 'other', wording: '120' }) },
      ],
      [
        { attributionIds: [], sameFactAs: null, summary: null },
        { attributionIds: [], sameFactAs: null, summary: null },
      ],
    ];
    for (const [body, expected] of changes) {
      const next = await edit(editor, claim, body);
      expect(next).toMatchObject(expected);
      expect(next.version).toBe(claim.version + 1);
      claim = next;
    }
  });

  test('what changes nothing leaves no trace', async () => {
    const claim = await mark(editor, story, '120 passengers', { summary: 'Room' });
    const { head } = await claimsOf();
    const same = { kind: claim.kind, details: claim.details, summary: 'Room', revision: 1, span: claim.span };
    expect(await edit(editor, claim, same)).toEqual(claim);
    expect(await edit(editor, claim, {})).toEqual(claim);
    expect((await claimsOf()).head).toBe(head);
  });

  test('refuses links that go round, and links to what is not of this story', async () => {
    const whole = await mark(editor, story, 'At least 41 people', CASUALTY);
    const details = { outcome: 'killed', low: 9, partOf: whole.id };
    const part = await mark(editor, story, 'Nine children', { kind: 'casualty_count', details });
    refusal(await patch(editor, whole, { details: { outcome: 'killed', partOf: part.id } }), 'CIRCULAR');
    refusal(await patch(editor, whole, { details: { outcome: 'killed', partOf: whole.id } }), 'CIRCULAR');
    refusal(await patch(editor, whole, { sameFactAs: whole.id }), 'CIRCULAR');
    const linked = await edit(editor, part, { sameFactAs: whole.id });
    refusal(await patch(editor, whole, { sameFactAs: linked.id }), 'CIRCULAR');

    const said = await mark(editor, story, 'We have 30 more', { kind: 'attribution', details: {} });
    refusal(await patch(editor, said, { attributionIds: [said.id] }), 'CIRCULAR');
    const elsewhere = await createStory(editor);
    const foreign = await mark(editor, elsewhere, 'We have 30 more', { kind: 'attribution', details: {} });
    refusal(await patch(editor, whole, { attributionIds: [foreign.id] }), 'UNKNOWN_REFERENCE');
    refusal(await patch(editor, whole, { attributionIds: [part.id] }), 'UNKNOWN_REFERENCE');
    refusal(await patch(editor, whole, { sameFactAs: foreign.id }), 'UNKNOWN_REFERENCE');
    expect(await get(whole)).toEqual(whole);
  });

  test('gives work only to those who can do it', async () => {
    const closed = await createStory(editor, { access: 'restricted' });
    const claim = await mark(editor, closed, '120 passengers');
    const left = await desk.person('editor');
    await desk.db.prisma.user.update({ where: { id: left.id }, data: { active: false } });
    refusal(await patch(editor, claim, { assigneeId: other.id }), 'UNKNOWN_REFERENCE');
    const open = await mark(editor, story, '120 passengers');
    refusal(await patch(editor, open, { assigneeId: left.id }), 'UNKNOWN_REFERENCE');
    refusal(await patch(editor, open, { assigneeId: uuidv7() }), 'UNKNOWN_REFERENCE');
    const { issues } = refusal(await patch(editor, open, { assigneeId: viewer.id }), 'UNKNOWN_REFERENCE');
    expect(issues).toEqual([{ path: 'assigneeId', message: 'is not a person who can work on this story' }]);
    expect(await get(open)).toEqual(open);
    expect((await edit(editor, claim, { assigneeId: editor.id })).assigneeId).toBe(editor.id);
  });

  test('refuses what it cannot take and who may not', async () => {
    const claim = await mark(editor, story, '120 passengers');
    const span = spanOf(STORY, 'Nine children');
    const { issues } = refusal(await patch(editor, claim, { span }), 'INVALID');
    expect(issues?.map(({ path }) => path)).toEqual(['revision']);
    refusal(
      await patch(editor, claim, { revision: 1, span: { ...span, quote: 'Nine adults!!' } }),
      'SPAN_MISMATCH',
    );
    refusal(await patch(editor, claim, { revision: 1, span: spanOf(STORY, '\nNine') }), 'SPAN_OUTSIDE');
    refusal(await patch(editor, claim, { details: { about: 'weather' } }), 'INVALID');
    refusal(await patch(editor, claim, { details: { outcome: 'killed' } }), 'DETAILS_MISMATCH');
    refusal(await patch(editor, claim, { kind: 'attribution', details: { cue: span } }), 'INVALID');
    refusal(await patch(viewer, claim, { summary: 'x' }), 'NEEDS_EDITOR');
    refusal(await editor.patch(`/api/claims/${claim.id}`, { summary: 'x' }), 'INVALID');
    refusal(await desk.stranger.patch(`/api/claims/${claim.id}`, { version: 1 }), 'NOT_SIGNED_IN');
    refusal(await editor.patch(`/api/claims/${uuidv7()}`, { version: 1 }), 'NOT_FOUND');
    refusal(await editor.get(`/api/claims/${uuidv7()}`), 'NOT_FOUND');
    refusal(await editor.get('/api/claims/17'), 'NOT_FOUND');
    expect(await get(claim)).toEqual(claim);
  });
});

describe('what an edit does to verdict and review', () => {
  const passed = async () => {
    const claim = await verify(editor, await mark(editor, story, 'At least 41 people', CASUALTY));
    return review(reviewer, claim);
  };

  test('a passed claim whose figure is then edited is expired, its verdict and review readable', async () => {
    const claim = await passed();
    expect(claim.status).toBe('passed');
    const edited = await edit(other, claim, { details: { ...claim.details, low: 42 } });
    expect(edited).toMatchObject({
      status: 'expired',
      verdict: { verdict: 'accurate', by: editor.id, expired: { reasons: ['details'] } },
      review: { decision: 'passed', by: reviewer.id },
    });
    expect(edited.review?.reopened).not.toBeNull();
    const path = `/api/claims/${claim.id}`;
    refusal(
      await reviewer.put(`${path}/review`, { version: edited.version, decision: 'passed' }),
      'NO_VERDICT',
    );
    refusal(await editor.delete(`${path}/verdict?version=${edited.version}`), 'NO_VERDICT');

    const undone = await edit(other, edited, { details: claim.details });
    expect(undone.status).toBe('expired');
    const again = await verify(other, undone);
    expect(again).toMatchObject({
      status: 'checked',
      review: null,
      verdict: { by: other.id, expired: null },
    });
  });

  test.each<[string, (claim: Claim) => Promise<object>, string]>([
    ['span', async () => ({ revision: 1, span: spanOf(STORY, 'At least 41') }), 'span'],
    ['kind', async () => ({ kind: 'fact' }), 'kind'],
    [
      'what it is part of',
      async (claim) => {
        const whole = await mark(editor, story, '30 more', CASUALTY);
        return { details: { ...claim.details, partOf: whole.id } };
      },
      'links',
    ],
    [
      'who says it',
      async () => {
        const said = await mark(editor, story, 'the harbour office said', {
          kind: 'attribution',
          details: {},
        });
        return { attributionIds: [said.id] };
      },
      'links',
    ],
    [
      'which fact it shares',
      async () => ({ sameFactAs: (await mark(editor, story, 'Ferry sinks')).id }),
      'links',
    ],
  ])('changing the %s expires both', async (_what, change, reason) => {
    const claim = await passed();
    const edited = await edit(editor, claim, await change(claim));
    expect(edited.status).toBe('expired');
    expect(edited.verdict?.expired?.reasons).toEqual([reason]);
    expect(edited.review?.reopened).not.toBeNull();
  });

  test('assignment touches neither', async () => {
    const claim = await passed();
    const edited = await edit(editor, claim, { assigneeId: other.id });
    expect(edited).toMatchObject({ status: 'passed', verdict: claim.verdict, review: claim.review });
  });

  test('another summary, which leaves the desk beside the verdict, reopens the review alone', async () => {
    const claim = await passed();
    const head = await headOf(editor, story);
    const edited = await edit(editor, claim, { summary: 'The toll' });
    expect(edited).toMatchObject({
      status: 'checked',
      version: claim.version + 1,
      verdict: claim.verdict,
      review: { decision: 'passed', by: reviewer.id },
    });
    expect(edited.review?.reopened).not.toBeNull();
    expect(await eventsAfter(editor, story, head)).toEqual([
      ['claim.edited', claim.id],
      ['review.reopened', claim.id],
    ]);
    expect(await edit(editor, edited, { summary: 'The toll' })).toEqual(edited);
    const again = await edit(editor, edited, { summary: 'The count' });
    expect(again).toMatchObject({ version: edited.version + 1, review: edited.review });
    expect((await review(reviewer, again)).status).toBe('passed');
  });

  test('a returned claim with another summary waits for another review', async () => {
    const checked = await verify(editor, await mark(editor, story, 'At least 41 people', CASUALTY));
    const returned = await review(reviewer, checked, {
      decision: 'returned',
      reasonCode: 'other',
      note: 'Whose count?',
    });
    expect((await edit(editor, returned, { summary: 'The toll' })).status).toBe('checked');
  });

  test('a second edit leaves the time and the reasons of the first', async () => {
    const claim = await passed();
    const once = await edit(editor, claim, { details: { ...claim.details, low: 42 } });
    const twice = await edit(editor, once, { kind: 'fact' });
    expect(twice.verdict).toEqual(once.verdict);
    expect(twice.review).toEqual(once.review);
  });
});

describe('withdrawing', () => {
  test('keeps the claim, what it was and what points at it; restoring brings it back', async () => {
    const whole = await mark(editor, story, 'At least 41 people', CASUALTY);
    const details = { outcome: 'killed', low: 9, partOf: whole.id };
    const part = await mark(editor, story, 'Nine children', { kind: 'casualty_count', details });
    const checked = await verify(editor, whole);
    const gone = await withdraw(checked);
    expect(gone).toMatchObject({ status: 'withdrawn', verdict: checked.verdict, can: ['restore'] });
    expect((await claimsOf()).items.map(({ id }) => id)).toEqual([whole.id, part.id]);
    expect((await get(part)).details).toMatchObject({ partOf: whole.id });

    // What points at it can still be changed otherwise.
    const { details: kept } = await get(part);
    await edit(editor, part, { details: { ...kept, low: 8 } });

    refusal(await patch(editor, gone, { summary: 'x' }), 'WITHDRAWN');
    refusal(await editor.delete(`/api/claims/${gone.id}?version=${gone.version}`), 'WITHDRAWN');
    const back = answer(RestoreClaim, await editor.post(`/api/claims/${whole.id}/restore`));
    expect(back).toEqual({ ...checked, version: gone.version + 1 });
    refusal(await editor.post(`/api/claims/${whole.id}/restore`), 'NOT_WITHDRAWN');
  });

  test('a lost reply asked for again', async () => {
    const claim = await mark(editor, story, '120 passengers');
    const send = () =>
      editor.delete(`/api/claims/${claim.id}?version=1`).set('Idempotency-Key', 'k-withdraw');
    expect(answer(WithdrawClaim, await send())).toEqual(answer(WithdrawClaim, await send()));
    const restore = () => editor.post(`/api/claims/${claim.id}/restore`).set('Idempotency-Key', 'k-restore');
    expect(answer(RestoreClaim, await restore())).toEqual(answer(RestoreClaim, await restore()));
    expect((await get(claim)).version).toBe(3);
  });

  test('refuses a stale version and viewers', async () => {
    const claim = await mark(editor, story, '120 passengers');
    await edit(editor, claim, { summary: 'Room' });
    refusal(await editor.delete(`/api/claims/${claim.id}?version=1`), 'STALE_VERSION');
    refusal(await viewer.delete(`/api/claims/${claim.id}?version=2`), 'NEEDS_EDITOR');
    refusal(await viewer.post(`/api/claims/${claim.id}/restore`), 'NEEDS_EDITOR');
    refusal(await editor.delete(`/api/claims/${claim.id}`), 'INVALID');
    expect((await get(claim)).status).toBe('unchecked');
  });
});
