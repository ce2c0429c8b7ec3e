/**
 * Break what Claimdesk stands on while people work, and hold what they were told to what is there.
 *
 *     npm run faults                       everything; writes tests/faults/RESULTS.md and the README's table
 *     npm run faults -- --quick            small: does it run, and does all hold?
 *     npm run faults -- --only mixed       some of them; with --keep their rows are put into the results
 *     npm run faults -- --seed 7           the same choices again; what happens at the same time may still differ
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chanceOf } from './chance.ts';
import type { Fault, Outcome } from './fault.ts';
import { keepResults, outcomeLines } from './report.ts';
import { diskFull } from './works/disk.ts';
import { fuzz } from './works/fuzz.ts';
import { databaseGone, databaseSilent, poolExhausted } from './works/gone.ts';
import { killed } from './works/killed.ts';
import { mixedWrites } from './works/mixed.ts';
import { readers } from './works/readers.ts';
import { clocksApart, oneOfTwo } from './works/two-servers.ts';

/** With the minutes within which each has to be over. */
const FAULTS: ReadonlyMap<string, readonly [fault: Fault, minutes: number]> = new Map([
  ['mixed', [mixedWrites, 15]],
  ['killed', [killed, 15]],
  ['gone', [databaseGone, 5]],
  ['silent', [databaseSilent, 5]],
  ['pool', [poolExhausted, 5]],
  ['disk', [diskFull, 5]],
  ['two', [oneOfTwo, 5]],
  ['readers', [readers, 15]],
  ['clocks', [clocksApart, 5]],
  ['fuzz', [fuzz, 60]],
]);

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    keep: { type: 'boolean', default: false },
    seed: { type: 'string' },
  },
});
const names = options.only?.split(',') ?? [...FAULTS.keys()];
const unknown = names.filter((name) => !FAULTS.has(name));
if (unknown.length > 0) throw new Error(`--only knows ${[...FAULTS.keys()].join(', ')}, not ${unknown}`);
const seed = Number(options.seed ?? Math.floor(Math.random() * 1_000_000));
if (!Number.isInteger(seed)) throw new Error('--seed takes a whole number');

const undo: (() => Promise<unknown>)[] = [];
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void tidy().finally(() => process.exit(1)));

console.log(`seed ${seed}`);
const load = os.loadavg()[0] ?? 0;
const outcomes = new Map<string, Outcome>();
for (const name of names) {
  console.log(`\n${name}`);
  const outcome = await outcomeOf(name);
  outcomes.set(name, outcome);
  for (const line of outcomeLines(outcome)) console.log(`  ${line}`);
}
if (!options.quick && (options.only === undefined || options.keep))
  await keepResults(outcomes, { seed, load, whole: options.only === undefined });
const failed = [...outcomes].filter(([, { broken }]) => broken.length > 0).map(([name]) => name);
console.log(failed.length === 0 ? '\nall held' : `\ndid not hold: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);

/** One that fails by itself did not hold. */
async function outcomeOf(name: string): Promise<Outcome> {
  const [fault, minutes] = FAULTS.get(name) ?? [];
  if (fault === undefined || minutes === undefined) throw new Error(`there is no ${name}`);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'claimdesk-faults-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  // As root, PostgreSQL runs as a user of its own.
  await chmod(folder, 0o711);
  const say = (words: string) => console.log(`  … ${words}`);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it was not over after ${minutes} minutes`)), minutes * 60_000);
  });
  try {
    const ground = { quick: options.quick, seed, chance: chanceOf(seed), folder, undo, say };
    return await Promise.race([fault(ground), late]);
  } catch (error) {
    console.error(error);
    return { test: name, size: '', broken: [String(error)], seen: [] };
  } finally {
    clearTimeout(timer);
    await tidy();
  }
}

async function tidy(): Promise<void> {
  for (const step of undo.splice(0).reverse()) await step().catch((error: unknown) => console.error(error));
}
