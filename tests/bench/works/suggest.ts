/** A long story's suggestions: from its text to rows that everybody sees. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { z } from 'zod';
import { readPlain } from '../../../server/domain/extraction/plain.ts';
import { suggest } from '../../../server/domain/extraction/suggest.ts';
import { find } from '../../../server/features/suggestions/found.ts';
import type { Bench, Works } from '../bench.ts';
import { median } from '../load.ts';
import { forgetPeak, longestDelay, peakMemory } from '../processes.ts';
import type { Row } from '../report.ts';
import { storyOf } from '../score/speed.ts';
import { bringIn, send } from '../send.ts';
import { suggestionsInBrowser } from './suggest-browser.ts';

/** About 2 MB, and a tenth of that where only is to be seen whether it runs. */
const WORDS = 364_000;
const QUICK_WORDS = 36_000;

const COLUMNS = `kind, details, start, "end", quote, sentence, rule, why, confidence, fingerprint, ordinal, attributed_by,
  source_name, state, edited, carried`;

export const suggestLongStory: Works = async (bench) => [
  ...(await stored(bench)),
  ...(await suggestionsInBrowser(bench)),
];

/** Times in milliseconds. */
interface Turn {
  readonly count: number;
  /** From when the story was there until its suggestions were. */
  readonly stored: number;
  /** The pure extraction, in this process. */
  readonly found: number;
  readonly copied: number;
  /** For which the server's event loop was held up at most. */
  readonly delay: number;
  /** A short story's suggestions, asked for right after the long one's. */
  readonly short: number;
  readonly shortIsFirst: boolean;
}

async function stored(bench: Bench): Promise<Row[]> {
  const text = storyOf(bench.pace.rounds === 1 ? QUICK_WORDS : WORDS);
  await suggestionsOf(bench, await bringIn(bench, storyOf(200)));
  await forgetPeak(bench.ours.process.pid);
  const turns: Turn[] = [];
  for (let turn = 0; turn < bench.pace.rounds; turn += 1) turns.push(await timeStory(bench, text));
  const of = (part: (turn: Turn) => number) => median(turns.map(part));
  const rate = ({ count }: Turn, time: number) => (count / time) * 1000;
  const limitTime = ({ found, copied }: Turn) => found + copied;
  const { count = 0 } = turns[0] ?? {};
  return [
    {
      work: 'find and store the suggestions of a long story',
      unit: 'suggestions/s',
      reach: 0.7,
      figures: {
        ours: of((turn) => rate(turn, turn.stored)),
        limit: of((turn) => rate(turn, limitTime(turn))),
        ratio: of((turn) => limitTime(turn) / turn.stored),
        p50: of(({ stored }) => stored),
        p99: Math.max(...turns.map(({ stored }) => stored)),
        limitP50: of(limitTime),
        limitP99: Math.max(...turns.map(limitTime)),
        peak: await peakMemory(bench.ours.process.pid),
      },
      notes: [
        `${count.toLocaleString('en')} suggestions in ${(text.length / 1e6).toFixed(1)} MB of text, from when the story is there and they are asked for until others see them in the database; the limit is the same rules on the same text alone in a process, which take ${seconds(of(({ found }) => found))}, and the same rows by COPY, which take ${seconds(of(({ copied }) => copied))}; times are of whole stories`,
        `the server's event loop was held up by ${Math.round(Math.max(...turns.map(({ delay }) => delay)))} ms at most; a short story whose suggestions were asked for right after the long one's had them after ${Math.round(of(({ short }) => short))} ms, ${turns.every(({ shortIsFirst }) => shortIsFirst) ? 'each time before the long one' : 'not each time before the long one'}`,
      ],
    },
  ];
}

const seconds = (time: number) => `${(time / 1000).toFixed(1)} s`;

async function timeStory(bench: Bench, text: string): Promise<Turn> {
  const articleId = await bringIn(bench, text);
  const shortId = await bringIn(bench, storyOf(400));
  await longestDelay(bench.ours);
  const begun = performance.now();
  const long = suggestionsOf(bench, articleId);
  let isThere = false;
  const there = seen(bench, articleId).then((time) => {
    isThere = true;
    return time - begun;
  });
  await suggestionsOf(bench, shortId);
  const short = performance.now() - begun;
  const shortIsFirst = !isThere;
  const stored = await there;
  const count = await long;
  const delay = await longestDelay(bench.ours);
  return {
    count,
    stored,
    delay,
    short,
    shortIsFirst,
    ...(await timeLimit(bench, text, { articleId, count })),
  };
}

/** When the suggestions of a story were there for everybody, looked at every few milliseconds. */
async function seen({ pool }: Bench, articleId: string): Promise<number> {
  for (;;) {
    const { rows } = await pool.query('SELECT 1 FROM extractions WHERE article_id = $1', [articleId]);
    if (rows.length > 0) return performance.now();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function timeLimit(
  bench: Bench,
  text: string,
  { articleId, count }: { readonly articleId: string; readonly count: number },
): Promise<Pick<Turn, 'found' | 'copied'>> {
  const begun = performance.now();
  const { ids } = find({ ...readPlain(text, 'en'), articleId, number: 1 }, suggest);
  const found = performance.now() - begun;
  if (ids.length !== count) throw new Error('the rules alone found something else');
  // A story whose own suggestions nobody asks for.
  return { found, copied: await copyInto(bench, articleId, await bringIn(bench, text)) };
}

/** The rows of one story's suggestions as another one's, by COPY. */
async function copyInto({ pool }: Bench, from: string, to: string): Promise<number> {
  const client = await pool.connect();
  try {
    const pieces: Buffer[] = [];
    const out = client.query(
      copyTo(`COPY (SELECT gen_random_uuid(), '${to}'::uuid, revision, ${COLUMNS} FROM suggestions
        WHERE article_id = '${from}') TO STDOUT`),
    );
    for await (const piece of out) pieces.push(piece);
    const begun = performance.now();
    const into = client.query(copyFrom(`COPY suggestions (id, article_id, revision, ${COLUMNS}) FROM STDIN`));
    await pipeline(Readable.from(pieces), into);
    return performance.now() - begun;
  } finally {
    client.release();
  }
}

const Listed = z.object({ items: z.array(z.object({ id: z.string() })) });
async function suggestionsOf(bench: Bench, articleId: string): Promise<number> {
  return Listed.parse(await send(bench, 'GET', `/api/articles/${articleId}/suggestions`)).items.length;
}
