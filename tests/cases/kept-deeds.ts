/** What is read back of what can be undone: in which order it lies, and what is kept no longer. */

import { operation } from '../../client/controllers/outbox/entry.ts';
import type { KeptDeed } from '../../client/controllers/proof/kept-deeds.ts';
import { RestoreClaim, WithdrawClaim } from '../../server/contract/claims.ts';
import { idOf } from '../client/proof-claims.ts';

export const NOW = Date.parse('2024-03-01T12:00:00.000Z');
const DAY = 24 * 60 * 60 * 1000;
const CLAIM = idOf(1);

export const deed = (number: number, over: Partial<KeptDeed> = {}): KeptDeed => ({
  id: idOf(number),
  person: idOf(900),
  articleId: idOf(0),
  state: 'done',
  since: NOW - DAY + number,
  at: '2024-02-29T12:00:00.000Z',
  place: { seq: 1, isKnown: true },
  label: 'marked “words”',
  also: null,
  lost: null,
  parts: [
    {
      claimId: CLAIM,
      thing: CLAIM,
      undo: operation(WithdrawClaim, { params: { claimId: CLAIM }, query: { version: 1 } }),
      redo: operation(RestoreClaim, { params: { claimId: CLAIM } }),
    },
  ],
  leaves: [],
  overtaken: false,
  ...over,
});

/** As it was stored before it was noted what a write left. */
const older = (number: number) => {
  const { leaves: _, overtaken: __, ...rest } = deed(number);
  return rest;
};

/** A request that no undo makes. */
const elsewhere = { endpoint: 'POST /api/users', params: {}, query: {}, body: {} };

interface Case {
  stored: readonly unknown[];
  /** The story's last event; 10 where nothing is said. */
  head?: number;
  /** Numbers of deeds. */
  done?: readonly number[];
  undone?: readonly number[];
  gone?: readonly number[];
}

export const keptDeedCases: Readonly<Record<string, Case>> = {
  'nothing was kept': { stored: [] },
  'the last one done is the next to be undone': { stored: [deed(12), deed(11)], done: [11, 12] },
  'what was undone lies apart': {
    stored: [deed(11), deed(12, { state: 'undone' })],
    done: [11],
    undone: [12],
  },
  'what says nothing of versions is read as well': { stored: [older(11)], done: [11] },
  'another story’s stays where it is': { stored: [deed(11, { articleId: idOf(5) })] },
  'what is a month old is forgotten': { stored: [deed(11, { since: NOW - 31 * DAY })], gone: [11] },
  'what thousands of events lie over is forgotten': { stored: [deed(11)], head: 5_002, gone: [11] },
  'of very many the newest are kept': {
    stored: Array.from({ length: 102 }, (_, index) => deed(100 + index)),
    done: Array.from({ length: 100 }, (_, index) => 102 + index),
    gone: [100, 101],
  },
  'another shape is forgotten': { stored: [{ ...deed(11), more: true }], gone: [11] },
  'a request that undo does not make is forgotten': {
    stored: [deed(11, { parts: [{ claimId: CLAIM, thing: CLAIM, undo: elsewhere, redo: elsewhere }] })],
    gone: [11],
  },
  'a request that the contract does not take is forgotten': {
    stored: [
      deed(11, {
        parts: deed(11).parts.map((part) => ({ ...part, undo: { ...part.undo, params: { claimId: 'x' } } })),
      }),
    ],
    gone: [11],
  },
  'what has no id is left': { stored: [null, 'text', {}] },
};
