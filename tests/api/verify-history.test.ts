/** Whoever changes history in SQL, as a superuser too, is found; who erases by right is not. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type BrokenLink, VerifyHistory } from '../../server/contract/history.ts';
import { linkOf } from '../../server/database/chain.ts';
import { appendEvents } from '../../server/database/events.ts';
import { readHeads } from '../../server/domain/exchange/read-heads.ts';
import type { Break } from '../../server/features/history/chain-walk.ts';
import { verifyHeads, verifyHistory } from '../../server/features/history/verify.ts';
import { CASUALTY, createStory, mark, type Story, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { asBytes } from '../support/exports.ts';

const desk = useDesk({ tampers: true });
let admin: Person;
let editor: Person;
/** Five events: made, marked, marked, given a verdict, marked. */
let story: Story;

beforeAll(async () => {
  admin = await desk.person('admin');
  editor = await desk.person('editor');
});
beforeEach(async () => {
  story = await createStory(editor);
  await mark(editor, story, 'At least 41 people', CASUALTY);
  await verify(editor, await mark(editor, story, 'Nine children'));
  await mark(editor, story, '120 passengers');
});

/** In SQL, by whoever may do anything: no trigger fires and no reference is looked at. */
async function tamper(statements: string, id = story.id): Promise<void> {
  const client = await desk.db.pool.connect();
  try {
    await client.query('BEGIN; SET LOCAL session_replication_role = replica');
    await client.query(statements.replaceAll('$story', `'${id}'::uuid`));
    await client.query('COMMIT');
  } finally {
    client.release(true);
  }
}

const verified = async () => answer(VerifyHistory, await admin.post('/api/history/verify'));
/** The first thing wrong with one stream. */
async function found(id = story.id): Promise<BrokenLink | null> {
  const { broken } = await verified();
  return broken.find(({ stream }) => stream.id === id) ?? null;
}

/** A link that the chain's key did not make, over the event as it will stand. */
const FORGED = `decode('${linkOf(randomBytes(32), null, {
  streamId: uuidv7(),
  seq: 1,
  type: 'claim.marked',
  at: '2026-03-02T09:00:00.000Z',
  actorId: uuidv7(),
  actorName: 'Nobody',
  claimId: null,
  payloadDigest: '00',
}).toString('hex')}', 'hex')`;
const forge = (seq: number, type = 'claim.marked', payload = `'{}'`) => `
  INSERT INTO events SELECT stream_id, ${seq}, '${type}', at, actor_id, actor_name, claim_id, payload_digest, ${FORGED}
    FROM events WHERE stream_id = $story AND seq = 2;
  INSERT INTO event_payloads VALUES ($story, ${seq}, ${payload});`;
const remove = (which: string) => `DELETE FROM event_payloads WHERE stream_id = $story AND seq ${which};
  DELETE FROM events WHERE stream_id = $story AND seq ${which};`;
const move = (which: string, by: string) =>
  ['event_payloads', 'events']
    .map((table) => `UPDATE ${table} SET seq = ${by} WHERE stream_id = $story AND seq ${which};`)
    .join(' ');
const setEvent = (change: string, seq = 3) =>
  `UPDATE events SET ${change} WHERE stream_id = $story AND seq = ${seq};`;
const setPayload = (change: string) =>
  `UPDATE event_payloads SET payload = ${change} WHERE stream_id = $story AND seq = 3;`;
const setHead = (head: string) => `UPDATE articles SET head = ${head} WHERE id = $story;`;

describe('what is found', () => {
  const cases: Record<string, [sql: string, seq: number, what: Break['what']]> = {
    'another person': [setEvent('actor_id = gen_random_uuid()'), 3, 'changed'],
    'another name': [setEvent(`actor_name = 'Nobody'`), 3, 'changed'],
    'another type': [setEvent(`type = 'claim.edited'`), 3, 'changed'],
    'another time, by a millisecond': [setEvent(`at = at + interval '1 ms'`), 3, 'changed'],
    'a time without end': [setEvent(`at = 'infinity'`), 3, 'changed'],
    'another claim': [setEvent('claim_id = gen_random_uuid()'), 3, 'changed'],
    'no claim': [setEvent('claim_id = NULL'), 3, 'changed'],
    'the first event': [setEvent(`actor_name = 'Nobody'`, 1), 1, 'changed'],
    'the last event': [setEvent(`actor_name = 'Nobody'`, 5), 5, 'changed'],
    'another link': [setEvent(`link = ${FORGED}`), 3, 'changed'],
    'what it says': [setPayload(`payload || '{"after": {"kind": "source"}}'`), 3, 'payload_changed'],
    'what it says, by a number without end': [setPayload(`'{"low": 1e999}'`), 3, 'payload_changed'],
    'what it says, with its digest': [
      `${setPayload(`'{}'`)} ${setEvent(`payload_digest = sha256('{}')`)}`,
      3,
      'changed',
    ],
    'what two events say, each by the other': [
      `UPDATE event_payloads p SET payload = o.payload FROM event_payloads o
       WHERE p.stream_id = $story AND o.stream_id = $story AND p.seq IN (2, 3) AND o.seq = 5 - p.seq`,
      2,
      'payload_changed',
    ],
    'what it says, taken away': [
      'DELETE FROM event_payloads WHERE stream_id = $story AND seq = 3',
      3,
      'payload_removed',
    ],
    'an event taken out of the middle': [remove('= 3'), 3, 'removed'],
    'two taken out': [remove('IN (2, 3)'), 2, 'removed'],
    'the first taken out': [remove('= 1'), 1, 'removed'],
    'one taken out, and the gap closed': [
      `${remove('= 3')} ${move('= 4', '3')} ${move('= 5', '4')} ${setHead('4')}`,
      3,
      'changed',
    ],
    'two events in another order': [
      `${move('= 3', '99')} ${move('= 4', '3')} ${move('= 99', '4')}`,
      3,
      'changed',
    ],
    'one put in the middle': [
      `${move('= 5', '6')} ${move('= 4', '5')} ${move('= 3', '4')} ${forge(3)} ${setHead('6')}`,
      3,
      'changed',
    ],
    'one put at the end': [`${forge(6)} ${setHead('6')}`, 6, 'changed'],
    'one put before the beginning': [forge(0), 0, 'changed'],
    'one put after a gap': [`${forge(9)} ${setHead('9')}`, 6, 'removed'],
    'the tail cut off': [remove('> 3'), 4, 'cut'],
    'all of it cut off': [remove('> 0'), 1, 'cut'],
    'all of it cut off, and the head set back': [`${remove('> 0')} ${setHead('0')}`, 1, 'removed'],
    'the head set back alone': [setHead('3'), 4, 'beyond_head'],
    'an erasure that nobody made': [
      `DELETE FROM event_payloads WHERE stream_id = $story AND seq = 3;
       ${forge(6, 'payload.erased', `'{"seq": 3, "reason": "x"}'`)} ${setHead('6')}`,
      6,
      'changed',
    ],
    'two things: the first counts': [
      `${setEvent(`actor_name = 'x'`, 4)} ${setPayload(`'{}'`)}`,
      3,
      'payload_changed',
    ],
  };
  test.each(Object.entries(cases))('%s', async (_name, [sql, seq, what]) => {
    expect(await found()).toBeNull();
    await tamper(sql);
    expect(await found()).toEqual({ stream: { kind: 'article', id: story.id }, seq, what });
  });

  test('the history of a story that is gone', async () => {
    await tamper('DELETE FROM articles WHERE id = $story');
    expect(await found()).toEqual({ stream: { kind: 'unknown', id: story.id }, seq: 1, what: 'beyond_head' });
  });

  test('a source’s and a person’s history too', async () => {
    const { body: source } = await editor.post('/api/sources', {
      name: `Office ${uuidv7()}`,
      kind: 'organisation',
    });
    const { body: invited } = await admin.post('/api/users', {
      name: 'Cy',
      email: 'cy@desk.test',
      role: 'viewer',
    });
    expect([await found(source.id), await found(invited.user.id)]).toEqual([null, null]);
    await tamper(setEvent(`type = 'source.edited'`, 1), source.id);
    await tamper(remove('= 1'), invited.user.id);
    expect(await found(source.id)).toEqual({
      stream: { kind: 'source', id: source.id },
      seq: 1,
      what: 'changed',
    });
    expect(await found(invited.user.id)).toMatchObject({ stream: { kind: 'person' }, seq: 1, what: 'cut' });
  });

  test('one stream’s event in the place of another’s', async () => {
    const other = await createStory(editor);
    await tamper(`UPDATE events e SET payload_digest = o.payload_digest, link = o.link, at = o.at FROM events o
      WHERE e.stream_id = $story AND e.seq = 1 AND o.stream_id = '${other.id}' AND o.seq = 1`);
    expect(await found()).toMatchObject({ seq: 1, what: 'changed' });
  });
});

describe('what is whole', () => {
  test('is counted: streams, events, erased payloads', async () => {
    const before = await verified();
    await createStory(editor);
    await mark(editor, story, 'Ferry sinks');
    await admin.delete(`/api/articles/${story.id}/history/2`, { reason: 'A court says so.' }).expect(200);
    const after = await verified();
    expect(after).toMatchObject({
      streams: before.streams + 1,
      events: before.events + 3,
      erased: before.erased + 1,
    });
    expect(await found()).toBeNull();
  });

  test('a long history, of which a batch holds a part', async () => {
    const more = Array.from({ length: 455 }, (_, number) => ({
      type: 'article.edited' as const,
      data: { after: { number } },
    }));
    await desk.db.prisma.$transaction((tx) =>
      appendEvents(tx, desk.historyKey, { articleId: story.id, at: new Date(0), actor: editor }, more),
    );
    expect(await found()).toBeNull();
    await tamper(setEvent(`actor_name = 'x'`, 401));
    expect(await found()).toMatchObject({ seq: 401, what: 'changed' });
    await tamper(remove('= 201'));
    expect(await found()).toMatchObject({ seq: 201, what: 'removed' });
  });

  test('what is written meanwhile', async () => {
    const words = ['Ferry sinks', 'on Tuesday', 'Ada Moor', 'Coast Radio', 'the harbour office', 'Lindholm'];
    const writes = words.map((quote) => mark(editor, story, quote));
    const looks: (BrokenLink | null)[] = [];
    for (let look = 0; look < 5; look += 1) looks.push(await found());
    await Promise.all(writes);
    looks.push(await found());
    expect(looks).toEqual(looks.map(() => null));
  });

  test('in a database that writes its times in another way', async () => {
    const name = new URL(desk.url).pathname.slice(1);
    await desk.db.pool.query(`ALTER DATABASE ${name} SET DateStyle = 'SQL, DMY'`);
    await desk.db.pool.query(`ALTER DATABASE ${name} SET TimeZone = 'Asia/Kathmandu'`);
    const pool = new pg.Pool({ connectionString: desk.url, max: 1 });
    try {
      const links: BrokenLink[] = [];
      await verifyHistory(pool, desk.historyKey, (link) => links.push(link));
      expect(links.filter(({ stream }) => stream.id === story.id)).toEqual([]);
    } finally {
      await pool.end();
    }
  });

  test('nothing, under another key', async () => {
    const links: BrokenLink[] = [];
    const { streams } = await verifyHistory(desk.db.pool, randomBytes(32), (link) => links.push(link));
    expect(links).toHaveLength(streams);
    expect(links.find(({ stream }) => stream.id === story.id)).toMatchObject({ seq: 1, what: 'changed' });
  });
});

describe('an exported file proves', () => {
  const exported = async (format: string) => {
    const path = `/api/exports/claims?format=${format}&status=all&articleId=${story.id}`;
    return (await asBytes(editor.get(path))).body.toString('utf8');
  };
  /** Cut where it hurts: into pieces of a few characters. */
  async function* pieces(text: string): AsyncGenerator<string> {
    for (let at = 0; at < text.length; at += 7) yield text.slice(at, at + 7);
  }
  const proven = async (file: string, key = desk.historyKey) => {
    const results: [seq: number, Break | null][] = [];
    const heads = await readHeads(pieces(file));
    await verifyHeads(desk.db.pool, key, heads, ({ seq }, broken) => results.push([seq, broken]));
    return results;
  };

  test.each(['csv', 'json', 'jsonl'])(
    'that no tail was cut off, also where the head was set back: %s',
    async (format) => {
      const file = await exported(format);
      expect(await proven(file)).toEqual([[5, null]]);
      await tamper(`${remove('> 3')} ${setHead('3')}`);
      expect(await found()).toBeNull();
      expect(await proven(file)).toEqual([[5, { seq: 4, what: 'cut' }]]);
    },
  );

  test('a history that went on, and no more than up to its head', async () => {
    const file = await exported('csv');
    await mark(editor, story, 'Ferry sinks');
    expect(await proven(file)).toEqual([[5, null]]);
    await tamper(setEvent(`actor_name = 'x'`, 6));
    expect(await proven(file)).toEqual([[5, null]]);
    await tamper(setEvent(`actor_name = 'x'`, 4));
    expect(await proven(file)).toEqual([[5, { seq: 4, what: 'changed' }]]);
  });

  test('a tail that was written anew, even with the key', async () => {
    const file = await exported('csv');
    await tamper(`${remove('> 4')} ${setHead('4')}`);
    await mark(editor, story, 'Ferry sinks');
    expect(await found()).toBeNull();
    expect(await proven(file)).toEqual([[5, { seq: 5, what: 'changed' }]]);
  });

  test('a story that is gone, with its history', async () => {
    const file = await exported('jsonl');
    await tamper(`${remove('> 0')} DELETE FROM articles WHERE id = $story`);
    expect(await found()).toBeNull();
    expect(await proven(file)).toEqual([[5, { seq: 1, what: 'cut' }]]);
  });

  test('an erasure by right, before its head or after', async () => {
    await admin.delete(`/api/articles/${story.id}/history/2`, { reason: 'A court says so.' }).expect(200);
    const file = await exported('csv');
    await admin.delete(`/api/articles/${story.id}/history/3`, { reason: 'Another one, too.' }).expect(200);
    expect(await proven(file)).toEqual([[6, null]]);
  });

  test('each head of several files in one, and nothing under another key', async () => {
    const first = await exported('jsonl');
    await mark(editor, story, 'Ferry sinks');
    const both = first + (await exported('jsonl'));
    expect(await proven(both)).toEqual([
      [5, null],
      [6, null],
    ]);
    expect(await proven(first, randomBytes(32))).toEqual([[5, { seq: 1, what: 'changed' }]]);
  });
});

describe('who may verify', () => {
  test('admins', async () => {
    for (const role of ['viewer', 'editor', 'reviewer'] as const)
      refusal(await (await desk.person(role)).post('/api/history/verify'), 'NEEDS_ADMIN');
    refusal(await desk.stranger.post('/api/history/verify'), 'NOT_SIGNED_IN');
    refusal(await admin.post('/api/history/verify', { all: true }), 'INVALID');
  });

  test('one at a time', async () => {
    const holder = await desk.db.pool.connect();
    try {
      await holder.query('BEGIN; LOCK TABLE event_payloads IN ACCESS EXCLUSIVE MODE');
      const first = Promise.resolve(admin.post('/api/history/verify'));
      await vi.waitFor(async () => {
        const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        expect((await desk.db.pool.query(waiting)).rows).toHaveLength(1);
      }, 10_000);
      refusal(await admin.post('/api/history/verify'), 'TOO_OFTEN');
      await holder.query('COMMIT');
      answer(VerifyHistory, await first);
    } finally {
      holder.release(true);
    }
    await verified();
  });
});
