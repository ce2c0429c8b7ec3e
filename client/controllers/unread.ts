/** How much a person has not read yet, kept fresh while Claimdesk is open. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Up to the app, from whoever was told how much is left to read. */
export class UnreadEvent extends Event {
  static readonly type = 'unread-count';
  constructor(readonly unread: number) {
    super(UnreadEvent.type, { bubbles: true, composed: true });
  }
}

/** Milliseconds between two looks. */
const LOOKS_EVERY = 60_000;

/**
 * Looks when it is asked to, every minute while the page is in sight, and when it comes back into it.
 *
 * A look that fails leaves what was known: the next one comes by itself.
 */
export class UnreadController implements ReactiveController {
  /** Null until it is known. */
  unread: number | null = null;

  readonly #host: ReactiveControllerHost;
  readonly #look: () => Promise<number | null>;
  #timer: ReturnType<typeof setInterval> | undefined;
  #looking = false;
  /** Counts what was told by others: a look from before is older than that. */
  #told = 0;

  /** `look` finds out; null where nobody is signed in. */
  constructor(host: ReactiveControllerHost, look: () => Promise<number | null>) {
    this.#host = host;
    this.#look = look;
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(this.#onTime, LOOKS_EVERY);
    window.addEventListener('focus', this.#onTime);
    document.addEventListener('visibilitychange', this.#onTime);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    window.removeEventListener('focus', this.#onTime);
    document.removeEventListener('visibilitychange', this.#onTime);
  }

  readonly #onTime = (): void => {
    if (document.visibilityState === 'visible') void this.look();
  };

  /** One look at a time: a server that is slow is not asked more often for it. */
  async look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    const before = this.#told;
    try {
      const unread = await this.#look();
      if (before === this.#told) this.#take(unread);
    } catch {
      // The next look comes by itself.
    } finally {
      this.#looking = false;
    }
  }

  /** Somebody else was told by the server. */
  tell(unread: number): void {
    this.#told += 1;
    this.#take(unread);
  }

  #take(unread: number | null): void {
    if (unread === this.unread) return;
    this.unread = unread;
    this.#host.requestUpdate();
  }
}
