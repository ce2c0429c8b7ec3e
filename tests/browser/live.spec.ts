/** Several people on one story: what one does the others see, without a reload, and nothing moves under their hands. */
import type { Locator, Page, Request } from '@playwright/test';
import { z } from 'zod';
import { type Colleague, expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { checkedStory } from './scene.ts';
import { ferryStory, StoryPage } from './story-page.ts';

const WORDS = 'at least 41 people';
const Claims = z.object({
  items: z.array(z.looseObject({ id: z.string(), span: z.looseObject({ quote: z.string() }) })),
});
const Version = z.looseObject({ version: z.int() });

/** A claim without a verdict. */
async function sceneOf(editor: Colleague) {
  const { id: articleId } = await editor.api.send('POST', '/api/articles', { text: await ferryStory() });
  const span = { start: 212, end: 230, quote: WORDS };
  const body = { revision: 1, kind: 'casualty_count', span };
  const { id: claimId } = await editor.api.send('POST', `/api/articles/${articleId}/claims`, body);
  return { articleId, claimId };
}

/** Remember where a field stands on the screen; what is given back expects it there, with the focus, to the pixel. */
async function standing(field: Locator): Promise<() => Promise<void>> {
  const top = () =>
    field.evaluate(async (element) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      await frame();
      await frame();
      return element.getBoundingClientRect().top;
    });
  const before = await top();
  return async () => {
    await expect(field).toBeFocused();
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
  };
}

async function openOn(page: Page, articleId: string): Promise<StoryPage> {
  const story = await new StoryPage(page).open(articleId);
  await story.press('41 people');
  await story.expectClaim(WORDS);
  return story;
}

test('what another does appears, and what is being typed stays', async ({ colleague, pageOf }) => {
  const [editor, other] = [await colleague('editor'), await colleague('editor')];
  const { articleId, claimId } = await checkedStory(editor);
  const page = await pageOf(editor);
  const story = await openOn(page, articleId);
  await story.showTab('Talk');
  await story.field('Comment').pressSequentially('Does this count the crew?');
  for (const _ of 'crew?') await page.keyboard.press('ArrowLeft');
  const place = () =>
    story.field('Comment').evaluate((field) => ({
      caret: field instanceof HTMLTextAreaElement ? field.selectionStart : null,
    }));
  const before = await place();
  const stands = await standing(story.field('Comment'));

  await other.api.send('POST', `/api/claims/${claimId}/comments`, { body: 'Counted twice, says the port.' });
  await expect(story.claim.getByText('Counted twice, says the port.')).toBeVisible();
  await expect(story.news).toHaveText(`${other.name} commented on “${WORDS}”.`);
  await expect(story.field('Comment')).toBeFocused();
  await expect(story.field('Comment')).toHaveValue('Does this count the crew?');
  expect(await place()).toEqual(before);
  await stands();
  // Also where the first one filled the panel, and where the others are long.
  for (const body of ['And who says so?\n'.repeat(12), 'One more.']) {
    await other.api.send('POST', `/api/claims/${claimId}/comments`, { body });
    await expect(story.claim.locator('.body').last()).toHaveText(body.trim());
    await stands();
  }

  await other.api.send('PATCH', `/api/claims/${claimId}`, { version: 3, summary: 'The toll so far' });
  await story.showTab('Details');
  await expect(story.field('In short')).toHaveValue('The toll so far');
});

test('a verdict that is being written stays under the hands while another gives theirs', async ({
  colleague,
  pageOf,
}) => {
  const [editor, other] = [await colleague('reviewer'), await colleague('editor')];
  const { articleId, claimId } = await sceneOf(editor);
  const story = await openOn(await pageOf(editor), articleId);
  await story.showTab('Verdict');
  const reason = story.claim.getByRole('textbox', { name: 'Reason', exact: true });
  await reason.pressSequentially('The harbour log');
  const stands = await standing(reason);
  const verdict = { version: 1, verdict: 'accurate', reason: 'The log says so.', correction: null };
  await other.api.send('PUT', `/api/claims/${claimId}/verdict`, verdict);
  await expect(story.claim.getByText('The log says so.')).toBeVisible();
  await stands();
  await reason.pressSequentially(' says 39');
  await expect(reason).toHaveValue('The harbour log says 39');
  // Left, the form goes behind the review that is possible now, with what was typed.
  await story.claim.getByRole('tab', { name: 'Verdict' }).focus();
  await expect(story.claim.getByText('Give another verdict')).toBeVisible();
  await expect(reason).toHaveValue('The harbour log says 39');
});

test('details that are being typed stay under the hands while others come, change the claim and take it away', async ({
  colleague,
  pageOf,
}) => {
  const [editor, other] = [await colleague('editor'), await colleague('editor')];
  const { articleId, claimId } = await sceneOf(editor);
  const story = await openOn(await pageOf(editor), articleId);
  const place = story.field('Place');
  await place.pressSequentially('Port');
  const stands = await standing(place);
  const there = await openOn(await pageOf(other), articleId);
  await there.field('In short').fill('The toll so far');
  await expect(story.claim.getByText(`${other.name} is editing this claim`).first()).toBeVisible();
  await stands();
  await there.save();
  await expect(story.field('In short')).toHaveValue('The toll so far');
  await stands();
  const { version } = Version.parse(await other.api.get(`/api/claims/${claimId}`));
  await other.api.send('DELETE', `/api/claims/${claimId}?version=${version}`);
  await expect(story.claim.getByText('withdrawn').first()).toBeVisible();
  await stands();
  await place.pressSequentially(' Elsen');
  await expect(place).toHaveValue('Port Elsen');
  await story.claim.getByRole('tab', { name: 'Details' }).focus();
  await expect(place).toBeDisabled();
  await expect(place).toHaveValue('Port Elsen');
});

test('who is there is shown, and whoever edits is told who edits already', async ({ colleague, pageOf }) => {
  const [editor, other] = [await colleague('editor'), await colleague('editor')];
  const { articleId } = await checkedStory(editor);
  const here = await openOn(await pageOf(editor), articleId);
  const there = await openOn(await pageOf(other), articleId);
  await expect(here.claim.getByText(`${other.name} is here`)).toBeVisible();
  const company = here.page.getByRole('list', { name: 'On this story now' });
  await expect(company.getByRole('button', { name: `${other.name}, on a claim` })).toBeVisible();
  await there.field('Low').fill('44');
  await expect(here.claim.getByText(`${other.name} is editing this claim`).first()).toBeVisible();
  await expectAccessibleInBothThemes(here.page);
  await here.button('Edit anyway').press('Enter');
  await expect(here.button('Edit anyway')).toBeHidden();
  await here.field('Place').fill('Port Elsen');
  await here.save();
  await expect(there.field('Place')).toHaveValue('Port Elsen');
  await expect(there.field('Low')).toHaveValue('44');
  await there.page.close();
  await expect(here.claim.getByText(`${other.name} is`)).toBeHidden();
});

test('a field shows what was saved from it, and what another saves once it is left', async ({
  colleague,
  pageOf,
}) => {
  const [editor, other] = [await colleague('editor'), await colleague('editor')];
  const { articleId, claimId } = await checkedStory(editor);
  const story = await openOn(await pageOf(editor), articleId);
  await story.field('In short').fill('Mine');
  await story.page.keyboard.press('Control+Enter');
  await expect(story.button('Save')).toHaveAttribute('aria-disabled', 'true');
  await expect(story.field('In short')).toBeFocused();
  await expect(story.field('In short')).toHaveValue('Mine');

  const { version } = Version.parse(await other.api.get(`/api/claims/${claimId}`));
  await other.api.send('PATCH', `/api/claims/${claimId}`, {
    version,
    summary: 'Theirs',
    assigneeId: other.id,
  });
  await expect(story.claim.getByLabel('Checked by')).toHaveValue(other.id);
  await expect(story.field('In short')).toHaveValue('Mine');
  await story.page.keyboard.press('Tab');
  await expect(story.field('In short')).toHaveValue('Theirs');
});

test('where streams are blocked the page asks every few seconds', async ({ colleague, pageOf }) => {
  const [editor, other] = [await colleague('editor'), await colleague('editor')];
  const { articleId, claimId } = await checkedStory(editor);
  const page = await pageOf(editor);
  await page.route(/\/events\?after=/, (route) => route.abort());
  const story = await openOn(page, articleId);
  await other.api.send('PATCH', `/api/claims/${claimId}`, { version: 3, summary: 'The toll so far' });
  await expect(story.field('In short')).toHaveValue('The toll so far', { timeout: 15_000 });
});

/** What the server streams to a page up to the middle of the frame of its second change. */
async function brokenStream(request: Request): Promise<string> {
  const hangUp = new AbortController();
  const headers = await request.allHeaders();
  const { body } = await fetch(request.url(), { headers, signal: hangUp.signal });
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let text = ''; ; ) {
    const [, second] = text.matchAll(/^id: \d+\nevent: change\ndata: .*\n\n/gm);
    if (second !== undefined) {
      hangUp.abort();
      return text.slice(0, second.index + second[0].length / 2);
    }
    const read = await reader?.read();
    if (read === undefined || read.done) throw new Error(`no more came than ${text}`);
    text += read.value;
  }
}

/** Numbers of the changes that streams bring to a page, in order. */
async function changesTo(page: Page): Promise<number[]> {
  const numbers: number[] = [];
  const browser = await page.context().newCDPSession(page);
  await browser.send('Network.enable');
  browser.on('Network.eventSourceMessageReceived', ({ eventName, eventId }) => {
    if (eventName === 'change') numbers.push(Number(eventId));
  });
  return numbers;
}

test('a stream that breaks goes on after what came whole, and no change is told twice', async ({
  colleague,
  pageOf,
}) => {
  const [editor, other] = [await colleague('editor'), await colleague('editor')];
  const { articleId, claimId } = await checkedStory(editor);
  const { items } = Claims.parse(await editor.api.get(`/api/articles/${articleId}/claims`));
  const bodies = items.find(({ span }) => span.quote === '23 bodies')?.id;
  const say = (id: string | undefined, body: string) =>
    other.api.send('POST', `/api/claims/${id}/comments`, { body });
  const page = await pageOf(editor);
  const came = await changesTo(page);
  // Only the stream brings changes: nothing is looked for beside it.
  await page.route(/\/history\?/, (route) => route.abort());
  const asked: string[] = [];
  await page.route(/\/events\?after=/, async (route, request) => {
    asked.push(request.url());
    if (asked.length === 1)
      await route.fulfill({ contentType: 'text/event-stream', body: await brokenStream(request) });
    else if (asked.length === 2) {
      await say(claimId, 'Three.');
      await say(bodies, 'Four.');
      await route.abort('connectionreset');
    } else await route.continue();
  });
  const story = await openOn(page, articleId);
  await story.showTab('Talk');
  const news = await story.news.evaluateHandle((element) => {
    const told: string[] = [];
    const hear = () => told.push(element.textContent);
    new MutationObserver(hear).observe(element, { childList: true, characterData: true, subtree: true });
    return told;
  });
  await say(claimId, 'One.');
  await say(claimId, 'Two.');

  const said = ['Who counted?', 'The coast guard.', 'One.', 'Two.', 'Three.'];
  await expect(story.claim.locator('.body')).toHaveText(said);
  await story.press('23 bodies');
  await story.expectClaim('23 bodies');
  await story.showTab('Talk');
  await expect(story.claim.locator('.body')).toHaveText(['Four.']);
  // The address is the first one's, which asks for all since the page was opened: a browser that comes back says in
  // Last-Event-ID what it has. That header is shown neither to a route nor to a debugger; what it saves is.
  expect(new Set(asked).size).toBe(1);
  const first = Number(new URL(asked[0] ?? '').searchParams.get('after')) + 1;
  expect(came).toEqual([0, 1, 2, 3].map((more) => first + more));
  const told = async () => (await news.jsonValue()).filter((words) => words.includes(other.name));
  await expect
    .poll(async () => (await told()).map((words) => Number(/made (\d+) changes/.exec(words)?.[1] ?? 1)))
    .toEqual([1, 3]);
});
