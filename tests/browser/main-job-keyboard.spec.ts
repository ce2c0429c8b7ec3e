/** The main job by keyboard alone: no mouse, no field filled but by typing. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { focused, Keys } from './keys.ts';
import { expect, test } from './newsroom.ts';
import { ferryStory, StoryPage } from './story-page.ts';

const { step } = test;
const Claims = z.object({ items: z.array(z.object({ id: z.string() })) });

test('a story is brought in, marked, checked, reviewed and exported by keys alone', async ({
  colleague,
  pageOf,
}) => {
  const page = await pageOf(await colleague('editor'));
  const keys = new Keys(page);
  const story = new StoryPage(page);

  await step('bring the story in', () => bringIn(page, keys));

  await step('mark a casualty count', async () => {
    keys.restart();
    // The first press leads to the first sentence.
    await keys.press('j', 3);
    await expect(story.place).toBeFocused();
    await expect(story.news).toContainText('A crowded ferry sank');
    await keys.press('q');
    await expect(story.news).toHaveText('at least 41 people');
    await keys.press('c');
    await story.expectClaim('at least 41 people');
    await expect(story.field('Low')).toHaveValue('41');
    console.log(`Keystrokes to mark “at least 41 people” in the third sentence: ${keys.count}`);
    expect(keys.count).toBe(5);
  });

  await step('mark the other kinds', async () => {
    await keys.press('j', 3);
    await expect(story.news).toContainText('nobody left alive');
    await keys.press('ArrowRight');
    await keys.press('Shift+ArrowRight', 7);
    await expect(story.news).toHaveText('There is nobody left alive in the hull');
    await keys.press('a');
    await story.expectClaim('There is nobody left alive in the hull');
    await keys.press('ArrowRight', 2);
    await keys.press('Shift+ArrowRight', 2);
    await expect(story.news).toHaveText('Tarvo Coast Guard');
    await keys.press('1');
    await expect(story.claim.getByRole('group', { name: 'Who says so' })).toContainText('Tarvo Coast Guard');
    await keys.press('s');
    await story.expectClaim('Tarvo Coast Guard');
    await expect(story.field('Kind').first()).toHaveValue('source');
    await keys.press('k', 2);
    await expect(story.news).toContainText('The Maid of Skerry');
    await keys.press('f');
    await story.expectClaim(
      'The Maid of Skerry was reportedly carrying twice the passengers it was licensed for when it went down within sight of the breakwater',
    );
  });

  await step('fill the form and come back', async () => {
    await keys.press('p');
    await story.expectClaim('at least 41 people');
    await keys.press('Enter');
    await expect(story.field('Outcome')).toBeFocused();
    await keys.tabTo(story.field('Place'));
    await keys.type('Port Elsen');
    await keys.press('Control+Enter');
    await expect(story.claim.getByText('● Not saved')).toBeHidden();
    await keys.press('Escape');
    await expect(story.place).toBeFocused();
  });

  await step('adjust an edge, and keep the details', async () => {
    await keys.press('[');
    await story.expectClaim('killing at least 41 people');
    await keys.press('{');
    await story.expectClaim('at least 41 people');
    await keys.press(']', 2);
    await story.expectClaim('at least 41 people, including 12');
    await keys.press('}', 2);
    await story.expectClaim('at least 41 people');
    await expect(story.field('Place')).toHaveValue('Port Elsen');
    await expect(story.field('Low')).toHaveValue('41');
  });

  await step('cite evidence', async () => {
    await keys.press('e');
    await expect(story.field('Evidence')).toBeFocused();
    await keys.tabTo(story.field('Kind').last());
    await keys.type('Own');
    await keys.tabTo(story.field('Title'));
    await keys.type('Counted at the quay');
    await keys.press('Control+Enter');
    await expect(story.claim.getByRole('article')).toContainText('Counted at the quay');
    await expect(story.claim.getByRole('article')).toContainText('Own observation');
    await keys.press('Escape');
    await expect(story.place).toBeFocused();
  });

  await step('give a verdict, undo it, do it again', async () => {
    await keys.press('v');
    await keys.press('1');
    await expect(story.field('Reason').first()).toBeFocused();
    await keys.type('We counted them.');
    await keys.press('Control+Enter');
    const status = (words: string) => story.claim.getByText(words, { exact: true });
    await expect(status('● accurate')).toBeVisible();
    await keys.press('Escape');
    await keys.press('z');
    await expect(status('○ unchecked')).toBeVisible();
    await keys.press('Shift+Z');
    await expect(status('● accurate')).toBeVisible();
  });

  await step('comment', async () => {
    await keys.press('m');
    await expect(story.field('Comment')).toBeFocused();
    await keys.type('Twelve of them in one cabin.');
    await keys.press('Control+Enter');
    await expect(story.claim.getByRole('article')).toContainText('Twelve of them in one cabin.');
    await keys.press('Escape');
    await expect(story.place).toBeFocused();
  });

  await step('undo a mark, do it again', async () => {
    await keys.press('j', 5);
    await keys.press('ArrowRight');
    await keys.press('c');
    await expect(page.getByText('5 of 5 left')).toBeVisible();
    await keys.press('Control+z');
    await expect(page.getByText('4 of 4 left')).toBeVisible();
    await keys.press('Control+Shift+Z');
    await expect(page.getByText('5 of 5 left')).toBeVisible();
  });

  await step('a reviewer passes it', async () => {
    const other = await pageOf(await colleague('reviewer'));
    const theirs = await new StoryPage(other).open(new URL(page.url()).pathname.split('/').at(-1) ?? '');
    const hands = new Keys(other);
    await hands.press('n');
    await theirs.expectClaim('at least 41 people');
    await hands.press('v');
    await expect(theirs.button('✔ Pass')).toBeFocused();
    await hands.press('Enter');
    await expect(theirs.claim.getByText('✔ passed', { exact: true })).toBeVisible();
  });

  await step('export', async () => {
    await keys.tabTo(page.getByRole('button', { name: 'Export' }), { key: 'Shift+Tab' });
    await keys.press('Enter');
    await keys.tabTo(page.getByRole('link', { name: 'CSV' }), { within: 3 });
    const download = page.waitForEvent('download');
    await keys.press('Enter');
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  });
});

/** From the desk to the saved story. */
async function bringIn(page: Page, keys: Keys): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Desk' })).toBeVisible();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), await ferryStory());
  await keys.press('n');
  await keys.tabTo(page.getByRole('textbox', { name: 'The story’s text' }), { within: 1 });
  await keys.press('Control+v');
  await expect(page.getByLabel('Headline')).toHaveValue(/^Ferry sinks/);
  await keys.tabTo(page.getByLabel('Headline'));
  await keys.press('Control+a');
  await keys.type('Ferry sinks off Port Elsen');
  await keys.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ferry sinks off Port Elsen');
}

/** A sentence has more notes than fit beside it. */
const MORE = /^Show \d+ (more|claims) of this sentence$/;

test('Tab goes through the page in its order, and the focus is always seen', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const { id } = await editor.api.send('POST', '/api/articles', { text: await ferryStory() });
  const page = await pageOf(editor);
  const story = await new StoryPage(page).open(id);
  const keys = new Keys(page);
  await keys.press('j');
  await keys.press('f');
  await story.expectClaim('Ferry sinks off Tarvo’s Port Elsen; two reporters freed');
  // The address is written once the claim is painted.
  await expect(page).toHaveURL(/#claim=/);

  await page.reload();
  await expect(page.getByText('1 of 1 left')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Suggestions \d+/ })).toBeVisible();
  const seen: string[] = [];
  for (let presses = 0; presses < 90 && seen.at(-1) !== 'Save'; presses += 1) {
    await keys.press('Tab');
    const { name, visible } = await focused(page);
    expect(visible, `the focus is seen on “${name}”`).toBe(true);
    // How many sentences have more than the margin shows is the rules' matter, not the order's.
    if (!MORE.test(name) || !MORE.test(seen.at(-1) ?? '')) seen.push(name);
  }
  expect(seen).toEqual([
    ...[
      'Skip to the page',
      'Claimdesk',
      'Desk',
      'Claims',
      'Review',
      'Sources',
      'Notifications',
      'Keys',
      editor.name,
      'Sign out',
    ],
    ...['Attributions', 'Figures', 'Corrections', 'History', 'Proof', 'Sign-off'],
    ...['Export', 'Edit text r', 'Newer text R', 'Settings'],
    ...[
      'Show claims of kind',
      'Show claims that are',
      'Withdrawn',
      expect.stringMatching(/^Suggestions \d+ h$/),
      'Next suggestion i',
      'Whole words w',
      'List l',
      'Figures t',
      'Undo z',
      'Redo Z',
    ],
    'Marking, sentence by sentence',
    expect.stringMatching(/^Fact: .* unchecked$/),
    expect.stringMatching(MORE),
    ...['Kind', 'Checked by', 'Withdraw x', 'Details', 'About', 'What it says', 'In short', 'Save'],
  ]);

  await page.reload();
  await keys.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused();
  await keys.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('? shows the keys, and single characters can be switched off', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const { id } = await editor.api.send('POST', '/api/articles', { text: await ferryStory() });
  const page = await pageOf(editor);
  const story = await new StoryPage(page).open(id);
  const keys = new Keys(page);
  const help = page.getByRole('dialog', { name: 'Keys' });

  await keys.press('j');
  await expect(story.place).toBeFocused();
  await keys.press('?');
  await expect(help).toBeVisible();
  await expect(page.getByText('Mark as casualty count')).toBeVisible();
  await expect(page.getByText('Show all keys')).toBeVisible();
  const single = page.getByRole('checkbox', { name: 'Single-character keys act' });
  await keys.tabTo(single);
  await keys.press('Space');
  await expect(single).not.toBeChecked();
  await keys.press('Escape');
  await expect(help).toBeHidden();
  await expect(story.place).toBeFocused();

  await test.step('characters do nothing, the others act', async () => {
    for (const key of ['j', 'c', 'a', 's', 'f', 'n', 'v', 'l', '?']) await keys.press(key);
    await expect(page.getByText('No claims yet').first()).toBeVisible();
    await expect(help).toBeHidden();
    await keys.press('ArrowDown', 2);
    await expect(story.news).toContainText('A crowded ferry sank');
    const { items } = Claims.parse(await editor.api.get(`/api/articles/${id}/claims`));
    expect(items).toEqual([]);
  });

  await test.step('they stay off over a reload, until they are switched on', async () => {
    await page.reload();
    await expect(story.place).toBeVisible();
    await keys.press('j');
    await keys.press('c');
    await keys.tabTo(page.getByRole('button', { name: 'Keys' }));
    await keys.press('Enter');
    await keys.tabTo(single);
    await keys.press('Space');
    await keys.press('Escape');
    await expect(page.getByText('No claims yet').first()).toBeVisible();
    await keys.press('j');
    await keys.press('f');
    await expect(page.getByText('1 of 1 left')).toBeVisible();
  });
});
