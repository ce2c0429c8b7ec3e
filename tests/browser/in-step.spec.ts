/** After a write the page shows what it did, also elsewhere; forms close once the server took them, and not before. */
import { expect, test } from './newsroom.ts';
import { checkedStory } from './scene.ts';
import { StoryPage } from './story-page.ts';

const WORDS = 'at least 41 people';
const SAID = 'There is nobody left alive in the hull';

test('what an attribution does to the claims it speaks for is seen at once', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const { articleId, claimId } = await checkedStory(editor);
  const page = await pageOf(editor);
  const story = await new StoryPage(page).open(articleId);
  await story.press('nobody left alive');
  await story.expectClaim(SAID);
  // The address is written once the claim is painted.
  await expect(page).toHaveURL(/#claim=/);
  const said = new URL(page.url()).hash.replace('#claim=', '');
  const { api } = await colleague('reviewer');
  await editor.api.send('PATCH', `/api/claims/${claimId}`, { version: 3, attributionIds: [said] });
  const verdict = { version: 4, verdict: 'accurate', reason: 'The log says so.', correction: null };
  await editor.api.send('PUT', `/api/claims/${claimId}/verdict`, verdict);
  await api.send('PUT', `/api/claims/${claimId}/review`, { version: 5, decision: 'passed' });
  await page.reload();
  const note = page.getByRole('button', { name: /^Casualty count: ≥ 41 killed/ });
  await expect(note).toHaveAccessibleName(/passed/);

  await story.expectClaim(SAID);
  await story.field('Mode').selectOption('Hearsay');
  await story.save();
  await expect(note).not.toHaveAccessibleName(/passed/);
});

test('undoing an edit says that the verdict it expired does not come back', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const { articleId } = await checkedStory(editor);
  const page = await pageOf(editor);
  const story = await new StoryPage(page).open(articleId);
  await story.press('41 people');
  await story.expectClaim(WORDS);
  await story.field('Low').fill('43');
  await story.save();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.locator('.told')).toContainText('The verdict stays expired and must be given again.');
  await expect(story.field('Low')).toHaveValue('41');
});

test('the words of a citation stay, shown as not saved yet, until the server took them', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const { articleId } = await checkedStory(editor);
  const page = await pageOf(editor);
  const story = await new StoryPage(page).open(articleId);
  await story.press('41 people');
  await story.showTab('Evidence');
  await story.button('Change').click();
  await expect(story.field('Stance').first()).toBeFocused();
  await story.field('Where in it').first().fill('page 4');

  await page.route('**/api/citations/*', (route) => route.fulfill({ status: 503, body: '' }));
  await story.button('Save').click();
  const citation = story.claim.getByRole('article');
  await expect(page.getByText('1 change is not saved yet')).toBeVisible();
  await expect(citation).toContainText('page 4');
  await expect(story.button('Save')).toBeHidden();
  await expect(citation).toBeFocused();

  await page.unroute('**/api/citations/*');
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(page.getByText('1 change is not saved yet')).toBeHidden();
  await expect(citation).toContainText('page 4');
});

test('what is cited before the list of evidence is here is not lost to it', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const { articleId } = await checkedStory(editor);
  const page = await pageOf(editor);
  const story = await new StoryPage(page).open(articleId);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isHeld = false;
  await page.route(/\/api\/claims\/[^/]+\/citations$/, async (route) => {
    if (route.request().method() !== 'GET' || isHeld) return route.continue();
    const response = await route.fetch();
    isHeld = true;
    await released;
    return route.fulfill({ response });
  });
  await story.press('23 bodies');
  await story.showTab('Evidence');
  await expect.poll(() => isHeld).toBe(true);
  await story.field('Kind').last().selectOption('Own observation');
  await story.field('Title').fill('Counted at the quay');
  await story.button('Cite').click();
  await expect(story.claim.getByRole('article')).toContainText('Counted at the quay');

  const come = page.waitForResponse(/\/citations$/);
  release();
  await (await come).finished();
  // Twice a frame: what the answer led to is drawn by then.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );
  await expect(story.claim.getByRole('article')).toContainText('Counted at the quay');
  await page.unrouteAll({ behavior: 'wait' });
});

test('what was cited comes into sight', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const { articleId, claimId } = await checkedStory(editor);
  for (const title of ['Port register', 'List of passengers', 'Call to the hospital', 'Film of the quay'])
    await editor.api.send('POST', `/api/claims/${claimId}/citations`, {
      stance: 'supports',
      evidence: { kind: 'document', title },
    });
  const page = await pageOf(editor);
  const story = await new StoryPage(page).open(articleId);
  await story.press('41 people');
  await story.showTab('Evidence');
  await expect(story.claim.getByRole('article')).toHaveCount(5);
  await story.field('Kind').last().selectOption('Own observation');
  await story.field('Title').fill('Counted at the quay');
  await story.button('Cite').click();
  const cited = story.claim.getByRole('article').filter({ hasText: 'Counted at the quay' });
  await expect(cited).toBeInViewport({ ratio: 1 });
  await expect(cited).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(story.place).toBeFocused();
});
