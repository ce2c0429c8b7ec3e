/** A restricted story is there for its people, and for nobody else. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './newsroom.ts';
import { StoryPage } from './story-page.ts';

const textOf = (title: string) =>
  `${title}\n\nThe ministry said 14 people were injured in the blast. Nobody claimed it.\n`;

/** Find by words on a page that lists something, and wait until the list has settled on `found`. */
async function find(page: Page, address: string, words: string, found: string): Promise<void> {
  await page.goto(address);
  const answer = page.waitForResponse((response) => new URL(response.url()).searchParams.get('q') === words);
  await page.getByRole('searchbox').fill(words);
  await answer;
  await expect(page.getByText(found).first()).toBeVisible();
}

/** The export of the list that is shown, as text. */
async function exported(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click();
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  return readFile(await (await started).path(), 'utf8');
}

test('a restricted story is absent for all but its people', async ({ colleague, pageOf }) => {
  const [owner, member, reviewer, outsider] = [
    await colleague('editor'),
    await colleague('editor'),
    await colleague('reviewer'),
    await colleague('editor'),
  ];
  const tag = `tag${owner.id.slice(-12)}`;
  const [secret, open] = [`Depot blast kept quiet ${tag}`, `Depot blast seen by all ${tag}`];
  const page = await pageOf(owner);

  await test.step('it is brought in for named people', async () => {
    await page.goto('/stories/new');
    await page.getByRole('textbox', { name: 'The story’s text' }).fill(textOf(secret));
    await page.getByRole('radio', { name: 'Named people only' }).check();
    const find = page.getByRole('searchbox', { name: 'Find people' });
    for (const { name } of [member, reviewer]) {
      if (await find.isVisible()) await find.fill(name);
      await page.getByRole('checkbox', { name }).check();
    }
    await page.getByRole('button', { name: 'Save the story' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(secret);
    await expect(page.getByText('Restricted', { exact: true })).toBeVisible();
  });
  const address = new URL(page.url()).pathname;
  const story = new StoryPage(page);
  await story.mark('Casualty count', '14 people', 'said');
  await story.give('accurate', `Asked the hospital ${tag}`);

  await test.step('with a verified claim, beside an open story with another', async () => {
    const { id } = await owner.api.send('POST', '/api/articles', { text: textOf(open) });
    const start = textOf(open).indexOf('14 people');
    const span = { start, end: start + '14 people'.length, quote: '14 people' };
    const claim = await owner.api.send('POST', `/api/articles/${id}/claims`, {
      revision: 1,
      kind: 'casualty_count',
      span,
    });
    await owner.api.send('PUT', `/api/claims/${claim.id}/verdict`, {
      version: 1,
      verdict: 'accurate',
      reason: 'Asked the hospital',
    });
    await reviewer.api.send('PUT', `/api/claims/${claim.id}/review`, { version: 2, decision: 'passed' });
    const theirs = await pageOf(reviewer);
    await theirs.goto(address);
    const asReviewer = new StoryPage(theirs);
    await asReviewer.press('14 people', 'said');
    await asReviewer.showTab('Verdict');
    await asReviewer.button('✔ Pass').click();
    await expect(asReviewer.claim.getByText('✔ passed', { exact: true })).toBeVisible();
  });

  await test.step('for another editor it is nowhere', async () => {
    const theirs = await pageOf(outsider);
    await find(theirs, '/', tag, open);
    await expect(theirs.getByRole('listitem').filter({ hasText: 'Depot blast' })).toHaveCount(1);
    await expect(theirs.getByText(secret)).toHaveCount(0);
    await theirs.goto('/');
    const all = await exported(theirs);
    expect(all).toContain(open);
    expect(all).not.toContain(secret);
    await find(theirs, '/claims', '14 people', open);
    await expect(theirs.getByText(secret)).toHaveCount(0);
    const file = await exported(theirs);
    expect(file).toContain(open);
    expect(file).not.toContain(secret);
    await theirs.goto(address);
    await expect(theirs.getByRole('alert')).toContainText('There is nothing here, or it is not for you.');
    await expect(theirs.getByText(secret)).toHaveCount(0);
  });

  await test.step('for a member it is everywhere', async () => {
    const theirs = await pageOf(member);
    await find(theirs, '/', tag, secret);
    await theirs.goto('/');
    expect(await exported(theirs)).toContain(secret);
    await find(theirs, '/claims', '14 people', secret);
    await theirs.getByRole('link', { name: secret }).click();
    await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(secret);
  });

  await test.step('until the owner takes them off it', async () => {
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('checkbox', { name: member.name }).uncheck();
    await page.getByRole('button', { name: 'Save', exact: true }).last().click();
    await expect(page.getByRole('dialog', { name: 'Story settings' })).toBeHidden();
    const theirs = await pageOf(member);
    await theirs.goto(address);
    await expect(theirs.getByRole('alert')).toContainText('There is nothing here, or it is not for you.');
  });
});
