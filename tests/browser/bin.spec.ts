/** The bin: a story is withdrawn with a reason, found there, and brought back; all by keys where it matters. */
import { z } from 'zod';
import { expect, test } from './newsroom.ts';
import { checkedStory } from './scene.ts';

const Claims = z.object({ items: z.array(z.looseObject({ id: z.string(), version: z.number() })) });

test('a story goes into the bin, says so on its page, and comes back', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const viewer = await colleague('viewer');
  const { articleId } = await checkedStory(editor);
  const page = await pageOf(editor);
  await page.goto(`/stories/${articleId}`);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Withdraw this story…' }).click();
  // Asked once more: nothing has happened yet, and it can be kept.
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Withdraw this story…' }).press('Enter');
  await expect(page.getByLabel('Why, for whoever finds it in the bin')).toBeFocused();
  await page.keyboard.type('The desk sent it twice.');
  await page.getByRole('button', { name: 'Withdraw the story' }).click();
  await expect(page.getByText('This story was withdrawn by')).toBeVisible();
  await expect(page.getByText('The desk sent it twice.')).toBeVisible();

  const reading = await pageOf(viewer);
  await reading.goto(`/stories/${articleId}`);
  await expect(reading.getByText(`This story was withdrawn by ${editor.name}`)).toBeVisible();
  await expect(reading.getByText('An editor can restore it.')).toBeVisible();
  await expect(reading.getByRole('button', { name: 'Restore the story' })).toHaveCount(0);

  await page.getByRole('link', { name: 'The bin' }).click();
  const row = page.getByRole('listitem').filter({ hasText: editor.name });
  await row.getByRole('button', { name: /^Restore: / }).focus();
  await page.keyboard.press('Enter');
  const told = page.getByRole('status').filter({ hasText: 'Story restored:' });
  await expect(told).toBeVisible();
  await expect(row).toHaveCount(0);
  // The way back from it, and there once more.
  await told.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toHaveCount(1);
  await expect(row.getByText('The desk sent it twice.')).toBeVisible();
  await row.getByRole('button', { name: /^Restore: / }).click();
  await told.getByRole('link', { name: 'Open' }).click();
  await expect(page.getByText('6 of 6 left')).toBeVisible();
});

test('what hangs on a claim is found by its kind, and whoever has the story open is told', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const other = await colleague('editor');
  const { articleId } = await checkedStory(editor);
  const { items } = Claims.parse(await editor.api.get(`/api/articles/${articleId}/claims`));
  const [claim] = items;
  if (claim === undefined) throw new Error('the story has claims');
  const said = await other.api.send('POST', `/api/claims/${claim.id}/comments`, {
    body: 'Who counted them?',
  });
  await other.api.send('DELETE', `/api/comments/${said.id}?version=1`);

  const theirs = await pageOf(other);
  await theirs.goto('/bin?kind=comment');
  await expect(theirs.getByText('Who counted them?')).toBeVisible();
  const page = await pageOf(editor);
  await page.goto('/bin');
  await page.getByLabel('Show').selectOption('Comments');
  await expect(page.getByText('The words are kept from everyone but who wrote them.').first()).toBeVisible();
  await expect(page.getByText('Who counted them?')).toHaveCount(0);
  await expect(page).toHaveURL(/kind=comment$/);

  await page.goto(`/stories/${articleId}`);
  await expect(page.getByText('6 of 6 left')).toBeVisible();
  const Story = z.looseObject({ version: z.number() });
  const { version } = Story.parse(await other.api.get(`/api/articles/${articleId}`));
  await other.api.send('DELETE', `/api/articles/${articleId}?version=${version}`, { reason: null });
  await expect(page.getByText('The story was withdrawn and lies in the bin').first()).toBeVisible();
});
