/** A story is worked through by what the program suggests: accepted, edited, dismissed, by keys and with the mouse. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { type Colleague, expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { StoryPage } from './story-page.ts';

/** Two people who say something, twice in one sentence. */
const TEXT = [
  'Harbour bridge closed after a crack is found',
  'The bridge will stay closed for a week, harbour master Ada Moor said on Tuesday.',
  '“We saw the crack at dawn,” said Jon Pell, an engineer. Traffic was led over the old road.',
  'The town council said the road could carry the load, but the drivers’ union warned that it was too narrow.',
].join('\n\n');

const List = z.object({
  items: z.array(
    z.looseObject({
      id: z.string(),
      kind: z.string(),
      state: z.string(),
      sentence: z.number(),
      claimId: z.string().nullable(),
      span: z.looseObject({ quote: z.string() }),
      sourceName: z.string().nullable(),
    }),
  ),
});
const Claims = z.object({
  items: z.array(z.looseObject({ id: z.string(), status: z.string(), details: z.looseObject({}) })),
});

class Desk {
  constructor(
    private readonly person: Colleague,
    readonly articleId: string,
  ) {}

  async suggestions(state = '') {
    const path = `/api/articles/${this.articleId}/suggestions${state === '' ? '' : `?state=${state}`}`;
    return List.parse(await this.person.api.get(path)).items;
  }

  async stateOf(id: string): Promise<string | undefined> {
    return (await this.suggestions()).find((item) => item.id === id)?.state;
  }

  async claims() {
    return Claims.parse(await this.person.api.get(`/api/articles/${this.articleId}/claims`)).items;
  }
}

async function scene(colleague: (role: 'editor') => Promise<Colleague>, text = TEXT) {
  const editor = await colleague('editor');
  const { id } = await editor.api.send('POST', '/api/articles', { text });
  return { editor, desk: new Desk(editor, id) };
}

const panel = (page: Page) => page.getByRole('region', { name: 'Suggestion', exact: true });
const chosen = (page: Page) => panel(page).getByRole('blockquote');
/** How many stretches are painted as suggested. */
const dashed = (page: Page) =>
  page.evaluate(() =>
    [...CSS.highlights].reduce((sum, [name, { size }]) => sum + (name.endsWith('-suggested') ? size : 0), 0),
  );

/** Goes on to the suggestion with these words. */
async function goTo(page: Page, quote: string) {
  await expect.poll(() => dashed(page)).toBeGreaterThan(0);
  while ((await chosen(page).count()) === 0 || (await chosen(page).textContent()) !== quote)
    await page.keyboard.press('i');
}

/** A story opened on the first attribution that is suggested in it. */
async function onSaying(
  colleague: (role: 'editor') => Promise<Colleague>,
  pageOf: (person: Colleague) => Promise<Page>,
) {
  const { editor, desk } = await scene(colleague);
  const said = (await desk.suggestions()).find(({ kind }) => kind === 'attribution');
  if (said === undefined) throw new Error('no attribution is suggested');
  const page = await pageOf(editor);
  const story = await new StoryPage(page).open(desk.articleId);
  await goTo(page, said.span.quote);
  return { desk, said, page, story };
}

test('by keys: next, accept, undo, redo, dismiss, edit, and all of a sentence', async ({
  colleague,
  pageOf,
}) => {
  const { editor, desk } = await scene(colleague);
  const [first, second, third, ...rest] = await desk.suggestions();
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('too little is suggested');
  const page = await pageOf(editor);
  const story = await new StoryPage(page).open(desk.articleId);
  await expect.poll(() => dashed(page)).toBe(3 + rest.length);
  const { keyboard } = page;

  await keyboard.press('i');
  await expect(chosen(page)).toHaveText(first.span.quote);
  await expect(story.news).toContainText('Suggested');
  await expectAccessibleInBothThemes(page);
  await keyboard.press('y');
  await expect(chosen(page)).toHaveText(second.span.quote);
  await expect.poll(() => desk.stateOf(first.id)).toBe('accepted');
  await expect.poll(() => dashed(page)).toBe(2 + rest.length);
  await keyboard.press('z');
  await expect.poll(() => desk.stateOf(first.id)).toBe('open');
  await expect.poll(() => dashed(page)).toBe(3 + rest.length);
  await keyboard.press('Shift+Z');
  await expect.poll(() => desk.stateOf(first.id)).toBe('accepted');

  await keyboard.press('d');
  await expect(chosen(page)).toHaveText(third.span.quote);
  await expect.poll(() => desk.stateOf(second.id)).toBe('dismissed');
  await keyboard.press('z');
  await expect.poll(() => desk.stateOf(second.id)).toBe('open');
  await keyboard.press('Shift+Z');
  await expect.poll(() => desk.stateOf(second.id)).toBe('dismissed');
  // The server may know of it before the page has its answer.
  await expect(page.locator('.told')).toContainText('Done again: dismissed');
  await keyboard.press('Shift+I');
  await expect(page.locator('.told')).toHaveText('First suggestion.');

  await keyboard.press('h');
  await expect.poll(() => dashed(page)).toBe(0);
  await keyboard.press('i');
  await expect.poll(() => dashed(page)).toBeGreaterThan(0);
});

test('what is accepted again is not suggested, whatever is decided before the list is here', async ({
  colleague,
  pageOf,
}) => {
  const { editor, desk } = await scene(colleague);
  const all = await desk.suggestions();
  const [first, second, third] = all;
  const page = await pageOf(editor);
  await new StoryPage(page).open(desk.articleId);
  await expect.poll(() => dashed(page)).toBe(all.length);
  const { keyboard } = page;
  await keyboard.press('i');
  await keyboard.press('y');
  await expect(chosen(page)).toHaveText(second?.span.quote ?? '');
  await keyboard.press('z');
  await expect.poll(() => dashed(page)).toBe(all.length);

  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/suggestions', async (route) => {
    await released;
    await route.continue();
  });
  await keyboard.press('Shift+Z');
  await expect.poll(() => desk.stateOf(first?.id ?? '')).toBe('accepted');
  await expect.poll(() => dashed(page)).toBe(all.length - 1);
  await keyboard.press('d');
  await expect(chosen(page)).toHaveText(third?.span.quote ?? '');
  await keyboard.press('Shift+I');
  await expect(page.locator('.told')).toHaveText('First suggestion.');
  release();
  await page.unrouteAll({ behavior: 'wait' });
});

test('edited in its form before it is accepted, without a mouse', async ({ colleague, pageOf }) => {
  const { desk, said, page, story } = await onSaying(colleague, pageOf);
  await page.keyboard.press('u');
  const mode = panel(page).getByLabel('Mode', { exact: true });
  await expect(mode).toBeFocused();
  await mode.selectOption('hearsay');
  await expect(panel(page).getByRole('button', { name: 'Accept as edited' })).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await page.keyboard.press('Control+Enter');
  await story.expectClaim(said.span.quote);
  await expect.poll(() => desk.stateOf(said.id)).toBe('accepted');
  expect((await desk.claims()).map(({ details }) => details.mode)).toEqual(['hearsay']);
  await story.showTab('History');
  await expect(story.claim.getByText('accepted it as a suggestion, edited')).toBeVisible();
});

test('put on other words and made another kind by keys, undone, and then accepted', async ({
  colleague,
  pageOf,
}) => {
  const { desk, said, page, story } = await onSaying(colleague, pageOf);
  const { keyboard } = page;
  expect(said.span.quote).toBe('The bridge will stay closed for a week');
  await keyboard.press('{');
  await expect(chosen(page)).toHaveText('bridge will stay closed for a week');
  await keyboard.press('}');
  await expect(chosen(page)).toHaveText('bridge will stay closed for a');
  await keyboard.press('z');
  await expect(chosen(page)).toHaveText('bridge will stay closed for a week');
  const content = panel(page).getByRole('group', { name: 'What is said' });
  await expect(content).toContainText('bridge will stay closed for a week');
  await keyboard.press('}');

  await keyboard.press('K');
  const kind = panel(page).getByLabel(/^Kind/);
  await expect(kind).toBeFocused();
  await keyboard.press('f');
  await expect(kind).toHaveValue('fact');
  await expect(panel(page).getByLabel('About', { exact: true })).toBeVisible();
  await keyboard.press('Escape');
  await keyboard.press('z');
  await expect(kind).toHaveValue('attribution');
  await keyboard.press('Shift+Z');
  await expect(kind).toHaveValue('fact');
  await expectAccessibleInBothThemes(page);
  // Kept over a reload, as all that was typed.
  await page.reload();
  await goTo(page, 'bridge will stay closed for a');
  await expect(kind).toHaveValue('fact');
  await keyboard.press('y');
  await story.expectClaim('bridge will stay closed for a');
  await expect.poll(() => desk.stateOf(said.id)).toBe('accepted');
  expect((await desk.claims()).map(({ kind, details }) => [kind, details.about])).toEqual([
    ['fact', 'other'],
  ]);
  await story.showTab('History');
  await expect(story.claim.getByText('accepted it as a suggestion, edited')).toBeVisible();
  await keyboard.press('Escape');
  await keyboard.press('z');
  await expect.poll(() => desk.stateOf(said.id)).toBe('open');
});

test('accepted while another kind is on its way, it is of that kind', async ({ colleague, pageOf }) => {
  const { desk, said, page } = await onSaying(colleague, pageOf);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`**/api/articles/${desk.articleId}/claims/read`, async (route) => {
    await released;
    await route.continue();
  });
  const asked = page.waitForRequest(/claims\/read$/);
  await panel(page).getByLabel(/^Kind/).selectOption('Fact');
  await asked;
  await panel(page)
    .getByRole('button', { name: /^Accept y/ })
    .click();
  release();
  await expect.poll(() => desk.stateOf(said.id)).toBe('accepted');
  expect((await desk.claims()).map(({ kind }) => kind)).toEqual(['fact']);
});

test('takes who says so and other words from what the mouse selects, and its kind from the list', async ({
  colleague,
  pageOf,
}) => {
  const { desk, said, page, story } = await onSaying(colleague, pageOf);
  await story.drag('harbour master Ada Moor');
  const source = panel(page).getByRole('group', { name: 'Who says so' });
  await source.getByRole('button', { name: /from selection/ }).click();
  await expect(source.locator('q')).toHaveText('harbour master Ada Moor');
  await panel(page)
    .getByRole('button', { name: /^End earlier/ })
    .click();
  await expect(chosen(page)).toHaveText('The bridge will stay closed for a');
  await story.drag('will stay closed');
  const words = panel(page).getByRole('group', { name: 'Marked words' });
  await words.getByRole('button', { name: /from selection/ }).click();
  await expect(chosen(page)).toHaveText('will stay closed');
  await panel(page).getByRole('button', { name: 'Accept as edited' }).click();
  await story.expectClaim('will stay closed');
  await expect.poll(() => desk.stateOf(said.id)).toBe('accepted');
  const [claim] = await desk.claims();
  expect(claim).toMatchObject({
    kind: 'attribution',
    span: { quote: 'will stay closed' },
    details: {
      source: { quote: 'harbour master Ada Moor' },
      content: [{ quote: 'will stay closed' }],
    },
  });

  const next = (await desk.suggestions('open')).find(({ kind }) => kind === 'attribution');
  if (next === undefined) throw new Error('too little is suggested');
  await page.keyboard.press('Escape');
  await goTo(page, next.span.quote);
  await panel(page).getByLabel(/^Kind/).selectOption('Source');
  await expect(panel(page).getByLabel('Title, as printed')).toBeVisible();
  await panel(page).getByRole('button', { name: 'Discard' }).click();
  await expect(panel(page).getByLabel(/^Kind/)).toHaveValue('attribution');
  await expect(panel(page).getByRole('button', { name: 'Accept as edited' })).toHaveCount(0);
});

test('with the mouse: a note, the buttons, all of a sentence, and undo', async ({ colleague, pageOf }) => {
  const { editor, desk } = await scene(colleague);
  const items = await desk.suggestions();
  const together =
    items
      .map(({ sentence }) => items.filter((item) => item.sentence === sentence))
      .find((group) => group.length > 1) ?? [];
  expect(together.length).toBeGreaterThan(1);
  const page = await pageOf(editor);
  await new StoryPage(page).open(desk.articleId);
  await page.getByRole('button', { name: /^Look at \d+ suggestions/ }).click();
  await expect(chosen(page)).toHaveText(items[0]?.span.quote ?? '');
  await panel(page)
    .getByRole('button', { name: /^Accept y/ })
    .click();
  await expect.poll(() => desk.stateOf(items[0]?.id ?? '')).toBe('accepted');
  await expect(chosen(page)).toHaveText(items[1]?.span.quote ?? '');
  await panel(page)
    .getByRole('button', { name: /^Dismiss/ })
    .click();
  await expect.poll(() => desk.stateOf(items[1]?.id ?? '')).toBe('dismissed');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(() => desk.stateOf(items[1]?.id ?? '')).toBe('open');

  const wanted = together.filter(({ id }) => id !== items[0]?.id);
  const note = page.getByRole('button', { name: /^Suggested attribution/ }).last();
  await note.click();
  await expect(panel(page)).toBeVisible();
  while ((await chosen(page).textContent()) !== wanted[0]?.span.quote)
    await panel(page).getByRole('button', { name: 'Previous' }).click();
  await panel(page).getByLabel('Accept together from this confidence on').selectOption('0 %');
  await panel(page)
    .getByRole('button', { name: `Accept ${wanted.length} of this sentence` })
    .click();
  for (const { id } of wanted) await expect.poll(() => desk.stateOf(id)).toBe('accepted');
  await page.getByRole('button', { name: /^Undo/ }).click();
  for (const { id } of wanted) await expect.poll(() => desk.stateOf(id)).toBe('open');
});

test('a name that the register does not have is put there, and then proposed', async ({
  colleague,
  pageOf,
}) => {
  const name = `Quill Harrow ${Math.random().toString(36).slice(2, 6).replace(/\d/g, 'x')}`;
  const { editor, desk } = await scene(colleague, `Bridge closed\n\n${name} said the bridge was closed.`);
  expect((await desk.suggestions()).map(({ sourceName }) => sourceName)).toContain(name);
  const page = await pageOf(editor);
  await new StoryPage(page).open(desk.articleId);
  await expect.poll(() => dashed(page)).toBeGreaterThan(0);
  await page.keyboard.press('i');
  await panel(page).getByRole('button', { name: 'Add to the register' }).click();
  await expect(panel(page).getByText(`In the register: ${name}`)).toBeVisible();
});

test('a language that is not read is said to be so, and viewers only look', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const viewer = await colleague('viewer');
  const finnish = { text: 'Lautta upposi\n\nSatama sanoi tiistaina, että 41 ihmistä kuoli.', language: 'fi' };
  const { id } = await editor.api.send('POST', '/api/articles', finnish);
  const page = await pageOf(editor);
  await new StoryPage(page).open(id);
  await expect(page.getByText('No suggestions for this language.')).toBeVisible();

  const { id: read } = await editor.api.send('POST', '/api/articles', { text: TEXT });
  const look = await pageOf(viewer);
  await new StoryPage(look).open(read);
  await expect.poll(() => dashed(look)).toBeGreaterThan(0);
  await look.keyboard.press('i');
  await expect(panel(look)).toBeVisible();
  await expect(panel(look).getByRole('button', { name: /Accept|Dismiss|Edit/ })).toHaveCount(0);
  await look.keyboard.press('y');
  await expect(look.locator('.told')).toHaveText('This cannot be changed.');
});

test('admins see what became of each rule’s suggestions', async ({ colleague, pageOf }) => {
  const { editor, desk } = await scene(colleague);
  const [first] = await desk.suggestions();
  await editor.api.send('POST', `/api/suggestions/${first?.id}/dismiss`);
  const page = await pageOf(await colleague('admin'));
  await page.goto('/agreement');
  await expect(page.getByRole('heading', { name: 'Suggestions, by rule' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Dismissed' })).toBeVisible();
  await expectAccessibleInBothThemes(page);
  const other = await pageOf(editor);
  await other.goto('/agreement');
  await expect(other.getByRole('heading', { name: 'Agreement' })).toBeVisible();
  await expect(other.getByRole('heading', { name: 'Suggestions, by rule' })).toHaveCount(0);
});

test('suggestions of a story that was left do not paint over the next one', async ({ colleague, pageOf }) => {
  const { editor, desk } = await scene(colleague);
  const { id: next } = await editor.api.send('POST', '/api/articles', {
    text: 'Bridge open\n\nSomebody walked.',
  });
  const mark = async (articleId: string, start: number, quote: string) =>
    editor.api.send('POST', `/api/articles/${articleId}/claims`, {
      ...{ revision: 1, kind: 'fact' },
      span: { start, end: start + quote.length, quote },
    });
  await mark(desk.articleId, 0, 'Harbour bridge');
  await mark(next, 0, 'Bridge');
  await mark(next, 7, 'open');
  const page = await pageOf(editor);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const suggestions = new RegExp(`/api/articles/${desk.articleId}/suggestions`);
  await page.route(suggestions, async (route) => {
    await released;
    await route.continue();
  });
  const facts = () => page.evaluate(() => CSS.highlights.get('cd-fact-open')?.size ?? 0);
  await new StoryPage(page).open(desk.articleId);
  await expect.poll(facts).toBe(1);
  await expect(page.getByText('Looking for suggestions…')).toBeVisible();
  await page.evaluate((address) => {
    history.pushState(null, '', address);
    dispatchEvent(new Event('claimdesk:navigated'));
  }, `/stories/${next}`);
  await expect(page.getByRole('heading', { name: 'Bridge open' }).first()).toBeVisible();
  await expect.poll(facts).toBe(2);
  const come = page.waitForResponse(suggestions);
  release();
  await (await come).finished();
  await expect(page.getByText('Looking for suggestions…')).toBeHidden();
  // Twice a frame: what the answer led to is drawn by then.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );
  expect(await facts()).toBe(2);
});
