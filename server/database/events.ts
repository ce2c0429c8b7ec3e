/** History: written in the transaction of the change it records. */
import type { EventType } from '../contract/history.ts';
import { digestOf, linkOf } from './chain.ts';
import type { RawTx } from './client.ts';

export interface Stream {
  kind: 'article' | 'source' | 'person';
  id: string;
}

export interface NewEvent {
  stream: Stream;
  type: EventType;
  at: Date;
  actor: { id: string; name: string };
  claimId?: string;
  /** What changed. Sources are named by id, never by name. */
  data: Record<string, unknown>;
}

/**
 * Append an event to its stream and advance the stream's head.
 *
 * Takes the lock on the stream's row until the transaction ends, so call it last.
 *
 * @returns the event's number
 */
export async function appendEvent(tx: RawTx, historyKey: Buffer, event: NewEvent): Promise<number> {
  const head = await takeHead(tx, event.stream);
  await insertEvent(tx, historyKey, head, event);
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

/** The second half of `appendEvent`: write the event under the number that was taken for it. */
export async function insertEvent(tx: RawTx, historyKey: Buffer, head: Head, event: NewEvent): Promise<void> {
  const { stream, type, actor, claimId = null } = event;
  const payload = JSON.stringify(event.data);
  const digest = digestOf(JSON.parse(payload));
  const link = linkOf(historyKey, head.previous, {
    streamId: stream.id,
    seq: head.seq,
    type,
    at: event.at.toISOString(),
    actorId: actor.id,
    actorName: actor.name,
    claimId,
    payloadDigest: digest.toString('hex'),
  });
  await tx.$executeRaw`
    WITH event AS (
      INSERT INTO events (stream_id, seq, type, at, actor_id, actor_name, claim_id, payload_digest, link)
      VALUES (${stream.id}::uuid, ${head.seq}, ${type}, ${event.at}, ${actor.id}::uuid, ${actor.name},
              ${claimId}::uuid, ${digest}, ${link})
      RETURNING stream_id, seq
    )
    INSERT INTO event_payloads (stream_id, seq, payload)
    SELECT stream_id, seq, ${payload}::jsonb FROM event`;
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
