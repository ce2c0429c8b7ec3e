import { beforeAll, expect, test } from 'vitest';
import { createStory } from '../support/claims.ts';
import { refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { readyStory, seen, signOff, signOffOf, signOffPath } from '../support/sign-off.ts';

const desk = useDesk();
let editor: Person;
let reviewer: Person;
beforeAll(async () => {
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
});

test('first', async () => {
  const story = await readyStory({ editor, reviewer });
  const state = await signOff(reviewer, story);
  expect(state).toMatchObject({ can: ['reopen'] });
  const { body } = await reviewer.delete(signOffPath(story), { reason: 'x' });
  refusal(await editor.put(signOffPath(story), await seen(editor, story)), 'NEEDS_REVIEWER');
});
