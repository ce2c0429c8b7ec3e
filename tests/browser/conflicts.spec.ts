/** Two people at once, replies that get lost, pages that are left: nothing typed is lost, nothing is done twice. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { type Colleague, expect, test } from './newsroom.ts';
import { MARKED, type Marked, markedStory } from './scene.ts';
import { ferryStory, StoryPage } from './story-page.ts';

const Claims = z.object({ items: z.array(z.looseObject({ id: z.string(), details: z.unknown() })) });
const History = z.object({ items: z.array(z.object({ type: z.string() })) });

async function openClaim(page: Page, { articleId }: Marked): Promise<StoryPage> {
  const story = await new StoryPage(page).open(articleId);
  await story.press('41 people');
  await story.expectClaim(MARKED);
  return story;
}

/** How often something happened to the story, by its history. */
async function happened({ editor, articleId }: Marked, type: string): Promise<number> {
  const { items } = History.parse(await editor.api.get(`/api/articles/${articleId}/history`));
  return items.filter((item) => item.type === type).length;
}

/** Let requests reach the server and lose its replies, `times` times. Gives the keys that were sent. */
async function loseReplies(page: Page, method: string, path: RegExp, times: number): Promise<string[]> {
  const keys: string[] = [];
  await page.route(path, async (route, request) => {
    if (request.method() !== method) return route.fallback();
    keys.push(request.headers()['idempotency-key'] ?? '');
    if (keys.length > times) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  return keys;
}

test('of two editors the second sees both values and loses nothing', async ({ colleague, pageOf }) => {
  const first = await colleague('editor');
  const second = await colleague('editor');
  const scene = await markedStory(first);
  const [here, there] = [
    await openClaim(await pageOf(first), scene),
    await openClaim(await pageOf(second), scene),
  ];

  await there.field('Low').fill('44');
  await there.field('Place').fill('Port Elsen');
  await here.field('Low').fill('43');
  await here.field('Scope').selectOption('One incident');
  await here.save();

  await there.button('Save').click();
  const conflict = there.claim.getByRole('alert').filter({ hasText: 'changed this claim while you typed' });
  await expect(conflict).toBeVisible();
  const row = (label: string) => conflict.getByRole('row').filter({ hasText: label });
  await expect(row('Low').getByRole('cell')).toContainText(['44', '43', '']);
  await expect(row('Place')).toBeHidden();
  await expect(conflict).toContainText('Only you changed these, and they are kept: Place.');
  await expect(there.field('Place')).toHaveValue('Port Elsen');

  await row('Low').getByRole('button', { name: 'Take theirs' }).click();
  await expect(there.field('Low')).toHaveValue('43');
  await there.save();
  const { items } = Claims.parse(await first.api.get(`/api/articles/${scene.articleId}/claims`));
  expect(items).toHaveLength(1);
  expect(items[0]?.details).toMatchObject({ low: 43, scope: 'incident', place: { name: 'Port Elsen' } });
});

test('of two editors on different fields both succeed, and the second is told', async ({
  colleague,
  pageOf,
}) => {
  const first = await colleague('editor');
  const scene = await markedStory(first);
  const story = await openClaim(await pageOf(await colleague('editor')), scene);
  await story.field('Place').fill('Port Elsen');
  await first.api.send('PATCH', `/api/claims/${scene.claimId}`, { version: 1, summary: 'The toll so far' });
  await story.save();
  await expect(story.page.locator('.told')).toContainText('changed In short meanwhile: both are kept.');
  await expect(story.field('In short')).toHaveValue('The toll so far');
  const { items } = Claims.parse(await first.api.get(`/api/articles/${scene.articleId}/claims`));
  expect(items[0]).toMatchObject({ summary: 'The toll so far', details: { place: { name: 'Port Elsen' } } });

  // What undoes it takes back what its author did, and no more.
  await story.page.getByRole('button', { name: /^Undo/ }).click();
  await expect(story.field('Place')).toHaveValue('');
  await expect(story.field('In short')).toHaveValue('The toll so far');
});

test('an edit that would end a verdict given meanwhile asks its author to look', async ({
  colleague,
  pageOf,
}) => {
  const first = await colleague('editor');
  const scene = await markedStory(first);
  const story = await openClaim(await pageOf(await colleague('editor')), scene);
  await story.field('Place').fill('Port Elsen');
  const verdict = { version: 1, verdict: 'accurate', reason: 'The log says so.', correction: null };
  await first.api.send('PUT', `/api/claims/${scene.claimId}/verdict`, verdict);
  await story.button('Save').click();
  const conflict = story.claim.getByRole('alert').filter({ hasText: 'A verdict was given meanwhile.' });
  await expect(conflict).toContainText('The log says so.');
  await conflict.getByRole('button', { name: 'Keep what I typed' }).press('Enter');
  await story.save();
  expect(await happened(scene, 'claim.edited')).toBe(1);
});

test('of two changes to one citation the second sees both and chooses', async ({ colleague, pageOf }) => {
  const first = await colleague('editor');
  const scene = await markedStory(first);
  const { id } = await first.api.send('POST', `/api/claims/${scene.claimId}/citations`, {
    stance: 'supports',
    locator: 'page 1',
    evidence: { kind: 'document', title: 'The port log' },
  });
  const story = await openClaim(await pageOf(await colleague('editor')), scene);
  await story.showTab('Evidence');
  await story.button('Change').click();
  await story.field('Words relied on').first().fill('forty-one');
  await story.field('Where in it').first().fill('page 3');
  await first.api.send('PATCH', `/api/citations/${id}`, { version: 1, locator: 'page 2', stance: 'context' });
  await story.button('Save').click();
  const conflict = story.claim.getByRole('alert').filter({ hasText: 'Someone changed the same' });
  const row = conflict.getByRole('row').filter({ hasText: 'Where in it' });
  await expect(row.getByRole('cell')).toContainText(['page 3', 'page 2', '']);
  await expect(conflict.getByRole('row')).toHaveCount(2);
  await row.getByRole('button', { name: 'Take theirs' }).press('Enter');
  await expect(conflict).toBeHidden();
  await story.button('Save').click();
  const citation = story.claim.getByRole('article');
  await expect(citation).toContainText('Context only');
  await expect(citation).toContainText('page 2');
  await expect(citation).toContainText('forty-one');
});

/** Two editors change a claim's low, outcome and place; the second is told when they save. */
async function clash(
  colleague: (role: 'editor') => Promise<Colleague>,
  pageOf: (person: Colleague) => Promise<Page>,
) {
  const first = await colleague('editor');
  const scene = await markedStory(first);
  const story = await openClaim(await pageOf(await colleague('editor')), scene);
  await story.field('Low').fill('44');
  await story.field('Outcome').selectOption('Missing');
  await story.field('Place').fill('Port Elsen');
  const { items } = Claims.parse(await first.api.get(`/api/articles/${scene.articleId}/claims`));
  const details = {
    ...z.record(z.string(), z.unknown()).parse(items[0]?.details),
    low: 43,
    outcome: 'injured',
  };
  await first.api.send('PATCH', `/api/claims/${scene.claimId}`, { version: 1, revision: 1, details });
  await story.button('Save').click();
  const conflict = story.claim.getByRole('alert').filter({ hasText: 'changed this claim' });
  await expect(conflict).toBeVisible();
  await expect(conflict.getByRole('button', { name: 'Take theirs' })).toHaveCount(2);
  const saved = async () => {
    await story.save();
    const now = Claims.parse(await first.api.get(`/api/articles/${scene.articleId}/claims`));
    return now.items[0]?.details;
  };
  return { story, conflict, saved };
}

const CHOICES: Readonly<Record<string, { press: string[]; saved: object }>> = {
  'keeps what was typed': { press: ['Keep what I typed'], saved: { low: 44, outcome: 'missing' } },
  'takes all of theirs, and keeps what only one changed': {
    press: ['Use theirs'],
    saved: { low: 43, outcome: 'injured' },
  },
  'takes one of theirs and keeps the other': {
    press: ['Take theirs', 'Keep what I typed'],
    saved: { low: 44, outcome: 'injured' },
  },
  'takes them one by one': { press: ['Take theirs', 'Take theirs'], saved: { low: 43, outcome: 'injured' } },
};
for (const [name, { press, saved: expected }] of Object.entries(CHOICES))
  test(`of two changes to one claim the second ${name}`, async ({ colleague, pageOf }) => {
    const { conflict, saved } = await clash(colleague, pageOf);
    for (const button of press) await conflict.getByRole('button', { name: button }).first().click();
    await expect(conflict).toBeHidden();
    expect(await saved()).toMatchObject({ ...expected, place: { name: 'Port Elsen' } });
  });

test('a second verdict is shown the first, and keeps its reason', async ({ colleague, pageOf }) => {
  const first = await colleague('editor');
  const second = await colleague('editor');
  const scene = await markedStory(first);
  const [here, there] = [
    await openClaim(await pageOf(first), scene),
    await openClaim(await pageOf(second), scene),
  ];
  await there.showTab('Verdict');
  await there.claim.getByRole('radio', { name: /disputed/ }).check();
  await there.field('Reason').first().fill('The hospital says 39.');
  await here.give('accurate', 'The log says 41.');

  await there.button(/^Give/).click();
  const conflict = there.claim.getByRole('alert').filter({ hasText: 'changed this claim while you typed' });
  await expect(conflict).toContainText('The log says 41.');
  await expect(there.field('Reason').first()).toHaveValue('The hospital says 39.');
  await conflict.getByRole('button', { name: 'Keep what I typed' }).click();
  await there.button(/^Give/).click();
  await expect(there.claim.getByText('● disputed', { exact: true })).toBeVisible();
  expect(await happened(scene, 'verdict.given')).toBe(2);
});

const TRIES = 3;

for (const times of [1, TRIES])
  test.describe(times === 1 ? 'a reply lost once' : 'replies lost until the person tries again', () => {
    const gaveUp = times === TRIES;

    test('a mark exists once', async ({ colleague, pageOf }) => {
      const editor = await colleague('editor');
      const { id: articleId } = await editor.api.send('POST', '/api/articles', { text: await ferryStory() });
      const page = await pageOf(editor);
      // Nothing but the reply tells that the mark is there: neither the story's stream nor its history.
      await page.route(/\/api\/articles\/[^/]+\/(events|history)(\?|$)/, (route) => route.abort());
      const story = await new StoryPage(page).open(articleId);
      const keys = await loseReplies(page, 'POST', /\/api\/articles\/[^/]+\/claims$/, times);
      await story.drag(MARKED);
      await story.toolbar.getByRole('button', { name: 'Casualty count' }).click();
      if (gaveUp) {
        await expect(page.getByText('1 change is not saved yet')).toBeVisible();
        await page.getByRole('button', { name: 'Try now' }).click();
      }
      await story.expectClaim(MARKED);
      await expect(story.field('Low')).toHaveValue('41');
      // The story tells of the mark before its own page has asked again.
      await expect.poll(() => keys).toHaveLength(times + 1);
      expect(new Set(keys).size).toBe(1);
      const { items } = Claims.parse(await editor.api.get(`/api/articles/${articleId}/claims`));
      expect(items).toHaveLength(1);
    });

    test('a verdict exists once', async ({ colleague, pageOf }) => {
      const scene = await markedStory(await colleague('editor'));
      const page = await pageOf(scene.editor);
      const story = await openClaim(page, scene);
      await loseReplies(page, 'PUT', /\/api\/claims\/[^/]+\/verdict$/, times);
      await story.showTab('Verdict');
      await story.claim.getByRole('radio', { name: /unverifiable/ }).check();
      await story.field('Reason').first().fill('The port keeps no list.');
      await story.button(/^Give/).click();
      if (gaveUp) {
        await expect(page.getByText('1 change is not saved yet')).toBeVisible();
        await page.getByRole('button', { name: 'Try now' }).click();
        await expect(page.getByText('1 change is not saved yet')).toBeHidden();
      }
      await expect(story.claim.getByText('● unverifiable', { exact: true })).toBeVisible();
      await expect(story.claim.getByText('changed this claim')).toBeHidden();
      expect(await happened(scene, 'verdict.given')).toBe(1);
    });

    test('a comment and a citation exist once', async ({ colleague, pageOf }) => {
      const scene = await markedStory(await colleague('editor'));
      const page = await pageOf(scene.editor);
      const story = await openClaim(page, scene);
      await loseReplies(page, 'POST', /\/api\/claims\/[^/]+\/comments$/, times);
      await loseReplies(page, 'POST', /\/api\/claims\/[^/]+\/citations$/, times);
      const send = async (button: string) => {
        await story.button(button).click();
        if (!gaveUp) return;
        await expect(page.getByText('1 change is not saved yet')).toBeVisible();
        await page.getByRole('button', { name: 'Try now' }).click();
        await expect(page.getByText('1 change is not saved yet')).toBeHidden();
      };
      await story.showTab('Talk');
      await story.field('Comment').fill('Does this count the crew?');
      await send('Comment');
      await expect(story.field('Comment')).toHaveValue('');
      await expect(story.claim.getByRole('article')).toHaveCount(1);
      expect(await happened(scene, 'comment.added')).toBe(1);

      await story.showTab('Evidence');
      await story.field('Kind').last().selectOption('Interview');
      await story.field('Title').fill('The harbour master by telephone');
      await send('Cite');
      await expect(story.field('Title')).toHaveValue('');
      await expect(story.claim.getByRole('article')).toHaveCount(1);
      expect(await happened(scene, 'citation.added')).toBe(1);
      expect(await happened(scene, 'evidence.added')).toBe(1);
    });
  });

test('what is typed and not saved survives a reload', async ({ colleague, pageOf }) => {
  const scene = await markedStory(await colleague('editor'));
  await scene.editor.api.send('POST', `/api/claims/${scene.claimId}/comments`, { body: 'Who counted?' });
  const page = await pageOf(scene.editor);
  const story = await openClaim(page, scene);
  await story.field('Perpetrator, as stated').fill('the Front');
  await story.showTab('Verdict');
  await story.field('Reason').first().fill('Not in the log.');
  await story.showTab('Evidence');
  await story.field('Title').fill('Log of the port');
  await story.field('Words relied on').fill('forty-one');
  await story.showTab('Talk');
  await story.button('Answer').click();
  await story.field('Answer').fill('The coast guard did.');
  await story.field('Comment').fill('And the crew?');

  await page.reload();
  await story.expectClaim(MARKED);
  await expect(story.field('Perpetrator, as stated')).toHaveValue('the Front');
  await expect(story.claim.getByText('● Not saved')).toBeVisible();
  await story.showTab('Verdict');
  await expect(story.field('Reason').first()).toHaveValue('Not in the log.');
  await story.showTab('Evidence');
  await expect(story.field('Title')).toHaveValue('Log of the port');
  await expect(story.field('Words relied on')).toHaveValue('forty-one');
  await story.showTab('Talk');
  await expect(story.field('Answer')).toHaveValue('The coast guard did.');
  await expect(story.field('Comment')).toHaveValue('And the crew?');
});
