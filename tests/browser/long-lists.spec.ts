/** Lists of a thousand: they load as one goes, stay usable by keys and say how much of them is here. */
import type { Page } from '@playwright/test';
import { type Colleague, expect, expectAccessible, test } from './newsroom.ts';
import { checkedStory } from './scene.ts';
import { StoryPage } from './story-page.ts';

const THOUSAND = 1000;
const AT_ONCE = 20;

/** A thousand short stories, of which every fourth has the same headline. */
async function fill({ api }: Colleague, tag: string): Promise<void> {
  const stories = Array.from({ length: THOUSAND }, (_, index) => ({
    title: index % 4 === 0 ? `Boat turned back ${tag}` : `Boat ${index} turned back ${tag}`,
    agency: index % 8 === 0 ? 'Skerry Wire' : 'Northern News Agency',
    text: `A patrol turned back boat ${index} of ${tag} on Monday. It carried ${index + 2} people.`,
  }));
  for (let from = 0; from < THOUSAND; from += AT_ONCE)
    await Promise.all(
      stories.slice(from, from + AT_ONCE).map((story) => api.send('POST', '/api/articles', story)),
    );
}

const rows = (page: Page) => page.locator('cd-story-row');
const listed = (page: Page) => page.locator('.listed');

test('a desk of a thousand stories', async ({ colleague, pageOf }) => {
  test.slow();
  const editor = await colleague('editor');
  const tag = editor.name.slice(-8);
  await fill(editor, tag);
  const page = await pageOf(editor);
  const cursors: (string | null)[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.pathname === '/api/articles') cursors.push(url.searchParams.get('cursor'));
  });
  await page.goto(`/?q=${tag}`);
  await expect(listed(page)).toContainText('50 stories shown, more follow');

  for (const [width, height] of [
    [1920, 1080],
    [390, 844],
  ] as const)
    await test.step(`at ${width} pixels axe finds nothing`, async () => {
      await page.setViewportSize({ width, height });
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });

  await test.step('stories of one headline are told apart', async () => {
    const same = page.getByRole('link', { name: `Boat turned back ${tag}`, exact: true }).first();
    await expect(same).toHaveAccessibleDescription(/(Skerry Wire|Northern News Agency).*Brought in \d/s);
    const other = page.getByRole('link', { name: /^Boat \d+ turned back/ }).first();
    await expect(other).toHaveAccessibleDescription('');
  });

  await test.step('keys go on past the end of a page', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.reload();
    await expect(rows(page)).toHaveCount(50);
    for (let presses = 0; presses < 60; presses += 1) await page.keyboard.press('j');
    await expect(rows(page)).not.toHaveCount(50);
    const focused = rows(page).filter({ has: page.locator('a:focus') });
    await expect(focused).toBeInViewport({ ratio: 0.9 });
    for (let presses = 0; presses < 10; presses += 1) await page.keyboard.press('k');
    // The line over the list covers nothing of the row that has the focus.
    const uncovered = async () => {
      const [row, bar] = [await focused.boundingBox(), await listed(page).boundingBox()];
      return (row?.y ?? 0) - (bar?.y ?? 0) - (bar?.height ?? 0);
    };
    await expect.poll(uncovered).toBeGreaterThanOrEqual(-1);
  });

  await test.step('going down the list brings in all of it, page by page', async () => {
    // From another page: what the list before still asks for is not counted, and the new one begins at its top.
    await page.goto('about:blank');
    cursors.length = 0;
    await page.goto(`/?q=${tag}`);
    await expect(rows(page)).toHaveCount(50);
    await expect(async () => {
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      await expect(rows(page)).toHaveCount(THOUSAND, { timeout: 250 });
    }).toPass({ timeout: 60_000 });
    await expect(listed(page)).toHaveText(/^\s*1,000 stories ·/);
    expect(cursors).toHaveLength(THOUSAND / 50);
    expect(new Set(cursors).size).toBe(THOUSAND / 50);
    await expect(listed(page)).toBeInViewport({ ratio: 1 });
    await expectAccessible(page);
  });
});

test('the line over the claims stays in sight and says how many there are', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const { articleId } = await checkedStory(editor);
  const page = await pageOf(editor);
  await page.setViewportSize({ width: 1440, height: 500 });
  await page.goto(`/claims?articleId=${articleId}`);
  await expect(listed(page)).toHaveText(/^\s*6 claims · newest first/);
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await expect(page.getByRole('heading', { name: 'Claims', level: 1 })).not.toBeInViewport();
  await expect(listed(page)).toBeInViewport({ ratio: 1 });
});

test('the list of a story’s claims keeps its columns’ names, and on a telephone how each claim stands', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const { articleId } = await checkedStory(editor);
  const page = await pageOf(editor);
  await new StoryPage(page).open(articleId);
  await page.getByRole('button', { name: /^List/ }).click();
  await expect(page.getByText('Press a claim’s reading in the list to look at it')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 300 });
  const list = page.getByRole('region', { name: 'Claims' });
  await list.evaluate((element) => {
    element.scrollIntoView({ block: 'end' });
    element.scrollTo(0, element.scrollHeight);
  });
  const last = list.getByRole('row').last();
  await expect(last.getByText('unchecked')).toBeInViewport({ ratio: 1 });
  await expect(list.getByRole('columnheader', { name: 'Status' })).toBeInViewport({ ratio: 1 });
});
