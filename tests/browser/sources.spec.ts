/** An entry of the register: its record and uses, merging and parting. */
import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import {
  add,
  dialog,
  events,
  expectAccessibleAtEveryWidth,
  heading,
  keep,
  open,
  storyNaming,
  unheardOf,
} from './register.ts';

/** Go on by Tab until something has the focus, as one without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((element) => element.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}

test('two entries are merged and parted again by keys alone', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const tag = unheardOf('Dunmarsh');
  const [one, other] = [`Hanna Strand of ${tag}`, `H. Strand of ${tag}`];
  const oneId = await add(editor, one, { description: 'the keeper' });
  const otherId = await add(editor, other, { affiliations: ['Lamp Office'] });
  await storyNaming(editor, oneId);
  const page = await pageOf(editor);
  await page.goto(`/sources?q=${encodeURIComponent(tag)}`);
  const link = page.getByRole('rowheader').getByRole('link', { name: one, exact: true });
  await expect(link).toBeVisible();
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  await expect(heading(page, one)).toBeFocused();
  await expect(page.getByText('in 1 story: 1 said, 1 passed on; verified 1')).toBeVisible();

  await tabTo(page, page.getByRole('button', { name: 'Merge…' }));
  await page.keyboard.press('Enter');
  const merging = dialog(page, `Merge “${one}”`);
  await expect(merging.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(`Strand of ${tag}`);
  await expect(merging.getByRole('option')).toHaveCount(1);
  await expect(merging.getByRole('option')).toContainText(other);
  await expectAccessibleInBothThemes(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(merging.getByRole('status')).toContainText(
    `2 places in 1 story name “${one}” and will name “${other}” instead.`,
  );
  await expectAccessibleInBothThemes(page);
  await tabTo(page, merging.getByRole('button', { name: 'Merge', exact: true }));
  await page.keyboard.press('Enter');
  await expect(merging).toBeHidden();
  await expect(heading(page, one)).toBeFocused();
  await expect(page.getByText('This entry was merged into')).toContainText(other);
  await expect(page.getByText('Nowhere.')).toBeVisible();
  await expect(events(page).first()).toContainText(`merged two entries`);
  await expect(events(page).first()).toContainText(`${one} → ${other}`);
  await expect(page.getByRole('button', { name: 'Change' })).toHaveCount(0);
  await expectAccessibleInBothThemes(page);

  await tabTo(page, page.getByRole('link', { name: other }).first());
  await page.keyboard.press('Enter');
  await expect(heading(page, other)).toBeFocused();
  await expect(page.locator('cd-claim-row')).toHaveCount(2);
  await page.goBack();

  const undo = page.getByRole('button', { name: 'Undo the merge' });
  await expect(undo).toBeVisible();
  await tabTo(page, undo);
  await page.keyboard.press('Enter');
  await expect(undo).toBeHidden();
  await expect(page.locator('cd-claim-row')).toHaveCount(2);
  await open(page, otherId, other);
  await expect(page.getByText('Nowhere.')).toBeVisible();
});

test('a merge that is refused says why and changes nothing', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const tag = unheardOf('Selwick');
  const openId = await add(editor, `Open ${tag}`);
  const keptId = await add(editor, `Kept ${tag}`);
  await keep(editor, keptId, `a clerk at ${tag}`, [editor]);
  const page = await pageOf(editor);
  await open(page, openId, `Open ${tag}`);
  await page.getByRole('button', { name: 'Merge…' }).click();
  const merging = dialog(page, /^Merge/);
  await expect(merging.getByRole('button', { name: 'Merge', exact: true })).toBeDisabled();
  await merging.getByRole('combobox').fill(`a clerk at ${tag}`);
  await expect(merging.getByRole('option')).toContainText('confidential');
  await merging.getByRole('option').click();
  await merging.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(merging.getByRole('alert')).toContainText('Only two confidential entries, or two open ones');
  await expectAccessibleInBothThemes(page);
  await merging.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('This entry was merged into')).toHaveCount(0);
  await page.getByRole('button', { name: 'Merge…' }).click();
  await expect(merging.getByRole('combobox')).toBeVisible();
  await expect(merging.getByText('Only two confidential entries')).toHaveCount(0);
});

test('an entry without a use, one with many, and one that cannot be fetched', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  const lone = unheardOf('Nobody quotes');
  const loneId = await add(editor, lone);
  await open(page, loneId, lone);
  await expect(page.getByText('No claim in a story that you may see names it.')).toBeVisible();
  await expect(page.getByText('Nowhere.')).toBeVisible();
  await expectAccessibleAtEveryWidth(page);

  await test.step('many uses come by pages', async () => {
    const often = unheardOf('Quoted all day');
    const id = await add(editor, often, { aliases: ['the keeper'], description: 'keeper of the lamp' });
    for (let story = 0; story < 26; story += 1) await storyNaming(editor, id);
    await page.setViewportSize({ width: 390, height: 700 });
    await open(page, id, often);
    await expect(page.getByText('in 26 stories: 26 said, 26 passed on; verified 26')).toBeVisible();
    await expect(page.locator('cd-claim-row')).toHaveCount(50);
    await page.getByRole('button', { name: 'Show more' }).first().press('Enter');
    await expect(page.locator('cd-claim-row')).toHaveCount(52);
    await expect(page.locator('cd-source-page li').filter({ hasText: 'Passed it on' }).first()).toContainText(
      'Radio Firth',
    );
    await expectAccessibleAtEveryWidth(page);
    await page
      .getByRole('link', { name: /Lighthouse goes dark/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/stories\/[^/]+#claim=/);
  });

  await test.step('each part can be asked for again', async () => {
    const parts = {
      '/record': () => page.getByText('No claim in a story that you may see names it.'),
      '/uses': () => page.getByText('Nowhere.'),
      '/history': () => events(page).filter({ hasText: 'added it to the register' }),
      '': () => heading(page, lone),
    };
    for (const [part, found] of Object.entries(parts)) {
      const failing = (url: URL) => url.pathname === `/api/sources/${loneId}${part}`;
      await page.route(failing, (route) => route.fulfill({ status: 503, json: {} }));
      await page.goto(`/sources/${loneId}`);
      const again = page.getByRole('button', { name: 'Try again' });
      await expect(again).toBeVisible();
      await expect(found()).toBeHidden();
      await expectAccessibleInBothThemes(page);
      await page.unroute(failing);
      await again.click();
      await expect(found()).toBeVisible();
    }
  });

  await page.goto('/sources/01890000-0000-7000-8000-000000000000');
  await expect(page.getByRole('alert')).toContainText('There is nothing here, or it is not for you.');
  await expectAccessibleInBothThemes(page);
});
