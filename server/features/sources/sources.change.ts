/** What every change to the register stands on. */

import { type Issue, Refusal } from '../../contract/problem.ts';
import type { Identity, SourceAction, SourceKind } from '../../contract/sources.ts';
import type { Queryable, Tx } from '../../database/client.ts';
import type { Actor } from '../../domain/claims/permissions.ts';
import { maySource } from '../../domain/sources/permissions.ts';
import { searchText } from '../../domain/sources/search-text.ts';
import type { Services } from '../../services.ts';
import { open, seal } from './sealed.ts';
import { presentSource } from './sources.presenter.ts';
import { type SourceRow, selectSource } from './sources.queries.ts';

export type SourceServices = Pick<Services, 'db' | 'historyKey' | 'sourceKey'>;

/** Any number that no other advisory lock has. */
const REGISTER = 7_301_002;

/**
 * Wait until no other transaction changes the register: that a name is new speaks of all rows at once.
 *
 * @throws Refusal NOT_SIGNED_IN as `requireStillIn`
 */
export async function lockRegister(tx: Tx, user: Actor): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${REGISTER}::bigint)`;
  await requireStillIn(tx, user);
}

/**
 * Ask again who writes, after waiting for others.
 *
 * @throws Refusal NOT_SIGNED_IN where they were deactivated or given another role since their request came in
 */
export async function requireStillIn(tx: Tx, user: Actor): Promise<void> {
  const now = await tx.user.findUnique({ where: { id: user.id }, select: { active: true, role: true } });
  // People are never removed: whoever has no row yet is the program itself, filling an empty newsroom.
  if (now !== null && (!now.active || now.role !== user.role)) throw new Refusal('NOT_SIGNED_IN');
}

/**
 * Lock the register and read an entry of it, as the writer saw it.
 *
 * @param version undefined where the writer need not have seen it
 * @throws Refusal NOT_FOUND, STALE_VERSION with the entry as it is, then why this person may not
 */
export async function lockSource(
  tx: Tx,
  user: Actor,
  sourceId: string,
  { version, action }: { version?: number | undefined; action: SourceAction },
): Promise<SourceRow> {
  await lockRegister(tx, user);
  const row = await selectSource(tx, sourceId);
  if (version !== undefined && row.version !== version)
    throw new Refusal('STALE_VERSION', { current: presentSource(row, user) });
  const decision = maySource(user, row, action);
  if (!decision.allowed) throw new Refusal(decision.code);
  return row;
}

/** Who an entry is, unsealed where it is confidential: whoever calls has asked whether this person may know. */
export async function selectIdentity(tx: Queryable, sourceKey: Buffer, row: SourceRow): Promise<Identity> {
  if (!row.confidential)
    return { name: row.name, aliases: row.aliases, affiliations: row.affiliations, note: row.note };
  const [found] = await tx.$queryRaw<{ sealed: Uint8Array | null }[]>`
    SELECT sealed FROM sources WHERE id = ${row.id}::uuid`;
  return open(sourceKey, row.id, found?.sealed ?? new Uint8Array());
}

interface Entry {
  readonly id: string;
  readonly kind: SourceKind;
  readonly identity: Identity;
  readonly description: string | null;
}

/** Columns of an entry that everyone may know. */
export const openColumns = ({ kind, identity, description }: Omit<Entry, 'id'>) => ({
  ...identity,
  kind,
  description,
  search: searchText(identity.name, identity.aliases),
  confidential: false,
  sealed: null,
});

/** Columns of a confidential entry: what is not sealed is its description and its kind. */
export const sealedColumns = (
  sourceKey: Buffer,
  { id, kind, identity, description }: Entry & { description: string },
) => ({
  kind,
  name: description,
  description,
  aliases: [],
  affiliations: [],
  note: null,
  search: searchText(description, []),
  confidential: true,
  sealed: seal(sourceKey, id, identity),
});

/** Entries that were merged into one, directly or by way of others. */
export async function selectMergedIds(tx: Queryable, id: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE merged AS (
      SELECT id FROM sources WHERE merged_into_id = ${id}::uuid
      UNION ALL SELECT s.id FROM sources s JOIN merged ON s.merged_into_id = merged.id
    )
    SELECT id FROM merged ORDER BY id`;
  return rows.map((row) => row.id);
}

/** An entry is found by its own names and by those of the entries that were merged into it. */
export async function refreshSearch(tx: Tx, id: string): Promise<void> {
  const ids = [id, ...(await selectMergedIds(tx, id))];
  const rows = await tx.source.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, aliases: true },
    orderBy: { id: 'asc' },
  });
  const own = rows.find((row) => row.id === id);
  if (own === undefined) throw new Error(`no source ${id}`);
  const others = rows.filter((row) => row !== own).flatMap(({ name, aliases }) => [name, ...aliases]);
  const search = searchText(own.name, [...own.aliases, ...others]);
  await tx.source.update({ where: { id }, data: { search } });
}

/**
 * Name who may know a confidential entry. Whoever was named before may stay, also where they have no access now.
 *
 * @throws Refusal UNKNOWN_REFERENCE with the places of those who are nobody here
 */
export async function setReaders(tx: Tx, row: SourceRow, readerIds: readonly string[]): Promise<void> {
  const added = readerIds.filter((id) => !row.readerIds.includes(id));
  const people = await tx.user.findMany({
    where: { id: { in: added }, active: true },
    select: { id: true },
  });
  const known = new Set(people.map(({ id }) => id));
  const issues = readerIds.flatMap((id, index): Issue[] =>
    added.includes(id) && !known.has(id)
      ? [{ path: `readerIds.${index}`, message: 'is not a person who can come in here' }]
      : [],
  );
  if (issues.length > 0) throw new Refusal('UNKNOWN_REFERENCE', { issues });
  await tx.sourceReader.deleteMany({ where: { sourceId: row.id } });
  await tx.sourceReader.createMany({
    data: [...new Set(readerIds)].map((userId) => ({ sourceId: row.id, userId })),
  });
}

/** Lists of names keep the order in which they were typed, each name once. */
export const unique = (names: readonly string[]): string[] => [...new Set(names)];
