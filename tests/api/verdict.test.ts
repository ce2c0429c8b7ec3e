import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Claim, GetClaim, GiveVerdict, TakeBackVerdict } from '../../server/contract/claims.ts';
import { CASUALTY, createStory, mark, review, type Story, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';

const desk = useDesk();
let editor: Person;
let other: Person;
let reviewer: Person;
let viewer: Person;
let story: Story;
let claim: Claim;

beforeAll(async () => {
  editor = await desk.person('editor');
  other = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  viewer = await desk.person('viewer');
  story = await createStory(editor);
});
beforeEach(async () => {
  claim = await mark(editor, story, 'At least 41 people', CASUALTY);
});

const path = () => `/api/claims/${claim.id}/verdict`;
const body = (extra: object = {}) => ({
  version: 1,
  verdict: 'accurate',
  reason: 'The register says so.',
  ...extra,
});
const get = async () => answer(GetClaim, await editor.get(`/api/claims/${claim.id}`));
const countVerdicts = () => desk.db.prisma.verdict.count({ where: { claimId: claim.id } });

describe('giving a verdict', () => {
  test('says what, why, who and when', async () => {
    const checked = await verify(other, claim);
    expect(checked).toMatchObject({
      status: 'checked',
      version: 2,
      verdict: {
        verdict: 'accurate',
        reason: 'The register says so.',
        correction: null,
        by: other.id,
        expired: null,
      },
      review: null,
    });
    expect(Date.parse(checked.verdict?.at ?? '')).toBe(desk.clock.now.getTime());
    expect(checked).toEqual({ ...(await get()), can: checked.can });
  });

  test.each(['disputed', 'unverifiable', 'waived'])(
    '%s needs a reason and takes no correction',
    async (verdict) => {
      refusal(await editor.put(path(), body({ verdict, reason: '  ' })), 'INVALID');
      refusal(await editor.put(path(), body({ verdict, reason: undefined })), 'INVALID');
      refusal(
        await editor.put(path(), body({ verdict, correction: 'At least 40' })),
        'CORRECTION_NOT_ALLOWED',
      );
      expect((await verify(editor, claim, { verdict, correction: null })).verdict?.verdict).toBe(verdict);
    },
  );

  test('inaccurate needs the corrected wording', async () => {
    refusal(await editor.put(path(), body({ verdict: 'inaccurate' })), 'CORRECTION_NEEDED');
    refusal(await editor.put(path(), body({ verdict: 'inaccurate', correction: null })), 'CORRECTION_NEEDED');
    refusal(await editor.put(path(), body({ verdict: 'inaccurate', correction: ' ' })), 'INVALID');
    expect(await get()).toEqual(claim);
    const checked = await verify(editor, claim, { verdict: 'inaccurate', correction: 'At least 40 people' });
    expect(checked.verdict).toMatchObject({ verdict: 'inaccurate', correction: 'At least 40 people' });
  });

  test('a new one takes the place of the old and clears the review; the old one is kept', async () => {
    const passed = await review(reviewer, await verify(editor, claim));
    const again = await verify(other, passed, { verdict: 'disputed', reason: 'Two counts differ.' });
    expect(again).toMatchObject({
      status: 'checked',
      review: null,
      verdict: { verdict: 'disputed', by: other.id, expired: null },
    });
    expect(await countVerdicts()).toBe(2);
  });

  test('a lost reply asked for again gives one verdict', async () => {
    const send = () => editor.put(path(), body()).set('Idempotency-Key', `k-${claim.id}`);
    const first = answer(GiveVerdict, await send());
    expect(answer(GiveVerdict, await send())).toEqual(first);
    expect(await countVerdicts()).toBe(1);
    refusal(await editor.put(path(), body()), 'STALE_VERSION');
    const reused = await editor
      .put(path(), body({ reason: 'Another.' }))
      .set('Idempotency-Key', `k-${claim.id}`);
    refusal(reused, 'KEY_REUSED');
    expect(await get()).toEqual(first);
  });

  test('two at once: one stands, the other is told', async () => {
    const responses = await Promise.all([editor.put(path(), body()), other.put(path(), body())]);
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = responses.findIndex(({ status }) => status === 409);
    const { current } = refusal(responses[lost] ?? responses[0], 'STALE_VERSION');
    const seen = await [editor, other][lost]?.get(`/api/claims/${claim.id}`);
    expect(current).toEqual(seen?.body);
    expect(await countVerdicts()).toBe(1);
  });

  test('refuses who may not, unknown words and withdrawn claims', async () => {
    refusal(await viewer.put(path(), body()), 'NEEDS_EDITOR');
    refusal(await desk.stranger.put(path(), body()), 'NOT_SIGNED_IN');
    refusal(await editor.put(path(), body({ verdict: 'true' })), 'INVALID');
    refusal(await editor.put(path(), body({ by: other.id })), 'INVALID');
    await editor.delete(`/api/claims/${claim.id}?version=1`).expect(200);
    refusal(await editor.put(path(), body({ version: 2 })), 'WITHDRAWN');
    expect(await countVerdicts()).toBe(0);
  });
});

describe('taking a verdict back', () => {
  test('takes the review with it', async () => {
    const passed = await review(reviewer, await verify(editor, claim));
    const bare = answer(TakeBackVerdict, await editor.delete(`${path()}?version=${passed.version}`));
    expect(bare).toMatchObject({
      status: 'unchecked',
      verdict: null,
      review: null,
      version: passed.version + 1,
    });
    refusal(await editor.delete(`${path()}?version=${bare.version}`), 'NO_VERDICT');
  });

  test('is for whoever gave it and for reviewers; another editor gives one of their own', async () => {
    const checked = await verify(editor, claim);
    refusal(await other.delete(`${path()}?version=${checked.version}`), 'NOT_YOUR_VERDICT');
    expect(await get()).toEqual(checked);
    const offered = async (as: Person) =>
      answer(GetClaim, await as.get(`/api/claims/${claim.id}`)).can.includes('take_back_verdict');
    expect([await offered(editor), await offered(other), await offered(reviewer)]).toEqual([
      true,
      false,
      true,
    ]);

    const given = await verify(other, checked, { verdict: 'disputed' });
    expect([await offered(editor), await offered(other)]).toEqual([false, true]);
    const bare = answer(TakeBackVerdict, await reviewer.delete(`${path()}?version=${given.version}`));
    expect(bare.verdict).toBeNull();
    expect(await offered(reviewer)).toBe(false);
  });

  test('refuses a stale version, viewers and claims without one', async () => {
    refusal(await editor.delete(`${path()}?version=1`), 'NO_VERDICT');
    const checked = await verify(editor, claim);
    refusal(await editor.delete(`${path()}?version=1`), 'STALE_VERSION');
    refusal(await viewer.delete(`${path()}?version=2`), 'NEEDS_EDITOR');
    refusal(await editor.delete(path()), 'INVALID');
    expect((await get()).verdict).toEqual(checked.verdict);
  });
});
