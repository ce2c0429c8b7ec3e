/** Whether SOURCE_KEY is the one that this database's confidential sources and secrets of webhooks were sealed under. */
import type { Queryable } from '../../database/client.ts';
import { CannotOpen, openBytes } from './sealed.ts';

/** So many are tried: one that was altered does not mean that the key is another one. */
const TRIED = 20;

/**
 * True where the key opens one of the newest sealed things, or there is none.
 *
 * Asked at the start: what would be sealed under another key from then on could not be told from what was before.
 */
export async function opensWhatIsSealed(db: Queryable, sourceKey: Buffer): Promise<boolean> {
  const rows = await db.$queryRaw<{ id: string; sealed: Uint8Array }[]>`
    SELECT id, sealed FROM sources WHERE sealed IS NOT NULL
    UNION ALL SELECT id, secret FROM webhooks
    ORDER BY id DESC LIMIT ${TRIED}`;
  return rows.length === 0 || rows.some(({ id, sealed }) => opens(sourceKey, id, sealed));
}

function opens(sourceKey: Buffer, id: string, sealed: Uint8Array): boolean {
  try {
    openBytes(sourceKey, id, sealed);
    return true;
  } catch (error) {
    if (error instanceof CannotOpen) return false;
    throw error;
  }
}
