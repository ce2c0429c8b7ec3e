/** A session that ends under an open page: signed in again in place, in every window, and nothing lost. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { type Colleague, expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { MARKED, markedStory } from './scene.ts';
import { StoryPage } from './story-page.ts';

const Claims = z.object({
  items: z.array(
    z.looseObject({
      span: z.looseObject({ quote: z.string() }),
      verdict: z.looseObject({ reason: z.string() }).nullable(),
    }),
  ),
});

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Sign in to go on' });
/** What stands in the dialog: it is in another tree than the dialog itself. */
const held = (page: Page) => page.locator('cd-app').locator('cd-dialog[held]');
const line = (page: Page) => page.locator('cd-unsaved');

async function signInAgain(page: Page, { email, password }: Colleague): Promise<void> {
  await held(page).getByLabel('E-mail').fill(email);
  await held(page).getByLabel('Password').fill(password);
  await held(page).getByRole('button', { name: 'Sign in' }).click();
}

test('what was written after the session ran out is kept, and saved once its person is signed in again in place', async ({
  colleague,
  pageOf,
}) => {
  const { editor, articleId, claimId } = await markedStory(await colleague('editor'));
  const page = await pageOf(editor);
  const story = await new StoryPage(page).open(articleId);
  await story.press('41 people');
  await story.expectClaim(MARKED);
  await page.context().setOffline(true);
  await story.give('unverifiable', 'The port keeps no list.');
  await story.drag('12 children');
  await story.toolbar.getByRole('button', { name: 'Fact' }).click();
  await expect(line(page)).toContainText('2 changes are not saved yet: Claimdesk cannot be reached.');
  await page.context().clearCookies();
  await page.context().setOffline(false);
  await expect(dialog(page)).toBeVisible();
  await expect(line(page)).toContainText('2 changes are not saved yet: sign in again to save them.');
  await expectAccessibleInBothThemes(page);
  await signInAgain(page, editor);
  await expect(dialog(page)).toBeHidden();
  await expect(line(page).getByRole('status')).toBeEmpty();
  const { items } = Claims.parse(await editor.api.get(`/api/articles/${articleId}/claims`));
  expect(items.map(({ span }) => span.quote).sort()).toEqual(['12 children', MARKED].sort());
  expect(items.find(({ span }) => span.quote === MARKED)?.verdict?.reason).toBe('The port keeps no list.');
  await expect(page).toHaveURL(new RegExp(`/stories/${articleId}#claim=`));
  await story.press('41 people');
  await story.expectClaim(MARKED);
  expect(claimId).not.toBe('');
});

test('whoever signs in again in one window is signed in in the others', async ({ colleague, pageOf }) => {
  const { editor, articleId } = await markedStory(await colleague('editor'));
  const page = await pageOf(editor);
  const other = await page.context().newPage();
  for (const window of [page, other]) {
    await new StoryPage(window).open(articleId);
    await window.getByRole('application').focus();
  }
  const { items } = z
    .object({ items: z.array(z.looseObject({ id: z.string() })) })
    .parse(await editor.api.get(`/api/articles/${articleId}/claims`));
  expect(items).toHaveLength(1);
  // At the server, as when it ran out: both windows are told by their streams.
  await page.context().request.delete('/api/session', {
    headers: { Origin: new URL(process.env.CLAIMDESK_TEST_URL ?? '').origin },
    failOnStatusCode: true,
  });
  for (const window of [page, other]) await expect(dialog(window)).toBeVisible();
  await signInAgain(page, editor);
  for (const window of [page, other]) await expect(dialog(window)).toBeHidden();
  const story = new StoryPage(other);
  await story.press('41 people');
  await story.expectClaim(MARKED);
});

test('where somebody else signs in, the other windows do nothing in their name', async ({
  colleague,
  pageOf,
}) => {
  const { editor, articleId } = await markedStory(await colleague('editor'));
  const next = await colleague('editor');
  const page = await pageOf(editor);
  const other = await page.context().newPage();
  await new StoryPage(page).open(articleId);
  await other.goto('/');
  await other.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(dialog(page)).toBeVisible();
  await other.getByLabel('E-mail').fill(next.email);
  await other.getByLabel('Password').fill(next.password);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
  await expect(held(page)).toContainText(`${next.name} signed in in another window of this browser.`);
  await expect(dialog(page)).toBeVisible();
  await signInAgain(page, editor);
  await expect(dialog(page)).toBeHidden();
  await expect(held(other)).toContainText(`${editor.name} signed in in another window of this browser.`);
});

test('where somebody else signs in, a restricted story stays its reader’s, and is followed on once they are back', async ({
  colleague,
  pageOf,
}) => {
  const { editor, articleId, claimId } = await markedStory(await colleague('editor'));
  const next = await colleague('editor');
  const { version } = z
    .looseObject({ version: z.int() })
    .parse(await editor.api.get(`/api/articles/${articleId}`));
  await editor.api.send('PATCH', `/api/articles/${articleId}`, { version, access: 'restricted' });
  const page = await pageOf(editor);
  await new StoryPage(page).open(articleId);
  const asked: string[] = [];
  page.on('response', async (response) => {
    if (!response.url().includes(`/api/articles/${articleId}/history`) || response.ok()) return;
    asked.push(z.object({ code: z.string() }).parse(await response.json()).code);
  });
  // At the server, as from another window: the story's stream ends, and its history is asked why.
  await page.context().request.post('/api/session', {
    data: { email: next.email, password: next.password },
    headers: { Origin: new URL(process.env.CLAIMDESK_TEST_URL ?? '').origin },
    failOnStatusCode: true,
  });
  await expect(held(page)).toContainText(`${next.name} signed in in another window of this browser.`);
  // What is said of a try to sign in is not said over by what the page goes on asking.
  await held(page).getByLabel('E-mail').fill(editor.email);
  await held(page).getByLabel('Password').fill('not the password at all');
  await held(page).getByRole('button', { name: 'Sign in' }).click();
  await expect(held(page)).toContainText('The e-mail address or the password is wrong.');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.waitForResponse((response) => response.url().includes('/presence') && response.status() === 401);
  await expect(held(page)).toContainText('The e-mail address or the password is wrong.');
  await signInAgain(page, editor);
  await expect(dialog(page)).toBeHidden();
  const claim = z.looseObject({ version: z.int() }).parse(await editor.api.get(`/api/claims/${claimId}`));
  await editor.api.send('DELETE', `/api/claims/${claimId}?version=${claim.version}`);
  await expect(page.getByText('No claims yet')).toBeVisible();
  expect(new Set(asked)).toEqual(new Set(['SOMEONE_ELSE']));
});
