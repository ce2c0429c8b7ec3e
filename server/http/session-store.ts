/**
 * Sessions in PostgreSQL, each read with the person it belongs to: one query at each request, not two, and one for all
 * requests that come while another is under way.
 */
import connectPgSimple from 'connect-pg-simple';
import session, { type SessionData } from 'express-session';
import type { Pool } from 'pg';
import { EVENTS_CHANNEL } from '../database/listening.ts';
import { together } from '../database/together.ts';
import type { SignedIn } from './session.ts';

interface Row {
  readonly sid: string;
  /** JSON: each request gets an object of its own, for it may change it. */
  readonly sess: string;
  /** Null where the person was deactivated or their sessions were ended. */
  readonly person: SignedIn | null;
}

type Session = SessionData & { readonly passport?: { readonly user?: unknown } };

const SELECT = `
  SELECT s.sid, s.sess::text AS sess, CASE WHEN u.id IS NOT NULL THEN json_build_object(
    'id', u.id, 'name', u.name, 'email', u.email, 'role', u.role, 'epoch', u.session_epoch) END AS person
  FROM sessions s LEFT JOIN users u ON u.id = (s.sess #>> '{passport,user,id}')::uuid
    AND u.active AND u.session_epoch = (s.sess #>> '{passport,user,epoch}')::int
  WHERE s.sid = ANY($1) AND s.expire >= now()`;

/** One statement: whoever follows stories by it hears of its end as soon as it has ended, and not before. */
const END = `
  WITH gone AS (DELETE FROM sessions WHERE sid = $1 RETURNING sess #>> '{passport,user,id}' AS person)
  SELECT pg_notify($2, person || ':0') FROM gone WHERE person IS NOT NULL`;

/** When it ends is the database's to say: the next server that reads it may have another clock than this one. */
const PUT = `
  INSERT INTO sessions (sid, sess, expire) VALUES ($1, $2::json, now() + $3 * interval '1 ms')
  ON CONFLICT (sid) DO UPDATE SET sess = EXCLUDED.sess, expire = EXCLUDED.expire`;

/** Take away sessions that have ended by themselves. */
export async function forgetOldSessions(pool: Pool): Promise<void> {
  await pool.query('DELETE FROM sessions WHERE expire < now()');
}

/** connect-pg-simple, but for reading, writing and ending. */
export class SessionStore extends connectPgSimple(session) {
  readonly #pool: Pool;
  readonly #select: (sid: string) => Promise<Row | undefined>;
  /** By the ticket inside a session that was read, so that nobody is found by a ticket from elsewhere. */
  readonly #people = new WeakMap<object, SignedIn>();

  constructor(pool: Pool) {
    super({
      pool,
      tableName: 'sessions',
      // A write at each read would cost more than the read; the length of a session is fixed instead.
      disableTouch: true,
      // By the server's own clock; see `forgetOldSessions`.
      pruneSessionInterval: false,
      errorLog: () => {},
    });
    this.#pool = pool;
    this.#select = together((sids) => selectSessions(pool, sids), { most: 100, patience: 50 });
  }

  override get(sid: string, done: (error: unknown, session?: SessionData | null) => void): void {
    this.#read(sid).then((found) => done(null, found), done);
  }

  override set(sid: string, session: SessionData, done: (error?: unknown) => void = () => {}): void {
    const lasts = session.cookie.originalMaxAge ?? 0;
    this.#pool.query(PUT, [sid, JSON.stringify(session), lasts]).then(() => done(), done);
  }

  override destroy(sid: string, done: (error?: unknown) => void = () => {}): void {
    this.#pool.query(END, [sid, EVENTS_CHANNEL]).then(() => done(), done);
  }

  /** Whose ticket this is, as they were when the session was read for this request. */
  personOf(ticket: unknown): SignedIn | undefined {
    return typeof ticket === 'object' && ticket !== null ? this.#people.get(ticket) : undefined;
  }

  async #read(sid: string): Promise<SessionData | null> {
    const row = await this.#select(sid);
    if (row === undefined) return null;
    const session: Session = JSON.parse(row.sess);
    const ticket = session.passport?.user;
    if (row.person !== null && typeof ticket === 'object' && ticket !== null)
      this.#people.set(ticket, row.person);
    return session;
  }
}

async function selectSessions(pool: Pool, sids: readonly string[]): Promise<(Row | undefined)[]> {
  const asked = [...new Set(sids)];
  const { rows } = await pool.query<Row>({ name: 'sessions', text: SELECT, values: [asked] });
  const found = new Map(rows.map((row) => [row.sid, row]));
  return sids.map((sid) => found.get(sid));
}
