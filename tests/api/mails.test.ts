/** E-mail of what concerns people: written down with it, sent by whichever server looks first, to whom it is for then. */
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EditClaim } from '../../server/contract/claims.ts';
import { DEFAULT_WAYS } from '../../server/contract/notifications.ts';
import { forgetOldNotifications } from '../../server/features/notifications/forget.ts';
import { createMailer, type Mailer } from '../../server/features/notifications/mailer.ts';
import { openSmtp, type SendLetter } from '../../server/features/notifications/smtp.ts';
import { comment } from '../support/attached.ts';
import { createStory, mark, type Story } from '../support/claims.ts';
import { answer } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { toldTo } from '../support/notifications.ts';
import { type FakeSmtp, fakeSmtp, headerOf, type Taken, wordsOf } from '../support/smtp.ts';

const desk = useDesk();
const FROM = 'Claimdesk <claimdesk@desk.test>';
const HOUR = 60 * 60 * 1000;
let smtp: FakeSmtp;
let post: ReturnType<typeof openSmtp>;
let editor: Person;
let checker: Person;
let story: Story;

beforeAll(async () => {
  smtp = await fakeSmtp();
  post = openSmtp({ url: smtp.url, from: FROM });
  editor = await desk.person('editor', 'Ada\u202e Moor 🗞️');
});
afterAll(() => post.close());
beforeEach(async () => {
  // What other tests left is nobody's any more.
  await desk.db.prisma.notification.deleteMany();
  await desk.db.prisma.mail.deleteMany();
  Object.assign(smtp, { atRecipient: 'ok', atMessage: 'ok' });
  smtp.got.length = 0;
  checker = await desk.person('editor');
  story = await createStory(editor);
});

/** A server's mailer, without its clock: it looks when a test has it look. No jitter. */
function mailer(send: SendLetter = post.send): Mailer {
  const log = pino({ level: 'warn' }, { write: (line: string) => void desk.logged.push(line) });
  return createMailer({ ...desk.services, log }, { send, chance: () => 0 });
}
const later = (milliseconds: number): void => {
  desk.clock.now = new Date(desk.clock.now.getTime() + milliseconds);
};
const assign = async (of: { id: string; version: number }, to: Person) =>
  answer(EditClaim, await editor.patch(`/api/claims/${of.id}`, { version: of.version, assigneeId: to.id }));
const given = async (in_ = story) => assign(await mark(editor, in_, '120 passengers'), checker);
const stored = () => desk.db.prisma.mail.findMany({ orderBy: { id: 'asc' } });
const only = (): Taken => {
  const [one] = smtp.got;
  if (one === undefined || smtp.got.length > 1) throw new Error(`${smtp.got.length} e-mails came`);
  return one;
};
const setTo = (ways: object, summary: object = {}) =>
  checker
    .put('/api/notification-settings', {
      ...{ ways: { ...DEFAULT_WAYS, ...ways }, summaryHour: 8, timeZone: 'UTC', version: 0 },
      ...summary,
    })
    .expect(200);

describe('at once', () => {
  test('one mail says who, what and where, to whom it concerns alone', async () => {
    const claim = await given();
    await mailer().sendDue();
    const mail = only();
    const [row] = await stored();
    expect([mail.from, mail.to]).toEqual(['claimdesk@desk.test', [checker.email]]);
    expect(headerOf(mail, 'From')).toBe(FROM);
    expect(headerOf(mail, 'To')).toBe(`${checker.name} <${checker.email}>`);
    expect(headerOf(mail, 'Subject')).toBe('Ada Moor 🗞️ gave you a claim to check: Ferry sinks off Lindholm');
    expect(headerOf(mail, 'Message-ID')).toBe(`<${row?.id}@claimdesk.test>`);
    expect(headerOf(mail, 'Auto-Submitted')).toBe('auto-generated');
    const words = wordsOf(mail);
    expect(words).toContain(`http://claimdesk.test/stories/${story.id}#claim=${claim.id}`);
    expect(words).not.toContain('120 passengers');
    expect(words).not.toContain('\u202e');
    expect(row).toMatchObject({ state: 'delivered', attempts: 1, error: null });
    await mailer().sendDue();
    expect(smtp.got).toHaveLength(1);
  });

  test('no words of a comment, and of a restricted story no headline', async () => {
    const own = await createStory(editor, { access: 'restricted', memberIds: [checker.id] });
    const claim = await mark(editor, own, '120 passengers');
    await comment(editor, claim, `@${checker.name}, ask the harbour office.`, { mentions: [checker.id] });
    await mailer().sendDue();
    const mail = only();
    expect(headerOf(mail, 'Subject')).toBe('Ada Moor 🗞️ mentioned you: a restricted story');
    for (const secret of ['harbour office', 'Ferry sinks', '120'])
      expect(`${headerOf(mail, 'Subject')} ${wordsOf(mail)}`).not.toContain(secret);
  });

  test('a name that would be a header of its own is none', async () => {
    const name = 'Eve\r\nBcc: all@desk.test\r\n\r\n<script>';
    await desk.db.prisma.user.update({ where: { id: checker.id }, data: { name } });
    await given(await createStory(editor, { title: 'Bcc: all@desk.test <b>' }));
    await mailer().sendDue();
    const mail = only();
    expect(mail.to).toEqual([checker.email]);
    expect(headerOf(mail, 'Bcc')).toBeUndefined();
    expect(headerOf(mail, 'To')).toContain('Eve Bcc: all@desk.test <script>');
    expect(wordsOf(mail)).toContain('<bdi>Bcc: all@desk.test &lt;b&gt;</bdi>');
  });
});

describe('nothing is sent', () => {
  const withheld = async (error: string) => {
    await mailer().sendDue();
    expect(smtp.got).toEqual([]);
    expect(await stored()).toMatchObject([{ state: 'dead', error }]);
  };

  test('to whoever lost access to the story', async () => {
    const own = await createStory(editor, { access: 'restricted', memberIds: [checker.id] });
    await given(own);
    await editor.put(`/api/articles/${own.id}/members`, { version: 1, memberIds: [] }).expect(200);
    await withheld('nothing_left');
  });

  test('to whoever has no access any more', async () => {
    await given();
    await desk.db.prisma.user.update({ where: { id: checker.id }, data: { active: false } });
    await withheld('no_access');
  });

  test('of what was read meanwhile', async () => {
    await given();
    const ids = (await toldTo(checker)).map(({ id }) => id);
    await checker.put('/api/notifications/read', { ids }).expect(200);
    await withheld('nothing_left');
  });

  test('of a comment that was taken back', async () => {
    const said = await comment(editor, await mark(editor, story, '120 passengers'), `@${checker.name}?`, {
      mentions: [checker.id],
    });
    await editor.delete(`/api/comments/${said.id}?version=1`).expect(200);
    await withheld('nothing_left');
  });

  test('to whoever wants none of that by now', async () => {
    await given();
    await setTo({ assignment: { app: true, mail: 'none' } });
    await withheld('nothing_left');
  });

  test('of what is a day old', async () => {
    await given();
    later(25 * HOUR);
    await withheld('too_old');
  });

  test('of a write that was refused', async () => {
    const claim = await mark(editor, story, '120 passengers');
    await editor.patch(`/api/claims/${claim.id}`, { version: 9, assigneeId: checker.id }).expect(409);
    await mailer().sendDue();
    expect([await stored(), smtp.got]).toEqual([[], []]);
  });
});

describe('a server that', () => {
  const failed = async (error: string, send = post.send) => {
    await mailer(send).sendDue();
    expect(await stored()).toMatchObject([{ state: 'failed', error, attempts: 1 }]);
    const [before] = await stored();
    await mailer().sendDue();
    expect((await stored())[0]).toEqual(before);
    Object.assign(smtp, { atRecipient: 'ok', atMessage: 'ok' });
    later(60 * 1000);
    await mailer().sendDue();
    expect(await stored()).toMatchObject([{ state: 'delivered', error: null, attempts: 2 }]);
  };

  test('has no time is asked again later', async () => {
    smtp.atRecipient = { status: 451 };
    await given();
    await failed('not_now');
    expect(smtp.got).toHaveLength(1);
  });

  test('says nothing is left, and asked again later', async () => {
    smtp.atRecipient = 'silent';
    await given();
    const impatient = openSmtp({ url: smtp.url, from: FROM }, { step: 20_000, whole: 500 });
    await failed('too_slow', impatient.send);
    impatient.close();
  });

  test('dies after it had all is asked again under the same id', async () => {
    smtp.atMessage = 'dies';
    await given();
    await failed('unreachable');
    const [row] = await stored();
    expect(smtp.got.map((mail) => headerOf(mail, 'Message-ID'))).toEqual([
      `<${row?.id}@claimdesk.test>`,
      `<${row?.id}@claimdesk.test>`,
    ]);
  });

  test('refuses the recipient for good is not asked again', async () => {
    smtp.atRecipient = { status: 550 };
    await given();
    await mailer().sendDue();
    expect(await stored()).toMatchObject([{ state: 'dead', error: 'refused', attempts: 1 }]);
    expect(desk.logged.join('\n')).not.toContain(checker.email);
  });

  test('is not there is tried for a day, and given up', async () => {
    const nowhere = openSmtp({ url: 'smtp://127.0.0.1:1', from: FROM });
    await given();
    const sends = mailer(nowhere.send);
    await sends.sendDue();
    expect(await stored()).toMatchObject([{ state: 'failed', error: 'unreachable' }]);
    for (let tries = 0; tries < 12; tries += 1) {
      const [row] = await stored();
      if (row === undefined || row.state === 'dead') break;
      desk.clock.now = row.nextAt;
      await sends.sendDue();
    }
    const [row] = await stored();
    expect(row?.state).toBe('dead');
    expect(['unreachable', 'too_old']).toContain(row?.error);
    expect(row?.attempts).toBe(9);
    nowhere.close();
  });
});

describe('of a story in the bin', () => {
  const toBin = () => editor.delete(`/api/articles/${story.id}?version=1`).expect(200);

  test('a mail waits, and is sent once it is back', async () => {
    await given();
    await toBin();
    await mailer().sendDue();
    expect(smtp.got).toEqual([]);
    expect(await stored()).toMatchObject([{ state: 'pending', attempts: 0, error: null }]);
    await editor.post(`/api/articles/${story.id}/restore`).expect(200);
    later(HOUR + 1000);
    await mailer().sendDue();
    expect(await stored()).toMatchObject([{ state: 'delivered', attempts: 1 }]);
    expect(smtp.got).toHaveLength(1);
  });

  test('a mail waits for a day', async () => {
    await given();
    await toBin();
    later(25 * HOUR);
    await mailer().sendDue();
    expect(await stored()).toMatchObject([{ state: 'dead', error: 'too_old' }]);
  });
});

describe('several servers', () => {
  test('send each mail once between them', async () => {
    const claims = ['120 passengers', 'Nine children', 'Nobody knows'];
    for (const quote of claims) await assign(await mark(editor, story, quote), checker);
    const servers = [mailer(), mailer(), mailer()];
    await Promise.all(servers.map((server) => server.sendDue()));
    expect(new Set(smtp.got.map((mail) => headerOf(mail, 'Message-ID'))).size).toBe(claims.length);
    expect(smtp.got).toHaveLength(claims.length);
  });

  test('one that ended while it sent leaves its mail to another, under the same id', async () => {
    await given();
    let reached = (): void => {};
    const sending = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const dying = mailer(async (letter, signal) => {
      await post.send(letter, signal);
      reached();
      // What came of it, it told nobody.
      return new Promise(() => {});
    });
    void dying.sendDue();
    await sending;
    await mailer().sendDue();
    expect(smtp.got).toHaveLength(1);
    later(4 * 60 * 1000);
    await mailer().sendDue();
    expect(smtp.got.map((mail) => headerOf(mail, 'Message-ID'))).toHaveLength(2);
    expect(new Set(smtp.got.map((mail) => headerOf(mail, 'Message-ID'))).size).toBe(1);
    expect(await stored()).toMatchObject([{ state: 'delivered', attempts: 2 }]);
  });

  test('one that is stopped lets go of what it was sending', async () => {
    await given();
    smtp.atRecipient = 'silent';
    const patient = openSmtp({ url: smtp.url, from: FROM });
    const stopping = mailer(patient.send);
    const done = stopping.sendDue();
    await stopping.stop();
    await done;
    expect(await stored()).toMatchObject([{ state: 'pending' }]);
    patient.close();
    smtp.atRecipient = 'ok';
    later(1000);
    await mailer().sendDue();
    expect(await stored()).toMatchObject([{ state: 'delivered' }]);
  });
});

describe('the summary of a day', () => {
  const daily = { assignment: { app: true, mail: 'daily' } };
  const at = (time: string): void => {
    desk.clock.now = new Date(time);
  };
  const looked = async (...servers: readonly Mailer[]) => {
    const all = servers.length === 0 ? [mailer()] : servers;
    await Promise.all(all.map((server) => server.writeSummaries()));
    await Promise.all(all.map((server) => server.sendDue()));
    return smtp.got.length;
  };

  test('tells once what is unread since the last one, at its hour, and nothing where nothing is', async () => {
    at('2026-05-04T05:00:00Z');
    await setTo(daily);
    await assign(await mark(editor, story, '120 passengers'), checker);
    await assign(await mark(editor, story, 'Nine children'), checker);
    expect(await looked()).toBe(0);
    at('2026-05-04T08:00:00Z');
    expect(await looked(mailer(), mailer(), mailer())).toBe(1);
    const mail = only();
    expect(headerOf(mail, 'Subject')).toBe('Claimdesk: 2 things to read');
    expect(wordsOf(mail)).toContain('Ferry sinks off Lindholm');
    at('2026-05-04T10:00:00Z');
    await assign(await mark(editor, story, 'Nobody knows'), checker);
    at('2026-05-04T11:00:00Z');
    expect(await looked()).toBe(1);
    at('2026-05-05T08:30:00Z');
    expect(await looked()).toBe(2);
    expect(headerOf(smtp.got[1] ?? mail, 'Subject')).toBe('Claimdesk: one thing to read');
    at('2026-05-06T09:00:00Z');
    expect(await looked()).toBe(2);
    expect((await stored()).map(({ day, state }) => [day?.toISOString().slice(0, 10), state])).toEqual([
      ['2026-05-04', 'delivered'],
      ['2026-05-05', 'delivered'],
    ]);
  });

  test('comes at the hour where its reader is, over the night on which clocks go on', async () => {
    at('2026-03-28T20:00:00Z');
    await setTo(daily, { timeZone: 'Europe/Berlin', summaryHour: 8 });
    await assign(await mark(editor, story, '120 passengers'), checker);
    at('2026-03-29T05:59:00Z');
    expect(await looked()).toBe(0);
    at('2026-03-29T06:00:00Z');
    expect(await looked()).toBe(1);
  });

  test('comes later where nobody was there to send it, and tells nothing of what was read', async () => {
    at('2026-05-04T05:00:00Z');
    await setTo(daily);
    await assign(await mark(editor, story, '120 passengers'), checker);
    await assign(await mark(editor, story, 'Nine children'), checker);
    const [newest] = await toldTo(checker);
    await checker.put('/api/notifications/read', { ids: [newest?.id] }).expect(200);
    at('2026-05-04T19:00:00Z');
    expect(await looked()).toBe(1);
    expect(headerOf(only(), 'Subject')).toBe('Claimdesk: one thing to read');
  });

  test('reaches back two days from when it is due: a missed day is told, a backlog is not', async () => {
    at('2026-05-01T09:00:00Z');
    await setTo(daily);
    await assign(await mark(editor, story, '120 passengers'), checker);
    at('2026-05-02T09:00:00Z');
    await assign(await mark(editor, story, 'Nine children'), checker);
    at('2026-05-04T08:00:00Z');
    expect(await looked()).toBe(1);
    expect(headerOf(only(), 'Subject')).toBe('Claimdesk: one thing to read');
    at('2026-08-04T08:00:00Z');
    expect(await looked()).toBe(1);
  });

  test('leaves what lies in the bin for the one after it is back', async () => {
    at('2026-05-04T05:00:00Z');
    await setTo(daily);
    await given();
    const { version } = (await editor.get(`/api/articles/${story.id}`)).body;
    await editor.delete(`/api/articles/${story.id}?version=${version}`).expect(200);
    at('2026-05-04T08:00:00Z');
    expect([await looked(), await stored()]).toEqual([0, []]);
    await editor.post(`/api/articles/${story.id}/restore`).expect(200);
    at('2026-05-05T08:00:00Z');
    expect(await looked()).toBe(1);
  });

  test('tells nothing of a story that its reader may not see any more', async () => {
    at('2026-05-04T05:00:00Z');
    await setTo(daily);
    const own = await createStory(editor, { access: 'restricted', memberIds: [checker.id] });
    await given(own);
    at('2026-05-04T08:00:00Z');
    await mailer().writeSummaries();
    await editor.put(`/api/articles/${own.id}/members`, { version: 1, memberIds: [] }).expect(200);
    expect(await looked()).toBe(0);
    expect(await stored()).toMatchObject([{ state: 'dead', error: 'nothing_left' }]);
  });
});

test('what was read or sent long ago is not kept', async () => {
  const count = async () => [await desk.db.prisma.notification.count(), await desk.db.prisma.mail.count()];
  await given();
  await mailer().sendDue();
  const { seen } = (await checker.get('/api/notifications')).body;
  await checker.put('/api/notifications/read', { seen }).expect(200);
  const days = (number: number) => new Date(desk.clock.now.getTime() + number * 24 * HOUR);
  await forgetOldNotifications(desk.db, days(29));
  expect(await count()).toEqual([1, 1]);
  await forgetOldNotifications(desk.db, days(31));
  expect(await count()).toEqual([1, 0]);
  await forgetOldNotifications(desk.db, days(89));
  expect(await count()).toEqual([1, 0]);
  await forgetOldNotifications(desk.db, days(91));
  expect(await count()).toEqual([0, 0]);
  await given();
  await forgetOldNotifications(desk.db, days(365));
  expect((await count())[0]).toBe(1);
  await forgetOldNotifications(desk.db, days(367));
  expect((await count())[0]).toBe(0);
});
