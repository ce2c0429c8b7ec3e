/** The checking proof: on the screen, on paper, as a file. */
import { readFile } from 'node:fs/promises';
import { readDocument } from '../support/docx.ts';
import { expect, expectAccessible, test } from './newsroom.ts';
import { checkedStory, settledStory } from './scene.ts';
import { StoryPage } from './story-page.ts';

test('the proof opens from the story, and is accessible on screen and on paper', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const { articleId } = await checkedStory(editor);
  const page = await pageOf(editor);
  await new StoryPage(page).open(articleId);
  const opening = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Proof' }).click();
  const proof = await opening;
  await expect(proof.getByRole('heading', { level: 1 })).toContainText('Ferry sinks');
  await expect(proof.getByText('6 of 6 left')).toBeVisible();
  await expect(proof.locator('.mark.wrong')).toHaveText('at least 41 people');
  await expect(proof.getByText('Inaccurate,')).toContainText('Correct: “at least 42 people”');
  await expect(proof.getByText('Not signed off.')).toBeVisible();
  await expect(proof.getByRole('row', { name: /Coast guard log/ })).toContainText('coastguard.example');
  for (const width of [390, 1440]) {
    await proof.setViewportSize({ width, height: 900 });
    await expectAccessible(proof);
    expect(await proof.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await proof.emulateMedia({ media: 'print' });
  await expectAccessible(proof);
  await proof.close();
});

test('the proof is taken along as a Word document, from the menu, by keys', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const { articleId } = await checkedStory(editor);
  const page = await pageOf(editor);
  await new StoryPage(page).open(articleId);
  const button = page.getByRole('button', { name: 'Export' });
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await button.press('Enter');
    await expect(page.getByText('The checking proof: the whole story')).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.keyboard.press('Escape');
  }
  await button.press('Enter');
  const starting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Word document' }).press('Enter');
  const download = await starting;
  expect(download.suggestedFilename()).toMatch(/^proof-Ferry-sinks.*\.docx$/);
  const { comments } = readDocument(await readFile(await download.path()));
  expect(comments.map(({ on }) => on)).toContain('at least 41 people');
});

test('on paper: state is a line style and not a colour, nothing is cut, pages are numbered', async ({
  colleague,
  pageOf,
}) => {
  const [editor, reviewer] = [await colleague('editor'), await colleague('reviewer')];
  const { articleId } = await settledStory(editor, reviewer);
  await editor.api.send('POST', `/api/articles/${articleId}/evidence`, {
    kind: 'observation',
    title:
      'What the watch on the northern pier saw and wrote down by the hour in the night of the storm, '.repeat(
        4,
      ),
  });
  const page = await pageOf(reviewer);
  await page.goto(`/api/articles/${articleId}/proof`);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  // As wide as A4 between its margins, in CSS pixels.
  await page.setViewportSize({ width: 688, height: 970 });
  const look = await page.evaluate(() => {
    const style = (query: string) => {
      const element = document.querySelector(query);
      if (element === null) throw new Error(`no ${query}`);
      return getComputedStyle(element);
    };
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
    );
    // Numbers and kinds are no longer than a word: each stands on one line.
    const lines = (cell: Element) => {
      const range = new Range();
      range.selectNodeContents(cell);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    };
    return {
      broken: [...document.querySelectorAll('thead th, tbody th, td:nth-child(3)')]
        .filter((cell) => lines(cell) > 1)
        .map(({ textContent }) => textContent),
      passed: style('.mark.passed').textDecorationStyle,
      ink: [style('.mark.passed').color, style('body').color, style('.words').color],
      paper: style('body').backgroundColor,
      columns: style('.row').gridTemplateColumns.split(' ').length,
      wide: wide.map(({ tagName }) => tagName),
    };
  });
  expect(look.broken, 'no word is broken').toEqual([]);
  expect(look.passed).toBe('solid');
  expect(new Set(look.ink).size, 'one ink').toBe(1);
  expect(look.paper).toBe('rgb(255, 255, 255)');
  expect(look.columns, 'notes stand beside the words').toBe(2);
  expect(look.wide).toEqual([]);
  const pdf = (await page.pdf({ preferCSSPageSize: true, format: 'A4' })).toString('latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(1);
});

test('a signed-off story’s proof says whose name is under it, and is kept as one file', async ({
  colleague,
  pageOf,
}, info) => {
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
  await page.goto(`/stories/${articleId}`);
  const downloading = page.waitForEvent('download');
  await page.evaluate((address) => {
    const link = document.createElement('a');
    link.href = address;
    link.click();
  }, `/api/articles/${articleId}/proof?download=true`);
  const file = info.outputPath('proof.html');
  await (await downloading).saveAs(file);
  const kept = await readFile(file, 'utf8');
  expect(kept).not.toMatch(/<script|<link|src=/);
  // Read back where no Claimdesk is.
  const alone = await page.context().browser()?.newContext({ offline: true });
  const reader = await alone?.newPage();
  await reader?.setContent(kept);
  await expect(reader?.locator('.left') ?? page.locator('none')).toContainText(
    `Signed off by ${reviewer.name}`,
  );
  await expect(reader?.locator('.left') ?? page.locator('none')).toContainText(
    /Let stand by name: notes \d, \d/,
  );
  await expect(reader?.locator('.left') ?? page.locator('none')).toContainText('0 of 4 left');
  await alone?.close();
});
