/** What many claims stand on changes at once: all are told, at a cost that does not grow with them. */
import { beforeAll, expect, test } from 'vitest';
import { EditEvidence, type Evidence } from '../../server/contract/evidence.ts';
import { addEvidence, claimNow, eventsAfter, headOf, passedClaim } from '../support/attached.ts';
import { brokenAt } from '../support/chain.ts';
import { createStory, type Story } from '../support/claims.ts';
import { answer } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { countStatements } from '../support/statements.ts';

const desk = useDesk();
let editor: Person;
let reviewer: Person;

beforeAll(async () => {
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
});

const numbers = (length: number) => Array.from({ length }, (_, index) => 100 + index);

/** A story with so many passed claims that all cite one piece of evidence. */
async function cited(length: number): Promise<{ story: Story; evidence: Evidence; ids: string[] }> {
  const text = numbers(length).map((number) => `The ferry had room for ${number} passengers.`);
  const story = await createStory(editor, { text: ['Ferries of the bay', ...text].join('\n\n') });
  const evidence = await addEvidence(editor, story);
  const ids: string[] = [];
  for (const number of numbers(length)) {
    const { id } = await passedClaim({ editor, reviewer }, story, `${number} passengers`, evidence);
    ids.push(id);
  }
  return { story, evidence, ids };
}

const edit = async (evidence: Evidence) =>
  answer(
    EditEvidence,
    await editor.patch(`/api/evidence/${evidence.id}`, { version: 1, title: 'Corrected' }),
  );

// Some 260 writes make the two stories: on a busy machine that takes longer than one test should.
test('sixty passed claims ask for as many statements as three', async () => {
  const few = await cited(3);
  const many = await cited(60);
  // What a connection asks once is asked before anything is counted.
  await edit((await cited(1)).evidence);
  const head = await headOf(editor, many.story);
  const forFew = await countStatements(() => edit(few.evidence));
  const forMany = await countStatements(() => edit(many.evidence));
  expect(forFew).toBeGreaterThan(5);
  expect(forMany).toBe(forFew);

  const [first, ...rest] = await eventsAfter(editor, many.story, head);
  expect(first).toEqual(['evidence.edited', null]);
  expect(rest).toEqual(many.ids.map((id) => ['review.reopened', id]));
  for (const id of many.ids.slice(0, 3))
    expect(await claimNow(editor, { id })).toMatchObject({ status: 'checked', version: 5 });
  const { story } = many;
  expect(await headOf(editor, story)).toBe(head + 61);
  expect(await desk.db.prisma.claim.count({ where: { articleId: story.id, status: 'checked' } })).toBe(60);
  expect(await brokenAt(desk, story.id)).toBeNull();
}, 60_000);
