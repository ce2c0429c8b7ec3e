/** One open stream of one reader, and how far it has been told. */
import type { Response } from 'express';
import type { Bye } from '../../contract/live.ts';
import { BEGINNING, byeFrame } from './frames.ts';
import type { Ticket } from './standing.queries.ts';

/** How slow a reader may be. */
export interface Patience {
  /** Bytes that wait to be taken, at most. */
  readonly bytes: number;
  /** Milliseconds in which a reader who is behind has to take something. */
  readonly ms: number;
}

export class Reader {
  readonly ticket: Ticket;
  /** The last event that it was told. */
  at: number;
  /** Told of what happens as it happens; until then it is catching up. */
  isLive = false;
  isOver = false;
  /** How often something happened that may have shut it out, and up to which of these times it is known not to have. */
  doubts = 0;
  cleared = 0;
  #hasBegun = false;
  #asking: NodeJS.Timeout | undefined;
  readonly #response: Response;
  readonly #patience: Patience;

  constructor(response: Response, ticket: Ticket, at: number, patience: Patience) {
    this.#response = response;
    this.ticket = ticket;
    this.at = at;
    this.#patience = patience;
  }

  /** It is told nothing before it is known whether it may hear it. */
  get isInDoubt(): boolean {
    return this.cleared < this.doubts;
  }

  /** From here on it is a stream. */
  begin(): void {
    this.#hasBegun = true;
    this.#response.status(200).set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
    this.#response.flushHeaders();
    this.#response.write(BEGINNING);
  }

  /** Whoever has not taken what was sent before is sent away: what waits for a reader stays bounded. */
  send(bytes: Buffer): void {
    if (this.isOver) return;
    if (this.#response.writableLength > this.#patience.bytes) this.bye('slow');
    else this.#response.write(bytes);
  }

  /** Once what was sent has been taken, for who is behind. Whoever takes nothing for long is sent away. */
  async taken(): Promise<void> {
    if (this.isOver || !this.#response.writableNeedDrain) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#response.off('drain', done).off('close', done);
        resolve();
      };
      const timer = setTimeout(() => {
        this.bye('slow');
        done();
      }, this.#patience.ms);
      this.#response.on('drain', done).on('close', done);
    });
  }

  /** Ask in so many milliseconds, and not when it was asked before, whether it may go on. */
  askIn(milliseconds: number, ask: () => void): void {
    this.askNoMore();
    if (!this.isOver) this.#asking = setTimeout(ask, milliseconds);
  }

  askNoMore(): void {
    clearTimeout(this.#asking);
  }

  /** Say why, and end. Nothing is sent after it; what has not begun is answered by whoever asked for it. */
  bye(because: Bye['because']): void {
    if (this.isOver) return;
    this.isOver = true;
    this.askNoMore();
    if (!this.#hasBegun) return;
    this.#response.end(byeFrame(because));
    // Whoever takes nothing does not take this either.
    const timer = setTimeout(() => this.#response.destroy(), this.#patience.ms);
    this.#response.once('close', () => clearTimeout(timer));
  }
}
