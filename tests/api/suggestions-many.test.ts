/** More suggestions than are handed to the database at once. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, test } from 'vitest';
import { AcceptSuggestion } from '../../server/contract/suggestions.ts';
import type { Passage, Proposal } from '../../server/domain/extraction/model.ts';
import { createStory } from '../support/claims.ts';
import { answer } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { listSuggestions, storeRevision } from '../support/suggestions.ts';

/** Each sentence is worth a look. */
const everySentence = ({ text, sentences }: Passage): Proposal[] =>
  sentences.map(({ start, end }, sentence) => ({
    kind: 'fact',
    details: { about: 'event', value: null },
    span: { start, end, quote: text.slice(start, end) },
    sentence,
    key: String(sentence),
    rule: 'every-sentence',
    why: 'a sentence',
    confidence: 0.5,
    attributedBy: [],
    partOf: null,
    sourceName: null,
  }));

const desk = useDesk({ extractor: everySentence });
let editor: Person;
beforeAll(async () => {
  editor = await desk.person('editor');
});

const COUNT = 2_345;
const sentences = Array.from({ length: COUNT }, (_, number) => `Boat ${number} came in.`);

test('are all stored, in their order, and keep what was decided on them in a newer text', async () => {
  const story = await createStory(editor, { text: sentences.join(' ') });
  const { items } = await listSuggestions(editor, story);
  expect(items.map(({ span }) => span.quote)).toEqual(sentences);

  const [first, last] = [items[0]?.id, items.at(-1)?.id];
  await editor.post(`/api/suggestions/${first}/dismiss`).expect(200);
  answer(AcceptSuggestion, await editor.post(`/api/suggestions/${last}/accept`, {}));
  await storeRevision(editor, story, ['Fog came in.', ...sentences].join(' '));
  const newer = (await listSuggestions(editor, story)).items;
  expect(newer.map(({ span }) => span.quote)).toEqual(['Fog came in.', ...sentences]);
  expect(
    newer.filter(({ state }) => state !== 'open').map(({ state, sentence }) => [state, sentence]),
  ).toEqual([
    ['dismissed', 1],
    ['accepted', COUNT],
  ]);
});

test('that are found no longer go, and those that are found again stay as they are', async () => {
  const story = await createStory(editor, { text: sentences.join(' ') });
  const { items } = await listSuggestions(editor, story);
  await editor.post(`/api/suggestions/${items.at(-1)?.id}/dismiss`).expect(200);
  const { prisma } = desk.db;
  // As if earlier rules had left them: one that is not found any more, one found with another reason.
  const [gone = '', other = ''] = items.slice(1_500, 1_502).map(({ id }) => id);
  const left = await prisma.suggestion.findUniqueOrThrow({ where: { id: gone } });
  const { details: _details, ...rest } = left;
  const stale = { ...rest, id: uuidv7(), fingerprint: 'no longer found', details: {} };
  await prisma.suggestion.create({ data: stale });
  await prisma.suggestion.update({ where: { id: other }, data: { why: 'an older reason' } });
  await prisma.extraction.updateMany({ where: { articleId: story.id }, data: { basis: 'older rules' } });
  const again = await listSuggestions(editor, story);
  expect(again.items).toEqual([
    ...items.slice(0, -1),
    expect.objectContaining({ id: items.at(-1)?.id, state: 'dismissed' }),
  ]);
});
