/** What can be undone, as it is kept in the browser: for one person, on one story, and no more than is worth keeping. */
import { z } from 'zod';
import { GiveReview, TakeBackReview } from '../../../server/contract/claims.ts';
import { Id, Time } from '../../../server/contract/common.ts';
import type { Endpoint } from '../../../server/contract/endpoint.ts';
import * as evidence from '../../../server/contract/evidence.ts';
import { DismissSuggestion, RestoreSuggestion } from '../../../server/contract/suggestions.ts';
import { endpointKey, keepable, requestShape } from '../outbox/entry.ts';

/** Undone or done again at once or not at all: they never wait in the outbox. */
const AT_ONCE: ReadonlyMap<string, Endpoint> = new Map(
  [
    GiveReview,
    TakeBackReview,
    DismissSuggestion,
    RestoreSuggestion,
    evidence.EditEvidence,
    evidence.WithdrawEvidence,
    evidence.RestoreEvidence,
  ].map((endpoint: Endpoint) => [endpointKey(endpoint), endpoint]),
);

/** The endpoint of a request that may be made when something is undone; null for any other. */
export const undoable = (key: string): Endpoint | null => keepable(key) ?? AT_ONCE.get(key) ?? null;

/** A request of the contract as data, as the outbox has it. */
const Request = requestShape(undoable, 'is nothing that undo does');

export const KeptPart = z.strictObject({
  claimId: Id.nullable(),
  thing: Id,
  undo: Request,
  redo: Request,
});
export type KeptPart = z.infer<typeof KeptPart>;

/** What a write of a deed left. */
export const Leave = z.strictObject({
  /** What has the version: what was written, or the claim that this belongs to. */
  thing: Id,
  /** The version after one's own last write to it; null where that is not known. */
  version: z.int().nullable(),
  /** The write in the outbox whose answer will tell it; null where none waits. */
  entry: Id.nullable(),
});
export type Leave = z.infer<typeof Leave>;

export const KeptDeed = z
  .strictObject({
    id: Id,
    /** Whose it is: nobody else is shown it. */
    person: Id,
    articleId: Id,
    state: z.enum(['done', 'undone']),
    /** When it came to be so, by this browser's clock in milliseconds: the order in which they lie. */
    since: z.int(),
    at: Time,
    place: z.strictObject({ seq: z.int().min(0), isKnown: z.boolean() }),
    label: z.string(),
    also: Id.nullable(),
    lost: z.string().nullable(),
    parts: z.array(KeptPart).min(1),
    leaves: z.array(Leave).default([]),
    /** Somebody else changed it since, or one's own write was put on what somebody else made of it. */
    overtaken: z.boolean().default(false),
  })
  .readonly();
export type KeptDeed = z.infer<typeof KeptDeed>;

/** How much is kept: of one story, for how many milliseconds, and over how many later events of the story. */
export const KEPT = { most: 100, age: 30 * 24 * 60 * 60 * 1000, events: 5_000 } as const;

/**
 * When each of a list came to be so, in the order in which they lie: as it was, up to the first that is new (null) or
 * lies elsewhere now. What a work notes that began earlier is put beneath what is kept already.
 */
export function sinceInOrder(before: readonly (number | null)[], now: number): number[] {
  let last = Number.NEGATIVE_INFINITY;
  let isAnew = false;
  return before.map((since) => {
    isAnew ||= since === null || since < last;
    last = isAnew || since === null ? Math.max(now, last + 1) : since;
    return last;
  });
}

export interface Sorted {
  /** The next to be undone last, as the stack has it. */
  readonly done: readonly KeptDeed[];
  readonly undone: readonly KeptDeed[];
  /** Ids of what is kept no longer: too old, too many, or nothing that can be read. */
  readonly gone: readonly string[];
}

/**
 * What was read back for a person, for one story.
 *
 * @param head the story's last event
 * @param now milliseconds since 1970
 */
export function sortKept(stored: readonly unknown[], articleId: string, head: number, now: number): Sorted {
  const gone: string[] = [];
  const here: KeptDeed[] = [];
  for (const one of stored) {
    const parsed = KeptDeed.safeParse(one);
    if (!parsed.success)
      gone.push(
        ...Id.array()
          .catch([])
          .parse([Reflect.get(Object(one), 'id')]),
      );
    else if (now - parsed.data.since > KEPT.age) gone.push(parsed.data.id);
    else if (parsed.data.articleId !== articleId) continue;
    else if (head - parsed.data.place.seq > KEPT.events) gone.push(parsed.data.id);
    else here.push(parsed.data);
  }
  here.sort((a, b) => a.since - b.since);
  const many = Math.max(0, here.length - KEPT.most);
  gone.push(...here.slice(0, many).map(({ id }) => id));
  const kept = here.slice(many);
  return {
    done: kept.filter(({ state }) => state === 'done'),
    undone: kept.filter(({ state }) => state === 'undone'),
    gone,
  };
}
