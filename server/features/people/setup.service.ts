/** The first admin: made by whoever starts Claimdesk, once. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { BodyOf } from '../../contract/endpoint.ts';
import type { SetUp } from '../../contract/people.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Queryable } from '../../database/client.ts';
import { appendEvent } from '../../database/events.ts';
import type { SignedIn } from '../../http/session.ts';
import type { BaseServices, Services } from '../../services.ts';
import { hashPassword } from './passwords.ts';
import { lockPeople } from './people.lock.ts';
import { signedInOf } from './people.presenter.ts';

type NewAdmin = Pick<BodyOf<typeof SetUp>, 'name' | 'email' | 'password'>;

/** True until there is a first person. */
export async function isSetupNeeded(db: Queryable): Promise<boolean> {
  const [row] = await db.$queryRaw<{ needed: boolean }[]>`SELECT NOT EXISTS (SELECT 1 FROM users) AS needed`;
  return row?.needed ?? false;
}

/**
 * Make the first admin for whoever holds the token that the first start printed.
 *
 * @throws Refusal ALREADY_SET_UP, SETUP_TOKEN
 */
export async function setUp(services: Services, body: BodyOf<typeof SetUp>): Promise<SignedIn> {
  if (!(await isSetupNeeded(services.db.prisma))) throw new Refusal('ALREADY_SET_UP');
  if (services.setupToken === null || !isSame(services.setupToken, body.token))
    throw new Refusal('SETUP_TOKEN');
  return createFirstAdmin(services, body);
}

/**
 * Make the first admin, given by the environment, or a token with which to make one in the browser.
 *
 * @returns the token to print; null where there is someone already, or the environment named the admin
 */
export async function ensureFirstAdmin(
  services: BaseServices,
  admin?: { email: string; password: string },
): Promise<string | null> {
  if (!(await isSetupNeeded(services.db.prisma))) return null;
  if (admin === undefined) return randomBytes(32).toString('base64url');
  const name = admin.email.split('@')[0] || admin.email;
  try {
    await createFirstAdmin(services, { ...admin, name });
  } catch (error) {
    // Another server that started at the same moment was first.
    if (!(error instanceof Refusal && error.code === 'ALREADY_SET_UP')) throw error;
  }
  return null;
}

/**
 * Make an admin where there is nobody. Of two at once, one is refused.
 *
 * @throws Refusal ALREADY_SET_UP
 */
async function createFirstAdmin(services: BaseServices, admin: NewAdmin): Promise<SignedIn> {
  const { db, now, historyKey } = services;
  const { name, email, password } = admin;
  const passwordHash = await hashPassword(password);
  return db.prisma.$transaction(async (tx) => {
    await lockPeople(tx);
    if (!(await isSetupNeeded(tx))) throw new Refusal('ALREADY_SET_UP');
    const at = now();
    const row = await tx.user.create({
      data: { id: uuidv7(), name, email, role: 'admin', passwordHash, createdAt: at },
    });
    await appendEvent(tx, historyKey, {
      stream: { kind: 'person', id: row.id },
      type: 'person.added',
      at,
      actor: row,
      data: { after: { name, email, role: 'admin' } },
    });
    return signedInOf(row);
  });
}

/** Digests have one length, and comparing them tells by its time nothing about the token. */
function isSame(expected: string, given: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(expected), digest(given));
}
