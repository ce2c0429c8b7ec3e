/** What the text with which a claim's verdict expired changed in it. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { EditClaim } from '../../server/contract/claims.ts';
import { GetTextChange, type Piece } from '../../server/contract/revisions.ts';
import { claimNow } from '../support/attached.ts';
import { createStory, mark, type Story, spanOf, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { confirm, otherWords, revise } from '../support/reworded.ts';

const desk = useDesk();
let editor: Person;
let other: Person;
let story: Story;

beforeAll(async () => {
  editor = await desk.person('editor');
  other = await desk.person('editor');
});
beforeEach(async () => {
  story = await createStory(editor);
});

const changeOf = async ({ id }: { id: string }, as: Person = editor) =>
  answer(GetTextChange, await as.get(`/api/claims/${id}/text-change`));
const differing = (pieces: readonly Piece[]) =>
  pieces.flatMap(({ kind, text }) => (kind === 'same' ? [] : [[kind, text]]));

test('tells old and new words of the sentence, word by word', async () => {
  const claim = await verify(editor, await mark(editor, story, '120 passengers'));
  await revise(editor, story, (text) => text.replace('room for 120', 'space for 130'));
  const { change } = await changeOf(claim);
  expect(change).toMatchObject({
    change: 'figure_changed',
    revision: 2,
    from: 'The ferry had room for 120 passengers.',
    to: 'The ferry had space for 130 passengers.',
  });
  expect(differing(change?.pieces ?? [])).toEqual([
    ['removed', 'room'],
    ['added', 'space'],
    ['removed', '120'],
    ['added', '130'],
  ]);
});

test('begins where the verdict held, and ends with the words of now', async () => {
  const claim = await verify(editor, await mark(editor, story, '120 passengers'));
  await revise(editor, story, (text) => `${text}\n\nIt is cold.`);
  await revise(editor, story, otherWords);
  await revise(editor, story, (text) => text.replace('could carry 120', 'could carry 130'));
  expect((await changeOf(claim)).change).toMatchObject({
    ...{ change: 'reworded', revision: 3 },
    from: 'The ferry had room for 120 passengers.',
    to: 'The ferry could carry 130 passengers.',
  });
});

test('begins anew with what was confirmed', async () => {
  const claim = await verify(editor, await mark(editor, story, '120 passengers'));
  await revise(editor, story, otherWords);
  await confirm(editor, await claimNow(editor, claim));
  await revise(editor, story, (text) => text.replace('could carry', 'took'));
  expect((await changeOf(claim)).change).toMatchObject({
    ...{ change: 'reworded', revision: 3 },
    from: 'The ferry could carry 120 passengers.',
    to: 'The ferry took 120 passengers.',
  });
});

test('goes to the end of words that run over their sentence', async () => {
  const quote = '120 passengers. Nobody knows how many';
  const claim = await verify(editor, await mark(editor, story, quote));
  await revise(editor, story, (text) => text.replace('Nobody knows how', 'No one knows how'));
  expect((await changeOf(claim)).change).toMatchObject({
    from: 'The ferry had room for 120 passengers. Nobody knows how many',
    to: 'The ferry had room for 120 passengers. No one knows how many',
  });
});

test('of an orphan tells the words that went, and of one that was placed anew both', async () => {
  const claim = await verify(editor, await mark(editor, story, '120 passengers'));
  await revise(editor, story, (text) => text.replace(/The ferry had.*/, 'It is cold.'));
  expect((await changeOf(claim)).change).toEqual({
    ...{ change: 'gone', revision: 2, to: null, pieces: [], elsewhere: null },
    from: 'The ferry had room for 120 passengers.',
  });
  const text = otherWords(story.revision.text);
  await revise(editor, story, () => text);
  const { version } = await claimNow(editor, claim);
  const placing = { version, revision: 3, span: spanOf(text, '120 passengers') };
  answer(EditClaim, await editor.patch(`/api/claims/${claim.id}`, placing));
  expect((await changeOf(claim)).change).toMatchObject({
    change: 'gone',
    to: 'The ferry could carry 120 passengers.',
  });
});

test('is none where no text changed the claim', async () => {
  const claim = await verify(editor, await mark(editor, story, '120 passengers'));
  expect(await changeOf(claim)).toEqual({ claimId: claim.id, change: null });
  await revise(editor, story, (text) => `${text}\n\nIt is cold.`);
  expect((await changeOf(claim)).change).toBeNull();
});

test('is for those alone who may see the story', async () => {
  const hidden = await createStory(editor, { access: 'restricted' });
  const claim = await verify(editor, await mark(editor, hidden, '120 passengers'));
  await revise(editor, hidden, otherWords);
  expect((await changeOf(claim)).change).not.toBeNull();
  refusal(await other.get(`/api/claims/${claim.id}/text-change`), 'NOT_FOUND');
});
