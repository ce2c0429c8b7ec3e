/** A person's tokens: made, listed, taken back. */
import { uuidv7 } from 'uuidv7';
import type { BodyOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import {
  type CreateToken,
  MAX_TOKENS,
  Scope,
  TOKEN_LASTS,
  TOKEN_PREFIX,
  type Token,
} from '../../contract/tokens.ts';
import type { Database, Tx } from '../../database/client.ts';
import { appendEvent } from '../../database/events.ts';
import type { ApiToken as TokenRow } from '../../database/generated/client.ts';
import { type Done, once } from '../../database/once.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { hashOf, newSecret } from './links.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const presentToken = (row: TokenRow): Token => ({
  id: row.id,
  name: row.name,
  scopes: row.scopes.map((scope) => Scope.parse(scope)),
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
});

const working = (userId: string, at: Date) => ({ userId, revokedAt: null, expiresAt: { gt: at } });

/** A person's tokens that work, the newest first. */
export async function listTokens(db: Pick<Tx, 'apiToken'>, userId: string, at: Date): Promise<Token[]> {
  const rows = await db.apiToken.findMany({ where: working(userId, at), orderBy: { id: 'desc' } });
  return rows.map(presentToken);
}

/**
 * Make a token for oneself. A repeat whose answer was lost gives the same token a new secret, unless it was used.
 *
 * @throws Refusal INVALID for an end in the past or too far away, TOO_MANY_TOKENS, ID_USED
 */
export async function createToken(
  { db, historyKey }: Pick<Services, 'db' | 'historyKey'>,
  write: PersonWrite,
  body: BodyOf<typeof CreateToken>,
): Promise<Done & { token: Token; secret: string | null }> {
  const { user, at } = write;
  const { name, scopes } = body;
  const expiresAt = endOf(body.expiresAt, at);
  const id = body.id ?? uuidv7();
  const secret = `${TOKEN_PREFIX}${newSecret()}`;
  const add = async (tx: Tx) => {
    await tx.$queryRaw`SELECT id FROM users WHERE id = ${user.id}::uuid FOR UPDATE`;
    if ((await tx.apiToken.count({ where: working(user.id, at) })) >= MAX_TOKENS)
      throw new Refusal('TOO_MANY_TOKENS');
    const kept = { id, userId: user.id, name, scopes, createdAt: at, expiresAt };
    await tx.apiToken.create({ data: { ...kept, secretHash: hashOf(secret) } });
    await appendEvent(tx, historyKey, {
      stream: { kind: 'person', id: user.id },
      type: 'person.token_made',
      at,
      actor: user,
      data: { tokenId: id, after: { name, scopes, expiresAt: expiresAt.toISOString() } },
    });
  };
  const done = await once(db, write, id, add, { creates: true });
  return { ...done, ...(await showToken(db, write, done.id, secret)) };
}

/** The secret is not kept: a repeat's lost one was seen by nobody, as long as nothing came with it. */
async function showToken(
  { prisma }: Database,
  { user, at }: PersonWrite,
  id: string,
  secret: string,
): Promise<{ token: Token; secret: string | null }> {
  const [fresh] = await prisma.apiToken.updateManyAndReturn({
    where: { id, ...working(user.id, at), lastUsedAt: null },
    data: { secretHash: hashOf(secret) },
  });
  if (fresh !== undefined) return { token: presentToken(fresh), secret };
  const row = await prisma.apiToken.findFirst({ where: { id, userId: user.id } });
  if (row === null) throw new Refusal('ID_USED');
  return { token: presentToken(row), secret: null };
}

function endOf(asked: string | undefined, at: Date): Date {
  const end = asked === undefined ? at.getTime() + TOKEN_LASTS.usually * DAY_MS : Date.parse(asked);
  if (end > at.getTime() && end <= at.getTime() + TOKEN_LASTS.atMost * DAY_MS) return new Date(end);
  throw new Refusal('INVALID', {
    issues: [{ path: 'expiresAt', message: `must be within the next ${TOKEN_LASTS.atMost} days` }],
  });
}

/**
 * Take one's own token back. One that was taken back already stays so.
 *
 * @throws Refusal NOT_FOUND
 */
export async function revokeToken(
  { db, historyKey }: Pick<Services, 'db' | 'historyKey'>,
  write: PersonWrite,
  id: string,
): Promise<void> {
  const { user, at } = write;
  await once(db, write, id, async (tx) => {
    const { count } = await tx.apiToken.updateMany({
      where: { id, userId: user.id, revokedAt: null },
      data: { revokedAt: at },
    });
    const row = await tx.apiToken.findFirst({ where: { id, userId: user.id } });
    if (row === null) throw new Refusal('NOT_FOUND');
    if (count === 0) return;
    await appendEvent(tx, historyKey, {
      stream: { kind: 'person', id: user.id },
      type: 'person.token_revoked',
      at,
      actor: user,
      data: { tokenId: id, before: { name: row.name } },
    });
  });
}
