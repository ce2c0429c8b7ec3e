/** A story of many windows: marks are painted where the reader is, and for printing everywhere. */
import type { Page } from '@playwright/test';
import { expect, test } from './newsroom.ts';
import { StoryPage } from './story-page.ts';

const PARAGRAPHS = 160;
const paragraph = (number: number) =>
  `The harbour office counted ${number + 1000} crates on quay ${number} that morning. They stood in the rain until the
evening, as nobody had come for them, and the watchman wrote each of them down in a book that he kept for the purpose in
the shed beside the old crane, where it was dry. Nobody asked him for it in all that time.`.replaceAll(
    '\n',
    ' ',
  );
const TEXT = `Crates on the quays\n\n${Array.from({ length: PARAGRAPHS }, (_, number) => paragraph(number)).join('\n\n')}\n`;

/** The words that are painted as facts without a verdict, and whether the window shows them. */
const painted = (page: Page) =>
  page.evaluate(() =>
    [...(CSS.highlights.get('cd-fact-open') ?? [])].map(({ startContainer, startOffset, endOffset }) => {
      const box = startContainer.parentElement?.getBoundingClientRect();
      return {
        words: (startContainer.textContent ?? '').slice(startOffset, endOffset),
        isSeen: box !== undefined && box.bottom > 0 && box.top < innerHeight,
      };
    }),
  );
const words = async (page: Page) => (await painted(page)).map((mark) => mark.words);
const seen = async (page: Page) => (await painted(page)).filter(({ isSeen }) => isSeen).length;

test('paints the marks that are near, those that come near while scrolling, and all of them for printing', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const { id } = await editor.api.send('POST', '/api/articles', { text: TEXT });
  const { text } = Object(await editor.api.get(`/api/articles/${id}/revisions/1`));
  const quotes = Array.from({ length: PARAGRAPHS }, (_, number) => `${number + 1000} crates`);
  for (const quote of quotes) {
    const start = String(text).indexOf(quote);
    await editor.api.send('POST', `/api/articles/${id}/claims`, {
      ...{ revision: 1, kind: 'fact', details: { about: 'quantity' } },
      span: { start, end: start + quote.length, quote },
    });
  }
  const page = await pageOf(editor);
  await new StoryPage(page).open(String(id));
  await expect.poll(() => words(page)).toContain('1000 crates');
  expect(await words(page)).not.toContain(quotes.at(-1));

  for (const share of [0.5, 1, 0.25, 0]) {
    await page.evaluate(
      (to) => scrollTo({ top: document.body.scrollHeight * to, behavior: 'instant' }),
      share,
    );
    await expect.poll(() => seen(page)).toBeGreaterThan(0);
  }
  expect((await words(page)).length).toBeLessThan(PARAGRAPHS);

  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect((await words(page)).sort()).toEqual(quotes);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  const after = await words(page);
  expect(after).toContain('1000 crates');
  expect(after.length).toBeLessThan(PARAGRAPHS);

  await page.getByRole('button', { name: 'Edit text' }).click();
  const writing = page.getByRole('textbox', { name: 'Text of the story' });
  await expect(writing).toBeVisible();
  await expect.poll(() => words(page)).toContain('1000 crates');
  expect((await words(page)).length).toBeLessThan(PARAGRAPHS);
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
  await expect.poll(() => words(page)).toContain(quotes.at(-1));
  await expect.poll(() => words(page)).not.toContain('1000 crates');
});
