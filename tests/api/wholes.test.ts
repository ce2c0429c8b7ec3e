/** What was passed as part of a count is not verified once that count is another. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Claim, EditClaim, RestoreClaim, WithdrawClaim } from '../../server/contract/claims.ts';
import { claimNow, eventsAfter, headOf } from '../support/attached.ts';
import { CASUALTY, createStory, mark, review, STORY, type Story, spanOf, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';

const desk = useDesk();
let editor: Person;
let reviewer: Person;
let story: Story;
let whole: Claim;
let part: Claim;

beforeAll(async () => {
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
});
beforeEach(async () => {
  story = await createStory(editor);
  whole = await mark(editor, story, 'At least 41 people', CASUALTY);
  const details = { outcome: 'killed', best: 9, partOf: whole.id };
  part = await mark(editor, story, 'Nine children', { kind: 'casualty_count', details });
});

const edit = async (claim: Claim, body: object) =>
  answer(EditClaim, await editor.patch(`/api/claims/${claim.id}`, { version: claim.version, ...body }));
const withdraw = async (claim: Claim) =>
  answer(WithdrawClaim, await editor.delete(`/api/claims/${claim.id}?version=${claim.version}`));
const restore = async (claim: Claim) =>
  answer(RestoreClaim, await editor.post(`/api/claims/${claim.id}/restore`));
const otherFigure = () => ({ details: { ...whole.details, low: 56 } });

describe('a passed part', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['gets another figure', () => edit(whole, otherFigure())],
    ['gets other words', () => edit(whole, { revision: 1, span: spanOf(STORY, 'At least 41') })],
    ['becomes another kind', () => edit(whole, { kind: 'fact' })],
    ['is withdrawn', () => withdraw(whole)],
  ])('is checked again once its whole %s', async (_what, change) => {
    const passed = await review(reviewer, await verify(editor, part));
    const head = await headOf(editor, story);
    await change();
    const now = await claimNow(editor, part);
    expect(now).toMatchObject({
      status: 'checked',
      version: passed.version + 1,
      verdict: passed.verdict,
      review: { decision: 'passed', by: reviewer.id },
    });
    expect(now.review?.reopened).not.toBeNull();
    expect((await eventsAfter(editor, story, head)).slice(1)).toEqual([['review.reopened', part.id]]);
  });

  test('was passed without the whole that comes back', async () => {
    const gone = await withdraw(whole);
    await review(reviewer, await verify(editor, await claimNow(editor, part)));
    await restore(gone);
    expect((await claimNow(editor, part)).status).toBe('checked');
  });

  test('stays passed where the whole is told otherwise, given to someone or linked, and where another count changes', async () => {
    const other = await mark(editor, story, '30 more', CASUALTY);
    const passed = await review(reviewer, await verify(editor, part));
    const told = await edit(whole, { summary: 'The toll', assigneeId: editor.id });
    await edit(told, { sameFactAs: other.id });
    await edit(other, { details: { ...other.details, low: 30 } });
    expect(await claimNow(reviewer, part)).toEqual(passed);
  });
});

test('a review made while the whole changed is refused', async () => {
  const checked = await verify(editor, part);
  await edit(whole, otherFigure());
  const path = `/api/claims/${part.id}/review`;
  refusal(await reviewer.put(path, { version: checked.version, decision: 'passed' }), 'STALE_VERSION');
});

test('a part without a verdict is left alone', async () => {
  await edit(whole, otherFigure());
  expect(await claimNow(editor, part)).toEqual(part);
});
