/** Proving who one is. */
import { Email } from '../../contract/people.ts';
import { Refusal } from '../../contract/problem.ts';
import type { SignedIn } from '../../http/session.ts';
import type { Services } from '../../services.ts';
import { isPassword } from './passwords.ts';
import { signedInOf } from './people.presenter.ts';
import type { TryLimit } from './sign-in-limit.ts';

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
