/**
 * Verify the history from the command line: every stream's chain, or with `--export FILE` what an exported file proves.
 * It changes nothing.
 *
 * Ends with 0 where all is whole, 1 where something is broken, 2 where it could not be verified.
 */
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { readVerifyConfig, type VerifyConfig } from './config.ts';
import { withDatabase } from './database/at-hand.ts';
import { type CarriedHead, readHeads, UnreadableExport } from './domain/exchange/read-heads.ts';
import { verifyHeads, verifyHistory } from './features/history/verify.ts';
import { breakWords, brokenLine, counted, summaryLine } from './features/history/verify-report.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** @returns how many streams, or stories of a file, are broken */
async function verify(): Promise<number> {
  const { values } = parseArgs({ options: { export: { type: 'string' } } });
  const config = readVerifyConfig(process.env);
  const { historyKey } = config;
  if (values.export === undefined) return withPool(config, (pool) => verifyAll(pool, historyKey));
  // npm runs scripts in the project's folder, and says where it was called.
  const file = path.resolve(process.env.INIT_CWD ?? '', values.export);
  const heads = await readFileHeads(file);
  const broken = await withPool(config, (pool) => verifyEach(pool, historyKey, heads));
  const outcome = broken === 0 ? 'whole up to where the file was exported' : `${broken} broken`;
  say(`${counted(heads.length, 'story')} in ${file}: ${outcome}.`);
  return broken;
}

async function verifyAll(pool: pg.Pool, key: Buffer): Promise<number> {
  let broken = 0;
  const found = await verifyHistory(pool, key, (link) => {
    broken += 1;
    say(brokenLine(link));
  });
  say(summaryLine(found, broken));
  if (broken > 0 && broken === found.streams) say('Nothing is whole: was it written with this HISTORY_KEY?');
  return broken;
}

async function readFileHeads(file: string): Promise<CarriedHead[]> {
  try {
    return await readHeads(createReadStream(file, 'utf8'));
  } catch (error) {
    if (error instanceof UnreadableExport) throw new Error(`${file} ${error.message}`);
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function verifyEach(pool: pg.Pool, key: Buffer, heads: readonly CarriedHead[]): Promise<number> {
  let broken = 0;
  await verifyHeads(pool, key, heads, ({ storyId, seq }, found) => {
    if (found !== null) broken += 1;
    const words = found === null ? `whole up to event ${seq}` : breakWords(found);
    say(`${found === null ? 'whole' : 'broken'}: story ${storyId}: ${words}`);
  });
  return broken;
}

const withPool = <T>(config: VerifyConfig, work: (pool: pg.Pool) => Promise<T>): Promise<T> =>
  withDatabase(config, (url) => onPool(url, work));

async function onPool<T>(connectionString: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString, connectionTimeoutMillis: 10_000, max: 1 });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

verify().then(
  (broken) => process.exit(broken === 0 ? 0 : 1),
  (error: unknown) => {
    const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
    process.stderr.write(
      `The history was not verified: ${first instanceof Error ? first.message : String(first)}\n`,
    );
    process.exit(2);
  },
);
