/** A reader who takes nothing: sent away, with a bounded buffer, and told all of it when it comes back. */
import { expect, test } from 'vitest';
import { createStory } from '../support/claims.ts';
import { useDesk } from '../support/desk.ts';
import { follow, startApp, upTo } from '../support/live.ts';

// Events of any size, put in past the app: more than all buffers between two programs hold.
const desk = useDesk({ tampers: true });
const EVENT_BYTES = 500_000;

test('a reader who takes nothing is sent away, and misses nothing when it comes back', async () => {
  const app = await startApp(desk, { patience: { bytes: 256 * 1024, ms: 2_000 }, page: 5 });
  try {
    const editor = await desk.person('editor');
    const story = await createStory(editor);
    const cookie = await app.signIn(editor);
    const stream = await follow(app, { cookie }, story.id);
    await stream.until(() => stream.presences.length > 0);
    stream.pause();
    for (const seq of upTo(2, 61)) await putIn(story.id, editor.id, seq);
    // It is let go of while nothing is taken of what waits.
    await expect.poll(() => app.streams(), { timeout: 20_000 }).toBe(0);
    stream.resume();
    await stream.ended;
    const seen = stream.seqs();
    expect(seen).toEqual(upTo(1, seen.length));
    expect(seen.length).toBeLessThan(61);
    const again = await follow(app, { cookie }, story.id, { lastEventId: seen.length });
    await again.untilSeq(61);
    expect(again.seqs()).toEqual(upTo(seen.length + 1, 61));
    again.hangUp();
  } finally {
    await app.close();
  }
}, 60_000);

async function putIn(streamId: string, actorId: string, seq: number): Promise<void> {
  await desk.db.pool.query(
    `WITH advanced AS (UPDATE articles SET head = $2 WHERE id = $1), event AS (
       INSERT INTO events (stream_id, seq, type, at, actor_id, actor_name, payload_digest, link)
       VALUES ($1, $2, 'claim.edited', now(), $3, 'Somebody', '\\x00', '\\x00'))
     INSERT INTO event_payloads (stream_id, seq, payload)
     VALUES ($1, $2, jsonb_build_object('words', repeat('x', $4)))`,
    [streamId, seq, actorId, EVENT_BYTES],
  );
}
