/** The histories that a story brought along: one of each newsroom that it came through. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AnswerOf } from '../../server/contract/endpoint.ts';
import type { GetHistoryElsewhere, PastEvent } from '../../server/contract/stories.ts';

type Answer = AnswerOf<typeof GetHistoryElsewhere>;
export type From = NonNullable<Answer['from']>;

export interface HistoryElsewhere {
  readonly from: From;
  /** Its first events, as far as they are here. */
  readonly items: readonly PastEvent[];
}

/**
 * Holds them, the newest first, and which is looked at. They lie beside the story's own history: where they cannot be had,
 * that one is there all the same.
 */
export class HistoriesElsewhereController implements ReactiveController {
  all: readonly HistoryElsewhere[] = [];
  /** Which is looked at: 1 for the newest, as the server counts. */
  depth = 1;
  /** True while further events of the one that is looked at are fetched. */
  busy = false;
  /** True where there is an older one that could not be had. */
  lacksOlder = false;

  readonly #host: ReactiveControllerHost;
  readonly #read: (depth: number, after: number) => Promise<Answer>;
  #walking = false;

  constructor(host: ReactiveControllerHost, read: (depth: number, after: number) => Promise<Answer>) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  hostConnected(): void {
    void this.older();
  }

  /** Fetch those that are not here yet: only the one before tells whether there is another. */
  async older(): Promise<void> {
    if (this.#walking) return;
    this.#walking = true;
    this.lacksOlder = false;
    this.#host.requestUpdate();
    try {
      while (this.all.at(-1)?.from.isOlder ?? true) {
        const { from, items } = await this.#read(this.all.length + 1, 0);
        if (from === null) break;
        this.all = [...this.all, { from, items }];
        this.#host.requestUpdate();
      }
    } catch {
      // What is lacking is told below.
    }
    this.#walking = false;
    this.lacksOlder = this.all.at(-1)?.from.isOlder ?? false;
    this.#host.requestUpdate();
  }

  /** Look at another. */
  choose(depth: number): void {
    this.depth = depth;
    this.#host.requestUpdate();
  }

  /** Fetch further events of the one that is looked at. */
  async more(): Promise<void> {
    const { depth } = this;
    const shown = this.all[depth - 1];
    if (this.busy || shown === undefined) return;
    this.busy = true;
    this.#host.requestUpdate();
    try {
      const { items } = await this.#read(depth, shown.items.at(-1)?.seq ?? 0);
      this.#update(depth, (here) => [...here, ...items]);
    } catch {
      // They can be asked for again.
    }
    this.busy = false;
    this.#host.requestUpdate();
  }

  /** What an event says was erased. */
  erased(depth: number, event: PastEvent): void {
    this.#update(depth, (here) => here.map((item) => (item.seq === event.seq ? event : item)));
  }

  #update(depth: number, change: (items: readonly PastEvent[]) => readonly PastEvent[]): void {
    this.all = this.all.map((one, at) => (at === depth - 1 ? { ...one, items: change(one.items) } : one));
    this.#host.requestUpdate();
  }
}
