/** Coming in by a one-time link. */
import { Refusal } from '../../contract/problem.ts';
import { appendEvent } from '../../database/events.ts';
import type { SignedIn } from '../../http/session.ts';
import type { Services } from '../../services.ts';
import { selectOptionalLink, spendLinks } from './links.ts';
import { hashPassword } from './passwords.ts';
import { lockPeople } from './people.lock.ts';
import { signedInOf } from './people.presenter.ts';
import { endSessions } from './users.queries.ts';

/**
 * Choose a password by a one-time link. Sessions opened with an earlier password end.
 *
 * @throws Refusal LINK_SPENT also where there never was such a link
 */
export async function acceptInvitation(
  { db, now, historyKey }: Services,
  secret: string,
  password: string,
): Promise<SignedIn> {
  const at = now();
  // Looked up twice: hashing is dear, so it is for those who hold a link; and of two at once one comes too late.
  if ((await selectOptionalLink(db.prisma, secret, at)) === null) throw new Refusal('LINK_SPENT');
  const passwordHash = await hashPassword(password);
  return db.prisma.$transaction(async (tx) => {
    await lockPeople(tx);
    const link = await selectOptionalLink(tx, secret, at);
    if (link === null) throw new Refusal('LINK_SPENT');
    const joins = link.user.passwordHash === null;
    const user = await tx.user.update({
      where: { id: link.userId },
      data: {
        passwordHash,
        sessionEpoch: { increment: 1 },
        // That someone joined is shown to others; that a password changed is not.
        ...(joins ? { version: { increment: 1 } } : {}),
      },
    });
    await spendLinks(tx, user.id, at);
    await endSessions(tx, user.id);
    await appendEvent(tx, historyKey, {
      stream: { kind: 'person', id: user.id },
      type: joins ? 'person.joined' : 'person.password_changed',
      at,
      actor: user,
      data: { purpose: link.purpose },
    });
    return signedInOf(user);
  });
}
