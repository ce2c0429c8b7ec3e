/** A claim whose words are gone is put on other words by hand: selected with the mouse, or by keyboard alone. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { Keys } from './keys.ts';
import { type Colleague, expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { StoryPage } from './story-page.ts';

const GONE = 'Nine children were among the dead, said Ida Strand, who heads the hospital.';
const TEXT = `Ferry sinks off Lindholm

LINDHOLM — At least 41 people died when a ferry sank off Lindholm on Tuesday, the harbour office said.

${GONE}

The ferry had room for 120 passengers.
`;
const NEWER = TEXT.replace(GONE, 'By nightfall the hospital had counted twelve pupils of one school.');
const WORDS = 'twelve pupils';

interface Scene {
  readonly editor: Colleague;
  readonly articleId: string;
  readonly claimId: string;
}

/** A claim with evidence and a verdict, whose sentence a newer text left out. */
async function scene(editor: Colleague): Promise<Scene> {
  const { api } = editor;
  const { id: articleId } = await api.send('POST', '/api/articles', { text: TEXT });
  const stored = z
    .looseObject({ text: z.string() })
    .parse(await api.get(`/api/articles/${articleId}/revisions/1`));
  const quote = 'Nine children';
  const start = stored.text.indexOf(quote);
  const { id: claimId } = await api.send('POST', `/api/articles/${articleId}/claims`, {
    ...{ revision: 1, kind: 'casualty_count' },
    span: { start, end: start + quote.length, quote },
  });
  await api.send('POST', `/api/claims/${claimId}/citations`, {
    evidence: { kind: 'document', title: 'The hospital’s list' },
    stance: 'supports',
  });
  await api.send('PUT', `/api/claims/${claimId}/verdict`, {
    ...{ version: 2, verdict: 'accurate', reason: 'The list says so.', correction: null },
  });
  await api.send('POST', `/api/articles/${articleId}/revisions`, { baseRevision: 1, text: NEWER });
  return { editor, articleId, claimId };
}

const Now = z.looseObject({
  status: z.string(),
  citationCount: z.number(),
  revision: z.number(),
  span: z.looseObject({ quote: z.string() }),
});
const claimNow = async ({ editor, claimId }: Scene) => {
  const { status, citationCount, revision, span } = Now.parse(await editor.api.get(`/api/claims/${claimId}`));
  return [status, revision, span.quote, citationCount];
};
const PLACED = ['expired', 2, WORDS, 1];
const ORPHAN = ['orphaned', 1, 'Nine children', 1];

const strip = (page: Page) => page.getByRole('group', { name: 'Put on other words' });

test('with the mouse: from the list of changes, words are selected, and undo takes it off again', async ({
  colleague,
  pageOf,
}) => {
  const story = await scene(await colleague('editor'));
  const page = await pageOf(story.editor);
  await page.goto(`/stories/${story.articleId}/changes`);
  await page.getByRole('link', { name: /^Place it by hand/ }).click();
  const proof = new StoryPage(page);
  await expect(strip(page)).toContainText('Select the words that Nine children stands for now.');
  await expect(strip(page).getByRole('button', { name: /^Put it there/ })).toBeDisabled();
  await expectAccessibleInBothThemes(page);
  await proof.drag(WORDS);
  await expect(strip(page)).toContainText(`Nine children on ${WORDS}`);
  await expect(proof.toolbar).toHaveCount(0);
  await strip(page)
    .getByRole('button', { name: /^Put it there/ })
    .click();
  await proof.expectClaim(WORDS);
  await expect(strip(page)).toHaveCount(0);
  expect(await claimNow(story)).toEqual(PLACED);

  await page.getByRole('button', { name: /^Undo/ }).click();
  await proof.expectClaim('Nine children');
  await expect(proof.claim).toContainText('Its words are not in this text.');
  expect(await claimNow(story)).toEqual(ORPHAN);
  await page.keyboard.press('Z');
  await proof.expectClaim(WORDS);
  expect(await claimNow(story)).toEqual(PLACED);
});

test('by keyboard alone: from the claim’s form, words are extended, Enter puts it there; Escape leaves it', async ({
  colleague,
  pageOf,
}) => {
  const story = await scene(await colleague('editor'));
  const page = await pageOf(story.editor);
  const keys = new Keys(page);
  const proof = await new StoryPage(page).open(story.articleId);
  await page.goto(`/stories/${story.articleId}#claim=${story.claimId}`);
  await proof.expectClaim('Nine children');
  await expectAccessibleInBothThemes(page);

  await keys.press('b');
  await expect(strip(page)).toBeVisible();
  await expect(proof.place).toBeFocused();
  await keys.press('c');
  await expect(strip(page)).toContainText('Put the claim on the selected words with Enter first');
  await keys.press('Enter');
  await expect(proof.news).toHaveText('Select the words first.');
  await keys.press('Escape');
  await expect(strip(page)).toHaveCount(0);
  await expect(proof.news).toHaveText('Left as it was.');
  expect(await claimNow(story)).toEqual(ORPHAN);

  await keys.press('b');
  await keys.press('ArrowDown', 2);
  // “By nightfall the hospital had counted” are six words.
  await keys.press('ArrowRight', 7);
  await keys.press('Shift+ArrowRight');
  await expect(strip(page)).toContainText(`Nine children on ${WORDS}`);
  await keys.press('Enter');
  await proof.expectClaim(WORDS);
  await expect(proof.news).toContainText(`Put on “${WORDS}”.`);
  expect(await claimNow(story)).toEqual(PLACED);
  await expect(proof.claim).toContainText('A newer text changed it.');
  await proof.showTab('Evidence');
  await expect(proof.claim).toContainText('The hospital’s list');
});

test('whoever may not change a claim is not asked to, and a narrow screen has room for it', async ({
  colleague,
  pageOf,
}) => {
  const story = await scene(await colleague('editor'));
  const looking = await pageOf(await colleague('viewer'));
  await looking.goto(`/stories/${story.articleId}#claim=${story.claimId}`);
  await new StoryPage(looking).expectClaim('Nine children');
  await expect(looking.getByRole('button', { name: /^Put it on other words/ })).toHaveCount(0);
  await looking.goto(`/stories/${story.articleId}/changes`);
  await expect(looking.locator('cd-change-card')).toHaveCount(1);
  await expect(looking.getByRole('link', { name: /^Place it by hand/ })).toHaveCount(0);

  const page = await pageOf(story.editor);
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`/stories/${story.articleId}#place=${story.claimId}`);
  await expect(strip(page)).toBeVisible();
  await new StoryPage(page).drag(WORDS);
  await expect(strip(page)).toContainText(`Nine children on ${WORDS}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessibleInBothThemes(page);
  await strip(page)
    .getByRole('button', { name: /^Put it there/ })
    .click();
  await expect(strip(page)).toHaveCount(0);
  await expect.poll(() => claimNow(story)).toEqual(PLACED);
});
