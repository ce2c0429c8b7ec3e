/** What came of it, in a terminal, in RESULTS.md and in the README. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { machineWords, table } from '../support/figures-table.ts';
import { ROOT } from '../support/running.ts';
import type { Outcome } from './fault.ts';

const RESULTS = path.join(import.meta.dirname, 'RESULTS.md');
const README = path.join(ROOT, 'README.md');
const BEGIN = '<!-- faults: written by `npm run faults` -->';
const END = '<!-- end of faults -->';

export interface Run {
  readonly seed: number;
  /** Of the machine before the run. */
  readonly load: number;
  /** False where only some were run: the others' rows stay. */
  readonly whole: boolean;
}

const held = ({ broken, skipped }: Outcome): string =>
  skipped !== undefined ? 'not run' : broken.length === 0 ? 'yes' : 'no';

export const outcomeLines = (outcome: Outcome): string[] => [
  `${held(outcome)}: ${outcome.test} (${outcome.size})`,
  ...(outcome.skipped === undefined ? [] : [`not run: ${outcome.skipped}`]),
  ...outcome.broken.map((words) => `DOES NOT HOLD: ${words}`),
  ...outcome.seen.map((words) => `- ${words}`),
];

const cell = (words: string) => words.replaceAll('|', '\\|');

/** Each row holds its own day and machine: rows may be of different runs. */
const rowOf = (outcome: Outcome, { seed, load }: Run, day: string): string[] => [
  outcome.test,
  outcome.size,
  held(outcome),
  cell(outcome.skipped ?? [...outcome.broken, ...outcome.seen].join('; ')),
  `${day}, load ${load.toFixed(1)}, seed ${seed}`,
];

const HEAD = ['test', 'of', 'holds', 'seen', 'run'];

/** Write the rows of a run where they are told. */
export async function keepResults(outcomes: ReadonlyMap<string, Outcome>, run: Run): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  const fresh = [...outcomes.values()].map((outcome) => rowOf(outcome, run, day));
  const before = run.whole ? [] : rowsOf(await readFile(RESULTS, 'utf8').catch(() => ''));
  const named = new Set(fresh.map(([test]) => test));
  const rows = [
    ...before.map((row) => fresh.find(([test]) => test === row[0]) ?? row),
    ...fresh.filter(([test]) => !before.some((row) => row[0] === test)),
  ];
  const lines = table([HEAD, ...rows], HEAD.length);
  const machine = `The last run (${[...named].length} of ${rows.length} rows) was on ${machineWords('18, embedded')}.`;
  await writeFile(RESULTS, ['# Results of `npm run faults`', '', ...lines, '', machine, ''].join('\n'));
  const readme = await readFile(README, 'utf8');
  const short = rows.map(([test = '', size = '', holds = '', , when = '']) => [test, size, holds, when]);
  await writeFile(README, withTable(readme, table([['test', 'of', 'holds', 'run'], ...short], 4)));
}

function rowsOf(results: string): string[][] {
  const lines = results.split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(1).map((line) =>
    line
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((part) => part.trim()),
  );
}

/** Throws where the two comments do not stand in the text once, in this order. */
function withTable(text: string, lines: readonly string[]): string {
  const [before, rest, ...again] = text.split(BEGIN);
  const [, after, ...ends] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined || again.length > 0 || ends.length > 0)
    throw new Error(`the README needs ${BEGIN} and ${END}, once each`);
  return `${before}${BEGIN}\n\n${lines.join('\n')}\n\n${END}${after}`;
}
