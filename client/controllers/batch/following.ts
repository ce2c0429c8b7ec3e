/** An import as it goes on. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Import } from '../../../server/contract/imports.ts';
import { getImport } from '../../api/imports.ts';
import { type ApiProblem, asProblem, isAbort } from '../../api/problem.ts';
import { type Sending, sendingOf } from './sending.ts';

/** Milliseconds between two looks. */
const EACH = 1000;

/** Looks again and again while there is something to do and the page is in sight. */
export class FollowingController implements ReactiveController {
  now: Import | null = null;
  problem: ApiProblem | null = null;

  readonly #host: ReactiveControllerHost;
  readonly #id: () => string;
  /** Told what it was and what it is. */
  readonly #changed: (before: Import | null, now: Import) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking: AbortController | null = null;
  #sending: Sending | undefined;

  constructor(
    host: ReactiveControllerHost,
    id: () => string,
    changed: (before: Import | null, now: Import) => void,
  ) {
    this.#host = host;
    this.#id = id;
    this.#changed = changed;
    host.addController(this);
  }

  /** The files that are on their way from here; undefined where none are. */
  get sending(): Sending | undefined {
    return this.#sending;
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look);
    this.follow(sendingOf(this.#id()));
    void this.#look();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look);
    this.#sending?.removeEventListener('change', this.#onSending);
    clearTimeout(this.#timer);
    this.#looking?.abort();
  }

  follow(sending: Sending | undefined): void {
    this.#sending?.removeEventListener('change', this.#onSending);
    this.#sending = sending;
    sending?.addEventListener('change', this.#onSending);
    this.#host.requestUpdate();
  }

  /** What an act answered. */
  set(now: Import): void {
    const before = this.now;
    this.now = now;
    this.problem = null;
    this.#changed(before, now);
    this.#host.requestUpdate();
    this.#later();
  }

  readonly #onSending = (): void => {
    this.#host.requestUpdate();
  };

  readonly #look = async (): Promise<void> => {
    clearTimeout(this.#timer);
    if (document.hidden && this.now !== null) return;
    this.#looking?.abort();
    const looking = new AbortController();
    this.#looking = looking;
    try {
      const now = await getImport(this.#id(), looking.signal);
      if (!looking.signal.aborted) this.set(now);
    } catch (thrown) {
      if (isAbort(thrown) || looking.signal.aborted) return;
      this.problem = asProblem(thrown);
      this.#host.requestUpdate();
      this.#later();
    }
  };

  #later(): void {
    clearTimeout(this.#timer);
    const isOver = this.now !== null && this.now.finishedAt !== null;
    const isNothing = this.now === null && this.problem?.code === 'NOT_FOUND';
    if (!isOver && !isNothing) this.#timer = setTimeout(this.#look, EACH);
  }
}
