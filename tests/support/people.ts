/** What tests about people have in common: inviting, coming in, looking at what was kept. */
import { expect } from 'vitest';
import { CreateUser, ListUsers } from '../../server/contract/people.ts';
import { answer } from './contract.ts';
import type { Desk, Person, Requests } from './desk.ts';

/** What an invited person chooses. */
export const CHOSEN = 'chosen by the invited one';

let made = 0;
/** What a new person is made of, nobody else's address included. */
export const newPerson = <T extends object>(more?: T) => {
  made += 1;
  const person = { name: `Newcomer ${made}`, email: `newcomer${made}@desk.test`, role: 'editor' };
  return Object.assign(person, more);
};

export const secretOf = (url = '') => new URL(url, 'http://any.test').pathname.replace('/invitations/', '');

export async function invite(admin: Person, more: object = {}) {
  const response = await admin.post('/api/users', newPerson(more));
  expect(response.status).toBe(201);
  const { user, invitation } = answer(CreateUser, response);
  return { user, invitation, secret: secretOf(invitation?.url) };
}

export const accept = (desk: Desk, secret: string, as: Requests = desk.newcomer(), password = CHOSEN) =>
  as.post(`/api/invitations/${secret}`, { password });

export const signIn = (desk: Desk, email: string | null, password: string) =>
  desk.newcomer().post('/api/session', { email, password });

export const stored = (desk: Desk, id: string) => desk.db.prisma.user.findUniqueOrThrow({ where: { id } });

/** A person as the list shows them. */
export const listed = async (as: Person, id: string) =>
  answer(ListUsers, await as.get('/api/users')).items.find((item) => item.id === id);

export const historyOf = (desk: Desk, id: string) =>
  desk.db.prisma.event.findMany({
    where: { streamId: id },
    orderBy: { seq: 'asc' },
    include: { payload: true },
  });

/** Let hours pass on the app's clock. */
export function later(desk: Desk, hours: number): void {
  desk.clock.now = new Date(desk.clock.now.getTime() + hours * 60 * 60 * 1000);
}

/**
 * Make a change while sessions are being opened: their rows, as they were before it, are written again after it, as by
 * a sign-in that was under way.
 */
export async function amidSignIns(desk: Desk, change: () => Promise<unknown>): Promise<void> {
  await desk.db.pool.query('CREATE TABLE under_way AS SELECT * FROM sessions');
  await change();
  await desk.db.pool.query('INSERT INTO sessions SELECT * FROM under_way ON CONFLICT DO NOTHING');
  await desk.db.pool.query('DROP TABLE under_way');
}
