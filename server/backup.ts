/**
 * Take a backup from the command line, beside a running Claimdesk or without it: `npm run backup -- FOLDER`.
 *
 * Ends with 0 where there is a whole backup, 1 where there is one without files that are lost, 2 where there is none.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readVerifyConfig } from './config.ts';
import { withDatabase } from './database/at-hand.ts';
import { BackupError } from './features/backup/manifest.ts';
import { takenLines } from './features/backup/report.ts';
import { takeBackup } from './features/backup/take.service.ts';

async function backup(): Promise<number> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [given] = positionals;
  if (given === undefined || positionals.length > 1)
    throw new BackupError('Name one folder that is to hold the backup: npm run backup -- FOLDER');
  const config = readVerifyConfig(process.env);
  // npm runs scripts in the project's folder, and says where it was called.
  const to = path.resolve(process.env.INIT_CWD ?? '', given);
  const filesDir = path.join(config.dataDir, 'files');
  const pgBin = process.env.PG_BIN || undefined;
  const taken = await withDatabase(config, (url) => takeBackup({ ...config, url, filesDir, pgBin }, to));
  for (const line of takenLines(taken, to)) process.stdout.write(`${line}\n`);
  return taken.manifest.missing.length === 0 ? 0 : 1;
}

backup().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
    process.stderr.write(`There is no backup: ${first instanceof Error ? first.message : String(first)}\n`);
    process.exit(2);
  },
);
