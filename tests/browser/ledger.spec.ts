/** The ledger of figures: what does not add up is seen, put right, and gone. */
import type { Page } from '@playwright/test';
import { type Colleague, expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { StoryPage } from './story-page.ts';

const TEXT = `Storm kills 44 on the coast

By Mara Lind

HALVEN — The storm killed 41 people in Halven on Monday, the harbour office said. Among the dead were 52 fishermen.

It was the worst storm in years. Nobody knows how many boats were at sea, and the harbour office would not guess.

At least 9 people were hurt, the hospital said.
`;

const exactly = (value: number, more: object = {}) => ({
  outcome: 'killed',
  low: value,
  best: value,
  high: value,
  modifier: 'exact',
  ...more,
});

interface Scene {
  editor: Colleague;
  articleId: string;
  partId: string;
}

async function mark(
  { api }: Colleague,
  articleId: string,
  text: string,
  quote: string,
  details: object,
): Promise<string> {
  const start = text.indexOf(quote);
  const span = { start, end: start + quote.length, quote };
  const body = { revision: 1, kind: 'casualty_count', span, details };
  return (await api.send('POST', `/api/articles/${articleId}/claims`, body)).id;
}

async function textOf({ api }: Colleague, articleId: string): Promise<string> {
  const revision: unknown = await api.get(`/api/articles/${articleId}/revisions/1`);
  return String(Reflect.get(Object(revision), 'text'));
}

/** A headline that is beside its story, and a part that is larger than its whole. */
async function sceneOf(colleague: (role: 'editor') => Promise<Colleague>): Promise<Scene> {
  const editor = await colleague('editor');
  const { id: articleId } = await editor.api.send('POST', '/api/articles', { text: TEXT });
  const text = await textOf(editor, articleId);
  await mark(editor, articleId, text, '44', exactly(44));
  const whole = await mark(
    editor,
    articleId,
    text,
    '41 people',
    exactly(41, { victims: { category: 'unspecified', label: 'people' } }),
  );
  const partId = await mark(
    editor,
    articleId,
    text,
    '52 fishermen',
    exactly(52, { partOf: whole, victims: { category: 'unspecified', label: 'fishermen' } }),
  );
  await mark(editor, articleId, text, 'At least 9 people', {
    outcome: 'injured',
    low: 9,
    modifier: 'at_least',
  });
  return { editor, articleId, partId };
}

const findings = (page: Page) => page.locator('cd-ledger-finding');
const table = (page: Page) => page.getByRole('region', { name: 'All figures' }).getByRole('table');

test('what does not add up is seen, put right in the story, and gone', async ({ colleague, pageOf }) => {
  const { editor, articleId } = await sceneOf(colleague);
  const page = await pageOf(editor);
  const story = await new StoryPage(page).open(articleId);
  const button = page.getByRole('button', { name: /^Figures/ });
  // Asked for once there is a moment.
  await expect(button).toHaveAccessibleName(/2 problems/, { timeout: 30_000 });

  await test.step('a key opens it, problems first with their places side by side', async () => {
    await page.keyboard.press('t');
    await expect(page.getByRole('heading', { name: 'Figures', level: 2 })).toBeFocused();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect(findings(page)).toHaveCount(2);
    await expect(findings(page).nth(0)).toContainText('The headline says 44 killed, the story 41 people.');
    await expect(findings(page).nth(0).getByRole('link')).toHaveText([/^Headline/, /^Sentence/]);
    await expect(findings(page).nth(1)).toContainText(
      'A part is larger than its whole: 52 fishermen, given as part of 41 people.',
    );
    await expectAccessibleInBothThemes(page);
  });

  await test.step('the table has every figure by outcome, parts under their whole', async () => {
    await expect(table(page).getByRole('rowheader')).toHaveText([
      'Killed',
      '44',
      '41',
      /52, part of 41 people/,
      'Injured',
      '≥ 9',
    ]);
  });

  await test.step('a figure leads to its sentence, with the claim chosen', async () => {
    await findings(page)
      .nth(1)
      .getByRole('link', { name: /52 fishermen/ })
      .click();
    await story.expectClaim('52 fishermen');
    await expect(story.place).toBeFocused();
    await expect(findings(page)).toHaveCount(0);
  });

  await test.step('put right, it is gone; the other stays', async () => {
    for (const label of ['Low', 'Best', 'High']) await story.field(label).fill('32');
    await story.save();
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await expect(findings(page)).toHaveCount(1);
    await expect(table(page).getByRole('link', { name: /^32/ })).toBeFocused();
  });

  await test.step('a colleague puts the headline right, and all adds up', async () => {
    await findings(page)
      .first()
      .getByRole('link', { name: /Headline/ })
      .click();
    await story.expectClaim('44');
    for (const label of ['Low', 'Best', 'High']) await story.field(label).fill('41');
    await story.save();
    await button.click();
    await expect(page.getByText('4 figures, and nothing that does not add up')).toBeVisible();
    await expect(findings(page)).toHaveCount(0);
    await expect(button).not.toHaveAccessibleName(/problem/);
    await page.keyboard.press('Escape');
    await expect(story.place).toBeFocused();
  });
});

test('it fits a telephone and paper, and says what to do where there is nothing', async ({
  colleague,
  pageOf,
}) => {
  const { editor, articleId } = await sceneOf(colleague);
  const page = await pageOf(editor);
  await new StoryPage(page).open(articleId);
  await page.getByRole('button', { name: /^Figures/ }).click();
  for (const width of [390, 1920]) {
    await page.setViewportSize({ width, height: 844 });
    await expect(findings(page)).toHaveCount(2);
    await expectAccessibleInBothThemes(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await page.goto(`/stories/${articleId}/figures`);
  await expect(findings(page)).toHaveCount(2);
  await expectAccessibleInBothThemes(page);
  await findings(page).first().getByRole('link').first().click();
  await new StoryPage(page).expectClaim('44');

  const { id } = await editor.api.send('POST', '/api/articles', { text: TEXT });
  await new StoryPage(page).open(id);
  await page.keyboard.press('t');
  await expect(page.getByText('No casualty count is marked in this story.')).toBeVisible();
  await expectAccessibleInBothThemes(page);
});

test('one that cannot be fetched can be asked for again', async ({ colleague, pageOf }) => {
  const { editor, articleId } = await sceneOf(colleague);
  const page = await pageOf(editor);
  await page.route('**/figures', (route) => route.fulfill({ status: 503, json: {} }));
  await new StoryPage(page).open(articleId);
  await page.keyboard.press('t');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(findings(page)).toHaveCount(2);
});

test('a story written from right to left, and a thousand figures', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const line = 'قتل 12 شخصا في الميناء.';
  const text = Array.from({ length: 250 }, (_, at) => line.replace('12', String(at + 12))).join('\n\n');
  const { id } = await editor.api.send('POST', '/api/articles', { text, title: 'عاصفة', language: 'ar' });
  const stored = await textOf(editor, id);
  for (let from = 0; from < 250; from += 25)
    await Promise.all(
      Array.from({ length: 25 }, (_, at) =>
        mark(editor, id, stored, `${from + at + 12} شخصا`, exactly(from + at + 12)),
      ),
    );
  const page = await pageOf(editor);
  await new StoryPage(page).open(id);
  await page.keyboard.press('t');
  await expect(table(page).getByRole('row')).toHaveCount(202);
  await page.getByRole('button', { name: 'Show more: 50 left' }).click();
  await expect(table(page).getByRole('row')).toHaveCount(252);
  await expectAccessibleInBothThemes(page);
  await table(page).getByRole('link', { name: '261' }).click();
  await new StoryPage(page).expectClaim('261 شخصا');
});
