/** Stories fetched by their address: what is refused is told, what comes is seen before it is stored. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { page as webPage } from '../cases/exchange-in-html.ts';
import { expect, test } from './newsroom.ts';
import { expectAccessibleAtEveryWidth } from './register.ts';

const Story = z.object({ sourceUrl: z.string(), arrival: z.object({ name: z.string() }) });
const field = (page: Page) => page.getByLabel('Or its web address');

async function importPage(page: Page): Promise<void> {
  await page.goto('/stories/new');
  await expect(field(page)).toBeVisible();
}

test('an address that leads inside is refused in words, and stays to be put right', async ({
  colleague,
  pageOf,
}) => {
  const page = await pageOf(await colleague('editor'));
  await importPage(page);
  await field(page).fill('https://localhost/admin');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'leads to a private network' })).toBeVisible();
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('https://localhost/admin');
  await expectAccessibleAtEveryWidth(page);

  await field(page).fill('http://paper.example/ferry');
  await page.getByRole('button', { name: 'Fetch' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'has to begin with https://' })).toBeVisible();
  await field(page).fill('https://user:secret@paper.example/ferry');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'holds a name or a password' })).toBeVisible();
});

test('a page is seen before it is stored, by the keyboard alone', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  const url = `https://paper.example/2026/ferry-${Date.now()}`;
  const asked: unknown[] = [];
  // No page of the web is asked for in a test: this answer alone is not the server's.
  await page.route('**/api/articles/fetch', async (route) => {
    asked.push(route.request().postDataJSON());
    const base64 = Buffer.from(webPage('')).toString('base64');
    await route.fulfill({ json: { file: { name: 'ferry.html', format: 'html', base64, url } } });
  });
  await importPage(page);
  await field(page).focus();
  await page.keyboard.type(url.replace('https://', ''));
  await page.keyboard.press('Enter');
  await expect(page.getByText(`The page ${url}`)).toBeFocused();
  expect(asked).toEqual([{ url }]);
  await expect(page.getByLabel('Headline')).toHaveValue('Ferry sinks | Tarvo News');
  await expect(page.getByRole('region', { name: 'The file' })).toContainText(url);
  await expectAccessibleAtEveryWidth(page);

  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ferry sinks | Tarvo News');
  const id = page.url().split('/').at(-1);
  expect(Story.parse(await editor.api.get(`/api/articles/${id}`))).toMatchObject({
    sourceUrl: url,
    arrival: { name: 'ferry.html' },
  });

  await importPage(page);
  await field(page).fill(url);
  await page.keyboard.press('Enter');
  await expect(page.getByText('is here already. There is nothing to save.')).toBeVisible();
});

test('whoever waits is told so, and may stop', async ({ colleague, pageOf }) => {
  const page = await pageOf(await colleague('editor'));
  await page.route('**/api/articles/fetch', () => undefined);
  await importPage(page);
  await field(page).fill('https://paper.example/slow');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Fetching the page…' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Stop' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Fetching the page…')).toBeHidden();
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('https://paper.example/slow');
  await expect(page.getByRole('button', { name: 'Fetch' })).toBeVisible();
});
