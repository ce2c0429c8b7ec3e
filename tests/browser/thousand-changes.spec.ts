/** A newer text of a long story that changed a thousand claims: the page opens, is stepped through, and stays accessible. */
import { z } from 'zod';
import { expect, expectAccessible, test } from './newsroom.ts';

const PARAGRAPHS = 250;
const IN_EACH = 4;
const AT_ONCE = 20;

const paragraph = (number: number, more: number) =>
  Array.from({ length: IN_EACH }, (_, at) => {
    const figure = number * 10 + at + more;
    return `In village ${number} of ward ${at} rescuers found ${figure} people alive.`;
  }).join(' ');
const textOf = (more: number) =>
  [
    'A long day on the coast',
    ...Array.from({ length: PARAGRAPHS }, (_, at) => paragraph(at + 100, more)),
  ].join('\n\n');

test('a thousand changed claims', async ({ colleague, pageOf }) => {
  test.slow();
  const editor = await colleague('editor');
  const { api } = editor;
  const { id } = await api.send('POST', '/api/articles', { text: textOf(0) });
  const { text } = z
    .looseObject({ text: z.string() })
    .parse(await api.get(`/api/articles/${id}/revisions/1`));
  const found = [...text.matchAll(/\d+ people/g)];
  expect(found).toHaveLength(PARAGRAPHS * IN_EACH);
  for (let from = 0; from < found.length; from += AT_ONCE)
    await Promise.all(
      found.slice(from, from + AT_ONCE).map(({ 0: quote, index }) =>
        api.send('POST', `/api/articles/${id}/claims`, {
          ...{ revision: 1, kind: 'fact', details: { about: 'quantity' } },
          span: { start: index, end: index + quote.length, quote },
        }),
      ),
    );
  await api.send('POST', `/api/articles/${id}/revisions`, { baseRevision: 1, text: textOf(5) });

  const page = await pageOf(editor);
  await page.goto(`/stories/${id}/changes`);
  await expect(page.getByText('1,000 claims changed, 0 gone, 0 as before.')).toBeVisible();
  const cards = page.locator('cd-change-card');
  await expect(cards).toHaveCount(100);
  await expect(page.getByText(`${PARAGRAPHS} changes`, { exact: true })).toBeVisible();

  await test.step('every change is reached by key, and in sight', async () => {
    const current = page.locator('cd-compared-texts .row[aria-current="true"]');
    for (let presses = 0; presses < 30; presses += 1) await page.keyboard.press('n');
    await expect(page.getByText(`30 of ${PARAGRAPHS}`, { exact: true })).toBeVisible();
    await expect(current).toBeFocused();
    await expect(current).toBeInViewport();
    await expect
      .poll(() => page.evaluate(() => CSS.highlights.get('cd-fact-chosen')?.size ?? 0))
      .toBe(2 * IN_EACH);
    // Marks far from where the reader is are no ranges that the browser has to look at.
    expect(await page.evaluate(() => CSS.highlights.get('cd-fact-broken')?.size ?? 0)).toBeLessThan(1000);
  });

  await test.step('the rest of the list comes when it is asked for', async () => {
    await page.getByRole('button', { name: 'Show more: 900 left' }).click();
    await expect(cards).toHaveCount(200);
  });

  for (const width of [1440, 390])
    await test.step(`at ${width} pixels axe finds nothing`, async () => {
      await page.setViewportSize({ width, height: 850 });
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
});
