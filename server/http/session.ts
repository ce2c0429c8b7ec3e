/** Sessions: a cookie, kept in PostgreSQL, looked up at each request. */
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import passport from 'passport';
import type { Role } from '../contract/people.ts';
import { Refusal } from '../contract/problem.ts';
import type { Scope } from '../contract/tokens.ts';
import type { Database } from '../database/client.ts';
import { SessionStore } from './session-store.ts';

/** Who asks. */
export interface SignedIn {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** The one under which this session was opened; raised to end the sessions before it. */
  readonly epoch: number;
  /** A program's, that acts for them. */
  readonly token?: { readonly id: string; readonly name: string; readonly scopes: readonly Scope[] };
}

declare global {
  namespace Express {
    interface User extends SignedIn {}
  }
}

/** A working day and its night: long enough for a shift, short enough for a shared desk. */
const SESSION_LENGTH_MS = 16 * 60 * 60 * 1000;

/**
 * Middleware that knows who asks.
 *
 * A person who was deactivated, or whose sessions were ended, is nobody at the next request: each one looks.
 */
export function sessions(
  db: Database,
  { secret, secure }: { secret: string; secure: boolean },
): { middleware: RequestHandler[]; store: { close(): void } } {
  const store = new SessionStore(db.pool);
  const people = new passport.Passport();
  // The store reads both in one query: the ticket says whose sessions to look for, and under which epoch.
  people.serializeUser((user, done) => done(null, { id: user.id, epoch: user.epoch }));
  people.deserializeUser((ticket: unknown, done) => done(null, store.personOf(ticket) ?? false));
  return {
    middleware: [
      session({
        store,
        secret,
        name: secure ? '__Host-claimdesk' : 'claimdesk',
        resave: false,
        saveUninitialized: false,
        cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: SESSION_LENGTH_MS },
      }),
      people.session(),
    ],
    store,
  };
}

/**
 * The signed-in person.
 *
 * @throws Refusal NOT_SIGNED_IN
 */
export function requireUser(req: Request): SignedIn {
  if (req.user === undefined) throw new Refusal('NOT_SIGNED_IN');
  return req.user;
}

/** Open a session under a new id, so that one planted before the sign-in is worth nothing. */
export function openSession(req: Request, user: SignedIn): Promise<void> {
  return new Promise((resolve, reject) =>
    req.logIn(user, (error: unknown) => (error ? reject(error) : resolve())),
  );
}

/** End the session that this request came with. */
export function closeSession(req: Request): Promise<void> {
  return new Promise((resolve, reject) =>
    req.session.destroy((error: unknown) => (error ? reject(error) : resolve())),
  );
}
