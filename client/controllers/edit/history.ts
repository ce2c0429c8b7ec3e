/** Undo and redo of what is typed: whole states, which share all blocks that are the same. Pure. */
import type { EditBlock, Place } from './blocks.ts';

export interface State {
  readonly blocks: readonly EditBlock[];
  readonly caret: Place | null;
}

/** Steps that can be taken back. */
const DEPTH = 500;

export class EditHistory {
  private readonly past: State[] = [];
  private future: State[] = [];
  /** What the newest step was: more of the same, right after it, is the same step. */
  private last: { kind: string; caret: Place } | null = null;

  constructor(private state: State) {}

  get now(): State {
    return this.state;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /**
   * Take a new state in. `kind` names what was done ("insertText"); typing on from where the caret was is one step
   * until a blank ends the word.
   */
  push(next: State, { kind, from, words = '' }: { kind: string; from: Place; words?: string }): void {
    const goesOn =
      this.last?.kind === kind &&
      this.last.caret.block === from.block &&
      this.last.caret.offset === from.offset &&
      next.blocks.length === this.state.blocks.length &&
      !/\s/.test(words);
    if (!goesOn) this.past.push(this.state);
    if (this.past.length > DEPTH) this.past.shift();
    this.future = [];
    this.state = next;
    this.last = next.caret === null ? null : { kind, caret: next.caret };
  }

  undo(): State | null {
    const before = this.past.pop();
    if (before === undefined) return null;
    this.future.push(this.state);
    return this.goTo(before);
  }

  redo(): State | null {
    const after = this.future.pop();
    if (after === undefined) return null;
    this.past.push(this.state);
    return this.goTo(after);
  }

  private goTo(state: State): State {
    this.last = null;
    this.state = state;
    return state;
  }
}
