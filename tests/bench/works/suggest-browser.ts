/** A story with a thousand suggestions in a browser: opening it, accepting one of them, and all of a sentence. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { GetArticle } from '../../../server/contract/articles.ts';
import { ListSuggestions, type Suggestion } from '../../../server/contract/suggestions.ts';
import { ensureChromium } from '../../support/chromium.ts';
import type { Bench, Works } from '../bench.ts';
import { type BareStory, barePage, bareSuggestions } from '../browser/bare-page.ts';
import { median } from '../load.ts';
import type { Figures, Row } from '../report.ts';
import { storyOf } from '../score/speed.ts';
import { bringIn, send } from '../send.ts';
import { tell } from '../tell.ts';
import {
  number,
  peakOfPages,
  percentile,
  readStory,
  type Story,
  selectShortStory,
  shownOf,
  VIEWPORT,
  WINDOW,
} from './browser.ts';

const SINGLE = 7;
/** Accepted together by one key are those that are as sure as this, as the page has it at first. */
const SURE = 0.8;

const PLACES = 'Harrow Pelworth Marstead Torwick Dunley Aldgate Bramhaven Corbridge Estmoor Fenness'.split(
  ' ',
);
/** One sentence with much to accept at once, before a story with the rest. */
const TEXT = [
  'Storm crosses the coast',
  `The harbour office said ${PLACES.map((place, at) => `${at + 3} civilians were killed in ${place}`).join(', ')} and 40 soldiers were injured in Garford.`,
  storyOf(10_850),
].join('\n\n');

/** Milliseconds from the press of the key. */
interface Accepted {
  readonly painted: number;
  /** Until the server has answered. */
  readonly stored: number;
}

/** Milliseconds. */
interface Times {
  readonly open: number;
  readonly together: Accepted;
  readonly single: readonly Accepted[];
  /** Bytes, of the page's process. */
  readonly peak: number | null;
}

/** A story as both pages need it. */
interface Suggested {
  readonly path: string;
  /** What Claimdesk's page reads to show it. */
  readonly reads: readonly string[];
  readonly items: readonly Suggestion[];
  /** How many of its first sentence are accepted together. */
  readonly together: number;
  readonly bare: BareStory;
}

export const suggestionsInBrowser: Works = async (bench) => {
  const short = await readStory(bench, await selectShortStory(bench));
  await tell(bench.limit, { kind: 'page', html: await barePage() });
  const meter = await readFile(path.join(import.meta.dirname, '..', 'browser', 'meter.js'), 'utf8');
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const turns: { ours: Times; limit: Times; of: Suggested }[] = [];
    for (let turn = 0; turn < bench.pace.rounds; turn += 1) {
      // One of its own for each turn: what is accepted stays so.
      const of = await bringInSuggested(bench);
      const ours = await inPage(browser, meter, (page) => timeOurs(bench, page, short, of));
      turns.push({ of, ours, limit: await inPage(browser, meter, (page) => timeBare(bench, page, of)) });
    }
    return rowsOf(turns);
  } finally {
    await browser.close();
  }
};

async function inPage(
  browser: Browser,
  meter: string,
  time: (page: Page) => Promise<Omit<Times, 'peak'>>,
): Promise<Times> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-GB', timezoneId: 'UTC' });
  try {
    await context.addInitScript(meter);
    const times = await time(await context.newPage());
    return { ...times, peak: await peakOfPages(browser) };
  } finally {
    await context.close();
  }
}

async function bringInSuggested(bench: Bench): Promise<Suggested> {
  const id = await bringIn(bench, TEXT);
  const reads = ['', '/claims', '/suggestions'].map((rest) => `/api/articles/${id}${rest}`);
  const article = GetArticle.answer.parse(await send(bench, 'GET', reads[0] ?? ''));
  const { items } = ListSuggestions.answer.parse(await send(bench, 'GET', reads[2] ?? ''));
  const together = items.filter(
    ({ sentence, confidence }) => sentence === items[0]?.sentence && confidence >= SURE,
  ).length;
  if (together < 10) throw new Error('there are too few suggestions to be accepted together');
  return { path: `/stories/${id}`, reads, items, together, bare: bareSuggestions(article, items) };
}

/** From a short story, as a link would lead there; what it reads is in memory by then, and what is written is not. */
async function timeOurs(
  { ours, reader }: Bench,
  page: Page,
  short: Story,
  { path, reads, items, together }: Suggested,
): Promise<Omit<Times, 'peak'>> {
  const [name = '', value = ''] = reader.cookie.split('=');
  await page.context().addCookies([{ name, value, url: ours.url }]);
  await page.goto(`${ours.url}/`);
  await page.evaluate(`meter.openStory('${short.path}', ${shownOf(short)})`);
  await page.evaluate(`meter.preload(${JSON.stringify(reads)})`);
  const shown = items.filter(({ span }) => span.end <= WINDOW).length;
  const open = await number(page, `meter.openSuggested('${path}', ${shown})`);
  await page.evaluate('meter.forget()');
  await page.getByRole('application').focus();
  await page.keyboard.press('i');
  const accept = async (key: string, more: number): Promise<Accepted> => {
    const answered = page.waitForResponse(/\/accept$/, { timeout: 120_000 });
    const begun = performance.now();
    const painted = await timeMarks(page, key, more);
    await answered;
    return { painted, stored: performance.now() - begun };
  };
  const all = await accept('Y', together);
  const single: Accepted[] = [];
  for (let one = 0; one < SINGLE; one += 1) single.push(await accept('y', 1));
  return { open, together: all, single };
}

async function timeBare(
  { limit }: Bench,
  page: Page,
  { bare, together }: Suggested,
): Promise<Omit<Times, 'peak'>> {
  await page.goto(`${limit.url}/page`);
  await page.evaluate(`globalThis.story = ${JSON.stringify(bare)}`);
  const build = '() => { globalThis.nodes = bare.build(story) }';
  const open = await number(page, `meter.openPlain(${build}, story.claims.length)`);
  await page.evaluate(`bare.markByKey(...nodes.slice(1, ${1 + together}))`);
  const marked = async (key: string, more: number): Promise<Accepted> => {
    const painted = await timeMarks(page, key, more);
    return { painted, stored: painted };
  };
  const all = await marked('Y', together);
  const single: Accepted[] = [];
  for (let one = 0; one < SINGLE; one += 1) {
    await page.evaluate(`bare.markByKey(nodes[${1 + together + one}])`);
    single.push(await marked('y', 1));
  }
  return { open, together: all, single };
}

async function timeMarks(page: Page, key: string, more: number): Promise<number> {
  await page.evaluate(`meter.awaitMark(${more})`);
  await page.keyboard.press(key);
  return number(page, 'meter.marked()');
}

function rowsOf(turns: readonly { ours: Times; limit: Times; of: Suggested }[]): Row[] {
  const [first] = turns;
  if (first === undefined) throw new Error('nothing was measured');
  const peaks = turns.map(({ ours }) => ours.peak).filter((peak) => peak !== null);
  const row = (
    work: string,
    reach: number,
    parts: (times: Times) => readonly number[],
    note: string,
  ): Row => {
    const all = (side: 'ours' | 'limit') => turns.flatMap((turn) => parts(turn[side]));
    const figures: Figures = {
      ours: median(turns.map(({ ours }) => median(parts(ours)))),
      limit: median(turns.map(({ limit }) => median(parts(limit)))),
      ratio: median(turns.map(({ ours, limit }) => median(parts(ours)) / median(parts(limit)))),
      p50: median(all('ours')),
      p99: percentile(all('ours'), 0.99),
      limitP50: median(all('limit')),
      limitP99: percentile(all('limit'), 0.99),
      peak: peaks.length === 0 ? null : Math.max(...peaks),
    };
    return { work, unit: 'ms', reach, figures, notes: [note] };
  };
  const { items, together, bare } = first.of;
  const stored = (parts: (times: Times) => readonly Accepted[]) =>
    Math.round(median(turns.flatMap(({ ours }) => parts(ours)).map(({ stored }) => stored)));
  return [
    row(
      'open a story with its suggestions',
      1.5,
      ({ open }) => [open],
      `${items.length.toLocaleString('en')} suggestions in ${bare.blocks.length} paragraphs; from the going there, with what it reads in memory and yet to be parsed, to the frame after the paint of those near the window; the bare page has them as objects and paints all`,
    ),
    row(
      'accept one of them, by key',
      1.5,
      ({ single }) => single.map(({ painted }) => painted),
      `until it is painted as a claim, before the server has answered, which it does after ${stored(({ single }) => single)} ms; the bare page paints a range and stores nothing`,
    ),
    row(
      'accept all of a sentence that are sure enough, by key',
      1.5,
      ({ together }) => [together.painted],
      `${together} at once, answered after ${stored(({ together }) => [together])} ms; peak memory in these three is the page’s process`,
    ),
  ];
}
