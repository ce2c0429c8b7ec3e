/** What a newer text did to a story's claims: seen, orphans placed where their words stand again, or withdrawn. */
import type { Page } from '@playwright/test';
import { type Colleague, expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { StoryPage } from './story-page.ts';

const GONE = 'Nine children were among the dead, said Ida Strand, who heads the hospital.';
const TEXT = `Ferry sinks off Lindholm

LINDHOLM — At least 41 people died when a ferry sank off Lindholm on Tuesday, the harbour office said.

The ferry had room for 120 passengers.

${GONE}
`;
const NEWER = TEXT.replace('At least 41', 'At least 44').replace(`\n${GONE}\n`, '');

interface Scene {
  readonly editor: Colleague;
  readonly articleId: string;
}

async function scene(editor: Colleague): Promise<Scene> {
  const { api } = editor;
  const { id: articleId } = await api.send('POST', '/api/articles', { text: TEXT });
  const stored = Object((await api.get(`/api/articles/${articleId}/revisions/1`)) ?? {});
  for (const quote of ['At least 41 people', '120 passengers', 'Nine children']) {
    const start = String(stored.text).indexOf(quote);
    const { id } = await api.send('POST', `/api/articles/${articleId}/claims`, {
      ...{ revision: 1, kind: 'casualty_count' },
      span: { start, end: start + quote.length, quote },
    });
    await api.send('PUT', `/api/claims/${id}/verdict`, {
      ...{ version: 1, verdict: 'accurate', reason: 'The office confirmed it.', correction: null },
    });
  }
  return { editor, articleId };
}

const revise = ({ editor, articleId }: Scene, baseRevision: number, text: string) =>
  editor.api.send('POST', `/api/articles/${articleId}/revisions`, { baseRevision, text });

const group = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('says what changed word by word, what is gone and what is as before, and leads to each', async ({
  colleague,
  pageOf,
}) => {
  const story = await scene(await colleague('editor'));
  await revise(story, 1, NEWER);
  const page = await pageOf(story.editor);
  await new StoryPage(page).open(story.articleId);
  await page.getByRole('link', { name: 'Changes in text 2' }).click();
  const again = group(page, 'To be checked again');
  await expect(again).toContainText('Another figure');
  await expect(again.locator('del')).toHaveText('[out: 41]');
  await expect(again.locator('ins')).toHaveText('[in: 44]');
  await expect(again).toContainText('“Accurate” no longer holds and has to be given again.');
  await expect(group(page, 'No longer in the text')).toContainText('Nine children');
  await expect(group(page, 'As before')).toContainText('120 passengers');
  await expect(page.getByText('1 claim changed, 1 gone, 1 as before.')).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await page.setViewportSize({ width: 390, height: 800 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  await expectAccessibleInBothThemes(page);

  await page.setViewportSize({ width: 1280, height: 800 });
  await page.locator('body').click({ position: { x: 5, y: 300 } });
  await page.keyboard.press('j');
  await expect(again.locator('cd-change-card:focus-within')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#claim=/);
  await new StoryPage(page).expectClaim('At least 44 people');
});

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

test('fits a narrow window, also before it is drawn anew for it, and in wide letters', async ({
  colleague,
  pageOf,
}) => {
  const story = await scene(await colleague('editor'));
  await revise(story, 1, NEWER.replace('had room for', 'could carry'));
  const page = await pageOf(story.editor);
  // Nobody hears that the window is another: the page stays as it was drawn for a wide one.
  await page.addInitScript(() => {
    MediaQueryList.prototype.addEventListener = () => {};
  });
  await page.goto(`/stories/${story.articleId}/changes`);
  await expect(page.locator('.both cd-compared-texts')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(page.locator('.both')).toBeVisible();
  expect(await widthOf(page)).toBeLessThanOrEqual(390);

  await page.reload();
  await expect(page.locator('cd-change-card')).toHaveCount(3);
  await expect(page.locator('.both')).toHaveCount(0);
  // WCAG 1.4.12, and letters as wide as they come.
  await page.evaluate(() => {
    const wide = new CSSStyleSheet();
    wide.replaceSync(
      'html { font-size: 120% } * { font-family: monospace !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
    );
    const dress = (root: Document | ShadowRoot) => {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, wide];
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot !== null) dress(shadowRoot);
    };
    dress(document);
  });
  expect(await widthOf(page)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await widthOf(page)).toBeLessThanOrEqual(320);
});

test('an orphan is placed by one key where its words stand again, and its verdict is to be given anew', async ({
  colleague,
  pageOf,
}) => {
  const story = await scene(await colleague('editor'));
  await revise(story, 1, NEWER);
  await revise(story, 2, TEXT);
  const page = await pageOf(story.editor);
  await page.goto(`/stories/${story.articleId}/changes`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ferry sinks off Lindholm');
  await page.getByLabel('From the text before to').selectOption('2');
  const gone = group(page, 'No longer in the text');
  await expect(gone).toContainText('Words gone');
  await expect(gone.getByRole('button', { name: /^Place/ })).toHaveCount(0);
  await page.getByLabel('From the text before to').selectOption('3');
  const back = group(page, 'No longer in the text');
  await expect(back).toContainText('Its sentence stands in the text again');
  await expectAccessibleInBothThemes(page);
  await back.locator('cd-change-card .wording').focus();
  await page.keyboard.press('a');
  await expect(page.getByRole('button', { name: /^Place/ })).toHaveCount(0);
  const { items } = Object(await story.editor.api.get(`/api/articles/${story.articleId}/claims`));
  expect(
    items.map(({ status, span }: { status: string; span: { quote: string } }) => [span.quote, status]),
  ).toContainEqual(['Nine children', 'expired']);
});

test('an orphan is withdrawn by one key', async ({ colleague, pageOf }) => {
  const story = await scene(await colleague('editor'));
  await revise(story, 1, NEWER);
  const page = await pageOf(story.editor);
  await page.goto(`/stories/${story.articleId}/changes`);
  const gone = group(page, 'No longer in the text');
  await gone.locator('cd-change-card .wording').focus();
  await page.keyboard.press('x');
  await expect(gone).toHaveCount(0);
  await expect(page.getByText('1 claim changed, 0 gone, 1 as before.')).toBeVisible();
});

test('a viewer only looks; one text, and a page that cannot be fetched, say so', async ({
  colleague,
  pageOf,
}) => {
  const story = await scene(await colleague('editor'));
  const page = await pageOf(await colleague('viewer'));
  await page.goto(`/stories/${story.articleId}/changes`);
  await expect(page.getByText('This story has one text.')).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await revise(story, 1, NEWER);
  await page.reload();
  const gone = group(page, 'No longer in the text');
  await expect(gone).toContainText('Nine children');
  await expect(gone.getByRole('button')).toHaveCount(0);
  await page.route('**/changes', (route) =>
    route.request().resourceType() === 'document'
      ? route.continue()
      : route.fulfill({ status: 503, json: {} }),
  );
  await page.reload();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.unroute('**/changes');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(gone).toBeVisible();
});

test('reworded claims are confirmed by one key after the other, and the last one is taken back', async ({
  colleague,
  pageOf,
}) => {
  const story = await scene(await colleague('editor'));
  const otherWords = TEXT.replace('when a ferry sank', 'as a ferry went down')
    .replace('had room for', 'could carry')
    .replace('Nine children', 'Ten children');
  await revise(story, 1, otherWords);
  const person = await colleague('editor');
  const page = await pageOf(person);
  await page.goto(`/stories/${story.articleId}/changes`);
  const again = group(page, 'To be checked again');
  const cards = again.locator('cd-change-card');
  const [toll, room, children] = ['At least 41', '120', 'Another figure'].map((words) =>
    cards.filter({ hasText: words }),
  );
  if (toll === undefined || room === undefined || children === undefined) throw new Error('three cards');
  await expect(toll).toContainText('41 people died as a ferry went down off Lindholm on Tuesday');
  await expect(children).toContainText('Another figure');
  // Its own words are as they were: what changed beside them is told word by word.
  await expect(room.locator('.wording')).toHaveText(
    'The ferry [out: had room for ][in: could carry ]120 passengers.',
  );
  await expect(again.getByRole('button', { name: /^Same meaning/ })).toHaveCount(2);
  await expectAccessibleInBothThemes(page);

  await toll.locator('.wording').focus();
  await page.keyboard.press('c');
  await expect(toll).toContainText('Checked again: Accurate');
  await expect(room.locator('.wording')).toBeFocused();
  await page.keyboard.press('c');
  await expect(room).toContainText('Checked again: Accurate');
  // More than the words changed: it is looked up again, and the key does nothing.
  await expect(children.locator('.wording')).toBeFocused();
  await page.keyboard.press('c');
  await expect(children).toContainText('“Accurate” no longer holds');
  await expectAccessibleInBothThemes(page);

  await page.keyboard.press('z');
  await expect(room).toContainText('“Accurate” no longer holds');
  await expect(room.locator('.wording')).toBeFocused();
  await room.getByRole('button', { name: /^Same meaning/ }).click();
  await room.getByRole('button', { name: /^Take the confirmation back/ }).click();
  await room.getByRole('button', { name: /^Same meaning/ }).click();
  await expect(children.locator('.wording')).toBeFocused();
  const { items } = Object(await person.api.get(`/api/articles/${story.articleId}/claims`));
  expect(
    items.map(({ status, verdict }: { status: string; verdict: { by: string } }) => [status, verdict.by]),
  ).toEqual([
    ['checked', person.id],
    ['checked', person.id],
    ['expired', story.editor.id],
  ]);
});

test('the change with which a verdict expired is named where a later one is shown', async ({
  colleague,
  pageOf,
}) => {
  const story = await scene(await colleague('editor'));
  const other = TEXT.replace('had room for', 'could carry');
  await revise(story, 1, other);
  await revise(story, 2, other.replace('could carry', 'took'));
  const page = await pageOf(story.editor);
  await page.goto(`/stories/${story.articleId}/changes`);
  const card = group(page, 'To be checked again').locator('cd-change-card');
  await expect(card).toContainText('The verdict expired with text 2: look at that change as well.');
  await page.getByLabel('From the text before to').selectOption('2');
  await expect(card).toContainText('The sentence now: The ferry took 120 passengers.');
  await expect(card).not.toContainText('look at that change');
});

test('what an earlier text changed is to be checked again under a later one that did not', async ({
  colleague,
  pageOf,
}) => {
  const story = await scene(await colleague('editor'));
  const other = TEXT.replace('At least 41', 'At least 44').replace('had room for', 'could carry');
  await revise(story, 1, other);
  await revise(story, 2, `${other}\nThe sea was calm.\n`);
  const page = await pageOf(story.editor);
  await page.goto(`/stories/${story.articleId}/changes`);
  const again = group(page, 'To be checked again');
  await expect(again.locator('cd-change-card')).toHaveCount(2);
  await expect(again).toContainText('“Accurate” no longer holds and has to be given again.');
  await expect(again).toContainText('The verdict expired with text 2: look at that change as well.');
  await expect(group(page, 'As before').locator('cd-change-card')).toHaveCount(1);
  await expect(
    page.getByText(
      '0 claims changed, 0 gone, 3 as before, 2 of them to be checked again since an earlier text.',
    ),
  ).toBeVisible();

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const ferry = again.locator('cd-change-card', { hasText: '120 passengers' });
  await expect(ferry.locator('.wording')).toBeFocused();
  await page.keyboard.press('c');
  await expect(ferry).toContainText('Take the confirmation back');
  await page.keyboard.press('z');
  await expect(ferry.locator('.wording')).toBeFocused();
  await expect(ferry).toContainText('has to be given again');

  await page.getByLabel('From the text before to').selectOption('2');
  await expect(page.getByText('2 claims changed, 0 gone, 1 as before.')).toBeVisible();
});

test('a change that another sentence made shows that sentence, and so does the claim in its story', async ({
  colleague,
  pageOf,
}) => {
  const story = await scene(await colleague('editor'));
  await revise(story, 1, TEXT.replace('120 passengers.', '120 passengers. That figure is wrong.'));
  const page = await pageOf(story.editor);
  await page.goto(`/stories/${story.articleId}/changes`);
  const card = group(page, 'To be checked again').locator('cd-change-card');
  await expect(card).toContainText('In another sentence: [in: That figure is wrong.]');
  await expectAccessibleInBothThemes(page);
  await card.locator('a').first().click();
  await expect(page.locator('cd-words-changed')).toContainText(
    'In another sentence: [in: That figure is wrong.]',
  );
});

test('what others do shows where it stands, and a verdict that just changed is not confirmed unseen', async ({
  colleague,
  pageOf,
}) => {
  const story = await scene(await colleague('editor'));
  const other = await colleague('editor');
  await revise(story, 1, TEXT.replace('when a ferry sank', 'as a ferry went down'));
  const page = await pageOf(await colleague('editor'));
  await page.goto(`/stories/${story.articleId}/changes`);
  const again = group(page, 'To be checked again');
  const card = again.locator('cd-change-card').filter({ hasText: 'people' });
  const line = page.locator('cd-changes-line');
  const claimOf = async (quote: string): Promise<{ id: string; version: number }> => {
    const { items } = Object(await other.api.get(`/api/articles/${story.articleId}/claims`));
    return items.find(({ span }: { span: { quote: string } }) => span.quote.includes(quote));
  };
  const giveVerdict = async (quote: string) => {
    const { id, version } = await claimOf(quote);
    const verdict = { version, verdict: 'accurate', reason: 'Seen again.', correction: null };
    await other.api.send('PUT', `/api/claims/${id}/verdict`, verdict);
  };
  await card.locator('.wording').focus();
  await giveVerdict('people');
  await expect(line).toContainText('1 change – show it');
  await expect(card).toContainText('no longer holds');
  await page.keyboard.press('c');
  await expect(card.getByRole('alert')).toContainText(
    `${other.name} changed this a moment ago. Look at it, then decide again.`,
  );
  await expect(card).not.toContainText('no longer holds');
  await expect(card).toContainText('Checked again');
  await expect(line.getByRole('status')).toBeEmpty();
  expect(await claimOf('people')).toMatchObject({ status: 'checked', verdict: { by: other.id } });
  // A newer text is told of, and shown once it is asked for.
  await revise(
    { editor: other, articleId: story.articleId },
    2,
    TEXT.replace('when a ferry sank', 'as a ferry foundered'),
  );
  await expect(line).toContainText(/\d+ changes? – show/);
  await expect(page.getByLabel('From the text before to')).toHaveValue('2');
  await line.getByRole('button').click();
  await expect(page.getByLabel('From the text before to')).toHaveValue('3');
  await expect(again).toContainText('foundered');
});
