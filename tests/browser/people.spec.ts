/** Who has access: set-up, invitations, roles, ended sessions, passwords. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { type Colleague, expect, test } from './newsroom.ts';
import { ferryStory, StoryPage } from './story-page.ts';

const Comments = z.object({ items: z.array(z.object({ body: z.string() })) });

const row = (page: Page, { name }: { name: string }) => page.getByRole('row').filter({ hasText: name });
const signInDialog = (page: Page) => page.getByRole('dialog', { name: 'Sign in to go on' });

async function signIn(page: Page, { email }: Colleague, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** A story with one claim of this person's, open at the claim. */
async function storyWithClaim(editor: Colleague, page: Page): Promise<{ story: StoryPage; claimId: string }> {
  const { id } = await editor.api.send('POST', '/api/articles', { text: await ferryStory() });
  const span = { start: 212, end: 230, quote: 'at least 41 people' };
  const body = { revision: 1, kind: 'casualty_count', span };
  const { id: claimId } = await editor.api.send('POST', `/api/articles/${id}/claims`, body);
  const story = await new StoryPage(page).open(id);
  await story.press('41 people');
  await story.expectClaim('at least 41 people');
  return { story, claimId };
}

const commentsOn = async ({ api }: Colleague, claimId: string) =>
  Comments.parse(await api.get(`/api/claims/${claimId}/comments`)).items.map(({ body }) => body);

test('set-up is not offered once it is done', async ({ pageOf }) => {
  const page = await pageOf(null);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByText('set-up link')).toBeHidden();

  await page.goto('/setup');
  await expect(page.getByText('Open the whole set-up link')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Set up and sign in' })).toBeHidden();

  await page.goto('/setup?token=an-old-one');
  await page.getByLabel('Your name').fill('Mallory Quill');
  await page.getByLabel('E-mail address').fill('mallory@desk.test');
  await page.getByLabel('Password').fill('a long enough password');
  await page.getByRole('button', { name: 'Set up and sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('Claimdesk has been set up already.');
});

test('an invited person chooses a password and is in', async ({ colleague, pageOf }) => {
  const admin = await colleague('admin');
  const page = await pageOf(admin);
  const tag = admin.id.slice(-8);
  const name = `Ines Invited ${tag}`;
  await page.goto('/');
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('E-mail address', { exact: true }).fill(`invited-${tag}@desk.test`);
  await page.getByLabel('Role', { exact: true }).selectOption('Reviewer');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const link = page.getByLabel(`One-time link for ${name}`);
  await expect(link).toHaveValue(/\/invitations\/.{20,}/);
  const address = new URL(await link.inputValue()).pathname;
  await expect(row(page, { name })).toContainText('Invited');

  await test.step('the link is shown once', async () => {
    await page.reload();
    await expect(row(page, { name })).toBeVisible();
    await expect(link).toBeHidden();
    await expect(page.getByText(address)).toBeHidden();
  });

  await test.step('and works once', async () => {
    const theirs = await pageOf(null);
    await theirs.goto(address);
    await expect(theirs.getByText(`Welcome, ${name}.`)).toBeVisible();
    await expect(theirs.getByText(`invited-${tag}@desk.test`)).toBeVisible();
    await theirs.getByLabel('New password').fill('short');
    await theirs.getByRole('button', { name: 'Save and sign in' }).click();
    await expect(theirs.getByText('Must have at least 12 characters.')).toBeVisible();
    await theirs.getByLabel('New password').fill('a password of some length');
    await theirs.getByRole('button', { name: 'Save and sign in' }).click();
    await expect(theirs.getByRole('heading', { name: 'Desk' })).toBeVisible();
    await expect(theirs.getByRole('link', { name })).toBeVisible();

    await theirs.goto(address);
    await expect(theirs.getByRole('alert')).toContainText('This link has been used or has run out.');
  });

  await page.reload();
  await expect(row(page, { name })).toContainText('Active');
  await expect(page.getByLabel(`Role of ${name}`)).toHaveValue('reviewer');
});

test('a changed role counts at once', async ({ colleague, pageOf }) => {
  const admin = await colleague('admin');
  const editor = await colleague('editor');
  const theirs = await pageOf(editor);
  await theirs.goto('/');
  await expect(theirs.getByRole('link', { name: 'Bring in a story' }).first()).toBeVisible();

  const page = await pageOf(admin);
  await page.goto('/people');
  await page.getByLabel(`Role of ${editor.name}`).selectOption('Viewer');
  await expect(page.getByText(`${editor.name} changed`)).toBeAttached();

  await theirs.reload();
  await expect(theirs.getByRole('heading', { name: 'Desk' })).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Export' })).toBeVisible();
  await expect(theirs.getByRole('link', { name: 'Bring in a story' })).toHaveCount(0);
  await theirs.goto('/people');
  await expect(theirs.getByText('Only admins give people access.')).toBeVisible();
});

test('taking access away ends the session, and what was typed is kept', async ({ colleague, pageOf }) => {
  const admin = await colleague('admin');
  const editor = await colleague('editor');
  const theirs = await pageOf(editor);
  const { story, claimId } = await storyWithClaim(editor, theirs);
  await story.showTab('Talk');
  await story.field('Comment').fill('The harbour office says 43.');

  const page = await pageOf(admin);
  await page.goto('/people');
  await page.getByRole('button', { name: `Deactivate ${editor.name}` }).click();
  await expect(row(page, editor)).toContainText('Deactivated');

  await test.step('the next act asks to sign in, in place', async () => {
    // What the page asks for by itself may bring the dialog first: then it lies over the button.
    await story.button('Comment').dispatchEvent('click');
    await expect(signInDialog(theirs)).toBeVisible();
    await signIn(theirs, editor, editor.password);
    await expect(theirs.getByText('The e-mail address or the password is wrong.')).toBeVisible();
    expect(await commentsOn(admin, claimId)).toEqual([]);
  });

  await test.step('with access again the act is done, once', async () => {
    await page.getByRole('button', { name: `Reactivate ${editor.name}` }).click();
    await expect(row(page, editor)).toContainText('Active');
    await signIn(theirs, editor, editor.password);
    await expect(signInDialog(theirs)).toBeHidden();
    await expect(story.claim.getByRole('article')).toContainText('The harbour office says 43.');
    // It is shown before it is saved.
    await expect.poll(() => commentsOn(admin, claimId)).toEqual(['The harbour office says 43.']);
    await expect(theirs.getByText('is not saved yet')).toBeHidden();
    expect(await commentsOn(admin, claimId)).toEqual(['The harbour office says 43.']);
  });
});

test('an expired session leaves the form as it was typed', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  const { story } = await storyWithClaim(editor, page);
  await story.showTab('Verdict');
  await story.field('Reason').first().fill('Two registers agree.');
  await page.context().clearCookies();
  // What the page asks for by itself may bring the dialog first: then it lies over the tab.
  await story.claim.getByRole('tab', { name: 'Evidence' }).dispatchEvent('click');
  await expect(signInDialog(page)).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue(editor.email);
  await signIn(page, editor, editor.password);
  await expect(signInDialog(page)).toBeHidden();
  await expect(story.claim.getByText('Nothing is cited yet.')).toBeVisible();
  await story.showTab('Verdict');
  await expect(story.field('Reason').first()).toHaveValue('Two registers agree.');
});

test('a new password signs out everywhere else', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  const elsewhere = await pageOf(editor);
  await elsewhere.goto('/');
  await expect(elsewhere.getByRole('heading', { name: 'Desk' })).toBeVisible();

  await page.goto('/');
  await page.getByRole('link', { name: editor.name }).click();
  const change = async (current: string, next: string) => {
    await page.getByLabel('Current password').fill(current);
    await page.getByLabel('New password').fill(next);
    await page.getByRole('button', { name: 'Change password' }).click();
  };
  await change('not the password', 'a password of some length');
  await expect(page.getByRole('alert')).toContainText('The current password is wrong.');
  await change(editor.password, 'a password of some length');
  await expect(page.getByText('Changed.', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();

  await elsewhere.getByRole('link', { name: 'Sources' }).click();
  await expect(signInDialog(elsewhere)).toBeVisible();
  await signIn(elsewhere, editor, 'a password of some length');
  await expect(signInDialog(elsewhere)).toBeHidden();
  await expect(elsewhere.getByRole('heading', { name: 'Sources' })).toBeVisible();
});
