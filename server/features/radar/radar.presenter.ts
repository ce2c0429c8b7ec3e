/** Entries of the radar and a claim's reach, as the API shows them. */
import type { QueryOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import type { ClaimReach, ListRadar, RadarEntry } from '../../contract/radar.ts';
import type { Queryable } from '../../database/client.ts';
import type { Actor } from '../../domain/claims/permissions.ts';
import { mayTellDesk } from '../../domain/claims/permissions-attached.ts';
import { readCursor, writeCursor } from '../../http/cursor.ts';
import { type EntryRow, Place, type ReachRow, reachQuery, selectEntries } from './radar.queries.ts';
import { selectSaying } from './same-words.queries.ts';

/** @throws Refusal INVALID for a cursor that no answer gave */
export async function presentRadar(
  db: Queryable,
  user: Actor,
  { cursor, limit, ...filters }: QueryOf<typeof ListRadar>,
): Promise<{ items: RadarEntry[]; nextCursor: string | null }> {
  const place = readCursor(cursor, Place);
  const rows = await selectEntries(db, user, { ...filters, place, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await Promise.all(shown.map((row) => presentEntry(db, user, row))),
    nextCursor:
      rows.length > limit && last !== undefined ? writeCursor([Date.parse(last.at), last.verdictId]) : null,
  };
}

/** @throws Refusal NOT_FOUND also where its story is not for this person, and where nothing carried the verdict */
export async function presentOneEntry(db: Queryable, user: Actor, verdictId: string): Promise<RadarEntry> {
  const asked = { told: undefined, articleId: undefined, place: null, limit: 1, verdictId };
  const [row] = await selectEntries(db, user, asked);
  if (row === undefined) throw new Refusal('NOT_FOUND');
  return presentEntry(db, user, row);
}

async function presentEntry(
  db: Queryable,
  user: Actor,
  { language, ...entry }: EntryRow,
): Promise<RadarEntry> {
  const words = { quote: entry.quote, language, articleId: entry.article.id };
  return {
    ...entry,
    ...(await selectSaying(db, user, words)),
    can: mayTellDesk(user).allowed ? ['tell'] : [],
  };
}

/** @throws Refusal NOT_FOUND also where the claim's story is not for this person */
export async function presentReach(db: Queryable, user: Actor, claimId: string): Promise<ClaimReach> {
  const [row] = await db.$queryRaw<ReachRow[]>(reachQuery(user, claimId));
  if (row === undefined) throw new Refusal('NOT_FOUND');
  const { exports, ...words } = row;
  return { claimId, exports, ...(await selectSaying(db, user, words)) };
}
