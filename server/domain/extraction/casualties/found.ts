/** A link between people and what happened to them. */
import type { Outcome } from '../../../contract/claims.ts';

export type Rule = 'object' | 'subject' | 'noun' | 'of' | 'toll' | 'inverse' | 'group';

export interface Found {
  /** The index of the phrase among the items. */
  readonly at: number;
  readonly outcome: Outcome;
  /** The index of the item that tells the outcome; the phrase itself where its noun does. */
  readonly by: number;
  readonly rule: Rule;
  /** The index of the phrase that this one is a part of; -1 for none. */
  readonly partOf: number;
}

/** How many items a verb and its people may stand apart. */
export const REACH = 30;
