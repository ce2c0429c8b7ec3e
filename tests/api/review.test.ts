import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Claim, GetClaim, GiveReview, TakeBackReview } from '../../server/contract/claims.ts';
import { CASUALTY, createStory, mark, review, type Story, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';

const desk = useDesk();
let editor: Person;
let reviewer: Person;
let second: Person;
let admin: Person;
let story: Story;
let claim: Claim;

beforeAll(async () => {
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  second = await desk.person('reviewer');
  admin = await desk.person('admin');
  story = await createStory(editor);
});
beforeEach(async () => {
  claim = await verify(editor, await mark(editor, story, 'At least 41 people', CASUALTY));
});

const path = () => `/api/claims/${claim.id}/review`;
const body = (extra: object = {}) => ({ version: claim.version, decision: 'passed', ...extra });
const get = async (as: Person = editor) => answer(GetClaim, await as.get(`/api/claims/${claim.id}`));
const countReviews = () => desk.db.prisma.review.count({ where: { claimId: claim.id } });

const RETURNED = { decision: 'returned', reasonCode: 'figure_differs', note: 'The ministry has 40.' };

describe('reviewing', () => {
  test('passes, with or without a note', async () => {
    expect((await get(reviewer)).can).toContain('review');
    const passed = await review(reviewer, claim, { note: 'Looked it up.' });
    expect(passed).toMatchObject({
      status: 'passed',
      version: claim.version + 1,
      verdict: claim.verdict,
      review: {
        decision: 'passed',
        reasonCode: null,
        note: 'Looked it up.',
        by: reviewer.id,
        reopened: null,
      },
    });
    expect((await review(admin, passed)).review).toMatchObject({ note: null, by: admin.id });
  });

  test('returns with a reason and words, and only so', async () => {
    refusal(await reviewer.put(path(), body({ decision: 'returned' })), 'RETURN_NEEDS_REASON');
    refusal(await reviewer.put(path(), body({ ...RETURNED, note: null })), 'RETURN_NEEDS_REASON');
    refusal(await reviewer.put(path(), body({ ...RETURNED, reasonCode: null })), 'RETURN_NEEDS_REASON');
    refusal(await reviewer.put(path(), body({ ...RETURNED, note: ' \n' })), 'INVALID');
    refusal(await reviewer.put(path(), body({ reasonCode: 'other' })), 'INVALID');
    expect(await countReviews()).toBe(0);
    const returned = await review(reviewer, claim, RETURNED);
    expect(returned).toMatchObject({ status: 'returned', review: { ...RETURNED, by: reviewer.id } });
    expect(await verify(editor, returned)).toMatchObject({ status: 'checked', review: null });
  });

  test('four eyes: nobody reviews their own verdict, whatever their role', async () => {
    for (const who of [reviewer, admin]) {
      const own = await verify(who, await get());
      expect(own.can).not.toContain('review');
      refusal(await who.put(path(), body({ version: own.version })), 'OWN_VERDICT');
      refusal(await who.put(path(), body({ version: own.version, ...RETURNED })), 'OWN_VERDICT');
    }
    expect(await countReviews()).toBe(0);
    expect((await review(second, await get())).status).toBe('passed');
  });

  test('four eyes hold when the reviewer takes the verdict over', async () => {
    const passed = await review(reviewer, claim);
    const own = await verify(reviewer, passed);
    refusal(await reviewer.put(path(), body({ version: own.version })), 'OWN_VERDICT');
    refusal(await reviewer.delete(`${path()}?version=${own.version}`), 'OWN_VERDICT');
  });

  test('a lost reply asked for again reviews once', async () => {
    const send = () => reviewer.put(path(), body()).set('Idempotency-Key', `k-${claim.id}`);
    const first = answer(GiveReview, await send());
    expect(answer(GiveReview, await send())).toEqual(first);
    expect(await countReviews()).toBe(1);
    refusal(await reviewer.put(path(), body(RETURNED)).set('Idempotency-Key', `k-${claim.id}`), 'KEY_REUSED');
  });

  test('a review of a verdict that was changed meanwhile is refused with the claim as it is', async () => {
    const changed = await verify(editor, claim, { verdict: 'disputed', reason: 'Two counts.' });
    const { current } = refusal(await reviewer.put(path(), body()), 'STALE_VERSION');
    expect(current).toMatchObject({ version: changed.version, verdict: { verdict: 'disputed' } });
    expect(await countReviews()).toBe(0);
  });

  test('refuses editors, claims without a verdict, withdrawn and archived ones', async () => {
    refusal(await editor.put(path(), body()), 'NEEDS_REVIEWER');
    refusal(await (await desk.person('viewer')).put(path(), body()), 'NEEDS_EDITOR');
    refusal(await desk.stranger.put(path(), body()), 'NOT_SIGNED_IN');

    const closing = await createStory(editor);
    const bare = await mark(editor, closing, '120 passengers');
    const at = `/api/claims/${bare.id}/review`;
    refusal(await reviewer.put(at, { version: 1, decision: 'passed' }), 'NO_VERDICT');
    const checked = await verify(editor, bare);
    const { version } = checked;
    await editor.patch(`/api/articles/${closing.id}`, { version: 1, status: 'archived' }).expect(200);
    refusal(await reviewer.put(at, { version, decision: 'passed' }), 'ARCHIVED');
    await editor.patch(`/api/articles/${closing.id}`, { version: 2, status: 'checking' }).expect(200);
    await editor.delete(`/api/claims/${bare.id}?version=${version}`).expect(200);
    refusal(await reviewer.put(at, { version: version + 1, decision: 'passed' }), 'WITHDRAWN');
    expect(await countReviews()).toBe(0);
  });
});

describe('taking a review back', () => {
  test('leaves the verdict', async () => {
    const passed = await review(reviewer, claim);
    const bare = answer(TakeBackReview, await second.delete(`${path()}?version=${passed.version}`));
    expect(bare).toMatchObject({ status: 'checked', review: null, verdict: claim.verdict });
    refusal(await second.delete(`${path()}?version=${bare.version}`), 'NO_REVIEW');
  });

  test('refuses a stale version and editors', async () => {
    const passed = await review(reviewer, claim);
    refusal(await reviewer.delete(`${path()}?version=1`), 'STALE_VERSION');
    refusal(await editor.delete(`${path()}?version=${passed.version}`), 'NEEDS_REVIEWER');
    expect((await get()).status).toBe('passed');
  });
});
