/** Migrations, run at start by Prisma's own engine as WebAssembly, so that no engine has to be downloaded. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { migrationNames } from './migrated.ts';

/** Any number, the same for every server: two that start together migrate one after the other. */
const MIGRATION_LOCK = 4_120_719;
const NO_FILTER = { externalTables: [], externalEnums: [] };

/**
 * Bring the database at `url` to the newest migration in `folder`.
 *
 * @returns the names of the migrations that were applied, none where it was up to date
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString: url });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await withEngine(url, async (schemaEngine) => {
      const migrationsList = await readMigrations(folder);
      const applied = await schemaEngine.applyMigrations({ migrationsList, filters: NO_FILTER });
      return applied.appliedMigrationNames;
    });
  } finally {
    // Ending the connection gives the lock back.
    await lock.end();
  }
}

/**
 * The SQL that takes the tables of one Prisma schema to those of another.
 *
 * @param url a database to speak to; nothing in it is read or changed
 * @param before a schema's text, null for an empty database
 */
export async function schemaDifference(url: string, before: string | null, after: string): Promise<string> {
  const target = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content }],
  });
  return withEngine(url, async (schemaEngine) => {
    const { stdout } = await schemaEngine.diff({
      from: before === null ? { tag: 'empty' } : target(before),
      to: target(after),
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    });
    return stdout ?? '';
  });
}

/**
 * Prisma's adapter cuts a script at each semicolon, also at those inside comments and bodies of functions. PostgreSQL
 * reads a whole script by itself, and in one transaction.
 */
class WholeScripts extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  }
}

async function withEngine<T>(url: string, work: (engine: engine.SchemaEngine) => Promise<T>): Promise<T> {
  await loadEngine();
  // The engine leaves its connections open, so they are ours to close.
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool));
    const schemaEngine = await engine.SchemaEngine.new({ datamodels: undefined }, () => {}, factory);
    try {
      return await work(schemaEngine);
    } finally {
      schemaEngine.free();
    }
  } finally {
    await pool.end();
  }
}

let loaded: Promise<void> | undefined;
/** Instantiated by hand: the package's own entry imports the .wasm file as a module, which Node 20 cannot. */
function loadEngine(): Promise<void> {
  loaded ??= (async () => {
    const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
    const bytes = await readFile(path.join(path.dirname(glue), 'schema_engine_bg.wasm'));
    const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...engine } });
    engine.__wbg_set_wasm(instance.exports);
    const begin = instance.exports['__wbindgen_start'];
    if (typeof begin === 'function') begin();
  })();
  return loaded;
}

async function readMigrations(folder: string) {
  const names = await migrationNames(folder);
  const migrationDirectories = await Promise.all(
    names.map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: await readFile(path.join(folder, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  );
  const lockfile = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' };
  return { baseDir: folder, lockfile, shadowDbInitScript: '', migrationDirectories };
}
