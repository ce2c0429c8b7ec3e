/**
 * Sends what addresses are to be told.
 *
 * A message is taken, sent, and told of, each in a transaction of its own: nothing is locked while another host thinks about its answer. If this
 * server ends in between, another takes the message when its time is over and sends it again under the same id: at
 * least once, as the specification has it. To one address messages go one after the other, to several at the same time.
 */
import { appendEvent } from '../../database/events.ts';
import { stopsAfter, waitAfter } from '../../domain/webhooks/schedule.ts';
import { sign } from '../../domain/webhooks/signing.ts';
import type { Services } from '../../services.ts';
import { CannotOpen } from '../sources/sealed.ts';
import {
  holdTaken,
  keepBody,
  letGo,
  type Result,
  selectDueWebhooks,
  type Taken,
  takeNext,
  tellResult,
} from './due.queries.ts';
import { signingKeys } from './keys.ts';
import { makeMessage, type Withheld, whyWithheld } from './message.ts';
import type { Send, Sent } from './send.ts';
import { lockOptionalWebhook } from './webhooks.queries.ts';

export type DelivererServices = Pick<
  Services,
  'db' | 'historyKey' | 'sourceKey' | 'now' | 'log' | 'publicUrl'
>;

export interface Deliverer {
  /** Send all that is due, to addresses that this server is not sending to already. Never rejects. */
  deliverDue(): Promise<void>;
  /** Look for what is due every so often. */
  start(): void;
  /** Take nothing more; wait a moment for what is being sent, and let go of the rest. */
  stop(): Promise<void>;
}

/** Milliseconds between two looks. */
const LOOKS_EVERY_MS = 1_000;
/** Milliseconds after which a message whose story lies in the bin is looked at again. */
const BIN_LOOKS_EVERY_MS = 60 * 60 * 1000;
/** Milliseconds for which an answer is waited for when the server stops. */
const GRACE_MS = 3_000;

/** @param chance from 0 to 1, for the jitter */
export function createDeliverer(
  services: DelivererServices,
  { send, chance = Math.random }: { readonly send: Send; readonly chance?: () => number },
): Deliverer {
  const { db, now, log } = services;
  const busy = new Map<string, Promise<void>>();
  const giveUp = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;

  const warn = (error: unknown) => log.warn({ err: error }, 'messages of a webhook wait');

  /** One after the other, until none is due. */
  const drain = async (webhookId: string): Promise<void> => {
    while (!stopping) {
      const taken = await takeNext(db.prisma, webhookId, now());
      if (taken === undefined) return;
      const result = await deliver(services, taken, { send, chance, signal: giveUp.signal });
      if (result === 'stopped') await letGo(db.prisma, taken, now());
      else if (result === 'binned')
        await letGo(db.prisma, taken, new Date(now().getTime() + BIN_LOOKS_EVERY_MS));
      else if (result !== 'gone') await tell(services, taken, result);
    }
  };

  const deliverDue = async (): Promise<void> => {
    if (stopping) return;
    try {
      for (const id of await selectDueWebhooks(db.prisma, now())) {
        if (busy.has(id)) continue;
        busy.set(
          id,
          drain(id)
            .catch(warn)
            .finally(() => busy.delete(id)),
        );
      }
    } catch (error) {
      warn(error);
    }
    await Promise.all(busy.values());
  };

  return {
    deliverDue,
    start() {
      // A look does not wait for what an earlier one is still sending.
      timer = setInterval(() => void deliverDue(), LOOKS_EVERY_MS);
    },
    async stop() {
      stopping = true;
      clearInterval(timer);
      const grace = setTimeout(() => giveUp.abort(), GRACE_MS);
      await Promise.all(busy.values());
      clearTimeout(grace);
    },
  };
}

interface Sending {
  readonly send: Send;
  readonly chance: () => number;
  readonly signal: AbortSignal;
}

/** One try. */
async function deliver(
  services: DelivererServices,
  taken: Taken,
  sending: Sending,
): Promise<Result | 'stopped' | 'binned' | 'gone'> {
  const { sourceKey, now } = services;
  const at = now();
  const words = await wordsOf(services, taken);
  if (words === 'gone') return words;
  if ('withheld' in words) {
    const { withheld } = words;
    return withheld === 'binned' ? withheld : { state: 'dead', status: null, error: withheld, nextAt: null };
  }
  const sent = await signedAndSent(taken, words.body, at, { ...sending, sourceKey });
  return sent === 'stopped' ? sent : resultOf(taken, sent, { at: now(), chance: sending.chance() });
}

/**
 * What is sent: the same as at the first try, as long as its owner may see the story. `binned`: not yet. `gone`: what it tells
 * was erased since it was taken, or another took it.
 */
async function wordsOf(
  { db, publicUrl }: DelivererServices,
  taken: Taken,
): Promise<{ readonly body: string } | { readonly withheld: Withheld } | 'gone'> {
  if (taken.body !== null) {
    const withheld = await whyWithheld(db.prisma, taken);
    return withheld === null ? { body: taken.body } : { withheld };
  }
  return db.prisma.$transaction(async (tx) => {
    if (!(await holdTaken(tx, taken))) return 'gone';
    const made = await makeMessage(tx, publicUrl, taken);
    if ('withheld' in made) return made;
    const body = JSON.stringify(made.message);
    await keepBody(tx, taken, body);
    return { body };
  });
}

async function signedAndSent(
  taken: Taken,
  body: string,
  at: Date,
  { send, signal, sourceKey }: Sending & { readonly sourceKey: Buffer },
): Promise<Sent> {
  try {
    const keys = signingKeys(sourceKey, { ...taken, id: taken.webhookId }, at);
    return await send(
      { url: taken.url, headers: { ...sign(keys, { id: taken.id, at, body }) }, body },
      signal,
    );
  } catch (error) {
    if (error instanceof CannotOpen) return { error: 'secret' };
    throw error;
  }
}

function resultOf(
  taken: Taken,
  sent: Exclude<Sent, 'stopped'>,
  { at, chance }: { readonly at: Date; readonly chance: number },
): Result {
  const status = 'status' in sent ? sent.status : null;
  if (status !== null && status >= 200 && status < 300)
    return { state: 'delivered', status, error: null, nextAt: null };
  const error = 'error' in sent ? sent.error : 'answer';
  const wait =
    status === 410 ? null : waitAfter(taken, { chance, asked: 'asked' in sent ? sent.asked : null });
  if (wait === null) return { state: 'dead', status, error, nextAt: null };
  return { state: 'failed', status, error, nextAt: new Date(at.getTime() + wait) };
}

/** Write down what came of a try, and what that says about the address. */
async function tell(services: DelivererServices, taken: Taken, result: Result): Promise<void> {
  const { db, now } = services;
  await db.prisma.$transaction(async (tx) => {
    // The address before its message, as everyone who changes both.
    const hook = await lockOptionalWebhook(tx, taken.webhookId);
    if (!(await tellResult(tx, taken, result)) || hook === undefined || wasWithheld(result)) return;
    if (result.state === 'delivered') {
      if (hook.failingSince !== null)
        await tx.webhook.update({ where: { id: hook.id }, data: { failingSince: null } });
      return;
    }
    const at = now();
    const failingSince = hook.failingSince ?? at;
    const because = hook.active ? stopsAfter(result.status, { failingSince, at }) : null;
    await tx.webhook.update({
      where: { id: hook.id },
      data: {
        failingSince,
        ...(because === null ? {} : { active: false, stoppedBecause: because, version: { increment: 1 } }),
      },
    });
    if (because === null) return;
    await appendEvent(tx, services.historyKey, {
      stream: { kind: 'webhook', id: hook.id },
      type: 'webhook.stopped',
      at,
      // Nobody did it.
      actor: { id: hook.id, name: 'Claimdesk' },
      data: { before: { active: true }, after: { active: false }, because, delivery: taken.id },
    });
  });
}

/** It was not sent at all, which says nothing about the address. */
const wasWithheld = ({ error }: Result): boolean => error === 'not_for_owner' || error === 'erased';
