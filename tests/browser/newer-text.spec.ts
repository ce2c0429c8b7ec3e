/** Marks made on a text that a newer one has taken the place of: they show where their words are now, and stay. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { type Colleague, expect, test } from './newsroom.ts';
import { ferryStory, StoryPage } from './story-page.ts';

const WORDS = 'at least 41 people';
const Marked = z.looseObject({ revision: z.number(), span: z.looseObject({ quote: z.string() }) });

const Claims = z.object({ items: z.array(z.looseObject({ id: z.string() })) });

/** What marks the page sends, in order. */
function sentBy(page: Page): z.infer<typeof Marked>[] {
  const sent: z.infer<typeof Marked>[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && /\/api\/articles\/[^/]+\/claims$/.test(request.url()))
      sent.push(Marked.parse(request.postDataJSON()));
  });
  return sent;
}

/** Someone stores another text of the story, which the page does not know of. */
const arrives = ({ api }: Colleague, articleId: string, text: string) =>
  api.send('POST', `/api/articles/${articleId}/revisions`, { baseRevision: 1, text });

test('a mark on an older text shows where its words are now, over a reload too', async ({
  colleague,
  pageOf,
}) => {
  const [editor, other] = [await colleague('editor'), await colleague('editor')];
  const text = await ferryStory();
  const { id } = await editor.api.send('POST', '/api/articles', { text });
  const page = await pageOf(editor);
  const story = await new StoryPage(page).open(id);
  const sent = sentBy(page);
  const [headline = '', ...rest] = text.split('\n\n');
  await arrives(other, id, [headline, 'The sea is calm again.', ...rest].join('\n\n'));
  await story.drag(WORDS);
  await story.toolbar.getByRole('button', { name: 'Casualty count' }).click();
  await expect(page.getByText(`Not saved: casualty count “${WORDS}”.`)).toBeVisible();

  await page.reload();
  await expect(page.getByText(`Not saved: casualty count “${WORDS}”.`)).toBeVisible();
  await page.getByRole('button', { name: 'Look' }).click();
  const mark = page.getByRole('region', { name: 'Mark not saved yet' });
  await expect(mark.getByRole('alert')).toContainText(`There they read: ${WORDS}`);
  await expect(mark.getByRole('button', { name: 'Try again' })).toBeHidden();
  await mark.getByRole('button', { name: 'Mark there' }).click();
  await story.expectClaim(WORDS);
  expect(sent.map(({ revision, span }) => [revision, span.quote])).toEqual([
    [1, WORDS],
    [1, WORDS],
    [2, WORDS],
  ]);
  await expect(page.getByText('Not saved:')).toBeHidden();
  // The address is written once the claim is painted.
  const [{ id: claimId } = { id: '' }] = Claims.parse(
    await editor.api.get(`/api/articles/${id}/claims`),
  ).items;
  await expect(page).toHaveURL(new RegExp(`#claim=${claimId}$`));
  await page.reload();
  await story.expectClaim(WORDS);
  await expect(page.getByText('Not saved:')).toBeHidden();
});

test('a mark whose words are gone from the newer text says so, and can be let go', async ({
  colleague,
  pageOf,
}) => {
  const [editor, other] = [await colleague('editor'), await colleague('editor')];
  const text = await ferryStory();
  const { id } = await editor.api.send('POST', '/api/articles', { text });
  const page = await pageOf(editor);
  const story = await new StoryPage(page).open(id);
  await arrives(other, id, text.replace(WORDS, 'dozens of people'));
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
