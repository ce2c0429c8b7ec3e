/** What was handed out and is no longer so. */
import type { Page } from '@playwright/test';
import { type Colleague, expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { checkedStory } from './scene.ts';
import { StoryPage } from './story-page.ts';

/** A claim that was handed out as inaccurate, and is accurate now. */
async function turned(editor: Colleague): Promise<{ articleId: string; claimId: string; title: string }> {
  const { articleId, claimId } = await checkedStory(editor);
  const title = `Ferry ${articleId.slice(-6)}`;
  await editor.api.send('PATCH', `/api/articles/${articleId}`, { version: 1, title });
  await editor.api.get(`/api/exports/claims?format=json&status=all&articleId=${articleId}`);
  const verdict = { version: 3, verdict: 'accurate', reason: 'The log has 41.' };
  await editor.api.send('PUT', `/api/claims/${claimId}/verdict`, verdict);
  return { articleId, claimId, title };
}

/** By its own story: others name it among those with the same words. */
const card = (page: Page, title: string) =>
  page.locator('cd-radar-card').filter({ has: page.locator('.head', { hasText: title }) });

test('is listed with its files and the stories with the same words, and the desk is told', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const { articleId, claimId, title } = await turned(editor);
  const other = await editor.api.send('POST', '/api/articles', {
    text: 'A second day\n\nThe sea gave back At Least 41 people, they said.',
    title: `Second ${articleId.slice(-6)}`,
  });
  const page = await pageOf(editor);
  await page.goto('/review');
  await page.getByRole('link', { name: 'Radar' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Radar' })).toBeVisible();
  const entry = card(page, title);
  await expect(entry).toContainText('at least 41 people');
  await expect(entry).toContainText(
    'Inaccurate when it was handed out; another verdict was given. Now: accurate',
  );
  await expect(entry).toContainText('Handed out in 1 file');
  await expect(entry).toContainText(`JSON of claims, ${editor.name}`);
  const manifest = await entry.getByRole('link', { name: 'Manifest' }).getAttribute('href');
  expect(await editor.api.get(manifest ?? '')).toMatchObject({
    file: { of: 'claims', format: 'json', whole: true },
    stories: [{ id: articleId }],
  });
  await expect(entry.getByRole('link', { name: `Second ${articleId.slice(-6)}` })).toHaveAttribute(
    'href',
    `/stories/${other.id}`,
  );
  await expect(entry).toContainText('The desk has yet to be told');
  await expectAccessibleInBothThemes(page);

  await entry.getByRole('button', { name: 'The desk was told' }).click();
  await expect(entry).toContainText(`${editor.name} told the desk`);
  await expectAccessibleInBothThemes(page);
  await page.getByLabel('Show').selectOption('Yet to tell');
  await expect(page).toHaveURL(/told=false/);
  await expect(card(page, title)).toHaveCount(0);
  await page.getByLabel('Show').selectOption('Told');
  await card(page, title).getByRole('button', { name: 'Not told after all' }).click();
  await expect(card(page, title)).toContainText('The desk has yet to be told');

  await card(page, title).getByRole('link', { name: title }).first().click();
  const story = new StoryPage(page);
  await story.expectClaim('at least 41 people');
  await expect(page).toHaveURL(new RegExp(`#claim=${claimId}`));
  await expect(page.getByText('Carried by 1 export, since changed.')).toBeVisible();
  await expectAccessibleInBothThemes(page);
});

test('by keys alone', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const { title } = await turned(editor);
  const page = await pageOf(editor);
  await page.goto('/radar');
  await expect(card(page, title)).toBeVisible();
  // Others' entries may stand above: nobody tells the desk of what is not theirs.
  const heads = await page.locator('cd-radar-card .head').allTextContents();
  const above = heads.findIndex((head) => head.includes(title));
  for (let presses = 0; presses <= above; presses += 1) await page.keyboard.press('j');
  await expect(card(page, title).locator('.words')).toBeFocused();
  await page.keyboard.press('t');
  await expect(card(page, title)).toContainText('told the desk');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/stories\/.*#claim=/);
});

test('a viewer reads it, and tells nobody', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const { title } = await turned(editor);
  const page = await pageOf(await colleague('viewer'));
  await page.goto('/radar');
  await expect(card(page, title)).toContainText('The desk has yet to be told');
  await expect(card(page, title).getByRole('button')).toHaveCount(0);
  await expectAccessibleInBothThemes(page);
});

test('at every width, on the first day, and when it cannot be fetched', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const { title } = await turned(editor);
  const page = await pageOf(editor);
  for (const width of [390, 768, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/radar');
    await expect(card(page, title)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await expectAccessibleInBothThemes(page);
  }
  const answered = (response: { status?: number; json: object }) =>
    page.route(
      (url) => url.pathname === '/api/radar',
      (route) => route.fulfill(response),
    );
  await answered({ json: { items: [], nextCursor: null } });
  await page.goto('/radar');
  await expect(page.getByText('Everything that was handed out is still so.')).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await answered({ status: 503, json: {} });
  await page.goto('/radar');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expectAccessibleInBothThemes(page);
});
