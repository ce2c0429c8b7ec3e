/** A return and its answer: the checker finds it first, with words and difference; answers it; the reviewer passes. */
import { expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { settledStory } from './scene.ts';
import { StoryPage } from './story-page.ts';

test('returned by keys, found first by its checker, answered, and passed on what changed', async ({
  colleague,
  pageOf,
}) => {
  const [editor, reviewer] = [await colleague('editor'), await colleague('reviewer')];
  const { articleId, claims } = await settledStory(editor, reviewer);
  const attribution = claims['There is nobody left alive in the hull'];
  const page = await pageOf(reviewer);
  const card = page.locator('cd-audit-card');
  await page.goto(`/stories/${articleId}/audit`);
  await expect(card).toContainText('There is nobody left alive in the hull');
  // Past the count that nobody is named for.
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(page.locator('cd-audit-card:focus-within')).toHaveCount(1);
  await page.keyboard.press('u');
  await expect(card.getByRole('button', { name: 'Pass' })).toBeVisible();
  await page.keyboard.press('r');
  await card.getByLabel('Reason').selectOption('Not what was said');
  await page.keyboard.press('Tab');
  await page.keyboard.type('He spoke of the stern.');
  await page.keyboard.press('Control+Enter');
  await expect(card).toContainText('↩ Returned');
  // It stays where it was decided, and the keys with it.
  await expect(page.locator('cd-audit-card:focus-within')).toHaveCount(1);

  const there = await pageOf(editor);
  await there.goto(`/stories/${articleId}/audit`);
  await expect(there.getByRole('heading', { level: 2 }).first()).toContainText('Returned');
  const returned = there.locator('cd-audit-card');
  await expect(returned).toContainText('Not what was said');
  await expect(returned).toContainText('He spoke of the stern.');
  await expectAccessibleInBothThemes(there);
  await there.keyboard.press('j');
  await there.keyboard.press('Enter');
  const story = new StoryPage(there);
  await story.expectClaim('There is nobody left alive in the hull');
  // Before anything is opened.
  await expect(story.claim.getByText('Not what was said: He spoke of the stern.')).toBeVisible();
  await story.showTab('Verdict');
  await expect(story.claim.getByText('Answer it with a new verdict')).toBeVisible();
  await story.give('disputed', 'The recording has him speak of the stern alone.');
  expect(await editor.api.get(`/api/claims/${attribution}`)).toMatchObject({
    status: 'checked',
    review: null,
  });

  // The row has the focus: what is newer waits until its reviewer asks for it.
  await expect(page.getByRole('button', { name: /^1 change – show it/ })).toBeVisible();
  await page.keyboard.press('s');
  await expect(card).toContainText('The recording has him speak of the stern alone.');
  await expect(card).toContainText('Since then');
  await expect(card).toContainText(`${editor.name} gave a verdict`);
  await expect(card.getByRole('deletion').filter({ hasText: 'accurate' })).toBeVisible();
  await expect(card.getByRole('insertion').filter({ hasText: 'disputed' })).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await card.locator('.words').focus();
  // What has just changed is asked about, and passed once it was there to be read.
  await expect(async () => {
    await page.keyboard.press('p');
    await expect(card).toContainText('✔ Passed', { timeout: 2_000 });
  }).toPass();
  expect(await editor.api.get(`/api/claims/${attribution}`)).toMatchObject({ status: 'passed' });
});
