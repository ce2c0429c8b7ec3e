/** Migrations on a thread that ends with them: the engine's memory is given back, which a server would keep for days. */
import { openThread } from '../thread.ts';

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
