/** Keeping the register. */
import { uuidv7 } from 'uuidv7';
import type { BodyOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import type { CreateSource, EditSource } from '../../contract/sources.ts';
import type { Tx } from '../../database/client.ts';
import { appendEvent, difference } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import { type Actor, mayDoPerson } from '../../domain/claims/permissions.ts';
import { withFormerName } from '../../domain/sources/search-text.ts';
import type { PersonWrite } from '../../http/write.ts';
import {
  lockRegister,
  lockSource,
  openColumns,
  refreshSearch,
  type SourceServices,
  sealedColumns,
  selectIdentity,
  setReaders,
  unique,
} from './sources.change.ts';
import { presentSource } from './sources.presenter.ts';
import { selectOptionalNamesake, selectSource } from './sources.queries.ts';

/** @throws Refusal NEEDS_EDITOR */
function requireKeeper(user: Actor): void {
  const decision = mayDoPerson(user, 'edit_sources');
  if (!decision.allowed) throw new Refusal(decision.code);
}

/** @throws Refusal SOURCE_EXISTS with the source that has the name */
async function refuseNamesake(tx: Tx, user: Actor, name: string, id: string): Promise<void> {
  const namesake = await selectOptionalNamesake(tx, name, id);
  if (namesake !== undefined) throw new Refusal('SOURCE_EXISTS', { current: presentSource(namesake, user) });
}

/**
 * Add a source. History names it by its id alone: what a source is called may have to be kept from its readers.
 *
 * A confidential one may have the name of an open one: the same person can speak in both ways.
 *
 * @throws Refusal NEEDS_EDITOR, SOURCE_EXISTS, DESCRIPTION_NEEDED, UNKNOWN_REFERENCE, ID_USED
 */
export async function createSource(
  { db, historyKey, sourceKey }: SourceServices,
  write: PersonWrite,
  body: BodyOf<typeof CreateSource>,
): Promise<Done> {
  const { user, at } = write;
  const id = body.id ?? uuidv7();
  const { name, kind, description = null, note = null, confidential } = body;
  const aliases = unique(body.aliases ?? []);
  const affiliations = unique(body.affiliations ?? []);
  const identity = { name, aliases, affiliations, note };
  const add = async (tx: Tx) => {
    requireKeeper(user);
    await lockRegister(tx, user);
    if (confidential === undefined) await refuseNamesake(tx, user, name, id);
    const columns = (() => {
      if (confidential === undefined) return openColumns({ kind, identity, description });
      if (description === null) throw new Refusal('DESCRIPTION_NEEDED');
      return sealedColumns(sourceKey, { id, kind, identity, description });
    })();
    await tx.source.create({ data: { ...columns, id, createdById: user.id, createdAt: at } });
    const readerIds = confidential === undefined ? null : unique([...confidential.readerIds, user.id]);
    if (readerIds !== null) await setReaders(tx, await selectSource(tx, id), readerIds);
    const given = {
      name: true,
      kind: true,
      aliases: aliases.length > 0,
      affiliations: affiliations.length > 0,
      description: description !== null,
      note: note !== null,
    };
    const fields = Object.entries(given).flatMap(([field, is]) => (is ? [field] : []));
    await appendEvent(tx, historyKey, {
      stream: { kind: 'source', id },
      type: 'source.added',
      at,
      actor: user,
      data: { kind, fields, ...(readerIds === null ? {} : { after: { readerIds } }) },
    });
  };
  return once(db, write, id, add, { creates: true });
}

/**
 * Change an entry of the register; of a confidential one its readers change what is sealed as well. Its
 * former name stays among its aliases: stories were printed with it.
 *
 * @throws Refusal NOT_FOUND, STALE_VERSION with the source as it is, NEEDS_EDITOR, MERGED, NOT_A_READER, SOURCE_EXISTS,
 *   DESCRIPTION_NEEDED for a confidential one without a description
 */
export async function editSource(
  { db, historyKey, sourceKey }: SourceServices,
  write: PersonWrite,
  sourceId: string,
  { version, ...body }: BodyOf<typeof EditSource>,
): Promise<Done> {
  const { user, at } = write;
  return once(db, write, sourceId, async (tx) => {
    const row = await lockSource(tx, user, sourceId, { version, action: 'edit' });
    const before = {
      ...(await selectIdentity(tx, sourceKey, row)),
      kind: row.kind,
      description: row.description,
    };
    const renamed = body.name !== undefined && body.name !== before.name;
    const name = body.name ?? before.name;
    const given = body.aliases === undefined ? before.aliases : unique(body.aliases);
    const after = {
      name,
      aliases: renamed ? withFormerName(given, before.name, name) : given,
      affiliations: body.affiliations === undefined ? before.affiliations : unique(body.affiliations),
      note: body.note === undefined ? before.note : body.note,
      kind: body.kind ?? before.kind,
      description: body.description === undefined ? before.description : body.description,
    };
    const change = difference(before, after);
    if (!change.changed) return;
    const { kind, description, ...identity } = after;
    const columns = await (async () => {
      if (row.confidential) {
        if (description === null) throw new Refusal('DESCRIPTION_NEEDED');
        return sealedColumns(sourceKey, { id: sourceId, kind, identity, description });
      }
      if (renamed) await refuseNamesake(tx, user, after.name, sourceId);
      return openColumns({ kind, identity, description });
    })();
    await tx.source.update({ where: { id: sourceId }, data: { ...columns, version: { increment: 1 } } });
    await refreshSearch(tx, sourceId);
    await appendEvent(tx, historyKey, {
      stream: { kind: 'source', id: sourceId },
      type: 'source.edited',
      at,
      actor: user,
      data: { kind, fields: Object.keys(change.after) },
    });
  });
}
