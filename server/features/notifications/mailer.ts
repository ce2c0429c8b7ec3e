/**
 * Sends e-mail of what concerns people.
 *
 * As messages to webhooks are sent: one is taken, sent, and told of, each in a transaction of its own. If this server ends
 * in between, another takes it when its time is over and sends it again under the same Message-ID: at least once. What it
 * says is made when it is sent, for whom its reader is at that moment.
 */
import { DEFAULT_SETTINGS } from '../../contract/notifications.ts';
import { wayFor } from '../../domain/notifications/channels.ts';
import { type MailItem, mailAtOnce, mailOfDay, plain } from '../../domain/notifications/mail.ts';
import { mailWaitAfter, TOO_OLD_MS } from '../../domain/notifications/mail-schedule.ts';
import { lastDue } from '../../domain/notifications/summary.ts';
import type { Services } from '../../services.ts';
import {
  letGoOf,
  type MailResult,
  selectItems,
  selectReader,
  selectWaiting,
  type TakenMail,
  takeMail,
  tellMail,
  waitsInBin,
  writeSummary,
} from './mails.queries.ts';
import { LETTERS_AT_ONCE, type Letter, type SendLetter } from './smtp.ts';

export type MailerServices = Pick<Services, 'db' | 'now' | 'log' | 'publicUrl'>;

export interface Mailer {
  /** Put down the summaries that are due. Never rejects. */
  writeSummaries(): Promise<void>;
  /** Send all that is due. Never rejects. */
  sendDue(): Promise<void>;
  /** Look for what is due every so often. */
  start(): void;
  /** Take nothing more; wait a moment for what is being sent, and let go of the rest. */
  stop(): Promise<void>;
}

/** Milliseconds between two looks for what is to be sent, and for whose summary is due. */
const LOOKS_EVERY_MS = 2_000;
const SUMMARIES_EVERY_MS = 60_000;
/** Milliseconds after which one whose story lies in the bin is looked at again. */
const BIN_LOOKS_EVERY_MS = 60 * 60 * 1000;
/** Milliseconds for which a server's answer is waited for when this one stops. */
const GRACE_MS = 3_000;

/** @param chance from 0 to 1, for the jitter */
export function createMailer(
  services: MailerServices,
  { send, chance = Math.random }: { readonly send: SendLetter; readonly chance?: () => number },
): Mailer {
  const { db, now, log } = services;
  const lanes = new Set<Promise<void>>();
  const timers: NodeJS.Timeout[] = [];
  let stopping = false;
  const giveUp = new AbortController();

  const warn = (error: unknown) => log.warn({ err: error }, 'e-mail waits');

  /** One after the other, until none is due. */
  const drain = async (): Promise<void> => {
    while (!stopping) {
      const mail = await takeMail(db.prisma, now());
      if (mail === undefined) return;
      // There may be more of it: others look as well.
      openLane();
      const made = await letterOf(services, mail);
      const result = 'letter' in made ? await sent(mail, made.letter) : made.withheld;
      if (result === 'stopped') await letGoOf(db.prisma, mail, now());
      else if (result === 'binned')
        await letGoOf(db.prisma, mail, new Date(now().getTime() + BIN_LOOKS_EVERY_MS));
      else await tellMail(db.prisma, mail, result);
    }
  };

  const sent = async (mail: TakenMail, letter: Letter): Promise<MailResult | 'stopped'> => {
    const error = await send(letter, giveUp.signal);
    if (error === 'stopped') return error;
    if (error === null) return { state: 'delivered', error, nextAt: null };
    log.warn({ mail: mail.id, attempts: mail.attempts, error }, 'an e-mail was not taken');
    const wait = mailWaitAfter({ error, attempts: mail.attempts }, chance());
    if (wait === null) return { state: 'dead', error, nextAt: null };
    return { state: 'failed', error, nextAt: new Date(now().getTime() + wait) };
  };

  const openLane = (): void => {
    if (stopping || lanes.size >= LETTERS_AT_ONCE) return;
    const lane: Promise<void> = drain()
      .catch(warn)
      .finally(() => lanes.delete(lane));
    lanes.add(lane);
  };

  const sendDue = async (): Promise<void> => {
    openLane();
    while (lanes.size > 0) await Promise.all(lanes);
  };

  const writeSummaries = async (): Promise<void> => {
    try {
      const at = now();
      for (const { userId, since, settings } of await selectWaiting(db.prisma, at)) {
        if (stopping) return;
        const due = lastDue(at, settings ?? DEFAULT_SETTINGS);
        if (since < due.at) await db.prisma.$transaction((tx) => writeSummary(tx, userId, due, at));
      }
    } catch (error) {
      warn(error);
    }
  };

  return {
    writeSummaries,
    sendDue,
    start() {
      timers.push(
        setInterval(() => void sendDue(), LOOKS_EVERY_MS),
        setInterval(() => void writeSummaries(), SUMMARIES_EVERY_MS),
      );
    },
    async stop() {
      stopping = true;
      for (const timer of timers) clearInterval(timer);
      const grace = setTimeout(() => giveUp.abort(), GRACE_MS);
      while (lanes.size > 0) await Promise.all(lanes);
      clearTimeout(grace);
    },
  };
}

/** `binned`: it waits until its story is back, or it is too old. */
type Made = { readonly letter: Letter } | { readonly withheld: MailResult | 'binned' };

/** What is sent: to whom it is for at this moment, of what is left to tell them. */
async function letterOf({ db, now, publicUrl }: MailerServices, mail: TakenMail): Promise<Made> {
  const { prisma } = db;
  if (now().getTime() - mail.createdAt.getTime() > TOO_OLD_MS) return withheld('too_old');
  const reader = await selectReader(prisma, mail.userId);
  if (reader === undefined) return withheld('no_access');
  if (await waitsInBin(prisma, mail)) return { withheld: 'binned' };
  const items = (await selectItems(prisma, mail)).filter(
    ({ reason }) => wayFor(reader.ways, reason).mail !== 'none',
  );
  const [first] = items;
  if (first === undefined) return withheld('nothing_left');
  return { letter: lettered(publicUrl, mail, { reader, items, first }) };
}

function lettered(
  publicUrl: string,
  { id, notificationId, createdAt }: TakenMail,
  { reader, items, first }: { reader: Letter['to']; items: readonly MailItem[]; first: MailItem },
): Letter {
  return {
    ...(notificationId === null ? mailOfDay(publicUrl, items) : mailAtOnce(publicUrl, first)),
    to: { name: plain(reader.name), address: reader.address },
    messageId: `<${id}@${new URL(publicUrl).hostname}>`,
    date: createdAt,
  };
}

const withheld = (error: 'too_old' | 'no_access' | 'nothing_left'): Made => ({
  withheld: { state: 'dead', error, nextAt: null },
});
