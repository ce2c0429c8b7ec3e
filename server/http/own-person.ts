/** Whose page a write comes from: another window of the browser may have signed somebody else in meanwhile. */
import type { RequestHandler } from 'express';
import { PERSON_HEADER } from '../contract/people.ts';
import { Refusal } from '../contract/problem.ts';
import { isWrite } from './origin.ts';

/**
 * Refuse a write that names another person than the one who is signed in: it is that person's work, and would be kept
 * under this one's name. One that names nobody is a program's, which knows whose token it holds.
 *
 * @throws Refusal SOMEONE_ELSE
 */
export const byOwnPersonOnly: RequestHandler = (req, _res, next) => {
  const named = req.get(PERSON_HEADER);
  if (named !== undefined && isWrite(req) && req.user !== undefined && req.user.id !== named.toLowerCase())
    throw new Refusal('SOMEONE_ELSE');
  next();
};
