/** Files about one story that are made whole, and recorded before any of it is sent. */
import { uuidv7 } from 'uuidv7';
import { Refusal } from '../../contract/problem.ts';
import type { Database } from '../../database/client.ts';
import { type Asked, recordedWhole } from './export-record.ts';

/** So often a file is made anew because something happened in its story meanwhile. */
const TRIES = 5;

/**
 * A file of one moment of a story, with its record.
 *
 * @param asked what it holds, and is recorded as holding
 * @returns with what it is recorded as
 * @throws Refusal STALE_HEAD where others write in the story faster than it can be made; whatever `make` throws
 */
export async function handOut<Made extends { readonly head: number; readonly file: Uint8Array }>(
  db: Pick<Database, 'pool'>,
  articleId: string,
  make: () => Promise<Made>,
  asked: (made: Made) => Omit<Asked, 'id'>,
): Promise<Made & { readonly exportId: string }> {
  const id = uuidv7();
  for (let tries = 0; tries < TRIES; tries += 1) {
    const made = await make();
    const whole = await recordedWhole(db, { ...asked(made), id }, { articleId, head: made.head }, made.file);
    if (whole) return { ...made, exportId: id };
  }
  throw new Refusal('STALE_HEAD');
}
