/** What a test of faults is given, and what it tells. */
import type { Chance } from './chance.ts';

export interface Ground {
  readonly quick: boolean;
  readonly seed: number;
  readonly chance: Chance;
  /** An empty folder of this test's own. */
  readonly folder: string;
  /** Undone in reverse when the test is over, also where it failed. */
  readonly undo: (() => Promise<unknown>)[];
  /** Tell whoever watches how far it is. */
  say(words: string): void;
}

export interface Outcome {
  readonly test: string;
  /** Of what: "40 editors, 2,000 writes". */
  readonly size: string;
  /** What did not hold, a sentence each: none where all held. */
  readonly broken: readonly string[];
  /** What was seen and measured, a sentence each. */
  readonly seen: readonly string[];
  /** Why it could not be run here; null where it was. */
  readonly skipped?: string;
}

export type Fault = (ground: Ground) => Promise<Outcome>;
