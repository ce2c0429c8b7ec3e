/** Whether SOURCE_KEY is the one that this database's confidential sources were sealed under. */
import type { Queryable } from '../../database/client.ts';
import { CannotOpen, open } from './sealed.ts';

/** So many are tried: one that was altered does not mean that the key is another one. */
const TRIED = 20;

/**
 * True where the key opens one of the newest confidential entries, or there is none.
 *
 * Asked at the start: what would be sealed under another key from then on could not be told from what was before.
 */
export async function opensWhatIsSealed(db: Queryable, sourceKey: Buffer): Promise<boolean> {
  const rows = await db.$queryRaw<{ id: string; sealed: Uint8Array }[]>`
    SELECT id, sealed FROM sources WHERE sealed IS NOT NULL ORDER BY id DESC LIMIT ${TRIED}`;
  return rows.length === 0 || rows.some(({ id, sealed }) => opens(sourceKey, id, sealed));
}

function opens(sourceKey: Buffer, id: string, sealed: Uint8Array): boolean {
  try {
    open(sourceKey, id, sealed);
    return true;
  } catch (error) {
    if (error instanceof CannotOpen) return false;
    throw error;
  }
}
