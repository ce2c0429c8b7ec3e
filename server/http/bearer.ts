/** Programs: `Authorization: Bearer` (RFC 6750) in place of a session. */
import { createHash } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Endpoint } from '../contract/endpoint.ts';
import { Refusal } from '../contract/problem.ts';
import { Scope, scopeOf } from '../contract/tokens.ts';
import type { Database } from '../database/client.ts';
import type { SignedIn } from './session.ts';

/** Whom a token speaks for, as long as it works: the person as they are now. */
const SELECT = `
  SELECT u.id, u.name, u.email, u.role, u.session_epoch AS epoch, t.id AS "tokenId", t.name AS "tokenName", t.scopes,
    t.last_used_at IS NULL OR t.last_used_at < $2::timestamptz - interval '1 minute' AS stale
  FROM api_tokens t JOIN users u ON u.id = t.user_id AND u.active
  WHERE t.secret_hash = $1 AND t.revoked_at IS NULL AND t.expires_at > $2`;

interface Row extends Omit<SignedIn, 'token'> {
  readonly tokenId: string;
  readonly tokenName: string;
  readonly scopes: string[];
  readonly stale: boolean;
}

/**
 * Middleware that knows a request by its token. Another scheme is somebody else's, a proxy's perhaps, and left alone.
 *
 * @throws Refusal TOKEN_INVALID
 */
export function bearerTokens(
  { pool }: Pick<Database, 'pool'>,
  { now, log }: { now: () => Date; log: Logger },
): RequestHandler {
  return async (req, _res, next) => {
    const secret = /^bearer +(\S+) *$/i.exec(req.get('Authorization') ?? '')?.[1];
    if (secret === undefined) return next();
    const at = now();
    const hash = createHash('sha256').update(secret, 'utf8').digest();
    const { rows } = await pool.query<Row>({ name: 'token', text: SELECT, values: [hash, at] });
    const [row] = rows;
    if (row === undefined) throw new Refusal('TOKEN_INVALID');
    const { tokenId, tokenName, scopes, stale, ...person } = row;
    const token = { id: tokenId, name: tokenName, scopes: scopes.map((scope) => Scope.parse(scope)) };
    req.user = { ...person, token };
    // Nobody waits for it, and a request is worth more than its note.
    if (stale)
      void pool
        .query('UPDATE api_tokens SET last_used_at = $2 WHERE id = $1', [tokenId, at])
        .catch((error: unknown) => log.warn({ err: error }, 'the use of a token was not noted'));
    next();
  };
}

/** What is about cookies is nothing to a request that came with a token: no page of another site can send one. */
export const unlessByToken =
  (middleware: RequestHandler): RequestHandler =>
  (req, res, next) =>
    req.user?.token === undefined ? middleware(req, res, next) : next();

/**
 * Hold a token against what it was made for.
 *
 * @throws Refusal TOKEN_SCOPE with the scope that is missing, NOT_BY_TOKEN
 */
export function requireScope(req: Request, endpoint: Endpoint): void {
  const token = req.user?.token;
  // What is open and is a write opens a session, which is for a browser.
  if (token === undefined || (endpoint.open && endpoint.method === 'get')) return;
  const scope = scopeOf(endpoint);
  if (scope === null) throw new Refusal('NOT_BY_TOKEN');
  if (token.scopes.includes(scope)) return;
  throw new Refusal('TOKEN_SCOPE', {
    issues: [{ path: 'Authorization', message: `needs a token with the scope “${scope}”` }],
  });
}
