/** One-time links: a secret in an address, with which a person chooses a password. */
import { createHash, randomBytes } from 'node:crypto';
import type { OneTimeLink } from '../../contract/people.ts';
import type { Database, Tx } from '../../database/client.ts';
import type {
  LinkPurpose,
  OneTimeLink as LinkRow,
  User as UserRow,
} from '../../database/generated/client.ts';

const HOUR_MS = 60 * 60 * 1000;
/** An invitation outlasts a weekend; a reset is asked for when it is needed. */
const LASTS_MS = { invite: 7 * 24 * HOUR_MS, reset: 24 * HOUR_MS } as const satisfies Record<
  LinkPurpose,
  number
>;

/** 256 bits, so that guessing is hopeless at any rate; it stands in the address and nowhere else. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** A fast hash is enough: unlike a password, the secret cannot be guessed. */
export const hashOf = (secret: string) =>
  Uint8Array.from(createHash('sha256').update(secret, 'utf8').digest());

interface NewLink {
  readonly id: string;
  readonly userId: string;
  readonly purpose: LinkPurpose;
  readonly secret: string;
  readonly at: Date;
}

/** Make a link. The person's earlier ones are spent, so that one at most is about. */
export async function insertLink(tx: Tx, { id, userId, purpose, secret, at }: NewLink): Promise<void> {
  await spendLinks(tx, userId, at);
  const expiresAt = new Date(at.getTime() + LASTS_MS[purpose]);
  await tx.oneTimeLink.create({ data: { id, userId, purpose, secretHash: hashOf(secret), expiresAt } });
}

/** Let none of a person's links work any more. */
export async function spendLinks(tx: Tx, userId: string, at: Date): Promise<void> {
  await tx.oneTimeLink.updateMany({ where: { userId, usedAt: null }, data: { usedAt: at } });
}

/**
 * Put a link's secret into an address.
 *
 * The secret is not kept, so the repeat of a write whose answer was lost gives its link a new one: the lost one was
 * seen by nobody.
 *
 * @returns null where the link has been used or has run out
 */
export async function showLink(
  { db, publicUrl }: { db: Database; publicUrl: string },
  { id, secret, at }: Pick<NewLink, 'id' | 'secret' | 'at'>,
): Promise<OneTimeLink | null> {
  const [link] = await db.prisma.oneTimeLink.updateManyAndReturn({
    where: { id, usedAt: null, expiresAt: { gt: at } },
    data: { secretHash: hashOf(secret) },
  });
  if (link === undefined) return null;
  return { url: `${publicUrl}/invitations/${secret}`, expiresAt: link.expiresAt.toISOString() };
}

/** The link of a secret, with its person, while it works. */
export async function selectOptionalLink(
  db: Pick<Tx, 'oneTimeLink'>,
  secret: string,
  at: Date,
): Promise<(LinkRow & { user: UserRow }) | null> {
  return db.oneTimeLink.findFirst({
    where: { secretHash: hashOf(secret), usedAt: null, expiresAt: { gt: at }, user: { active: true } },
    include: { user: true },
  });
}
