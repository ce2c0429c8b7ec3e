/** Where checkers and reviewers differed, as data. */
import { expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { checkedStory } from './scene.ts';

test('a return, its reason and how it was settled are told', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const reviewer = await colleague('reviewer');
  const { articleId, claimId } = await checkedStory(editor);
  await reviewer.api.send('PUT', `/api/claims/${claimId}/review`, {
    version: 3,
    decision: 'returned',
    reasonCode: 'figure_differs',
    note: 'The log says 41.',
  });
  await editor.api.send('PUT', `/api/claims/${claimId}/verdict`, {
    version: 4,
    verdict: 'accurate',
    reason: 'The log has 41.',
  });
  await reviewer.api.send('PUT', `/api/claims/${claimId}/review`, { version: 5, decision: 'passed' });
  const page = await pageOf(reviewer);
  await page.goto(`/agreement?articleId=${articleId}`);
  const one = page.getByRole('listitem').filter({ hasText: 'The log says 41.' });
  await expect(one).toContainText(`${reviewer.name} returned ${editor.name}’s verdict`);
  await expect(one).toContainText('The verdict became another');
  await expect(page.getByRole('region', { name: 'Returned, by kind and reason' })).toContainText(
    'Figure differs',
  );
  await expectAccessibleInBothThemes(page);
  for (const width of [390, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await expectAccessibleInBothThemes(page);
  }
  await page.getByLabel('To', { exact: true }).fill('2001-01-01');
  await page.getByLabel('To', { exact: true }).blur();
  await expect(page.getByText('Nothing was returned in this time.')).toBeVisible();
  await expectAccessibleInBothThemes(page);
});
