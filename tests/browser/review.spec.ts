/** The review queue: what waits for a second pair of eyes, passed and returned by keys. */
import type { Page } from '@playwright/test';
import { type Colleague, expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { checkedStory } from './scene.ts';
import { StoryPage } from './story-page.ts';

const card = (page: Page, words: string) =>
  page.locator('cd-review-card').filter({ has: page.locator('mark', { hasText: words }) });

/** The queue of one story: other tests fill the queue of all. */
async function openQueue(page: Page, articleId: string): Promise<void> {
  await page.goto(`/review?story=${articleId}`);
  await expect(card(page, 'at least 41 people')).toBeVisible();
}

async function scene(colleague: (role: 'editor' | 'reviewer') => Promise<Colleague>) {
  const editor = await colleague('editor');
  return { editor, reviewer: await colleague('reviewer'), ...(await checkedStory(editor)) };
}

test('a reviewer passes by one key and takes it back by another', async ({ colleague, pageOf }) => {
  const { reviewer, editor, articleId, claimId } = await scene(colleague);
  const page = await pageOf(reviewer);
  await openQueue(page, articleId);
  const claim = card(page, 'at least 41 people');
  await expect(claim).toContainText('Inaccurate');
  await expect(claim).toContainText('The log has one more.');
  await expect(claim).toContainText('forty-one dead');
  await expect(claim).toContainText('≥ 41 people killed');
  await expect(page.getByRole('heading', { level: 2 })).toContainText('Ferry sinks');
  await expectAccessibleInBothThemes(page);

  await page.keyboard.press('j');
  await page.keyboard.press('p');
  await expect(claim).toContainText('✔ Passed');
  expect(await editor.api.get(`/api/claims/${claimId}`)).toMatchObject({ status: 'passed' });

  await page.keyboard.press('u');
  await expect(claim.getByRole('button', { name: 'Pass' })).toBeVisible();
  expect(await editor.api.get(`/api/claims/${claimId}`)).toMatchObject({ status: 'checked' });
});

test('a return needs a reason and words, and its editor sees both', async ({ colleague, pageOf }) => {
  const { reviewer, editor, articleId, claimId } = await scene(colleague);
  const page = await pageOf(reviewer);
  await openQueue(page, articleId);
  const claim = card(page, 'at least 41 people');
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await expect(claim.getByLabel('Reason')).toBeFocused();
  await claim.getByRole('button', { name: 'Return', exact: true }).click();
  await expect(claim.getByRole('alert')).toContainText('Say why the claim is returned');
  await expectAccessibleInBothThemes(page);

  await claim.getByLabel('Reason').selectOption('Figure differs');
  await claim.getByLabel('In words').fill('The log says 42.');
  await page.keyboard.press('Control+Enter');
  await expect(claim).toContainText('↩ Returned');
  await expect(claim).toContainText('The log says 42.');
  expect(await editor.api.get(`/api/claims/${claimId}`)).toMatchObject({
    status: 'returned',
    review: { reasonCode: 'figure_differs', note: 'The log says 42.' },
  });

  const there = await new StoryPage(await pageOf(editor)).open(articleId);
  await there.press('41 people');
  await there.showTab('Verdict');
  await expect(there.claim).toContainText('The log says 42.');
});

test('a claim that changed since is shown as it is, and decided anew', async ({ colleague, pageOf }) => {
  const { reviewer, editor, articleId, claimId } = await scene(colleague);
  const page = await pageOf(reviewer);
  // It is not told: neither by a stream nor when it asks.
  await page.route(/\/(events|history)(\?|$)/, (route) => route.abort());
  await openQueue(page, articleId);
  const claim = card(page, 'at least 41 people');
  await editor.api.send('PUT', `/api/claims/${claimId}/verdict`, {
    version: 3,
    verdict: 'disputed',
    reason: 'The company says 38.',
  });
  await claim.getByRole('button', { name: 'Pass' }).click();
  await expect(claim.getByRole('alert')).toContainText('Someone changed this in the meantime');
  await expect(claim).toContainText('The company says 38.');
  expect(await editor.api.get(`/api/claims/${claimId}`)).toMatchObject({ status: 'checked', review: null });
  // Whoever presses again at once has not read it.
  await claim.getByRole('button', { name: 'Pass' }).click();
  await expect(claim.getByRole('alert')).toContainText('Look at it, then decide again.');
  expect(await editor.api.get(`/api/claims/${claimId}`)).toMatchObject({ status: 'checked', review: null });
  await expect(async () => {
    await claim.getByRole('button', { name: 'Pass' }).click();
    await expect(claim.getByRole('button', { name: 'Take back' })).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(claim).toContainText('✔ Passed');
});

test('whoever gave the verdict sees that it is not theirs to review', async ({ colleague, pageOf }) => {
  const reviewer = await colleague('reviewer');
  const { articleId } = await checkedStory(reviewer);
  const page = await pageOf(reviewer);
  await openQueue(page, articleId);
  const claim = card(page, 'at least 41 people');
  await expect(claim).toContainText('The verdict is yours: someone else has to review it.');
  await expect(claim.getByRole('button', { name: 'Pass' })).toHaveCount(0);
  await page.keyboard.press('j');
  await page.keyboard.press('p');
  await expect(claim).not.toContainText('✔ Passed');
});

test('nothing to review is said so, and a queue that cannot be fetched as well', async ({
  colleague,
  pageOf,
}) => {
  const page = await pageOf(await colleague('editor'));
  await page.route('**/api/review*', (route) => route.fulfill({ json: { items: [], nextCursor: null } }));
  await page.goto('/review');
  await expect(page.getByText('Nothing waits for a review.')).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await page.unrouteAll();
  await page.route('**/api/review*', (route) => route.fulfill({ status: 503, json: {} }));
  await page.reload();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('words that stand in their sentence twice are marked where the claim is, and the story leads to its queue', async ({
  colleague,
  pageOf,
}) => {
  const [editor, reviewer] = [await colleague('editor'), await colleague('reviewer')];
  const text = 'Two boats late\n\nThe first took two people in, and the second took two.';
  const { id: articleId } = await editor.api.send('POST', '/api/articles', { text });
  const revision = Object(await editor.api.get(`/api/articles/${articleId}/revisions/1`));
  const start = String(revision.text).lastIndexOf('two');
  const span = { start, end: start + 'two'.length, quote: 'two' };
  const details = { outcome: 'other', best: 2, low: 2, high: 2 };
  const mark = { revision: 1, kind: 'casualty_count', span, details };
  const { id } = await editor.api.send('POST', `/api/articles/${articleId}/claims`, mark);
  const verdict = { version: 1, verdict: 'accurate', reason: 'The log has it.' };
  await editor.api.send('PUT', `/api/claims/${id}/verdict`, verdict);
  const page = await pageOf(reviewer);
  await page.goto(`/stories/${articleId}`);
  await page.getByRole('link', { name: '1 to review' }).click();
  const sentence = page.locator('cd-review-card .sentence');
  await expect(sentence.locator('mark')).toHaveText('two');
  expect(
    await sentence.locator('mark').evaluate((mark) => {
      const before = new Range();
      before.setStart(mark.parentElement ?? mark, 0);
      before.setEndBefore(mark);
      return before.toString();
    }),
  ).toBe('The first took two people in, and the second took ');
});

test('a count that was read from words of the text before says so, to checker and reviewer', async ({
  colleague,
  pageOf,
}) => {
  const [editor, reviewer] = [await colleague('editor'), await colleague('reviewer')];
  const text = 'Boats late\n\nThe storm killed at least 41 people at the pier.';
  const { id: articleId } = await editor.api.send('POST', '/api/articles', { text });
  const revision = Object(await editor.api.get(`/api/articles/${articleId}/revisions/1`));
  const quote = 'at least 41 people';
  const start = String(revision.text).indexOf(quote);
  const span = { start, end: start + quote.length, quote };
  const mark = { revision: 1, kind: 'casualty_count', span };
  const { id } = await editor.api.send('POST', `/api/articles/${articleId}/claims`, mark);
  const newer = { text: String(revision.text).replace('41', '43'), baseRevision: 1 };
  await editor.api.send('POST', `/api/articles/${articleId}/revisions`, newer);
  const seen = Object(await editor.api.get(`/api/claims/${id}`));
  // Asked about it, the checker lets the details stand.
  await editor.api.send('PATCH', `/api/claims/${id}`, { version: seen.version, settled: true });
  const { version } = Object(await editor.api.get(`/api/claims/${id}`));
  const verdict = { version, verdict: 'accurate', reason: 'The log has it.' };
  await editor.api.send('PUT', `/api/claims/${id}/verdict`, verdict);
  const page = await pageOf(reviewer);
  await page.goto(`/review?story=${articleId}`);
  const told = 'Read from “at least 41”, which the text no longer says.';
  await expect(page.locator('cd-review-card')).toContainText(told);
  const there = await new StoryPage(await pageOf(editor)).open(articleId);
  await there.press('43 people');
  await expect(there.claim.getByText(told)).toBeVisible();
  await expectAccessibleInBothThemes(there.page);
});

test('words for a return are its reviewer’s: whoever signs in after them in the same window does not see them', async ({
  colleague,
  pageOf,
}) => {
  const { reviewer, articleId } = await scene(colleague);
  const next = await colleague('reviewer');
  const page = await pageOf(reviewer);
  await openQueue(page, articleId);
  const claim = card(page, 'at least 41 people');
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await claim.getByLabel('In words').fill('The log says 42.');
  const enter = async ({ email, password }: Colleague) => {
    await page.context().request.post('/api/session', {
      data: { email, password },
      headers: { Origin: new URL(process.env.CLAIMDESK_TEST_URL ?? '').origin },
      failOnStatusCode: true,
    });
    await page.reload();
    await expect(claim.getByRole('button').first()).toBeVisible();
  };
  await enter(next);
  await expect(claim.getByRole('button', { name: 'Pass' })).toBeVisible();
  await expect(claim.getByLabel('In words')).toHaveCount(0);
  await enter(reviewer);
  await expect(claim.getByLabel('In words')).toHaveValue('The log says 42.');
});
