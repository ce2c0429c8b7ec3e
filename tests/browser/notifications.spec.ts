/** Being told: the bell counts, the list opens the claim at its comment, what was read stays read. */
import { z } from 'zod';
import { expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { checkedStory } from './scene.ts';
import { StoryPage } from './story-page.ts';

const Claims = z.object({ items: z.array(z.looseObject({ id: z.string(), version: z.number() })) });

test('the bell counts, the list opens the comment by keys, and what was opened is read', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const reviewer = await colleague('reviewer');
  const { articleId } = await checkedStory(editor);
  const { items } = Claims.parse(await editor.api.get(`/api/articles/${articleId}/claims`));
  const [claim] = items;
  if (claim === undefined) throw new Error('the story has claims');
  const path = `/api/claims/${claim.id}`;
  await reviewer.api.send('PATCH', path, { version: claim.version, assigneeId: editor.id });
  await reviewer.api.send('POST', `${path}/comments`, { body: 'Is that the winter timetable?' });

  const page = await pageOf(editor);
  await page.goto('/');
  const bell = page.getByRole('link', { name: /^Notifications, \d+ unread$/ });
  await expect(bell).toHaveAccessibleName('Notifications, 2 unread');
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await bell.focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('list', { name: 'Notifications' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await list.getByRole('link', { name: `${reviewer.name} commented on a claim of yours` }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Is that the winter timetable?')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Notifications, 1 unread' })).toBeVisible();

  await page.goto('/notifications');
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(page.getByRole('link', { name: 'Notifications', exact: true })).toBeVisible();
  await page.getByLabel('Unread alone').check();
  await expect(page.getByText('You have read everything.')).toBeVisible();
});

test('how one is told is set by keys, stays set, and a second window is told what the first one set', async ({
  colleague,
  pageOf,
}) => {
  const page = await pageOf(await colleague('editor'));
  await page.goto('/notifications');
  await page.getByRole('link', { name: 'How you are told' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'How you are told' })).toBeVisible();
  await expect(page.getByText('This Claimdesk sends no e-mail.')).toBeVisible();
  const other = await page.context().newPage();
  await other.goto('/settings/notifications');
  await expect(other.getByRole('button', { name: 'Save' })).toBeVisible();

  const reply = page.getByRole('group', { name: 'An answer in a thread that you write in' });
  await reply.getByLabel('In the bell').focus();
  await page.keyboard.press('Space');
  await reply.getByLabel('E-mail').selectOption('At once');
  await page.getByLabel('Hour').selectOption('17:00');
  await page.getByLabel('Time zone').fill('Asia/Tokyo');
  await page.getByLabel('Time zone').press('Enter');
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.reload();
  await expect(reply.getByLabel('In the bell')).not.toBeChecked();
  await expect(reply.getByLabel('E-mail')).toHaveValue('at_once');
  await expect(page.getByLabel('Hour')).toHaveValue('17');
  await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Tokyo');

  await other.getByLabel('Time zone').fill('Europe/Lisbon');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByText('Someone changed this in the meantime.')).toBeVisible();
  await expect(other.getByLabel('Time zone')).toHaveValue('Europe/Lisbon');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByText('Saved.')).toBeVisible();
});

test('a colleague is named in a comment by keys, is told, and stands out in the words', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const reviewer = await colleague('reviewer');
  const { articleId } = await checkedStory(editor);
  const page = await pageOf(editor);
  const story = await new StoryPage(page).open(articleId);
  await story.press('41 people');
  await story.showTab('Talk');
  const box = story.claim.getByLabel('Comment', { exact: true });
  await box.fill(`Who counted, @${reviewer.name.slice(0, -1)}`);
  const option = story.claim
    .getByRole('listbox', { name: 'People' })
    .getByRole('option', { name: reviewer.name });
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await expect(option).toBeInViewport({ ratio: 0.99 });
  await expectAccessibleInBothThemes(page);
  await box.press('Escape');
  await expect(option).toBeHidden();
  await box.pressSequentially(reviewer.name.slice(-1));
  await expect(option).toBeVisible();
  await box.press('Enter');
  await expect(box).toHaveValue(`Who counted, @${reviewer.name} `);
  await box.press('Control+Enter');
  await expect(story.claim.locator('.mention', { hasText: `@${reviewer.name}` })).toBeVisible();
  const told = await pageOf(reviewer);
  await told.goto('/notifications');
  await expect(told.getByRole('link', { name: `${editor.name} mentioned you` })).toBeVisible();
});
