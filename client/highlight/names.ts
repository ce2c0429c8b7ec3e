/** The names under which marks are painted: what `::highlight()` in a style sheet refers to. */
import type { ClaimKind, ClaimStatus } from '../../server/contract/claims.ts';

/** How far a claim has come, as far as a line under words can tell. */
export type LineState = 'open' | 'verdict' | 'broken' | 'gone' | 'withdrawn' | 'suggested';

export const LINE_STATES: readonly LineState[] = [
  'open',
  'verdict',
  'broken',
  'gone',
  'withdrawn',
  'suggested',
];

/** The line of each status. An orphan has none in the current text: its line is for the one where it had. */
export const LINE_OF: Readonly<Record<ClaimStatus, LineState>> = {
  unchecked: 'open',
  checking: 'open',
  checked: 'verdict',
  passed: 'verdict',
  returned: 'broken',
  expired: 'broken',
  orphaned: 'gone',
  withdrawn: 'withdrawn',
};

/** Hyphens for underscores: the name stands in CSS. */
const PREFIXES: Readonly<Record<ClaimKind, string>> = {
  casualty_count: 'cd-casualty-count',
  attribution: 'cd-attribution',
  source: 'cd-source',
  fact: 'cd-fact',
};

export const highlightName = (kind: ClaimKind, state: LineState) => `${PREFIXES[kind]}-${state}`;
export const chosenName = (kind: ClaimKind) => `${PREFIXES[kind]}-chosen`;

/** The sentence at which the reader is, and the words that a mark would take. */
export const PLACE = 'cd-place';
export const SELECTION = 'cd-selection';
