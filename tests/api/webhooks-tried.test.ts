/** What becomes of messages that are not taken at once: tries, ends, servers that end, and several of them. */
import { beforeAll, describe, expect, test } from 'vitest';
import { RETRY_AFTER_S } from '../../server/domain/webhooks/schedule.ts';
import { forgetOldDeliveries } from '../../server/features/webhooks/deliveries.service.ts';
import { type Sent, sender } from '../../server/features/webhooks/send.ts';
import { createStory } from '../support/claims.ts';
import { refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { useWeb } from '../support/https-host.ts';
import { historyOf, later } from '../support/people.ts';
import { addWebhook, deliverer, deliveriesOf, ok, receiver, signatureOf } from '../support/webhooks.ts';

const desk = useDesk();
const web = useWeb();
let admin: Person;
let editor: Person;

beforeAll(async () => {
  admin = await desk.person('admin');
  editor = await desk.person('editor');
});

const broken: Sent = { status: 503, asked: null };

/** An address of this test's own, and the receiver behind it. */
async function listening() {
  await desk.db.prisma.webhook.updateMany({ data: { withdrawnAt: desk.clock.now } });
  const hook = await addWebhook(admin);
  const heard = receiver();
  return { hook, heard, sends: deliverer(desk, heard.send) };
}
const ids = ({ got }: { got: readonly { headers: Readonly<Record<string, string>> }[] }) =>
  got.map(({ headers }) => headers['webhook-id']);
const hookNow = async (id: string) => {
  const { items } = (await admin.get('/api/webhooks')).body;
  return items.find((item: { id: string }) => item.id === id);
};

describe('a message that is not taken', () => {
  test('is tried again on the schedule under the same id and with the same words, and is dead after the last try', async () => {
    const { hook, heard, sends } = await listening();
    heard.answers = () => broken;
    await createStory(editor);
    for (const seconds of RETRY_AFTER_S) {
      const before = desk.clock.now.getTime();
      await sends.deliverDue();
      const [waits] = await deliveriesOf(admin, hook);
      expect(waits).toMatchObject({ state: 'failed', status: 503, error: 'answer' });
      const wait = Date.parse(waits?.nextAt ?? '') - before;
      expect(wait).toBeGreaterThanOrEqual(seconds * 1000);
      expect(wait).toBeLessThan((seconds + 60) * 1000);
      const tries = heard.got.length;
      // Not before its time.
      desk.clock.now = new Date(Date.parse(waits?.nextAt ?? '') - 4000);
      await sends.deliverDue();
      expect(heard.got).toHaveLength(tries);
      desk.clock.now = new Date(Date.parse(waits?.nextAt ?? ''));
    }
    await sends.deliverDue();
    expect((await deliveriesOf(admin, hook))[0]).toMatchObject({ state: 'dead', attempts: 10, nextAt: null });
    expect(new Set(ids(heard)).size).toBe(1);
    expect(new Set(heard.got.map(({ body }) => body)).size).toBe(1);
    const times = heard.got.map(({ headers }) => headers['webhook-timestamp']);
    expect(new Set(times).size).toBe(10);
    for (const message of heard.got)
      expect(message.headers['webhook-signature']).toBe(signatureOf(hook.secret, message));
  });

  test('is tried when the receiver asks for it, and no sooner', async () => {
    const { hook, heard, sends } = await listening();
    heard.answers = () => ({ status: 429, asked: 7200 });
    await createStory(editor);
    const before = desk.clock.now.getTime();
    await sends.deliverDue();
    const [waits] = await deliveriesOf(admin, hook);
    expect(Date.parse(waits?.nextAt ?? '') - before).toBeGreaterThanOrEqual(7_200_000);
  });

  test('is delivered once the receiver is back, which clears what was said of the address', async () => {
    const { hook, heard, sends } = await listening();
    heard.answers = () => ({ error: 'unreachable' });
    await createStory(editor);
    await sends.deliverDue();
    expect((await deliveriesOf(admin, hook))[0]).toMatchObject({
      state: 'failed',
      status: null,
      error: 'unreachable',
    });
    expect((await hookNow(hook.id)).failingSince).not.toBeNull();
    heard.answers = () => ok;
    later(desk, 1);
    await sends.deliverDue();
    expect((await deliveriesOf(admin, hook))[0]).toMatchObject({
      state: 'delivered',
      attempts: 2,
      error: null,
    });
    expect(await hookNow(hook.id)).toMatchObject({ failingSince: null, waiting: 0 });
  });

  test('does not hold up what other addresses are sent', async () => {
    const { heard, sends } = await listening();
    await addWebhook(admin, { url: 'https://archive.example/in' });
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const other = new Promise<void>((resolve) => {
      heard.answers = async ({ url }) => {
        if (url.includes('archive')) resolve();
        else await held;
        return ok;
      };
    });
    await createStory(editor);
    const done = sends.deliverDue();
    await other;
    release();
    await done;
    expect(heard.got).toHaveLength(2);
  });
});

describe('an address', () => {
  test('that answers 410 is told nothing more, and history says so', async () => {
    const { hook, heard, sends } = await listening();
    heard.answers = () => ({ status: 410, asked: null });
    await createStory(editor);
    await createStory(editor);
    await sends.deliverDue();
    expect(heard.got).toHaveLength(1);
    expect(await hookNow(hook.id)).toMatchObject({ active: false, stopped: 'gone', version: 2, waiting: 1 });
    const told = (await historyOf(desk, hook.id)).at(-1);
    expect(told).toMatchObject({ type: 'webhook.stopped', actorId: hook.id, actorName: 'Claimdesk' });
    expect(told?.payload?.payload).toMatchObject({ because: 'gone' });
    await createStory(editor);
    await sends.deliverDue();
    expect(heard.got).toHaveLength(1);
    // Let go on, it is told what waited; of what happened meanwhile it never hears.
    heard.answers = () => ok;
    await admin.patch(`/api/webhooks/${hook.id}`, { version: 2, active: true }).expect(200);
    await sends.deliverDue();
    expect(heard.got).toHaveLength(2);
    expect(await hookNow(hook.id)).toMatchObject({ active: true, stopped: null, waiting: 0 });
  });

  test('that takes nothing for three days is given up', async () => {
    const { hook, heard, sends } = await listening();
    heard.answers = () => broken;
    await createStory(editor);
    await sends.deliverDue();
    later(desk, 71);
    await sends.deliverDue();
    expect(await hookNow(hook.id)).toMatchObject({ active: true });
    later(desk, 2);
    await sends.deliverDue();
    expect(await hookNow(hook.id)).toMatchObject({ active: false, stopped: 'failing' });
  });

  test('that is stopped still takes a test, which is tried once', async () => {
    const { hook, heard, sends } = await listening();
    await admin.patch(`/api/webhooks/${hook.id}`, { version: 1, active: false }).expect(200);
    await createStory(editor);
    heard.answers = () => broken;
    await admin.post(`/api/webhooks/${hook.id}/test`).expect(201);
    await sends.deliverDue();
    const [tested, ...others] = await deliveriesOf(admin, hook);
    expect(others).toEqual([]);
    expect(tested).toMatchObject({
      type: 'webhook.test',
      state: 'dead',
      status: 503,
      story: null,
      attempts: 1,
    });
    expect(JSON.parse(heard.got[0]?.body ?? '')).toMatchObject({
      type: 'webhook.test',
      data: { webhook: hook.id },
    });
  });

  test('that is withdrawn is told nothing, and what waited when it is restored', async () => {
    const { hook, heard, sends } = await listening();
    await createStory(editor);
    await admin.delete(`/api/webhooks/${hook.id}?version=1`).expect(200);
    await createStory(editor);
    await sends.deliverDue();
    expect(heard.got).toEqual([]);
    await admin.post(`/api/webhooks/${hook.id}/restore`).expect(200);
    await sends.deliverDue();
    expect(heard.got).toHaveLength(1);
  });
});

describe('sent again', () => {
  test('it has its own id and words, and a new schedule', async () => {
    const { hook, heard, sends } = await listening();
    await createStory(editor);
    await sends.deliverDue();
    const [sent] = await deliveriesOf(admin, hook);
    expect(sent?.can).toEqual(['redeliver']);
    heard.answers = () => broken;
    const path = `/api/webhook-deliveries/${sent?.id}/redeliver`;
    expect((await admin.post(path)).body).toMatchObject({ state: 'pending', attempts: 1, can: [] });
    // Once more changes nothing: it is about to be sent.
    await admin.post(path).expect(200);
    await sends.deliverDue();
    expect(ids(heard)).toEqual([sent?.id, sent?.id]);
    expect(heard.got[0]?.body).toBe(heard.got[1]?.body);
    const [failed] = await deliveriesOf(admin, hook);
    expect(failed).toMatchObject({ state: 'failed', attempts: 2 });
    expect(Date.parse(failed?.nextAt ?? '') - desk.clock.now.getTime()).toBeLessThan(10_000);
    expect((await historyOf(desk, hook.id)).map(({ type }) => type)).toEqual([
      'webhook.added',
      'webhook.redelivered',
    ]);
  });

  test('nothing is, to an address that is stopped or withdrawn, by who is no admin, or of a story that they may not see', async () => {
    const { hook, sends } = await listening();
    const story = await createStory(editor);
    await sends.deliverDue();
    const [sent] = await deliveriesOf(admin, hook);
    const path = `/api/webhook-deliveries/${sent?.id}`;
    refusal(await editor.post(`${path}/redeliver`), 'NEEDS_ADMIN');
    await admin.patch(`/api/webhooks/${hook.id}`, { version: 1, active: false }).expect(200);
    refusal(await admin.post(`${path}/redeliver`), 'WEBHOOK_STOPPED');
    await admin.delete(`/api/webhooks/${hook.id}?version=2`).expect(200);
    refusal(await admin.post(`${path}/redeliver`), 'WITHDRAWN');
    await editor.patch(`/api/articles/${story.id}`, { version: 1, access: 'restricted' }).expect(200);
    refusal(await admin.post(`${path}/redeliver`), 'NOT_FOUND');
    refusal(await admin.get(path), 'NOT_FOUND');
    expect(await deliveriesOf(admin, hook)).toEqual([]);
  });
});

describe('a server', () => {
  test('that ends while it sends loses nothing: another sends it under the same id, once its time is over', async () => {
    const { hook, heard } = await listening();
    await createStory(editor);
    const dies = deliverer(desk, () => Promise.reject(new Error('the power is gone')));
    await dies.deliverDue();
    const survivor = deliverer(desk, heard.send);
    await survivor.deliverDue();
    expect(heard.got).toEqual([]);
    expect((await deliveriesOf(admin, hook))[0]).toMatchObject({ state: 'pending', attempts: 1 });
    later(desk, 0.05);
    await survivor.deliverDue();
    const [sent] = await deliveriesOf(admin, hook);
    expect(sent).toMatchObject({ state: 'delivered', attempts: 2 });
    expect(ids(heard)).toEqual([sent?.id]);
  });

  test('that stops lets go of what is on its way, as if it had not tried', async () => {
    const { hook, heard } = await listening();
    await createStory(editor);
    let started = () => {};
    const sending = new Promise<void>((resolve) => {
      started = resolve;
    });
    const stops = deliverer(desk, (_message, signal) => {
      started();
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve('stopped')));
    });
    const done = stops.deliverDue();
    await sending;
    await stops.stop();
    await done;
    expect((await deliveriesOf(admin, hook))[0]).toMatchObject({ state: 'pending', attempts: 0 });
    await stops.deliverDue();
    await deliverer(desk, heard.send).deliverDue();
    expect(heard.got).toHaveLength(1);
  });

  test('that was answered with another protocol is not kept from the next message, nor from its end', async () => {
    const { hook } = await listening();
    const host = await web.host('switches.web.test', (req) =>
      req.socket.write(
        'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
      ),
    );
    await desk.db.prisma.webhook.update({ where: { id: hook.id }, data: { url: host.origin } });
    await createStory(editor);
    const sends = deliverer(desk, sender({ privateWebhooks: false }, web.rules));
    await sends.deliverDue();
    const [first] = await deliveriesOf(admin, hook);
    expect(first).toMatchObject({ state: 'failed', attempts: 1, error: 'answer_broken' });
    desk.clock.now = new Date(Date.parse(first?.nextAt ?? ''));
    await sends.deliverDue();
    expect((await deliveriesOf(admin, hook))[0]).toMatchObject({ state: 'failed', attempts: 2 });
    await sends.stop();
  });

  test('that answers too late does not undo what another has told', async () => {
    const { hook, heard } = await listening();
    await createStory(editor);
    let started = () => {};
    let answerLate = () => {};
    const sending = new Promise<void>((resolve) => {
      started = resolve;
    });
    const slow = deliverer(desk, () => {
      started();
      return new Promise<Sent>((resolve) => {
        answerLate = () => resolve(broken);
      });
    });
    const done = slow.deliverDue();
    await sending;
    later(desk, 0.05);
    await deliverer(desk, heard.send).deliverDue();
    answerLate();
    await done;
    expect((await deliveriesOf(admin, hook))[0]).toMatchObject({ state: 'delivered', attempts: 2 });
    expect(await hookNow(hook.id)).toMatchObject({ failingSince: null });
  });

  test('beside two others sends each message once', async () => {
    const { hook, heard } = await listening();
    await Promise.all(Array.from({ length: 12 }, () => createStory(editor)));
    const servers = [1, 2, 3].map(() => deliverer(desk, heard.send));
    await Promise.all(servers.map((server) => server.deliverDue()));
    expect(heard.got).toHaveLength(12);
    expect(new Set(ids(heard)).size).toBe(12);
    const sent = await deliveriesOf(admin, hook, '?state=delivered');
    expect(sent.map(({ attempts }) => attempts)).toEqual(Array.from({ length: 12 }, () => 1));
  });
});

test('what was sent is forgotten after a month', async () => {
  const { hook, sends } = await listening();
  await createStory(editor);
  await sends.deliverDue();
  later(desk, 29 * 24);
  await createStory(editor);
  await forgetOldDeliveries(desk.db, desk.clock.now);
  expect(await deliveriesOf(admin, hook)).toHaveLength(2);
  later(desk, 2 * 24);
  await forgetOldDeliveries(desk.db, desk.clock.now);
  expect(await deliveriesOf(admin, hook)).toHaveLength(1);
});
