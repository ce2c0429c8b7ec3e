/** Proving who one is, and changing what one proves it with. */
import type { BodyOf } from '../../contract/endpoint.ts';
import { type ChangePassword, Email } from '../../contract/people.ts';
import { Refusal } from '../../contract/problem.ts';
import { appendEvent } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import type { SignedIn } from '../../http/session.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { signedInOf } from './people.presenter.ts';
import { sealed } from './sealed-write.ts';
import type { TryLimit } from './sign-in-limit.ts';
import { endSessions } from './users.queries.ts';

/**
 * Whose e-mail address and password these are.
 *
 * An unknown address, a wrong password, an invitation not taken up and a deactivated person get one answer, after
 * one hash each, so that nobody learns by asking who works here.
 *
 * @throws Refusal WRONG_CREDENTIALS, TOO_OFTEN
 */
export async function authenticate(
  { db }: Pick<Services, 'db'>,
  limit: TryLimit,
  address: string,
  given: { email: string; password: string },
): Promise<SignedIn> {
  const email = Email.safeParse(given.email);
  const who = email.data ?? given.email.trim().toLowerCase();
  await limit.take(who, address);
  const row = email.success ? await db.prisma.user.findUnique({ where: { email: email.data } }) : null;
  const right = await isPassword(row?.passwordHash ?? null, given.password);
  if (row === null || !right || !row.active) throw new Refusal('WRONG_CREDENTIALS');
  await limit.forgive(who, address);
  return signedInOf(row);
}

/**
 * Change one's own password. Every session of this person ends, under an epoch one above `user.epoch`: the caller
 * opens the present one anew.
 *
 * @throws Refusal WRONG_PASSWORD, TOO_OFTEN, NOT_SIGNED_IN where this session was ended meanwhile
 */
export async function changePassword(
  { db, historyKey }: Services,
  limit: TryLimit,
  { write, user, address }: { write: PersonWrite; user: SignedIn; address: string },
  body: BodyOf<typeof ChangePassword>,
): Promise<Done> {
  // Whoever finds a desk unlocked has a session, and must not find the password by trying.
  await limit.take(user.id, address);
  const done = await once(db, sealed(write, historyKey), user.id, async (tx) => {
    const [row] = await tx.$queryRaw<{ hash: string | null; epoch: number }[]>`
      SELECT password_hash AS hash, session_epoch AS epoch FROM users WHERE id = ${user.id}::uuid FOR UPDATE`;
    if (row === undefined || row.epoch !== user.epoch) throw new Refusal('NOT_SIGNED_IN');
    if (!(await isPassword(row.hash, body.current))) throw new Refusal('WRONG_PASSWORD');
    await tx.user.update({
      where: { id: user.id },
      data: { passwordHash: await hashPassword(body.next), sessionEpoch: { increment: 1 } },
    });
    await endSessions(tx, user.id);
    await appendEvent(tx, historyKey, {
      stream: { kind: 'person', id: user.id },
      type: 'person.password_changed',
      at: write.at,
      actor: user,
      data: {},
    });
  });
  await limit.forgive(user.id, address);
  return done;
}
