/** `npm run migration -- NAME`: write the SQL from the last committed schema to the one in the working tree. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startEmbedded } from '../server/database/embedded.ts';
import { schemaDifference } from '../server/database/migrate.ts';

const [name] = process.argv.slice(2);
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Name the migration in small letters: npm run migration -- add_tokens');
  process.exit(1);
}
const schema = path.join(import.meta.dirname, 'schema.prisma');
const before = execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], { encoding: 'utf8' });
const scratch = await mkdtemp(path.join(os.tmpdir(), 'claimdesk-migration-'));
const database = await startEmbedded(scratch);
try {
  const sql = await schemaDifference(database.url, before, await readFile(schema, 'utf8'));
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join(import.meta.dirname, 'migrations', `${stamp}_${name}`);
  await mkdir(folder);
  await writeFile(path.join(folder, 'migration.sql'), sql);
  console.log(
    `Read it, and add what Prisma cannot say: ${path.relative(process.cwd(), folder)}/migration.sql`,
  );
} finally {
  await database.stop();
  await rm(scratch, { recursive: true, force: true });
}
