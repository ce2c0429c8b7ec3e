/** Marks made on a text that a newer one has taken the place of: they show where their words are now, and stay. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expect, test } from './newsroom.ts';
import { ferryStory, StoryPage } from './story-page.ts';

const WORDS = 'at least 41 people';
const Marked = z.looseObject({
  revision: z.number(),
  span: z.looseObject({ quote: z.string() }),
});

/** Answer marks made on the first text of a story as if a newer one had come; gives what marks were sent. */
async function withNewerText(page: Page, proposed: object | null): Promise<z.infer<typeof Marked>[]> {
  const sent: z.infer<typeof Marked>[] = [];
  await page.route(/\/api\/articles\/[^/]+\/claims$/, async (route, request) => {
    if (request.method() !== 'POST') return route.fallback();
    const mark = Marked.parse(request.postDataJSON());
    sent.push(mark);
    // The server here has one text only: what is marked on the newer one is taken as on that.
    if (mark.revision === 2) return route.continue({ postData: JSON.stringify({ ...mark, revision: 1 }) });
    return route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      json: {
        ...{ type: 'about:blank', title: 'The story has a newer text.', status: 409, code: 'STALE_REVISION' },
        ...{ proposed, revision: 2 },
      },
    });
  });
  return sent;
}

test('a mark on an older text shows where its words are now, over a reload too', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const { id } = await editor.api.send('POST', '/api/articles', { text: await ferryStory() });
  const page = await pageOf(editor);
  const story = await new StoryPage(page).open(id);
  const sent = await withNewerText(page, { start: 242, end: 253, quote: '12 children' });
  await story.drag(WORDS);
  await story.toolbar.getByRole('button', { name: 'Casualty count' }).click();
  await expect(page.getByText(`Not saved: casualty count “${WORDS}”.`)).toBeVisible();

  await page.reload();
  await expect(page.getByText(`Not saved: casualty count “${WORDS}”.`)).toBeVisible();
  await page.getByRole('button', { name: 'Look' }).click();
  const mark = page.getByRole('region', { name: 'Mark not saved yet' });
  await expect(mark.getByRole('alert')).toContainText('There they read: 12 children');
  await expect(mark.getByRole('button', { name: 'Try again' })).toBeHidden();
  await mark.getByRole('button', { name: 'Mark there' }).click();
  await story.expectClaim('12 children');
  expect(sent.map(({ revision, span }) => [revision, span.quote])).toEqual([
    [1, WORDS],
    [1, WORDS],
    [2, '12 children'],
  ]);
  await expect(page.getByText('Not saved:')).toBeHidden();
  await page.reload();
  await story.expectClaim('12 children');
  await expect(page.getByText('Not saved:')).toBeHidden();
});

test('a mark whose words are gone from the newer text says so, and can be let go', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const { id } = await editor.api.send('POST', '/api/articles', { text: await ferryStory() });
  const page = await pageOf(editor);
  const story = await new StoryPage(page).open(id);
  await withNewerText(page, null);
  await story.drag(WORDS);
  await story.toolbar.getByRole('button', { name: 'Casualty count' }).click();
  await page.getByRole('button', { name: 'Look' }).click();
  const mark = page.getByRole('region', { name: 'Mark not saved yet' });
  await expect(mark.getByRole('alert')).toContainText('These words are not in the newer text.');
  await expect(mark.getByRole('button', { name: /Mark there|Try again/ })).toBeHidden();
  await mark.getByRole('button', { name: 'Discard the mark' }).click();
  await expect(page.getByText('Not saved:')).toBeHidden();
  await expect(page.getByText('No claims yet').first()).toBeVisible();
});
