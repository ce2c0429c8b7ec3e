/** Rules of webhooks: what is told, when again, how it is signed, who owns an address. */
import { describe, expect, test } from 'vitest';
import { announcedBy, DeliveryState } from '../../server/contract/webhooks.ts';
import { mayRedeliver, takesOver, webhookActions } from '../../server/domain/webhooks/permissions.ts';
import { askedFor, stopsAfter, waitAfter } from '../../server/domain/webhooks/schedule.ts';
import { secretOf, sign } from '../../server/domain/webhooks/signing.ts';
import { announcedCases, askedCases, stopCases, waitCases } from '../cases/webhooks.ts';

describe('an event is told', () => {
  test.each(Object.entries(announcedCases))('%s', (_name, { type, data = {}, expected }) => {
    expect(announcedBy(type, data)).toBe(expected);
  });
});

describe('a message is sent again', () => {
  test.each(Object.entries(waitCases))(
    '%s',
    (_name, { type = 'story.created', tries, expected, ...more }) => {
      const { chance = 0, asked = null } = more;
      expect(waitAfter({ type, tries }, { chance, asked })).toBe(expected === null ? null : expected * 1000);
    },
  );
  test.each(Object.entries(askedCases))('asked for by %s', (_name, { header, expected }) => {
    expect(askedFor(header)).toBe(expected);
  });
});

describe('an address is given up', () => {
  test.each(Object.entries(stopCases))('%s', (_name, { status, hours, expected }) => {
    const at = new Date('2026-03-02T09:00:00Z');
    const failingSince = new Date(at.getTime() - hours * 3_600_000);
    expect(stopsAfter(status, { failingSince, at })).toBe(expected);
  });
});

describe('a signature', () => {
  // Computed with `openssl dgst -sha256 -mac HMAC`, of the id, the time and the body with dots between.
  const key = Buffer.from('00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff', 'hex');
  const message = { id: 'msg_1', at: new Date('2026-03-02T09:00:00.999Z'), body: '{"type":"webhook.test"}' };

  test('is what another program computes', () => {
    expect(secretOf(key)).toBe('whsec_ABEiM0RVZneImaq7zN3u/wARIjNEVWZ3iJmqu8zd7v8=');
    expect(sign([key], message)).toEqual({
      'webhook-id': 'msg_1',
      'webhook-timestamp': '1772442000',
      'webhook-signature': 'v1,Nm5tLQTIX0lfi7wdhc7/dsm4G/cufgRDgzfuTzAXlSs=',
    });
  });

  test('stands once for each key, the newest first', () => {
    const other = Buffer.alloc(32, 1);
    const both = sign([other, key], message)['webhook-signature'].split(' ');
    expect(both).toEqual([
      sign([other], message)['webhook-signature'],
      sign([key], message)['webhook-signature'],
    ]);
  });

  test('is another for another id, time or body', () => {
    const all = [
      message,
      { ...message, id: 'msg_2' },
      { ...message, body: `${message.body} ` },
      { ...message, at: new Date('2026-03-02T09:00:01Z') },
    ].map((one) => sign([key], one)['webhook-signature']);
    expect(new Set(all).size).toBe(4);
  });
});

describe('an address is owned', () => {
  test.each([
    ['by who sets where it leads', { url: 'https://a.example' }, true],
    ['by who sets what it is told', { types: [] }, true],
    ['by who lets it go on', { active: true }, true],
    ['not by who stops it', { active: false }, false],
    ['not by who changes nothing', {}, false],
  ])('%s', (_name, edit, expected) => {
    expect(takesOver(edit)).toBe(expected);
  });

  test('withdrawn, it can only be restored', () => {
    expect(webhookActions({ withdrawn: true })).toEqual(['restore']);
    expect(webhookActions({ withdrawn: false })).toEqual(['edit', 'rotate', 'test', 'withdraw']);
  });

  test('messages are sent again that were tried, to an address that works', () => {
    const hook = { active: true, owned: true, withdrawn: false };
    expect(DeliveryState.options.filter((state) => mayRedeliver(state, hook))).toEqual([
      'delivered',
      'failed',
      'dead',
    ]);
    for (const off of [{ active: false }, { owned: false }, { withdrawn: true }])
      expect(mayRedeliver('dead', { ...hook, ...off })).toBe(false);
  });
});
