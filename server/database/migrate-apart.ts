/**
 * Migrations on a thread that ends with them, and only where there are some to apply: the engine is far larger than what
 * it leaves behind, and a server would keep even that for days.
 */
import { openThread } from '../thread.ts';
import { isMigrated } from './migrated.ts';

export interface AskedMigration {
  readonly url: string;
  readonly folder: string;
}

/**
 * Bring the database at `url` to the newest migration in `folder`, as `migrate` does.
 *
 * @returns the names of the migrations that were applied
 */
export async function migrateApart(url: string, folder: string): Promise<string[]> {
  if (await isMigrated(url, folder)) return [];
  const thread = openThread<AskedMigration, string[]>({
    worker: new URL('./migrate.worker', import.meta.url),
    keep: false,
    broke: 'the database could not be migrated',
  });
  try {
    return await thread.ask({ url, folder });
  } finally {
    await thread.close();
  }
}
