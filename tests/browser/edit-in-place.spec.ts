/** A newer text of a story, written on its page or arrived whole: nothing typed is lost, nothing is overwritten. */
import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';
import { Keys } from './keys.ts';
import { type Colleague, expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { checkedStory, settledStory } from './scene.ts';
import { StoryPage } from './story-page.ts';

const Stored = z.looseObject({
  revision: z.looseObject({
    number: z.number(),
    text: z.string(),
    blocks: z.array(z.object({ role: z.string(), start: z.number(), end: z.number() })),
  }),
  status: z.string(),
});
const storyOf = async ({ api }: Colleague, id: string) => Stored.parse(await api.get(`/api/articles/${id}`));

const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'Text of the story' });
const bar = (page: Page): Locator => page.getByRole('group', { name: 'Editing the text' });
const save = (page: Page): Locator => bar(page).getByRole('button', { name: 'Save newer text' });

/** Put the caret right behind words, as a click there would, once they stand still. */
async function caretAfter(page: Page, words: string): Promise<void> {
  const block = editor(page).locator('p', { hasText: words }).first();
  await block.scrollIntoViewIfNeeded();
  const box = await block.evaluate(async (element, wanted) => {
    const measure = () => {
      const node = element.firstChild;
      if (!(node instanceof Text)) throw new Error('a block without words');
      const end = node.data.indexOf(wanted) + wanted.length;
      const range = new Range();
      range.setStart(node, end - 1);
      range.setEnd(node, end);
      const { right, top, height } = range.getBoundingClientRect();
      return { x: right - 1, y: top + height / 2 };
    };
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await document.fonts.ready;
    for (let before = { x: -1, y: -1 }; ; ) {
      const now = measure();
      if (now.x === before.x && now.y === before.y) return now;
      before = now;
      await frame();
      await frame();
    }
  }, words);
  await page.mouse.click(box.x, box.y);
}

/** The words under all marks, as they are painted. */
const painted = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...CSS.highlights]
      .filter(([name]) => /^cd-(?!place|selection)/.test(name) && !name.endsWith('-suggested'))
      .flatMap(([, highlight]) => [...highlight])
      .map(({ startContainer, startOffset, endOffset }) =>
        startContainer instanceof Text ? startContainer.data.slice(startOffset, endOffset) : '?',
      ),
  );

async function openEditor(page: Page, id: string): Promise<void> {
  await new StoryPage(page).open(id);
  await page.getByRole('button', { name: /^Edit text/ }).click();
  await expect(editor(page)).toBeFocused();
}

test('by mouse: words change under their marks, and the claims are told what became of them', async ({
  colleague,
  pageOf,
}) => {
  const me = await colleague('editor');
  const { articleId } = await checkedStory(me);
  const page = await pageOf(me);
  await openEditor(page, articleId);
  await expect(bar(page)).toContainText('Nothing changed yet');
  await expect.poll(() => painted(page)).toContain('at least 41 people');

  await caretAfter(page, 'at least 41');
  for (const _ of '41') await page.keyboard.press('Backspace');
  await page.keyboard.type('43');
  await expect(bar(page)).toContainText('1 block changed');
  await expect.poll(() => painted(page)).toContain('at least 43 people');
  await bar(page).getByRole('button', { name: 'Undo' }).click();
  await bar(page).getByRole('button', { name: 'Undo' }).click();
  await expect(bar(page)).toContainText('Nothing changed yet');
  await expect.poll(() => painted(page)).toContain('at least 41 people');
  await bar(page).getByRole('button', { name: 'Redo' }).click();
  await bar(page).getByRole('button', { name: 'Redo' }).click();
  await expect(editor(page)).toContainText('at least 43 people');
  await bar(page).getByLabel('Note').fill('New toll');
  await save(page).click();

  // Of two counts in one sentence one changed: what the sentence says of the other has to be read again as well.
  await expect(
    page.getByText('Text 2 is stored. 4 claims kept, 2 to check again, 0 whose words are gone.').first(),
  ).toBeVisible();
  await expect(editor(page)).toBeHidden();
  const { revision } = await storyOf(me, articleId);
  expect(revision.number).toBe(2);
  expect(revision.text).toContain('at least 43 people');
  await expect.poll(() => painted(page)).toContain('at least 43 people');
  await expect(page.getByRole('link', { name: 'What changed' })).toBeVisible();
});

test('by keys alone: begun, split, joined, pasted as plain text, saved', async ({ colleague, pageOf }) => {
  const me = await colleague('editor');
  const { articleId } = await checkedStory(me);
  const before = (await storyOf(me, articleId)).revision;
  const page = await pageOf(me);
  const keys = new Keys(page);
  await new StoryPage(page).open(articleId);
  await keys.press('?');
  await expect(page.getByText('Edit the text', { exact: true })).toBeVisible();
  await keys.press('Escape');
  await keys.press('r');
  await expect(editor(page)).toBeFocused();
  await keys.press('Control+End');
  await keys.press('Enter');
  await keys.type('By keys.');
  await expect(bar(page)).toContainText('1 block added');
  // A new block joined to the one before is no block any more.
  await keys.press('Home');
  await keys.press('Backspace');
  await expect(bar(page)).toContainText('1 block changed');
  await keys.press('Control+z');
  await expect(bar(page)).toContainText('1 block added');
  await editor(page).evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', '<b>bold</b>');
    clipboardData.setData('text/plain', 'plain\r\n\r\ncafe\u0301');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(bar(page)).toContainText('2 blocks added');
  await keys.press('Control+Enter');
  await expect(page.getByText('Text 2 is stored.').first()).toBeVisible();

  const { revision } = await storyOf(me, articleId);
  const texts = revision.blocks.map(({ role, start, end }) => [role, revision.text.slice(start, end)]);
  const was = before.blocks.map(({ role, start, end }) => [role, before.text.slice(start, end)]);
  expect(texts).toHaveLength(was.length + 2);
  // All other blocks are as they were, in their roles.
  expect(texts.slice(0, was.length)).toEqual(was);
  expect(texts.slice(was.length)).toEqual([
    ['paragraph', 'By keys.plain'],
    ['paragraph', 'caf\u00e9'],
  ]);
  await keys.press('j');
  await expect(new StoryPage(page).place).toBeFocused();
});

test('what is not saved outlives a reload, and is thrown away only when asked', async ({
  colleague,
  pageOf,
}) => {
  const me = await colleague('editor');
  const { articleId } = await checkedStory(me);
  const page = await pageOf(me);
  await openEditor(page, articleId);
  await caretAfter(page, 'at least 41');
  await page.keyboard.type(' or 42');
  await bar(page).getByLabel('Note').fill('Two counts');
  const asked = page.waitForEvent('dialog');
  const reloaded = page.reload();
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.accept();
  await reloaded;
  await expect(editor(page)).toContainText('at least 41 or 42 people');
  await expect(bar(page)).toContainText('1 block changed');
  await expect(bar(page).getByLabel('Note')).toHaveValue('Two counts');
  await bar(page).getByRole('button', { name: 'Discard' }).click();
  await bar(page).getByRole('button', { name: 'Go on writing' }).click();
  await expect(editor(page)).toContainText('at least 41 or 42 people');
  await bar(page).getByRole('button', { name: 'Discard' }).click();
  await bar(page).getByRole('button', { name: 'Throw away' }).click();
  await expect(editor(page)).toBeHidden();
  await page.reload();
  await expect(new StoryPage(page).place).toBeVisible();
  await expect(editor(page)).toBeHidden();
  expect((await storyOf(me, articleId)).revision.number).toBe(1);
});

test('two from the same text: the second puts both together, by keys, and nothing is overwritten', async ({
  colleague,
  pageOf,
}) => {
  const me = await colleague('editor');
  const other = await colleague('editor');
  const { articleId } = await checkedStory(me);
  const page = await pageOf(me);
  await openEditor(page, articleId);
  await caretAfter(page, 'at least 41');
  await page.keyboard.type(' or 42');

  const { text } = (await storyOf(me, articleId)).revision;
  const theirs = `${text.replace('at least 41 people', 'at least 45 people')}\n\nThe harbour stays closed.`;
  await other.api.send('POST', `/api/articles/${articleId}/revisions`, { text: theirs, baseRevision: 1 });

  await page.keyboard.press('Control+Enter');
  const both = page.getByRole('region', { name: 'Two texts to put together' });
  await expect(both).toContainText('Text 2 came in between');
  await expect(both).toContainText('1 place changed in both: choose.');
  await expectAccessibleInBothThemes(page);
  const keys = new Keys(page);
  await keys.tabTo(both.getByRole('radio', { name: /^Theirs/ }));
  await keys.press('ArrowDown');
  await expect(both.getByRole('radio', { name: /^Yours/ })).toBeChecked();
  // Over a reload nothing of it is lost.
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(both).toContainText('1 place changed in both: choose.');
  await keys.tabTo(both.getByRole('radio', { name: /^Theirs/ }));
  await keys.press('ArrowDown');
  await keys.tabTo(both.getByRole('button', { name: 'Put together' }));
  await keys.press('Enter');
  await expect(editor(page)).toBeFocused();
  await expect(editor(page)).toContainText('at least 41 or 42 people');
  await expect(editor(page)).toContainText('The harbour stays closed.');
  await keys.press('Control+Enter');
  await expect(page.getByText('Text 3 is stored.').first()).toBeVisible();
  const { revision } = await storyOf(me, articleId);
  expect(revision.text).toContain('at least 41 or 42 people');
  expect(revision.text).toContain('The harbour stays closed.');
});

test('a text that arrives under a sign-off says that it voids it, and does', async ({
  colleague,
  pageOf,
}) => {
  const me = await colleague('editor');
  const reviewer = await colleague('reviewer');
  const { articleId, claims } = await settledStory(me, reviewer);
  const SignedOff = z.looseObject({
    head: z.number(),
    revision: z.number(),
    sha256: z.string(),
    openSuggestions: z.array(z.string()),
  });
  const { openSuggestions, head, revision, sha256 } = SignedOff.parse(
    await reviewer.api.get(`/api/articles/${articleId}/sign-off`),
  );
  await reviewer.api.send('PUT', `/api/articles/${articleId}/sign-off`, {
    ...{ head, revision, sha256 },
    acknowledge: [claims['the Tarvo Coast Guard'], claims['6 a.m.']],
    acknowledgeSuggestions: openSuggestions,
  });
  const page = await pageOf(me);
  await new StoryPage(page).open(articleId);
  await expect(page.getByRole('button', { name: /^Edit text/ })).toBeHidden();
  await page.keyboard.press('Shift+R');
  const dialog = page.locator('cd-arrived-form');
  await expect(dialog).toContainText('voids the sign-off');
  const { text } = (await storyOf(me, articleId)).revision;
  await dialog.getByLabel('The story’s text').fill(`${text}\n\nThe harbour stays closed.`);
  await expect(dialog.getByText(/\d+ blocks, \d+ sentences/)).toBeVisible();
  await expectAccessibleInBothThemes(page);
  // Without a name it did not arrive, and what was written here is refused until the story is reopened.
  await dialog.getByRole('button', { name: 'Store it and void the sign-off' }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible();
  expect((await storyOf(me, articleId)).status).toBe('signed_off');
  await dialog.getByLabel('Arrived as').fill('AFP lead 2');
  await dialog.getByRole('button', { name: 'Store it and void the sign-off' }).click();
  await expect(
    page.getByText('Text 2 is stored. 4 claims kept, 0 to check again, 0 whose words are gone.').first(),
  ).toBeVisible();
  const now = await storyOf(me, articleId);
  expect([now.revision.number, now.status]).toEqual([2, 'checking']);
});

test('another’s text is told to an open page and loaded when asked; what a form holds stays', async ({
  colleague,
  pageOf,
}) => {
  const me = await colleague('editor');
  const other = await colleague('editor');
  const { articleId } = await checkedStory(me);
  const page = await pageOf(me);
  const story = await new StoryPage(page).open(articleId);
  await story.press('23 bodies');
  await story.showTab('Talk');
  await story.field('Comment').fill('Half a thought');
  const { text } = (await storyOf(me, articleId)).revision;
  await other.api.send('POST', `/api/articles/${articleId}/revisions`, {
    text: `${text}\n\nThe harbour stays closed.`,
    baseRevision: 1,
  });
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page.getByText('Text 2 of this story has arrived.', { exact: false }).first()).toBeVisible();
  await expect(page.locator('cd-story-text')).not.toContainText('The harbour stays closed.');
  await page.getByRole('button', { name: 'Load it' }).click();
  await expect(page.locator('cd-story-text')).toContainText('The harbour stays closed.');
  await story.press('23 bodies');
  await story.showTab('Talk');
  await expect(story.field('Comment')).toHaveValue('Half a thought');
});

test('whoever only reads has no way to another text', async ({ colleague, pageOf }) => {
  const me = await colleague('editor');
  const viewer = await colleague('viewer');
  const { articleId } = await checkedStory(me);
  const page = await pageOf(viewer);
  await new StoryPage(page).open(articleId);
  await expect(page.getByRole('button', { name: /^(Edit text|Newer text)/ })).toHaveCount(0);
  await page.keyboard.press('r');
  await expect(page.getByText('You may read this story but not change its text.').first()).toBeVisible();
  await expect(editor(page)).toBeHidden();
});

for (const width of [1440, 390])
  test(`while writing: no violations, nothing beside the screen, at ${width} px`, async ({
    colleague,
    pageOf,
  }) => {
    const me = await colleague('editor');
    const { articleId } = await checkedStory(me);
    const page = await pageOf(me);
    await page.setViewportSize({ width, height: 844 });
    await openEditor(page, articleId);
    await caretAfter(page, 'at least 41');
    await page.keyboard.type('2');
    await expectAccessibleInBothThemes(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
