/** Undo and redo of what a person did in this sitting. */

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
}

export type UndoResult =
  /** `lost` where not everything could be brought back or done again; `about` is what was decided or changed. */
  | { done: true; label: string; lost: string | null; about: string }
  | { done: false; label: string | null; why: 'empty' | 'overtaken' | 'refused'; error?: unknown };

interface Kept extends Deed {
  overtaken: boolean;
}

/**
 * Deeds in the order they were done.
 *
 * One runs at a time, after whatever was begun before it: a key pressed while a mark is on its way takes that mark back
 * and not what was done before it. A deed that failed for a passing reason (`mayRetry`) stays on top, so that the key
 * can be pressed again; one that the server refused for good is dropped, so that it does not bar the way to those
 * beneath it.
 */
export class UndoStack {
  private readonly done: Kept[] = [];
  private readonly undone: Kept[] = [];
  /** What was begun and may still note a deed. Never rejects. */
  private readonly underway = new Set<Promise<void>>();
  /** How many deeds were noted so far. */
  private pushed = 0;
  /** The undo or redo asked for last. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly mayRetry: (error: unknown) => boolean,
    private readonly limit = 500,
  ) {}

  get canUndo(): boolean {
    return this.done.length > 0;
  }
  get canRedo(): boolean {
    return this.undone.length > 0;
  }
  /** What the next undo takes back. */
  get nextUndo(): string | null {
    return this.done.at(-1)?.label ?? null;
  }
  get nextRedo(): string | null {
    return this.undone.at(-1)?.label ?? null;
  }

  /** Note what was done. What had been undone before can no longer be redone. */
  push(deed: Deed): void {
    this.done.push({ ...deed, overtaken: false });
    this.undone.length = 0;
    this.pushed += 1;
    if (this.done.length > this.limit) this.done.shift();
  }

  /** Something that notes its deed once it is done: undo and redo wait for its end, good or bad. */
  during<T>(work: Promise<T>): Promise<T> {
    const end: Promise<void> = work.then(
      () => void this.underway.delete(end),
      () => void this.underway.delete(end),
    );
    this.underway.add(end);
    return work;
  }

  /** Someone else changed `target`: what was done to it before would undo their work with one's own. */
  overtake(target: string): void {
    for (const deed of [...this.done, ...this.undone])
      if (deed.target === target || deed.also === target) deed.overtaken = true;
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

  private run(from: Kept[], to: Kept[], act: (deed: Kept) => Promise<string | null>): Promise<UndoResult> {
    const turn = Promise.all([this.last, ...this.underway]).then(() => this.turn(from, to, act));
    this.last = turn;
    return turn;
  }

  private async turn(
    from: Kept[],
    to: Kept[],
    act: (deed: Kept) => Promise<string | null>,
  ): Promise<UndoResult> {
    const deed = from.pop();
    if (deed === undefined) return { done: false, label: null, why: 'empty' };
    if (deed.overtaken) return { done: false, label: deed.label, why: 'overtaken' };
    const before = this.pushed;
    try {
      const lost = await act(deed);
      this.settle(deed, to, this.pushed - before);
      return { done: true, label: deed.label, lost, about: deed.also ?? deed.target };
    } catch (error) {
      if (this.mayRetry(error)) from.push(deed);
      return { done: false, label: deed.label, why: 'refused', error };
    }
  }

  /** What was done while this was on its way came after it: it lies above what was redone, and ends what was undone. */
  private settle(deed: Kept, to: Kept[], since: number): void {
    if (to === this.done) to.splice(Math.max(0, to.length - since), 0, deed);
    else if (since === 0) to.push(deed);
  }
}
