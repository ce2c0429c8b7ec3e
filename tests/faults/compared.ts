/**
 * What clients were told, held against the database in plain SQL, and the history's chain recomputed from its rows: none
 * of the server's code takes part.
 */
import { createHash, createHmac } from 'node:crypto';
import type pg from 'pg';
import type { Entry } from './client.ts';

/** @returns what does not hold, a sentence each */
export async function compareLedgers(sql: pg.Pool, entries: readonly Entry[]): Promise<string[]> {
  const client = await sql.connect();
  try {
    await client.query('BEGIN');
    await client.query(`CREATE TEMP TABLE ledger (key text, actor uuid, type text, claim uuid, token text, done boolean)
      ON COMMIT DROP`);
    const rows = entries.map(({ key, actorId, type, claimId, token, outcome }) => ({
      ...{ key, actor: actorId, type, claim: claimId, token, done: outcome === 'acknowledged' },
    }));
    await client.query(
      `INSERT INTO ledger SELECT * FROM json_to_recordset($1)
       AS told (key text, actor uuid, type text, claim uuid, token text, done boolean)`,
      [JSON.stringify(rows)],
    );
    const broken: string[] = [];
    for (const { query, words } of COMPARISONS) {
      const found = await client.query<{ what: string; times: number }>(query);
      broken.push(...found.rows.map(({ what, times }) => `${what} ${words} (${times} times)`));
    }
    return broken;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

/** Each finds what does not hold. */
const COMPARISONS: readonly { readonly query: string; readonly words: string }[] = [
  {
    words: 'was acknowledged and is not in the history once, or was refused and is in it',
    query: `SELECT l.type || ' ' || l.token AS what, count(e.seq)::int AS times
      FROM ledger l LEFT JOIN (events e JOIN event_payloads p USING (stream_id, seq))
        ON e.claim_id = l.claim AND e.actor_id = l.actor AND e.type = l.type AND position(l.token in p.payload ->> 'after') > 0
      WHERE l.token IS NOT NULL GROUP BY l.key, l.type, l.token, l.done HAVING count(e.seq) <> l.done::int`,
  },
  {
    words: 'stands otherwise in the history than in the ledgers',
    query: `SELECT type || ' of ' || claim AS what, coalesce(stored, 0) - coalesce(told, 0) AS times
      FROM (SELECT type, claim, actor, count(*)::int AS told FROM ledger WHERE done GROUP BY 1, 2, 3) told
      FULL JOIN (SELECT type, claim_id AS claim, actor_id AS actor, count(*)::int AS stored FROM events
        WHERE type IN (SELECT DISTINCT type FROM ledger) GROUP BY 1, 2, 3) stored USING (type, claim, actor)
      WHERE told IS DISTINCT FROM stored`,
  },
  {
    words: 'has a key that was acknowledged and is not kept, or refused and is',
    query: `SELECT l.type || ' ' || l.key AS what, count(k.key)::int AS times
      FROM ledger l LEFT JOIN idempotency_keys k ON k.user_id = l.actor AND k.key = 'key:' || l.key
      GROUP BY l.key, l.type, l.done HAVING count(k.key) <> l.done::int`,
  },
  {
    words: 'was made and is not there',
    query: `SELECT l.type || ' ' || l.token AS what, 0 AS times FROM ledger l WHERE l.done AND (
      (l.type = 'claim.marked' AND NOT EXISTS (SELECT FROM claims c WHERE c.id = l.claim))
      OR (l.type = 'comment.added' AND (SELECT count(*) FROM comments c WHERE c.body = l.token) <> 1)
      OR (l.type = 'citation.added' AND (SELECT count(*) FROM citations c WHERE c.quote = l.token) <> 1)
      OR (l.type = 'verdict.given' AND (SELECT count(*) FROM verdicts v WHERE v.reason = l.token) <> 1)
      OR (l.type LIKE 'review.%' AND (SELECT count(*) FROM reviews r WHERE r.note = l.token) <> 1))`,
  },
  {
    words: 'has a gap in its history, or a head that is not its last event',
    query: `SELECT 'story ' || a.id AS what, count(e.seq)::int AS times FROM articles a
      LEFT JOIN events e ON e.stream_id = a.id GROUP BY a.id, a.head
      HAVING count(e.seq) <> a.head OR max(e.seq) <> a.head OR min(e.seq) <> 1`,
  },
  {
    words: 'has events without what they say',
    query: `SELECT 'story ' || e.stream_id AS what, count(*)::int AS times FROM events e
      LEFT JOIN event_payloads p USING (stream_id, seq) WHERE p.seq IS NULL GROUP BY e.stream_id`,
  },
];

interface Row {
  readonly stream_id: string;
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly claim_id: string | null;
  readonly payload_digest: Buffer;
  readonly link: Buffer;
  readonly payload: unknown;
}

/**
 * Recompute every chain.
 *
 * @param key of the history
 * @returns what does not hold, and how many events were walked
 */
export async function walkChains(sql: pg.Pool, key: Buffer): Promise<{ broken: string[]; events: number }> {
  const { rows } =
    await sql.query<Row>(`SELECT e.stream_id, e.seq, e.type, e.at, e.actor_id, e.actor_name, e.claim_id,
      e.payload_digest, e.link, p.payload
    FROM events e JOIN event_payloads p USING (stream_id, seq) ORDER BY e.stream_id, e.seq`);
  const broken: string[] = [];
  let before: Row | undefined;
  for (const row of rows) {
    const { stream_id: streamId, seq, type, at, actor_id: actorId, actor_name: actorName } = row;
    const first = before?.stream_id !== streamId;
    if (seq !== (first ? 1 : (before?.seq ?? 0) + 1)) broken.push(`${streamId} has a gap before ${seq}`);
    const digest = createHash('sha256').update(inOneForm(row.payload)).digest();
    if (!digest.equals(row.payload_digest)) broken.push(`event ${seq} of ${streamId} says something else`);
    const told = inOneForm({
      ...{ streamId, seq, type, at: at.toISOString(), actorId, actorName, claimId: row.claim_id },
      payloadDigest: digest.toString('hex'),
    });
    const previous = first || before === undefined ? Buffer.alloc(32) : before.link;
    const link = createHmac('sha256', key).update(previous).update(told).digest();
    if (!link.equals(row.link)) broken.push(`the chain of ${streamId} is broken at ${seq}`);
    before = row;
  }
  return { broken, events: rows.length };
}

/** RFC 8785, for what is in the histories here: names in order, nothing between. */
function inOneForm(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOneForm).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const named = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${named.map(([name, held]) => `${JSON.stringify(name)}:${inOneForm(held)}`).join(',')}}`;
}
