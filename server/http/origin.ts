/** Cross-site request forgery: a write with a cookie has to come from Claimdesk's own pages. */
import type { Request, RequestHandler } from 'express';
import { Refusal } from '../contract/problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** True for a request that may change something. */
export const isWrite = ({ method }: Pick<Request, 'method'>): boolean => !SAFE.has(method);

/**
 * Refuse writes from other origins.
 *
 * Browsers send `Origin` with every write, so one without it that carries a cookie is no browser's and is refused as
 * well: a page of another site could otherwise leave it out by a redirect.
 *
 * @param publicUrl the origin that counts beside the one the request was sent to
 */
export function ownOriginOnly(publicUrl: string): RequestHandler {
  const own = new URL(publicUrl).origin;
  return (req, _res, next) => {
    if (!isWrite(req)) return next();
    const { origin, host, cookie } = req.headers;
    const expected = [own, `${req.protocol}://${host}`];
    if (origin !== undefined ? !expected.includes(origin) : cookie !== undefined)
      throw new Refusal('WRONG_ORIGIN');
    next();
  };
}
