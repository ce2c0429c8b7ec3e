/** Working through suggestions by keys alone: where one is after each of them. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { type Colleague, expect, test } from './newsroom.ts';
import { StoryPage } from './story-page.ts';

const TEXT = [
  'Storm crosses the coast',
  'The harbour office said 3 civilians were killed in Harrow and 40 soldiers were injured in Garford.',
  'Ada Moor, a teacher, warned that the school would stay closed.',
].join('\n\n');

const List = z.object({ items: z.array(z.looseObject({ span: z.looseObject({ quote: z.string() }) })) });

const panel = (page: Page) => page.getByRole('region', { name: 'Suggestion', exact: true });
const chosen = (page: Page) => panel(page).getByRole('blockquote');

/** A story opened at its first suggestion, and the words of all. */
async function scene(
  colleague: (role: 'editor') => Promise<Colleague>,
  pageOf: (person: Colleague) => Promise<Page>,
) {
  const editor = await colleague('editor');
  const { id } = await editor.api.send('POST', '/api/articles', { text: TEXT });
  const { items } = List.parse(await editor.api.get(`/api/articles/${id}/suggestions`));
  const page = await pageOf(editor);
  const story = await new StoryPage(page).open(id);
  await expect(page.getByRole('button', { name: /^Look at \d+ suggestions/ })).toBeVisible();
  await page.keyboard.press('i');
  const quotes = items.map(({ span }) => span.quote);
  await expect(chosen(page)).toHaveText(quotes[0] ?? '');
  return { page, story, quotes, told: page.locator('.told') };
}

for (const [key, past] of [
  ['y', 'accepted'],
  ['d', 'dismissed'],
] as const)
  test(`what was ${past} and is taken back is looked at again, and gone on from when it is done again`, async ({
    colleague,
    pageOf,
  }) => {
    const { page, quotes, told } = await scene(colleague, pageOf);
    const [first = '', second = '', third = ''] = quotes;
    await page.keyboard.press(key);
    await expect(chosen(page)).toHaveText(second);
    await page.keyboard.press(key);
    await expect(chosen(page)).toHaveText(third);
    await page.keyboard.press('z');
    await expect(chosen(page)).toHaveText(second);
    await expect(told).toContainText(`Undone: ${past}`);
    await page.keyboard.press('z');
    await expect(chosen(page)).toHaveText(first);
    await page.keyboard.press('Shift+Z');
    await expect(chosen(page)).toHaveText(second);
    await expect(told).toContainText(`Done again: ${past}`);
  });

test('undo takes back what was decided on last, where the server answered that first as well', async ({
  colleague,
  pageOf,
}) => {
  const { page, quotes, told } = await scene(colleague, pageOf);
  const [first = '', second = '', third = ''] = quotes;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(
    /\/api\/suggestions\/[^/]+\/accept$/,
    async (route) => {
      await held;
      await route.continue();
    },
    { times: 1 },
  );
  await page.keyboard.press('y');
  await expect(chosen(page)).toHaveText(second);
  const answered = page.waitForResponse(/\/accept$/);
  await page.keyboard.press('y');
  await expect(chosen(page)).toHaveText(third);
  await answered;
  await page.keyboard.press('z');
  release();
  await expect(chosen(page)).toHaveText(second);
  await expect(told).toContainText('Undone: accepted');
  await page.keyboard.press('z');
  await expect(chosen(page)).toHaveText(first);
});

test('hidden, none is left to be decided on, and the next one shows them again', async ({
  colleague,
  pageOf,
}) => {
  const { page, quotes, told } = await scene(colleague, pageOf);
  await page.keyboard.press('h');
  await expect(panel(page)).toHaveCount(0);
  await page.keyboard.press('y');
  await expect(told).toHaveText('Choose a suggestion first.');
  await page.keyboard.press('i');
  await expect(chosen(page)).toHaveText(quotes[0] ?? '');
});

for (const key of ['l', 't'])
  test(`from what lies over the story (${key}) the next suggestion leads into it, with the keys`, async ({
    colleague,
    pageOf,
  }) => {
    const { page, story, quotes } = await scene(colleague, pageOf);
    await page.keyboard.press(key);
    await expect(story.place).toHaveCount(0);
    await page.keyboard.press('i');
    await expect(chosen(page)).toHaveText(quotes[1] ?? '');
    await expect(story.place).toBeFocused();
  });

test('accepted from its form, the keys are at the story', async ({ colleague, pageOf }) => {
  const { page, story } = await scene(colleague, pageOf);
  await page.keyboard.press('u');
  await page.keyboard.type('the office');
  await page.keyboard.press('Control+Enter');
  await expect(story.claim).toBeVisible();
  await expect(story.place).toBeFocused();
});
