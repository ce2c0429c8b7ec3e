/** A story that reads right to left does so everywhere it stands. */
import type { Locator } from '@playwright/test';
import { Keys } from './keys.ts';
import { expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { StoryPage } from './story-page.ts';

/** A fire in a market, 12 injured, by a health officer; written for this test. */
const STORY = `حريق في سوق المدينة القديمة

قال مسؤول في الصحة إن ما لا يقل عن 12 شخصا أصيبوا في الحريق. ولم تعرف أسباب الحريق بعد.

وأغلقت الشرطة الشوارع المحيطة بالسوق حتى المساء.
`;

const directionOf = (locator: Locator) => locator.evaluate((element) => getComputedStyle(element).direction);

/** How far one word stands to the right of another, in pixels, at one moment. */
const rightOf = (story: Locator, words: { word: string; of: string }) =>
  story.evaluate((element, { word, of }) => {
    const leftOf = (wanted: string) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.textContent?.indexOf(wanted) ?? -1;
        if (at === -1) continue;
        const range = new Range();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + wanted.length);
        return range.getBoundingClientRect().left;
      }
      throw new Error(`“${wanted}” is not in the story`);
    };
    return leftOf(word) - leftOf(of);
  }, words);

test('an Arabic story is brought in, read and marked right to left', async ({ colleague, pageOf }) => {
  const page = await pageOf(await colleague('editor'));
  await page.goto('/stories/new');
  const text = page.getByRole('textbox', { name: 'The story’s text' });
  await text.fill(STORY);
  await expect(page.getByLabel('Language')).toHaveValue('ar');
  await expect(page.getByText('Arabic, right to left')).toBeVisible();
  expect(await directionOf(text)).toBe('rtl');
  expect(await directionOf(page.getByLabel('Headline'))).toBe('rtl');
  await page.getByRole('button', { name: 'Save the story' }).click();

  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('حريق في سوق المدينة القديمة');
  expect(await directionOf(title.locator('bdi'))).toBe('rtl');
  const story = new StoryPage(page);
  const words = page.locator('cd-story-text .story');
  await expect(words).toHaveAttribute('lang', 'ar');
  expect(await directionOf(words)).toBe('rtl');
  expect(await rightOf(words, { word: 'قال', of: 'مسؤول' })).toBeGreaterThan(0);

  await test.step('arrows follow the eye: left is the next word', async () => {
    const keys = new Keys(page);
    await keys.press('j', 2);
    await expect(story.news).toContainText('قال مسؤول');
    await keys.press('ArrowLeft');
    await expect(story.news).toHaveText('قال');
    await keys.press('ArrowLeft');
    await expect(story.news).toHaveText('مسؤول');
    await keys.press('Shift+ArrowLeft', 2);
    await expect(story.news).toHaveText('مسؤول في الصحة');
    await keys.press('s');
    await story.expectClaim('مسؤول في الصحة');
  });

  await test.step('the mouse marks, and quotes read right to left', async () => {
    await story.mark('Fact', '12 شخصا أصيبوا');
    const quote = story.claim.getByRole('blockquote');
    expect(await directionOf(quote)).toBe('rtl');
  });

  await expectAccessibleInBothThemes(page);
  await page.goto('/claims');
  await page.getByRole('searchbox').fill('شخصا أصيبوا');
  const sentence = page.getByRole('paragraph').filter({ hasText: 'شخصا أصيبوا' }).first();
  await expect(sentence).toBeVisible();
  expect(await directionOf(sentence)).toBe('rtl');
});
