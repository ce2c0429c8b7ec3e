import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  MAX_ITEMS,
  type MailItem,
  mailAtOnce,
  mailOfDay,
  plain,
} from '../../server/domain/notifications/mail.ts';
import {
  MAIL_RETRY_AFTER_S,
  mailWaitAfter,
  type SendError,
  sendErrorOf,
  TOO_OLD_MS,
} from '../../server/domain/notifications/mail-schedule.ts';
import { lastDue } from '../../server/domain/notifications/summary.ts';
import { summaryCases } from '../cases/summaries.ts';

describe('when a summary is due', () => {
  test.each(Object.entries(summaryCases))('%s', (_name, { now, hour, zone, at, day }) => {
    const due = lastDue(new Date(now), { summaryHour: hour, timeZone: zone });
    expect({ at: due.at.toISOString(), day: due.day }).toEqual({ at: new Date(at).toISOString(), day });
  });

  test('it is never due later than now, stays due until the next, and each day has one', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'];
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 23 }),
        fc.constantFrom(...zones),
        (now, summaryHour, timeZone) => {
          const settings = { summaryHour, timeZone };
          const due = lastDue(now, settings);
          expect(due.at.getTime()).toBeLessThanOrEqual(now.getTime());
          expect(now.getTime() - due.at.getTime()).toBeLessThan(26 * 60 * 60 * 1000);
          expect(lastDue(due.at, settings)).toEqual(due);
          expect(lastDue(new Date(due.at.getTime() - 1), settings).day < due.day).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

const item: MailItem = {
  reason: 'mention',
  count: 1,
  actor: 'Ada Moor',
  story: { id: 's', title: 'Ferry sinks', restricted: false },
  claim: { id: 'c' },
  comment: { id: 'k' },
};
const URL = 'https://claims.example';

describe('an e-mail', () => {
  test('says who did what, in which story, and leads there', () => {
    const { subject, text, html } = mailAtOnce(URL, item);
    expect(subject).toBe('Ada Moor mentioned you: Ferry sinks');
    expect(text).toBe(
      'Ada Moor mentioned you\nFerry sinks\nhttps://claims.example/stories/s#claim=c&comment=k\n\n' +
        '--\nHow you are told: https://claims.example/settings/notifications\n',
    );
    expect(html).toContain(
      '<a href="https://claims.example/stories/s#claim=c&amp;comment=k"><bdi>Ferry sinks</bdi></a>',
    );
  });

  test('does not say what a restricted story is called', () => {
    const closed = { ...item, story: { ...item.story, restricted: true } };
    for (const mail of [mailAtOnce(URL, closed), mailOfDay(URL, [closed, item])])
      expect(JSON.stringify(mail).match(/Ferry sinks/g)?.length ?? 0).toBe(
        mail.subject.startsWith('Ada') ? 0 : 2,
      );
    expect(mailAtOnce(URL, closed).subject).toBe('Ada Moor mentioned you: a restricted story');
  });

  test('shows what people typed as it is, and never as HTML', () => {
    const title = '<img src=x onerror=alert(1)> & "Ferry" \'sinks\'';
    const actor = '</bdi><script>alert(2)</script>';
    const hostile = { ...item, actor, story: { ...item.story, title } };
    for (const { text, html } of [mailAtOnce(URL, hostile), mailOfDay(URL, [hostile])]) {
      expect(html).not.toMatch(/<(?:img|script)/);
      expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Ferry&quot; &#39;sinks&#39;');
      expect(text).toContain(title);
    }
  });

  test.each([
    ['Ada\r\nBcc: all@desk.example', 'Ada Bcc: all@desk.example'],
    ['Ada\u2028Moor\u0000\u0007', 'Ada Moor'],
    ['\u202eroom ada\u202c', 'room ada'],
    ['\u2067أ\u2069 Moor', 'أ Moor'],
    ['Ида Мур 🗞️', 'Ида Мур 🗞️'],
    ['Zoë  Ångström', 'Zoë Ångström'],
  ])('keeps %j on its line, and in its direction', (typed, shown) => {
    expect(plain(typed)).toBe(shown);
    const { subject, text } = mailAtOnce(URL, {
      ...item,
      actor: typed,
      story: { ...item.story, title: typed },
    });
    expect(subject).toBe(`${shown} mentioned you: ${shown}`);
    expect(text.split('\n')[0]).toBe(`${shown} mentioned you`);
  });

  test('has a subject of bounded length that splits no character', () => {
    const { subject } = mailAtOnce(URL, { ...item, story: { ...item.story, title: `x${'🛥️'.repeat(200)}` } });
    expect(subject.length).toBeLessThan(160);
    expect(subject.isWellFormed()).toBe(true);
  });

  test('of a day says how much it tells, and where the rest is', () => {
    expect(mailOfDay(URL, [item]).subject).toBe('Claimdesk: one thing to read');
    const many = mailOfDay(
      URL,
      Array.from({ length: MAX_ITEMS + 7 }, () => item),
    );
    expect(many.subject).toBe(`Claimdesk: ${MAX_ITEMS + 7} things to read`);
    expect(many.text.match(/mentioned you/g)).toHaveLength(MAX_ITEMS);
    expect(many.text).toContain('And 7 more: https://claims.example/notifications');
    expect(many.html).toContain('And 7 more');
    const all = mailOfDay(
      URL,
      Array.from({ length: MAX_ITEMS }, () => item),
    );
    expect(all.text).not.toContain('more:');
  });
});

describe('an e-mail that was not taken', () => {
  test.each<[SendError, number, number | null]>([
    ['unreachable', 1, 30_000],
    ['unreachable', 2, 120_000],
    ['too_slow', 8, 43_200_000],
    ['not_now', 9, null],
    ['sign_in', 3, 600_000],
    ['broken', 4, 1_800_000],
    ['refused', 1, null],
  ])('%s, after try %i', (error, attempts, wait) => {
    expect(mailWaitAfter({ error, attempts }, 0)).toBe(wait);
    expect(mailWaitAfter({ error, attempts }, 1)).toBe(wait === null ? null : wait * 1.2);
  });

  test('is tried as long as it is news to somebody', () => {
    const sum = MAIL_RETRY_AFTER_S.reduce((a, b) => a + b, 0) * 1000;
    expect(sum).toBeLessThan(TOO_OLD_MS);
    expect(sum).toBeGreaterThan(TOO_OLD_MS / 2);
  });

  test.each<[SendError, string | null, number | null, string | null]>([
    ['refused', 'EENVELOPE', 550, 'RCPT TO'],
    ['refused', 'EMESSAGE', 554, 'DATA'],
    ['not_now', 'EENVELOPE', 550, 'MAIL FROM'],
    ['not_now', 'EENVELOPE', 450, 'RCPT TO'],
    ['not_now', 'EMESSAGE', 499, 'DATA'],
    ['not_now', 'EPROTOCOL', 554, 'CONN'],
    ['sign_in', 'EAUTH', 535, 'AUTH PLAIN'],
    ['sign_in', 'ENOAUTH', null, 'API'],
    ['sign_in', 'EOAUTH2', null, null],
    ['too_slow', 'ETIMEDOUT', null, 'CONN'],
    ['unreachable', 'ECONNECTION', null, 'CONN'],
    ['unreachable', 'EDNS', null, 'CONN'],
    ['unreachable', null, null, null],
    ['broken', 'EPROTOCOL', null, 'CONN'],
    ['broken', 'EENVELOPE', null, 'API'],
    ['broken', 'EMESSAGE', null, 'API'],
  ])('is %s for %s %s at %s', (error, code, status, command) => {
    expect(sendErrorOf({ code, status, command })).toBe(error);
  });
});
