/** Whose page a request comes from: another window of the browser may have signed somebody else in meanwhile. */
import type { RequestHandler } from 'express';
import { PERSON_HEADER } from '../contract/people.ts';
import { Refusal } from '../contract/problem.ts';

/**
 * Refuse a request that names another person than the one who is signed in. A write is that person's work, and would be
 * kept under this one's name; what a read answers is for this one's eyes, and would be shown on that one's page, or
 * would tell it that there is nothing. One that names nobody is a program's, which knows whose token it holds, or asks
 * for what a link leads to.
 *
 * @throws Refusal SOMEONE_ELSE
 */
export const byOwnPersonOnly: RequestHandler = (req, _res, next) => {
  const named = req.get(PERSON_HEADER);
  if (named !== undefined && req.user !== undefined && req.user.id !== named.toLowerCase())
    throw new Refusal('SOMEONE_ELSE');
  next();
};
