/** What comes in as a story, and what is refused in clear words with nothing stored. */
import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';
import { type Colleague, expect, test } from './newsroom.ts';
import { ferryStory } from './story-page.ts';

const Stories = z.object({ items: z.array(z.object({ id: z.string(), title: z.string() })) });
/** The stories that this person brought in. */
const storiesOf = async ({ api }: Colleague) =>
  Stories.parse(await api.get('/api/articles?mine=true')).items.map(({ title }) => title);

const SHORT =
  'Bridge closed after crack is found\n\nThe bridge at Sand Ford was closed on Monday. Two drivers were hurt.\n';

const paste = (page: Page): Locator => page.getByRole('textbox', { name: 'The story’s text' });
const save = (page: Page): Locator => page.getByRole('button', { name: 'Save the story' });
const part = (page: Page, words: string): Locator => page.getByRole('listitem').filter({ hasText: words });

async function importPage(page: Page): Promise<void> {
  await page.goto('/stories/new');
  await expect(paste(page)).toBeVisible();
}

const choose = (page: Page, name: string, buffer: Buffer) =>
  page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'text/plain', buffer });

test('a story may be pasted without aiming at the field', async ({ colleague, pageOf }) => {
  const page = await pageOf(await colleague('editor'));
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Desk' })).toBeVisible();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), SHORT);
  await page.keyboard.press('n');
  await expect(paste(page)).toBeVisible();
  await page.keyboard.press('Control+v');
  await expect(paste(page)).toHaveValue(SHORT);
  await expect(paste(page)).toBeFocused();
  await expect(page.getByLabel('Headline')).toHaveValue('Bridge closed after crack is found');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+v');
  await expect(paste(page)).toHaveValue(SHORT + SHORT);
});

const REFUSED: Readonly<Record<string, { bytes: Buffer; words: string }>> = {
  'an empty file': { bytes: Buffer.from(' \n\n'), words: 'There is no text in this file.' },
  'a binary file': {
    bytes: Buffer.from('PNG\u0000\u0000\u0001'),
    words: 'This is not a text file: it holds binary data. Save the story as plain text (.txt) first.',
  },
  'invalid UTF-8': {
    bytes: Buffer.concat([Buffer.from('Caf'), Buffer.from([0xe9]), Buffer.from(' closed')]),
    words: 'This file is not in UTF-8. Save it as UTF-8 text and try again.',
  },
  'over 2 MB': {
    bytes: Buffer.alloc(2 * 1024 * 1024 + 1, 'word '),
    words: 'This is over 2 MB. A story has to be smaller: cut it into parts.',
  },
};

for (const [what, { bytes, words }] of Object.entries(REFUSED))
  test(`${what} is refused in words, and nothing is stored`, async ({ colleague, pageOf }) => {
    const editor = await colleague('editor');
    const page = await pageOf(editor);
    await importPage(page);
    await choose(page, 'story.txt', bytes);
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
    await expect(save(page)).toBeDisabled();
    await paste(page).press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bring in a story');
    expect(await storiesOf(editor)).toEqual([]);
  });

test('a story of which nothing is left is refused by the server in words', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  await importPage(page);
  await paste(page).fill(SHORT);
  await part(page, 'Sand Ford').getByRole('combobox').selectOption('Left out');
  await part(page, 'Bridge closed').getByRole('combobox').selectOption('Left out');
  await save(page).click();
  await expect(page.getByText('There is no text in this story.').first()).toBeVisible();
  expect(await storiesOf(editor)).toEqual([]);
});

test('a bad file does not take the place of the text that is there', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  await importPage(page);
  await paste(page).fill(SHORT);
  await choose(page, 'story.txt', Buffer.from([0, 1, 2]));
  await expect(page.getByRole('alert').filter({ hasText: 'binary data' })).toBeVisible();
  await expect(paste(page)).toHaveValue(SHORT);
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bridge closed after crack is found');
  expect(await storiesOf(editor)).toEqual(['Bridge closed after crack is found']);
});

test('a text file that is dropped is read', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  await importPage(page);
  const dataTransfer = await page.evaluateHandle(
    (text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([`\ufeff${text}`], 'ferry.txt', { type: 'text/plain' }));
      return transfer;
    },
    await ferryStory(),
  );
  await paste(page).dispatchEvent('dragover', { dataTransfer });
  await paste(page).dispatchEvent('drop', { dataTransfer });
  await expect(page.getByLabel('Headline')).toHaveValue(
    'Ferry sinks off Tarvo’s Port Elsen; two reporters freed',
  );
  await expect(paste(page)).toHaveValue(await ferryStory());
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Ferry sinks/);
});

test('the same text twice is noticed and offered, not refused', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  const text = `${SHORT}\nNobody named ${editor.name} was there.\n`;
  const { id } = await editor.api.send('POST', '/api/articles', { text });
  await importPage(page);
  await paste(page).fill(text);
  const notice = page.getByRole('status').filter({ hasText: 'The same text is here already.' });
  const link = notice.getByRole('link', { name: 'Bridge closed after crack is found' });
  await expect(link).toHaveAttribute('href', `/stories/${id}`);
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bridge closed after crack is found');
  expect(page.url()).not.toContain(id);
  expect(await storiesOf(editor)).toHaveLength(2);
});

test('what was typed and corrected survives a reload', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  await importPage(page);
  await paste(page).fill(await ferryStory());
  await expect(page.getByText('40 sentences')).toBeVisible();
  await part(page, 'We counted eleven.').getByRole('button', { name: 'Join these two sentences' }).click();
  await expect(page.getByText('39 sentences')).toBeVisible();
  await part(page, 'Both sides have been accused').getByRole('combobox').selectOption('Heading');
  await part(page, '118 users have voted.').getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByText('35 parts')).toBeVisible();
  await page.getByLabel('Deadline').fill('2031-05-04T18:30');
  await page.getByLabel('Byline').fill('Ann Ode');
  // Not left when the page goes: what is typed counts all the same.
  await page.getByLabel('Headline').fill('Ferry lost off Port Elsen');

  await page.reload();
  await expect(page.getByLabel('Headline')).toHaveValue('Ferry lost off Port Elsen');
  await expect(page.getByLabel('Byline')).toHaveValue('Ann Ode');
  await expect(page.getByLabel('Deadline')).toHaveValue('2031-05-04T18:30');
  await expect(paste(page)).toHaveValue(await ferryStory());
  await expect(page.getByText('35 parts')).toBeVisible();
  await expect(part(page, 'Both sides have been accused').getByRole('combobox')).toHaveValue('heading');
  await expect(part(page, 'We counted eleven.').getByRole('button', { name: /^Join/ })).toHaveCount(0);

  await save(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ferry lost off Port Elsen');
  await expect(page.getByRole('heading', { level: 3, name: 'Both sides have been accused' })).toBeVisible();
  await expect(page.getByText('118 users have voted.')).toBeVisible();
});
