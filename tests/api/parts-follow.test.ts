/** What else a story has follows its newer text: ledger, flags, suggestions, sign-off. */
import { beforeAll, expect, test } from 'vitest';
import { EditClaim } from '../../server/contract/claims.ts';
import { GetArticleHistory } from '../../server/contract/history.ts';
import { ListSuggestions } from '../../server/contract/suggestions.ts';
import { claimNow, headOf } from '../support/attached.ts';
import { auditOf, flagsOf, pathOf } from '../support/audit.ts';
import { createStory, mark, review, STORY, type Story, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { figuresOf } from '../support/figures.ts';
import { revise } from '../support/reworded.ts';
import { seen, signOff, signOffOf, signOffPath } from '../support/sign-off.ts';
import { ferryExtractor, suggested, suggestionsPath } from '../support/suggestions.ts';

const desk = useDesk({ extractor: ferryExtractor });
let editor: Person;
let reviewer: Person;
beforeAll(async () => {
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
});

const counted = (story: Story, quote: string) =>
  mark(editor, story, quote, { kind: 'casualty_count', details: undefined });
const higher = (text: string) => text.replace('At least 41', 'At least 44');

test('the ledger has the figure that the text has now, until a person lets the old one stand', async () => {
  const story = await createStory(editor);
  const toll = await counted(story, 'At least 41 people died');
  const children = await counted(story, 'Nine children');
  const lows = async () => {
    const { figures, revision } = await figuresOf(editor, story);
    return { revision, lows: figures.map(({ claimId, details }) => [claimId, details.low]) };
  };
  expect(await lows()).toEqual({
    revision: 1,
    lows: [
      [toll.id, 41],
      [children.id, 9],
    ],
  });
  await revise(editor, story, higher);
  expect(await lows()).toEqual({
    revision: 2,
    lows: [
      [toll.id, 44],
      [children.id, 9],
    ],
  });
  const { version } = await claimNow(editor, toll);
  answer(EditClaim, await editor.patch(`/api/claims/${toll.id}`, { version, settled: true }));
  expect(await lows()).toMatchObject({
    lows: [
      [toll.id, 41],
      [children.id, 9],
    ],
  });
  // Words that are gone count for nothing.
  await revise(editor, story, (text) => text.replace(/Nine children.*\n/, 'Nobody knows more.\n'));
  expect(await lows()).toMatchObject({ revision: 3, lows: [[toll.id, 41]] });
});

test('what does not add up is said as soon as the text has it, and no longer once it has not', async () => {
  const text = 'Storm kills 41\n\nThe storm killed 41 people on the coast, the harbour office said.';
  const story = await createStory(editor, { text });
  await counted(story, '41');
  await counted(story, '41 people');
  const rules = async () => (await figuresOf(editor, story)).problems.map(({ rule }) => rule);
  expect(await rules()).toEqual([]);
  await revise(editor, story, (now) => now.replace('killed 41', 'killed 44'));
  expect(await rules()).toEqual(['headline_differs']);
  await revise(editor, story, (now) => now.replace('kills 41', 'kills 44'));
  expect(await rules()).toEqual([]);
});

test('flags are found by the words of now, and what was dismissed on words that are others is asked anew', async () => {
  const story = await createStory(editor);
  const toll = await counted(story, 'At least 41 people');
  const flags = async () =>
    (await flagsOf(editor, story, 'unattributed')).flatMap((flag) =>
      flag.claimIds.includes(toll.id) ? [{ quote: flag.span.quote, dismissed: flag.dismissed !== null }] : [],
    );
  expect(await flags()).toEqual([{ quote: 'At least 41 people', dismissed: false }]);
  const [flag] = await flagsOf(editor, story, 'unattributed');
  if (flag === undefined) throw new Error('nothing to dismiss');
  await editor.put(pathOf(story, flag), { reason: 'It is on its way.' }).expect(200);
  const added = `A line before it all.\n\n${story.revision.text}`;
  await revise(editor, story, () => added);
  expect(await flags()).toEqual([{ quote: 'At least 41 people', dismissed: true }]);
  for (const { span } of (await auditOf(editor, story)).flags)
    expect(added.slice(span.start, span.end)).toBe(span.quote);
  await revise(editor, story, higher);
  expect(await flags()).toEqual([{ quote: 'At least 44 people', dismissed: false }]);
  await revise(editor, story, (text) => text.replace(/At least 44.*/, 'Nobody knows more.'));
  expect(await flags()).toEqual([]);
});

test('suggestions are found anew, and what was dismissed stays so', async () => {
  const story = await createStory(editor);
  const rules = async (state: string) =>
    answer(ListSuggestions, await editor.get(suggestionsPath(story, `?state=${state}`))).items.map(
      ({ rule }) => rule,
    );
  const { id } = await suggested(editor, story, 'room');
  await editor.post(`/api/suggestions/${id}/dismiss`).expect(200);
  expect(await rules('open')).not.toContain('room');
  await revise(editor, story, (text) => `A line before it all.\n\n${higher(text)}`);
  expect(await rules('dismissed')).toEqual(['room']);
  expect(await rules('open')).toContain('children');
  // Its words are not in the text any more.
  expect(await rules('open')).not.toContain('toll');
  await revise(editor, story, () => STORY);
  expect(await rules('dismissed')).toEqual(['room']);
  expect(await rules('open')).toContain('toll');
});

test('a sign-off is for the text that was signed: one that arrives voids it, one written here is refused', async () => {
  const story = await createStory(editor);
  await review(reviewer, await verify(editor, await mark(editor, story, '120 passengers')));
  await signOff(reviewer, story);
  expect((await signOffOf(editor, story)).signOff).not.toBeNull();
  const path = `/api/articles/${story.id}/revisions`;
  const text = STORY.replace('120 passengers', '130 passengers');
  refusal(await editor.post(path, { text, baseRevision: 1 }), 'SIGNED_OFF');
  const head = await headOf(editor, story);
  await editor.post(path, { text, baseRevision: 1, arrived: 'AFP lead 2' }).expect(201);
  const { items } = answer(
    GetArticleHistory,
    await editor.get(`/api/articles/${story.id}/history?after=${head}`),
  );
  expect(items.map(({ type }) => type)).toEqual([
    'article.sign_off_voided',
    'article.revised',
    'claim.replaced',
  ]);
  // What was verified on the text before stands in the way of another.
  refusal(await reviewer.put(signOffPath(story), await seen(reviewer, story)), 'NOT_READY');
});
