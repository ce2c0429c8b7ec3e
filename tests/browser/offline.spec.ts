/** The network goes and comes: what was done meanwhile is kept, shown as not saved yet, and saved in its order. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { type Colleague, expect, expectAccessible, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { MARKED, type Marked, markedStory } from './scene.ts';
import { StoryPage } from './story-page.ts';

const Claims = z.object({
  items: z.array(
    z.looseObject({
      id: z.string(),
      version: z.int(),
      kind: z.string(),
      status: z.string(),
      span: z.looseObject({ quote: z.string() }),
      verdict: z.looseObject({ verdict: z.string(), reason: z.string(), by: z.string() }).nullable(),
    }),
  ),
});
const History = z.object({ items: z.array(z.looseObject({ type: z.string() })) });

const claimsOf = async ({ editor, articleId }: Marked) =>
  Claims.parse(await editor.api.get(`/api/articles/${articleId}/claims`)).items;

/** What happened to the story, oldest first. */
const historyOf = async ({ editor, articleId }: Marked) =>
  History.parse(await editor.api.get(`/api/articles/${articleId}/history`)).items.map(({ type }) => type);

async function openClaim(page: Page, { articleId }: Marked): Promise<StoryPage> {
  const story = await new StoryPage(page).open(articleId);
  await story.press('41 people');
  await story.expectClaim(MARKED);
  return story;
}

const WIDTHS = [1920, 1280, 800, 390];

/** The line about what is not saved yet. */
const line = (page: Page) => page.locator('cd-unsaved');
const waits = (page: Page, count: number) =>
  expect(line(page)).toContainText(
    `${count} ${count === 1 ? 'change is' : 'changes are'} not saved yet: Claimdesk cannot be reached.`,
  );
const everythingIsSaved = (page: Page) => expect(line(page).getByRole('status')).toBeEmpty();

/** Mark words by the mouse; the mark need not be saved. */
async function markAway(story: StoryPage, words: string): Promise<void> {
  await story.drag(words);
  await story.toolbar.getByRole('button', { name: 'Fact' }).click();
}

/** Work without a network: two marks and a verdict. */
async function workAway(page: Page, scene: Marked): Promise<StoryPage> {
  const story = await openClaim(page, scene);
  await page.context().setOffline(true);
  await story.give('unverifiable', 'The port keeps no list.');
  await markAway(story, '12 children');
  await waits(page, 2);
  await markAway(story, '23 bodies');
  await waits(page, 3);
  return story;
}

async function expectAllSaved(scene: Marked): Promise<void> {
  const claims = await claimsOf(scene);
  expect(claims.map(({ span }) => span.quote).sort()).toEqual(['12 children', '23 bodies', MARKED].sort());
  expect(claims.find(({ id }) => id === scene.claimId)?.verdict?.reason).toBe('The port keeps no list.');
  expect((await historyOf(scene)).slice(-3)).toEqual(['verdict.given', 'claim.marked', 'claim.marked']);
}

test('marks and a verdict without a network are shown as not saved yet, and saved in order on return', async ({
  colleague,
  pageOf,
}) => {
  const scene = await markedStory(await colleague('editor'));
  const page = await pageOf(scene.editor);
  const story = await workAway(page, scene);
  await expect(page.getByRole('button', { name: /23 bodies, not saved yet/ })).toBeVisible();
  await expect(page.getByText('Not saved yet. The mark is kept, and saved by itself later.')).toBeVisible();
  await story.press('41 people');
  await expect(story.claim.getByText('● unverifiable', { exact: true })).toBeVisible();
  await expect(story.claim.getByText('Not saved yet, and kept here')).toBeVisible();
  expect(await claimsOf(scene)).toHaveLength(1);

  await line(page)
    .getByRole('button', { name: /^Show (it|them)$/ })
    .click();
  const list = line(page).locator('cd-dialog');
  await expect(list.getByRole('listitem')).toHaveText([
    /verdict on “at least 41 people”: unverifiable.*The port keeps no list\./s,
    /marked “12 children”/,
    /marked “23 bodies”/,
  ]);
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessibleInBothThemes(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await list.getByRole('button', { name: 'Close' }).click();

  await page.context().setOffline(false);
  await everythingIsSaved(page);
  await expectAllSaved(scene);
  await expect(story.claim.getByText('Not saved yet, and kept here')).toBeHidden();
});

test('the line of what is not saved yet moves no word of the story, and is reached at any width', async ({
  colleague,
  pageOf,
}) => {
  const scene = await markedStory(await colleague('editor'));
  const page = await pageOf(scene.editor);
  const story = await openClaim(page, scene);
  const storyTop = () =>
    page.locator('cd-story-text').evaluate((text) => text.getBoundingClientRect().top + window.scrollY);
  await expect(page.getByRole('button', { name: /^Suggestions \d+/ })).toBeVisible();
  // What the bar says of it is as long as of the next one.
  await story.give('disputed', 'Two counts.');
  await everythingIsSaved(page);
  await expect(story.claim.getByText('● disputed', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: '1 to review' })).toBeVisible();
  const tops = new Map<number, number>();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    tops.set(width, await storyTop());
  }
  await page.context().setOffline(true);
  await story.give('unverifiable', 'The port keeps no list.');
  await waits(page, 1);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const show = line(page).getByRole('button', { name: /^(Show it|1 not saved)$/ });
    await expect(show).toHaveCount(1);
    await show.click();
    const list = line(page).locator('cd-dialog');
    await expect(list.getByRole('button', { name: 'Try now' })).toBeVisible();
    await expectAccessibleInBothThemes(page);
    await list.getByRole('button', { name: 'Close' }).click();
    expect(await storyTop(), `at ${width} px`).toBe(tops.get(width));
  }
});

test('a page that was closed without a network is no loss: the next one saves what waits', async ({
  colleague,
  pageOf,
}) => {
  const scene = await markedStory(await colleague('editor'));
  const page = await pageOf(scene.editor);
  await workAway(page, scene);
  await page.close({ runBeforeUnload: false });
  const next = await page.context().newPage();
  await page.context().setOffline(false);
  await next.goto(`/stories/${scene.articleId}`);
  await expect(next.getByRole('application')).toBeVisible();
  await everythingIsSaved(next);
  await expect.poll(async () => (await claimsOf(scene)).length).toBe(3);
  await expectAllSaved(scene);
});

test('what was taken although its reply was lost is not done twice', async ({ colleague, pageOf }) => {
  const scene = await markedStory(await colleague('editor'));
  const page = await pageOf(scene.editor);
  const story = await openClaim(page, scene);
  let lost = 0;
  await page.route(/\/verdict$/, async (route) => {
    if (lost >= 3) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await story.give('unverifiable', 'The port keeps no list.');
  await waits(page, 1);
  await page.close({ runBeforeUnload: false });
  const next = await page.context().newPage();
  await openClaim(next, scene);
  await everythingIsSaved(next);
  expect((await historyOf(scene)).filter((type) => type === 'verdict.given')).toHaveLength(1);
});

test('a verdict that met someone else’s change is shown with its words, and given again by its author', async ({
  colleague,
  pageOf,
}) => {
  const scene = await markedStory(await colleague('editor'));
  const other = await colleague('editor');
  const page = await pageOf(scene.editor);
  const story = await workAway(page, scene);
  await other.api.send('PATCH', `/api/claims/${scene.claimId}`, {
    version: 1,
    summary: 'By the coast guard',
  });
  await page.context().setOffline(false);
  await expect(line(page)).toContainText('1 change was not taken and needs you to look again.');
  await expect.poll(async () => (await claimsOf(scene)).length).toBe(3);

  await line(page)
    .getByRole('button', { name: /^Show (it|them)$/ })
    .click();
  const list = line(page).locator('cd-dialog');
  await expect(list.getByRole('listitem')).toHaveText(/The port keeps no list\./);
  await expect(list.getByRole('button', { name: 'Send it on what is there now' })).toBeHidden();
  await expectAccessibleInBothThemes(page);
  await list.getByRole('button', { name: 'Look, and give it again' }).click();
  await everythingIsSaved(page);
  await story.expectClaim(MARKED);
  await expect(story.field('Reason').first()).toHaveValue('The port keeps no list.');
  await story.button(/^Give verdict/).click();
  await expect(story.claim.getByText('● unverifiable', { exact: true })).toBeVisible();
  await expect.poll(async () => (await historyOf(scene)).at(-1)).toBe('verdict.given');
});

test('what was not taken is thrown away only once its person has said so twice', async ({
  colleague,
  pageOf,
}) => {
  const scene = await markedStory(await colleague('editor'));
  const page = await pageOf(scene.editor);
  await workAway(page, scene);
  await scene.editor.api.send('PATCH', `/api/claims/${scene.claimId}`, { version: 1, summary: 'Later' });
  await line(page)
    .getByRole('button', { name: /^Show (it|them)$/ })
    .click();
  const list = line(page).locator('cd-dialog');
  await page.context().setOffline(false);
  // What is saved meanwhile stays where it is: nothing moves under the hand that is about to throw something away.
  await expect(list.getByRole('listitem')).toHaveText([
    /verdict on “at least 41 people”: unverifiable.*Not saved: /s,
    /marked “12 children”.*Saved, or settled in another window\./s,
    /marked “23 bodies”.*Saved, or settled in another window\./s,
  ]);
  await list.getByRole('button', { name: 'Throw away…' }).click();
  await expect(list).toContainText('gone for good: verdict on “at least 41 people”: unverifiable');
  await list.getByRole('button', { name: 'Throw it away' }).click();
  await expect(list.getByRole('listitem')).toHaveText([/marked “12 children”/, /marked “23 bodies”/]);
  await expect(list).toContainText('Everything is saved.');
  expect((await claimsOf(scene)).find(({ id }) => id === scene.claimId)?.verdict).toBeNull();
});

const signedInElsewhere = (page: Page, { email, password }: Colleague) =>
  page.context().request.post('/api/session', {
    data: { email, password },
    headers: { Origin: new URL(process.env.CLAIMDESK_TEST_URL ?? '').origin },
    failOnStatusCode: true,
  });

test('whoever signs in next neither sees nor sends it; it is there when its person is back', async ({
  colleague,
  pageOf,
}) => {
  const scene = await markedStory(await colleague('editor'));
  const other = await colleague('editor');
  const page = await pageOf(scene.editor);
  await workAway(page, scene);
  await page.close({ runBeforeUnload: false });
  const context = page.context();
  await context.setOffline(false);
  await signedInElsewhere(page, other);
  const theirs = await context.newPage();
  await openClaim(theirs, scene);
  await everythingIsSaved(theirs);
  expect(await claimsOf(scene)).toHaveLength(1);
  await theirs.close();
  await signedInElsewhere(page, scene.editor);
  const mine = await context.newPage();
  await new StoryPage(mine).open(scene.articleId);
  await expect.poll(async () => (await claimsOf(scene)).length).toBe(3);
  await expectAllSaved(scene);
});

test('what is written after somebody else signed in in another window is not saved as theirs, and saved on return', async ({
  colleague,
  pageOf,
}) => {
  const scene = await markedStory(await colleague('editor'));
  const other = await colleague('editor');
  const page = await pageOf(scene.editor);
  const story = await openClaim(page, scene);
  await story.showTab('Verdict');
  // What the page says and asks by itself would ask who is signed in before the person does.
  const byItself = /\/api\/(?!session$|claims\/[^/]+\/verdict$)/;
  await page.route(byItself, (route) => route.abort());
  // Their session takes the place of the editor's, which is not ended: nothing that is on its way is refused for that. No
  // window tells the others, which would ask before anything is written.
  const theirs = await pageOf(other);
  await page.context().addCookies(await theirs.context().cookies());

  await story.claim.getByRole('radio', { name: /unverifiable/ }).check();
  await story.claim.getByRole('textbox', { name: 'Reason', exact: true }).fill('The port keeps no list.');
  await story.button(/^Give verdict/).click();
  const asked = page.locator('cd-dialog[held]');
  await expect(asked).toContainText(`${other.name} signed in in another window of this browser.`);
  await expect(line(page)).toContainText('1 change is not saved yet: somebody else is signed in here.');
  await expectAccessible(page);
  expect((await claimsOf(scene)).find(({ id }) => id === scene.claimId)).toMatchObject({
    version: 1,
    verdict: null,
  });

  await page.unroute(byItself);
  await asked.getByLabel('Password').fill(scene.editor.password);
  await asked.getByRole('button', { name: 'Sign in', exact: true }).click();
  await everythingIsSaved(page);
  await expect(asked).toHaveCount(0);
  const [claim] = await claimsOf(scene);
  expect(claim?.verdict).toMatchObject({ by: scene.editor.id, reason: 'The port keeps no list.' });
  expect((await historyOf(scene)).filter((type) => type === 'verdict.given')).toHaveLength(1);
});

test('leaving with something unsaved is asked about', async ({ colleague, pageOf }) => {
  const scene = await markedStory(await colleague('editor'));
  const page = await pageOf(scene.editor);
  await workAway(page, scene);
  const asked = page.waitForEvent('dialog');
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await closing;
  await waits(page, 3);
});

const Comments = z.object({
  items: z.array(z.looseObject({ body: z.string(), parentId: z.string().nullable() })),
});

test('details, talk, evidence and a verdict on them without a network are kept, and saved in order on return', async ({
  colleague,
  pageOf,
}) => {
  const scene = await markedStory(await colleague('editor'));
  const other = await colleague('editor');
  await other.api.send('POST', `/api/claims/${scene.claimId}/comments`, { body: 'Who counted?' });
  const page = await pageOf(scene.editor);
  const story = await openClaim(page, scene);
  await story.showTab('Talk');
  await expect(story.claim.getByText('Who counted?')).toBeVisible();
  await page.context().setOffline(true);
  await story.showTab('Details');
  await story.field('Perpetrator, as stated').fill('the Front');
  await story.save();
  await waits(page, 1);
  await story.showTab('Talk');
  await story.button('Answer').click();
  await story.field('Answer').fill('The coast guard did.');
  await story.claim.getByRole('button', { name: 'Answer', exact: true }).last().click();
  await waits(page, 2);
  await story.field('Comment').fill('And the crew?');
  await story.button('Comment').click();
  await waits(page, 3);
  await expect(story.claim.getByText('And the crew?')).toBeVisible();
  await expect(story.field('Comment')).toHaveValue('');
  await story.showTab('Evidence');
  await story.field('Kind').last().selectOption('Interview');
  await story.field('Title').fill('The harbour master by telephone');
  await story.button('Cite').click();
  await waits(page, 4);
  await expect(story.claim.getByRole('article')).toContainText('The harbour master by telephone');
  await story.give('unverifiable', 'The port keeps no list.');
  await waits(page, 5);
  await page.setViewportSize({ width: 390, height: 900 });
  await expectAccessibleInBothThemes(page);
  await page.close({ runBeforeUnload: false });

  const next = await page.context().newPage();
  await page.context().setOffline(false);
  await openClaim(next, scene);
  await everythingIsSaved(next);
  await expect
    .poll(async () => (await historyOf(scene)).slice(-6))
    .toEqual([
      ...['claim.edited', 'comment.added', 'comment.added'],
      ...['evidence.added', 'citation.added', 'verdict.given'],
    ]);
  const { items } = Comments.parse(await scene.editor.api.get(`/api/claims/${scene.claimId}/comments`));
  expect(items.map(({ body }) => body)).toEqual(['Who counted?', 'The coast guard did.', 'And the crew?']);
});

test('a kept edit goes on what another changed besides, and asks where both changed the same', async ({
  colleague,
  pageOf,
}) => {
  const scene = await markedStory(await colleague('editor'));
  const other = await colleague('editor');
  const page = await pageOf(scene.editor);
  const story = await openClaim(page, scene);
  const edit = async (perpetrator: string) => {
    await page.context().setOffline(true);
    await story.field('Perpetrator, as stated').fill(perpetrator);
    await story.save();
    await waits(page, 1);
  };
  const shown = () => scene.editor.api.get(`/api/claims/${scene.claimId}`);
  await edit('the Front');
  await other.api.send('PATCH', `/api/claims/${scene.claimId}`, {
    version: 1,
    summary: 'By the coast guard',
  });
  await page.context().setOffline(false);
  await everythingIsSaved(page);
  expect(await shown()).toMatchObject({
    version: 3,
    summary: 'By the coast guard',
    details: { perpetrator: 'the Front' },
  });

  await edit('the Army');
  const { details } = z.object({ details: z.looseObject({}) }).parse(await shown());
  await other.api.send('PATCH', `/api/claims/${scene.claimId}`, {
    ...{ version: 3, revision: 1 },
    details: { ...details, perpetrator: 'the Guard' },
  });
  await page.context().setOffline(false);
  await expect(line(page)).toContainText('1 change was not taken and needs you to look again.');
  await line(page)
    .getByRole('button', { name: /^Show (it|them)$/ })
    .click();
  await line(page).getByRole('button', { name: 'Look, and give it again' }).click();
  await everythingIsSaved(page);
  const conflict = story.claim.getByRole('alert').filter({ hasText: 'changed this claim while you typed' });
  await expect(conflict).toContainText('the Guard');
  await expect(conflict).toContainText('the Army');
  await conflict.getByRole('button', { name: 'Keep what I typed' }).click();
  await story.save();
  expect(await shown()).toMatchObject({ version: 5, details: { perpetrator: 'the Army' } });
});

test('what is typed while a save is on its way is not lost to it', async ({ colleague, pageOf }) => {
  const scene = await markedStory(await colleague('editor'));
  const page = await pageOf(scene.editor);
  const story = await openClaim(page, scene);
  await story.showTab('Talk');
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/comments$/, async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.continue();
  });
  await story.field('Comment').fill('And the crew?');
  await story.button('Comment').click();
  await expect(story.button('Saving…')).toBeVisible();
  await story.field('Comment').fill('And the crew? The captain too.');
  release();
  await expect(story.claim.getByRole('article')).toHaveCount(1);
  await expect(story.button('Saving…')).toBeHidden();
  await expect(story.field('Comment')).toHaveValue('And the crew? The captain too.');
  await page.reload();
  await story.expectClaim(MARKED);
  await story.showTab('Talk');
  await expect(story.field('Comment')).toHaveValue('And the crew? The captain too.');
});

test('signing out with something unsaved is asked about, and it is there on return', async ({
  colleague,
  pageOf,
}) => {
  const scene = await markedStory(await colleague('editor'));
  const page = await pageOf(scene.editor);
  // Writes to the story go nowhere, and all else answers: the server can be told that somebody signs out.
  await page.route(/\/verdict$/, (route) => route.abort('connectionreset'));
  const story = await openClaim(page, scene);
  await story.give('unverifiable', 'The port keeps no list.');
  await waits(page, 1);
  const signOut = () => page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await signOut();
  await expect(page.getByRole('dialog', { name: 'Sign out?' })).toBeVisible();
  const asked = page.locator('cd-leaving');
  await expect(asked).toContainText('1 change is not saved yet. Nobody else sees it: this browser keeps it');
  await expectAccessibleInBothThemes(page);
  await asked.getByRole('button', { name: 'Stay signed in' }).click();
  await waits(page, 1);
  await signOut();
  await asked.getByRole('button', { name: 'Sign out, and keep them' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.unroute(/\/verdict$/);
  await page.getByLabel('E-mail').fill(scene.editor.email);
  await page.getByLabel('Password').fill(scene.editor.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect
    .poll(async () => (await historyOf(scene)).filter((type) => type === 'verdict.given').length)
    .toBe(1);
});

test('a browser that keeps nothing says so, and what is written is sent as long as the page is open', async ({
  colleague,
  pageOf,
}) => {
  const scene = await markedStory(await colleague('editor'));
  const page = await pageOf(scene.editor);
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('No room', 'QuotaExceededError');
    };
  });
  await workAway(page, scene);
  await expect(line(page)).toContainText(
    'This browser keeps nothing: leave the page open, or they are lost.',
  );
  await page.context().setOffline(false);
  await everythingIsSaved(page);
  await expectAllSaved(scene);
});

test('two windows of one person send what waits once', async ({ colleague, pageOf }) => {
  const scene = await markedStory(await colleague('editor'));
  const page = await pageOf(scene.editor);
  await workAway(page, scene);
  const second = await page.context().newPage();
  await page.context().setOffline(false);
  await openClaim(second, scene);
  await everythingIsSaved(page);
  await everythingIsSaved(second);
  await expectAllSaved(scene);
});

test('a kept mark that is thrown away is on the page no longer, nor in another window', async ({
  colleague,
  pageOf,
}) => {
  const scene = await markedStory(await colleague('editor'));
  const page = await pageOf(scene.editor);
  const story = await openClaim(page, scene);
  await page.route(/\/claims$/, (route) =>
    route.request().method() === 'POST' ? route.abort('connectionreset') : route.continue(),
  );
  await markAway(story, '12 children');
  await waits(page, 1);
  const other = await page.context().newPage();
  await other.route(/\/claims$/, (route) =>
    route.request().method() === 'POST' ? route.abort('connectionreset') : route.continue(),
  );
  await openClaim(other, scene);
  await waits(other, 1);
  const mark = (at: Page) => at.getByRole('button', { name: /12 children, / });
  for (const at of [page, other]) await expect(mark(at)).toBeVisible();
  // Refused from now on, so that its person may say what becomes of it.
  const refusal = { type: 'about:blank', title: 'Not yours.', status: 403, code: 'NEEDS_EDITOR' };
  await page.unroute(/\/claims$/);
  await page.route(/\/claims$/, (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(refusal) })
      : route.continue(),
  );
  await expect(line(page)).toContainText('1 change was not taken');
  await line(page).getByRole('button', { name: 'Show it' }).click();
  const list = line(page).locator('cd-dialog');
  await list.getByRole('button', { name: 'Throw away…' }).click();
  await list.getByRole('button', { name: 'Throw it away' }).click();
  await expect(list).toContainText('Everything is saved.');
  await list.getByRole('button', { name: 'Close' }).click();
  for (const at of [page, other]) {
    await expect(mark(at)).toHaveCount(0);
    await everythingIsSaved(at);
  }
  expect(await claimsOf(scene)).toHaveLength(1);
});
