/** Addresses that are told what happens, as people have them: made, changed, stopped, withdrawn, with another secret. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { CreateToken } from '../../server/contract/tokens.ts';
import {
  CreateWebhook,
  EditWebhook,
  ListDeliveries,
  ListWebhooks,
  MAX_WEBHOOKS,
  RestoreWebhook,
  RotateSecret,
  TestWebhook,
  WithdrawWebhook,
} from '../../server/contract/webhooks.ts';
import { openBytes, sealBytes } from '../../server/features/sources/sealed.ts';
import { opensWhatIsSealed } from '../../server/features/sources/source-key.ts';
import { createStory } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { historyOf, later } from '../support/people.ts';
import { dump } from '../support/secrets.ts';
import { addWebhook, deliverer, HOOK_URL, receiver, signatureOf } from '../support/webhooks.ts';

const desk = useDesk();
let admin: Person;
let second: Person;
let editor: Person;

beforeAll(async () => {
  admin = await desk.person('admin');
  second = await desk.person('admin');
  editor = await desk.person('editor');
});

const body = (more: object = {}) => ({ url: HOOK_URL, types: ['claim.verified'], ...more });
const listed = async (id: string) =>
  answer(ListWebhooks, await admin.get('/api/webhooks')).items.find((item) => item.id === id);

describe('making one', () => {
  test('answers its secret, which lies in the database sealed, and is in its history', async () => {
    const { secret, ...hook } = await addWebhook(admin, body());
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(hook).toMatchObject({
      ...{
        url: HOOK_URL,
        types: ['claim.verified'],
        ownerId: admin.id,
        active: true,
        stopped: null,
        waiting: 0,
      },
      ...{ failingSince: null, formerUntil: null, withdrawn: false, version: 1 },
      can: ['edit', 'rotate', 'test', 'withdraw'],
    });
    expect(await listed(hook.id)).toEqual(hook);
    const [event] = await historyOf(desk, hook.id);
    expect(event).toMatchObject({ type: 'webhook.added', actorId: admin.id, seq: 1 });
    const key = Buffer.from(secret.slice(6), 'base64');
    const row = await desk.db.prisma.webhook.findUniqueOrThrow({ where: { id: hook.id } });
    expect(openBytes(desk.sourceKey, hook.id, row.secret).equals(key)).toBe(true);
    for (const [table, bytes] of await dump(desk.url))
      for (const form of [secret.slice(6), key.toString('hex')])
        expect(bytes.includes(form), table).toBe(false);
    expect(desk.logged.join('\n')).not.toContain(secret.slice(6));
  });

  test('repeated, tells the same secret until something is signed with it', async () => {
    const id = uuidv7();
    const make = () => admin.post('/api/webhooks', body({ id, types: ['story.created'] }));
    const [first, again] = [await make(), await make()];
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(answer(CreateWebhook, again).secret).toBe(answer(CreateWebhook, first).secret);
    await createStory(editor);
    await deliverer(desk, receiver().send).deliverDue();
    expect(answer(CreateWebhook, await make()).secret).toBeNull();
    refusal(await second.post('/api/webhooks', body({ id })), 'ID_USED');
    refusal(await admin.post('/api/webhooks', body({ id })), 'ID_USED');
  });

  test.each([
    ['nothing to tell', { types: [] }, 'types'],
    ['a type twice', { types: ['story.created', 'story.created'] }, 'types'],
    ['a type that is none', { types: ['story.read'] }, 'types.0'],
    ['no address', { url: 'cms' }, 'url'],
    ['http', { url: 'http://cms.example/hooks' }, 'url'],
    ['a password in the address', { url: 'https://desk:secret@cms.example' }, 'url'],
    ['a link-local address', { url: 'https://169.254.169.254/latest' }, 'url'],
    ['an odd form of one', { url: 'https://0xa9fea9fe/' }, 'url'],
    ['an IPv6 form of one', { url: 'https://[::ffff:169.254.169.254]/' }, 'url'],
  ])('is refused with %s', async (_name, more, path) => {
    const { issues } = refusal(await admin.post('/api/webhooks', body(more)), 'INVALID');
    expect(issues?.map((issue) => issue.path)).toEqual([path]);
  });

  test('ends where there are fifty, also for what would be restored', async () => {
    const gone = await addWebhook(admin);
    await admin.delete(`/api/webhooks/${gone.id}?version=1`).expect(200);
    const there = await desk.db.prisma.webhook.count({ where: { withdrawnAt: null } });
    const made = await Promise.all(Array.from({ length: MAX_WEBHOOKS - there }, () => addWebhook(admin)));
    refusal(await admin.post('/api/webhooks', body()), 'TOO_MANY_WEBHOOKS');
    refusal(await admin.post(`/api/webhooks/${gone.id}/restore`), 'TOO_MANY_WEBHOOKS');
    for (const { id } of made) await admin.delete(`/api/webhooks/${id}?version=1`).expect(200);
  }, 30_000);
});

describe('is for admins', () => {
  test('and for their programs that have the scope', async () => {
    const hook = await addWebhook(admin);
    for (const role of ['viewer', 'editor', 'reviewer'] as const) {
      const as = await desk.person(role);
      const path = `/api/webhooks/${hook.id}`;
      const asked = [
        ...[as.get('/api/webhooks'), as.post('/api/webhooks', body()), as.get(`${path}/deliveries`)],
        ...[
          as.patch(path, { version: 1, active: false }),
          as.delete(`${path}?version=1`),
          as.post(`${path}/restore`),
        ],
        ...[as.post(`${path}/secret`, { version: 1 }), as.post(`${path}/test`), as.get(`${path}/history`)],
        ...[
          as.get(`/api/webhook-deliveries/${uuidv7()}`),
          as.post(`/api/webhook-deliveries/${uuidv7()}/redeliver`),
        ],
      ];
      for (const one of asked) refusal(await one, 'NEEDS_ADMIN');
    }
    const program = async (as: Person) => {
      const made = await as.post('/api/tokens', { name: 'Set-up', scopes: ['webhooks'] });
      return desk.program(answer(CreateToken, made).secret ?? '');
    };
    answer(ListWebhooks, await (await program(admin)).get('/api/webhooks'));
    refusal(await (await program(editor)).get('/api/webhooks'), 'NEEDS_ADMIN');
    refusal(await desk.newcomer().get('/api/webhooks'), 'NOT_SIGNED_IN');
  });
});

describe('changing one', () => {
  test('makes who says where messages go its owner, and who stops it not', async () => {
    const { id } = await addWebhook(admin);
    const edit = async (more: object) => answer(EditWebhook, await second.patch(`/api/webhooks/${id}`, more));
    expect(await edit({ version: 1, active: false })).toMatchObject({
      active: false,
      ownerId: admin.id,
      version: 2,
    });
    expect(await edit({ version: 2, types: ['story.created'] })).toMatchObject({
      ...{ active: false, ownerId: second.id, types: ['story.created'], version: 3 },
    });
    // What is so already is no change.
    expect(await edit({ version: 3, active: false })).toMatchObject({ version: 3 });
    const events = await historyOf(desk, id);
    expect(events.map(({ payload }) => payload?.payload).slice(1)).toEqual([
      { before: { active: true }, after: { active: false } },
      {
        before: { types: expect.any(Array), ownerId: admin.id },
        after: { types: ['story.created'], ownerId: second.id },
      },
    ]);
    const { current } = refusal(
      await admin.patch(`/api/webhooks/${id}`, { version: 1, active: true }),
      'STALE_VERSION',
    );
    expect(current).toEqual(await listed(id));
    refusal(
      await admin.patch(`/api/webhooks/${id}`, { version: 3, url: 'https://127.0.0.1:99999' }),
      'INVALID',
    );
    refusal(await admin.patch(`/api/webhooks/${uuidv7()}`, { version: 1 }), 'NOT_FOUND');
  });

  test('withdrawn, it is shown so, takes no change, and comes back', async () => {
    const { id } = await addWebhook(admin);
    const path = `/api/webhooks/${id}`;
    refusal(await admin.delete(`${path}?version=9`), 'STALE_VERSION');
    const gone = answer(WithdrawWebhook, await admin.delete(`${path}?version=1`));
    expect(gone).toMatchObject({ withdrawn: true, can: ['restore'], version: 2 });
    expect(answer(ListWebhooks, await admin.get('/api/webhooks')).items.at(-1)?.withdrawn).toBe(true);
    for (const one of [
      admin.patch(path, { version: 2, active: false }),
      admin.delete(`${path}?version=2`),
      admin.post(`${path}/secret`, { version: 2 }),
      admin.post(`${path}/test`),
    ])
      refusal(await one, 'WITHDRAWN');
    const back = answer(RestoreWebhook, await second.post(`${path}/restore`));
    expect(back).toMatchObject({ withdrawn: false, ownerId: second.id, version: 3 });
    refusal(await admin.post(`${path}/restore`), 'NOT_WITHDRAWN');
  });

  test('another secret counts at once, the one before for a day beside it', async () => {
    await desk.db.prisma.webhook.updateMany({ data: { withdrawnAt: desk.clock.now } });
    const { id, secret: former } = await addWebhook(admin);
    const made = await admin.post(`/api/webhooks/${id}/secret`, { version: 1 });
    const { webhook, secret } = answer(RotateSecret, made);
    if (secret === null) throw new Error('a new secret is told');
    expect(secret).not.toBe(former);
    expect(Date.parse(webhook.formerUntil ?? '') - desk.clock.now.getTime()).toBeGreaterThan(86_000_000);
    const heard = receiver();
    const sends = deliverer(desk, heard.send);
    await createStory(editor);
    await sends.deliverDue();
    later(desk, 25);
    await createStory(editor);
    await sends.deliverDue();
    const [during, after] = heard.got;
    if (during === undefined || after === undefined) throw new Error('two messages were sent');
    expect(during.headers['webhook-signature']?.split(' ')).toEqual([
      signatureOf(secret, during),
      signatureOf(former, during),
    ]);
    expect(after.headers['webhook-signature']).toBe(signatureOf(secret, after));
    expect((await listed(id))?.formerUntil).toBeNull();
    refusal(await admin.post(`/api/webhooks/${id}/secret`, { version: 1 }), 'STALE_VERSION');
  });

  test('what is sealed under another key is not sent, and is found at the start', async () => {
    await desk.db.prisma.webhook.updateMany({ data: { withdrawnAt: desk.clock.now } });
    const { id } = await addWebhook(admin);
    expect(await opensWhatIsSealed(desk.db.prisma, desk.sourceKey)).toBe(true);
    expect(await opensWhatIsSealed(desk.db.prisma, Buffer.alloc(32, 7))).toBe(false);
    const secret = sealBytes(Buffer.alloc(32, 7), id, Buffer.alloc(32));
    await desk.db.prisma.webhook.update({ where: { id }, data: { secret } });
    const heard = receiver();
    await createStory(editor);
    await deliverer(desk, heard.send).deliverDue();
    expect(heard.got).toEqual([]);
    const { items } = answer(ListDeliveries, await admin.get(`/api/webhooks/${id}/deliveries`));
    expect(items[0]).toMatchObject({ state: 'failed', error: 'secret' });
  });
});

test('messages are listed a page at a time, and by what became of them', async () => {
  await desk.db.prisma.webhook.updateMany({ data: { withdrawnAt: desk.clock.now } });
  const { id } = await addWebhook(admin);
  const path = `/api/webhooks/${id}`;
  const tested: string[] = [];
  for (let made = 0; made < 5; made += 1)
    tested.unshift(answer(TestWebhook, await admin.post(`${path}/test`, { id: uuidv7() })).id);
  const page = async (query: string) => answer(ListDeliveries, await admin.get(`${path}/deliveries${query}`));
  const first = await page('?limit=2');
  const rest = await page(`?limit=10&cursor=${first.nextCursor}`);
  expect([...first.items, ...rest.items].map((item) => item.id)).toEqual(tested);
  expect(rest.nextCursor).toBeNull();
  expect((await page('?state=delivered')).items).toEqual([]);
  refusal(await admin.get(`${path}/deliveries?cursor=x`), 'INVALID');
  const again = await admin.post(`${path}/test`, { id: tested[0] });
  expect([again.status, answer(TestWebhook, again).id]).toEqual([200, tested[0]]);
});
