/**
 * Measure what is suggested, and put the table into the README.
 *
 *     npm run score -- DATA SCORERS
 *
 * DATA is a folder with texts whose claims people marked, SCORERS one with the scripts that compare (each takes the
 * marked file and ours, and `--json`). Neither is part of Claimdesk: the texts belong to others. A file that is not
 * there is left out of the table. Speed is measured on a text made for it.
 */
import { execFile, spawn } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { calibrationTable, type Judged, judgeAttributions, judgeCounts } from './calibration.ts';
import { EVENTS, MEASURES, type Measure } from './measures.ts';
import { measureSpeed, type Speed } from './speed.ts';
import { type ScoreRow, spliceTable, tableOf } from './table.ts';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');
const README = path.join(ROOT, 'README.md');

class CannotScore extends Error {}

async function main(): Promise<void> {
  const [data, scorers, ...more] = process.argv.slice(2);
  if (data === undefined || scorers === undefined || more.length > 0)
    throw new CannotScore(
      'give the folder of the data and the folder of the scorers: npm run score -- DATA SCORERS',
    );
  for (const folder of [data, scorers])
    if (!existsSync(folder)) throw new CannotScore(`there is no folder ${folder}; nothing was measured`);

  const work = await mkdtemp(path.join(os.tmpdir(), 'claimdesk-score-'));
  try {
    const rows: ScoreRow[] = [];
    for (const measure of MEASURES) {
      const figure = await figureOf(measure, { data, scorers, work });
      if (figure === null)
        process.stderr.write(`left out, no ${measure.file} or ${measure.scorer}: ${measure.name}\n`);
      else rows.push({ ...measure, figure });
    }
    rows.push(speedRow(measureSpeed()));
    const table = [tableOf(rows), ...calibrationIn(data)].join('\n\n');
    process.stdout.write(`${table}\n`);
    await writeFile(README, spliceTable(await readFile(README, 'utf8'), table));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** How often suggestions were right, by how sure they were; nothing where the texts are not there. */
function calibrationIn(data: string): string[] {
  const kinds: [string, string, (file: string) => Judged[]][] = [
    ['attributions right', 'attribution-dev.jsonl', judgeAttributions],
    ['casualty counts right', EVENTS.file, judgeCounts],
  ];
  const judged = kinds.flatMap(([name, file, judge]) => {
    const full = path.resolve(data, file);
    return existsSync(full) ? [[name, judge(full)] as const] : [];
  });
  return judged.length === 0 ? [] : [calibrationTable(Object.fromEntries(judged))];
}

interface Folders {
  readonly data: string;
  readonly scorers: string;
  readonly work: string;
}

async function figureOf(measure: Measure, { data, scorers, work }: Folders): Promise<string | null> {
  const gold = path.resolve(data, measure.file);
  const scorer = path.resolve(scorers, measure.scorer);
  if (!existsSync(gold) || !existsSync(scorer)) return null;
  const ours = path.join(work, measure.file);
  if (!existsSync(ours)) await suggestInto(gold, ours);
  const { stdout } = await promisify(execFile)(process.execPath, [scorer, gold, ours, '--json'], {
    maxBuffer: 64 * 1024 * 1024,
  });
  const figure = measure.read(stdout);
  if (figure === null) throw new CannotScore(`${measure.scorer} says nothing about: ${measure.name}`);
  return figure;
}

async function suggestInto(gold: string, ours: string): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(ROOT, 'server', 'suggest.ts'), '--jsonl', '--language', 'en'],
    { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  await Promise.all([
    pipeline(createReadStream(gold), child.stdin),
    pipeline(child.stdout, createWriteStream(ours)),
  ]);
  if ((await ended) !== 0) throw new CannotScore(`${path.basename(gold)} could not be read`);
}

const speedRow = ({ words, all, tagging }: Speed): ScoreRow => ({
  name: `seconds for ${words.toLocaleString('en', { maximumSignificantDigits: 2 })} words, one core`,
  known: `${tagging.toFixed(2)} for the tagger alone`,
  reach: '2',
  figure: all.toFixed(2),
});

main().catch((error: unknown) => {
  if (!(error instanceof CannotScore)) throw error;
  process.stderr.write(`score: ${error.message}\n`);
  process.exitCode = 2;
});
