/** Keys are faster than the server: what they say is kept in their order. */
import type { Page } from '@playwright/test';
import { type Colleague, expect, test } from './newsroom.ts';
import { ferryStory, holdMarks, StoryPage } from './story-page.ts';

/** The ferry story before somebody who just brought it in. */
async function opened(
  colleague: (role: 'editor') => Promise<Colleague>,
  pageOf: (person: Colleague) => Promise<Page>,
) {
  const editor = await colleague('editor');
  const { id } = await editor.api.send('POST', '/api/articles', { text: await ferryStory() });
  const page = await pageOf(editor);
  const story = await new StoryPage(page).open(id);
  return { editor, id, page, story };
}

test('source, cue and content may be taken before the mark itself is answered', async ({
  colleague,
  pageOf,
}) => {
  const { id, page, story } = await opened(colleague, pageOf);
  const { keyboard } = page;

  const release = await holdMarks(page, id);

  for (const key of ['j', 'j', 'j', 'ArrowRight', 'Shift+ArrowRight']) await keyboard.press(key);
  const [first, second] = ['Who says so', 'Cue (“said”)'];
  await keyboard.press('a');
  await keyboard.press('ArrowRight');
  const source = (await story.news.textContent()) ?? '';
  await keyboard.press('1');
  await keyboard.press('ArrowRight');
  await expect(story.news).not.toHaveText(source);
  const cue = (await story.news.textContent()) ?? '';
  await keyboard.press('2');
  release();

  await expect(story.claim.getByRole('group', { name: first })).toContainText(source);
  await expect(story.claim.getByRole('group', { name: second })).toContainText(cue);
});

test('undo right after a mark takes that mark back, and not what was done before it', async ({
  colleague,
  pageOf,
}) => {
  const { editor, id, page, story } = await opened(colleague, pageOf);
  const { keyboard } = page;

  await keyboard.press('q');
  await keyboard.press('c');
  await story.expectClaim('two reporters');
  const release = await holdMarks(page, id);
  await keyboard.press('q');
  await keyboard.press('c');
  await keyboard.press('z');
  release();
  await expect(page.locator('.told')).toContainText('Undone: marked');
  const { items } = Object(await editor.api.get(`/api/articles/${id}/claims`));
  expect(items.map(({ status }: { status: string }) => status)).toEqual(['unchecked', 'withdrawn']);
});

test('undo takes back what was done last, also while the claim is fetched that was spoken of before', async ({
  colleague,
  pageOf,
}) => {
  const { page, story } = await opened(colleague, pageOf);
  const { keyboard } = page;
  await keyboard.press('q');
  await keyboard.press('c');
  await story.expectClaim('two reporters');
  await keyboard.press('m');
  await expect(story.field('Comment')).toBeFocused();
  await keyboard.type('Both are free.');

  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/api\/claims\/[^/]+$/, async (route) => {
    await held;
    await route.continue();
  });
  await keyboard.press('Control+Enter');
  await expect(story.claim.getByRole('article')).toContainText('Both are free.');
  await keyboard.press('Escape');
  await expect(story.place).toBeFocused();
  await keyboard.press('f');
  await expect(page.getByText('2 of 2 left')).toBeVisible();
  await expect(story.claim.getByText('○ unchecked')).toBeVisible();
  await keyboard.press('z');
  release();
  await expect(page.locator('.told')).toContainText('Undone: marked');
  await page.unrouteAll({ behavior: 'wait' });
});

test('what a key could not do is seen until the next one', async ({ colleague, pageOf }) => {
  const { page } = await opened(colleague, pageOf);
  const seen = page.locator('.told');

  await page.keyboard.press('j');
  await page.keyboard.press('1');
  await expect(seen).toHaveText('Choose an attribution first, then select the words.');
  await page.keyboard.press('ArrowRight');
  await expect(seen).toBeHidden();
  await page.keyboard.press('z');
  await expect(seen).toHaveText('Nothing to undo.');
});

test('a key leads from figure to figure, through the story and back', async ({ colleague, pageOf }) => {
  const { page, story } = await opened(colleague, pageOf);
  const { keyboard } = page;

  await keyboard.press('q');
  await expect(story.news).toHaveText('two reporters');
  for (let presses = 0; presses < 3; presses += 1) await keyboard.press('q');
  await expect(story.news).toHaveText('at least 41 people');
  await keyboard.press('q');
  await expect(story.news).toHaveText('12 children');
  await keyboard.press('Shift+Q');
  await expect(story.news).toHaveText('at least 41 people');
  await keyboard.press('c');
  await story.expectClaim('at least 41 people');
  await expect(story.field('Low')).toHaveValue('41');

  for (let presses = 0; presses < 4; presses += 1) await keyboard.press('Shift+Q');
  await expect(page.locator('.told')).toHaveText('No figure before this.');
  await keyboard.press('Shift+?');
  await expect(page.getByText('Next figure, with what it counts')).toBeVisible();
});
