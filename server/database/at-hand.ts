/** The database of the settings, for programs that are run beside Claimdesk or without it. */
import { EmbeddedDatabaseError, hasEmbedded, runningEmbedded, startEmbedded } from './embedded.ts';

export interface DatabasePlace {
  /** Undefined: the embedded server. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
}

/**
 * A running Claimdesk's database, or the embedded one, started for as long as `work` takes.
 *
 * @throws EmbeddedDatabaseError where there is none
 */
export async function withDatabase<T>(place: DatabasePlace, work: (url: string) => Promise<T>): Promise<T> {
  const running = place.databaseUrl ?? (await runningEmbedded(place.dataDir));
  if (running !== null) return work(running);
  if (!hasEmbedded(place.dataDir))
    throw new EmbeddedDatabaseError(`There is no database in ${place.dataDir}: set DATABASE_URL.`);
  return withStarted(place.dataDir, work);
}

/**
 * The database of a Claimdesk that does not run, made where there is none.
 *
 * @throws EmbeddedDatabaseError where Claimdesk runs in the folder
 */
export function withStoppedDatabase<T>(place: DatabasePlace, work: (url: string) => Promise<T>): Promise<T> {
  return place.databaseUrl === undefined ? withStarted(place.dataDir, work) : work(place.databaseUrl);
}

async function withStarted<T>(folder: string, work: (url: string) => Promise<T>): Promise<T> {
  const embedded = await startEmbedded(folder);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void embedded.stop().finally(() => process.exit(2)));
  try {
    return await work(embedded.url);
  } finally {
    await embedded.stop();
  }
}
