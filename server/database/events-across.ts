/** One event in each of many stories' streams, for what is changed in all of them at once. */
import { digestOf, linkOf } from './chain.ts';
import type { RawTx } from './client.ts';
import type { NewEvent } from './events.ts';

interface Taken {
  readonly id: string;
  readonly seq: number;
  readonly previous: Uint8Array | null;
}

/**
 * Append an event to each of these stories' streams, in three statements however many there are.
 *
 * All of the stories have to be locked: only then does the second statement see the links of the events before.
 *
 * @param told what each story's event says, by the story's id
 */
export async function appendEventAcross(
  tx: RawTx,
  historyKey: Buffer,
  { type, at, actor }: Pick<NewEvent, 'type' | 'at' | 'actor'>,
  told: ReadonlyMap<string, NewEvent['data']>,
): Promise<void> {
  if (told.size === 0) return;
  const ids = [...told.keys()];
  await tx.$executeRaw`UPDATE articles SET head = head + 1 WHERE id = ANY(${ids}::uuid[])`;
  const streams = await tx.$queryRaw<Taken[]>`
    SELECT a.id, a.head AS seq, e.link AS previous
    FROM articles a LEFT JOIN events e ON e.stream_id = a.id AND e.seq = a.head - 1
    WHERE a.id = ANY(${ids}::uuid[])`;
  const events = streams.map(({ id: streamId, seq, previous }) => {
    const payload = JSON.stringify(told.get(streamId) ?? {});
    const payloadDigest = digestOf(JSON.parse(payload)).toString('hex');
    const event = { streamId, seq, type, at: at.toISOString(), claimId: null, payloadDigest };
    const link = linkOf(historyKey, previous, { ...event, actorId: actor.id, actorName: actor.name });
    return { streamId, seq, payload, payloadDigest, link: link.toString('hex') };
  });
  await tx.$executeRaw`
    WITH told AS (
      SELECT * FROM unnest(${events.map(({ streamId }) => streamId)}::uuid[], ${events.map(({ seq }) => seq)}::int[],
        ${events.map(({ payload }) => payload)}::text[], ${events.map(({ payloadDigest }) => payloadDigest)}::text[],
        ${events.map(({ link }) => link)}::text[]) AS t (stream_id, seq, payload, digest, link)
    ), event AS (
      INSERT INTO events (stream_id, seq, type, at, actor_id, actor_name, claim_id, payload_digest, link)
      SELECT stream_id, seq, ${type}, ${at}, ${actor.id}::uuid, ${actor.name}, NULL, decode(digest, 'hex'),
        decode(link, 'hex') FROM told
    )
    INSERT INTO event_payloads (stream_id, seq, payload) SELECT stream_id, seq, payload::jsonb FROM told`;
}
