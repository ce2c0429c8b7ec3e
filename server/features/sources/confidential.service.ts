/** Keeping who a source is from all but the people named on it. */
import type { BodyOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Identity, MakeConfidential } from '../../contract/sources.ts';
import type { Tx } from '../../database/client.ts';
import { appendEvent, type NewEvent } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import { maySource } from '../../domain/sources/permissions.ts';
import type { PersonWrite } from '../../http/write.ts';
import {
  lockSource,
  openColumns,
  refreshSearch,
  requireStillIn,
  type SourceServices,
  sealedColumns,
  selectIdentity,
  selectMergedIds,
  setReaders,
  unique,
} from './sources.change.ts';
import { type SourceRow, selectSource, selectSourcesOf } from './sources.queries.ts';

type Told = Pick<NewEvent, 'type' | 'data'>;

/**
 * Make an entry confidential, or name anew who may know it.
 *
 * Entries that were merged into it are sealed with it, under the same description and for the same readers: their
 * names in clear would give it away. One that was confidential before it was merged, and that this person may not
 * know, keeps the readers it has: they would otherwise open it for others by way of the entry it was merged into.
 *
 * @throws Refusal NOT_FOUND, STALE_VERSION, NEEDS_EDITOR, MERGED, NOT_A_READER, UNKNOWN_REFERENCE
 */
export async function makeConfidential(
  services: SourceServices,
  write: PersonWrite,
  sourceId: string,
  { version, description, readerIds }: BodyOf<typeof MakeConfidential>,
): Promise<Done> {
  const { user } = write;
  return once(services.db, write, sourceId, async (tx) => {
    const row = await lockSource(tx, user, sourceId, { version, action: 'make_confidential' });
    const merged = await selectSourcesOf(tx, await selectMergedIds(tx, sourceId));
    const theirs = merged.filter((each) => !each.confidential || each.readerIds.includes(user.id));
    for (const each of [row, ...theirs])
      await keepFromOthers(tx, services, write, each, { description, readerIds: unique(readerIds).sort() });
    await refreshSearch(tx, sourceId);
  });
}

async function keepFromOthers(
  tx: Tx,
  services: SourceServices,
  write: PersonWrite,
  row: SourceRow,
  kept: { description: string; readerIds: string[] },
): Promise<void> {
  const { description, readerIds } = kept;
  const told = differenceOf(row, kept);
  if (told.length === 0) return;
  const identity = await selectIdentity(tx, services.sourceKey, row);
  const columns = sealedColumns(services.sourceKey, { id: row.id, kind: row.kind, identity, description });
  await tx.source.update({ where: { id: row.id }, data: { ...columns, version: { increment: 1 } } });
  await setReaders(tx, row, readerIds);
  for (const event of told) await tell(tx, services, write, row.id, event);
}

function differenceOf(row: SourceRow, after: { description: string; readerIds: string[] }): Told[] {
  const { readerIds } = after;
  if (!row.confidential)
    return [{ type: 'source.made_confidential', data: { kind: row.kind, after: { readerIds } } }];
  const told: Told[] = [];
  if (row.description !== after.description)
    told.push({ type: 'source.edited', data: { kind: row.kind, fields: ['description'] } });
  if (row.readerIds.join() !== readerIds.join())
    told.push({
      type: 'source.readers_set',
      data: { before: { readerIds: row.readerIds }, after: { readerIds } },
    });
  return told;
}

/**
 * Let everyone know a source again, and what was merged into it.
 *
 * Its name may by now be another entry's too: whether it is, was not looked at while it was kept. The two can be merged.
 *
 * @throws Refusal NOT_FOUND, STALE_VERSION, NEEDS_EDITOR, MERGED, NOT_CONFIDENTIAL, NOT_A_READER also where this person
 *   may not know one that was merged into it
 */
export async function makeOpen(
  services: SourceServices,
  write: PersonWrite,
  sourceId: string,
  version: number,
): Promise<Done> {
  const { user } = write;
  return once(services.db, write, sourceId, async (tx) => {
    const row = await lockSource(tx, user, sourceId, { version, action: 'make_open' });
    const merged = await selectSourcesOf(tx, await selectMergedIds(tx, sourceId));
    if (merged.some((each) => !each.readerIds.includes(user.id))) throw new Refusal('NOT_A_READER');
    for (const each of [row, ...merged]) {
      const identity = await selectIdentity(tx, services.sourceKey, each);
      const columns = openColumns({ ...each, identity });
      await tx.source.update({ where: { id: each.id }, data: { ...columns, version: { increment: 1 } } });
      await tx.sourceReader.deleteMany({ where: { sourceId: each.id } });
      const data = { kind: each.kind, before: { readerIds: each.readerIds } };
      await tell(tx, services, write, each.id, { type: 'source.made_open', data });
    }
    await refreshSearch(tx, sourceId);
  });
}

/**
 * Who a confidential source is. That it was read is recorded with the reading, each time, a repeat included: whoever
 * asks again is told again.
 *
 * @throws Refusal NOT_FOUND, NOT_CONFIDENTIAL, NOT_A_READER, NOT_SIGNED_IN for who was deactivated in the meantime
 */
export async function readIdentity(
  services: SourceServices,
  write: PersonWrite,
  sourceId: string,
): Promise<Identity> {
  const { user } = write;
  return services.db.prisma.$transaction(async (tx) => {
    // Who may know it is asked once nobody else is changing it.
    await tx.$queryRaw`SELECT 1 FROM sources WHERE id = ${sourceId}::uuid FOR UPDATE`;
    await requireStillIn(tx, user);
    const row = await selectSource(tx, sourceId);
    const decision = maySource(user, row, 'read_identity');
    if (!decision.allowed) throw new Refusal(decision.code);
    const identity = await selectIdentity(tx, services.sourceKey, row);
    await tell(tx, services, write, sourceId, { type: 'source.identity_read', data: {} });
    return identity;
  });
}

async function tell(
  tx: Tx,
  { historyKey }: SourceServices,
  { user, at }: PersonWrite,
  id: string,
  told: Told,
): Promise<void> {
  await appendEvent(tx, historyKey, { ...told, stream: { kind: 'source', id }, at, actor: user });
}
