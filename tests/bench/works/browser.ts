/** The long story in a browser: opening it, marking in it, scrolling through it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { z } from 'zod';
import { GetArticle } from '../../../server/contract/articles.ts';
import { type Claim, ListArticleClaims } from '../../../server/contract/claims.ts';
import { ensureChromium } from '../../support/chromium.ts';
import type { Bench, Works } from '../bench.ts';
import { type BareStory, barePage, bareStory } from '../browser/bare-page.ts';
import { median } from '../load.ts';
import { peakMemory } from '../processes.ts';
import type { Figures, Row } from '../report.ts';
import { tell } from '../tell.ts';

const MARKS = 7;
const STEPS = 150;
const PIXELS = 600;
export const VIEWPORT = { width: 1440, height: 900 };

/** Milliseconds. */
interface Times {
  readonly open: number;
  /** Until what stands beside the text is there too. */
  readonly openWhole: number;
  readonly marks: readonly number[];
  /** Of each frame. */
  readonly frames: readonly number[];
  /** Bytes, of the page's process. */
  readonly peak: number | null;
}

/** A story as both pages need it. */
export interface Story {
  readonly path: string;
  /** What Claimdesk's page reads to show it. */
  readonly reads: readonly string[];
  readonly claims: readonly Claim[];
  readonly bare: BareStory;
}

export const longStoryInBrowser: Works = async (bench) => {
  const long = await readStory(bench, bench.filled.longStory);
  const short = await readStory(bench, await selectShortStory(bench));
  await tell(bench.limit, { kind: 'page', html: await barePage() });
  const meter = await readFile(path.join(import.meta.dirname, '..', 'browser', 'meter.js'), 'utf8');
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const turns: { ours: Times; limit: Times }[] = [];
    for (let turn = 0; turn < bench.pace.rounds; turn += 1) {
      const ours = await inPage(browser, meter, (page) => timeOurs(bench, page, short, long, turn));
      turns.push({ ours, limit: await inPage(browser, meter, (page) => timeBare(bench, page, short, long)) });
    }
    return rowsOf(turns, long);
  } finally {
    await browser.close();
  }
};

/** A page of a new browser context, so that nothing is kept from turn to turn. */
async function inPage(
  browser: Browser,
  meter: string,
  time: (page: Page) => Promise<Omit<Times, 'peak'>>,
): Promise<Times> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-GB', timezoneId: 'UTC' });
  try {
    await context.addInitScript(meter);
    const page = await context.newPage();
    const times = await time(page);
    return { ...times, peak: await peakOfPages(browser) };
  } finally {
    await context.close();
  }
}

/** From a short story to the long one, as a link would lead there; what it reads is in memory by then. */
async function timeOurs(
  { ours, reader }: Bench,
  page: Page,
  short: Story,
  long: Story,
  turn: number,
): Promise<Omit<Times, 'peak'>> {
  const [name = '', value = ''] = reader.cookie.split('=');
  await page.context().addCookies([{ name, value, url: ours.url }]);
  await page.goto(`${ours.url}/`);
  await page.evaluate(`meter.openStory('${short.path}', ${shownOf(short)})`);
  await page.evaluate(`meter.preload(${JSON.stringify(long.reads)})`);
  const Opened = z.object({ marks: z.number(), notes: z.number() });
  const opened = Opened.parse(await page.evaluate(`meter.openStory('${long.path}', ${shownOf(long)})`));
  const scrolled = await scroll(page);
  const marks: number[] = [];
  await page.evaluate(`scrollTo({ top: 0, behavior: 'instant' })`);
  await page.getByRole('application').focus();
  // Sentences of its own for each turn: the same words are not marked twice.
  for (let sentence = 0; sentence < turn * MARKS; sentence += 1) await page.keyboard.press('ArrowDown');
  for (let mark = 0; mark < MARKS; mark += 1) {
    await page.keyboard.press('ArrowDown');
    // One word or two: names that are marked already are longer.
    for (let word = 0; word <= mark % 2; word += 1) await page.keyboard.press('Shift+ArrowRight');
    marks.push(await timeMark(page, 's'));
  }
  return { open: opened.marks, openWhole: opened.notes, marks, frames: scrolled };
}

async function timeBare(
  { limit }: Bench,
  page: Page,
  short: Story,
  long: Story,
): Promise<Omit<Times, 'peak'>> {
  await page.goto(`${limit.url}/page`);
  await page.evaluate(`globalThis.stories = ${JSON.stringify([short.bare, long.bare])}`);
  const open = async (number_: number) =>
    number(
      page,
      `meter.open(() => { globalThis.nodes = bare.build(stories[${number_}]) }, stories[${number_}].claims.length)`,
    );
  await open(0);
  const opened = await open(1);
  const frames = await scroll(page);
  await page.evaluate(`scrollTo({ top: 0, behavior: 'instant' })`);
  const marks: number[] = [];
  for (let mark = 0; mark < MARKS; mark += 1) {
    await page.evaluate(`bare.markByKey(nodes[${1 + mark}])`);
    marks.push(await timeMark(page, 's'));
  }
  return { open: opened, openWhole: opened, marks, frames };
}

/**
 * UTF-16 code units from the story's beginning: more than its window shows, 30 lines of 66. Claimdesk paints the marks
 * near the window and the others as they come near; withdrawn claims may be left out.
 */
export const WINDOW = 2000;
export const shownOf = ({ claims }: Pick<Story, 'claims'>) =>
  claims.filter(({ status, span }) => status !== 'withdrawn' && span.end <= WINDOW).length;

async function timeMark(page: Page, key: string): Promise<number> {
  await page.evaluate('meter.awaitMark()');
  await page.keyboard.press(key);
  return number(page, 'meter.marked()');
}

async function scroll(page: Page): Promise<number[]> {
  const Scrolled = z.object({ times: z.array(z.number()), reached: z.number(), seen: z.number() });
  const { times, reached, seen } = Scrolled.parse(await page.evaluate(`meter.scroll(${STEPS}, ${PIXELS})`));
  if (seen === 0) throw new Error('no mark was painted where scrolling ended');
  if (reached < PIXELS * 5) throw new Error(`the page scrolled to ${reached} pixels only`);
  return times;
}

export async function number(page: Page, script: string): Promise<number> {
  return z.number().parse(await page.evaluate(script));
}

export async function readStory({ ours, reader }: Bench, id: string): Promise<Story> {
  const reads = [`/api/articles/${id}`, `/api/articles/${id}/claims`];
  const read = async (address: string) =>
    (await fetch(`${ours.url}${address}`, { headers: { Cookie: reader.cookie } })).json();
  const article = GetArticle.answer.parse(await read(reads[0] ?? ''));
  const { items } = ListArticleClaims.answer.parse(await read(reads[1] ?? ''));
  return { path: `/stories/${id}`, reads, claims: items, bare: bareStory(article, items) };
}

export async function selectShortStory({ pool, filled }: Bench): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM articles WHERE access = 'newsroom' AND status = 'checking' AND id <> $1 ORDER BY id LIMIT 1`,
    [filled.longStory],
  );
  return rows[0]?.id ?? '';
}

/** The most memory that the process of a page held: one page is open at a time. */
export async function peakOfPages(browser: Browser): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const peaks = await Promise.all(
    processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => peakMemory(id)),
  );
  const known = peaks.filter((peak) => peak !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function rowsOf(turns: readonly { ours: Times; limit: Times }[], long: Story): Row[] {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const peaks = turns.map(({ ours }) => ours.peak).filter((peak) => peak !== null);
  const row = (
    work: string,
    whole: (times: Times) => number,
    parts: (times: Times) => readonly number[],
  ): Row => {
    const all = (side: 'ours' | 'limit') => turns.flatMap((turn) => parts(turn[side]));
    const figures: Figures = {
      ours: median(turns.map(({ ours }) => whole(ours))),
      limit: median(turns.map(({ limit }) => whole(limit))),
      ratio: median(turns.map(({ ours, limit }) => whole(ours) / whole(limit))),
      p50: median(all('ours')),
      p99: percentile(all('ours'), 0.99),
      limitP50: median(all('limit')),
      limitP99: percentile(all('limit'), 0.99),
      peak: peaks.length === 0 ? null : Math.max(...peaks),
    };
    return { work, unit: 'ms', reach: 1.5, figures, notes: [] };
  };
  const size = `${long.bare.blocks.length} paragraphs, ${long.claims.length} claims`;
  const opening = row(
    'open the long story',
    ({ open }) => open,
    ({ open }) => [open],
  );
  return [
    {
      ...opening,
      notes: [
        `${size}; from when the data is objects in memory, which Claimdesk still checks by its contract, to the frame after the paint of text and marks, which Claimdesk paints near the window and the bare page everywhere; Claimdesk's notes in the margin are painted after ${Math.round(median(turns.map(({ ours }) => ours.openWhole)))} ms`,
      ],
    },
    row(
      'mark in it, by key',
      ({ marks }) => median(marks),
      ({ marks }) => marks,
    ),
    {
      ...row(
        `scroll through it, ${STEPS} steps of ${PIXELS} px`,
        ({ frames }) => sum(frames),
        ({ frames }) => frames,
      ),
      notes: ['p50 and p99 are of single frames; peak memory in these three is the page’s process'],
    },
  ];
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
