/** Two people at the suggestions of one story: what one takes back and the other has changed meanwhile. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { type Colleague, expect, test } from './newsroom.ts';
import { StoryPage } from './story-page.ts';

const TEXT = [
  'Storm crosses the coast',
  'The harbour office said 3 civilians were killed in Harrow and 40 soldiers were injured in Garford.',
  'Ada Moor, a teacher, warned that the school would stay closed.',
].join('\n\n');

const List = z.object({ items: z.array(z.looseObject({ id: z.string(), state: z.string() })) });
const Claims = z.object({
  items: z.array(z.looseObject({ id: z.string(), version: z.number(), status: z.string() })),
});

/** How many stretches are painted as suggested. */
const dashed = (page: Page) =>
  page.evaluate(() =>
    [...CSS.highlights].reduce((sum, [name, { size }]) => sum + (name.endsWith('-suggested') ? size : 0), 0),
  );

async function scene(
  colleague: (role: 'editor') => Promise<Colleague>,
  pageOf: (person: Colleague) => Promise<Page>,
) {
  const [editor, other] = [await colleague('editor'), await colleague('editor')];
  const { id } = await editor.api.send('POST', '/api/articles', { text: TEXT });
  const suggestions = async () => List.parse(await editor.api.get(`/api/articles/${id}/suggestions`)).items;
  const claims = async () => Claims.parse(await editor.api.get(`/api/articles/${id}/claims`)).items;
  await suggestions();
  const page = await pageOf(editor);
  await new StoryPage(page).open(id);
  const panel = page.getByRole('region', { name: 'Suggestion', exact: true });
  await expect(page.getByRole('button', { name: /^Look at \d+ suggestions/ })).toBeVisible();
  await page.keyboard.press('i');
  await expect(panel).toBeVisible();
  return { page, other, suggestions, claims, told: page.locator('.told') };
}

test('of several accepted at once, undo leaves what a colleague changed and takes back the rest', async ({
  colleague,
  pageOf,
}) => {
  const { page, other, claims, told } = await scene(colleague, pageOf);
  const withdrawn = async () => (await claims()).filter(({ status }) => status === 'withdrawn').length;
  await page.keyboard.press('Shift+Y');
  await expect(told).toContainText('Accepted:');
  const all = await claims();
  expect(all.length).toBeGreaterThan(1);
  const [first] = all;
  const patch = { version: first?.version, summary: 'by the colleague' };
  await other.api.send('PATCH', `/api/claims/${first?.id}`, patch);
  await page.keyboard.press('z');
  await expect(told).toContainText('Someone else has changed 1 of them since');
  expect(await withdrawn()).toBe(all.length - 1);
  await page.keyboard.press('Shift+Z');
  await expect(told).toHaveText(/^Done again: accepted \d+ suggestions$/);
  expect(await withdrawn()).toBe(0);
});

test('an acceptance that was taken back is not done again over a colleague’s decision', async ({
  colleague,
  pageOf,
}) => {
  const { page, other, suggestions, claims, told } = await scene(colleague, pageOf);
  const [first] = await suggestions();
  const stateOfFirst = async () => (await suggestions()).find(({ id }) => id === first?.id)?.state;
  await page.keyboard.press('y');
  await expect.poll(stateOfFirst).toBe('accepted');
  await page.keyboard.press('z');
  await expect(told).toContainText('Undone: accepted');
  await other.api.send('POST', `/api/suggestions/${first?.id}/dismiss`);
  const open = (await suggestions()).filter(({ state }) => state === 'open').length;
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await expect.poll(() => dashed(page)).toBe(open);
  await page.keyboard.press('Shift+Z');
  await expect(told).toContainText(`${other.name} dismissed a suggestion at `);
  expect(await stateOfFirst()).toBe('dismissed');
  expect((await claims()).map(({ status }) => status)).toEqual(['withdrawn']);
});
