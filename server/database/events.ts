/** History: written in the transaction of the change it records. */
import type { EventType } from '../contract/history.ts';
import { digestOf, linkOf } from './chain.ts';
import { asBytea, Prisma, type RawTx } from './client.ts';
import { tellPeople } from './notifications.ts';
import { tellHooks } from './webhooks.ts';

export interface Stream {
  kind: 'article' | 'source' | 'person' | 'webhook';
  id: string;
}

export interface NewEvent {
  stream: Stream;
  type: EventType;
  at: Date;
  /** With the token that they acted by, if a program did. */
  actor: { readonly id: string; readonly name: string; readonly token?: { readonly name: string } };
  claimId?: string;
  /** What changed. Sources are named by id, never by name. */
  data: Record<string, unknown>;
}

/**
 * Append an event to its stream and advance the stream's head. What webhooks and people are to be told of it is put down
 * beside it.
 *
 * Takes the lock on the stream's row until the transaction ends, so call it last.
 *
 * @returns the event's number
 */
export async function appendEvent(tx: RawTx, historyKey: Buffer, event: NewEvent): Promise<number> {
  const head = await takeHead(tx, event.stream);
  await insertEvent(tx, chained(historyKey, head, event));
  if (event.stream.kind === 'article')
    await tell(tx, { ...event, articleId: event.stream.id }, [{ ...event, seq: head.seq }]);
  return head.seq;
}

/** A stream's next number, and the link of the event before: null where there is none. */
export interface Head {
  readonly seq: number;
  readonly previous: Uint8Array | null;
}

/** The first half of `appendEvent`: advance the stream's head, and lock it. */
async function takeHead(tx: RawTx, stream: Stream): Promise<Head> {
  const [head] = await tx.$queryRaw<Head[]>`
    SELECT next_seq AS seq, previous FROM advance_head(${stream.kind}, ${stream.id}::uuid)`;
  if (head === undefined) throw new Error(`no stream ${stream.id}`);
  return head;
}

/** The second half of `appendEvent`: write the event under the number that was taken for it. No webhook and nobody is told of it. */
export async function insertEvent(tx: RawTx, told: Chained): Promise<void> {
  await tx.$executeRaw`
    WITH taken AS (SELECT * FROM json_to_record(${JSON.stringify(eventValues(told))}::json) AS told (${Prisma.raw(EVENT_COLUMNS)})),
      ${EVENTS_PUT}`;
}

/** Columns of `told` that hold an event, and what they hold for one. */
export const EVENT_COLUMNS =
  'stream_id uuid, seq int, type text, event_at timestamptz, actor_id uuid, actor_name text, claim_id uuid, payload text, payload_digest bytea, link bytea';

export function eventValues({ event, seq, payload, digest, link }: Chained): Record<string, unknown> {
  const { stream, type, at, actor, claimId = null } = event;
  return {
    stream_id: stream.id,
    seq,
    type,
    event_at: at,
    actor_id: actor.id,
    actor_name: actor.name,
    claim_id: claimId,
    payload,
    payload_digest: asBytea(digest),
    link: asBytea(link),
  };
}

/** The end of a statement that writes the events of rows `taken` with their payloads, and tells their streams. */
export const EVENTS_PUT = Prisma.sql`event AS (
    INSERT INTO events (stream_id, seq, type, at, actor_id, actor_name, claim_id, payload_digest, link)
    SELECT stream_id, seq, type, event_at, actor_id, actor_name, claim_id, payload_digest, link FROM taken
  )
  INSERT INTO event_payloads (stream_id, seq, payload) SELECT stream_id, seq, payload::jsonb FROM taken
  RETURNING stream_id`;

export interface Chained {
  readonly event: NewEvent;
  readonly seq: number;
  readonly payload: string;
  readonly digest: Buffer;
  readonly link: Buffer;
}

/** An event under the number that was taken for it, with its link to the one before. */
export function chained(historyKey: Buffer, { seq, previous }: Head, event: NewEvent): Chained {
  const { stream, type, at, actor, claimId = null } = event;
  const payload = JSON.stringify(
    actor.token === undefined ? event.data : { ...event.data, token: actor.token.name },
  );
  const digest = digestOf(JSON.parse(payload));
  const link = linkOf(historyKey, previous, {
    streamId: stream.id,
    seq,
    type,
    at: at.toISOString(),
    actorId: actor.id,
    actorName: actor.name,
    claimId,
    payloadDigest: digest.toString('hex'),
  });
  return { event, seq, payload, digest, link };
}

/** What one write tells of a story. */
interface Telling {
  /** Its row is locked by this transaction already. */
  readonly articleId: string;
  readonly at: Date;
  readonly actor: NewEvent['actor'];
}

/**
 * Append any number of events to a story's stream in two statements, and put down what webhooks and people are to be told of them.
 *
 * The story has to be locked: only then does the statement that advances the head see the link of the event before.
 */
export async function appendEvents(
  tx: RawTx,
  historyKey: Buffer,
  { articleId, at, actor }: Telling,
  events: readonly Pick<NewEvent, 'type' | 'claimId' | 'data'>[],
): Promise<void> {
  if (events.length === 0) return;
  const [head] = await tx.$queryRaw<Head[]>`
    WITH taken AS (
      UPDATE articles SET head = head + ${events.length} WHERE id = ${articleId}::uuid
      RETURNING id, head - ${events.length} + 1 AS seq
    )
    SELECT seq, (SELECT e.link FROM events e WHERE e.stream_id = taken.id AND e.seq = taken.seq - 1) AS previous
    FROM taken`;
  if (head === undefined) throw new Error(`no stream ${articleId}`);
  const stream = { kind: 'article', id: articleId } as const;
  const told: Chained[] = [];
  for (const event of events) {
    const place = { seq: head.seq + told.length, previous: told.at(-1)?.link ?? head.previous };
    told.push(chained(historyKey, place, { ...event, stream, at, actor }));
  }
  await tx.$executeRaw`
    WITH told AS (
      SELECT * FROM unnest(${told.map(({ event }) => event.type)}::text[],
        ${told.map(({ event }) => event.claimId ?? null)}::uuid[], ${told.map(({ digest }) => digest.toString('hex'))}::text[],
        ${told.map(({ link }) => link.toString('hex'))}::text[], ${told.map(({ payload }) => payload)}::text[])
        WITH ORDINALITY AS t (type, claim_id, digest, link, payload, n)
    ), event AS (
      INSERT INTO events (stream_id, seq, type, at, actor_id, actor_name, claim_id, payload_digest, link)
      SELECT ${articleId}::uuid, ${head.seq - 1} + n, type, ${at}, ${actor.id}::uuid, ${actor.name}, claim_id,
        decode(digest, 'hex'), decode(link, 'hex') FROM told
      RETURNING stream_id, seq
    )
    INSERT INTO event_payloads (stream_id, seq, payload)
    SELECT event.stream_id, event.seq, told.payload::jsonb FROM event JOIN told ON event.seq = ${head.seq - 1} + told.n`;
  await tell(
    tx,
    { articleId, at, actor },
    told.map(({ event, seq }) => ({ ...event, seq })),
  );
}

async function tell(
  tx: RawTx,
  write: Telling,
  events: readonly (Pick<NewEvent, 'type' | 'claimId' | 'data'> & { readonly seq: number })[],
): Promise<void> {
  await tellHooks(tx, write, events);
  await tellPeople(tx, write, events);
}

/** The fields in which two states differ, for an event's `before` and `after`. */
export function difference<T extends Record<string, unknown>>(
  before: T,
  after: T,
): { before: Partial<T>; after: Partial<T>; changed: boolean } {
  const keys = Object.keys(after).filter(
    (key) => !digestOf({ value: before[key] ?? null }).equals(digestOf({ value: after[key] ?? null })),
  );
  const pick = (from: T) => Object.fromEntries(keys.map((key) => [key, from[key] ?? null])) as Partial<T>;
  return { before: pick(before), after: pick(after), changed: keys.length > 0 };
}
