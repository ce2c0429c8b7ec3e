/** A claim whose figure the text changed: the new one is offered, taken or not by one key, and only then judged. */
import { z } from 'zod';
import { type Colleague, expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { StoryPage } from './story-page.ts';

const TEXT = `Clashes in the north

At least 385 people were killed in the clashes, the monitors said.

The camp holds 120 families.
`;
const NEWER = TEXT.replace('385', '410');

const Claims = z.object({
  items: z.array(
    z.looseObject({ id: z.string(), status: z.string(), details: z.looseObject({}), outgrown: z.unknown() }),
  ),
});

/** Read from the words, verified, and the newer text has another figure. */
async function scene(editor: Colleague, newer = NEWER) {
  const { api } = editor;
  const { id: articleId } = await api.send('POST', '/api/articles', { text: TEXT });
  const quote = 'At least 385 people';
  const stored = Object(await api.get(`/api/articles/${articleId}/revisions/1`));
  const start = String(stored.text).indexOf(quote);
  const { id } = await api.send('POST', `/api/articles/${articleId}/claims`, {
    ...{ revision: 1, kind: 'casualty_count' },
    span: { start, end: start + quote.length, quote },
  });
  await api.send('PUT', `/api/claims/${id}/verdict`, {
    ...{ version: 1, verdict: 'accurate', reason: 'The monitors confirmed it.', correction: null },
  });
  await api.send('POST', `/api/articles/${articleId}/revisions`, { baseRevision: 1, text: newer });
  const now = async () => Claims.parse(await api.get(`/api/articles/${articleId}/claims`)).items[0];
  return { articleId, id, now };
}

test('the form offers the new figure; a key takes it, a key takes that back, and the old one stays in the history', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const { articleId, id, now } = await scene(editor);
  const page = await pageOf(editor);
  await page.goto(`/stories/${articleId}#claim=${id}`);
  const story = new StoryPage(page);
  await story.expectClaim('At least 410 people');
  const offer = story.claim.getByRole('group', { name: 'What the text no longer says' });
  await expect(offer.locator('del')).toHaveText('[before: ≥ 385]');
  await expect(offer.locator('ins')).toHaveText('[now: ≥ 410]');
  // And what became of its sentence, word by word.
  const words = page.locator('cd-words-changed');
  await expect(words).toContainText('Another figure, with text 2.');
  await expect(words.locator('.story-words')).toHaveText(
    'At least [out: 385][in: 410] people were killed in the clashes, the monitors said.',
  );
  await expect(offer.getByRole('button', { name: /^Take ≥ 410/ })).toBeVisible();
  await expectAccessibleInBothThemes(page);

  // Before that there is no verdict to give.
  await page.keyboard.press('v');
  await expect(offer.getByRole('button', { name: /^Take ≥ 410/ })).toBeFocused();
  await expect(story.claim).toContainText('say first which of them hold');
  await expect(story.claim.getByRole('radio')).toHaveCount(0);

  await page.keyboard.press('o');
  await expect(offer).toHaveCount(0);
  await expect(story.claim.getByRole('radio').first()).toBeVisible();
  expect((await now())?.details).toMatchObject({ low: 410, wording: 'At least 410' });
  await page.keyboard.press('z');
  await expect(offer).toBeVisible();
  expect(await now()).toMatchObject({ details: { low: 385 }, outgrown: { settled: false } });
  await page.keyboard.press('o');
  await expect(offer).toHaveCount(0);

  await page.keyboard.press('v');
  await page.keyboard.press('1');
  await expect(story.field('Reason').first()).toBeFocused();
  await page.keyboard.type('The monitors’ list of Friday.');
  await page.keyboard.press('Control+Enter');
  await expect(story.claim).not.toContainText('Expired');
  expect(await now()).toMatchObject({ status: 'checked', details: { low: 410 } });
  await story.showTab('History');
  await expect(story.claim).toContainText('385');
  await expectAccessibleInBothThemes(page);
});

test('the old figure is kept by one key, which the history says, and by a press', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const { articleId, id, now } = await scene(editor);
  const page = await pageOf(editor);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/stories/${articleId}#claim=${id}`);
  const story = new StoryPage(page);
  const offer = story.claim.getByRole('group', { name: 'What the text no longer says' });
  await expect(story.place).toBeVisible();
  await page.keyboard.press('v');
  await expect(offer).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessibleInBothThemes(page);
  await page.keyboard.press('Shift+O');
  await expect(offer).toHaveCount(0);
  await expect(story.claim).toContainText('Read from “At least 385”, which the text no longer says.');
  expect(await now()).toMatchObject({ details: { low: 385 }, outgrown: { settled: true } });
  await page.keyboard.press('z');
  await offer.getByRole('button', { name: /^Keep ≥ 385/ }).click();
  await expect(offer).toHaveCount(0);
  await story.showTab('History');
  await expect(story.claim).toContainText('let the details stand, which the text no longer says');
});

test('where the words have no figure any more there is none to take, and a new one may be typed', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const { articleId, id, now } = await scene(editor, TEXT.replace('At least 385 people', 'The villagers'));
  const page = await pageOf(editor);
  await page.goto(`/stories/${articleId}#claim=${id}`);
  const story = new StoryPage(page);
  const offer = story.claim.getByRole('group', { name: 'What the text no longer says' });
  await expect(offer).toContainText('nothing in its place');
  await story.claim.getByLabel('Low', { exact: true }).fill('400');
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await now())?.details).toMatchObject({ low: 400 });
});
