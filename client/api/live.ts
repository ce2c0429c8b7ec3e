/**
 * A story's events as they happen.
 *
 * By a stream where streams get through, by asking every few seconds where they do not. Whatever the way, each event is
 * handed on once and in order: what is known already is dropped, and what is missing between is asked for.
 */
import { HistoryItem } from '../../server/contract/history.ts';
import * as contract from '../../server/contract/live.ts';
import { getArticleHistory } from './history.ts';
import { addressOf, call, writeHeaders } from './http.ts';
import { Following } from './live-following.ts';
import { type ApiProblem, asProblem, BAD_ANSWER, isAbort } from './problem.ts';

export type { Doing, Presence, Present } from '../../server/contract/live.ts';

/** Milliseconds without a frame after which a stream counts as held back on the way: a proxy may collect it for ever. */
const SILENT_START = 6_000;
/** Milliseconds between looks where no stream gets through. */
const LOOK_EVERY = 3_000;
/** Milliseconds of silence after which the history is asked whether the stream has gone deaf. */
const DOUBT_AFTER = 45_000;
/** Milliseconds before a refused stream is tried again: the first time, and at most. */
const RETRY = { first: 2_000, most: 60_000 } as const;
/** Milliseconds that a page may be hidden and keep its stream: a browser opens six lines to a host, tabs and all. */
const HIDDEN = 60_000;

export interface LiveListener {
  /** Events that were not known yet, in order. */
  readonly onItems: (items: readonly HistoryItem[]) => void;
  readonly onPresence: (presence: contract.Presence) => void;
  /** The story cannot be followed any more, and why. */
  readonly onEnd: (problem: ApiProblem) => void;
}

/** Told again in a while: it waits for nobody to sign in. */
export const putPresence = (
  articleId: string,
  body: { page: string; claimId: string | null; doing: contract.Doing },
  signal?: AbortSignal,
) => call(contract.PutPresence, { params: { articleId }, body, signal, waitsForNobody: true });

/** Say that the page is closed, also while it goes. Nothing waits for the answer, and a lost one is forgotten in time. */
export function endPresence(articleId: string, page: string): void {
  const address = addressOf(contract.EndPresence.path, { articleId, page }, {});
  const init = { method: 'DELETE', keepalive: true, headers: writeHeaders() };
  void fetch(address, { ...init, credentials: 'same-origin' }).catch(() => {});
}

/** Follow a story from `after` on, until `close`. */
export class LiveStory {
  private readonly following: Following<HistoryItem>;
  private stream: EventSource | null = null;
  /** A frame came through the stream that is open. */
  private isProven = false;
  private retry: number = RETRY.first;
  private looking: Promise<void> | null = null;
  private readonly closing = new AbortController();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly articleId: string,
    after: number,
    private readonly listener: LiveListener,
  ) {
    this.following = new Following(after);
    document.addEventListener('visibilitychange', this.onVisible);
    window.addEventListener('pagehide', this.onHide);
    window.addEventListener('pageshow', this.onVisible);
    this.open();
  }

  /** The last event handed on, or otherwise known to whoever follows. */
  get head(): number {
    return this.following.head;
  }

  /** What happened up to `head` is known by another way. */
  skipTo(head: number): void {
    this.following.skipTo(head);
  }

  close(): void {
    this.closing.abort();
    this.drop();
    for (const name of [...this.timers.keys()]) this.stop(name);
    document.removeEventListener('visibilitychange', this.onVisible);
    window.removeEventListener('pagehide', this.onHide);
    window.removeEventListener('pageshow', this.onVisible);
  }

  /** Ask at once for what happened since: as when a page comes back to the front. */
  look(): Promise<void> {
    this.looking ??= this.ask().finally(() => {
      this.looking = null;
    });
    return this.looking;
  }

  private open(): void {
    if (this.closing.signal.aborted || document.hidden) return;
    this.drop();
    const { articleId } = this;
    const stream = new EventSource(
      addressOf(contract.FollowArticle.path, { articleId }, { after: this.following.head }),
    );
    this.stream = stream;
    stream.addEventListener('change', (event) => this.onChange(stream, event));
    stream.addEventListener('presence', (event) => this.onPresence(stream, event));
    stream.addEventListener('bye', (event) => this.onBye(stream, event));
    stream.addEventListener('error', () => this.onError(stream));
    this.after('silence', SILENT_START, () => this.lookOn());
  }

  private drop(): void {
    this.stream?.close();
    this.stream = null;
    this.isProven = false;
  }

  private onChange(stream: EventSource, event: MessageEvent<unknown>): void {
    if (stream !== this.stream) return;
    this.prove();
    const item = HistoryItem.safeParse(inJson(event.data));
    if (!item.success) return void this.look();
    const { ready, isGap } = this.following.take([item.data]);
    if (ready.length > 0) this.listener.onItems(ready);
    if (isGap) void this.look();
  }

  private onPresence(stream: EventSource, event: MessageEvent<unknown>): void {
    if (stream !== this.stream) return;
    this.prove();
    const presence = contract.Presence.safeParse(inJson(event.data));
    if (presence.success) this.listener.onPresence(presence.data);
  }

  /** Whoever may not follow any more is told why by the history; all others come back by themselves. */
  private onBye(stream: EventSource, event: MessageEvent<unknown>): void {
    if (stream !== this.stream) return;
    const bye = contract.Bye.safeParse(inJson(event.data));
    const isOver = bye.success && (bye.data.because === 'not_allowed' || bye.data.because === 'signed_out');
    if (isOver) this.askWhy();
  }

  private onError(stream: EventSource): void {
    if (stream !== this.stream) return;
    this.isProven = false;
    // The browser tries again by itself; where that takes long, what happens meanwhile is looked for.
    if (stream.readyState === EventSource.CLOSED) this.askWhy();
    else this.after('silence', LOOK_EVERY, () => this.lookOn());
  }

  /** A refused stream says nothing of why: the history does, also to whoever has to sign in first. */
  private askWhy(): void {
    this.drop();
    const wait = this.retry * (0.75 + Math.random() / 2);
    this.retry = Math.min(RETRY.most, this.retry * 2);
    void this.look().then(() => this.lookOn());
    this.after('retry', wait, () => void this.look().then(() => this.open()));
  }

  /** A frame has come through: nothing need be looked for, unless it falls silent for long. */
  private prove(): void {
    this.isProven = true;
    this.retry = RETRY.first;
    this.stop('silence');
    this.after('doubt', DOUBT_AFTER, () => void this.doubt());
  }

  /** A line may be dead without either end having heard of it. */
  private async doubt(): Promise<void> {
    const before = this.following.head;
    await this.look();
    if (this.following.head > before) this.open();
    else this.after('doubt', DOUBT_AFTER, () => void this.doubt());
  }

  /** Look again and again until a frame comes through. */
  private lookOn(): void {
    if (this.closing.signal.aborted || document.hidden || this.isProven) return;
    void Promise.all([this.look(), this.lookWhoIsThere()]).then(() =>
      this.after('silence', LOOK_EVERY, () => this.lookOn()),
    );
  }

  private async lookWhoIsThere(): Promise<void> {
    const { articleId } = this;
    try {
      const { signal } = this.closing;
      this.listener.onPresence(await call(contract.GetPresence, { params: { articleId }, signal }));
    } catch {
      // Who is there is beside the work.
    }
  }

  private async ask(): Promise<void> {
    const { signal } = this.closing;
    try {
      for (let head = Number.POSITIVE_INFINITY; this.following.head < head && !signal.aborted; ) {
        const page = await getArticleHistory(this.articleId, { after: this.following.head }, signal);
        head = page.items.length === 0 ? 0 : page.head;
        const { ready } = this.following.take(page.items);
        if (ready.length > 0) this.listener.onItems(ready);
      }
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (isAbort(thrown) || signal.aborted) return;
      // No such story any more, or a newer server whose events this page does not know.
      if (
        problem.status === 404 ||
        problem.status === 403 ||
        problem.code === 'STORY_WITHDRAWN' ||
        problem.code === 'STORY_ERASED' ||
        problem.code === BAD_ANSWER
      ) {
        this.close();
        this.listener.onEnd(problem);
      }
    }
  }

  private readonly onVisible = (): void => {
    if (document.hidden) {
      this.after('hidden', HIDDEN, () => this.drop());
      return;
    }
    this.stop('hidden');
    void this.look();
    if (this.stream === null && !this.timers.has('retry')) this.open();
  };

  private readonly onHide = (): void => this.drop();

  private after(name: string, wait: number, run: () => void): void {
    this.stop(name);
    if (this.closing.signal.aborted) return;
    this.timers.set(
      name,
      setTimeout(() => {
        this.timers.delete(name);
        run();
      }, wait),
    );
  }

  private stop(name: string): void {
    clearTimeout(this.timers.get(name));
    this.timers.delete(name);
  }
}

function inJson(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : undefined;
  } catch {
    return undefined;
  }
}
