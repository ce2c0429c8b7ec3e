/** Corrections of a story: seen, chosen, tried out, stored as a newer text, taken to the desk. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type Colleague, expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { StoryPage } from './story-page.ts';

const TEXT = `Ferry sinks off Lindholm, 41 dead

By Ada Moor

LINDHOLM — At least 41 people died when a ferry sank off Lindholm on Tuesday, the harbour office said.

The ferry had room for 120 passengers. Nobody knows how many were aboard.

Nine children were among the dead, said Ida Strand, who heads the hospital.
`;

async function wrong(
  { api }: Colleague,
  articleId: string,
  quote: string,
  correction: string,
): Promise<string> {
  const { text } = Object((await api.get(`/api/articles/${articleId}/revisions/1`)) ?? {});
  const start = String(text).indexOf(quote);
  const span = { start, end: start + quote.length, quote };
  const mark = { revision: 1, kind: 'fact', span, details: { about: 'quantity', value: null } };
  const { id } = await api.send('POST', `/api/articles/${articleId}/claims`, mark);
  await api.send('POST', `/api/claims/${id}/citations`, {
    stance: 'contradicts',
    locator: 'p. 2',
    evidence: { kind: 'document', title: 'Ship register', publisher: 'Harbour office' },
  });
  const verdict = { version: 2, verdict: 'inaccurate', reason: 'The register says otherwise.', correction };
  await api.send('PUT', `/api/claims/${id}/verdict`, verdict);
  return id;
}

interface Scene {
  readonly editor: Colleague;
  readonly articleId: string;
  readonly claims: Readonly<Record<'room' | 'children' | 'lead', string>>;
}

async function scene(editor: Colleague, reviewer: Colleague): Promise<Scene> {
  const { id: articleId } = await editor.api.send('POST', '/api/articles', { text: TEXT });
  const lead = await wrong(editor, articleId, 'At least 41 people', 'At least 43 people');
  const room = await wrong(editor, articleId, '120 passengers', '112 passengers');
  const children = await wrong(editor, articleId, 'Nine children', 'There were eight children on board.');
  await reviewer.api.send('PUT', `/api/claims/${room}/review`, {
    version: 3,
    decision: 'passed',
    note: 'Seen.',
  });
  const start = TEXT.indexOf('41 dead');
  const { id: headline } = await editor.api.send('POST', `/api/articles/${articleId}/claims`, {
    revision: 1,
    kind: 'casualty_count',
    span: { start, end: start + 7, quote: '41 dead' },
  });
  await editor.api.send('PATCH', `/api/claims/${headline}`, { version: 1, sameFactAs: lead });
  return { editor, articleId, claims: { room, children, lead } };
}

const cards = (page: Page) => page.locator('cd-correction-card');
const proposal = (page: Page) => page.getByRole('region', { name: 'The proposed text' });
const open = async (page: Page, articleId: string) => {
  await page.goto(`/stories/${articleId}/corrections`);
  await expect(cards(page)).toHaveCount(3);
  await expect(proposal(page).getByRole('button', { name: /^Store/ })).toBeVisible();
};

test('are seen with why and on what, tried out in the text, and stored by one act', async ({
  colleague,
  pageOf,
}) => {
  const { editor, articleId } = await scene(await colleague('editor'), await colleague('reviewer'));
  const page = await pageOf(editor);
  await new StoryPage(page).open(articleId);
  await page.getByRole('link', { name: 'Corrections' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Corrections: Ferry sinks');
  const room = cards(page).filter({ hasText: '112 passengers' });
  await expect(room).toContainText('Ship register');
  await expect(room).toContainText('p. 2');
  await expect(room).toContainText('Seen.');
  await expect(cards(page).filter({ hasText: 'eight children' })).toContainText(
    'Left to the editor: The corrected wording is a whole sentence',
  );
  await expect(proposal(page).locator('del')).toHaveText(['[out: 41]', '[out: 120]']);
  await expect(proposal(page).locator('ins')).toHaveText(['[in: 43]', '[in: 112]']);
  await expect(proposal(page)).toContainText('The same fact, and its words stay');
  await expect(proposal(page)).toContainText('41 dead');
  await expectAccessibleInBothThemes(page);

  await page.getByRole('checkbox', { name: /At least 41 people/ }).uncheck();
  await expect(proposal(page).locator('ins')).toHaveText(['[in: 112]']);
  await expect(proposal(page)).not.toContainText('The same fact');
  await proposal(page)
    .getByRole('button', { name: /^Store/ })
    .click();
  await expect(page.getByText('Text 2 is stored. One claim is to be checked again')).toBeVisible();
  await expect(cards(page)).toHaveCount(2);
  await expect(page.getByRole('checkbox', { name: /At least 41 people/ })).not.toBeChecked();
  await expectAccessibleInBothThemes(page);
  const { text } = Object((await editor.api.get(`/api/articles/${articleId}/revisions/2`)) ?? {});
  expect(String(text)).toContain('The ferry had room for 112 passengers.');
  expect(String(text)).toContain('At least 41 people');
});

test('by keys alone: chosen, read, stored', async ({ colleague, pageOf }) => {
  const { editor, articleId } = await scene(await colleague('editor'), await colleague('reviewer'));
  const page = await pageOf(editor);
  await open(page, articleId);
  await page.keyboard.press('j');
  await expect(page.getByRole('checkbox', { name: /At least 41 people/ })).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.getByRole('checkbox', { name: /At least 41 people/ })).not.toBeChecked();
  await page.keyboard.press('p');
  await expect(page.getByRole('heading', { name: 'The text as it would be' })).toBeFocused();
  await expect(proposal(page).locator('ins')).toHaveText(['[in: 112]']);
  await page.keyboard.press('s');
  await expect(page.getByText('Text 2 is stored.')).toBeVisible();
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await new StoryPage(page).expectClaim('Nine children');
});

test('what changed meanwhile is not stored, and the list is looked at again', async ({
  colleague,
  pageOf,
}) => {
  const { editor, articleId, claims } = await scene(await colleague('editor'), await colleague('reviewer'));
  const page = await pageOf(editor);
  await open(page, articleId);
  const other = { version: 4, verdict: 'inaccurate', reason: 'Counted again.', correction: '113 passengers' };
  await editor.api.send('PUT', `/api/claims/${claims.room}/verdict`, other);
  await proposal(page)
    .getByRole('button', { name: /^Store/ })
    .click();
  await expect(proposal(page).getByRole('alert')).toContainText('Someone changed this in the meantime.');
  await expectAccessibleInBothThemes(page);
  await proposal(page).getByRole('button', { name: 'Look again' }).click();
  await expect(proposal(page).locator('ins')).toHaveText(['[in: 43]', '[in: 113]']);
  await proposal(page)
    .getByRole('button', { name: /^Store/ })
    .click();
  await expect(page.getByText('Text 2 is stored.')).toBeVisible();
});

test('are taken to the desk as plain text', async ({ colleague, pageOf }) => {
  const { editor, articleId } = await scene(await colleague('editor'), await colleague('reviewer'));
  const page = await pageOf(editor);
  await open(page, articleId);
  await page.getByRole('button', { name: 'Export' }).click();
  await expectAccessibleInBothThemes(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Plain text' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^claimdesk-corrections-ferry-sinks-.*\.txt$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain('   Printed   120 passengers\n   Correct   112 passengers\n');
  expect(text).toContain('End of the list: 3 corrections.');
});

test('a viewer reads them and is told why nothing can be stored', async ({ colleague, pageOf }) => {
  const { articleId } = await scene(await colleague('editor'), await colleague('reviewer'));
  const page = await pageOf(await colleague('viewer'));
  await page.goto(`/stories/${articleId}/corrections`);
  await expect(proposal(page)).toContainText('It cannot be stored: Viewers can read but not change a story.');
  await expect(proposal(page).getByRole('button')).toHaveCount(0);
  await expectAccessibleInBothThemes(page);
});

test('at every width, with nothing to correct, right to left, and when they cannot be fetched', async ({
  colleague,
  pageOf,
}) => {
  const { editor, articleId } = await scene(await colleague('editor'), await colleague('reviewer'));
  const page = await pageOf(editor);
  for (const width of [390, 768, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    await open(page, articleId);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await expectAccessibleInBothThemes(page);
  }
  const arabic = { text: 'غرق عبارة\n\nقُتل 41 شخصا على الأقل في المدينة.', language: 'ar' };
  const { id } = await editor.api.send('POST', '/api/articles', arabic);
  await page.goto(`/stories/${id}/corrections`);
  await expect(page.getByText('Nothing is to be corrected.')).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await wrong(editor, id, '41 شخصا', '43 شخصا');
  await page.reload();
  await expect(proposal(page).locator('ins')).toHaveText(['[in: 43]']);
  await expectAccessibleInBothThemes(page);
  expect(
    await proposal(page)
      .locator('li')
      .first()
      .evaluate((item) => getComputedStyle(item).direction),
  ).toBe('rtl');
  await page.route('**/corrections', (route) =>
    route.request().resourceType() === 'fetch' ? route.fulfill({ status: 503, json: {} }) : route.continue(),
  );
  await page.reload();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expectAccessibleInBothThemes(page);
});
