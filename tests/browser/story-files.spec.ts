/** Stories that come as files: seen before they are stored, stored once, and followed by newer versions. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { asFile, ninjsItem } from '../support/story-files.ts';
import { type Colleague, expect, test } from './newsroom.ts';

const Stories = z.object({ items: z.array(z.object({ id: z.string(), title: z.string() })) });
const storiesOf = async ({ api }: Colleague) =>
  Stories.parse(await api.get('/api/articles?mine=true')).items.map(({ title }) => title);

const TITLE = 'Ferry sinks off Port Elsen';
const save = (page: Page, name = 'Save the story') => page.getByRole('button', { name });

async function choose(page: Page, item: unknown, name = 'ferry.json'): Promise<void> {
  await page.goto('/stories/new');
  const buffer = Buffer.isBuffer(item) ? item : asFile(item);
  await page.getByLabel(/Choose a(?:nother)? file/).setInputFiles({ name, mimeType: '', buffer });
}

test('a file is shown with its fields, roles and what is beside them, and stored as it is shown', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  const item = ninjsItem();
  await choose(page, item);
  await expect(page.getByLabel('Headline')).toHaveValue(TITLE);
  await expect(page.getByLabel('Agency')).toHaveValue('Tarvo News Agency');
  const file = page.getByRole('region', { name: 'The file' });
  await expect(file).toContainText('ferry.json, ninjs');
  await expect(file).toContainText(item.uri);
  await file.getByText(/more things that it says/).click();
  await expect(file).toContainText('transport accident');
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Nine children' })
    .getByRole('combobox')
    .selectOption('Paragraph');
  await page.reload();
  await expect(file).toContainText('ferry.json, ninjs');
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  await expect(page.getByText('Recasts with the toll in the second paragraph.')).toBeVisible();

  await page.getByRole('link', { name: 'Files' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Files of ${TITLE}`);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Download the file as it came/ }).click();
  expect((await download).suggestedFilename()).toBe('ferry.json');
});

/** In two columns, whose last lines are not level, with a broken word and a title that runs along the page. */
const PRINTED = `<html lang="en"><style>div { column-count: 2; width: 500px; height: 90px; column-fill: auto; text-align: justify }</style>
<h1>${TITLE}</h1><div><p>At least 41 people were killed when a passenger ferry sank off Port Elsen on Friday, the coast\u00adguard said
in a statement in the even\u00ading.</p><p>Divers went down twice; the twenty-two-year-old captain was among the missing.</p></div></html>`;

for (const tagged of [true, false])
  test(`a ${tagged ? 'tagged' : 'plain'} document that a browser printed is read as its page was`, async ({
    colleague,
    pageOf,
  }) => {
    const page = await pageOf(await colleague('editor'));
    await page.setContent(PRINTED);
    const printed = await page.pdf({ tagged });
    await choose(page, printed, 'ferry.pdf');
    await expect(page.getByLabel('Headline')).toHaveValue(TITLE);
    await save(page).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
    const paragraphs = [
      'At least 41 people were killed when a passenger ferry sank off Port Elsen on Friday, the coastguard said in a statement in the evening.',
      'Divers went down twice; the twenty-two-year-old captain was among the missing.',
    ];
    for (const words of paragraphs) await expect(page.getByRole('main')).toContainText(words);
  });

test('a newer version is said to be one, and becomes the next text of its story', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  const item = ninjsItem();
  await choose(page, item);
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);

  await choose(page, item);
  await expect(
    page.getByRole('status').filter({ hasText: 'is here already. There is nothing to save.' }),
  ).toBeVisible();
  await expect(save(page)).toBeDisabled();

  const bodies = [{ contentType: 'text/html', value: '<p>A ferry with 130 passengers sank.</p>' }];
  await choose(page, { ...item, version: '2', bodies });
  await expect(
    page.getByRole('status').filter({ hasText: 'saved, it becomes text 2 of that story' }),
  ).toBeVisible();
  await expect(page.getByLabel('Deadline')).toHaveCount(0);
  await save(page, 'Save as the next text').click();
  await expect(page).toHaveURL(/\/changes$/);
  expect(await storiesOf(editor)).toEqual([TITLE]);

  await choose(page, item);
  await expect(page.getByRole('status').filter({ hasText: 'It is not taken.' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bring in a story');
});

test('what is no story is refused in words, and the way back is there', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  await choose(page, Buffer.from('{"uri": '));
  await expect(page.getByText(/This file is broken/).first()).toBeVisible();
  await expect(save(page)).toBeDisabled();
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(page.getByRole('textbox', { name: 'The story’s text' })).toBeFocused();
  expect(await storiesOf(editor)).toEqual([]);
});

test('a story that was taken back or is embargoed says so at its head', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  await choose(page, ninjsItem({ pubStatus: 'canceled', embargoedUntil: '2099-01-01T00:00:00Z' }));
  const warning = page.getByText('Whoever sent this story has taken it back.');
  await expect(warning).toBeVisible();
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  await expect(warning).toBeVisible();
  await expect(page.getByText(/^Embargoed until/)).toBeVisible();
});
