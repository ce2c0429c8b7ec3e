/** What a person did can be undone after the page was loaded anew: theirs alone, and never over another's change. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expect, test } from './newsroom.ts';
import { ferryStory, StoryPage } from './story-page.ts';

const WORDS = 'at least 41 people';
const Claims = z.object({
  items: z.array(
    z.looseObject({ id: z.string(), version: z.int(), status: z.string(), summary: z.string().nullable() }),
  ),
});

const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ });

/** The browser has put down what can be undone: it does so beside what it shows. */
const isPutDown = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise<number>((resolve, reject) => {
            const opening = indexedDB.open('claimdesk');
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const count = opening.result.transaction('deeds').objectStore('deeds').count();
              count.onerror = () => reject(count.error);
              count.onsuccess = () => {
                opening.result.close();
                resolve(count.result);
              };
            };
          }),
      ),
    )
    .toBe(1);

test('what was done is undone and done again after reloads, over each other’s changes elsewhere', async ({
  colleague,
  pageOf,
}) => {
  const [editor, other] = [await colleague('editor'), await colleague('editor')];
  const { id } = await editor.api.send('POST', '/api/articles', { text: await ferryStory() });
  const claims = async () => Claims.parse(await editor.api.get(`/api/articles/${id}/claims`)).items;
  const page = await pageOf(editor);
  const story = await new StoryPage(page).open(id);
  await story.mark('Casualty count', WORDS);
  await story.field('In short').fill('The toll so far');
  await story.save();
  await story.showTab('Talk');
  await story.field('Comment').fill('Does this count the crew?');
  await story.button('Comment').click();
  await expect(story.claim.locator('.body')).toHaveText('Does this count the crew?');

  // A comment leaves the claim and other comments as they are.
  const [claim] = await claims();
  await other.api.send('POST', `/api/claims/${claim?.id}/comments`, { body: 'Counted twice.' });
  await page.reload();
  const told = page.locator('.told');
  await expect(undo(page)).toBeEnabled();
  await undo(page).click();
  await expect(told).toHaveText('Undone: commented “Does this count the crew?”');
  await page.reload();
  await undo(page).click();
  await expect(told).toContainText('Undone: changed');
  expect((await claims()).map(({ summary }) => summary)).toEqual([null]);
  await page.reload();
  await page.getByRole('button', { name: /^Redo/ }).click();
  await expect(told).toContainText('Done again: changed');
  expect((await claims()).map(({ summary }) => summary)).toEqual(['The toll so far']);
  await undo(page).click();
  await expect(told).toContainText('Undone: changed');
  await undo(page).click();
  await expect(told).toHaveText(`Undone: marked “${WORDS}”`);
  expect((await claims()).map(({ status }) => status)).toEqual(['withdrawn']);
});

test('another’s later change stands in the way, is told with its name, and stays', async ({
  colleague,
  pageOf,
}) => {
  const [editor, other] = [await colleague('editor'), await colleague('editor')];
  const { id } = await editor.api.send('POST', '/api/articles', { text: await ferryStory() });
  const claims = async () => Claims.parse(await editor.api.get(`/api/articles/${id}/claims`)).items;
  const page = await pageOf(editor);
  const story = await new StoryPage(page).open(id);
  await story.mark('Casualty count', WORDS);
  const [claim] = await claims();
  await isPutDown(page);
  await page.goto('/');
  await other.api.send('PATCH', `/api/claims/${claim?.id}`, { version: claim?.version, summary: 'Theirs' });
  await story.open(id);
  const before = await claims();
  await undo(page).click();
  await expect(page.locator('.told')).toHaveText(
    new RegExp(
      `^Cannot undo: marked “${WORDS}”\\. ${other.name} changed it at \\d\\d:\\d\\d, and that stays\\.$`,
    ),
  );
  expect(await claims()).toEqual(before);
});

test('another person in the same browser cannot undo it', async ({ colleague, pageOf }) => {
  const [editor, other] = [await colleague('editor'), await colleague('editor')];
  const { id } = await editor.api.send('POST', '/api/articles', { text: await ferryStory() });
  const page = await pageOf(editor);
  const story = await new StoryPage(page).open(id);
  await story.mark('Casualty count', WORDS);
  const signIn = async ({ email, password }: typeof other) =>
    page.evaluate(
      async (data) => {
        const headers = { 'Content-Type': 'application/json' };
        await fetch('/api/session', { method: 'DELETE', headers });
        await fetch('/api/session', { method: 'POST', headers, body: JSON.stringify(data) });
      },
      { email, password },
    );
  await isPutDown(page);
  await page.goto('/');
  await signIn(other);
  await story.open(id);
  await page.keyboard.press('z');
  await expect(page.locator('.told')).toHaveText('Nothing to undo.');
  await page.goto('/');
  await signIn(editor);
  await story.open(id);
  await undo(page).click();
  await expect(page.locator('.told')).toHaveText(`Undone: marked “${WORDS}”`);
});
