/**
 * One story's readers on this server. What happens is asked for once however many there are, and told to all of them as
 * the same bytes; who is behind catches up by pages, as fast as they take them.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ToldEvent } from '../history/history.queries.ts';
import { changeFrame, mayShutOut, presenceFrame } from './frames.ts';
import type { PresenceNow } from './presence.queries.ts';
import type { Reader } from './reader.ts';

/** What a channel asks of the rest of the server. */
export interface Asking {
  /** Where the story's stream ends at this moment. */
  readonly head: () => Promise<number>;
  /** The events after one, in order: a page of them. */
  readonly page: (after: number) => Promise<readonly ToldEvent[]>;
  /** Ask whether readers may go on, and send away those who may not. */
  readonly check: (readers: readonly Reader[]) => Promise<void>;
  readonly presence: () => Promise<PresenceNow>;
  readonly onError: (error: unknown) => void;
}

/** Milliseconds after which what the database did not answer is asked again. */
const ASKED_AGAIN = 500;

/** Milliseconds between two looks at who is there. */
const PRESENCE_EVERY = 1_000;

export class Channel {
  readonly readers = new Set<Reader>();
  readonly #ask: Asking;
  /** The last event that all who are live were told; null until it is known. */
  #position: number | null = null;
  #opened: Promise<void> | null = null;
  /** Goes up with each notice: a look that began before it may have missed what it tells of. */
  #notices = 0;
  #isLooking = false;
  /** A page that is being asked for, by the event it begins after: readers who come back together ask once. */
  readonly #pages = new Map<number, Promise<readonly ToldEvent[]>>();
  #presence: string | null = null;
  #presenceAt = 0;
  #presenceTimer: NodeJS.Timeout | undefined;
  #isPresenceAsked = false;

  constructor(ask: Asking) {
    this.#ask = ask;
  }

  /**
   * Let somebody in who has been put down among the readers before it was asked whether they may: what happens in
   * between concerns them as well.
   */
  async open(reader: Reader): Promise<void> {
    this.#opened ??= this.#ask.head().then((head) => {
      this.#position = head;
    });
    try {
      await this.#opened;
    } catch (error) {
      this.#opened = null;
      throw error;
    }
    // Of another history, such as one that was restored from before: it would wait for what it knows to happen again.
    reader.at = Math.min(reader.at, Math.max(this.#position ?? 0, await this.#headBeyond(reader.at)));
  }

  /** Tell a reader all that it has missed, then what happens. */
  async follow(reader: Reader): Promise<void> {
    while (!reader.isOver) {
      try {
        if (await this.#isUpToDate(reader)) return;
      } catch (error) {
        this.#ask.onError(error);
        await sleep(ASKED_AGAIN);
      }
    }
  }

  /** The stream has an event of this number, or more. */
  told(seq: number): void {
    if (this.#position !== null && seq <= this.#position) return;
    this.lookAgain();
  }

  /** There may be events that nobody was told of. */
  lookAgain(): void {
    this.#notices += 1;
    if (!this.#isLooking) void this.#look();
  }

  /** Tell somebody nothing more before it is known whether they may hear it. */
  doubt(reader: Reader): void {
    reader.doubts += 1;
    if (!reader.isLive) return;
    reader.isLive = false;
    void this.follow(reader);
  }

  /** Something happened to a person: where they are there, they may be so no more. */
  concerns(userId: string): void {
    if (this.#presence?.includes(userId)) this.presenceChanged();
  }

  /** Who is there may have changed. Told at once, and then once in a while. */
  presenceChanged(): void {
    if (this.#isPresenceAsked) return;
    this.#isPresenceAsked = true;
    const wait = Math.max(0, this.#presenceAt + PRESENCE_EVERY - performance.now());
    clearTimeout(this.#presenceTimer);
    this.#presenceTimer = setTimeout(() => void this.#lookWhoIsThere(), wait);
  }

  close(): void {
    clearTimeout(this.#presenceTimer);
  }

  /** @returns true once the reader is live */
  async #isUpToDate(reader: Reader): Promise<boolean> {
    while (!reader.isOver) {
      if (reader.isInDoubt) await this.#ask.check([reader]);
      else if (reader.at >= (this.#position ?? 0)) {
        reader.isLive = true;
        if (this.#presence === null) this.presenceChanged();
        else reader.send(Buffer.from(presenceFrame(this.#presence)));
        return true;
      } else {
        const events = await this.#page(reader.at);
        // The database was restored from before, under a server that knew more.
        if (events.length === 0) reader.at = this.#position ?? 0;
        // Who was shut out by one of them was let in before it.
        if (events.some(mayShutOut)) await this.#ask.check([reader]);
        if (!reader.isInDoubt) tell(reader, events);
        await reader.taken();
      }
    }
    return true;
  }

  async #look(): Promise<void> {
    this.#isLooking = true;
    let seen: number;
    do {
      seen = this.#notices;
      try {
        await this.#tellAll();
      } catch (error) {
        this.#ask.onError(error);
        await sleep(ASKED_AGAIN);
        seen = -1;
      }
    } while (seen !== this.#notices && this.readers.size > 0);
    this.#isLooking = false;
  }

  async #tellAll(): Promise<void> {
    await this.#opened;
    while (this.#position !== null && this.readers.size > 0) {
      const events = await this.#ask.page(this.#position);
      const last = events.at(-1);
      if (last === undefined) return;
      if (events.some(mayShutOut)) {
        await this.#ask.check([...this.readers]);
        this.presenceChanged();
      }
      const before = this.#position;
      this.#position = last.seq;
      const bytes = Buffer.from(events.map(changeFrame).join(''));
      for (const reader of this.readers) {
        if (!reader.isLive) continue;
        if (reader.at === before) {
          reader.at = last.seq;
          reader.send(bytes);
        } else tell(reader, events);
      }
    }
  }

  #page(after: number): Promise<readonly ToldEvent[]> {
    const asked = this.#pages.get(after);
    if (asked !== undefined) return asked;
    const page = this.#ask.page(after).finally(() => this.#pages.delete(after));
    this.#pages.set(after, page);
    return page;
  }

  async #headBeyond(at: number): Promise<number> {
    return at > (this.#position ?? 0) ? this.#ask.head() : 0;
  }

  async #lookWhoIsThere(): Promise<void> {
    this.#presenceAt = performance.now();
    this.#isPresenceAsked = false;
    try {
      const { presence, nextEnd } = await this.#ask.presence();
      if (presence !== this.#presence) {
        this.#presence = presence;
        const bytes = Buffer.from(presenceFrame(presence));
        for (const reader of this.readers) if (reader.isLive) reader.send(bytes);
      }
      // Somebody who says nothing more goes without a notice.
      if (nextEnd !== null && !this.#isPresenceAsked && this.readers.size > 0) {
        clearTimeout(this.#presenceTimer);
        this.#presenceTimer = setTimeout(() => this.presenceChanged(), Math.max(0, nextEnd) + 50);
      }
    } catch (error) {
      this.#ask.onError(error);
      if (this.readers.size > 0) this.presenceChanged();
    }
  }
}

/** Tell a reader those of these events that it has not been told, in one piece. */
function tell(reader: Reader, events: readonly ToldEvent[]): void {
  const news = events.filter(({ seq }) => seq > reader.at);
  const last = news.at(-1);
  if (last === undefined) return;
  reader.at = last.seq;
  reader.send(Buffer.from(news.map(changeFrame).join('')));
}
