/** Addresses that are told what happens, for tests: made, sent to, and what they got. */
import { createHmac } from 'node:crypto';
import { pino } from 'pino';
import {
  CreateWebhook,
  type Delivery,
  ListDeliveries,
  type WebhookMessage,
  type WebhookType,
} from '../../server/contract/webhooks.ts';
import { createDeliverer, type Deliverer } from '../../server/features/webhooks/deliverer.ts';
import type { Posted, Send, Sent } from '../../server/features/webhooks/send.ts';
import { answer } from './contract.ts';
import { type Desk, ORIGIN, type Person } from './desk.ts';

export const HOOK_URL = 'https://cms.example/hooks';
export const ALL_TYPES: readonly WebhookType[] = [
  ...(['story.created', 'story.signed_off', 'claim.verified', 'claim.returned', 'claim.expired'] as const),
];

export async function addWebhook(as: Person, body: object = {}) {
  const sent = { url: HOOK_URL, types: ALL_TYPES, ...body };
  const { webhook, secret } = answer(CreateWebhook, await as.post('/api/webhooks', sent));
  if (secret === null) throw new Error('a new webhook has a secret');
  return { ...webhook, secret };
}

/** What a receiver is sent, and what it answers: `200` unless a test says otherwise. */
export interface Receiver {
  readonly got: Posted[];
  readonly send: Send;
  answers: (message: Posted) => Sent | Promise<Sent>;
}

export const ok: Sent = { status: 200, asked: null };

export function receiver(): Receiver {
  const made: Receiver = {
    got: [],
    answers: () => ok,
    send: async (message) => {
      made.got.push(message);
      return made.answers(message);
    },
  };
  return made;
}

/** A server's sender, without its clock: it looks when a test has it look. No jitter. */
export function deliverer(desk: Desk, send: Send): Deliverer {
  const { db, historyKey, sourceKey, clock } = desk;
  const now = () => {
    clock.now = new Date(clock.now.getTime() + 1000);
    return clock.now;
  };
  const log = pino({ level: 'warn' }, { write: (line: string) => void desk.logged.push(line) });
  return createDeliverer(
    { db, historyKey, sourceKey, now, log, publicUrl: ORIGIN },
    { send, chance: () => 0 },
  );
}

export const messageOf = ({ body }: Posted): WebhookMessage => JSON.parse(body);

/** The signature as the specification has it, computed here and not by what is tested. */
export function signatureOf(secret: string, { headers, body }: Posted): string {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
}

/** Messages to an address, the newest first. */
export async function deliveriesOf(
  as: Person,
  { id }: { id: string },
  query = '',
): Promise<readonly Delivery[]> {
  return answer(ListDeliveries, await as.get(`/api/webhooks/${id}/deliveries${query}`)).items;
}
