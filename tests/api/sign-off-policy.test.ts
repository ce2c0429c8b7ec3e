/** What a newsroom may ask of a sign-off otherwise than it does by default. */
import { beforeAll, expect, test } from 'vitest';
import { ListReviewQueue } from '../../server/contract/reviewing.ts';
import { addEvidence, cite, claimNow } from '../support/attached.ts';
import { CASUALTY, createStory, mark, review, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { readyStory, seen, signOff, signOffOf, signOffPath } from '../support/sign-off.ts';

const policy = { signOffBy: 'admin', reviewFacts: false, minSources: 2 } as const;
const desk = useDesk({ policy });
let editor: Person;
let reviewer: Person;
let admin: Person;

beforeAll(async () => {
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  admin = await desk.person('admin');
});

test('only admins sign off; any reviewer may reopen', async () => {
  const story = await readyStory({ editor, reviewer });
  expect(await signOffOf(reviewer, story)).toMatchObject({ policy, can: [], refused: 'NEEDS_ADMIN' });
  refusal(await reviewer.put(signOffPath(story), await seen(reviewer, story)), 'NEEDS_ADMIN');
  refusal(await editor.put(signOffPath(story), await seen(editor, story)), 'NEEDS_ADMIN');
  expect((await signOff(admin, story)).signOff?.by).toBe(admin.id);
  expect((await signOffOf(reviewer, story)).can).toEqual(['reopen']);
  refusal(await editor.delete(signOffPath(story), { reason: 'A new toll.' }), 'NEEDS_REVIEWER');
  await reviewer.delete(signOffPath(story), { reason: 'A new toll.' }).expect(200);
});

test('facts and sources are settled by a verdict, figures and who says so are not', async () => {
  const story = await createStory(editor);
  const fact = await verify(editor, await mark(editor, story, '120 passengers'));
  await verify(editor, await mark(editor, story, 'Ada Moor', { kind: 'source', details: {} }));
  expect((await signOffOf(admin, story)).blockers).toEqual([]);
  const says = { kind: 'attribution', details: {} };
  const attribution = await verify(editor, await mark(editor, story, 'said Ada Moor', says));
  const state = await signOffOf(admin, story);
  expect(state.blockers).toEqual([{ code: 'awaits_review', claimIds: [attribution.id] }]);
  await review(reviewer, attribution);
  const returned = { decision: 'returned', reasonCode: 'other', note: 'Which register?' };
  await review(reviewer, fact, returned);
  expect((await signOffOf(admin, story)).blockers).toEqual([{ code: 'returned', claimIds: [fact.id] }]);
  await verify(editor, await claimNow(editor, fact));
  expect((await signOff(admin, story)).signOff).not.toBeNull();
});

test('the queue holds what policy asks to review, and no more', async () => {
  const story = await createStory(editor);
  await verify(editor, await mark(editor, story, '120 passengers'));
  await verify(editor, await mark(editor, story, 'Ada Moor', { kind: 'source', details: {} }));
  const toll = await verify(editor, await mark(editor, story, 'At least 41 people', CASUALTY));
  const { items } = answer(ListReviewQueue, await reviewer.get(`/api/review?articleId=${story.id}`));
  expect(items.map(({ claim }) => claim.id)).toEqual([toll.id]);
});

test('a count needs as many sources as policy asks', async () => {
  const story = await createStory(editor);
  const toll = await mark(editor, story, 'At least 41 people', CASUALTY);
  const tooFew = [{ code: 'too_few_sources', claimIds: [toll.id] }];
  const publishers = ['Harbour office', 'The harbour office', 'Lindholm hospital'];
  const found: unknown[] = [];
  for (const publisher of publishers) {
    await cite(editor, toll, { evidenceId: (await addEvidence(editor, story, { publisher })).id });
    await review(reviewer, await verify(editor, await claimNow(editor, toll)));
    found.push((await signOffOf(admin, story)).blockers);
  }
  expect(found).toEqual([tooFew, tooFew, []]);
});
