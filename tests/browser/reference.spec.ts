/** The page to read the API by. */
import { expect, expectAccessibleInBothThemes, test } from './newsroom.ts';

test('the API is read without signing in: found by words, opened by key, its shapes a branch at a time', async ({
  page,
}) => {
  await page.goto('/reference');
  await expect(page.getByRole('heading', { level: 1, name: 'The API' })).toBeVisible();
  await page.getByLabel('Find by words or path').fill('createClaim');
  const operations = page.locator('cd-api-operation');
  await expect(operations).toHaveCount(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('tokens with the scope claims')).toBeVisible();
  await page.getByText('The codes of the whole API').click();
  await expect(page.getByText('STALE_REVISION')).toBeVisible();

  const sent = operations.locator('cd-schema-tree').first();
  await sent.getByText('What is in span', { exact: true }).click();
  await expect(sent.getByText('UTF-16 code units').first()).toBeVisible();
  await expect(sent.getByText('quote', { exact: true }).first()).toBeVisible();
  const answered = operations
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'It answers' }) });
  await answered.getByText('Kind 1: kind "casualty_count"').click();
  await answered.getByText('What is in details', { exact: true }).click();
  await expect(answered.getByText('perpetrator', { exact: true })).toBeVisible();
  await expectAccessibleInBothThemes(page);

  await page.getByLabel('Find by words or path').fill('telephone');
  await expect(page.getByText('Nothing of the API has these words.')).toBeVisible();
});

test('an address names an operation', async ({ page }) => {
  await page.goto('/reference#exportClaims');
  const operation = page.locator('#exportClaims');
  await expect(operation.getByText('It may refuse')).toBeVisible();
  await expect(operation).toBeInViewport();
  await expect(operation.getByText('text/csv')).toBeVisible();
});

for (const width of [390, 1920])
  test(`nothing stands beside a screen of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/reference#createClaim');
    await page.locator('#createClaim cd-schema-tree').first().getByText('What is in span').click();
    await expect(page.getByText('UTF-16 code units').first()).toBeVisible();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
