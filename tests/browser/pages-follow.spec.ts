/** Pages that show a story put together follow what others do to it, without a reload. */
import { expect, test } from './newsroom.ts';
import { checkedStory } from './scene.ts';

test('the figures follow what another changes', async ({ colleague, pageOf }) => {
  const [editor, other] = [await colleague('editor'), await colleague('editor')];
  const { articleId, claimId } = await checkedStory(editor);
  const page = await pageOf(editor);
  await page.goto(`/stories/${articleId}/figures`);
  const ledger = page.locator('cd-ledger');
  await expect(ledger).toContainText('41');
  await other.api.send('DELETE', `/api/claims/${claimId}?version=3`);
  await expect(ledger).not.toContainText('at least 41');
});
