/** Accepting while the network is slow, and while it fails. */
import type { Page, Route } from '@playwright/test';
import { z } from 'zod';
import { expect, test } from './newsroom.ts';
import { StoryPage } from './story-page.ts';

const TEXT = [
  'Storm crosses the coast',
  'The harbour office said 3 civilians were killed in Harrow and 40 soldiers were injured in Garford.',
  'Ada Moor, a teacher, warned that the school would stay closed.',
].join('\n\n');

const List = z.object({ items: z.array(z.looseObject({ state: z.string() })) });
const Claims = z.object({ items: z.array(z.looseObject({ id: z.string() })) });

/** How many stretches are painted as suggested, and how many as claims. */
const painted = (page: Page) =>
  page.evaluate(() => {
    const sizes = { suggested: 0, claims: 0 };
    for (const [name, { size }] of CSS.highlights) {
      if (name.endsWith('-suggested')) sizes.suggested += size;
      if (name.endsWith('-open')) sizes.claims += size;
    }
    return sizes;
  });

/** Holds an acceptance back until what is given back says what becomes of it. */
async function hold(page: Page): Promise<(end: 'continue' | 'abort') => void> {
  let decide: (end: 'continue' | 'abort') => void = () => {};
  const decided = new Promise<'continue' | 'abort'>((resolve) => {
    decide = resolve;
  });
  const answer = async (route: Route) => {
    if ((await decided) === 'abort') await route.abort('connectionreset');
    else await route.continue();
  };
  // The page gives up after the third try.
  await page.route('**/accept', answer, { times: 3 });
  return (end) => decide(end);
}

for (const [what, key] of [
  ['one', 'y'],
  ['all of a sentence', 'Shift+Y'],
] as const)
  test(`${what}: claims at once, suggestions again where the network fails, and claims when it is tried again`, async ({
    colleague,
    pageOf,
  }) => {
    const editor = await colleague('editor');
    const { id } = await editor.api.send('POST', '/api/articles', { text: TEXT });
    const all = List.parse(await editor.api.get(`/api/articles/${id}/suggestions`)).items.length;
    const claims = async () => Claims.parse(await editor.api.get(`/api/articles/${id}/claims`)).items.length;
    const page = await pageOf(editor);
    const story = await new StoryPage(page).open(id);
    await expect.poll(() => painted(page)).toEqual({ suggested: all, claims: 0 });

    await page.keyboard.press('i');
    const failing = await hold(page);
    await page.keyboard.press(key);
    await expect.poll(async () => (await painted(page)).claims).toBeGreaterThan(0);
    const many = (await painted(page)).claims;
    expect(await painted(page)).toEqual({ suggested: all - many, claims: many });
    expect(await claims()).toBe(0);
    failing('abort');
    await expect(page.locator('.told')).toContainText('Claimdesk cannot be reached');
    await expect.poll(() => painted(page)).toEqual({ suggested: all, claims: 0 });
    expect(await claims()).toBe(0);

    await page.unroute('**/accept');
    while ((await page.getByRole('region', { name: 'Suggestion', exact: true }).count()) === 0)
      await page.keyboard.press('i');
    const slow = await hold(page);
    await page.keyboard.press(key);
    slow('continue');
    await expect.poll(claims).toBeGreaterThan(0);
    const made = await claims();
    await expect.poll(() => painted(page)).toEqual({ suggested: all - made, claims: made });
    // What was shown at once is what is there after a reload.
    await page.reload();
    await expect(story.page.getByRole('application')).toBeVisible();
    await expect.poll(() => painted(page)).toEqual({ suggested: all - made, claims: made });
  });

test('suggestions that cannot be had are said not to be here, and asked for again by the key', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const { id } = await editor.api.send('POST', '/api/articles', { text: TEXT });
  const page = await pageOf(editor);
  await page.route('**/suggestions', (route) => route.abort('connectionreset'));
  await new StoryPage(page).open(id);
  await expect(page.getByText('Suggestions are not here.')).toBeVisible();
  await page.unroute('**/suggestions');
  await page.keyboard.press('i');
  await expect(page.getByText('Suggestions are not here.')).toBeHidden();
  await expect.poll(async () => (await painted(page)).suggested).toBeGreaterThan(0);
});
