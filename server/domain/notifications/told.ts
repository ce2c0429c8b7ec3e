/** Whom an event concerns, and why. */
import type { EventType } from '../../contract/history.ts';
import { NotificationReason } from '../../contract/notifications.ts';

export interface Happened {
  readonly seq: number;
  readonly type: EventType;
  readonly claimId: string | null;
  /** What the event says. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** What an event does not say itself, as it is after it. Ids of people; null for nobody. */
export interface Around {
  /** Of the claim. */
  readonly assignee: string | null;
  /** Who gave the claim's verdict, also where it holds no longer. */
  readonly judge: string | null;
  /** Who wrote in the thread before, what they withdrew left out; nobody where the comment begins one. */
  readonly thread: readonly string[];
}

export interface Concern {
  readonly userId: string;
  readonly reason: NotificationReason;
}

const CONCERNING: ReadonlySet<EventType> = new Set([
  'claim.edited',
  'claim.replaced',
  'review.returned',
  'comment.added',
  'comment.edited',
]);

/** Whether an event can concern anybody: most cannot, and nothing more has to be known of them. */
export const concernsSomebody = ({ type, claimId }: Happened): boolean =>
  claimId !== null && CONCERNING.has(type);

/** The comment that an event is about; null for another event. */
export const commentOf = ({ type, data }: Happened): string | null =>
  type.startsWith('comment.') && typeof data['comment'] === 'string' ? data['comment'] : null;

/**
 * Whom an event concerns: each person once, for the first reason in the order of `NotificationReason` that fits, and never
 * whoever did it.
 *
 * Whether they may see the story, and want to be told, is asked by whoever tells them.
 */
export function concernsOf(event: Happened, around: Around, actorId: string): Concern[] {
  if (!concernsSomebody(event)) return [];
  const reasons = reasonsOf(event, around);
  const told = new Map<string, NotificationReason>();
  for (const reason of NotificationReason.options)
    for (const userId of reasons[reason] ?? [])
      if (userId !== null && userId !== actorId && !told.has(userId)) told.set(userId, reason);
  return [...told].map(([userId, reason]) => ({ userId, reason }));
}

type People = readonly (string | null)[];

function reasonsOf({ type, data }: Happened, { assignee, judge, thread }: Around): Reasons {
  const { before, after } = sidesOf(data);
  const mention = idsOf(after['mentions']).filter((id) => !idsOf(before['mentions']).includes(id));
  switch (type) {
    case 'review.returned':
      return { return: [judge] };
    case 'comment.added':
      return {
        mention,
        reply: thread,
        comment: typeof after['parentId'] === 'string' ? [] : [assignee, judge],
      };
    case 'comment.edited':
      return { mention };
    default:
      return {
        assignment: typeof after['assigneeId'] === 'string' ? [after['assigneeId']] : [],
        expired: data['expired'] === undefined ? [] : [judge],
      };
  }
}
type Reasons = Partial<Readonly<Record<NotificationReason, People>>>;

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
const sidesOf = (data: Happened['data']) => ({
  before: recordOf(data['before']),
  after: recordOf(data['after']),
});
const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];

/** One thing that a person is told. */
export interface Told extends Concern {
  readonly seq: number;
  readonly claimId: string | null;
  readonly commentId: string | null;
  /** Of how many claims it tells. */
  readonly count: number;
}

/**
 * What the events of one write tell each person. Verdicts that one write ended are one thing to be told, at the first of
 * them: a newer text may end hundreds.
 */
export function toldOf(
  events: readonly Happened[],
  aroundOf: (event: Happened) => Around,
  actorId: string,
): Told[] {
  const told: Told[] = [];
  const ended = new Map<string, number>();
  for (const event of events)
    for (const concern of concernsOf(event, aroundOf(event), actorId)) {
      const first = concern.reason === 'expired' ? ended.get(concern.userId) : undefined;
      const one = first === undefined ? undefined : told[first];
      if (first !== undefined && one !== undefined) {
        told[first] = { ...one, count: one.count + 1 };
        continue;
      }
      if (concern.reason === 'expired') ended.set(concern.userId, told.length);
      const { seq, claimId } = event;
      told.push({ ...concern, seq, claimId, commentId: commentOf(event), count: 1 });
    }
  return told;
}
