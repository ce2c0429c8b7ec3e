/** Back-up documents and kept texts of pages, in the evidence tab: attached, refused in words, read again. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { type Colleague, expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { checkedStory } from './scene.ts';
import { StoryPage } from './story-page.ts';

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj\n'), Buffer.alloc(300_000, 'a')]);
const PROGRAM = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(64)]);
const FILE = { name: 'minutes of the inquest.pdf', mimeType: 'application/pdf', buffer: PDF };

async function openEvidence(
  colleague: (role: 'editor' | 'reviewer' | 'viewer') => Promise<Colleague>,
  pageOf: (person: Colleague) => Promise<Page>,
) {
  const editor = await colleague('editor');
  const made = await checkedStory(editor);
  const page = await pageOf(editor);
  const story = await new StoryPage(page).open(made.articleId);
  await story.press('41 people');
  await story.showTab('Evidence');
  await expect(story.claim.getByRole('link', { name: 'Coast guard log' })).toBeVisible();
  return { editor, page, story, ...made };
}

/** Of the evidence: the claim has one too. */
const kind = (story: StoryPage) => story.claim.getByRole('tabpanel').getByLabel('Kind', { exact: true });

/** Drop a file on the tab, as from a folder. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const files = await page.evaluateHandle(
    ([called, content]) => {
      const transfer = new DataTransfer();
      const raw = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([raw], called));
      return transfer;
    },
    [name, bytes.toString('base64')] as const,
  );
  const tab = page.locator('cd-evidence-tab');
  await tab.dispatchEvent('dragover', { dataTransfer: files });
  await tab.dispatchEvent('drop', { dataTransfer: files });
}

test('a document is attached, cited and had back, byte for byte', async ({ colleague, pageOf }) => {
  const { page, story, claimId, editor } = await openEvidence(colleague, pageOf);
  await kind(story).selectOption('File');
  await expect(story.claim.getByText('PDF, image, plain text or sound, up to 25 MB.')).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await story.button('Cite').click();
  await expect(story.claim.getByRole('alert')).toContainText('The file has to be attached first');
  await story.claim.getByLabel('Choose a file').setInputFiles(FILE);
  await expect(story.claim.getByText(FILE.name)).toBeVisible();
  await expect(story.claim.getByText('293 kB', { exact: true })).toBeVisible();
  await expect(story.field('Title')).toHaveValue(FILE.name);
  // Attached it is, cited not yet: that outlives a reload too.
  await page.reload();
  await story.showTab('Evidence');
  await expect(story.claim.getByText('293 kB', { exact: true })).toBeVisible();
  await story.field('Title').fill('Inquest, minutes');
  await story.field('Where in it').fill('page 4');
  await story.field('Words relied on').fill('forty-one people lost their lives');
  await story.button('Cite').click();

  const link = story.claim.getByRole('link', { name: 'Inquest, minutes' });
  await expect(link).toBeVisible();
  await expectAccessibleInBothThemes(page);
  const downloading = page.waitForEvent('download');
  await link.click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(FILE.name);
  expect((await readFile(await download.path())).equals(PDF)).toBe(true);

  const citation = story.claim.locator('article', { hasText: 'Inquest, minutes' });
  await citation.getByText('The evidence itself').click();
  await expect(citation).toContainText(createHash('sha256').update(PDF).digest('hex'));
  await citation.getByRole('button', { name: 'Change it' }).click();
  await citation.getByLabel('Publisher').fill('Coroner of Tarvo');
  await citation.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(citation).toContainText('Inquest, minutes, Coroner of Tarvo, page 4');
  expect(await editor.api.get(`/api/claims/${claimId}/citations`)).toMatchObject({
    items: [{}, { evidence: { kind: 'file', publisher: 'Coroner of Tarvo', file: { name: FILE.name } } }],
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessibleInBothThemes(page);
});

test('a dropped file is taken; what is too large, empty or of no kind that is kept is refused in words', async ({
  colleague,
  pageOf,
}, info) => {
  const { page, story } = await openEvidence(colleague, pageOf);
  const wrong = story.claim.getByRole('alert').filter({ hasText: /\S/ });
  await drop(page, 'setup.exe', PROGRAM);
  await expect(wrong).toContainText('setup.exe: Claimdesk takes PDF, images, plain text and sound.');
  await drop(page, 'nothing.txt', Buffer.alloc(0));
  await expect(wrong).toContainText('There is nothing in nothing.txt.');
  const film = info.outputPath('film.wav');
  await writeFile(film, Buffer.alloc(26 * 1024 * 1024));
  await story.claim.getByLabel('Choose a file').setInputFiles(film);
  await expect(wrong).toContainText('film.wav has 26 MB. Claimdesk takes files of up to 25 MB.');
  await expectAccessibleInBothThemes(page);
  await drop(page, 'list.txt', Buffer.from('forty-one names'));
  await expect(story.claim.getByText('15 bytes', { exact: true })).toBeVisible();
  await expect(wrong).toHaveCount(0);
  await story.button('Cite').click();
  await expect(story.claim.getByRole('link', { name: 'list.txt' })).toBeVisible();
});

test('a file on its way shows how far it is, and a lost line is said so', async ({ colleague, pageOf }) => {
  const { page, story } = await openEvidence(colleague, pageOf);
  let go: () => void = () => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route('**/files?*', async (route) => {
    await gate;
    await route.continue();
  });
  await kind(story).selectOption('File');
  await story.claim.getByLabel('Choose a file').setInputFiles(FILE);
  await expect(story.claim.getByRole('progressbar', { name: `Attaching ${FILE.name}` })).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await story.button('Cite').click();
  await expect(story.claim.getByRole('alert')).toContainText('The file is still on its way');
  go();
  await expect(story.claim.getByText('293 kB', { exact: true })).toBeVisible();
  await page.unrouteAll();
  await page.route('**/files?*', (route) => route.abort());
  await story.claim.getByLabel('Choose another').setInputFiles({ ...FILE, name: 'second.pdf' });
  await expect(story.claim.getByRole('alert').filter({ hasText: 'second.pdf' })).toContainText(
    'Claimdesk cannot be reached.',
  );
  // The one before is still there.
  await expect(story.claim.getByText(FILE.name)).toBeVisible();
});

test('the text of a page is kept with time and hash, and read again, by a reviewer too', async ({
  colleague,
  pageOf,
}) => {
  const { page, story, articleId, editor } = await openEvidence(colleague, pageOf);
  const itself = story.claim.locator('cd-evidence-itself');
  await itself.getByText('The evidence itself').click();
  await expect(itself).toContainText('The page’s text is not kept.');
  await itself.getByRole('button', { name: 'Paste the page’s text' }).click();
  await expect(itself.getByLabel('Text of the page')).toBeFocused();
  await expectAccessibleInBothThemes(page);
  const text = 'Log of Tuesday.\n\nForty-one dead <b>by noon</b>.';
  await itself.getByLabel('Text of the page').fill(text);
  await page.keyboard.press('Control+Enter');
  await expect(itself).toContainText(`${text.length} characters`);
  await expect(itself).toContainText(createHash('sha256').update(text).digest('hex'));
  await expect(itself).toContainText(editor.name);
  await itself.getByRole('button', { name: 'Read it' }).click();
  const kept = itself.getByRole('region', { name: 'Kept text of Coast guard log' });
  await expect(kept).toHaveText(text, { useInnerText: true });
  await expectAccessibleInBothThemes(page);

  await itself.getByRole('button', { name: 'Paste a newer text' }).click();
  await itself.getByLabel('Text of the page').fill('Log of Wednesday.');
  await itself.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(kept).toHaveText('Log of Wednesday.');

  const there = await new StoryPage(await pageOf(await colleague('reviewer'))).open(articleId);
  await there.press('41 people');
  await there.showTab('Evidence');
  await there.claim.getByText('The evidence itself').click();
  await there.page.route('**/snapshot', (route) => route.fulfill({ status: 503, json: {} }));
  await there.button('Read it').click();
  await expect(there.claim.getByRole('button', { name: 'Try again' })).toBeVisible();
  await there.page.unrouteAll();
  await there.claim.getByRole('button', { name: 'Try again' }).click();
  await expect(there.claim.getByText('Log of Wednesday.')).toBeVisible();
  await there.page.setViewportSize({ width: 390, height: 844 });
  await expectAccessibleInBothThemes(there.page);
});

test('a page is fetched and kept with one press; where it is not, the reason stays beside the button', async ({
  colleague,
  pageOf,
}) => {
  const { page, story, editor, articleId, claimId } = await openEvidence(colleague, pageOf);
  const itself = story.claim.locator('cd-evidence-itself');
  await itself.getByText('The evidence itself').click();
  const cited = z.object({ items: z.array(z.object({ evidence: z.object({ id: z.string() }) })) });
  const [{ evidence } = { evidence: { id: '' } }] = cited.parse(
    await editor.api.get(`/api/claims/${claimId}/citations`),
  ).items;
  const keep = itself.getByRole('button', { name: 'Keep a copy of the page' });
  const at = `**/evidence/${evidence.id}/snapshot`;

  // Nobody answers: whoever waits is told so, and may stop.
  await page.route(at, () => undefined);
  await keep.focus();
  await page.keyboard.press('Enter');
  await expect(itself.getByRole('status').filter({ hasText: 'Fetching the page…' })).toBeVisible();
  await expect(itself.getByRole('button', { name: 'Stop' })).toBeFocused();
  await expectAccessibleInBothThemes(page);
  await page.keyboard.press('Enter');
  await expect(keep).toBeFocused();
  await expect(itself.getByText('Fetching the page…')).toBeHidden();
  await page.unrouteAll();

  // The server's own refusal: no test asks for a page of the web.
  await editor.api.send('PATCH', `/api/evidence/${evidence.id}`, {
    version: 1,
    url: 'https://localhost/log',
  });
  await keep.click();
  await expect(itself.getByRole('alert')).toContainText('Someone changed this in the meantime.');
  await keep.click();
  await expect(itself.getByRole('alert')).toContainText('leads to a private network');
  await expectAccessibleInBothThemes(page);

  // A page that comes: kept by the server as if it had been pasted, and told as if it had been fetched.
  await page.route(at, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const { version } = z.object({ version: z.int() }).parse(route.request().postDataJSON());
    const answer = await route.fetch({ method: 'PUT', postData: { version, text: 'Forty-one dead.' } });
    const json = z.looseObject({ snapshot: z.looseObject({}) }).parse(await answer.json());
    const snapshot = { ...json.snapshot, how: 'fetched', fetchedFrom: 'https://localhost/log/1' };
    await route.fulfill({ json: { ...json, snapshot } });
  });
  await keep.click();
  await expect(itself).toContainText('fetched from https://localhost/log/1, 15 characters');
  await expect(itself.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
  await expect(itself.getByRole('button', { name: 'Keep a newer copy' })).toBeFocused();
  await itself.getByRole('button', { name: 'Read it' }).click();
  await expect(itself.getByRole('region', { name: 'Kept text of Coast guard log' })).toHaveText(
    'Forty-one dead.',
  );

  // Who may not change the story has no page fetched for it.
  const there = await new StoryPage(await pageOf(await colleague('viewer'))).open(articleId);
  await there.press('41 people');
  await there.showTab('Evidence');
  await there.claim.getByText('The evidence itself').click();
  await expect(there.button('Read it')).toBeVisible();
  await expect(there.claim.getByRole('button', { name: /copy/ })).toHaveCount(0);
});
