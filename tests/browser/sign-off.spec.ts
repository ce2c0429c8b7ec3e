/** Signing a story off: what stands in the way, what is let stand by name, what happened meanwhile, and what ends it. */
import type { Page } from '@playwright/test';
import { ListSuggestions } from '../../server/contract/suggestions.ts';
import { type Colleague, expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { checkedStory, sendNewerText, settledStory } from './scene.ts';
import { StoryPage } from './story-page.ts';

type Role = 'viewer' | 'editor' | 'reviewer';

async function scene(colleague: (role: Role) => Promise<Colleague>) {
  const editor = await colleague('editor');
  const reviewer = await colleague('reviewer');
  return { editor, reviewer, ...(await settledStory(editor, reviewer)) };
}

const signButton = (page: Page) => page.getByRole('button', { name: 'Sign off' });
const signed = (page: Page) => page.getByRole('region', { name: 'Signed off' });
const news = (page: Page) => page.getByRole('region', { name: 'New since you looked' });

async function openSignOff(page: Page, articleId: string): Promise<void> {
  await page.goto(`/stories/${articleId}/sign-off`);
  await expect(page.getByRole('heading', { name: 'What you sign' })).toBeVisible();
}

/** What the program suggests and nobody decided on, in the order of the text. */
const openSuggestions = async ({ api }: Colleague, articleId: string) =>
  ListSuggestions.answer.parse(await api.get(`/api/articles/${articleId}/suggestions?state=open`)).items;

/** Light and dark, wide and narrow, nothing beside the screen. */
async function expectFit(page: Page): Promise<void> {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessibleInBothThemes(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
}

/** Tick the two that are let stand, and what the program suggests and nobody decided on. */
async function letStand(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: 'Disputed: the Tarvo Coast Guard' }).check();
  await page.getByRole('checkbox', { name: 'Waived: 6 a.m.' }).check();
  await page.getByRole('checkbox', { name: /^Let all \d+ stand$/ }).check();
}

test('by keys from the story and back: let stand by name, signed, shown on the story and the desk', async ({
  colleague,
  pageOf,
}) => {
  const { reviewer, editor, articleId } = await scene(colleague);
  const page = await pageOf(reviewer);
  await new StoryPage(page).open(articleId);
  await page.keyboard.press('g');
  await expect(page.getByText('✔ Nothing. 4 claims are settled.')).toBeVisible();
  await expect(page).toHaveURL(`/stories/${articleId}/sign-off`);
  await expect(page.getByText('The ministry calls it the harbour police.')).toBeVisible();
  const article = Object(await editor.api.get(`/api/articles/${articleId}`));
  const hash = String(article.revision.sha256);
  await expect(page.getByText(hash.slice(0, 8))).toBeVisible();
  await expect(page.getByText(`After event ${article.head} of its history`)).toBeVisible();
  await expectFit(page);

  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Tick all that is let stand first.').first()).toBeVisible();
  expect(await editor.api.get(`/api/articles/${articleId}`)).toMatchObject({ status: 'checking' });
  await letStand(page);
  await page.keyboard.press('Control+Enter');
  await expect(signed(page)).toContainText(reviewer.name);
  await expect(signed(page)).toContainText('6 a.m.');
  await expect(signed(page)).toContainText(hash.slice(-8));
  await expectFit(page);
  expect(await editor.api.get(`/api/articles/${articleId}`)).toMatchObject({ status: 'signed_off' });

  await page.keyboard.press('g');
  const story = new StoryPage(page);
  await expect(page.getByText(`✔ Signed off by ${reviewer.name}`)).toBeVisible();
  await story.press('12 children');
  await expect(story.claim).toBeVisible();
  await expect(story.button('Withdraw x')).toHaveCount(0);
  await expectAccessibleInBothThemes(page);
  const desk = await pageOf(editor);
  await desk.goto('/?mine=true');
  await expect(desk.locator('cd-story-row').filter({ hasText: 'Signed off' })).toHaveCount(1);
});

test('what stands in the way leads to each claim, and who may not sign is told why', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const { articleId } = await checkedStory(editor);
  const page = await pageOf(editor);
  await openSignOff(page, articleId);
  const way = page.getByRole('region', { name: 'What stands in the way' });
  await expect(way.getByRole('heading', { name: 'Not checked (5)' })).toBeVisible();
  await expect(way.getByRole('heading', { name: 'Not reviewed (1)' })).toBeVisible();
  await expect(way.getByRole('heading', { name: 'Inaccurate (1)' })).toBeVisible();
  await expect(way).toContainText('A casualty count needs 1 independent source.');
  await expect(page.getByText('Only reviewers can do this.')).toBeVisible();
  await expect(signButton(page)).toHaveCount(0);
  await expectFit(page);
  await way.getByRole('link', { name: '23 bodies' }).click();
  await new StoryPage(page).expectClaim('23 bodies');
});

test('whoever checked every claim alone does not sign', async ({ colleague, pageOf }) => {
  const reviewer = await colleague('reviewer');
  const second = await colleague('reviewer');
  const { articleId } = await settledStory(reviewer, second);
  const page = await pageOf(reviewer);
  await openSignOff(page, articleId);
  await expect(
    page.getByText('Every verdict in this story is yours: someone else has to sign it off.'),
  ).toBeVisible();
  await expect(signButton(page)).toHaveCount(0);
  await expect(page.getByRole('checkbox', { name: 'Waived: 6 a.m.' })).toBeDisabled();
  await expect(page.getByRole('checkbox', { name: /^Let all \d+ stand$/ })).toBeDisabled();
});

test('suggestions left open are listed with their words, ticked each or together, and named by the sign-off', async ({
  colleague,
  pageOf,
}) => {
  const { reviewer, editor, articleId } = await scene(colleague);
  const page = await pageOf(reviewer);
  await openSignOff(page, articleId);
  const open = await openSuggestions(reviewer, articleId);
  const [first, second] = open;
  if (first === undefined || second === undefined) throw new Error('too little is suggested');
  const left = (count: number) => page.getByRole('region', { name: `${count} suggestions left open` });
  await expect(left(open.length).getByRole('listitem')).toHaveCount(open.length);
  for (const [index, { span, why }] of open.entries()) {
    const line = left(open.length).getByRole('listitem').nth(index);
    await expect(line.locator('q')).toHaveText(span.quote);
    await expect(line).toContainText(why);
  }
  await left(open.length).getByRole('link', { name: 'In the story' }).nth(1).click();
  await expect(page.getByRole('region', { name: 'Suggestion' }).locator('blockquote')).toHaveText(
    second.span.quote,
  );

  await openSignOff(page, articleId);
  const all = page.getByRole('checkbox', { name: /^Let all \d+ stand$/ });
  await letStand(page);
  await expect(left(open.length)).toContainText(`${open.length} of ${open.length} ticked`);
  await left(open.length).getByRole('listitem').first().getByRole('checkbox').uncheck();
  await expect(all).toBeChecked({ indeterminate: true });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Tick all that is let stand first.').first()).toBeVisible();
  await left(open.length).getByRole('listitem').first().getByRole('checkbox').check();
  await expect(all).toBeChecked();

  // One is decided on meanwhile: the others stay ticked, and the signer looks again.
  await editor.api.send('POST', `/api/suggestions/${first.id}/dismiss`);
  await signButton(page).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Not signed' })).toBeVisible();
  await expect(left(open.length - 1)).toContainText(`${open.length - 1} of ${open.length - 1} ticked`);
  await expect(page.getByRole('checkbox', { name: 'Waived: 6 a.m.' })).toBeChecked();
  await expectFit(page);
  await signButton(page).click();
  await expect(signed(page)).toContainText(reviewer.name);
  await signed(page)
    .getByText(`${open.length - 1} suggestions left open`)
    .click();
  await expect(
    signed(page).getByRole('link', { name: second.span.quote, exact: true }).first(),
  ).toBeVisible();
  await expectFit(page);
  expect(await reviewer.api.get(`/api/articles/${articleId}/sign-off`)).toMatchObject({
    signOff: { acknowledgedSuggestions: open.slice(1).map(({ id }) => id) },
  });
});

test('what happened since the signer looked is shown, and nothing is signed until they say so again', async ({
  colleague,
  pageOf,
}) => {
  const { reviewer, editor, articleId, claims } = await scene(colleague);
  const page = await pageOf(reviewer);
  await openSignOff(page, articleId);
  await letStand(page);
  const thread = { body: 'The ministry has rung again.' };
  await editor.api.send('POST', `/api/claims/${claims['the Tarvo Coast Guard']}/comments`, thread);
  await signButton(page).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Not signed' })).toBeVisible();
  await expect(news(page)).toContainText(`${editor.name} commented`);
  await expect(news(page)).toContainText('The ministry has rung again.');
  await expect(news(page).getByRole('heading')).toBeFocused();
  expect(await editor.api.get(`/api/articles/${articleId}`)).toMatchObject({ status: 'checking' });
  await expectFit(page);
  // What was said concerns one of the two: that one is asked for again.
  await expect(page.getByRole('checkbox', { name: 'Disputed: the Tarvo Coast Guard' })).not.toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Waived: 6 a.m.' })).toBeChecked();
  await letStand(page);
  await signButton(page).click();
  await expect(signed(page)).toContainText(reviewer.name);
  await expect(news(page)).toHaveCount(0);
});

test('what happens while the signer reads is told at once, changes nothing under their hands, and is shown first', async ({
  colleague,
  pageOf,
}) => {
  const { reviewer, editor, articleId, claims } = await scene(colleague);
  const page = await pageOf(reviewer);
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PUT' && request.url().endsWith('/sign-off')) sent.push(request.url());
  });
  await openSignOff(page, articleId);
  await letStand(page);
  const disputed = page.getByRole('checkbox', { name: 'Disputed: the Tarvo Coast Guard' });
  const thread = { body: 'The ministry has rung again.' };
  await editor.api.send('POST', `/api/claims/${claims['the Tarvo Coast Guard']}/comments`, thread);
  const line = page.locator('cd-changes-line');
  await expect(line).toContainText('1 change – show it');
  await expect(disputed).toBeChecked();
  await expect(news(page)).toHaveCount(0);
  await expectFit(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Not signed' })).toBeVisible();
  await expect(news(page)).toContainText('The ministry has rung again.');
  await expect(news(page).getByRole('heading')).toBeFocused();
  await expect(disputed).not.toBeChecked();
  await expect(line.getByRole('status')).toBeEmpty();
  expect(sent).toEqual([]);
  await letStand(page);
  await signButton(page).click();
  await expect(signed(page)).toContainText(reviewer.name);
});

test('whoever decides nothing here sees what stands in the way as it changes', async ({
  colleague,
  pageOf,
}) => {
  const { editor, articleId } = await scene(colleague);
  const page = await pageOf(await colleague('viewer'));
  await openSignOff(page, articleId);
  await expect(page.getByText('Nothing. 4 claims are settled.')).toBeVisible();
  const { id } = await editor.api.send('POST', `/api/articles/${articleId}/claims`, {
    ...{ revision: 1, kind: 'casualty_count' },
    span: { start: 212, end: 230, quote: 'at least 41 people' },
  });
  await expect(page.getByRole('heading', { name: 'Not checked (1)' })).toBeVisible();
  await editor.api.send('DELETE', `/api/claims/${id}?version=1`);
  await expect(page.getByText('Nothing. 4 claims are settled.')).toBeVisible();
});

test('a claim marked meanwhile stands in the way by then', async ({ colleague, pageOf }) => {
  const { reviewer, editor, articleId } = await scene(colleague);
  const page = await pageOf(reviewer);
  await openSignOff(page, articleId);
  await letStand(page);
  const there = await new StoryPage(await pageOf(editor)).open(articleId);
  await there.mark('Casualty count', '23 bodies');
  await signButton(page).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Not signed' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Not checked (1)' })).toBeVisible();
  await expect(signButton(page)).toHaveCount(0);
  expect(await editor.api.get(`/api/articles/${articleId}`)).toMatchObject({ status: 'checking' });
});

test('a write on a signed-off story is refused in plain words, until it is reopened with a reason', async ({
  colleague,
  pageOf,
}) => {
  const { reviewer, editor, articleId } = await scene(colleague);
  const theirs = await pageOf(editor);
  // The editor's page is older than the signature, and hears of it by its own write first.
  const news = /\/api\/articles\/[^/]+\/(events|history)(\?|$)/;
  await theirs.route(news, (route) => route.abort());
  const there = await new StoryPage(theirs).open(articleId);
  const page = await pageOf(reviewer);
  await openSignOff(page, articleId);
  await letStand(page);
  await signButton(page).click();
  await expect(signed(page)).toBeVisible();

  await there.drag('23 bodies');
  await there.toolbar.getByRole('button', { name: 'Casualty count' }).click();
  const failed = there.page.getByRole('alert').filter({ hasText: 'Not saved' });
  await expect(failed).toContainText('The story is signed off. Reopen it first, with a reason.');
  await theirs.unroute(news);
  await expect(there.page.getByText(`✔ Signed off by ${reviewer.name}`)).toBeVisible();

  await page.getByRole('button', { name: 'Reopen…' }).click();
  await page.getByRole('button', { name: 'Reopen', exact: true }).click();
  await expect(signed(page).getByRole('alert')).toContainText('must not be empty');
  await page.getByLabel(/^Why the story is reopened/).fill('The coast guard corrected its count.');
  await page.reload();
  await page.getByRole('button', { name: 'Reopen…' }).click();
  await expect(page.getByLabel(/^Why the story is reopened/)).toHaveValue(
    'The coast guard corrected its count.',
  );
  await expectFit(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Reopened by')).toContainText('The coast guard corrected its count.');
  await expect(page.getByText('Reopened by')).toContainText(reviewer.name);
  await expectFit(page);

  await there.page.reload();
  await expect(there.page.getByText(`Reopened by ${reviewer.name}`)).toBeVisible();
  await expect(there.page.getByText('Not saved').filter({ visible: true })).toHaveCount(0);
});

test('a newer text voids the sign-off, and every page says why', async ({ colleague, pageOf }) => {
  const { reviewer, editor, articleId } = await scene(colleague);
  const page = await pageOf(reviewer);
  await openSignOff(page, articleId);
  await letStand(page);
  await signButton(page).click();
  await expect(signed(page)).toBeVisible();
  await sendNewerText(editor, articleId, 'Second lead of the agency');

  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  const ended = page.getByRole('paragraph').filter({ hasText: 'Voided by a newer text' });
  await expect(ended).toContainText('Second lead of the agency');
  await expect(page.getByText(`It was signed off by ${reviewer.name}`)).toContainText('as revision 1');
  await expect(page.getByText('Revision 2', { exact: true })).toBeVisible();
  await expectFit(page);
  await page.goto(`/stories/${articleId}`);
  await expect(page.getByText('No longer signed off: a newer text came in')).toContainText(
    'Second lead of the agency',
  );
});

test('a sign-off page that cannot be fetched says so, and asks again', async ({ colleague, pageOf }) => {
  const { reviewer, articleId } = await scene(colleague);
  const page = await pageOf(reviewer);
  await page.route('**/sign-off', (route) =>
    route.request().resourceType() === 'document'
      ? route.continue()
      : route.fulfill({ status: 503, json: {} }),
  );
  await page.goto(`/stories/${articleId}/sign-off`);
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'What you sign' })).toBeVisible();
});
