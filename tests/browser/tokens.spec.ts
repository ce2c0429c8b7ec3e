/** Tokens on the account page: made by keys, shown once, used, taken back. */
import { z } from 'zod';
import { expect, expectAccessibleInBothThemes, test } from './newsroom.ts';

const Tokens = z.object({ items: z.array(z.looseObject({ lastUsedAt: z.string().nullable() })) });

test('a token is made by keys, shown once, opens what it was made for, and is taken back', async ({
  colleague,
  pageOf,
  playwright,
  baseURL,
}) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  await page.goto('/me');
  await expect(page.getByText('You have none.')).toBeVisible();
  await page.getByText('Make a token', { exact: true }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('What is it for?').focus();
  await page.keyboard.type('Wire feed');
  await page.getByLabel('Bring in stories and newer texts').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  const shown = page.getByLabel('Token for Wire feed');
  await expect(shown).toHaveValue(/^claimdesk_[\w-]{43}$/);
  await expectAccessibleInBothThemes(page);
  const Authorization = `Bearer ${await shown.inputValue()}`;
  const program = await playwright.request.newContext({
    extraHTTPHeaders: { Authorization },
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  const text = 'It rained for a day.';
  expect((await program.post('/api/articles', { data: { text } })).status()).toBe(201);
  expect((await program.get('/api/exports/claims?format=csv')).status()).toBe(403);
  // That it was used is noted beside the answer, and nobody waits for the note.
  const used = async () =>
    Tokens.parse(await editor.api.get('/api/tokens')).items.map((token) => token.lastUsedAt);
  await expect.poll(used).toEqual([expect.any(String)]);

  await page.setViewportSize({ width: 390, height: 800 });
  await page.reload();
  await expect(page.getByRole('list', { name: 'Your tokens' })).toContainText('Last used');
  await expect(shown).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: 'Take back Wire feed' }).click();
  await expect(page.getByText('You have none.')).toBeVisible();
  expect((await program.post('/api/articles', { data: { text } })).status()).toBe(401);
  await program.dispose();
});

test('what is wrong is said beside the field, and what was typed stays', async ({ colleague, pageOf }) => {
  const page = await pageOf(await colleague('viewer'));
  await page.goto('/me');
  await page.getByText('Make a token', { exact: true }).first().click();
  await page.getByLabel('What is it for?').fill('Archive');
  await page.getByLabel('Read whatever you can see').uncheck();
  await page.getByRole('button', { name: 'Make a token' }).click();
  await expect(page.getByText('Choose at least one.')).toBeVisible();
  await expect(page.getByLabel('What is it for?')).toHaveValue('Archive');
  await expectAccessibleInBothThemes(page);
});
