/** Giving people access, changing it, taking it away. */
import { uuidv7 } from 'uuidv7';
import type { BodyOf } from '../../contract/endpoint.ts';
import type { EventType } from '../../contract/history.ts';
import type { CreateUser, EditUser, OneTimeLink } from '../../contract/people.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Tx } from '../../database/client.ts';
import { appendEvent, difference } from '../../database/events.ts';
import type { User as UserRow } from '../../database/generated/client.ts';
import { type Done, once } from '../../database/once.ts';
import { type Actor, mayDoPerson } from '../../domain/claims/permissions.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { insertLink, newSecret, showLink, spendLinks } from './links.ts';
import { hashPassword } from './passwords.ts';
import { lockPeople } from './people.lock.ts';
import { presentUser } from './people.presenter.ts';
import { sealed } from './sealed-write.ts';
import { endSessions, isOtherAdmin, selectUser } from './users.queries.ts';

type PeopleServices = Pick<Services, 'db' | 'historyKey' | 'publicUrl'>;

/** @throws Refusal NEEDS_ADMIN */
function requireManager(user: Actor): void {
  const decision = mayDoPerson(user, 'manage_people');
  if (!decision.allowed) throw new Refusal(decision.code);
}

/**
 * Give someone access. Without a password they choose it by the invitation that comes back.
 *
 * @throws Refusal NEEDS_ADMIN, EMAIL_USED, ID_USED
 */
export async function createUser(
  services: PeopleServices,
  write: PersonWrite,
  body: BodyOf<typeof CreateUser>,
): Promise<Done & { invitation: OneTimeLink | null }> {
  const { db, historyKey } = services;
  const { user, at } = write;
  const { name, email, role, password } = body;
  const id = body.id ?? uuidv7();
  const secret = newSecret();
  const add = async (tx: Tx) => {
    requireManager(user);
    await lockPeople(tx);
    if ((await tx.user.count({ where: { email } })) > 0) throw new Refusal('EMAIL_USED');
    const passwordHash = password === undefined ? null : await hashPassword(password);
    await tx.user.create({ data: { id, name, email, role, passwordHash, createdAt: at } });
    // The invitation has the person's own id, by which a repeat finds it again.
    if (password === undefined) await insertLink(tx, { id, userId: id, purpose: 'invite', secret, at });
    await appendEvent(tx, historyKey, {
      stream: { kind: 'person', id },
      type: 'person.added',
      at,
      actor: user,
      data: { after: { name, email, role }, invited: password === undefined },
    });
  };
  const done = await once(db, sealed(write, historyKey), id, add, { creates: true });
  if (password !== undefined) return { ...done, invitation: null };
  // Asked again for a repeat: whoever is no longer an admin gets no link.
  requireManager(user);
  return { ...done, invitation: await showLink(services, { id: done.id, secret, at }) };
}

/**
 * Change a person's name, role or access. A new role counts from their next request on; without access every session
 * and link of theirs ends at once.
 *
 * @throws Refusal NOT_FOUND, STALE_VERSION, NEEDS_ADMIN, LAST_ADMIN
 */
export async function editUser(
  { db, historyKey }: PeopleServices,
  write: PersonWrite,
  userId: string,
  body: BodyOf<typeof EditUser>,
): Promise<Done> {
  const { user, at } = write;
  return once(db, write, userId, async (tx) => {
    await lockPeople(tx);
    const row = await selectUser(tx, userId);
    if (row.version !== body.version) throw new Refusal('STALE_VERSION', { current: presentUser(row, user) });
    requireManager(user);

    const before = { name: row.name, role: row.role, active: row.active };
    const after = {
      name: body.name ?? row.name,
      role: body.role ?? row.role,
      active: body.active ?? row.active,
    };
    if (isAdmin(before) && !isAdmin(after) && !(await isOtherAdmin(tx, userId)))
      throw new Refusal('LAST_ADMIN');
    const change = difference(before, after);
    if (!change.changed) return;

    const leaves = before.active && !after.active;
    await tx.user.update({
      where: { id: userId },
      data: { ...after, version: { increment: 1 }, ...(leaves ? { sessionEpoch: { increment: 1 } } : {}) },
    });
    if (leaves) {
      await spendLinks(tx, userId, at);
      await endSessions(tx, userId);
    }
    await appendEvent(tx, historyKey, {
      stream: { kind: 'person', id: userId },
      type: eventOf(before, after),
      at,
      actor: user,
      data: { before: change.before, after: change.after },
    });
  });
}

const isAdmin = (person: Pick<UserRow, 'role' | 'active'>) => person.role === 'admin' && person.active;

function eventOf(before: Pick<UserRow, 'active'>, after: Pick<UserRow, 'active'>): EventType {
  if (before.active === after.active) return 'person.edited';
  return after.active ? 'person.reactivated' : 'person.deactivated';
}

/**
 * Make a link with which a person chooses a new password, or their first. The present one goes on working until then.
 *
 * @throws Refusal NOT_FOUND, NEEDS_ADMIN, DEACTIVATED, LINK_SPENT for a repeat whose link has been used meanwhile
 */
export async function resetPassword(
  services: PeopleServices,
  write: PersonWrite,
  userId: string,
): Promise<OneTimeLink> {
  const { db, historyKey } = services;
  const { user, at } = write;
  const id = uuidv7();
  const secret = newSecret();
  const done = await once(db, write, id, async (tx) => {
    await lockPeople(tx);
    const row = await selectUser(tx, userId);
    requireManager(user);
    if (!row.active) throw new Refusal('DEACTIVATED');
    const purpose = row.passwordHash === null ? 'invite' : 'reset';
    await insertLink(tx, { id, userId, purpose, secret, at });
    await appendEvent(tx, historyKey, {
      stream: { kind: 'person', id: userId },
      type: 'person.reset_asked',
      at,
      actor: user,
      data: { purpose },
    });
  });
  requireManager(user);
  const link = await showLink(services, { id: done.id, secret, at });
  if (link === null) throw new Refusal('LINK_SPENT');
  return link;
}
