/** The database behind the pages, for what no page and no path of the API can bring about yet. */

import { readVerifyConfig } from '../../server/config.ts';
import { openDatabase } from '../../server/database/client.ts';
import { runningEmbedded } from '../../server/database/embedded.ts';
import { receiveRevision } from '../support/revision.ts';
import type { Colleague } from './newsroom.ts';

/** A second text of a story arrives from outside, in this person's name. */
export async function sendNewerText(as: Colleague, articleId: string, reason: string): Promise<void> {
  const { dataDir, historyKey } = readVerifyConfig({
    CLAIMDESK_DATA_DIR: process.env.CLAIMDESK_TEST_DATA_DIR,
  });
  const url = await runningEmbedded(dataDir);
  if (url === null) throw new Error('the server under test has no database of its own');
  const db = openDatabase(url, { poolSize: 1 });
  try {
    const sender = { id: as.id, name: as.name, role: 'editor' } as const;
    await receiveRevision({ db, historyKey, clock: { now: new Date() } }, sender, { id: articleId }, reason);
  } finally {
    await db.close();
  }
}
