/** One's own write among the changes of others: whose change stands in the way of taking it back. */
import type { EventType, HistoryItem } from '../../server/contract/history.ts';
import { idOf } from '../client/proof-claims.ts';

export const [ME, RANA, OMAR] = [900, 901, 902];
const NAMES: Readonly<Record<number, string>> = { [ME]: 'Me', [RANA]: 'Rana', [OMAR]: 'Omar' };
export const CLAIM = idOf(1);
export const OTHER_CLAIM = idOf(2);
const COMMENT = idOf(3);
const SUGGESTION = idOf(4);
const EVIDENCE = idOf(5);

type Happened = [seq: number, who: number, type: EventType, claimId?: string | null, data?: object];

export const happened = ([seq, who, type, claimId = CLAIM, data = {}]: Happened): HistoryItem => ({
  seq,
  type,
  at: '2024-03-01T10:00:00.000Z',
  actor: { id: idOf(who), name: NAMES[who] ?? '' },
  claimId,
  data: { ...data },
  erased: false,
  hash: '',
});

interface Case {
  /** What has come before the answer to one's own write, and after it. */
  before?: readonly Happened[];
  after?: readonly Happened[];
  /** What the write changed; the claim where nothing is said. */
  things?: readonly [string, ...string[]];
  /** The number of the change that stands in the way. */
  expected: number | null;
}

export const laterChangeCases: Readonly<Record<string, Case>> = {
  'nothing happened since': { before: [[1, ME, 'claim.edited']], expected: null },
  'another changed it since': {
    before: [[1, ME, 'claim.edited']],
    after: [[2, RANA, 'claim.edited']],
    expected: 2,
  },
  'another changed it before': {
    before: [
      [1, RANA, 'claim.edited'],
      [2, ME, 'claim.edited'],
    ],
    expected: null,
  },
  'another changed it before, and that comes late with one’s own': {
    after: [
      [1, RANA, 'claim.edited'],
      [2, ME, 'claim.edited'],
    ],
    expected: null,
  },
  'another’s comes late, and one’s own has yet to come': {
    after: [[1, RANA, 'claim.edited']],
    expected: null,
  },
  'one’s own comes after the answer, and another’s after that': {
    after: [
      [1, ME, 'claim.edited'],
      [2, RANA, 'verdict.given'],
    ],
    expected: 2,
  },
  'another’s came after one’s own, before the answer': {
    before: [
      [1, ME, 'claim.edited'],
      [2, RANA, 'claim.edited'],
    ],
    expected: 2,
  },
  'the last of several is told': {
    before: [[1, ME, 'claim.edited']],
    after: [
      [2, RANA, 'claim.edited'],
      [3, OMAR, 'verdict.given'],
    ],
    expected: 3,
  },
  'one’s own next change does not hide another’s between them': {
    before: [[1, ME, 'claim.edited']],
    after: [
      [2, RANA, 'claim.edited'],
      [3, ME, 'claim.edited'],
    ],
    expected: 2,
  },
  'another claim': {
    before: [[1, ME, 'claim.edited']],
    after: [[2, RANA, 'claim.edited', OTHER_CLAIM]],
    expected: null,
  },
  'a comment leaves the claim as it was': {
    before: [[1, ME, 'claim.edited']],
    after: [[2, RANA, 'comment.added', CLAIM, { comment: COMMENT }]],
    expected: null,
  },
  'a comment was settled since': {
    things: [COMMENT],
    before: [[1, ME, 'comment.added', CLAIM, { comment: COMMENT }]],
    after: [[2, RANA, 'comment.resolved', CLAIM, { comment: COMMENT }]],
    expected: 2,
  },
  'a comment is left alone by a change to its claim': {
    things: [COMMENT],
    before: [[1, ME, 'comment.added', CLAIM, { comment: COMMENT }]],
    after: [[2, RANA, 'claim.edited']],
    expected: null,
  },
  'a suggestion that was accepted, and decided otherwise since': {
    things: [CLAIM, SUGGESTION],
    before: [[1, ME, 'claim.marked', CLAIM, { suggestion: { id: SUGGESTION } }]],
    after: [[2, RANA, 'suggestion.dismissed', null, { suggestion: { id: SUGGESTION } }]],
    expected: 2,
  },
  'evidence of the story names no claim': {
    things: [EVIDENCE],
    before: [[1, ME, 'evidence.edited', null, { evidence: EVIDENCE }]],
    after: [[2, RANA, 'evidence.withdrawn', null, { evidence: EVIDENCE }]],
    expected: 2,
  },
  'that the desk was told leaves the claim as it was': {
    before: [[1, ME, 'verdict.given']],
    after: [[2, RANA, 'verdict.desk_told']],
    expected: null,
  },
  'events that come twice and in another order': {
    before: [[2, ME, 'claim.edited']],
    after: [
      [3, RANA, 'claim.edited'],
      [1, OMAR, 'claim.edited'],
      [3, RANA, 'claim.edited'],
    ],
    expected: 3,
  },
};
