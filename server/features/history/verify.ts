/** Verifying history: every stream's chain, in one pass over one snapshot, with as much memory for many as for few. */
import type { Pool, PoolClient } from 'pg';
import type { AnswerOf } from '../../contract/endpoint.ts';
import type { BrokenLink, VerifyHistory } from '../../contract/history.ts';
import { allowSilence } from '../../database/client.ts';
import type { CarriedHead } from '../../domain/exchange/read-heads.ts';
import { type Break, type StoredEvent, type WalkedStream, walkChains } from './chain-walk.ts';

export type VerifiedHistory = Omit<AnswerOf<typeof VerifyHistory>, 'broken'>;

/** Rows held at a time. */
const BATCH = 200;

/** An article, a source, a person or a webhook, whose history a stream is. */
interface StreamRow {
  readonly kind: 'article' | 'source' | 'person' | 'webhook';
  readonly id: string;
  readonly head: number;
}

/** By id as PostgreSQL orders it, which is the order of its text. */
const STREAMS = `SELECT 'article' AS kind, id, head FROM articles
  UNION ALL SELECT 'source', id, head FROM sources UNION ALL SELECT 'person', id, head FROM users
  UNION ALL SELECT 'webhook', id, head FROM webhooks ORDER BY id`;

/**
 * An erasure says whose payloads it took: one event's, or stretches of them with the thing that they told of. Whether itself
 * is to be believed is found when the walk comes to it.
 */
const events = (which: string) => `
  SELECT e.stream_id AS "streamId", e.seq, e.type, e.at, e.actor_id AS "actorId", e.actor_name AS "actorName",
    e.claim_id AS "claimId", e.payload_digest AS "payloadDigest", e.link, d.payload::text AS payload,
    d.stream_id IS NULL AND EXISTS (
      SELECT 1 FROM events x JOIN event_payloads p ON p.stream_id = x.stream_id AND p.seq = x.seq
      WHERE x.stream_id = e.stream_id AND x.seq > e.seq AND x.type LIKE '%.erased'
        AND (x.type = 'payload.erased' AND p.payload ->> 'seq' = e.seq::text
          OR x.type <> 'payload.erased' AND jsonb_path_exists(p.payload,
            'strict $.payloads[*] ? (@[0] <= $seq && @[1] >= $seq)', jsonb_build_object('seq', e.seq), TRUE))) AS erased
  FROM events e LEFT JOIN event_payloads d ON d.stream_id = e.stream_id AND d.seq = e.seq
  ${which} ORDER BY e.stream_id, e.seq`;

/**
 * Walk the chain of every stream, of stories that only some may see too: what is found names them by id alone.
 *
 * @param onBroken told of the first thing wrong with each stream, in the order of their ids
 */
export function verifyHistory(
  pool: Pool,
  key: Buffer,
  onBroken: (link: BrokenLink) => void,
): Promise<VerifiedHistory> {
  return inSnapshot(pool, async (client) => {
    const found = { streams: 0, events: 0, erased: 0 };
    const walked = walkChains(key, rowsOf<StoredEvent>(client, 'chained', events('')));
    for await (const [stream, chain] of paired(rowsOf<StreamRow>(client, 'streams', STREAMS), walked)) {
      // Someone who was put in by hand has none.
      if (chain === null && stream?.kind === 'person' && stream.head === 0) continue;
      found.streams += 1;
      found.events += chain?.events ?? 0;
      found.erased += chain?.erased ?? 0;
      const broken = breakOf(stream, chain);
      const id = stream?.id ?? chain?.streamId ?? '';
      if (broken !== null) onBroken({ stream: { kind: stream?.kind ?? 'unknown', id }, ...broken });
    }
    return found;
  });
}

/** The first thing wrong with a stream, its head taken into account. */
function breakOf(stream: StreamRow | null, chain: WalkedStream | null): Break | null {
  const head = stream?.head ?? 0;
  const last = chain?.last.seq ?? 0;
  if (chain?.broken && chain.broken.seq <= head) return chain.broken;
  if (last > head)
    return chain?.broken?.seq === head + 1 ? chain.broken : { seq: head + 1, what: 'beyond_head' };
  if (last < head) return { seq: last + 1, what: 'cut' };
  // A story and an entry begin with the event that they were made by.
  return last === 0 ? { seq: 1, what: 'removed' } : (chain?.broken ?? null);
}

/**
 * Hold heads to the database: each has to be in its story's chain, and the chain whole up to it. A tail that was cut is
 * found so, also where the story's own head was set back.
 *
 * @param onFound told of each in turn, with what is wrong first
 */
export function verifyHeads(
  pool: Pool,
  key: Buffer,
  heads: Iterable<CarriedHead>,
  onFound: (head: CarriedHead, broken: Break | null) => void,
): Promise<void> {
  return inSnapshot(pool, async (client) => {
    for (const head of heads) {
      const upTo = events('WHERE e.stream_id = $1 AND e.seq <= $2');
      const rows = rowsOf<StoredEvent>(client, 'chained', upTo, [head.storyId, head.seq]);
      let chain: WalkedStream | null = null;
      for await (const walked of walkChains(key, rows)) chain = walked;
      onFound(head, breakBefore(head, chain));
    }
  });
}

function breakBefore({ seq, hash }: CarriedHead, chain: WalkedStream | null): Break | null {
  if (chain === null) return { seq: 1, what: 'cut' };
  if (chain.broken !== null) return chain.broken;
  if (chain.last.seq < seq) return { seq: chain.last.seq + 1, what: 'cut' };
  return chain.last.link.toString('hex') === hash ? null : { seq, what: 'changed' };
}

/** All of one moment, so that nothing that is written meanwhile looks like a break. */
async function inSnapshot<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  allowSilence(client);
  try {
    // Times are read as they were chained, however the database or the role is set to write them.
    await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL DateStyle = 'ISO, YMD'`);
    const done = await work(client);
    await client.query('COMMIT');
    client.release();
    return done;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** The rows of a query by a cursor, a batch at a time. */
async function* rowsOf<Row extends object>(
  client: PoolClient,
  cursor: string,
  query: string,
  values: unknown[] = [],
): AsyncGenerator<Row> {
  await client.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${query}`, values);
  for (;;) {
    const { rows } = await client.query<Row>(`FETCH ${BATCH} FROM ${cursor}`);
    yield* rows;
    if (rows.length < BATCH) break;
  }
  await client.query(`CLOSE ${cursor}`);
}

/** Streams with their chains, both in the order of ids: what has no counterpart comes with null. */
async function* paired(
  streams: AsyncGenerator<StreamRow>,
  chains: AsyncGenerator<WalkedStream>,
): AsyncGenerator<[StreamRow | null, WalkedStream | null]> {
  let chain = await chains.next();
  for await (const stream of streams) {
    for (; !chain.done && chain.value.streamId < stream.id; chain = await chains.next())
      yield [null, chain.value];
    if (chain.done || chain.value.streamId !== stream.id) {
      yield [stream, null];
      continue;
    }
    yield [stream, chain.value];
    chain = await chains.next();
  }
  for (; !chain.done; chain = await chains.next()) yield [null, chain.value];
}
