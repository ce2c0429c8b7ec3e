/** Undo and redo of what a person did. */
import type { HistoryItem } from '../../../server/contract/history.ts';
import type { Place } from './later-changes.ts';

/** One thing done, with its inverse. Both talk to the server and reject where it refuses. */
export interface Deed {
  /** In the past, for the person to read: "marked “at least 385 people”". */
  label: string;
  /** What was changed: its id. A change to it by someone else makes the deed impossible to undo. */
  target: string;
  /** What was decided with it: a change to this by someone else does so too. */
  also?: string;
  /** What undoing it does not bring back, in a sentence. */
  lost?: string;
  /** Of a deed on many: what the last undo or redo left as it was, in a sentence; null where that was nothing. */
  left?: () => string | null;
  undo: () => Promise<void>;
  redo: () => Promise<void>;
  /** The same as data, which outlives the page. Without it the deed is forgotten with the page. */
  parts?: readonly DeedPart[];
}

/** One write of a deed, with what takes it back: requests as data. */
export interface DeedPart<Request = unknown> {
  /** The claim that it belongs to; null where it belongs to none yet. */
  claimId: string | null;
  /** What has the version: a claim, a comment, a citation, evidence, a suggestion. */
  thing: string;
  undo: Request;
  redo: Request;
}

export type UndoResult =
  /** `lost` where not everything could be brought back or done again; `about` is what was decided or changed. */
  | { done: true; label: string; lost: string | null; about: string }
  | { done: false; label: null; why: 'empty' }
  /** `whose` gives the change that stands in the way, by what is known when it is asked; null where none is known. */
  | { done: false; label: string; why: 'overtaken'; whose: () => HistoryItem | null }
  | { done: false; label: string; why: 'refused'; error: unknown; whose: () => HistoryItem | null };

export interface Noted extends Deed {
  overtaken: boolean;
  place: Place;
}

const thingOf = ({ parts, target }: Deed): string => parts?.[0]?.thing ?? target;

/** What the stack asks about the changes of others. */
export interface Watch {
  placeOf(thing: string): Place;
  inTheWay(things: readonly [string, ...string[]], place: Place): HistoryItem | null;
}

/** Something that was begun and may still note a deed about one of `keys`; `turn` counts what is begun. */
interface Work {
  readonly turn: number;
  readonly keys: readonly string[];
  /** Settled with it. Never rejects. */
  readonly end: Promise<void>;
}

/** All that a deed is about. */
const keysOf = ({ target, also, parts }: Deed): Set<unknown> =>
  new Set([target, also, ...(parts ?? []).flatMap(({ claimId, thing }) => [claimId, thing])]);

/**
 * Deeds in the order in which they were begun, whichever the server answered first.
 *
 * One runs at a time, after whatever was begun before it: a key pressed while a mark is on its way takes that mark back
 * and not what was done before it. A deed that failed for a passing reason (`mayRetry`) stays on top, so that the key
 * can be pressed again; one that the server refused for good is dropped, so that it does not bar the way to those
 * beneath it.
 */
export class UndoStack {
  private readonly done: Noted[] = [];
  private readonly undone: Noted[] = [];
  /** What was begun and may still note a deed, in the order of its begin. */
  private underway: readonly Work[] = [];
  /** Deeds that are noted once what was begun before them has ended. */
  private held: { readonly turn: number; readonly deed: Noted }[] = [];
  private turns = 0;
  /** How many deeds were noted so far. */
  private pushed = 0;
  /** The undo or redo asked for last. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly mayRetry: (error: unknown) => boolean,
    private readonly watch: Watch,
    private readonly limit = 500,
  ) {}

  get canUndo(): boolean {
    return this.held.length > 0 || this.done.length > 0;
  }
  get canRedo(): boolean {
    return this.held.length === 0 && this.undone.length > 0;
  }
  /** What the next undo takes back. */
  get nextUndo(): string | null {
    return (this.held.at(-1)?.deed ?? this.done.at(-1))?.label ?? null;
  }
  get nextRedo(): string | null {
    return this.canRedo ? (this.undone.at(-1)?.label ?? null) : null;
  }

  /** Note what was done. What had been undone before can no longer be redone. */
  push(deed: Deed): void {
    const about = keysOf(deed);
    const work = this.underway.find(({ keys }) => keys.some((key) => about.has(key)));
    this.turns += 1;
    const turn = work?.turn ?? this.turns;
    const at = this.held.findLastIndex((other) => other.turn <= turn) + 1;
    const noted = { ...deed, overtaken: false, place: this.watch.placeOf(thingOf(deed)) };
    this.held.splice(at, 0, { turn, deed: noted });
    this.note();
    this.tell();
  }

  /** Put down what waits for nothing that was begun before it. False where there is none. */
  private note(): boolean {
    const first = this.underway[0]?.turn ?? Number.POSITIVE_INFINITY;
    const ready = this.held.filter(({ turn }) => turn <= first);
    if (ready.length === 0) return false;
    this.held = this.held.filter(({ turn }) => turn > first);
    this.done.push(...ready.map(({ deed }) => deed));
    this.undone.length = 0;
    this.pushed += ready.length;
    while (this.done.length > this.limit) this.done.shift();
    return true;
  }

  /** What was done and waits to be noted is done all the same: a page that goes now has it to take back. */
  private tell(): void {
    const held = this.held.map(({ deed }) => deed);
    this.onChange([...this.done, ...held], held.length > 0 ? [] : this.undone);
  }

  /** Called with what can be undone and done again whenever that has changed, the next one last. */
  onChange: (done: readonly Noted[], undone: readonly Noted[]) => void = () => {};

  /** Put what was done before the page was loaded beneath what was done since. */
  restore(done: readonly Noted[], undone: readonly Noted[]): void {
    this.done.unshift(...done);
    if (this.pushed === 0) this.undone.unshift(...undone);
  }

  /**
   * Something that notes its deed about one of `keys` once it is done: undo and redo wait for its end, good or bad, and
   * what is begun after it is noted above it.
   */
  during<T>(work: Promise<T>, ...keys: readonly string[]): Promise<T> {
    this.turns += 1;
    const { turns: turn } = this;
    const over = () => {
      this.underway = this.underway.filter((one) => one.turn !== turn);
      if (this.note()) this.tell();
    };
    this.underway = [...this.underway, { turn, keys, end: work.then(over, over) }];
    return work;
  }

  /** What was begun about `key` last is about `other` as well: what it notes about that is its own. */
  alsoAbout(key: string, other: string): void {
    const work = this.underway.findLast(({ keys }) => keys.includes(key));
    this.underway = this.underway.map((one) => (one === work ? { ...one, keys: [...one.keys, other] } : one));
  }

  /** Undo and redo wait for `work`, which notes nothing, at most so many milliseconds: it may hang on a dead line. */
  waitFor(work: Promise<unknown>, most: number): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const over = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, most);
    });
    const first = Promise.race([work, over]).finally(() => clearTimeout(timer));
    void this.during(first).catch(() => {});
  }

  /** Someone else changed `target`: what was done to it before would undo their work with one's own. */
  overtake(target: string): void {
    const now = [...this.done, ...this.undone, ...this.held.map(({ deed }) => deed)].filter(
      (deed) => !deed.overtaken && (deed.target === target || deed.also === target),
    );
    if (now.length === 0) return;
    for (const deed of now) deed.overtaken = true;
    this.tell();
  }

  /** It was not done after all: there is nothing to take back. */
  forget(deed: Noted): void {
    this.held = this.held.filter((one) => one.deed !== deed);
    for (const list of [this.done, this.undone]) {
      const at = list.indexOf(deed);
      if (at >= 0) list.splice(at, 1);
    }
    this.tell();
  }

  undo(): Promise<UndoResult> {
    return this.run(this.done, this.undone, async (deed) => {
      await deed.undo();
      return deed.lost ?? deed.left?.() ?? null;
    });
  }

  redo(): Promise<UndoResult> {
    return this.run(this.undone, this.done, async (deed) => {
      await deed.redo();
      return deed.left?.() ?? null;
    });
  }

  private run(from: Noted[], to: Noted[], act: (deed: Noted) => Promise<string | null>): Promise<UndoResult> {
    const turn = Promise.all([this.last, ...this.underway.map(({ end }) => end)])
      .then(() => this.turn(from, to, act))
      .finally(() => this.tell());
    this.last = turn;
    return turn;
  }

  private async turn(
    from: Noted[],
    to: Noted[],
    act: (deed: Noted) => Promise<string | null>,
  ): Promise<UndoResult> {
    const deed = from.pop();
    if (deed === undefined) return { done: false, label: null, why: 'empty' };
    const { label } = deed;
    const whose = () => this.inTheWay(deed);
    if (deed.overtaken || whose() !== null) return { done: false, label, why: 'overtaken', whose };
    const before = this.pushed;
    try {
      const lost = await act(deed);
      deed.place = this.watch.placeOf(thingOf(deed));
      this.settle(deed, to, this.pushed - before);
      return { done: true, label, lost, about: deed.also ?? deed.target };
    } catch (error) {
      if (this.mayRetry(error)) from.push(deed);
      return { done: false, label, why: 'refused', error, whose };
    }
  }

  private inTheWay({ target, also, place }: Noted): HistoryItem | null {
    return this.watch.inTheWay(also === undefined ? [target] : [target, also], place);
  }

  /** What was done while this was on its way came after it: it lies above what was redone, and ends what was undone. */
  private settle(deed: Noted, to: Noted[], since: number): void {
    if (to === this.done) to.splice(Math.max(0, to.length - since), 0, deed);
    else if (since === 0) to.push(deed);
  }
}
