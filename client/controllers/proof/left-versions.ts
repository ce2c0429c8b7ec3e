/**
 * What the writes of kept deeds left, and which of the deeds can still be taken back when the page is loaded anew.
 *
 * A deed is undone on the version that its author's own last write left, and never on what stands there now: that may
 * hold what they have not seen, and not every change of a claim's version names the claim in the history.
 */
import {
  ConfirmVerdict,
  GiveReview,
  GiveVerdict,
  TakeBackReview,
  TakeBackVerdict,
} from '../../../server/contract/claims.ts';
import { endpointKey } from '../outbox/entry.ts';
import { KeptDeed } from './kept-deeds.ts';
import type { Place } from './later-changes.ts';

/** What became of a write: answered with a version, not done at all, or put on what somebody else made of the thing. */
export type Became = number | 'dropped' | 'anew';

/** An entry of the outbox, by its id, and the thing that it writes. */
export interface Written {
  readonly id: string;
  readonly thing: string;
}

/** What the page knows when it reads back what was done. */
export interface Known {
  /** The entries of the outbox that nobody has answered or refused. */
  readonly waiting: ReadonlySet<string>;
  /** What became of entries since the page was opened. */
  readonly became: readonly (Written & { readonly what: Became })[];
  /** The versions of the story's claims as they stand there now. */
  readonly present: ReadonlyMap<string, number>;
  /** The versions that one's own writes of this page left. */
  readonly own: ReadonlyMap<string, number>;
  readonly isPlaced: (thing: string, place: Place) => boolean;
}

export interface Resumed {
  readonly offered: readonly KeptDeed[];
  /** Ids of what is not offered: nobody can tell what it would be done to. */
  readonly gone: readonly string[];
  /** The version after one's own last write, by thing. */
  readonly own: ReadonlyMap<string, number>;
}

const DECIDING: ReadonlySet<string> = new Set(
  [GiveVerdict, ConfirmVerdict, TakeBackVerdict, GiveReview, TakeBackReview].map(endpointKey),
);

const decides = ({ parts }: KeptDeed): boolean =>
  parts.some(({ undo, redo }) => DECIDING.has(undo.endpoint) || DECIDING.has(redo.endpoint));

/** A deed as an entry's fate leaves it; null where there is nothing to take back any more. */
export function withFate(deed: KeptDeed, entry: Written, what: Became): KeptDeed | null {
  if (what === 'anew') {
    const isOnIt = deed.also === entry.thing || deed.parts.some(({ thing }) => thing === entry.thing);
    return isOnIt && !deed.overtaken ? { ...deed, overtaken: true } : deed;
  }
  if (!deed.leaves.some((leave) => leave.entry === entry.id)) return deed;
  if (what === 'dropped') return null;
  const leaves = deed.leaves.map((leave) =>
    leave.entry === entry.id ? { ...leave, entry: null, version: what } : leave,
  );
  return { ...deed, leaves };
}

/** The same of what was read back, for the store: undefined where it stays as it is. */
export function storedWithFate(stored: unknown, entry: Written, what: Became) {
  const deed = KeptDeed.safeParse(stored);
  if (!deed.success) return undefined;
  const after = withFate(deed.data, entry, what);
  return after === deed.data ? undefined : after;
}

/** A deed that knows the version which one's own last write to `thing` left. */
export function withVersionOf(deed: KeptDeed, thing: string, version: number): KeptDeed {
  const isNews = deed.leaves.some(
    (leave) => leave.thing === thing && leave.entry === null && leave.version !== version,
  );
  if (!isNews) return deed;
  const leaves = deed.leaves.map((leave) =>
    leave.thing === thing && leave.entry === null ? { ...leave, version } : leave,
  );
  return { ...deed, leaves };
}

/** Which of the deeds that were kept are offered, and on which versions. */
export function resumed(kept: readonly KeptDeed[], known: Known): Resumed {
  const told = kept.map((deed) => {
    let after: KeptDeed | null = deed;
    for (const entry of known.became) after = after === null ? null : withFate(after, entry, entry.what);
    return { id: deed.id, after };
  });
  const own = new Map(known.own);
  for (const { after } of told)
    for (const { thing, version } of after?.leaves ?? [])
      if (version !== null) own.set(thing, Math.max(version, own.get(thing) ?? 0));
  const offered: KeptDeed[] = [];
  const gone: string[] = [];
  for (const { id, after } of told) {
    if (after === null || !isTold(after, known)) gone.push(id);
    else offered.push(isOvertaken(after, own, known) ? { ...after, overtaken: true } : after);
  }
  return { offered, gone, own };
}

const leaveOf = ({ leaves }: KeptDeed, thing: string) => leaves.find((leave) => leave.thing === thing);

/** Whether it is known what each of its writes left, or at least where they stand in the history. */
function isTold(deed: KeptDeed, { waiting, isPlaced }: Known): boolean {
  return deed.parts.every(({ thing }) => {
    const leave = leaveOf(deed, thing);
    // Answered, refused or thrown away where nobody noted it.
    if (leave != null && leave.entry !== null) return waiting.has(leave.entry);
    return leave?.version != null || (!decides(deed) && isPlaced(thing, deed.place));
  });
}

/** Of one thing: of many, each is looked at when it is its turn. */
function isOvertaken(deed: KeptDeed, own: ReadonlyMap<string, number>, { present }: Known): boolean {
  const [part, ...more] = deed.parts;
  if (part === undefined || more.length > 0) return false;
  const leave = leaveOf(deed, part.thing);
  const left = own.get(part.thing);
  if (leave == null || leave.entry !== null || left === undefined) return false;
  return (present.get(part.thing) ?? 0) > left;
}
