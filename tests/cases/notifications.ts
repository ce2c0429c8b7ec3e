/** Whom an event concerns: a new rule is a new row. People are called by what they are to the claim. */
import type { EventType } from '../../server/contract/history.ts';
import type { Around, Concern } from '../../server/domain/notifications/told.ts';

interface Case {
  readonly type: EventType;
  readonly data: Readonly<Record<string, unknown>>;
  /** Around the event beside what all have: an assignee, a judge, nobody in the thread. */
  readonly around?: Partial<Around>;
  /** `actor` where nothing is said. */
  readonly by?: string;
  /** False for an event about the story as a whole. */
  readonly onClaim?: boolean;
  readonly expected: Readonly<Record<string, Concern['reason']>>;
}

const said = (after: object = {}) => ({ comment: 'c', after: { parentId: null, body: 'Who?', ...after } });
const answered = (after: object = {}) => said({ parentId: 'start', ...after });

export const concernCases: Readonly<Record<string, Case>> = {
  'a claim is given to somebody': {
    type: 'claim.edited',
    data: { before: { assigneeId: null }, after: { assigneeId: 'ada' } },
    expected: { ada: 'assignment' },
  },
  'a claim goes from one to another': {
    type: 'claim.edited',
    data: { before: { assigneeId: 'bo' }, after: { assigneeId: 'ada' } },
    around: { assignee: 'ada' },
    expected: { ada: 'assignment' },
  },
  'a claim is taken from somebody': {
    type: 'claim.edited',
    data: { before: { assigneeId: 'ada' }, after: { assigneeId: null } },
    expected: {},
  },
  'who takes a claim for themselves is not told': {
    type: 'claim.edited',
    data: { before: { assigneeId: null }, after: { assigneeId: 'actor' } },
    expected: {},
  },
  'another summary concerns nobody': {
    type: 'claim.edited',
    data: { before: { summary: null }, after: { summary: 'The toll' } },
    expected: {},
  },
  'other words end a verdict': {
    type: 'claim.edited',
    data: { before: {}, after: {}, expired: ['span'] },
    expected: { judge: 'expired' },
  },
  'who ends their own verdict is not told': {
    type: 'claim.edited',
    data: { before: {}, after: {}, expired: ['span'] },
    by: 'judge',
    expected: {},
  },
  'given to whoever’s verdict ends by it: told once, that it is theirs': {
    type: 'claim.edited',
    data: { before: { assigneeId: null }, after: { assigneeId: 'judge' }, expired: ['details'] },
    expected: { judge: 'assignment' },
  },
  'a newer text ends a verdict': {
    type: 'claim.replaced',
    data: { change: 'reworded', before: {}, after: {}, expired: ['text'] },
    expected: { judge: 'expired' },
  },
  'a newer text changes a claim without a verdict': {
    type: 'claim.replaced',
    data: { change: 'reworded', before: {}, after: {} },
    expected: {},
  },
  'a verdict is returned': { type: 'review.returned', data: { verdict: 'v' }, expected: { judge: 'return' } },
  'a verdict is passed': { type: 'review.passed', data: { verdict: 'v' }, expected: {} },
  'a new thread': {
    type: 'comment.added',
    data: said(),
    expected: { assignee: 'comment', judge: 'comment' },
  },
  'a new thread on one’s own claim': {
    type: 'comment.added',
    data: said(),
    around: { judge: 'actor', assignee: 'actor' },
    expected: {},
  },
  'a new thread on a claim of nobody': {
    type: 'comment.added',
    data: said(),
    around: { judge: null, assignee: null },
    expected: {},
  },
  'a new thread that names somebody': {
    type: 'comment.added',
    data: said({ mentions: ['ada', 'judge', 'actor'] }),
    expected: { ada: 'mention', judge: 'mention', assignee: 'comment' },
  },
  'an answer goes to whoever writes in the thread, and not to others': {
    type: 'comment.added',
    data: answered(),
    around: { thread: ['starter', 'actor', 'answerer'] },
    expected: { starter: 'reply', answerer: 'reply' },
  },
  'an answer that names whom it answers': {
    type: 'comment.added',
    data: answered({ mentions: ['starter'] }),
    around: { thread: ['starter', 'answerer'] },
    expected: { starter: 'mention', answerer: 'reply' },
  },
  'a change that names somebody more': {
    type: 'comment.edited',
    data: {
      comment: 'c',
      before: { body: 'x', mentions: ['ada'] },
      after: { body: 'y', mentions: ['ada', 'bo'] },
    },
    around: { thread: ['starter'] },
    expected: { bo: 'mention' },
  },
  'a change that names nobody more': {
    type: 'comment.edited',
    data: { comment: 'c', before: { body: 'x' }, after: { body: 'y' } },
    around: { thread: ['starter'] },
    expected: {},
  },
  'what is settled, withdrawn or brought back concerns nobody': {
    type: 'comment.restored',
    data: { comment: 'c', before: { withdrawn: true }, after: { withdrawn: false, mentions: ['ada'] } },
    expected: {},
  },
  'a story’s own events concern nobody': {
    type: 'article.edited',
    data: { after: { assigneeId: 'ada', mentions: ['ada'] }, expired: ['text'] },
    onClaim: false,
    expected: {},
  },
  'what an older server wrote is read as far as it goes': {
    type: 'comment.added',
    data: { comment: 'c', after: { parentId: null, mentions: 'ada' } },
    around: { judge: null, assignee: null },
    expected: {},
  },
};
