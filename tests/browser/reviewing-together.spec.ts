/** Several people at one list of decisions: what others do shows, and nothing is decided that its author did not see. */
import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';
import { type Colleague, expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { checkedStory } from './scene.ts';
import { StoryPage } from './story-page.ts';

const FIRST = 'at least 41 people';
const SECOND = '12 children';
const THIRD = '23 bodies';

const Claims = z.object({
  items: z.array(
    z.looseObject({
      id: z.string(),
      version: z.int(),
      status: z.string(),
      span: z.looseObject({ quote: z.string() }),
      review: z.unknown(),
    }),
  ),
});

interface Scene {
  readonly editor: Colleague;
  readonly articleId: string;
}

async function claimOf({ editor, articleId }: Scene, quote: string) {
  const { items } = Claims.parse(await editor.api.get(`/api/articles/${articleId}/claims`));
  const found = items.find(({ span }) => span.quote === quote);
  if (found === undefined) throw new Error(`no claim on ${quote}`);
  return found;
}

async function giveVerdict(scene: Scene, quote: string, reason: string): Promise<void> {
  const { id, version } = await claimOf(scene, quote);
  await scene.editor.api.send('PUT', `/api/claims/${id}/verdict`, { version, verdict: 'disputed', reason });
}

async function pass(scene: Scene, reviewer: Colleague, quote: string): Promise<void> {
  const { id, version } = await claimOf(scene, quote);
  await reviewer.api.send('PUT', `/api/claims/${id}/review`, { version, decision: 'passed' });
}

const card = (page: Page, words: string) =>
  page.locator('cd-review-card').filter({ has: page.locator('mark', { hasText: words }) });
const line = (page: Page) => page.locator('cd-changes-line');
const topOf = async (place: Locator) => (await place.boundingBox())?.y ?? Number.NaN;
/** Where it stood, to the pixel: a browser scrolls by parts of one. */
const staysAt = (place: Locator, top: number) =>
  expect.poll(async () => Math.abs((await topOf(place)) - top)).toBeLessThan(1);
const hasFocus = (place: Locator) => place.evaluate((element) => element.matches(':focus-within'));

/** The queue of one story with two claims in it, the second one in focus. */
async function openQueue(page: Page, scene: Scene): Promise<void> {
  await giveVerdict(scene, SECOND, 'Nobody counted them.');
  await page.goto(`/review?story=${scene.articleId}`);
  await expect(card(page, FIRST)).toContainText('forty-one dead');
  await card(page, SECOND).locator('.words').focus();
}

/** Press a key until it has done what it does: a decision waits until what changed could be read. */
async function pressUntil(page: Page, key: string, done: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await done();
  }).toPass();
}

test('what others do to a claim shows in the queue, and nothing moves under the keys', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const scene = { editor, ...(await checkedStory(editor)) };
  const page = await pageOf(await colleague('reviewer'));
  await openQueue(page, scene);
  const at = await topOf(card(page, SECOND));

  await test.step('another row changes where it stands, above the one in focus', async () => {
    await giveVerdict(scene, FIRST, `The company says 38. ${'Its list was shown to us. '.repeat(20)}`);
    await expect(card(page, FIRST)).toContainText('The company says 38.');
    expect(await hasFocus(card(page, SECOND))).toBe(true);
    await staysAt(card(page, SECOND), at);
    await expect(line(page).getByRole('status')).toBeEmpty();
  });

  await test.step('one that somebody else passed says so, and stays', async () => {
    await pass(scene, await colleague('reviewer'), FIRST);
    await expect(card(page, FIRST)).toContainText('✔ Passed');
    expect(await hasFocus(card(page, SECOND))).toBe(true);
  });

  await test.step('one that is new is told of, and comes when it is asked for', async () => {
    await giveVerdict(scene, THIRD, 'The morgue counted 22.');
    await expect(line(page)).toContainText('1 change – show it');
    await expect(card(page, THIRD)).toHaveCount(0);
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      // At the foot of the page it stands over nothing.
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      await expectAccessibleInBothThemes(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await page.keyboard.press('s');
    await expect(card(page, THIRD)).toContainText('The morgue counted 22.');
    await expect(card(page, FIRST)).toHaveCount(0);
    expect(await hasFocus(card(page, SECOND))).toBe(true);
    await expect(line(page).getByRole('status')).toBeEmpty();
  });
});

test('a key pressed on a claim that somebody just changed asks, and decides only once it was looked at', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const scene = { editor, ...(await checkedStory(editor)) };
  const page = await pageOf(await colleague('reviewer'));
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/review') && request.method() === 'PUT') sent.push(request.url());
  });
  await openQueue(page, scene);
  await giveVerdict(scene, SECOND, 'The ministry counted nine.');
  await expect(line(page)).toContainText('1 change – show it');
  await expect(card(page, SECOND)).toContainText('Nobody counted them.');
  await page.keyboard.press('p');
  await expect(card(page, SECOND).getByRole('alert')).toContainText(
    `${editor.name} changed this a moment ago. Look at it, then decide again.`,
  );
  await expect(card(page, SECOND)).toContainText('The ministry counted nine.');
  await page.keyboard.press('p');
  expect(sent).toEqual([]);
  expect(await claimOf(scene, SECOND)).toMatchObject({ status: 'checked', review: null });
  expect(await hasFocus(card(page, SECOND))).toBe(true);
  await pressUntil(page, 'p', () => expect(card(page, SECOND)).toContainText('✔ Passed', { timeout: 500 }));
  await expect(line(page).getByRole('status')).toBeEmpty();
  expect(sent).toHaveLength(1);
});

test('what is held of a claim is shown once it is left, and asked about where one comes back at once', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const scene = { editor, ...(await checkedStory(editor)) };
  const page = await pageOf(await colleague('reviewer'));
  await openQueue(page, scene);
  await giveVerdict(scene, SECOND, 'The ministry counted nine.');
  await expect(line(page)).toContainText('1 change – show it');
  await page.keyboard.press('k');
  await expect(card(page, SECOND)).toContainText('The ministry counted nine.');
  await expect(line(page).getByRole('status')).toBeEmpty();
});

test('what is held of a claim stays held while another window is looked at, and is asked about afterwards', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const scene = { editor, ...(await checkedStory(editor)) };
  const page = await pageOf(await colleague('reviewer'));
  await openQueue(page, scene);
  // As a window that has not got the system's focus: the focus is said to leave what has it, and comes back to it.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  const other = await page.context().newPage();
  await other.bringToFront();
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(false);
  await giveVerdict(scene, SECOND, 'The ministry counted nine.');
  await expect(line(page)).toContainText('1 change – show it');
  await expect(card(page, SECOND)).toContainText('Nobody counted them.');
  await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await page.bringToFront();
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true);
  await page.keyboard.press('p');
  await expect(card(page, SECOND).getByRole('alert')).toContainText('Look at it, then decide again.');
  expect(await claimOf(scene, SECOND)).toMatchObject({ status: 'checked', review: null });
});

test('words for a return stay where they were typed, also where somebody else decides meanwhile', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const scene = { editor, ...(await checkedStory(editor)) };
  const page = await pageOf(await colleague('reviewer'));
  await openQueue(page, scene);
  await page.keyboard.press('r');
  await card(page, SECOND).getByLabel('Reason').selectOption('Figure differs');
  await card(page, SECOND).getByLabel('In words').pressSequentially('The log says ');
  await pass(scene, await colleague('reviewer'), SECOND);
  await expect(line(page)).toContainText('1 change – show it');
  await page.keyboard.type('nine.');
  await expect(card(page, SECOND).getByLabel('In words')).toHaveValue('The log says nine.');
  await page.reload();
  // Somebody else passed it: the queue has it no more, and what was typed for it is there where it is listed again.
  await expect(page.getByText(/Nothing waits|41 people/).first()).toBeVisible();
  await giveVerdict(scene, SECOND, 'The ministry counted nine.');
  await expect(line(page)).toContainText('1 change – show it');
  await line(page).getByRole('button').click();
  await expect(card(page, SECOND).getByLabel('In words')).toHaveValue('The log says nine.');
  await pass(scene, await colleague('reviewer'), SECOND);
  await expect(line(page)).toContainText('1 change – show it');
  await line(page).getByRole('button').click();
  await expect(card(page, SECOND)).toContainText('Not sent: The log says nine.');
  expect(await claimOf(scene, SECOND)).toMatchObject({ status: 'passed' });
});

test('a return that was given is in nobody’s hand any more', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const scene = { editor, ...(await checkedStory(editor)) };
  const page = await pageOf(await colleague('reviewer'));
  await openQueue(page, scene);
  await page.keyboard.press('r');
  await card(page, SECOND).getByLabel('Reason').selectOption('Figure differs');
  await card(page, SECOND).getByLabel('In words').fill('  The log says nine.\n');
  await page.keyboard.press('Control+Enter');
  await expect(card(page, SECOND)).toContainText('↩ Returned');
  await expect(card(page, SECOND)).not.toContainText('Not sent');
  expect(await claimOf(scene, SECOND)).toMatchObject({ review: { note: 'The log says nine.' } });
  await page.keyboard.press('k');
  await giveVerdict(scene, SECOND, 'The ministry counted nine.');
  await expect(card(page, SECOND)).toContainText('The ministry counted nine.');
});

test('after a refusal the claim is shown as it is, and the next key asks', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const scene = { editor, ...(await checkedStory(editor)) };
  const page = await pageOf(await colleague('reviewer'));
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/review') && request.method() === 'PUT') sent.push(request.url());
  });
  await openQueue(page, scene);
  // What others do does not reach the page.
  await page.route(/\/api\/review\?/, (route) => route.fulfill({ status: 503, body: '' }));
  await giveVerdict(scene, SECOND, 'The ministry counted nine.');
  await page.keyboard.press('p');
  await expect(card(page, SECOND)).toContainText('The ministry counted nine.');
  await expect(card(page, SECOND).getByRole('alert')).toBeVisible();
  await page.keyboard.press('p');
  await expect(card(page, SECOND).getByRole('alert')).toContainText('Look at it, then decide again.');
  expect(sent).toHaveLength(1);
  expect(await claimOf(scene, SECOND)).toMatchObject({ status: 'checked', review: null });
});

test('nothing is passed while its evidence is not shown', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const scene = { editor, ...(await checkedStory(editor)) };
  const page = await pageOf(await colleague('reviewer'));
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/citations$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`/review?story=${scene.articleId}`);
  await card(page, FIRST).locator('.words').focus();
  await page.keyboard.press('p');
  await expect(card(page, FIRST).getByRole('alert')).toContainText('Its evidence was not shown yet.');
  expect(await claimOf(scene, FIRST)).toMatchObject({ review: null });
  letGo();
  await expect(card(page, FIRST)).toContainText('forty-one dead');
  await page.keyboard.press('p');
  await expect(card(page, FIRST)).toContainText('✔ Passed');
});

test('a claim says who changed it until somebody was at it; what is new has the focus once it is shown', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const scene = { editor, ...(await checkedStory(editor)) };
  const page = await pageOf(await colleague('reviewer'));
  await openQueue(page, scene);
  await giveVerdict(scene, FIRST, 'The company says 38.');
  await expect(card(page, FIRST)).toContainText(`${editor.name} changed this`);
  await expect(card(page, SECOND)).not.toContainText('changed this');
  await page.keyboard.press('k');
  await expect.poll(() => hasFocus(card(page, FIRST))).toBe(true);
  await page.keyboard.press('j');
  await expect(card(page, FIRST)).not.toContainText('changed this');
  await giveVerdict(scene, THIRD, 'The morgue counted 22.');
  await line(page).getByRole('button').click();
  await expect.poll(() => hasFocus(card(page, THIRD))).toBe(true);
});

test.describe('the audit', () => {
  const audited = (page: Page, words: string) => page.locator('cd-audit-card').filter({ hasText: words });

  /** A story with two attributions that were checked, and evidence for the first. */
  async function auditScene(editor: Colleague): Promise<Scene & { readonly ids: readonly [string, string] }> {
    const text = `Pier closed after storm

HALVEN — The pier was shut on Monday, the harbour office said. It will stay so for a week, the mayor said.
`;
    const { id: articleId } = await editor.api.send('POST', '/api/articles', { text });
    const stored = String(Object(await editor.api.get(`/api/articles/${articleId}/revisions/1`)).text);
    const span = (quote: string) => {
      const start = stored.indexOf(quote);
      return { start, end: start + quote.length, quote };
    };
    const mark = async (content: string, source: string): Promise<string> => {
      const details = {
        source: span(source),
        cue: null,
        content: [span(content)],
        mode: 'indirect',
        basis: 'organisation',
      };
      const body = { revision: 1, kind: 'attribution', span: span(content), details };
      const { id } = await editor.api.send('POST', `/api/articles/${articleId}/claims`, body);
      await editor.api.send('PUT', `/api/claims/${id}/verdict`, {
        ...{ version: 1, verdict: 'accurate', reason: `As ${source} confirmed.` },
      });
      return id;
    };
    const first = await mark('The pier was shut on Monday', 'the harbour office');
    const second = await mark('It will stay so for a week', 'the mayor');
    return { editor, articleId, ids: [first, second] };
  }

  test('follows what others do: in place, or held, and never decided on unseen', async ({
    colleague,
    pageOf,
  }) => {
    const scene = await auditScene(await colleague('editor'));
    const page = await pageOf(await colleague('reviewer'));
    await page.goto(`/stories/${scene.articleId}/audit`);
    const [first, second] = [audited(page, 'harbour office'), audited(page, 'the mayor')];
    await second.locator('.words').focus();
    const at = await topOf(second);
    await giveVerdict(scene, 'The pier was shut on Monday', 'It was shut on Sunday.');
    await expect(first).toContainText('It was shut on Sunday.');
    expect(await hasFocus(second)).toBe(true);
    await staysAt(second, at);

    await giveVerdict(scene, 'It will stay so for a week', 'He said ten days.');
    await expect(line(page)).toContainText('1 change – show it');
    await expect(second).toContainText('As the mayor confirmed.');
    await page.keyboard.press('p');
    await expect(second.getByRole('alert')).toContainText('Look at it, then decide again.');
    await expect(second).toContainText('He said ten days.');
    expect(await claimOf(scene, 'It will stay so for a week')).toMatchObject({ review: null });
    await pressUntil(page, 'p', () => expect(second).toContainText('✔ Passed', { timeout: 500 }));
    await expect(line(page).getByRole('status')).toBeEmpty();
  });

  test('keeps a reason that is being typed while the flags under it change', async ({
    colleague,
    pageOf,
  }) => {
    const scene = await auditScene(await colleague('editor'));
    const page = await pageOf(await colleague('reviewer'));
    await page.goto(`/stories/${scene.articleId}/audit`);
    const second = audited(page, 'the mayor');
    await second.locator('.words').focus();
    await page.keyboard.press('d');
    const why = second.getByLabel('Why it can be let be');
    await why.pressSequentially('Heard it ');
    const [, id] = scene.ids;
    await scene.editor.api.send('POST', `/api/claims/${id}/citations`, {
      stance: 'supports',
      evidence: { kind: 'link', title: 'Council minutes', url: 'https://council.example/minutes' },
    });
    await expect(line(page)).toContainText('1 change – show it');
    await expect(second).not.toContainText('Council minutes');
    await page.keyboard.type('myself.');
    await expect(why).toHaveValue('Heard it myself.');
    await expect(why).toBeFocused();
    await line(page).getByRole('button').click();
    await expect(second).toContainText('Council minutes');
  });
});

test('what others changed and what is not saved yet do not lie over one another', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const scene = { editor, ...(await checkedStory(editor)) };
  const page = await pageOf(await colleague('reviewer'));
  await page.route(/\/comments$/, (route) =>
    route.request().method() === 'POST' ? route.abort('connectionreset') : route.continue(),
  );
  const story = await new StoryPage(page).open(scene.articleId);
  await story.press('41 people');
  await story.showTab('Talk');
  await story.field('Comment').fill('Ask the port.');
  await page.keyboard.press('Control+Enter');
  const unsaved = page.locator('cd-unsaved .line');
  await expect(unsaved).toContainText('not saved yet');
  await openQueue(page, scene);
  await giveVerdict(scene, THIRD, 'The morgue counted 22.');
  const shows = line(page).getByRole('button');
  await expect(shows).toContainText('1 change – show it');
  await expect(unsaved).toContainText('not saved yet');
  for (const width of [1100, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const [above, below] = [await shows.boundingBox(), await unsaved.boundingBox()];
    expect((above?.y ?? Number.NaN) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? Number.NaN);
  }
});
