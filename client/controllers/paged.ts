/** A list that grows by cursor. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type ApiProblem, asProblem } from '../api/problem.ts';

interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** How a page is fetched: one that is looked for again on its own waits for nobody to sign in. */
export interface Fetching {
  readonly signal: AbortSignal;
  readonly waitsForNobody: boolean;
}
/** Fetch one page; without a cursor the first. */
export type LoadPage<T> = (
  cursor: string | undefined,
  signal: AbortSignal,
  how: Fetching,
) => Promise<Page<T>>;

/**
 * Holds what is loaded so far, and what is under way.
 *
 * `restart` drops what the filters no longer ask for, but the old items stay in sight until the new ones are
 * there.
 */
export class PagedController<T> implements ReactiveController {
  items: readonly T[] = [];
  nextCursor: string | null = null;
  /** True while the first page is fetched, `loadingMore` while a later one is. */
  loading = true;
  loadingMore = false;
  problem: ApiProblem | null = null;

  readonly #host: ReactiveControllerHost;
  readonly #load: LoadPage<T>;
  #running: AbortController | null = null;
  #leaving = new AbortController();

  constructor(host: ReactiveControllerHost, load: LoadPage<T>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostConnected(): void {
    this.#leaving = new AbortController();
    void this.restart();
  }

  hostDisconnected(): void {
    this.#running?.abort();
    this.#leaving.abort();
  }

  /** Load the first page for the filters of this moment. */
  async restart(): Promise<void> {
    this.loading = true;
    await this.#fetch(undefined, (page) => page.items);
  }

  /** Load the next page; nothing where there is none, or one is under way. */
  async more(): Promise<void> {
    if (this.nextCursor === null || this.loading || this.loadingMore) return;
    this.loadingMore = true;
    await this.#fetch(this.nextCursor, (page) => [...this.items, ...page.items]);
  }

  /** Change the items in place, as after an edit. */
  update(change: (items: readonly T[]) => readonly T[]): void {
    this.items = change(this.items);
    this.#host.requestUpdate();
  }

  /** What the list is by now, as far down as it is loaded. What is shown stays as it is. */
  async peek(): Promise<Page<T>> {
    const { signal } = this.#leaving;
    const how = { signal, waitsForNobody: true };
    let page = await this.#load(undefined, signal, how);
    let items = page.items;
    while (items.length < this.items.length && page.nextCursor !== null) {
      page = await this.#load(page.nextCursor, signal, how);
      items = [...items, ...page.items];
    }
    return { items, nextCursor: page.nextCursor };
  }

  /** Show another list in the place of this one. */
  replace({ items, nextCursor }: Page<T>): void {
    this.#running?.abort();
    this.items = items;
    this.nextCursor = nextCursor;
    this.loading = false;
    this.loadingMore = false;
    this.#host.requestUpdate();
  }

  async #fetch(cursor: string | undefined, combine: (page: Page<T>) => readonly T[]): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.problem = null;
    this.#host.requestUpdate();
    try {
      const { signal } = running;
      const page = await this.#load(cursor, signal, { signal, waitsForNobody: false });
      if (running.signal.aborted) return;
      this.items = combine(page);
      this.nextCursor = page.nextCursor;
    } catch (thrown) {
      if (running.signal.aborted) return;
      this.problem = asProblem(thrown);
    }
    this.loading = false;
    this.loadingMore = false;
    this.#host.requestUpdate();
  }
}
