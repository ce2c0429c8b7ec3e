/** A claim that a newer text worded differently, confirmed in its story: by key, by mouse, and undone. */
import { expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { StoryPage } from './story-page.ts';

const TEXT = `Ferry sinks off Lindholm

LINDHOLM — At least 41 people died when a ferry sank off Lindholm on Tuesday, the harbour office said.

The ferry had room for 120 passengers.
`;

test('the expired verdict of a reworded claim is confirmed with one key, undone and done again', async ({
  colleague,
  pageOf,
}) => {
  const [checker, person] = [await colleague('editor'), await colleague('editor')];
  const { api } = checker;
  const { id: articleId } = await api.send('POST', '/api/articles', { text: TEXT });
  const stored = Object((await api.get(`/api/articles/${articleId}/revisions/1`)) ?? {});
  const ids = new Map<string, string>();
  for (const quote of ['At least 41 people', '120 passengers']) {
    const start = String(stored.text).indexOf(quote);
    const { id } = await api.send('POST', `/api/articles/${articleId}/claims`, {
      ...{ revision: 1, kind: 'casualty_count' },
      span: { start, end: start + quote.length, quote },
    });
    await api.send('PUT', `/api/claims/${id}/verdict`, {
      ...{ version: 1, verdict: 'accurate', reason: 'The office confirmed it.', correction: null },
    });
    ids.set(quote, id);
  }
  await api.send('POST', `/api/articles/${articleId}/revisions`, {
    ...{
      baseRevision: 1,
      text: TEXT.replace('At least 41', 'At least 44').replace('had room for', 'could carry'),
    },
  });
  const now = async (quote: string) => Object(await api.get(`/api/claims/${ids.get(quote)}`));

  const page = await pageOf(person);
  const story = await new StoryPage(page).open(articleId);
  const told = page.locator('.told');
  await page.keyboard.press('n');
  await story.expectClaim('At least 44 people');
  await page.keyboard.press('Shift+C');
  await expect(told).toContainText('Only a verdict that expired because its claim was worded differently');
  await story.showTab('Verdict');
  await expect(story.claim).toContainText('Expired: the text was changed');
  await expect(story.button(/^Same meaning/)).toHaveCount(0);

  await story.press('120 passengers');
  await story.expectClaim('120 passengers');
  await story.showTab('Verdict');
  await expect(story.button(/^Same meaning/)).toBeVisible();
  await expect(story.claim.getByRole('link', { name: 'What it said before' })).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await page.keyboard.press('Shift+C');
  await expect(story.news).toHaveText('Confirmed: it means the same');
  await expect(story.claim).not.toContainText('Expired');
  await expect(story.claim).toContainText(`Confirms ${checker.name}’s verdict of`);
  expect(await now('120 passengers')).toMatchObject({ status: 'checked', verdict: { by: person.id } });
  await expectAccessibleInBothThemes(page);

  await page.keyboard.press('z');
  await expect(story.claim).toContainText('Expired: the text was changed');
  expect(await now('120 passengers')).toMatchObject({ status: 'expired', verdict: { by: checker.id } });
  await page.keyboard.press('Shift+Z');
  await expect(story.claim).not.toContainText('Expired');
  await page.keyboard.press('z');
  await story.button(/^Same meaning/).click();
  await expect(story.claim).not.toContainText('Expired');
  expect(await now('120 passengers')).toMatchObject({ status: 'checked', verdict: { by: person.id } });
  await story.showTab('History');
  await expect(story.claim).toContainText(`${person.name} confirmed that it means the same in other words`);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expect(page.getByText('Same meaning: confirm the verdict on a reworded claim')).toBeVisible();
});

test('the page of changes confirms nothing while a newer text waits to be shown', async ({
  colleague,
  pageOf,
}) => {
  const { api } = await colleague('editor');
  const { id: articleId } = await api.send('POST', '/api/articles', { text: TEXT });
  const start = String(Object(await api.get(`/api/articles/${articleId}/revisions/1`)).text).indexOf('120');
  const quote = '120 passengers';
  const { id } = await api.send('POST', `/api/articles/${articleId}/claims`, {
    ...{ revision: 1, kind: 'casualty_count' },
    span: { start, end: start + quote.length, quote },
  });
  await api.send('PUT', `/api/claims/${id}/verdict`, {
    ...{ version: 1, verdict: 'accurate', reason: 'The office confirmed it.', correction: null },
  });
  const second = TEXT.replace('had room for', 'could carry');
  await api.send('POST', `/api/articles/${articleId}/revisions`, { baseRevision: 1, text: second });
  const page = await pageOf(await colleague('editor'));
  await page.goto(`/stories/${articleId}/changes`);
  const card = page.locator(`cd-change-card[data-claim="${id}"]`);
  await expect(card).toContainText('could carry');
  await card.locator('.wording').first().focus();
  const third = second.replace('on Tuesday', 'on Wednesday');
  await api.send('POST', `/api/articles/${articleId}/revisions`, { baseRevision: 2, text: third });
  const line = page.locator('cd-changes-line');
  await expect(line).toContainText('– show');
  await expect(async () => {
    await page.keyboard.press('c');
    await expect(card.getByRole('alert')).toContainText('A newer text came in', { timeout: 500 });
  }).toPass();
  expect(await api.get(`/api/claims/${id}`)).toMatchObject({ status: 'expired' });
  await page.keyboard.press('s');
  await expect(line.getByRole('status')).toBeEmpty();
  await card.locator('.wording').first().focus();
  await page.keyboard.press('c');
  await expect.poll(async () => Object(await api.get(`/api/claims/${id}`)).status).toBe('checked');
});
