/** The bar above the story: what comes late to it moves nothing. */
import type { Page } from '@playwright/test';
import { expect, test } from './newsroom.ts';
import { StoryPage } from './story-page.ts';

const TEXT = 'Ferry sinks\n\nThe ferry sank at noon. Of the 12 dead, 15 were children.';

const topOfStory = async (page: Page) =>
  (await page.getByRole('heading', { name: 'Ferry sinks' }).last().boundingBox())?.y;

for (const width of [390, 1280])
  test(`at ${width} pixels the story stays where it is when suggestions and problems of its figures come`, async ({
    colleague,
    pageOf,
  }) => {
    const editor = await colleague('editor');
    const { id } = await editor.api.send('POST', '/api/articles', { text: TEXT });
    const mark = (quote: string, details: object) =>
      editor.api.send('POST', `/api/articles/${id}/claims`, {
        ...{ revision: 1, kind: 'casualty_count', details: { outcome: 'killed', ...details } },
        span: { start: TEXT.indexOf(quote), end: TEXT.indexOf(quote) + quote.length, quote },
      });
    const exactly = (count: number) => ({ low: count, best: count, high: count, modifier: 'exact' });
    const whole = await mark('12 dead', exactly(12));
    await mark('15 were children', { ...exactly(15), partOf: whole.id });
    const page = await pageOf(editor);
    await page.setViewportSize({ width, height: 800 });
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\/(?:suggestions|figures)$/, async (route) => {
      await released;
      await route.continue();
    });
    await new StoryPage(page).open(id);
    await expect(page.getByText('Looking for suggestions…')).toBeVisible();
    const figures = page.getByRole('button', { name: /^Figures/ });
    await expect(figures).not.toContainText('problem');
    const before = [await topOfStory(page), await figures.boundingBox()];
    release();
    await expect(figures).toContainText('1 problem');
    await expect(page.getByText('Looking for suggestions…')).toBeHidden();
    expect([await topOfStory(page), await figures.boundingBox()]).toEqual(before);
    const verdict = { version: 1, verdict: 'accurate', reason: 'Counted.', correction: null };
    await editor.api.send('PUT', `/api/claims/${whole.id}/verdict`, verdict);
    await expect(page.getByRole('link', { name: '1 to review' })).toBeVisible();
    expect([await topOfStory(page), await figures.boundingBox()]).toEqual(before);
  });

test('where nothing is suggested the room for suggestions says so', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const { id } = await editor.api.send('POST', '/api/articles', {
    text: 'Bridge open\n\nSomebody walked over it.',
  });
  const page = await pageOf(editor);
  await page.setViewportSize({ width: 390, height: 800 });
  await new StoryPage(page).open(id);
  await expect(page.getByText('No suggestions.', { exact: true })).toBeVisible();
});
