/**
 * Restore a backup from the command line: `npm run restore -- FOLDER [--replace]`. No Claimdesk may run on the database.
 *
 * Ends with 0 where what was restored is whole, 1 where it was restored and something is not as it should be, 2 where it
 * was not restored.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readVerifyConfig } from './config.ts';
import { withStoppedDatabase } from './database/at-hand.ts';
import { checkBackup, checkMigrations } from './features/backup/check.ts';
import { BackupError } from './features/backup/manifest.ts';
import { restoredLines } from './features/backup/report.ts';
import { restoreBackup } from './features/backup/restore.service.ts';

async function restore(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false } },
  });
  const [given] = positionals;
  if (given === undefined || positionals.length > 1)
    throw new BackupError('Name the folder of one backup: npm run restore -- FOLDER');
  const config = readVerifyConfig(process.env);
  // npm runs scripts in the project's folder, and says where it was called.
  const from = path.resolve(process.env.INIT_CWD ?? '', given);
  const manifest = await checkBackup(from, config.historyKey);
  // Before a database is made for it.
  await checkMigrations(migrationsFolder(), manifest);
  const target = {
    historyKey: config.historyKey,
    filesDir: path.join(config.dataDir, 'files'),
    pgBin: process.env.PG_BIN || undefined,
    migrations: migrationsFolder(),
    replace: values.replace,
  };
  const restored = await withStoppedDatabase(config, (url) =>
    restoreBackup({ ...target, url }, from, manifest),
  );
  const hasSourceKey = Boolean(process.env.SOURCE_KEY) || existsSync(path.join(config.dataDir, 'source-key'));
  for (const line of restoredLines(restored, manifest, hasSourceKey)) process.stdout.write(`${line}\n`);
  return restored.wrong.length === 0 ? 0 : 1;
}

/** `server` in the source, `dist/server` when built. */
function migrationsFolder(): string {
  const above = [path.join(import.meta.dirname, '..'), path.join(import.meta.dirname, '..', '..')];
  const found = above.map((folder) => path.join(folder, 'prisma', 'migrations')).find((at) => existsSync(at));
  if (found === undefined)
    throw new BackupError('The folder prisma/migrations is missing beside the program.');
  return found;
}

restore().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
    process.stderr.write(`Not restored: ${first instanceof Error ? first.message : String(first)}\n`);
    process.exit(2);
  },
);
