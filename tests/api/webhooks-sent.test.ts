/** What addresses are told: each type by what makes it, once, signed, and never more than its owner may see. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { GetClaim } from '../../server/contract/claims.ts';
import { type MessageType, WebhookMessage } from '../../server/contract/webhooks.ts';
import { forgetOldDeliveries } from '../../server/features/webhooks/deliveries.service.ts';
import { sender } from '../../server/features/webhooks/send.ts';
import { addEvidence, cite, claimNow } from '../support/attached.ts';
import { createStory, mark, review, type Story, verify } from '../support/claims.ts';
import { answer } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { useWeb } from '../support/https-host.ts';
import { later } from '../support/people.ts';
import { signedOffStory } from '../support/sign-off.ts';
import { exportedStory, importedStory, underOtherIds } from '../support/stories.ts';
import {
  addWebhook,
  deliverer,
  deliveriesOf,
  messageOf,
  type Receiver,
  receiver,
  signatureOf,
} from '../support/webhooks.ts';

const desk = useDesk();
const web = useWeb();
let admin: Person;
let editor: Person;
let reviewer: Person;

beforeAll(async () => {
  admin = await desk.person('admin');
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
});

const RETURNED = { decision: 'returned', reasonCode: 'figure_differs', note: 'Which register?' };
const marked = (story: Story) => mark(editor, story, '120 passengers');
const verified = async (story: Story, body: object = {}) => verify(editor, await marked(story), body);
const passed = async (story: Story) => review(reviewer, await verified(story));

/** An address of this test's own. The others of the file are withdrawn, so that one receiver hears of it. */
async function listening(body: object = {}, as: Person = admin) {
  await desk.db.prisma.webhook.updateMany({ data: { withdrawnAt: desk.clock.now } });
  const hook = await addWebhook(as, body);
  const heard: Receiver = receiver();
  const sends = deliverer(desk, heard.send);
  const types = async (): Promise<MessageType[]> => {
    await sends.deliverDue();
    return heard.got.map((message) => messageOf(message).type);
  };
  return { hook, heard, sends, types };
}

describe('is told', () => {
  const CASES: Readonly<
    Record<string, { readonly by: (story: Story) => Promise<unknown>; readonly told: readonly MessageType[] }>
  > = {
    'a mark': { by: marked, told: [] },
    'a verdict that nobody looked at': { by: (story) => verified(story), told: [] },
    'an accurate one that was passed': { by: passed, told: ['claim.verified'] },
    'one that was found inaccurate, and passed': {
      by: async (story) =>
        review(reviewer, await verified(story, { verdict: 'inaccurate', correction: '112 passengers' })),
      told: [],
    },
    'one that was returned': {
      by: async (story) => review(reviewer, await verified(story), RETURNED),
      told: ['claim.returned'],
    },
    'a review taken back and given again': {
      by: async (story) => {
        const claim = await passed(story);
        await reviewer.delete(`/api/claims/${claim.id}/review?version=${claim.version}`).expect(200);
        await review(reviewer, await claimNow(editor, claim));
      },
      told: ['claim.verified', 'claim.verified'],
    },
    'evidence that reopens the review, and another look': {
      by: async (story) => {
        const claim = await passed(story);
        await cite(editor, claim, { evidenceId: (await addEvidence(editor, story)).id });
        await review(reviewer, await claimNow(editor, claim));
      },
      told: ['claim.verified', 'claim.verified'],
    },
    'a verified claim withdrawn and brought back': {
      by: async (story) => {
        const claim = await passed(story);
        await editor.delete(`/api/claims/${claim.id}?version=${claim.version}`).expect(200);
        await editor.post(`/api/claims/${claim.id}/restore`).expect(200);
      },
      told: ['claim.verified', 'claim.verified'],
    },
    'a claim without a verdict withdrawn and brought back': {
      by: async (story) => {
        const claim = await marked(story);
        await editor.delete(`/api/claims/${claim.id}?version=${claim.version}`).expect(200);
        await editor.post(`/api/claims/${claim.id}/restore`).expect(200);
      },
      told: [],
    },
    'other details under a verdict': {
      by: async (story) => {
        const { id, version } = await passed(story);
        await editor
          .patch(`/api/claims/${id}`, { version, details: { about: 'quantity', value: '130' } })
          .expect(200);
      },
      told: ['claim.verified', 'claim.expired'],
    },
    'other details without one': {
      by: async (story) => {
        const { id, version } = await marked(story);
        await editor
          .patch(`/api/claims/${id}`, { version, details: { about: 'quantity', value: '130' } })
          .expect(200);
      },
      told: [],
    },
    'a newer text with other words': {
      by: async (story) => {
        await passed(story);
        const text = story.revision.text.replace('120 passengers', '130 passengers');
        await editor.post(`/api/articles/${story.id}/revisions`, { baseRevision: 1, text }).expect(201);
      },
      told: ['claim.verified', 'claim.expired'],
    },
    'a newer text without them': {
      by: async (story) => {
        await passed(story);
        const text = 'Storm over\n\nThe sea is calm again.';
        await editor.post(`/api/articles/${story.id}/revisions`, { baseRevision: 1, text }).expect(201);
      },
      told: ['claim.verified', 'claim.expired'],
    },
    'a newer text that leaves the claim as it was': {
      by: async (story) => {
        await passed(story);
        const text = `${story.revision.text}\n\nIt is cold.`;
        await editor.post(`/api/articles/${story.id}/revisions`, { baseRevision: 1, text }).expect(201);
      },
      told: ['claim.verified'],
    },
  };

  test.each(Object.entries(CASES))('of %s', async (_name, { by, told }) => {
    const story = await createStory(editor);
    const { types } = await listening();
    await by(story);
    expect(await types()).toEqual(told);
  });

  test('of stories: made, imported and signed off', async () => {
    const { types } = await listening();
    await createStory(editor);
    expect(await types()).toEqual(['story.created']);
    await signedOffStory({ editor, reviewer });
    expect(await types()).toEqual(['story.created', 'story.created', 'claim.verified', 'story.signed_off']);
    const { document } = await exportedStory(editor, await createStory(editor));
    await importedStory(editor, underOtherIds(document));
    expect((await types()).slice(4)).toEqual(['story.created', 'story.created']);
  });

  test('only what it asked for, and nothing from before', async () => {
    const story = await createStory(editor);
    const claim = await verified(story);
    const { types } = await listening({ types: ['claim.verified'] });
    await createStory(editor);
    await review(reviewer, claim);
    expect(await types()).toEqual(['claim.verified']);
  });

  test('nothing of what was refused', async () => {
    const story = await createStory(editor);
    const claim = await verified(story);
    const { types } = await listening();
    await editor
      .put(`/api/claims/${claim.id}/review`, { version: claim.version, decision: 'passed' })
      .expect(403);
    await reviewer.put(`/api/claims/${claim.id}/review`, { version: 1, decision: 'passed' }).expect(409);
    expect(await types()).toEqual([]);
  });

  test('nothing twice where a write is repeated', async () => {
    const story = await createStory(editor);
    const claim = await verified(story);
    const { types } = await listening();
    const body = { version: claim.version, decision: 'passed' };
    for (const _time of [1, 2])
      await reviewer
        .put(`/api/claims/${claim.id}/review`, body)
        .set('Idempotency-Key', uuidv7())
        .expect((res) => {
          expect([200, 409]).toContain(res.status);
        });
    expect(await types()).toEqual(['claim.verified']);
  });
});

describe('a message', () => {
  test('holds the story, the claim as the API shows it, and its place in the history', async () => {
    const story = await createStory(editor);
    const { heard, sends, hook } = await listening();
    const claim = await passed(story);
    await sends.deliverDue();
    const [got] = heard.got;
    if (got === undefined) throw new Error('nothing came');
    const message = WebhookMessage.parse(messageOf(got));
    const { items } = (await editor.get(`/api/articles/${story.id}/history`)).body;
    const event = items.at(-1);
    expect(message).toEqual({
      type: 'claim.verified',
      timestamp: event.at,
      data: {
        story: {
          ...{ id: story.id, title: story.title, status: 'checking', revision: 1, version: story.version },
          url: `http://claimdesk.test/stories/${story.id}`,
        },
        seq: event.seq,
        hash: event.hash,
        claim: answer(GetClaim, await admin.get(`/api/claims/${claim.id}`)),
      },
    });
    const [listed] = await deliveriesOf(admin, hook);
    expect(listed).toMatchObject({
      ...{
        id: got.headers['webhook-id'],
        state: 'delivered',
        attempts: 1,
        status: 200,
        error: null,
        nextAt: null,
      },
      ...{ type: 'claim.verified', claimId: claim.id, seq: event.seq },
      story: { id: story.id, title: story.title },
    });
    const { body } = (await admin.get(`/api/webhook-deliveries/${listed?.id}`)).body;
    expect(body).toBe(got.body);
  });

  test('is signed so that the receiver can check it, over a real connection', async () => {
    const got: { headers: Record<string, string>; body: string; path: string; type: string }[] = [];
    const host = await web.host('cms.web.test', (req, res) => {
      const parts: Buffer[] = [];
      req.on('data', (part: Buffer) => parts.push(part));
      req.on('end', () => {
        const headers = Object.fromEntries(
          Object.entries(req.headers).map(([name, value]) => [name, String(value)]),
        );
        const body = Buffer.concat(parts).toString('utf8');
        got.push({ headers, body, path: req.url ?? '', type: String(req.headers['content-type']) });
        res.writeHead(204).end();
      });
    });
    const { hook } = await listening({ url: `${host.origin}/in?desk=1` });
    await createStory(editor, { title: 'Fähre gesunken — 41 Tote 🚢' });
    await deliverer(desk, sender({ privateWebhooks: false }, web.rules)).deliverDue();
    expect(got).toHaveLength(1);
    const [{ headers, body, path, type } = { headers: {}, body: '', path: '', type: '' }] = got;
    expect([path, type]).toEqual(['/in?desk=1', 'application/json']);
    expect(headers['webhook-signature']).toBe(signatureOf(hook.secret, { url: '', headers, body }));
    expect(messageOf({ url: '', headers, body }).data).toMatchObject({
      story: { title: 'Fähre gesunken — 41 Tote 🚢' },
    });
    expect(headers['webhook-id']).toMatch(/^[0-9a-f-]{36}$/);
    const [listed] = await deliveriesOf(admin, hook);
    expect(listed).toMatchObject({ id: headers['webhook-id'], state: 'delivered', status: 204 });
  });

  test('goes to no redirect, and the answer is kept as a failure', async () => {
    let reached = 0;
    const elsewhere = await web.host('elsewhere.web.test', (_req, res) => {
      reached += 1;
      res.end();
    });
    const host = await web.host('moved.web.test', (_req, res) => {
      res.writeHead(308, { Location: elsewhere.origin }).end();
    });
    const { hook } = await listening({ url: host.origin });
    await createStory(editor);
    await deliverer(desk, sender({ privateWebhooks: false }, web.rules)).deliverDue();
    expect(reached).toBe(0);
    expect((await deliveriesOf(admin, hook))[0]).toMatchObject({
      state: 'failed',
      status: 308,
      error: 'answer',
    });
  });

  test('goes to no address that is not public', async () => {
    const host = await web.host('inside.web.test', (_req, res) => res.end());
    const { hook } = await listening({ url: host.origin });
    await createStory(editor);
    const { mayReach: _any, ...rules } = web.rules;
    await deliverer(desk, sender({ privateWebhooks: false }, rules)).deliverDue();
    expect(host.connections()).toBe(0);
    expect((await deliveriesOf(admin, hook))[0]).toMatchObject({
      state: 'failed',
      status: null,
      error: 'private',
    });
    later(desk, 1);
    await deliverer(desk, sender({ privateWebhooks: true }, rules)).deliverDue();
    expect((await deliveriesOf(admin, hook))[0]).toMatchObject({ state: 'delivered' });
  });
});

describe('through the eyes of its owner', () => {
  const restricted = (memberIds: string[] = []) => createStory(editor, { access: 'restricted', memberIds });
  const isWithheld = { state: 'dead', error: 'not_for_owner', attempts: 1, status: null };
  /** As they lie in the database: nobody else may list them. */
  const stored = (webhookId: string) =>
    desk.db.prisma.webhookDelivery.findMany({ where: { webhookId }, orderBy: { createdAt: 'asc' } });

  test('a restricted story is told of where the owner is one of its people, and not else', async () => {
    const { hook, heard, types } = await listening();
    await restricted();
    expect(await types()).toEqual([]);
    expect(await deliveriesOf(admin, hook)).toEqual([]);
    expect(await stored(hook.id)).toMatchObject([isWithheld]);
    const theirs = await restricted([admin.id]);
    expect(await types()).toEqual(['story.created']);
    expect(heard.got[0]?.body).toContain(theirs.id);
  });

  test('a story that was closed to them after the first try is not sent again', async () => {
    const { hook, heard, sends } = await listening();
    heard.answers = () => ({ status: 500, asked: null });
    const story = await createStory(editor);
    await sends.deliverDue();
    await editor.patch(`/api/articles/${story.id}`, { version: 1, access: 'restricted' }).expect(200);
    later(desk, 1);
    await sends.deliverDue();
    expect(heard.got).toHaveLength(1);
    expect(await deliveriesOf(admin, hook)).toEqual([]);
    expect(await stored(hook.id)).toMatchObject([{ state: 'dead', error: 'not_for_owner' }]);
    expect((await admin.get('/api/webhooks')).body.items[0].active).toBe(true);
  });

  test('of a story in the bin nothing is sent before it is back', async () => {
    const { hook, heard, types } = await listening();
    const story = await createStory(editor);
    await editor.delete(`/api/articles/${story.id}?version=1`).expect(200);
    expect(await types()).toEqual([]);
    expect(await stored(hook.id)).toMatchObject([{ state: 'pending', error: null, attempts: 0, tries: 0 }]);
    await editor.post(`/api/articles/${story.id}/restore`).expect(200);
    later(desk, 2);
    expect(await types()).toEqual(['story.created']);
    expect(heard.got[0]?.body).toContain(story.id);
  });

  test('what waited for a story in the bin longer than messages are kept is not sent when it is back', async () => {
    const { hook, types } = await listening();
    const story = await createStory(editor);
    await editor.delete(`/api/articles/${story.id}?version=1`).expect(200);
    expect(await types()).toEqual([]);
    later(desk, 30 * 24 - 1);
    await forgetOldDeliveries(desk.db, desk.clock.now);
    expect(await types()).toEqual([]);
    expect(await stored(hook.id)).toMatchObject([{ state: 'pending', error: null, tries: 0 }]);
    later(desk, 2);
    await forgetOldDeliveries(desk.db, desk.clock.now);
    expect(await stored(hook.id)).toEqual([]);
    await editor.post(`/api/articles/${story.id}/restore`).expect(200);
    later(desk, 2);
    expect(await types()).toEqual([]);
  });

  test('who sets the address is told what they may see, and no longer what its former owner may', async () => {
    const second = await desk.person('admin');
    const { hook, types } = await listening();
    await restricted([admin.id]);
    await second.patch(`/api/webhooks/${hook.id}`, { version: 1, url: 'https://second.example' }).expect(200);
    expect(await types()).toEqual([]);
    expect(await stored(hook.id)).toMatchObject([isWithheld]);
  });

  test('an owner who is no admin any more is told nothing; what waits goes to who takes over', async () => {
    const second = await desk.person('admin');
    const { hook, types } = await listening({}, second);
    await admin.patch(`/api/users/${second.id}`, { version: 1, role: 'editor' }).expect(200);
    await createStory(editor);
    expect(await types()).toEqual([]);
    expect((await admin.get('/api/webhooks')).body.items[0]).toMatchObject({ stopped: 'owner', waiting: 1 });
    await admin.patch(`/api/webhooks/${hook.id}`, { version: 1, active: true }).expect(200);
    expect(await types()).toEqual(['story.created']);
    expect((await admin.get('/api/webhooks')).body.items[0]).toMatchObject({
      stopped: null,
      ownerId: admin.id,
    });
  });

  test('what was erased is told to nobody, and its words are gone from what was sent', async () => {
    const { hook, heard, sends } = await listening();
    const story = await createStory(editor);
    await sends.deliverDue();
    const claim = await passed(story);
    const { items } = (await editor.get(`/api/articles/${story.id}/history`)).body;
    const seq = items.findLast(({ type }: { type: string }) => type === 'review.passed').seq;
    await admin
      .delete(`/api/articles/${story.id}/history/${seq}`, { reason: 'A court says so.' })
      .expect(200);
    await sends.deliverDue();
    expect(heard.got).toHaveLength(1);
    const [erased, sent] = await deliveriesOf(admin, hook);
    expect(erased).toMatchObject({ state: 'dead', error: 'erased', claimId: claim.id });
    expect(sent).toMatchObject({ state: 'delivered', type: 'story.created' });
    expect((await stored(hook.id)).map(({ body }) => body)).toEqual([null, null]);
    await admin.post(`/api/webhook-deliveries/${erased?.id}/redeliver`).expect(200);
    await admin.post(`/api/webhook-deliveries/${sent?.id}/redeliver`).expect(200);
    await sends.deliverDue();
    expect(heard.got.map(({ headers }) => headers['webhook-id'])).toEqual([sent?.id, sent?.id]);
    expect((await deliveriesOf(admin, hook))[0]).toMatchObject({ state: 'dead', error: 'erased' });
  });
});
