/** Deeds read back, and what the page knows by then: which are offered, and on which version. */
import { operation } from '../../client/controllers/outbox/entry.ts';
import type { KeptDeed, Leave } from '../../client/controllers/proof/kept-deeds.ts';
import type { Became } from '../../client/controllers/proof/left-versions.ts';
import { GiveVerdict, TakeBackReview, TakeBackVerdict } from '../../server/contract/claims.ts';
import { EditComment } from '../../server/contract/comments.ts';
import { idOf } from '../client/proof-claims.ts';
import { deed } from './kept-deeds.ts';

const CLAIM = idOf(1);
const COMMENT = idOf(3);
const ENTRY = idOf(50);

const leaves = (version: number | null, entry: string | null = null, thing = CLAIM): Leave[] => [
  { thing, version, entry },
];

/** A verdict in the place of another one, which taking it back gives again. */
const verdict = (number: number, over: Partial<KeptDeed> = {}): KeptDeed =>
  deed(number, {
    parts: [
      {
        claimId: CLAIM,
        thing: CLAIM,
        undo: operation(GiveVerdict, {
          params: { claimId: CLAIM },
          body: { verdict: 'accurate', reason: 'The list says so.', correction: null, version: 1 },
        }),
        redo: operation(TakeBackVerdict, { params: { claimId: CLAIM }, query: { version: 1 } }),
      },
    ],
    ...over,
  });

const review = (number: number): KeptDeed =>
  deed(number, {
    parts: deed(number).parts.map((part) => ({
      ...part,
      undo: operation(TakeBackReview, { params: { claimId: CLAIM }, query: { version: 1 } }),
    })),
  });

const comment = (number: number, over: Partial<KeptDeed> = {}): KeptDeed => {
  const edit = (body: string) =>
    operation(EditComment, { params: { commentId: COMMENT }, body: { body, version: 1 } });
  return deed(number, {
    parts: [{ claimId: CLAIM, thing: COMMENT, undo: edit('Who?'), redo: edit('Who counted?') }],
    ...over,
  });
};

interface Case {
  kept: readonly KeptDeed[];
  /** The version of the claim that stands there now; 2 where nothing is said. */
  present?: number;
  /** The version that a write of this page left. */
  own?: number;
  isWaiting?: boolean;
  became?: readonly Became[];
  isPlaced?: boolean;
  /** Numbers of deeds that can be taken back, and of those that something stands in the way of. */
  free?: readonly number[];
  overtaken?: readonly number[];
  gone?: readonly number[];
  /** The version on which the claim is written next; null where no write of one's own is known. */
  on: number | null;
}

export const ENTRY_ID = ENTRY;
export const CLAIM_ID = CLAIM;

export const leftVersionCases: Readonly<Record<string, Case>> = {
  'what its write left stands there still': {
    kept: [verdict(11, { leaves: leaves(2) })],
    free: [11],
    on: 2,
  },
  'a change that names no claim raised its version': {
    kept: [verdict(11, { leaves: leaves(2) })],
    present: 3,
    overtaken: [11],
    on: 2,
  },
  'an edit is no other: it is not put on what its author has not seen': {
    kept: [deed(11, { leaves: leaves(2) })],
    present: 3,
    overtaken: [11],
    on: 2,
  },
  'the write was thrown away, or answered, where nobody noted it': {
    kept: [verdict(11, { leaves: leaves(null, ENTRY), place: { seq: 5, isKnown: false } })],
    present: 3,
    gone: [11],
    on: null,
  },
  'the write waits still': {
    kept: [verdict(11, { leaves: leaves(null, ENTRY) })],
    isWaiting: true,
    free: [11],
    on: null,
  },
  'the write was answered while the deeds were read': {
    kept: [verdict(11, { leaves: leaves(null, ENTRY) })],
    became: [4],
    present: 4,
    free: [11],
    on: 4,
  },
  'the write was answered, and the claim was changed since': {
    kept: [verdict(11, { leaves: leaves(null, ENTRY) })],
    became: [4],
    present: 5,
    overtaken: [11],
    on: 4,
  },
  'the write was refused while the deeds were read': {
    kept: [verdict(11, { leaves: leaves(null, ENTRY) }), comment(12, { leaves: leaves(1, null, COMMENT) })],
    became: ['dropped'],
    free: [12],
    gone: [11],
    on: null,
  },
  'the write was put on what another made of it: what it was before is theirs too': {
    kept: [deed(11, { leaves: leaves(null, ENTRY) }), comment(12, { leaves: leaves(1, null, COMMENT) })],
    became: ['anew', 4],
    present: 4,
    free: [12],
    overtaken: [11],
    on: 4,
  },
  'the last of several writes counts': {
    kept: [verdict(11, { leaves: leaves(2) }), verdict(12, { leaves: leaves(3) })],
    present: 3,
    free: [11, 12],
    on: 3,
  },
  'what was in the way stays so over a later write of one’s own': {
    kept: [verdict(11, { leaves: leaves(4), overtaken: true }), verdict(12, { leaves: leaves(4) })],
    present: 4,
    free: [12],
    overtaken: [11],
    on: 4,
  },
  'a write of this page counts': {
    kept: [verdict(11, { leaves: leaves(2) })],
    own: 3,
    present: 3,
    free: [11],
    on: 3,
  },
  'a verdict of which no version is known': { kept: [verdict(11)], gone: [11], on: null },
  'a review of which no version is known': { kept: [review(11)], gone: [11], on: null },
  'another deed of which only the place is known': { kept: [deed(11)], free: [11], on: null },
  'another deed of which not even the place is known': {
    kept: [deed(11)],
    isPlaced: false,
    gone: [11],
    on: null,
  },
  'a comment’s version is known, and its place not yet': {
    kept: [comment(11, { leaves: leaves(2, null, COMMENT) })],
    isPlaced: false,
    free: [11],
    on: null,
  },
};
