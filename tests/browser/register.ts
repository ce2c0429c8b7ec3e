/** Entries of the register in a browser: making them, opening them, a story that names one. */
import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { type Colleague, expect, expectAccessibleInBothThemes } from './newsroom.ts';

const TEXT = `Lighthouse goes dark for a third night

By Orla Penn

DUNMARSH — The lamp at Dunmarsh failed again on Friday, the keeper said.

The lens had cracked in the frost, the keeper told Radio Firth.

Two boats were towed in.
`;
const WIDTHS = [390, 820, 1920];

let made = 0;
/** A name that no other comes near, in letters or in sound: looking it up finds it or nothing. */
export const unlikeAny = () => `${randomBytes(5).toString('hex')} ${randomBytes(7).toString('hex')}`;
/** A name that nobody else in this newsroom has. */
export const unheardOf = (words: string) => `${words} ${randomBytes(4).toString('hex')}${++made}`;

export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
export const events = (page: Page) => page.locator('cd-history-event');
/** An open dialog with what was put into it. */
export const dialog = (page: Page, name: string | RegExp) =>
  page.locator('cd-dialog', { has: page.getByRole('dialog', { name }) });

export async function open(page: Page, id: string, name: string): Promise<void> {
  await page.goto(`/sources/${id}`);
  await expect(heading(page, name)).toBeVisible();
}

export async function add({ api }: Colleague, name: string, more: object = {}): Promise<string> {
  return (await api.send('POST', '/api/sources', { name, kind: 'person', ...more })).id;
}

export const keep = (
  { api }: Colleague,
  id: string,
  description: string,
  readers: Colleague[],
  version = 1,
) =>
  api.send('PUT', `/api/sources/${id}/confidential`, {
    version,
    description,
    readerIds: readers.map((reader) => reader.id),
  });

/** A story in which the source says one thing, verified, and passes on another. */
export async function storyNaming({ api }: Colleague, sourceId: string): Promise<string> {
  const { id } = await api.send('POST', '/api/articles', { text: TEXT });
  const text = String(Object(await api.get(`/api/articles/${id}/revisions/1`)).text);
  const span = (quote: string) => {
    const start = text.indexOf(quote);
    return { start, end: start + quote.length, quote };
  };
  const attribute = (quote: string, details: object) =>
    api.send('POST', `/api/articles/${id}/claims`, {
      revision: 1,
      kind: 'attribution',
      span: span(quote),
      details: { content: [span(quote)], ...details },
    });
  const source = span('the keeper');
  const said = await attribute('The lamp at Dunmarsh failed again on Friday', { source, sourceId });
  await api.send('PUT', `/api/claims/${said.id}/verdict`, {
    version: 1,
    verdict: 'accurate',
    reason: 'The log of the lamp says so.',
  });
  await attribute('The lens had cracked in the frost', { via: [{ sourceId, span: span('Radio Firth') }] });
  return id;
}

/** axe finds nothing, light and dark, and nothing stands beside the screen, from a telephone to a wide desk. */
export async function expectAccessibleAtEveryWidth(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await expectAccessibleInBothThemes(page);
  }
}
