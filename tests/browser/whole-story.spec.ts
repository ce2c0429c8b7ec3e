/** A story of another Claimdesk on the import page: recognised, looked into, brought in whole, or refused in words. */
import type { Page } from '@playwright/test';
import { StoryDocument } from '../../server/contract/stories.ts';
import { resealed, underOtherIds } from '../support/story-documents.ts';
import { zipOf } from '../support/zip.ts';
import { type Colleague, expect, expectAccessibleInBothThemes, test } from './newsroom.ts';

const TEXT = 'Ferry sinks off Lindholm\n\nNine children were among the dead, the harbour office said.';
const WORDS = 'Nine children';
const start = TEXT.indexOf(WORDS);
const span = { start, end: start + WORDS.length, quote: WORDS };

/** A story with a claim that was checked, as it would leave another Claimdesk. */
async function documentOf(editor: Colleague): Promise<StoryDocument> {
  const story = await editor.api.send('POST', '/api/articles', { text: TEXT });
  const claim = await editor.api.send('POST', `/api/articles/${story.id}/claims`, {
    ...{ revision: 1, kind: 'fact', span, details: { about: 'quantity' } },
  });
  await editor.api.send('PUT', `/api/claims/${claim.id}/verdict`, {
    ...{ version: 1, verdict: 'accurate', reason: 'The register says so.' },
  });
  const document = StoryDocument.parse(await editor.api.get(`/api/exports/stories/${story.id}`));
  Object.assign(document.story.article, { title: 'Ferry sinks, from elsewhere' });
  for (const person of document.story.people) person.name = 'Ada Field';
  return resealed(underOtherIds(document));
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/stories/new');
  await page.getByLabel('Choose a file').setInputFiles({ name, mimeType: '', buffer });
}

const whole = (page: Page) => page.getByRole('region', { name: 'A whole story from another Claimdesk' });
const bringIn = (page: Page) => page.getByRole('button', { name: 'Bring in the whole story' });
const asText = (document: StoryDocument) => Buffer.from(JSON.stringify(document));
const asPackage = (document: StoryDocument, more: readonly [string, string][] = []) =>
  zipOf([
    ['story.json', JSON.stringify({ ...document, manifest: { ...document.manifest, files: [] } })],
    ...more,
  ]);

for (const [what, name, bytes] of [
  ['document', 'ferry.json', asText],
  ['package', 'ferry.claimdesk.zip', asPackage],
] as const)
  test(`a ${what} is looked into, and comes in whole`, async ({ colleague, pageOf }) => {
    const editor = await colleague('editor');
    const page = await pageOf(editor);
    const document = await documentOf(editor);
    await choose(page, name, bytes(document));
    await expect(whole(page)).toContainText('Ferry sinks, from elsewhere');
    await expect(whole(page)).toContainText('1 text, 1 claim, 1 verdict');
    await expect(whole(page)).toContainText(`by ${editor.name}`);
    await expect(whole(page)).toContainText(document.manifest.headHash ?? 'none');
    await expect(whole(page)).toContainText('Ada Field');
    await bringIn(page).click();
    await expect(page).toHaveURL(new RegExp(`/stories/${document.story.article.id}`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ferry sinks, from elsewhere');
    await page.goto(`/stories/${document.story.article.id}#claim=${document.story.claims[0]?.id}`);
    await page.getByRole('tab', { name: 'Verdict' }).click();
    await expect(page.getByText('Ada Field (elsewhere)').first()).toBeVisible();
    await page.goto(`/stories/${document.story.article.id}/history`);
    const elsewhere = page.getByRole('region', { name: 'History from elsewhere' });
    await expect(elsewhere).toContainText('It is whole.');
    await expect(elsewhere).toContainText(document.manifest.headHash ?? 'none');
    await expect(elsewhere.getByRole('listitem')).toHaveCount(document.manifest.head);
    await page.goto('/claims');
    await expect(page.getByText('Ada Field (elsewhere)').first()).toBeVisible();
  });

test('an admin erases what an event from elsewhere says', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const page = await pageOf(await colleague('admin'));
  const document = await documentOf(editor);
  for (const event of document.manifest.history) event.data = { after: { title: 'x' } };
  await editor.api.send('POST', '/api/stories', document);
  await page.goto(`/stories/${document.story.article.id}/history`);
  const elsewhere = page.getByRole('region', { name: 'History from elsewhere' });
  const first = elsewhere.getByRole('listitem').first();
  await first.getByRole('button', { name: 'Erase what it says' }).click();
  await first.getByRole('button', { name: 'Erase for good' }).click();
  await expect(first.getByRole('alert')).toBeVisible();
  await first.getByLabel('Legal reason').fill('A court says so.');
  await first.getByRole('button', { name: 'Erase for good' }).click();
  await expect(first).toContainText('What this said was erased for legal reasons.');
  await expect(first.getByRole('button')).toHaveCount(0);
  await expect(page.getByText('erased what an event from elsewhere said')).toBeVisible();
});

/** A story that went from a first newsroom to a second one, where more was done, and from there to here. */
async function travelledTwice(first: Colleague, second: Colleague) {
  const begun = await documentOf(first);
  const id = begun.story.article.id;
  // The second newsroom found it altered: what its history says is not what was signed.
  for (const event of begun.manifest.history) event.data = { after: { title: 'x' } };
  await second.api.send('POST', '/api/stories', begun);
  const [claim] = begun.story.claims;
  for (const body of ['Who counted them?', 'The harbour office did.'])
    await second.api.send('POST', `/api/claims/${claim?.id}/comments`, { body });
  const went = StoryDocument.parse(await second.api.get(`/api/exports/stories/${id}`));
  const last = underOtherIds(went);
  await second.api.send('POST', '/api/stories', last);
  return { id: last.story.article.id, first: begun.manifest, second: went.manifest };
}

test('of one that came through two newsrooms the history of either can be read, and erased from', async ({
  colleague,
  pageOf,
}) => {
  const [first, second] = [await colleague('editor'), await colleague('editor')];
  const page = await pageOf(await colleague('admin'));
  const story = await travelledTwice(first, second);
  await page.goto(`/stories/${story.id}/history`);
  const elsewhere = page.getByRole('region', { name: 'History from elsewhere' });
  const whose = elsewhere.getByLabel('Whose history');
  const events = elsewhere.getByRole('listitem');
  await expect(whose).toHaveAccessibleName('Whose history (1 of 2, the newest first)');
  const nameOf = ({ name }: Colleague, head: number) => new RegExp(`${name}.*: ${head} events$`);
  const earlier = nameOf(first, story.first.head);
  await expect(whose.getByRole('option')).toHaveText([nameOf(second, story.second.head), earlier]);
  await expect(elsewhere).toContainText(story.second.headHash ?? 'none');
  await expect(events).toHaveCount(story.second.head);

  await whose.press('ArrowDown');
  await expect(whose).toHaveAccessibleName('Whose history (2 of 2, the newest first)');
  await expect(whose).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: earlier })).toBeAttached();
  await expect(elsewhere).toContainText(story.first.headHash ?? 'none');
  await expect(elsewhere).toContainText(
    'The file says that it was found altered where it was then brought in.',
  );
  await expect(elsewhere).not.toContainText('It is not as it was when it left');
  await expect(events).toHaveCount(story.first.head);

  const one = events.first();
  await one.getByRole('button', { name: 'Erase what it says' }).click();
  await one.getByLabel('Legal reason').fill('A court says so.');
  // What was typed waits while another is looked at.
  await whose.press('ArrowUp');
  await expect(events).toHaveCount(story.second.head);
  await expect(elsewhere.getByLabel('Legal reason')).toHaveCount(0);
  await whose.press('ArrowDown');
  await expect(one.getByLabel('Legal reason')).toHaveValue('A court says so.');
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expectAccessibleInBothThemes(page);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
  }
  await one.getByRole('button', { name: 'Erase for good' }).click();
  await expect(one).toContainText('What this said was erased for legal reasons.');
  // And so it is on the server: there alone.
  await page.reload();
  await expect(events).toHaveCount(story.second.head);
  await expect(events.filter({ hasText: 'was erased' })).toHaveCount(0);
  await whose.press('ArrowDown');
  await expect(events).toHaveCount(story.first.head);
  await expect(events.filter({ hasText: 'was erased' })).toHaveCount(1);
});

test('where the history before cannot be loaded that is said, and it can be loaded again', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  const story = await travelledTwice(editor, await colleague('editor'));
  const deeper = /\/history\/elsewhere\?.*depth=2/;
  await page.route(deeper, (route) => route.abort());
  await page.goto(`/stories/${story.id}/history`);
  const elsewhere = page.getByRole('region', { name: 'History from elsewhere' });
  await expect(elsewhere).toContainText('That history could not be loaded.');
  await expect(elsewhere.getByRole('listitem')).toHaveCount(story.second.head);
  await expect(elsewhere.getByLabel('Whose history')).toHaveCount(0);
  await page.unroute(deeper);
  await elsewhere.getByRole('button', { name: 'Load it again' }).click();
  await expect(elsewhere.getByLabel('Whose history').getByRole('option')).toHaveCount(2);
  await expect(elsewhere).not.toContainText('could not be loaded');
});

test('one that was altered comes in and says so', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  const document = await documentOf(editor);
  Object.assign(document.story.verdicts[0] ?? {}, { reason: 'Because.' });
  await choose(page, 'ferry.json', asText(document));
  await bringIn(page).click();
  await expect(page.getByRole('alert')).toContainText('It is not as it was when it left');
  await page.getByRole('link', { name: 'Open the story' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ferry sinks, from elsewhere');
});

test('one that is here already, or is wrong, is refused in words; it can be put aside', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  const document = await documentOf(editor);
  await editor.api.send('POST', '/api/stories', document);
  await choose(page, 'ferry.claimdesk.zip', asPackage(document));
  await bringIn(page).click();
  await expect(page.getByRole('alert')).toContainText('Something else has this id already.');
  await expect(page.getByRole('link', { name: 'If it is here already, open it' })).toBeVisible();

  await choose(page, 'ferry.zip', asPackage(underOtherIds(document), [['notes.txt', 'x']]));
  await bringIn(page).click();
  await expect(page.getByRole('alert')).toContainText('What is in this package is not what its story says.');
  await expect(page.getByRole('alert')).toContainText('notes.txt is nothing that belongs to a package');
  await page.getByRole('button', { name: 'Put it aside' }).click();
  await expect(page.getByLabel('The story’s text')).toBeVisible();
});

test('one that is cut off is told to be so before it travels', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const page = await pageOf(editor);
  const document = await documentOf(editor);
  await choose(page, 'ferry.json', asText(document).subarray(0, -20));
  await expect(page.getByRole('alert').filter({ hasText: 'damaged' })).toHaveText(
    'This story of a Claimdesk is damaged or cut off.',
  );
  await choose(page, 'ferry.claimdesk.zip', asPackage(document).subarray(0, -20));
  await expect(page.getByRole('alert').filter({ hasText: 'damaged' })).toContainText(
    'This package is damaged',
  );
});
