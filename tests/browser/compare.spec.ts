/** Two texts of a story beside each other: what differs in words, and what became of the claims. */
import type { Page } from '@playwright/test';
import { type Colleague, expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { StoryPage } from './story-page.ts';

const P = {
  headline: 'Ferry sinks off Lindholm',
  toll: 'LINDHOLM — At least 41 people died when a ferry sank off Lindholm on Tuesday, the harbour office said.',
  room: 'The ferry had room for 120 passengers when it left the mainland that morning.',
  gone: 'Nine children were among the dead, said Ida Strand, who heads the hospital.',
  divers: 'Divers went on searching the hull until the evening tide made it too risky.',
  last: 'The owners have not yet said why it sailed into the storm.',
};
const OLD = [P.headline, P.toll, P.room, P.gone, P.divers, P.last].join('\n\n');
const NEW = [
  P.headline,
  P.toll.replace('At least 41', 'At least 44'),
  P.divers,
  'The minister is to visit the island on Thursday.',
  P.room,
  P.last,
].join('\n\n');

interface Scene {
  readonly editor: Colleague;
  readonly articleId: string;
  readonly claims: Readonly<Record<string, string>>;
}

async function scene(editor: Colleague, texts = [OLD, NEW]): Promise<Scene> {
  const { api } = editor;
  const [first = '', ...later] = texts;
  const { id: articleId } = await api.send('POST', '/api/articles', { text: first });
  const stored = Object((await api.get(`/api/articles/${articleId}/revisions/1`)) ?? {});
  const claims: Record<string, string> = {};
  for (const quote of ['At least 41 people', '120 passengers', 'Nine children']) {
    const start = String(stored.text).indexOf(quote);
    const { id } = await api.send('POST', `/api/articles/${articleId}/claims`, {
      ...{ revision: 1, kind: 'casualty_count' },
      span: { start, end: start + quote.length, quote },
    });
    claims[quote] = id;
    await api.send('PUT', `/api/claims/${id}/verdict`, {
      ...{ version: 1, verdict: 'accurate', reason: 'The office confirmed it.', correction: null },
    });
  }
  for (const [index, text] of later.entries())
    await api.send('POST', `/api/articles/${articleId}/revisions`, { baseRevision: index + 1, text });
  return { editor, articleId, claims };
}

const current = (page: Page) => page.locator('cd-compared-texts .row[aria-current="true"]');
const card = (page: Page, id: string | undefined) => page.locator(`cd-change-card[data-claim="${id}"]`);

/** The words under the marks of one line style, as they are painted, in the order of the page. */
const painted = (page: Page, name: string) =>
  page.evaluate((wanted) => {
    const ranges = [...(CSS.highlights.get(wanted) ?? [])];
    return ranges.map((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString();
    });
  }, name);

const widest = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

test('steps through what differs by key, says each change, and marks the claims in both texts', async ({
  colleague,
  pageOf,
}) => {
  const story = await scene(await colleague('editor'));
  const page = await pageOf(story.editor);
  await page.goto(`/stories/${story.articleId}/changes`);
  await expect(page.getByText('5 changes')).toBeVisible();
  await expect
    .poll(() => painted(page, 'cd-casualty-count-broken'))
    .toEqual(['At least [out: 41] people', 'At least [in: 44] people']);
  await expect
    .poll(() => painted(page, 'cd-casualty-count-verdict'))
    .toEqual(['120 passengers', '120 passengers']);
  await expect.poll(() => painted(page, 'cd-casualty-count-gone')).toEqual(['Nine children']);

  const news = new StoryPage(page).news;
  await page.keyboard.press('n');
  await expect(current(page)).toBeFocused();
  await expect(news).toHaveText(
    'Change 1 of 5. Changed. “At least 41 people” now “At least 44 people”: Another figure. It lost its verdict.',
  );
  await expect(current(page).locator('del')).toHaveText('[out: 41]');
  await expect(current(page).locator('ins')).toHaveText('[in: 44]');
  await expect.poll(() => painted(page, 'cd-casualty-count-chosen')).toHaveLength(2);
  await expect(card(page, story.claims['At least 41 people'])).toHaveAttribute('aria-current', 'true');
  await expectAccessibleInBothThemes(page);

  await page.keyboard.press('n');
  await expect(news).toHaveText(`Change 2 of 5. Moved from here. “${P.room}”`);
  await page.keyboard.press('n');
  await expect(news).toContainText('Change 3 of 5. Left out. “Nine children”: Its words are gone.');
  await page.keyboard.press('n');
  await expect(news).toHaveText('Change 4 of 5. New. “The minister is to visit the island on Thursday.”');
  await page.keyboard.press('n');
  await expect(news).toHaveText(`Change 5 of 5. Moved here. “${P.room}”`);
  await page.keyboard.press('n');
  await expect(news).toHaveText('No change further on.');
  await page.keyboard.press('p');
  await expect(news).toContainText('Change 4 of 5.');
  await expect(page.getByText('4 of 5', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: /Change before/ }).click();
  await expect(news).toContainText('Change 3 of 5.');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`#claim=${story.claims['Nine children']}`));
});

test('one column or two, as the person chose last; in one each mark is painted once', async ({
  colleague,
  pageOf,
}) => {
  const story = await scene(await colleague('editor'));
  const page = await pageOf(story.editor);
  await page.goto(`/stories/${story.articleId}/changes`);
  const texts = page.locator('cd-compared-texts');
  await expect(texts).toHaveAttribute('mode', 'side');
  await page.keyboard.press('v');
  await expect(texts).toHaveAttribute('mode', 'inline');
  await expect(page.getByRole('button', { name: 'One column' })).toHaveAttribute('aria-pressed', 'true');
  await expect
    .poll(() => painted(page, 'cd-casualty-count-broken'))
    .toEqual(['At least [out: 41][in: 44] people']);
  await expectAccessibleInBothThemes(page);
  await page.reload();
  await expect(texts).toHaveAttribute('mode', 'inline');
  await page.getByRole('button', { name: 'Side by side' }).click();
  await expect(texts).toHaveAttribute('mode', 'side');
});

test('list and texts lead to each other, beside each other or one at a time', async ({
  colleague,
  pageOf,
}) => {
  const story = await scene(await colleague('editor'));
  const page = await pageOf(story.editor);
  await page.goto(`/stories/${story.articleId}/changes`);
  await expect(page.locator('cd-compared-texts .row')).toHaveCount(8);
  await page.keyboard.press('j');
  await expect(current(page)).toContainText('At least');
  await current(page).click();
  // Within the first words of the line.
  await page.locator('cd-compared-texts .row.removed .cell.older').click({ position: { x: 30, y: 14 } });
  await expect(card(page, story.claims['Nine children'])).toHaveAttribute('aria-current', 'true');

  await page.setViewportSize({ width: 390, height: 800 });
  await expect(page.locator('cd-compared-texts')).toHaveCount(0);
  await card(page, story.claims['120 passengers'])
    .getByRole('button', { name: /In both texts/ })
    .click();
  await expect(page.locator('cd-compared-texts')).toHaveAttribute('mode', 'inline');
  await expect(current(page)).toBeFocused();
  await expect(current(page)).toContainText('120 passengers');
  await expect(page.getByRole('button', { name: 'Side by side' })).toHaveCount(0);
  await expectAccessibleInBothThemes(page);
  await page.keyboard.press('l');
  await expect(card(page, story.claims['120 passengers'])).toBeVisible();
  await page.keyboard.press('l');
  await page.keyboard.press('p');
  await expect(current(page)).toBeFocused();
  for (const width of [390, 600, 834, 1056, 1312, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await widest(page), `${width} wide`).toBeLessThanOrEqual(width);
  }
});

test('a story written from right to left reads so in both columns', async ({ colleague, pageOf }) => {
  const arabic = (figure: number) =>
    `حريق في سوق المدينة القديمة\n\nقال مسؤول في الصحة إن ما لا يقل عن ${figure} شخصا أصيبوا في الحريق.`;
  const editor = await colleague('editor');
  const { id } = await editor.api.send('POST', '/api/articles', { text: arabic(12) });
  await editor.api.send('POST', `/api/articles/${id}/revisions`, { baseRevision: 1, text: arabic(14) });
  const page = await pageOf(editor);
  await page.goto(`/stories/${id}/changes`);
  const cells = page.locator('cd-compared-texts .row.changed .cell');
  await expect(cells).toHaveCount(2);
  for (const cell of await cells.all()) await expect(cell).toHaveCSS('direction', 'rtl');
  await expect(cells.first()).toHaveAttribute('lang', 'ar');
  await expect(cells.first().locator('del')).toHaveText('[out: 12]');
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await widest(page)).toBeLessThanOrEqual(390);
});

test('a text that cannot be fetched leaves the list to work with, and is fetched when asked again', async ({
  colleague,
  pageOf,
}) => {
  const story = await scene(await colleague('editor'));
  const page = await pageOf(story.editor);
  await page.route('**/revisions/1', (route) => route.fulfill({ status: 503, json: {} }));
  await page.goto(`/stories/${story.articleId}/changes`);
  await expect(card(page, story.claims['Nine children'])).toBeVisible();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.unroute('**/revisions/1');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('cd-compared-texts .row')).toHaveCount(8);
});

test('the address of a claim leads to the text that changed it, and to its card', async ({
  colleague,
  pageOf,
}) => {
  const later = `${NEW}\n\nThe sea is calm again.`;
  const story = await scene(await colleague('editor'), [OLD, NEW, later]);
  const page = await pageOf(story.editor);
  for (const quote of ['At least 41 people', 'Nine children']) {
    await page.goto('/');
    await page.goto(`/stories/${story.articleId}/changes#claim=${story.claims[quote]}`);
    await expect(page.getByLabel('From the text before to')).toHaveValue('2');
    await expect(card(page, story.claims[quote]).locator('.wording')).toBeFocused();
    await expect(current(page)).toHaveCount(1);
  }
});

test('the address of a claim that no text changed leads to where it stands', async ({
  colleague,
  pageOf,
}) => {
  const story = await scene(await colleague('editor'));
  const { api } = story.editor;
  const quote = 'The minister';
  const start = NEW.indexOf(quote);
  const { id: fresh } = await api.send('POST', `/api/articles/${story.articleId}/claims`, {
    ...{ revision: 2, kind: 'fact' },
    span: { start, end: start + quote.length, quote },
  });
  const page = await pageOf(story.editor);
  const kept = story.claims['120 passengers'];
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/');
    await page.goto(`/stories/${story.articleId}/changes#claim=${kept}`);
    await expect(card(page, kept).locator('.wording')).toBeFocused();
    await expect(card(page, kept)).toBeInViewport();

    await page.goto('/');
    await page.goto(`/stories/${story.articleId}/changes#claim=${fresh}`);
    await expect(current(page)).toContainText(quote);
    await expect(current(page)).toBeInViewport();
    await expect(current(page)).toBeFocused();
    await expect(page.getByRole('group', { name: 'Comparison' })).toContainText(
      `“${quote}” was marked on this text: no text has changed it.`,
    );
    await expect.poll(() => painted(page, 'cd-fact-chosen')).toEqual([quote]);
    await expectAccessibleInBothThemes(page);
  }
  await page.keyboard.press('n');
  await expect(current(page)).not.toContainText(quote);
});
