/** Many stories at once: a folder, several files, an archive; each once, whatever comes between. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { asFile, ninjsItem, wireItem } from '../support/story-files.ts';
import { zipOf } from '../support/zip.ts';
import { type Colleague, expect, test } from './newsroom.ts';

const Stories = z.object({ items: z.array(z.object({ title: z.string(), access: z.string() })) });
const storiesOf = async ({ api }: Colleague) =>
  Stories.parse(await api.get('/api/articles?mine=true&limit=200')).items;

/** A text that no other test has. */
const text = (headline: string) => `${headline} ${uuidv7()}\n\nA ferry sank off Port Elsen on Wednesday.`;
type Files = Readonly<Record<string, string | Buffer>>;

/** A folder of stories on the disk, while `work` goes on. */
async function withFolder(files: Files, work: (folder: string) => Promise<void>): Promise<void> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'claimdesk-folder-'));
  const folder = path.join(home, 'wire');
  try {
    for (const [name, content] of Object.entries(files)) {
      const place = path.join(folder, name);
      await mkdir(path.dirname(place), { recursive: true });
      await writeFile(place, content);
    }
    await work(folder);
  } finally {
    await rm(home, { recursive: true });
  }
}

const begin = (page: Page) => page.getByRole('button', { name: 'Bring them in' }).click();
const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
const progress = (page: Page) => page.getByRole('region', { name: 'How far it is' });

test('a folder is brought in file by file, with a line for each that is refused', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  const { uri } = ninjsItem();
  const files: Files = {
    'a.txt': text('Ferry sinks'),
    'desk/b.json': asFile(wireItem('Toll rises\n\nAt least 9 died.', { uri, version: '2' })),
    'desk/c.json': asFile(wireItem('Toll\n\nAt least 8 died.', { uri, version: '1' })),
    'latin.txt': Buffer.from([0x5a, 0xfc]),
    'empty.txt': '',
    '.DS_Store': 'x',
  };
  await withFolder(files, async (folder) => {
    await page.goto('/imports');
    await page.getByLabel('Choose a folder').setInputFiles(folder);
    await expect(page.getByText('5 files')).toBeVisible();
    await page.getByLabel('Named people only').check();
    await begin(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('wire');
    await expect(progress(page)).toContainText('Done, with files refused');
    await expect(progress(page)).toContainText('2 stored, 1 newer text, 2 refused');
  });
  await expect(row(page, 'wire/desk/b.json')).toContainText('Newer text');
  await expect(row(page, 'wire/desk/c.json')).toContainText('Stored');
  await expect(row(page, 'wire/latin.txt')).toContainText('an encoding that Claimdesk does not read');
  await expect(row(page, 'wire/empty.txt')).toContainText('There is nothing in this file.');
  await page.getByLabel('Show').selectOption({ label: 'Refused (2)' });
  await expect(page.getByRole('region', { name: 'Files', exact: true }).getByRole('listitem')).toHaveCount(2);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the list (CSV)' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv).toContain('"wire/latin.txt","2","refused"');

  const stories = await storiesOf(editor);
  expect(stories.map(({ access }) => access)).toEqual(['restricted', 'restricted']);

  await page.getByRole('button', { name: 'Try the refused ones again' }).click();
  await expect(progress(page)).toContainText('2 stored, 1 newer text, 2 refused');
  await page.getByLabel('Show').selectOption({ label: 'All files' });
  await row(page, 'wire/desk/b.json').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Toll rises');
});

test('a page that is left in the middle goes on where it was, and nothing comes twice', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  const names = Array.from({ length: 12 }, (_, index) => `${String(index).padStart(2, '0')}.txt`);
  const files = Object.fromEntries(names.map((name) => [name, text(`Ferry ${name}`)]));
  const isFile = (url: URL) => /^\/api\/imports\/[^/]+\/files\/\d+$/.test(url.pathname);
  await withFolder(files, async (folder) => {
    let sent = 0;
    // The line stands still after some files.
    await page.route(isFile, async (route) => {
      sent += 1;
      if (sent <= 4) await route.continue();
    });
    await page.goto('/imports');
    await page.getByLabel('Choose a folder').setInputFiles(folder);
    await begin(page);
    await expect(progress(page)).toContainText('4 waiting, 8 not sent yet');
    await page.reload();
    await page.unroute(isFile);

    const again = page.getByRole('region', { name: 'Files that are not here' });
    await expect(again).toContainText('8 files did not get here');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (isFile(new URL(request.url()))) asked.push(request.url());
    });
    await again.getByLabel('Choose a folder').setInputFiles(folder);
    await expect(progress(page)).toContainText('All brought in');
    await expect(progress(page)).toContainText('12 stored');
    expect(asked).toHaveLength(8);
  });
  expect(await storiesOf(editor)).toHaveLength(12);
  // Whoever comes back finds it in the list.
  await page.getByRole('link', { name: 'Bring in more' }).click();
  await expect(row(page, 'wire')).toContainText('12 stored');
});

test('a line that is lost is said to be, and files go on when it is back', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  await withFolder({ 'a.txt': text('Ferry'), 'b.txt': text('Ferry') }, async (folder) => {
    await page.goto('/imports');
    await page.getByLabel('Choose a folder').setInputFiles(folder);
    await page.route('**/files/*', (route) => route.abort('connectionfailed'));
    await begin(page);
    const goOn = page.getByRole('button', { name: 'Go on sending' });
    await expect(goOn).toBeVisible();
    await page.unroute('**/files/*');
    await goOn.click();
    await expect(progress(page)).toContainText('2 stored');
  });
});

test('an import is paused and goes on, or is stopped', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  await withFolder({ 'a.txt': text('Ferry'), 'b.txt': text('Ferry') }, async (folder) => {
    const isSecond = (url: URL) => url.pathname.endsWith('/files/2');
    await page.route(isSecond, () => {});
    await page.goto('/imports');
    await page.getByLabel('Choose a folder').setInputFiles(folder);
    await begin(page);
    await expect(progress(page)).toContainText('1 waiting, 1 not sent yet');
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(progress(page)).toContainText('Paused');
    await page.reload();
    await expect(progress(page)).toContainText('Paused');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('button', { name: 'Do without them' }).click();
    await expect(progress(page)).toContainText('1 stored, 1 refused');
    await expect(row(page, 'wire/b.txt')).toContainText('listed and never sent');
  });
});

test('an archive that is chosen where one story comes in is brought in as many', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  const buffer = zipOf([
    ['wire/a.txt', text('Ferry sinks')],
    ['wire/bomb.txt', Buffer.alloc(3 * 1024 * 1024, ' ')],
    ['../b.txt', 'x'],
  ]);
  await page.goto('/stories/new');
  await page.getByLabel('Choose a file').setInputFiles({ name: 'wire.zip', mimeType: '', buffer });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bring in many stories');
  await begin(page);
  await expect(progress(page)).toContainText('1 stored, 2 refused');
  await expect(row(page, 'bomb.txt')).toContainText('unpacks to more than Claimdesk takes');
  await expect(row(page, '../b.txt')).toContainText('leads out of its folder');
});

test('an archive that is broken is refused in words, and another is chosen', async ({
  colleague,
  pageOf,
}) => {
  const page = await pageOf(await colleague('editor'));
  await page.goto('/imports');
  const broken = { name: 'wire.zip', mimeType: '', buffer: Buffer.from('It sank.') };
  await page.getByLabel('Choose files or a zip').setInputFiles(broken);
  await begin(page);
  await expect(page.getByRole('alert')).toContainText(
    'This archive, or this file in it, is damaged or cut off.',
  );
  await page.getByRole('button', { name: 'Choose others' }).click();
  await expect(page.getByLabel('Choose a folder')).toBeVisible();
});

test('several files that are dropped where one story comes in are brought in as many', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  await page.goto('/stories/new');
  const dropped = await page.evaluateHandle(
    (texts) => {
      const transfer = new DataTransfer();
      for (const [index, each] of texts.entries()) transfer.items.add(new File([each], `${index}.txt`));
      return transfer;
    },
    [text('Ferry'), text('Ferry')],
  );
  await page.locator('cd-story-paste').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByText('2 files').first()).toBeVisible();
  await begin(page);
  await expect(progress(page)).toContainText('2 stored');
  expect(await storiesOf(editor)).toHaveLength(2);
});

test('viewers are told that they bring nothing in', async ({ colleague, pageOf }) => {
  const page = await pageOf(await colleague('viewer'));
  await page.goto('/imports');
  await expect(page.getByText('Viewers can read stories but not bring them in.')).toBeVisible();
  await expect(page.getByLabel('Choose a folder')).toHaveCount(0);
});
