/** People as rows. */
import { Refusal } from '../../contract/problem.ts';
import type { Tx } from '../../database/client.ts';
import type { User as UserRow } from '../../database/generated/client.ts';

type Users = Pick<Tx, 'user'>;

export const selectUsers = (db: Users): Promise<UserRow[]> =>
  db.user.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }] });

/** @throws Refusal NOT_FOUND */
export async function selectUser(db: Users, id: string): Promise<UserRow> {
  const row = await db.user.findUnique({ where: { id } });
  if (row === null) throw new Refusal('NOT_FOUND');
  return row;
}

/** True where someone else can manage people: an admin who has access and, having joined, can sign in. */
export async function isOtherAdmin(db: Users, id: string): Promise<boolean> {
  const others = { id: { not: id }, role: 'admin', active: true, passwordHash: { not: null } } as const;
  return (await db.user.count({ where: others })) > 0;
}

/**
 * Take away the rows of a person's sessions. That they have ended is said by the raised `session_epoch`, which each
 * request compares: a session that is being opened meanwhile has no row yet.
 */
export async function endSessions(tx: Tx, userId: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM sessions WHERE sess #>> '{passport,user,id}' = ${userId}`;
}
