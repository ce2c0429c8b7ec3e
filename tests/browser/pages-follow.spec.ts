/** Pages that show a story put together follow what others do to it, without a reload. */
import { expect, test } from './newsroom.ts';
import { checkedStory } from './scene.ts';

test('the figures follow what another changes', async ({ colleague, pageOf }) => {
  const [editor, other] = [await colleague('editor'), await colleague('editor')];
  const { articleId, claimId } = await checkedStory(editor);
  const page = await pageOf(editor);
  await page.goto(`/stories/${articleId}/figures`);
  const ledger = page.locator('cd-ledger');
  await expect(ledger).toContainText('≥ 41');
  await other.api.send('DELETE', `/api/claims/${claimId}?version=3`);
  await expect(ledger).not.toContainText('≥ 41');
});

test('figures whose story could not be followed at first follow it later', async ({ colleague, pageOf }) => {
  const [editor, other] = [await colleague('editor'), await colleague('editor')];
  const { articleId, claimId } = await checkedStory(editor);
  const page = await pageOf(editor);
  let asked = 0;
  await page.route(/\/history\?/, (route) => {
    asked += 1;
    return asked === 1 ? route.fulfill({ status: 503, body: '' }) : route.continue();
  });
  await page.goto(`/stories/${articleId}/figures`);
  const ledger = page.locator('cd-ledger');
  await expect(ledger).toContainText('≥ 41');
  await other.api.send('DELETE', `/api/claims/${claimId}?version=3`);
  await expect(ledger).not.toContainText('≥ 41');
});
