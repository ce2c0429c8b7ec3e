/** People as others, and as they themselves, see them. */
import type { Me, User } from '../../contract/people.ts';
import type { User as UserRow } from '../../database/generated/client.ts';
import { mayDoPerson, personActions } from '../../domain/claims/permissions.ts';
import type { SignedIn } from '../../http/session.ts';
import type { Services } from '../../services.ts';

/** What is switched off nobody may do. */
export const presentMe = (user: SignedIn, { fetchPage }: Pick<Services, 'fetchPage'>): Me => ({
  id: user.id,
  name: user.name,
  email: user.email,
  role: user.role,
  can: personActions(user).filter((action) => action !== 'fetch_story' || fetchPage !== null),
});

/** A person in the list of all. The address is shown to whoever manages people alone. */
export const presentUser = (row: UserRow, viewer: Pick<SignedIn, 'id' | 'name' | 'role'>): User => ({
  id: row.id,
  name: row.name,
  role: row.role,
  active: row.active,
  email: mayDoPerson(viewer, 'manage_people').allowed ? row.email : null,
  joined: row.passwordHash !== null,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
});

/** What a session is opened with. */
export const signedInOf = (row: UserRow): SignedIn => ({
  id: row.id,
  name: row.name,
  email: row.email,
  role: row.role,
  epoch: row.sessionEpoch,
});
