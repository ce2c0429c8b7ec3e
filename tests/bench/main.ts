/**
 * Measure Claimdesk beside its limits, in one run.
 *
 *     npm run bench                        everything; writes tests/bench/RESULTS.md
 *     npm run bench -- --quick             a few stories, one short round: does it run?
 *     npm run bench -- --only list,search  some of: claims, list, search, export, create, browser,
 *                                          revise, suggest
 *     npm run bench -- --only export --stories 10000   with a million claims
 *     npm run bench -- --only suggest --keep   also puts their figures into tests/bench/RESULTS.md
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbedded } from '../../server/database/embedded.ts';
import { migrate } from '../../server/database/migrate.ts';
import type { Bench, Work, Works } from './bench.ts';
import { cpuMeter } from './cpu.ts';
import { fill } from './fill/fill.ts';
import { startClaimdesk, startLimit } from './processes.ts';
import { type Row, report, withParts } from './report.ts';
import { signIn } from './sign-in.ts';
import { Recorder } from './statements.ts';
import { longStoryInBrowser } from './works/browser.ts';
import { createClaim } from './works/create.ts';
import { exportClaims } from './works/export.ts';
import { articleClaims, filteredPage, searchByWords } from './works/reads.ts';
import { reviseLongStory } from './works/revise.ts';
import { suggestLongStory } from './works/suggest.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const RESULTS = path.join(import.meta.dirname, 'RESULTS.md');

/** In this order: what is created last is not in what is read before. */
const WORKS: ReadonlyMap<string, Work | Works> = new Map<string, Work | Works>([
  ['claims', articleClaims],
  ['list', filteredPage],
  ['search', searchByWords],
  ['export', exportClaims],
  ['create', createClaim],
  ['browser', longStoryInBrowser],
  ['revise', reviseLongStory],
  ['suggest', suggestLongStory],
]);

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    stories: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});
const names = options.only?.split(',') ?? [...WORKS.keys()];
const unknown = names.filter((name) => !WORKS.has(name));
if (unknown.length > 0) throw new Error(`--only knows ${[...WORKS.keys()].join(', ')}, not ${unknown}`);

const pace = options.quick ? { rounds: 1, seconds: 1 } : { rounds: 5, seconds: 5 };
const stories = Number(options.stories ?? (options.quick ? 60 : 1000));
if (!Number.isInteger(stories) || stories < 1) throw new Error('--stories takes a number');
const load = os.loadavg()[0] ?? 0;
/** Undone in reverse, also where something fails or Ctrl-C is pressed. */
const undo: (() => Promise<unknown>)[] = [];

try {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void tidy().finally(() => process.exit(1)));
  await run();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await tidy();
}

async function run(): Promise<void> {
  const bench = await prepare();
  const rows: Row[] = [];
  for (const name of names) {
    const work = WORKS.get(name);
    if (work === undefined) continue;
    console.log(`measuring: ${name}`);
    const measured = [await work(bench)].flat();
    for (const { work: what, ours, limit, ratio } of measured.map((row) => ({ ...row, ...row.figures })))
      console.log(`  ${what}: ${ours.toFixed(0)} beside ${limit.toFixed(0)}, ratio ${ratio.toFixed(2)}`);
    rows.push(...measured);
  }
  const { rows: versions } = await bench.pool.query<{ v: string }>(
    `SELECT current_setting('server_version') AS v`,
  );
  const { claims, stories } = bench.filled;
  const text = report(rows, { ...pace, claims, stories, load, postgres: versions[0]?.v ?? '' });
  console.log(`\n${text}`);
  // Figures of another size stand beside no others.
  if (options.quick || options.stories !== undefined) return;
  if (options.only === undefined) await writeFile(RESULTS, text);
  else if (options.keep) await writeFile(RESULTS, withParts(await readFile(RESULTS, 'utf8'), text, names));
}

async function prepare(): Promise<Bench> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'claimdesk-bench-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  console.log(`filling ${stories} stories`);
  const database = await startEmbedded(folder);
  undo.push(() => database.stop());
  await migrate(database.url, path.join(ROOT, 'prisma', 'migrations'));
  const filled = await fill(
    database.url,
    { first: 1, count: stories, sentences: 60, claims: 100 },
    { first: stories + 1, count: 1, sentences: 2000, claims: 5000 },
  );
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  undo.push(() => pool.end());
  const recorder = new Recorder(database.url);
  undo.push(() => recorder.pool.end());
  const ours = await startClaimdesk(database.url, path.join(folder, 'desk'));
  undo.push(() => ours.stop());
  const limit = await startLimit(database.url);
  undo.push(() => limit.stop());
  const reader = await signIn(ours, filled);
  const cpu = await cpuMeter(database.url);
  return { ours, limit, databaseUrl: database.url, pool, recorder, filled, reader, pace, cpu };
}

async function tidy(): Promise<void> {
  for (const step of undo.splice(0).reverse()) await step().catch((error: unknown) => console.error(error));
}
