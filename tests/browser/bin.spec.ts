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

test('an admin erases a claim for good by keys, and whoever has the story open sees it go', async ({
  colleague,
  pageOf,
}) => {
  const admin = await colleague('admin');
  const editor = await colleague('editor');
  const { articleId } = await checkedStory(editor);
  const { items } = Claims.parse(await editor.api.get(`/api/articles/${articleId}/claims`));
  const [claim] = items;
  if (claim === undefined) throw new Error('the story has claims');
  await editor.api.send('DELETE', `/api/claims/${claim.id}?version=${claim.version}`);

  const reading = await pageOf(editor);
  await reading.goto(`/stories/${articleId}#claim=${claim.id}`);
  const inspector = reading.getByRole('region', { name: 'Claim' });
  await expect(inspector.getByRole('button', { name: 'Restore' })).toBeVisible();

  const theirs = await pageOf(editor);
  await theirs.goto('/bin?kind=claim');
  await expect(theirs.getByRole('button', { name: /^Restore: / }).first()).toBeVisible();
  await expect(theirs.getByRole('button', { name: /^Erase for good: / })).toHaveCount(0);

  const page = await pageOf(admin);
  await page.goto('/bin?kind=claim');
  const row = page.getByRole('listitem').filter({ hasText: editor.name });
  await row.getByRole('button', { name: /^Erase for good: / }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.locator('cd-erase-form');
  await expect(dialog.getByText(/^1 claim, with its verdicts/)).toBeVisible();
  await expect(dialog.getByText(/^\d+ events?: what/)).toBeVisible();
  // Neither without a reason nor without the word.
  await expect(dialog.getByLabel(/^Legal reason/)).toBeFocused();
  await dialog.getByRole('button', { name: 'Erase for good', exact: true }).press('Enter');
  await expect(dialog.getByText('Say why.')).toBeVisible();
  await expect(dialog.getByLabel(/^Legal reason/)).toBeFocused();
  await page.keyboard.type('The court in Lindholm says so.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('era');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Type “erase” first.')).toBeVisible();
  await expect(row).toHaveCount(1);
  await page.keyboard.type('se');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(row).toHaveCount(0);
  await expect(page.getByText('Claim erased for good')).toBeAttached();

  await expect(inspector.getByRole('button', { name: 'Restore' })).toHaveCount(0);
  await expect(reading.getByText('6 of 6 left')).toHaveCount(0);
  const left = Claims.parse(await editor.api.get(`/api/articles/${articleId}/claims`)).items;
  expect(left.map(({ id }) => id)).not.toContain(claim.id);
});

test('what stands in the way is told before, and nothing is erased', async ({ colleague, pageOf }) => {
  const admin = await colleague('admin');
  const { articleId } = await checkedStory(admin);
  const Evidence = z.object({
    items: z.array(z.looseObject({ id: z.string(), version: z.number(), claimIds: z.array(z.string()) })),
  });
  const { items } = Evidence.parse(await admin.api.get(`/api/articles/${articleId}/evidence`));
  const cited = items.find(({ claimIds }) => claimIds.length > 0);
  if (cited === undefined) throw new Error('a claim rests on evidence');
  await admin.api.send('DELETE', `/api/evidence/${cited.id}?version=${cited.version}`);
  const page = await pageOf(admin);
  await page.goto('/bin?kind=evidence');
  const row = page.getByRole('listitem').filter({ hasText: admin.name });
  await row.getByRole('button', { name: /^Erase for good: / }).click();
  const dialog = page.locator('cd-erase-form');
  await expect(dialog.getByText('rests on it. Withdraw what cites it first.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Erase for good', exact: true })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(row.getByRole('button', { name: /^Erase for good: / })).toBeFocused();
});

test('a story that was erased says so, by whom and when, and its history is an admin’s', async ({
  colleague,
  pageOf,
}) => {
  const admin = await colleague('admin');
  const editor = await colleague('editor');
  const { articleId } = await checkedStory(editor);
  const Story = z.looseObject({ version: z.number(), title: z.string() });
  const { version, title } = Story.parse(await editor.api.get(`/api/articles/${articleId}`));
  await editor.api.send('DELETE', `/api/articles/${articleId}?version=${version}`, { reason: null });
  const page = await pageOf(admin);
  await page.goto(`/stories/${articleId}`);
  await page.getByRole('link', { name: 'its history' }).click();
  await expect(page.getByText('withdrew the story')).toBeVisible();
  await page.goto('/bin?kind=story');
  const row = page.getByRole('listitem').filter({ hasText: editor.name });
  await row.getByRole('button', { name: /^Erase for good: / }).click();
  const dialog = page.locator('cd-erase-form');
  await dialog.getByLabel(/^Legal reason/).fill('The court in Lindholm says so.');
  await dialog.getByLabel(/^Type/).fill('Erase');
  await dialog.getByRole('button', { name: 'Erase for good', exact: true }).click();
  await expect(row).toHaveCount(0);

  const reading = await pageOf(editor);
  await reading.goto(`/stories/${articleId}`);
  await expect(reading.getByText(`This story was erased for good by ${admin.name}`)).toBeVisible();
  await expect(reading.getByText(title)).toHaveCount(0);
  await expect(reading.getByRole('button', { name: 'Restore the story' })).toHaveCount(0);
  await page.goto(`/stories/${articleId}/history`);
  await expect(page.getByText('erased the story for good')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Erase what it says…' })).toHaveCount(0);
});

test('what is meant is said of what stands there: a plan in its place asks anew, and the reason outlives the dialog', async ({
  colleague,
  pageOf,
}) => {
  const admin = await colleague('admin');
  const { articleId } = await checkedStory(admin);
  const { items } = Claims.parse(await admin.api.get(`/api/articles/${articleId}/claims`));
  const [claim] = items;
  if (claim === undefined) throw new Error('the story has claims');
  await admin.api.send('DELETE', `/api/claims/${claim.id}?version=${claim.version}`);
  const page = await pageOf(admin);
  await page.goto('/bin?kind=claim');
  const row = page.getByRole('listitem').filter({ hasText: admin.name });
  const open = () => row.getByRole('button', { name: /^Erase for good: / }).click();
  const dialog = page.locator('cd-erase-form');
  const reason = dialog.getByLabel(/^Legal reason/);
  await open();
  await reason.fill('The court in Lindholm says so.');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.reload();
  await open();
  await expect(reason).toHaveValue('The court in Lindholm says so.');

  // Somebody restores it meanwhile and withdraws it again.
  const Version = z.looseObject({ version: z.number() });
  await admin.api.send('POST', `/api/claims/${claim.id}/restore`, {});
  const { version } = Version.parse(await admin.api.get(`/api/claims/${claim.id}`));
  await admin.api.send('DELETE', `/api/claims/${claim.id}?version=${version}`);
  const typed = dialog.getByLabel(/^Type/);
  await typed.fill('erase');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(typed).toHaveValue('');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Type “erase” first.')).toBeVisible();
  await expect(reason).toHaveValue('The court in Lindholm says so.');
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await open();
  await expect(reason).toHaveValue('');
});
