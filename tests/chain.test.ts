/** The chain of events: a link speaks of everything before it. */
import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type ChainedEvent, digestOf, linkOf } from '../server/database/chain.ts';

const KEY = Buffer.alloc(32, 7);
const EVENT: ChainedEvent = {
  streamId: '01890000-0000-7000-8000-00000000000a',
  seq: 2,
  type: 'claim.marked',
  at: '2026-03-02T09:00:01.000Z',
  actorId: '01890000-0000-7000-8000-00000000000b',
  actorName: 'Zoë “Z” Quill',
  claimId: null,
  payloadDigest: digestOf({ after: {} }).toString('hex'),
};
const BEFORE = linkOf(KEY, null, { ...EVENT, seq: 1 });

/** As RFC 8785 writes an event: keys in order, no blanks; its numbers and texts are JSON's own. */
const canonical = (event: ChainedEvent) =>
  JSON.stringify(Object.fromEntries(Object.entries(event).sort(([one], [two]) => (one < two ? -1 : 1))));
const hex = (link: Buffer) => link.toString('hex');

describe('a link', () => {
  test('is the HMAC over the link before and the event in canonical form', () => {
    const expected = createHmac('sha256', KEY).update(BEFORE).update(canonical(EVENT), 'utf8');
    expect(hex(linkOf(KEY, BEFORE, EVENT))).toBe(expected.digest('hex'));
    const first = createHmac('sha256', KEY).update(Buffer.alloc(32)).update(canonical(EVENT), 'utf8');
    expect(hex(linkOf(KEY, null, EVENT))).toBe(first.digest('hex'));
  });

  test('is another one after another link, and under another key', () => {
    const other = linkOf(KEY, null, { ...EVENT, seq: 1, actorName: 'Someone else' });
    expect(hex(linkOf(KEY, other, EVENT))).not.toBe(hex(linkOf(KEY, BEFORE, EVENT)));
    expect(hex(linkOf(Buffer.alloc(32, 8), BEFORE, EVENT))).not.toBe(hex(linkOf(KEY, BEFORE, EVENT)));
  });

  test.each<[string, Partial<ChainedEvent>]>([
    ['stream', { streamId: '01890000-0000-7000-8000-00000000000c' }],
    ['number', { seq: 3 }],
    ['type', { type: 'claim.edited' }],
    ['time', { at: '2026-03-02T09:00:01.001Z' }],
    ['actor', { actorId: '01890000-0000-7000-8000-00000000000c' }],
    ['name', { actorName: 'Zoe “Z” Quill' }],
    ['claim', { claimId: '01890000-0000-7000-8000-00000000000c' }],
    ['payload', { payloadDigest: digestOf({ after: null }).toString('hex') }],
  ])('is another one for another %s', (_what, change) => {
    expect(hex(linkOf(KEY, BEFORE, { ...EVENT, ...change }))).not.toBe(hex(linkOf(KEY, BEFORE, EVENT)));
  });
});

test('a payload’s digest is blind to the order in which PostgreSQL gives its keys back', () => {
  const digest = createHash('sha256').update('{"a":[1,{"b":"é","c":null}],"d":0}', 'utf8').digest('hex');
  expect(hex(digestOf({ d: 0, a: [1, { c: null, b: 'é' }] }))).toBe(digest);
  expect(hex(digestOf({ d: 0, a: [1, { b: 'é' }] }))).not.toBe(digest);
});
