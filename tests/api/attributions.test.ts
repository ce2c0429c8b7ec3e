/** What was passed as said by someone is not verified once someone else says it. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type Claim,
  CreateClaim,
  EditClaim,
  RestoreClaim,
  WithdrawClaim,
} from '../../server/contract/claims.ts';
import { claimNow, eventsAfter, headOf } from '../support/attached.ts';
import {
  CASUALTY,
  createStory,
  mark,
  markBody,
  review,
  STORY,
  type Story,
  spanOf,
  verify,
} from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { exportJson } from '../support/exports.ts';

const desk = useDesk();
let editor: Person;
let reviewer: Person;
let story: Story;
let said: Claim;
let count: Claim;

beforeAll(async () => {
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
});
beforeEach(async () => {
  story = await createStory(editor);
  const details = { source: spanOf(STORY, 'the harbour office'), cue: spanOf(STORY, 'said') };
  said = await mark(editor, story, 'the harbour office said', { kind: 'attribution', details });
  count = await edit(await mark(editor, story, 'At least 41 people', CASUALTY), {
    attributionIds: [said.id],
  });
});

const edit = async (claim: Claim, body: object) =>
  answer(EditClaim, await editor.patch(`/api/claims/${claim.id}`, { version: claim.version, ...body }));
const withdraw = async (claim: Claim) =>
  answer(WithdrawClaim, await editor.delete(`/api/claims/${claim.id}?version=${claim.version}`));
const restore = async (claim: Claim) =>
  answer(RestoreClaim, await editor.post(`/api/claims/${claim.id}/restore`));
const otherSource = () => ({ revision: 1, details: { source: spanOf(STORY, 'Ada Moor') } });
const exported = async () =>
  (await exportJson(editor, `&articleId=${story.id}`)).claims.map((row) => row.claim_id);

describe('a passed claim', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['gets another source', () => edit(said, otherSource())],
    ['gets other words', () => edit(said, { revision: 1, span: spanOf(STORY, 'the harbour office') })],
    ['becomes another kind', () => edit(said, { kind: 'fact' })],
    ['is withdrawn', () => withdraw(said)],
  ])('is checked, not verified, once its attribution %s', async (_what, change) => {
    const passed = await review(reviewer, await verify(editor, count));
    expect(await exported()).toEqual([count.id]);
    const head = await headOf(editor, story);
    await change();
    const now = await claimNow(editor, count);
    expect(now).toMatchObject({
      status: 'checked',
      version: passed.version + 1,
      verdict: passed.verdict,
      review: { decision: 'passed', by: reviewer.id },
    });
    expect(now.review?.reopened).not.toBeNull();
    expect(await exported()).toEqual([]);
    const events = await eventsAfter(editor, story, head);
    expect(events.slice(1)).toEqual([['review.reopened', count.id]]);
  });

  test('was passed without the attribution that comes back', async () => {
    const gone = await withdraw(said);
    await review(reviewer, await verify(editor, await claimNow(editor, count)));
    await restore(gone);
    expect((await claimNow(editor, count)).status).toBe('checked');
  });

  test('stays passed where the attribution is given to someone, or is linked itself', async () => {
    const passed = await review(reviewer, await verify(editor, count));
    const given = await edit(said, { assigneeId: editor.id, summary: 'The office' });
    await edit(given, { sameFactAs: count.id });
    expect(await claimNow(reviewer, count)).toEqual(passed);
  });

  test('stays passed where an attribution of another claim changes', async () => {
    const other = await mark(editor, story, 'she told Coast Radio', { kind: 'attribution', details: {} });
    const passed = await review(reviewer, await verify(editor, count));
    await edit(other, otherSource());
    expect(await claimNow(reviewer, count)).toEqual(passed);
  });

  test('that is withdrawn comes back as checked where its attribution changed meanwhile', async () => {
    const gone = await withdraw(await review(reviewer, await verify(editor, count)));
    await edit(said, otherSource());
    expect((await restore(gone)).status).toBe('checked');
  });
});

test('a review made while the attribution changed is refused', async () => {
  const checked = await verify(editor, count);
  await edit(said, otherSource());
  const path = `/api/claims/${count.id}/review`;
  const late = await reviewer.put(path, { version: checked.version, decision: 'passed' });
  expect(refusal(late, 'STALE_VERSION').current).toEqual(await claimNow(reviewer, count));
});

test('who says so is told by attributions alone', async () => {
  const saidBy = async () => {
    const { claims } = await exportJson(editor, `&status=all&articleId=${story.id}`);
    return claims.find((row) => row.claim_id === count.id)?.['said_by'];
  };
  expect(await saidBy()).toEqual(['the harbour office']);
  await edit(said, { kind: 'fact' });
  expect(await saidBy()).toBeNull();
});

test('a claim without a verdict is left alone', async () => {
  await edit(said, otherSource());
  expect(await claimNow(editor, count)).toEqual(count);
});

describe('the marked words go from the first word of what is attributed to the last', () => {
  const [first, second] = [spanOf(STORY, 'We have 30 more'), spanOf(STORY, 'in our wards')];
  const both = 'We have 30 more in our wards';
  const marking = (quote: string, content: object[]) =>
    editor.post(
      `/api/articles/${story.id}/claims`,
      markBody(story, quote, { kind: 'attribution', details: { content } }),
    );
  const change = (claim: Claim, body: object) =>
    editor.patch(`/api/claims/${claim.id}`, { version: claim.version, revision: 1, ...body });

  test('when it is marked', async () => {
    const { issues } = refusal(await marking('We have 30 more', [first, second]), 'CONTENT_MISMATCH');
    expect(issues?.map(({ path }) => path)).toEqual(['details.content']);
    refusal(await marking('“We have 30 more', [first]), 'CONTENT_MISMATCH');
    answer(CreateClaim, await marking(both, [second, first]));
    answer(CreateClaim, await marking('We have 30 more', []));
  });

  test('when it is changed', async () => {
    const claim = answer(CreateClaim, await marking(both, [first, second]));
    refusal(await change(claim, { details: { ...claim.details, content: [first] } }), 'CONTENT_MISMATCH');
    refusal(await change(claim, { span: first }), 'CONTENT_MISMATCH');
    expect(await claimNow(editor, claim)).toEqual(claim);
    const shorter = await edit(claim, { revision: 1, span: first, details: { content: [first] } });
    expect(shorter).toMatchObject({ span: first, details: { content: [first] } });
    const bare = await edit(shorter, { revision: 1, span: second, details: { content: [] } });
    expect(bare.span).toEqual(second);
  });

  test('when another kind becomes one', async () => {
    const fact = await mark(editor, story, both);
    const details = { content: [first] };
    refusal(await change(fact, { kind: 'attribution', details }), 'CONTENT_MISMATCH');
    expect(await edit(fact, { kind: 'attribution' })).toMatchObject({ details: { content: [] } });
  });
});
