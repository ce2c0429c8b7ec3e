/** Everybody who follows stories on this server: told by the database, asked whether they still may, sent away at its end. */
import type { Response } from 'express';
import { Refusal } from '../../contract/problem.ts';
import { EVENTS_CHANNEL } from '../../database/listening.ts';
import { together } from '../../database/together.ts';
import type { Services } from '../../services.ts';
import { selectToldEvents } from '../history/history.queries.ts';
import { Channel } from './channel.ts';
import { HEARTBEAT } from './frames.ts';
import { deleteForgotten, PRESENCE_CHANNEL, selectPresence } from './presence.queries.ts';
import { type Patience, Reader } from './reader.ts';
import { type Standing, selectHeads, selectStandings, type Ticket } from './standing.queries.ts';

export interface LiveSettings {
  /** Milliseconds between two signs of life, at which it is asked whether readers may go on. */
  readonly heartbeat: number;
  readonly patience: Patience;
  /** Streams that one person may have open on this server. */
  readonly mostOfOne: number;
  /** Events in one page. */
  readonly page: number;
}

export const LIVE_SETTINGS: LiveSettings = {
  heartbeat: 15_000,
  patience: { bytes: 1024 * 1024, ms: 10_000 },
  mostOfOne: 100,
  page: 200,
};

export interface LiveHub {
  /** Streams that are open. */
  readonly size: number;
  /**
   * Tell somebody what happens in a story, until they go or are sent away.
   *
   * @param after the last event that they know
   * @throws Refusal NOT_FOUND also where the story is not for this person, NOT_SIGNED_IN, TOO_OFTEN for too many streams at once
   */
  follow(response: Response, ticket: Ticket, after: number): Promise<void>;
  /** Listen to the database from now on; without it that begins with the first reader. Done once it is heard. */
  start(): Promise<void>;
  /** Send everybody away to come back, and let nobody in any more. */
  close(): void;
}

export function liveHub(
  { db, now, log }: Pick<Services, 'db' | 'now' | 'log'>,
  settings: LiveSettings = LIVE_SETTINGS,
): LiveHub {
  const channels = new Map<string, Channel>();
  const ofPeople = new Map<string, Set<Reader>>();
  let stops: (() => void)[] = [];
  let beating: NodeJS.Timeout | undefined;
  let size = 0;
  let isClosed = false;

  const standingOf = together<Ticket, Standing>((tickets) => selectStandings(db.pool, now(), tickets), {
    most: 5_000,
    patience: 1_000,
  });
  /** What ends by itself ends then, and not at the sign of life after it. */
  const endIn = (reader: Reader, milliseconds: number): void => {
    if (milliseconds <= settings.heartbeat)
      reader.askIn(Math.max(0, milliseconds) + 1, () => channels.get(reader.ticket.articleId)?.doubt(reader));
  };
  const check = async (readers: readonly Reader[]): Promise<void> => {
    await Promise.all(
      readers.map(async (reader) => {
        // Whatever is doubted from here on is not what this asks.
        const { doubts } = reader;
        const { signedIn, allowed, endsIn } = await standingOf(reader.ticket);
        if (!signedIn) reader.bye('signed_out');
        else if (!allowed) reader.bye('not_allowed');
        else endIn(reader, endsIn);
        reader.cleared = Math.max(reader.cleared, doubts);
      }),
    );
  };

  const channelOf = (articleId: string): Channel => {
    const known = channels.get(articleId);
    if (known !== undefined) return known;
    const channel = new Channel({
      head: async () => (await selectHeads(db.pool, [articleId])).get(articleId) ?? 0,
      page: (after) => selectToldEvents(db.pool, articleId, { after, limit: settings.page }),
      check,
      presence: () => selectPresence(db.pool, articleId),
      onError: (error) => log.warn({ err: error }, 'a story could not be followed for a moment'),
    });
    channels.set(articleId, channel);
    return channel;
  };

  const toldOf = (payload: string): void => {
    const [streamId = '', seq = ''] = payload.split(':');
    channels.get(streamId)?.told(Number(seq));
    // Where it is a person's, their access may be gone, or one of their sessions.
    for (const reader of ofPeople.get(streamId) ?? []) channels.get(reader.ticket.articleId)?.doubt(reader);
    for (const channel of channels.values()) channel.concerns(streamId);
  };
  let hear = (): void => {};
  const heard = new Promise<void>((resolve) => {
    hear = resolve;
  });
  const missed = (): void => {
    hear();
    for (const channel of channels.values()) {
      for (const reader of channel.readers) channel.doubt(reader);
      channel.lookAgain();
      channel.presenceChanged();
    }
  };

  const beat = async (): Promise<void> => {
    const readers = [...channels.values()].flatMap((channel) => [...channel.readers]);
    for (const reader of readers) if (reader.isLive) reader.send(HEARTBEAT);
    if (readers.length === 0) return;
    // A notice may have got lost on a connection that broke without a word.
    for (const [id, head] of await selectHeads(db.pool, [...channels.keys()])) channels.get(id)?.told(head);
    await check(readers);
    await deleteForgotten(db.pool);
  };

  const start = (): Promise<void> => {
    if (stops.length > 0 || isClosed) return heard;
    stops = [
      db.listening.listen(EVENTS_CHANNEL, { told: toldOf, missed }),
      db.listening.listen(PRESENCE_CHANNEL, {
        told: (articleId) => channels.get(articleId)?.presenceChanged(),
        missed,
      }),
    ];
    beating = setInterval(
      () =>
        beat().catch((error: unknown) =>
          log.warn({ err: error }, 'who follows stories could not be checked'),
        ),
      settings.heartbeat,
    );
    return heard;
  };

  const enter = (reader: Reader): Channel => {
    const { articleId, userId } = reader.ticket;
    const channel = channelOf(articleId);
    channel.readers.add(reader);
    ofPeople.set(userId, (ofPeople.get(userId) ?? new Set()).add(reader));
    size += 1;
    return channel;
  };
  const leave = (reader: Reader, channel: Channel): void => {
    const { articleId, userId } = reader.ticket;
    reader.isOver = true;
    reader.askNoMore();
    if (!channel.readers.delete(reader)) return;
    size -= 1;
    const others = ofPeople.get(userId);
    others?.delete(reader);
    if (others?.size === 0) ofPeople.delete(userId);
    if (channel.readers.size > 0) return;
    channel.close();
    if (channels.get(articleId) === channel) channels.delete(articleId);
  };

  return {
    get size() {
      return size;
    },
    start,
    follow: async (response, ticket, after) => {
      if (isClosed) throw new Refusal('UNAVAILABLE');
      if ((ofPeople.get(ticket.userId)?.size ?? 0) >= settings.mostOfOne)
        throw new Refusal('TOO_OFTEN', { retryAfter: 30 });
      void start();
      const reader = new Reader(response, ticket, after, settings.patience);
      const channel = enter(reader);
      response.once('close', () => leave(reader, channel));
      try {
        const { signedIn, allowed, endsIn } = await standingOf(ticket);
        if (!signedIn) throw new Refusal('NOT_SIGNED_IN');
        if (!allowed) throw new Refusal('NOT_FOUND');
        endIn(reader, endsIn);
        await channel.open(reader);
      } catch (error) {
        leave(reader, channel);
        throw error;
      }
      // Sent away before it began.
      if (reader.isOver) throw new Refusal(isClosed ? 'UNAVAILABLE' : 'NOT_FOUND');
      reader.begin();
      await channel.follow(reader);
    },
    close: () => {
      isClosed = true;
      clearInterval(beating);
      for (const stop of stops) stop();
      for (const channel of channels.values())
        for (const reader of [...channel.readers]) {
          reader.bye('restart');
          leave(reader, channel);
        }
    },
  };
}
