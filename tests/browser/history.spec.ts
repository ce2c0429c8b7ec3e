/** The history of a story: filtered, the words as they then were, erased by right, verified. */
import type { Page } from '@playwright/test';
import { expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { checkedStory, settledStory } from './scene.ts';
import { StoryPage } from './story-page.ts';

const events = (page: Page) => page.locator('cd-history-event');
async function openHistory(page: Page, articleId: string): Promise<void> {
  await page.goto(`/stories/${articleId}/history`);
  await expect(events(page).last()).toContainText('brought the story in');
}

test('says who did what to what, from what to what, and can be narrowed', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const { articleId } = await checkedStory(editor);
  const page = await pageOf(editor);
  await openHistory(page, articleId);
  await expect(events(page)).toHaveCount(13);
  await expect(page.getByRole('link', { name: /^Ferry sinks/ })).toBeVisible();
  await expectAccessibleInBothThemes(page);

  await page.getByLabel('What').selectOption('Verdicts');
  await expect(events(page)).toHaveCount(1);
  await expect(events(page)).toContainText(`${editor.name} gave a verdict: at least 41 people`);
  await expect(events(page)).toContainText('at least 42 people');
  await expect(page).toHaveURL(/noun=verdict/);

  await page.getByLabel('What').selectOption('All');
  await page.getByLabel('Claim').selectOption('12 children');
  await expect(events(page)).toHaveCount(2);
  await page.getByLabel('Who').selectOption(editor.name);
  await expect(events(page)).toHaveCount(2);
  await page.getByLabel('What').selectOption('Files');
  await expect(page.getByText('Nothing of this kind has happened.')).toBeVisible();
  await expectAccessibleInBothThemes(page);
});

test('shows the words as they then were, and leads to the claim', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const { articleId, claimId } = await checkedStory(editor);
  const text = String(Object(await editor.api.get(`/api/articles/${articleId}/revisions/1`)).text);
  const start = text.indexOf('41 people');
  await editor.api.send('PATCH', `/api/claims/${claimId}`, {
    version: 3,
    revision: 1,
    span: { start, end: start + '41 people'.length, quote: '41 people' },
  });
  const page = await pageOf(editor);
  await page.goto(`/stories/${articleId}/history?claim=${claimId}`);
  const first = events(page).last();
  await expect(first).toContainText('marked it: 41 people');
  await first.getByRole('button', { name: 'The words as they then were' }).click();
  await expect(first).toContainText('In revision 1');
  await expect(first.locator('mark')).toHaveText('at least 41 people');
  const edited = events(page).first();
  await edited.getByRole('button', { name: 'The words as they then were' }).click();
  await expect(edited.locator('mark')).toHaveText('41 people');
  await expectAccessibleInBothThemes(page);

  await first.getByRole('link').click();
  await new StoryPage(page).expectClaim('41 people');
});

test('says by name what a sign-off let stand', async ({ colleague, pageOf }) => {
  const [editor, reviewer] = [await colleague('editor'), await colleague('reviewer')];
  const { articleId, claims } = await settledStory(editor, reviewer);
  const { revision, sha256, head, openSuggestions } = Object(
    await reviewer.api.get(`/api/articles/${articleId}/sign-off`),
  );
  await reviewer.api.send('PUT', `/api/articles/${articleId}/sign-off`, {
    revision,
    sha256,
    head,
    acknowledge: [claims['the Tarvo Coast Guard'], claims['6 a.m.']],
    acknowledgeSuggestions: openSuggestions,
  });
  const page = await pageOf(editor);
  // What the names are fetched with comes after the events.
  await page.route(/\/claims$/, async (route) => {
    await expect(events(page)).toHaveCount(2);
    await route.continue();
  });
  await page.goto(`/stories/${articleId}/history?noun=article`);
  await expect(events(page).first()).toContainText('Let stand');
  await expect(events(page).first()).toContainText('“the Tarvo Coast Guard”; “6 a.m.”');
});

test('is gone through by keys', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const { articleId } = await checkedStory(editor);
  const page = await pageOf(editor);
  await page.goto(`/stories/${articleId}/history?noun=claim`);
  await expect(events(page)).toHaveCount(7);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('j');
  const second = events(page).nth(1);
  await expect(second.locator('.deed')).toBeFocused();
  await page.keyboard.press('w');
  await expect(second).toContainText('In revision 1');
  await expect(second.locator('.deed')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#claim=/);
});

test('an admin erases what an event says, and every history is still whole', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const admin = await colleague('admin');
  const { articleId } = await checkedStory(editor);
  const page = await pageOf(admin);
  await openHistory(page, articleId);
  await page.getByLabel('What').selectOption('Comments');
  await expect(events(page)).toHaveCount(2);
  const talk = events(page).last();
  await talk.getByRole('button', { name: 'Erase what it says' }).click();
  await talk.getByRole('button', { name: 'Erase for good' }).click();
  await expect(talk.getByRole('alert')).toContainText('must not be empty');
  await talk.getByLabel(/^Legal reason/).fill('Court order of 2 March');
  await talk.getByRole('button', { name: 'Erase for good' }).click();
  await expect(talk).toContainText('What this said was erased for legal reasons.');
  await page.getByRole('button', { name: 'Verify every history' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Whole:' })).toContainText('for legal reasons');
  await expectAccessibleInBothThemes(page);
});

test('reads at the width of a telephone, and says when it cannot be fetched', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const { articleId } = await checkedStory(editor);
  const page = await pageOf(editor);
  await page.setViewportSize({ width: 390, height: 800 });
  await openHistory(page, articleId);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessibleInBothThemes(page);
  await expect(page.getByRole('button', { name: 'Verify every history' })).toHaveCount(0);
  await page.route('**/history*', (route) =>
    route.request().resourceType() === 'fetch' ? route.fulfill({ status: 503, json: {} }) : route.continue(),
  );
  await page.reload();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});
