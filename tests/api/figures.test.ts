/** The ledger of a story's figures over the API: its lines, what does not add up, who may see it, what it costs. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Claim, EditClaim } from '../../server/contract/claims.ts';
import { claimNow, headOf } from '../support/attached.ts';
import { createStory, mark, type Story, spanOf } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { figuresOf } from '../support/figures.ts';
import { addSource, keep } from '../support/sources.ts';
import { countStatements } from '../support/statements.ts';

const desk = useDesk();
let editor: Person;
let viewer: Person;
beforeAll(async () => {
  editor = await desk.person('editor');
  viewer = await desk.person('viewer');
});

const TEXT = [
  'Storm kills 44 on the coast',
  'The storm killed 41 people in Halven on Monday, 6 January 2026, the harbour office said. Among the dead were 52 fishermen.',
  'The pier was hit. Another 9 people were hurt, the hospital said.',
].join('\n\n');
const storm = (body: object = {}) => createStory(editor, { text: TEXT, ...body });
const count = (story: Story, quote: string, details: object = {}) =>
  mark(editor, story, quote, { kind: 'casualty_count', details: { outcome: 'killed', ...details } });
const exactly = (value: number, more: object = {}) => ({
  low: value,
  best: value,
  high: value,
  modifier: 'exact',
  ...more,
});
const edit = async (claim: Claim, body: object) => {
  const { version } = await claimNow(editor, claim);
  return answer(EditClaim, await editor.patch(`/api/claims/${claim.id}`, { version, ...body }));
};
const rules = async (story: Story) => (await figuresOf(viewer, story)).problems.map(({ rule }) => rule);

describe('the ledger of a story', () => {
  test('has every count with its sources and its place, parts under their whole', async () => {
    const story = await storm();
    const office = await mark(editor, story, 'The storm killed 41 people in Halven', {
      kind: 'attribution',
      details: { source: spanOf(TEXT, 'the harbour office'), cue: spanOf(TEXT, 'said') },
    });
    const hurt = await count(story, 'Another 9 people', exactly(9, { outcome: 'injured' }));
    const all = await count(story, '41 people', exactly(41));
    const part = await count(story, '52 fishermen', exactly(52, { partOf: all.id }));
    const { figures, head, revision } = await figuresOf(viewer, story);
    expect(
      figures.map(({ claimId, group, depth, wholeId, role }) => ({ claimId, group, depth, wholeId, role })),
    ).toEqual([
      { claimId: all.id, group: 'killed', depth: 0, wholeId: null, role: 'paragraph' },
      { claimId: part.id, group: 'killed', depth: 1, wholeId: all.id, role: 'paragraph' },
      { claimId: hurt.id, group: 'injured', depth: 0, wholeId: null, role: 'paragraph' },
    ]);
    expect(figures[0]).toMatchObject({
      sentence: all.sentence,
      span: all.span,
      sources: [
        { attributionId: office.id, sourceId: null, name: 'the harbour office', confidential: false },
      ],
    });
    expect({ head, revision }).toEqual({ head: await headOf(viewer, story), revision: 1 });
  });

  test('tells what does not add up with both places, and is silent once it does', async () => {
    const story = await storm();
    const head = await count(story, '44', exactly(44));
    const all = await count(story, '41 people', exactly(41));
    const part = await count(story, '52 fishermen', exactly(52, { partOf: all.id }));
    await mark(editor, story, 'Monday, 6 January 2026', { details: { about: 'date', value: null } });

    const { problems } = await figuresOf(viewer, story);
    expect(problems.map(({ rule, places }) => [rule, places.map(({ span }) => span.quote)])).toEqual([
      ['headline_differs', ['44', '41 people']],
      ['part_exceeds_whole', ['41 people', '52 fishermen']],
      ['weekday_differs', ['Monday', '6 January 2026']],
    ]);
    for (const { before, span, after } of problems.flatMap(({ places }) => places))
      expect(TEXT).toContain(before + span.quote + after);

    await edit(head, { details: { outcome: 'killed', ...exactly(41) } });
    await edit(part, { details: { outcome: 'killed', ...exactly(32, { partOf: all.id }) } });
    expect(await rules(story)).toEqual(['weekday_differs']);
  });

  test('tells two figures for one fact, and of two sources only that they differ', async () => {
    const text = 'The office said 41 people died.\n\nThe hospital said 44 people died.';
    const story = await storm({ text });
    const first = await count(story, '41 people', exactly(41));
    const second = await count(story, '44 people', exactly(44));
    await edit(second, { sameFactAs: first.id });
    expect(await rules(story)).toEqual(['same_fact_differs']);

    const said = async (words: string, source: string) =>
      mark(editor, story, words, { kind: 'attribution', details: { source: spanOf(text, source) } });
    const office = await said('41 people died', 'The office');
    await said('44 people died', 'The hospital');
    const { problems, notes } = await figuresOf(viewer, story);
    expect({ problems, rules: notes.map(({ rule }) => rule) }).toEqual({
      problems: [],
      rules: ['differs_by_source'],
    });
    expect(notes[0]?.explanation).toBe(
      'Sources differ: 41 according to The office and 44 according to The hospital.',
    );

    await edit(second, { attributionIds: [office.id] });
    expect(await rules(story)).toEqual(['same_fact_differs']);
  });

  test('leaves out what was withdrawn', async () => {
    const story = await storm();
    const all = await count(story, '41 people', exactly(41));
    const part = await count(story, '52 fishermen', exactly(52, { partOf: all.id }));
    await editor.delete(`/api/claims/${all.id}?version=1`).expect(200);
    const { figures, problems } = await figuresOf(viewer, story);
    expect(figures.map(({ claimId, wholeId }) => [claimId, wholeId])).toEqual([[part.id, null]]);
    expect(problems).toEqual([]);
  });

  test('is empty where nothing is counted', async () => {
    expect(await figuresOf(viewer, await storm())).toMatchObject({ figures: [], problems: [], notes: [] });
  });

  test('names a confidential source by its description, to those named on it as well', async () => {
    const story = await storm();
    const source = await addSource(editor, { name: 'Ada of the harbour office' });
    await mark(editor, story, 'The storm killed 41 people in Halven', {
      kind: 'attribution',
      details: { source: spanOf(TEXT, 'the harbour office'), sourceId: source.id },
    });
    await count(story, '41 people', exactly(41));
    await keep(editor, source, [editor], 'a port official');
    for (const as of [viewer, editor])
      expect((await figuresOf(as, story)).figures[0]?.sources).toMatchObject([
        { sourceId: source.id, name: 'a port official', confidential: true },
      ]);
  });

  test('of a restricted story is there for its people alone', async () => {
    const story = await storm({ access: 'restricted' });
    await count(story, '41 people', exactly(41));
    expect((await figuresOf(editor, story)).figures).toHaveLength(1);
    refusal(await viewer.get(`/api/articles/${story.id}/figures`), 'NOT_FOUND');
  });
});

test('what it costs does not grow with claims and sources', async () => {
  const story = await storm();
  await count(story, '41 people', exactly(41));
  const asked = () => countStatements(() => viewer.get(`/api/articles/${story.id}/figures`).expect(200));
  await asked();
  const one = await asked();
  for (const quote of ['the harbour office', 'the hospital', 'The pier was hit']) {
    const { id } = await addSource(editor);
    await mark(editor, story, quote, { kind: 'attribution', details: { sourceId: id } });
    await count(story, quote, exactly(9));
  }
  expect(await asked()).toBe(one);
});
