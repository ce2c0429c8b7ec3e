/** A newer text of the long story: what becomes of its claims, and how long a person waits for it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { diffArrays } from 'diff';
import { z } from 'zod';
import { type Article, GetArticle } from '../../../server/contract/articles.ts';
import { type Claim, ListArticleClaims } from '../../../server/contract/claims.ts';
import { anchoredOf } from '../../../server/domain/claims/replaced.ts';
import { keepsVerdict } from '../../../server/domain/text/revise/model.ts';
import { reanchor } from '../../../server/domain/text/revise/reanchor.ts';
import { comparable } from '../../../server/domain/text/revise/tokens.ts';
import { readStory } from '../../../server/domain/text/story.ts';
import { ensureChromium } from '../../support/chromium.ts';
import type { Bench, Works } from '../bench.ts';
import { barePage, bareStory } from '../browser/bare-page.ts';
import { newerText } from '../fill/newer-text.ts';
import { median } from '../load.ts';
import { peakMemory } from '../processes.ts';
import type { Figures, Row } from '../report.ts';
import { tell } from '../tell.ts';
import { WINDOW } from './browser.ts';

const DECIDED_WITHIN = 1_000;
const SHOWN_WITHIN = 2_000;

interface Story {
  readonly article: Article;
  /** In the order of the text. */
  readonly claims: readonly Claim[];
}

export const reviseLongStory: Works = async (bench) => [await decided(bench), await shown(bench)];

/** The pure decision, in processor time of this process: nothing else is in it, and other work of the machine is not either. */
async function decided(bench: Bench): Promise<Row> {
  const { article, claims } = await read(bench);
  const { revision, language } = article;
  const anchored = claims.map((claim) => anchoredOf(claim, claim));
  const older = { text: revision.text, sentences: revision.sentences, language };
  const ours: number[] = [];
  const limit: number[] = [];
  let kept = 0;
  // A first turn that does not count: the server has decided before as well.
  for (let turn = 0; turn <= bench.pace.rounds; turn += 1) {
    const story = readStory(newerText(revision, turn), { language });
    if (!story.ok) throw new Error('the newer text is no story');
    const newer = { text: story.story.text, sentences: story.story.sentences, language };
    const decision = cpuTime(() => reanchor(older, newer, anchored));
    const keys = [older, newer].map(({ text }) => comparable(text, language).map(({ key }) => key));
    const [before = [], after = []] = keys;
    const comparison = cpuTime(() => diffArrays(before, after));
    if (decision.result.length !== claims.length || comparison.result.length < 3)
      throw new Error('not every claim was decided on');
    if (turn === 0) continue;
    kept = decision.result.filter(({ change }) => keepsVerdict(change)).length;
    ours.push(decision.time);
    limit.push(comparison.time);
  }
  return {
    work: 'decide on the claims of a newer text',
    unit: 'ms',
    reach: DECIDED_WITHIN,
    bound: true,
    figures: figuresOf(ours, limit, await peakMemory(process.pid)),
    notes: [
      `${revision.sentences.length} sentences, ${claims.length} claims, of which ${kept} keep their verdict; processor time, reading both texts as tokens included; the limit is the library \`diff\` on the tokens of both, which decides on no claim; peak memory is the bench's own process`,
    ],
  };
}

/** From the press of "save" to the newer text with its marks. */
async function shown(bench: Bench): Promise<Row> {
  await tell(bench.limit, { kind: 'page', html: await barePage() });
  const meter = await readFile(path.join(import.meta.dirname, '..', 'browser', 'meter.js'), 'utf8');
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const turns: Turn[] = [];
  try {
    for (let turn = 0; turn < bench.pace.rounds; turn += 1) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
      await context.addInitScript(meter);
      const [name = '', value = ''] = bench.reader.cookie.split('=');
      await context.addCookies([{ name, value, url: bench.ours.url }]);
      const page = await context.newPage();
      const evaluate = async (script: string): Promise<unknown> => page.evaluate(script);
      turns.push({
        ...(await timeOurs(bench, turn, (url) => page.goto(url), evaluate)),
        limit: await timeLimit(bench, (url) => page.goto(url), evaluate),
      });
      await context.close();
    }
  } finally {
    await browser.close();
  }
  const answered = Math.round(median(turns.map(({ answered }) => answered)));
  const limitStored = Math.round(median(turns.map(({ limit }) => limit.stored)));
  return {
    work: 'store and show a newer text',
    unit: 'ms',
    reach: SHOWN_WITHIN,
    bound: true,
    figures: figuresOf(
      turns.map(({ painted }) => painted),
      turns.map(({ limit }) => limit.stored + limit.painted),
      await peakMemory(bench.ours.process.pid),
    ),
    notes: [
      `from the text being sent, in a browser that has opened no story before, to the frame after the paint of the newer text and its marks; it is answered after ${answered} ms, with sentences, placements, changes, expired verdicts and an event for each claim that lost its own; the limit copies sentences and placements in the database, which takes ${limitStored} ms, and opens the bare page; peak memory is the server's`,
    ],
  };
}

interface Turn {
  /** Milliseconds from the sending. */
  readonly answered: number;
  readonly painted: number;
  readonly limit: { readonly stored: number; readonly painted: number };
}

type GoTo = (url: string) => Promise<unknown>;
type Evaluate = (script: string) => Promise<unknown>;

async function timeOurs(
  bench: Bench,
  turn: number,
  goTo: GoTo,
  evaluate: Evaluate,
): Promise<Omit<Turn, 'limit'>> {
  const { article } = await read(bench);
  const { id, revision } = article;
  const sent = {
    text: newerText(revision, turn),
    baseRevision: revision.number,
    arrived: `Lead ${turn + 2}`,
  };
  await goTo(`${bench.ours.url}/`);
  const call = [`/api/articles/${id}/revisions`, sent, `/stories/${id}`, WINDOW].map((part) =>
    JSON.stringify(part),
  );
  const Times = z.object({ answered: z.number(), painted: z.number() });
  const times = Times.parse(await evaluate(`meter.reviseStory(${call.join(', ')})`));
  const after = await read(bench);
  if (after.article.revision.number !== revision.number + 1) throw new Error('no newer text was stored');
  return times;
}

async function timeLimit(bench: Bench, goTo: GoTo, evaluate: Evaluate): Promise<Turn['limit']> {
  const { article, claims } = await read(bench);
  const begun = performance.now();
  await copyRows(bench, article.id, article.revision.number);
  const stored = performance.now() - begun;
  await goTo(`${bench.limit.url}/page`);
  await evaluate(`globalThis.story = ${JSON.stringify(bareStory(article, claims))}`);
  const opened = await evaluate('meter.open(() => bare.build(story), story.claims.length)');
  return { stored, painted: z.number().parse(opened) };
}

/** A revision that nobody sees: the same rows as the current one's, and taken back so that the next turn finds what it knew. */
async function copyRows({ pool }: Bench, articleId: string, revision: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      `INSERT INTO revisions (article_id, number, text, sha256, blocks, furniture, created_by_id, created_at)
       SELECT article_id, number + 1, text, sha256(convert_to(text || ' ', 'UTF8')), blocks, furniture, created_by_id, created_at
       FROM revisions WHERE article_id = $1 AND number = $2`,
      [articleId, revision],
    );
    await client.query(
      `INSERT INTO sentences (article_id, revision, number, block, start, "end", text)
       SELECT article_id, revision + 1, number, block, start, "end", text FROM sentences WHERE article_id = $1 AND revision = $2`,
      [articleId, revision],
    );
    await client.query(
      `INSERT INTO placements (claim_id, revision, article_id, start, "end", quote, sentence)
       SELECT claim_id, revision + 1, article_id, start, "end", quote, sentence FROM placements WHERE article_id = $1 AND revision = $2`,
      [articleId, revision],
    );
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

async function read({ ours, reader, filled }: Bench): Promise<Story> {
  const get = async (rest: string) =>
    (
      await fetch(`${ours.url}/api/articles/${filled.longStory}${rest}`, {
        headers: { Cookie: reader.cookie },
      })
    ).json();
  const article = GetArticle.answer.parse(await get(''));
  const { items } = ListArticleClaims.answer.parse(await get('/claims'));
  // Orphans have no place in the current text.
  return { article, claims: items.filter(({ revision }) => revision === article.revision.number) };
}

function cpuTime<T>(work: () => T): { result: T; time: number } {
  const begun = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(begun);
  return { result, time: (user + system) / 1_000 };
}

const figuresOf = (ours: readonly number[], limit: readonly number[], peak: number | null): Figures => ({
  ours: median(ours),
  limit: median(limit),
  ratio: median(ours.map((time, turn) => time / (limit[turn] ?? Number.NaN))),
  p50: median(ours),
  p99: Math.max(...ours),
  limitP50: median(limit),
  limitP99: Math.max(...limit),
  peak,
});
