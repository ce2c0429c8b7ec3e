/** How people want to be told: each for themselves, and what happens then is told so. */
import { beforeEach, describe, expect, test } from 'vitest';
import { EditClaim } from '../../server/contract/claims.ts';
import { MAX_COUNTER } from '../../server/contract/common.ts';
import {
  DEFAULT_SETTINGS,
  DEFAULT_WAYS,
  GetNotificationSettings,
  SetNotificationSettings,
} from '../../server/contract/notifications.ts';
import { createStory, mark } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { reasonsOf } from '../support/notifications.ts';

const desk = useDesk({ sendsMail: false });
const PATH = '/api/notification-settings';
const EDITED = { ways: DEFAULT_WAYS, summaryHour: 17, timeZone: 'Europe/Berlin' };
let editor: Person;
let checker: Person;

beforeEach(async () => {
  editor = await desk.person('editor');
  checker = await desk.person('editor');
});

const settingsOf = async (as: Person) => answer(GetNotificationSettings, await as.get(PATH));
const assign = async (to: Person) => {
  const claim = await mark(editor, await createStory(editor), '120 passengers');
  answer(
    EditClaim,
    await editor.patch(`/api/claims/${claim.id}`, { version: claim.version, assigneeId: to.id }),
  );
};
const rowsOf = async ({ id }: Person) => {
  const { prisma } = desk.db;
  const told = await prisma.notification.findMany({
    where: { userId: id },
    select: { inApp: true, mail: true },
  });
  return { told, mails: await prisma.mail.count({ where: { userId: id } }) };
};

describe('settings', () => {
  test('of whoever has set nothing, and what was set', async () => {
    const rest = { sendsMail: false, can: ['edit'] };
    expect(await settingsOf(checker)).toEqual({ ...DEFAULT_SETTINGS, ...rest });
    const set = answer(SetNotificationSettings, await checker.put(PATH, { ...EDITED, version: 0 }));
    expect(set).toEqual({ ...EDITED, version: 1, ...rest });
    expect(await settingsOf(checker)).toEqual(set);
    expect(await settingsOf(editor)).toEqual({ ...DEFAULT_SETTINGS, ...rest });
  });

  test('that somebody changed meanwhile in another window are told, and nothing is changed', async () => {
    await checker.put(PATH, { ...EDITED, version: 0 }).expect(200);
    for (const version of [0, 2, 99]) {
      const stale = refusal(await checker.put(PATH, { ...EDITED, summaryHour: 3, version }), 'STALE_VERSION');
      expect(stale.current).toMatchObject({ summaryHour: 17, version: 1 });
    }
    await checker.put(PATH, { ...EDITED, summaryHour: 3, version: 1 }).expect(200);
    expect(await settingsOf(checker)).toMatchObject({ summaryHour: 3, version: 2 });
  });

  test('with a version that no counter reaches are refused', async () => {
    for (const version of [MAX_COUNTER + 1, 3_000_000_000, -1])
      refusal(await checker.put(PATH, { ...EDITED, version }), 'INVALID');
    refusal(await checker.put(PATH, { ...EDITED, version: MAX_COUNTER }), 'STALE_VERSION');
  });

  test('of two that are set at once, one is', async () => {
    const sent = [1, 2, 3, 4].map((summaryHour) => checker.put(PATH, { ...EDITED, summaryHour, version: 0 }));
    const statuses = (await Promise.all(sent)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409, 409, 409]);
  });

  test('are set once, however often that is sent', async () => {
    const send = () => checker.put(PATH, { ...EDITED, version: 0 }).set('Idempotency-Key', 'settings-again');
    await send().expect(200);
    expect(answer(SetNotificationSettings, await send())).toMatchObject({ version: 1 });
  });

  const { mention: _none, ...without } = DEFAULT_WAYS;
  test.each<[string, object]>([
    ['an hour that no day has', { summaryHour: 24 }],
    ['half an hour', { summaryHour: 7.5 }],
    ['an hour before the day', { summaryHour: -1 }],
    ['a time zone that is none', { timeZone: 'Europe/Nowhere' }],
    ['an offset', { timeZone: '+01:00' }],
    ['no time zone', { timeZone: '' }],
    ['a time zone that is a line of its own', { timeZone: 'Europe/Berlin\r\nX: y' }],
    ['ways without one', { ways: without }],
    ['another way', { ways: { ...DEFAULT_WAYS, mention: { app: true, mail: 'weekly' } } }],
    ['another reason', { ways: { ...DEFAULT_WAYS, gossip: { app: true, mail: 'none' } } }],
    ['no version', { version: undefined }],
    ['a version before all', { version: -1 }],
    ['what others hold', { sendsMail: true }],
  ])('with %s are refused', async (_name, wrong) => {
    refusal(await checker.put(PATH, { ...EDITED, version: 0, ...wrong }), 'INVALID');
    expect(await settingsOf(checker)).toMatchObject({ version: 0 });
  });

  test('are for people who are signed in', async () => {
    refusal(await desk.stranger.get(PATH), 'NOT_SIGNED_IN');
    refusal(await desk.stranger.put(PATH, { ...EDITED, version: 0 }), 'NOT_SIGNED_IN');
  });
});

describe('what happens is told as they say', () => {
  const wanting = async (assignment: object) =>
    checker.put(PATH, { ...EDITED, ways: { ...DEFAULT_WAYS, assignment }, version: 0 }).expect(200);

  test('at once and in the bell, where nothing is set', async () => {
    await assign(checker);
    expect(await rowsOf(checker)).toEqual({ told: [{ inApp: true, mail: 'at_once' }], mails: 1 });
  });

  test('in the bell alone', async () => {
    await wanting({ app: true, mail: 'none' });
    await assign(checker);
    expect(await rowsOf(checker)).toEqual({ told: [{ inApp: true, mail: 'none' }], mails: 0 });
    expect(await reasonsOf(checker)).toEqual(['assignment']);
  });

  test('in the summary, and not in the bell', async () => {
    await wanting({ app: false, mail: 'daily' });
    await assign(checker);
    expect(await rowsOf(checker)).toEqual({ told: [{ inApp: false, mail: 'daily' }], mails: 0 });
    expect(await reasonsOf(checker)).toEqual([]);
  });

  test('not at all', async () => {
    await wanting({ app: false, mail: 'none' });
    await assign(checker);
    expect(await rowsOf(checker)).toEqual({ told: [], mails: 0 });
  });
});
