/** The attribution audit: flags, dismissals, pass and return-and-fix, over one story and over all. */
import type { Page } from '@playwright/test';
import { type Colleague, expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { StoryPage } from './story-page.ts';

const TEXT = `Pier closed after storm

By Mara Lind

HALVEN — The pier at Halven was shut on Monday, the harbour office said.

At least 14 people were reportedly hurt when the roof came down. "We heard a crack and ran," a port worker told the Halven Courier.

Nine children were taken to hospital.
`;

interface Scene {
  editor: Colleague;
  reviewer: Colleague;
  articleId: string;
  attributionId: string;
}

/** A story with one attribution that is verified, and one count that nobody is named for. */
async function sceneOf(colleague: (role: 'editor' | 'reviewer') => Promise<Colleague>): Promise<Scene> {
  const editor = await colleague('editor');
  const reviewer = await colleague('reviewer');
  const { api } = editor;
  const { id: articleId } = await api.send('POST', '/api/articles', { text: TEXT });
  const revision = Object(await api.get(`/api/articles/${articleId}/revisions/1`));
  const text = String(revision.text);
  const span = (quote: string) => {
    const start = text.indexOf(quote);
    return { start, end: start + quote.length, quote };
  };
  const mark = (kind: string, quote: string, details?: object) =>
    api.send('POST', `/api/articles/${articleId}/claims`, {
      revision: 1,
      kind,
      span: span(quote),
      ...(details === undefined ? {} : { details }),
    });
  const { id: attributionId } = await mark('attribution', 'The pier at Halven was shut on Monday', {
    source: span('the harbour office'),
    cue: span('said'),
    content: [span('The pier at Halven was shut on Monday')],
    mode: 'indirect',
    basis: 'organisation',
  });
  await mark('casualty_count', 'Nine children');
  await api.send('PUT', `/api/claims/${attributionId}/verdict`, {
    version: 1,
    verdict: 'accurate',
    reason: 'The office confirmed it.',
  });
  return { editor, reviewer, articleId, attributionId };
}

const card = (page: Page) => page.locator('cd-audit-card');
async function openAudit(page: Page, { articleId }: Scene): Promise<void> {
  await page.goto(`/stories/${articleId}/audit`);
  await expect(card(page)).toContainText('the harbour office');
}

test('attributions are audited by keys: flags dismissed, one passed, its slip taken back', async ({
  colleague,
  pageOf,
}) => {
  const scene = await sceneOf(colleague);
  const page = await pageOf(scene.reviewer);
  await openAudit(page, scene);
  await expect(card(page)).toContainText('Accurate');
  await expect(card(page).locator('mark.source')).toHaveText('the harbour office');
  await expect(card(page).locator('mark.cue')).toHaveText('said');
  await expectAccessibleInBothThemes(page);

  const flag = card(page).locator('cd-flag-note', { hasText: 'No evidence' });
  await card(page).locator('.words').focus();
  await page.keyboard.press('d');
  await expect(flag.getByLabel('Why it can be let be')).toBeFocused();
  await page.keyboard.type('Heard it myself.');
  await page.keyboard.press('Enter');
  await expect(flag).toHaveCount(0);
  // The keys go on from where the flag was.
  await expect(page.locator('cd-audit-card:focus-within')).toHaveCount(1);
  await page.getByRole('checkbox', { name: 'Dismissed flags (1)' }).check();
  await expect(flag).toContainText('Heard it myself.');
  await expectAccessibleInBothThemes(page);
  await flag.getByRole('button', { name: 'Bring back' }).click();
  await expect(page.getByRole('checkbox', { name: 'Dismissed flags (0)' })).toBeVisible();

  await page.locator('body').click({ position: { x: 5, y: 300 } });
  await page.keyboard.press('j');
  await expect(page.locator('.loose:focus-within')).toContainText('Nine children');
  await page.keyboard.press('j');
  await page.keyboard.press('p');
  await expect(card(page)).toContainText('✔ Passed');
  // Pressed again it decides nothing again, and no form is opened behind the decision.
  await page.keyboard.press('p');
  await page.keyboard.press('r');
  await page.keyboard.press('u');
  await expect(card(page).getByRole('button', { name: 'Pass' })).toBeVisible();
  const { items } = Object(await scene.editor.api.get(`/api/claims/${scene.attributionId}/history`));
  expect([...items].map(({ type }) => type).filter((type) => type.startsWith('review.'))).toEqual([
    'review.passed',
    'review.taken_back',
  ]);
  // Past the claim that nobody is named for, to what waits.
  await page.keyboard.press('k');
  await expect(page.locator('.loose:focus-within')).toHaveCount(1);
  await page.keyboard.press('n');
  await expect(page.locator('cd-audit-card:focus-within')).toHaveCount(1);
});

test('what is returned comes first, with its words; once answered, the difference since is shown', async ({
  colleague,
  pageOf,
}) => {
  const scene = await sceneOf(colleague);
  const { editor, reviewer, attributionId } = scene;
  const page = await pageOf(reviewer);
  await openAudit(page, scene);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await card(page).getByLabel('Reason').selectOption('Needs a second source');
  await card(page).getByLabel('In words').fill('Ask the town hall too.');
  await page.keyboard.press('Control+Enter');
  await expect(card(page)).toContainText('↩ Returned');

  const there = await pageOf(editor);
  await openAudit(there, scene);
  await expect(there.getByRole('heading', { level: 2 }).first()).toContainText('Returned');
  await expect(card(there)).toContainText('Ask the town hall too.');
  await editor.api.send('POST', `/api/claims/${attributionId}/citations`, {
    stance: 'supports',
    locator: 'by telephone',
    evidence: { kind: 'interview', title: 'Town hall, press desk' },
  });
  const now = Object(await editor.api.get(`/api/claims/${attributionId}`));
  await editor.api.send('PUT', `/api/claims/${attributionId}/verdict`, {
    version: now.version,
    verdict: 'accurate',
    reason: 'The town hall confirmed it too.',
  });

  await page.reload();
  await expect(card(page)).toContainText('The town hall confirmed it too.');
  await expect(card(page)).toContainText('Town hall, press desk');
});

test('claims that nobody is named for stand apart, and groups change by a key', async ({
  colleague,
  pageOf,
}) => {
  const scene = await sceneOf(colleague);
  const page = await pageOf(scene.editor);
  await openAudit(page, scene);
  const apart = page.getByRole('region', { name: 'Claims without an attribution of their own' });
  await expect(apart).toContainText('Nine children');
  await expect(apart).toContainText('Nobody is named for it');
  await page.keyboard.press('g');
  await expect(page).toHaveURL(/by=source/);
  await expect(page.getByRole('heading', { level: 2, name: /harbour office/ })).toBeVisible();
  await page.keyboard.press('g');
  await expect(page).toHaveURL(/by=flag/);
  await expectAccessibleInBothThemes(page);

  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  const story = new StoryPage(page);
  await story.expectClaim('The pier at Halven was shut on Monday');
});

test('the audit over all stories leads to each', async ({ colleague, pageOf }) => {
  const scene = await sceneOf(colleague);
  await scene.editor.api.send('PATCH', `/api/articles/${scene.articleId}`, {
    version: 1,
    deadline: '2026-01-01T00:00:00Z',
  });
  const page = await pageOf(scene.reviewer);
  await page.goto('/audit');
  const row = page
    .getByRole('row')
    .filter({ has: page.locator(`a[href="/stories/${scene.articleId}/audit"]`) });
  await expect(row).toContainText('Nobody is named for it: 1');
  await expectAccessibleInBothThemes(page);
  for (const width of [390, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessibleInBothThemes(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await row.getByRole('link').first().click();
  await expect(card(page)).toContainText('the harbour office');
});

test('a story without attributions says so, and one that cannot be fetched too', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const { id } = await editor.api.send('POST', '/api/articles', { text: TEXT });
  const page = await pageOf(editor);
  await page.goto(`/stories/${id}/audit`);
  await expect(page.getByText('No attribution is marked in this story.')).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await page.route('**/attributions', (route) => route.fulfill({ status: 503, json: {} }));
  await page.reload();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('No attribution is marked in this story.')).toBeVisible();
});
