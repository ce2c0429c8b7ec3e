/** Four eyes, where verdicts came in with a story: whoever brought it in answers for them, and is not the second person. */
import { beforeAll, expect, test } from 'vitest';
import { claimNow } from '../support/attached.ts';
import { createStory, mark, type Story, verify } from '../support/claims.ts';
import { refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { seen, signOff, signOffPath } from '../support/sign-off.ts';
import { exportedStory, importedStory, underOtherIds } from '../support/stories.ts';

const desk = useDesk();
let rui: Person;
let ines: Person;
let story: Story;
let copy: string;

/** Rui gives a verdict, and brings his own story in again, where it is somebody else's. */
beforeAll(async () => {
  rui = await desk.person('reviewer', 'Rui Brook');
  ines = await desk.person('reviewer', 'Ines Alba');
  story = await createStory(rui);
  await verify(rui, await mark(rui, story, 'Nine children'));
  const { document } = await exportedStory(rui, story);
  const other = underOtherIds(document);
  copy = other.story.article.id;
  await importedStory(rui, other);
});

const claimIn = async (as: Person, id: string) => {
  const { body } = await as.get(`/api/articles/${id}/claims`);
  return body.items[0];
};
const passes = async (as: Person, id: string) => {
  const { id: claimId, version } = await claimIn(as, id);
  return as.put(`/api/claims/${claimId}/review`, { version, decision: 'passed' });
};

test('it is not reviewed by whoever brought it in', async () => {
  expect((await claimIn(rui, copy)).can).toEqual((await claimIn(rui, story.id)).can);
  expect((await claimIn(rui, copy)).can).not.toContain('review');
  refusal(await passes(rui, copy), 'OWN_VERDICT');
});

test('the story is not signed off by them', async () => {
  refusal(await rui.put(signOffPath({ id: copy }), await seen(rui, { id: copy })), 'ONLY_CHECKER');
});

test('a second person does both', async () => {
  expect((await claimIn(ines, copy)).can).toContain('review');
  expect((await passes(ines, copy)).status).toBe(200);
  await signOff(ines, { id: copy });
});

test('one with verdicts that others passed, or signed off, is brought in by reviewers alone', async () => {
  const editor = await desk.person('editor');
  const own = await createStory(editor);
  const claim = await verify(editor, await mark(editor, own, 'Nine children'));
  const unpassed = underOtherIds((await exportedStory(editor, own)).document);
  await importedStory(editor, unpassed);
  const { version } = await claimNow(ines, claim);
  await ines.put(`/api/claims/${claim.id}/review`, { version, decision: 'passed' }).expect(200);
  const passed = underOtherIds((await exportedStory(editor, own)).document);
  refusal(await editor.post('/api/stories', passed), 'BRINGS_REVIEWS');
  await signOff(ines, own);
  const { document } = await exportedStory(editor, own);
  const returned = { decision: 'returned', reasonCode: 'other', note: 'By whom?' } as const;
  const reviews = document.story.reviews.map((review) => ({ ...review, ...returned }));
  const signed = underOtherIds({ ...document, story: { ...document.story, reviews } });
  refusal(await editor.post('/api/stories', signed), 'BRINGS_REVIEWS');
  refusal(await editor.get(`/api/articles/${passed.story.article.id}`), 'NOT_FOUND');
  await importedStory(ines, passed);
});

test('who brought another one in reviews what others give there', async () => {
  const { document } = await exportedStory(rui, story);
  const other = underOtherIds(document);
  await importedStory(ines, other);
  const claim = await mark(ines, { ...story, id: other.story.article.id }, 'the harbour office');
  await verify(rui, await claimNow(rui, claim));
  const { version } = await claimNow(ines, claim);
  await ines.put(`/api/claims/${claim.id}/review`, { version, decision: 'passed' }).expect(200);
});
