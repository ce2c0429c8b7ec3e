/** What happened to an entry of the register. */
import { Refusal } from '../../contract/problem.ts';
import { type Database, Prisma } from '../../database/client.ts';
import { type HistoryPageQuery, selectHistoryText } from '../history/history.queries.ts';
import { selectSource } from './sources.queries.ts';

/**
 * An entry's own events, as `GET /api/sources/:sourceId/history` answers: JSON text.
 *
 * That there is a confidential entry is no secret, since everyone sees its description; who is named on it, and who
 * read it when, is. So others are told why they may not read on, and not that there were nothing.
 *
 * @throws Refusal NOT_FOUND, NOT_A_READER
 */
export async function selectSourceHistoryText(
  db: Database,
  user: { readonly id: string },
  sourceId: string,
  page: HistoryPageQuery,
): Promise<string> {
  const row = await selectSource(db.prisma, sourceId);
  if (row.confidential && !row.readerIds.includes(user.id)) throw new Refusal('NOT_A_READER');
  // Looked at in one statement with what it guards: it may be made confidential between the two.
  const stream = Prisma.sql`SELECT s.id, s.head FROM sources s WHERE s.id = ${sourceId}::uuid AND (NOT s.confidential
    OR EXISTS (SELECT 1 FROM source_readers r WHERE r.source_id = s.id AND r.user_id = ${user.id}::uuid))`;
  return selectHistoryText(db.pool, stream, page);
}
