/** Keeping the register. */
import { uuidv7 } from 'uuidv7';
import type { BodyOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import type { CreateSource, EditSource } from '../../contract/sources.ts';
import type { Tx } from '../../database/client.ts';
import { appendEvent, difference } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import { type Actor, mayDoPerson } from '../../domain/claims/permissions.ts';
import { searchText, withFormerName } from '../../domain/sources/search-text.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { presentSource } from './sources.presenter.ts';
import { selectOptionalNamesake, selectSource } from './sources.queries.ts';

type SourceServices = Pick<Services, 'db' | 'historyKey'>;

/** Any number that no other advisory lock has. */
const REGISTER = 7_301_002;

/** Wait until no other transaction names a source: that a name is new speaks of all rows at once. */
async function lockRegister(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${REGISTER}::bigint)`;
}

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

const unique = (aliases: readonly string[]) => [...new Set(aliases)];

/**
 * Add a source. History names it by its id alone: what a source is called may have to be kept from its readers.
 *
 * @throws Refusal NEEDS_EDITOR, SOURCE_EXISTS, ID_USED
 */
export async function createSource(
  { db, historyKey }: SourceServices,
  write: PersonWrite,
  body: BodyOf<typeof CreateSource>,
): Promise<Done> {
  const { user, at } = write;
  const id = body.id ?? uuidv7();
  const { name, kind, note = null } = body;
  const aliases = unique(body.aliases ?? []);
  const add = async (tx: Tx) => {
    requireKeeper(user);
    await lockRegister(tx);
    await refuseNamesake(tx, user, name, id);
    const search = searchText(name, aliases);
    await tx.source.create({
      data: { id, name, kind, aliases, note, search, createdById: user.id, createdAt: at },
    });
    const given = { name: true, kind: true, aliases: aliases.length > 0, note: note !== null };
    const fields = Object.entries(given).flatMap(([field, is]) => (is ? [field] : []));
    await appendEvent(tx, historyKey, {
      stream: { kind: 'source', id },
      type: 'source.added',
      at,
      actor: user,
      data: { kind, fields },
    });
  };
  return once(db, write, id, add, { creates: true });
}

/**
 * Change an entry of the register. Its former name stays among its aliases: stories were printed with it.
 *
 * @throws Refusal NOT_FOUND, STALE_VERSION with the source as it is, NEEDS_EDITOR, SOURCE_EXISTS
 */
export async function editSource(
  { db, historyKey }: SourceServices,
  write: PersonWrite,
  sourceId: string,
  body: BodyOf<typeof EditSource>,
): Promise<Done> {
  const { user, at } = write;
  return once(db, write, sourceId, async (tx) => {
    await lockRegister(tx);
    const row = await selectSource(tx, sourceId);
    if (row.version !== body.version)
      throw new Refusal('STALE_VERSION', { current: presentSource(row, user) });
    requireKeeper(user);

    const { name, kind, aliases, note } = row;
    const renamed = body.name !== undefined && body.name !== name;
    const given = body.aliases === undefined ? aliases : unique(body.aliases);
    const after = {
      name: body.name ?? name,
      kind: body.kind ?? kind,
      aliases: renamed ? withFormerName(given, name, body.name ?? name) : given,
      note: body.note === undefined ? note : body.note,
    };
    const change = difference({ name, kind, aliases, note }, after);
    if (!change.changed) return;
    if (renamed) await refuseNamesake(tx, user, after.name, sourceId);

    await tx.source.update({
      where: { id: sourceId },
      data: { ...after, search: searchText(after.name, after.aliases), version: { increment: 1 } },
    });
    await appendEvent(tx, historyKey, {
      stream: { kind: 'source', id: sourceId },
      type: 'source.edited',
      at,
      actor: user,
      data: { kind: after.kind, fields: Object.keys(change.after) },
    });
  });
}
