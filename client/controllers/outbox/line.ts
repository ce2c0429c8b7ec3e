/** The line in which kept writes wait: what may be sent, and what an answer, a refusal or silence does to the rest. */
import { ApiProblem } from '../../api/problem.ts';
import {
  type Entry,
  isEdit,
  isOnSight,
  type Operation,
  versionIn,
  versionLeft,
  withVersion,
} from './entry.ts';
import { onNow } from './on-present.ts';

export type State =
  /** Not tried yet. */
  | 'fresh'
  | 'sending'
  /** Nobody could be reached, or one before it waits. */
  | 'waiting'
  /** The server does not take it as it is: whoever made it has to say what becomes of it. */
  | 'refused';

export interface Waiting {
  readonly entry: Entry;
  readonly state: State;
  /** True once it is known that it cannot be sent at once: it is shown as not saved yet. */
  readonly kept: boolean;
  /** Why, with what is there now. */
  readonly refused: ApiProblem | null;
}

export type Line = readonly Waiting[];

/** Those that wait from an earlier visit, or from another window, among those that are known; oldest first. */
export function joined(line: Line, stored: readonly Entry[]): Line {
  const known = new Set(line.map(({ entry }) => entry.id));
  const more = stored.filter(({ id }) => !known.has(id));
  // What it was decided on may have been thrown away in another window.
  const lost = new Set(stored.flatMap(({ id, groundless }) => (groundless ? [id] : [])));
  const isNew = ({ entry }: Waiting) => lost.has(entry.id) && !entry.groundless;
  if (more.length === 0 && !line.some(isNew)) return line;
  const items = more.map((entry): Waiting => {
    const item: Waiting = { entry, state: 'waiting', kept: true, refused: null };
    return entry.groundless ? withoutGround(item) : item;
  });
  const held = line.map((item) => (isNew(item) ? withoutGround(item) : item));
  return [...held, ...items].sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
}

/** One more at the end. It follows the last one that leaves another version of the same thing. */
export function added(line: Line, entry: Entry): Line {
  const before = line.findLast((item) => item.entry.thing === entry.thing);
  const version = versionIn(entry.operation);
  // What was put on somebody else's change leaves a version that whoever does not know that change has not seen.
  const isUnseen =
    isOnSight(entry) &&
    line.some(({ entry: { thing, put } }) => thing === entry.thing && (put ?? 0) > (version ?? 0));
  const follows = before !== undefined && version !== null && !isUnseen ? before.entry.id : null;
  const kept = line.some(
    (item) =>
      (item.kept && item.state !== 'refused' && item.entry.articleId === entry.articleId) ||
      (item.state === 'refused' && item.entry.target === entry.target),
  );
  return [...line, { entry: { ...entry, follows }, state: kept ? 'waiting' : 'fresh', kept, refused: null }];
}

/**
 * Those that may be sent now.
 *
 * What is about one claim goes one after the other. While nobody was reached all of a story does, in the order in which
 * it was done: what comes later may build on what came before. What was refused holds up its own claim alone.
 */
export function ready(line: Line): readonly Waiting[] {
  const claims = new Set<string>();
  const stories = new Set<string>();
  const found: Waiting[] = [];
  for (const item of line) {
    const { target, articleId } = item.entry;
    const mayGo = item.state === 'fresh' || item.state === 'waiting';
    if (mayGo && !claims.has(target) && !stories.has(articleId)) found.push(item);
    claims.add(target);
    if (item.kept && item.state !== 'refused') stories.add(articleId);
  }
  return found;
}

export function sending(line: Line, id: string): Line {
  return changed(line, id, { state: 'sending' });
}

/** Nobody was reached: it waits, and with it what was done after it in the same story. */
export function unreached(line: Line, id: string): Line {
  const at = line.findIndex(({ entry }) => entry.id === id);
  const story = line[at]?.entry.articleId;
  return line.map((item, index) => {
    if (index === at || (index > at && item.state === 'fresh' && item.entry.articleId === story))
      return { ...item, state: 'waiting', kept: true };
    return item;
  });
}

export function refused(line: Line, id: string, why: ApiProblem): Line {
  const at = line.findIndex(({ entry }) => entry.id === id);
  const target = line[at]?.entry.target;
  return line.map((item, index) => {
    if (index === at) return { ...item, state: 'refused', kept: true, refused: why };
    if (index > at && item.state === 'fresh' && item.entry.target === target)
      return { ...item, state: 'waiting', kept: true };
    return item;
  });
}

/**
 * It was answered: what follows it goes on from `version`.
 *
 * What is not of the claim and raised its version takes with it all that was written on the version before. What
 * somebody else changed besides is not in that count, and neither is it where the answer shows it: then the server has
 * a newer version than what follows is sent on, and the author looks.
 *
 * An edit that was answered before may have changed nothing, and the version that is there by now may be another's: no
 * decision takes that, and its author looks.
 *
 * @param isReplayed the server had done it before, and answers with what is there by now
 */
export function answered(line: Line, id: string, version: number, isReplayed = false): Line {
  const done = line.find(({ entry }) => entry.id === id)?.entry;
  if (done === undefined) return line;
  const { target, thing, raises } = done;
  const isUnsure = isReplayed && isEdit(done) && version !== versionIn(done.operation);
  if (thing !== target) {
    const rest = without(line, id, (entry) => goingOn(entry, version));
    // What changed nothing raised nothing.
    const isIdle = version === versionIn(done.operation);
    return raises === null || isIdle || isUnsure
      ? rest
      : ofClaim(rest, target, (entry) => raised(entry, raises));
  }
  const left = versionLeft(done);
  const most = left === null ? version : Math.min(version, left);
  const rest = without(line, id, (entry) =>
    (left === null || isUnsure) && isOnSight(entry) ? { ...entry, follows: null } : goingOn(entry, most),
  );
  const seen = version === most && !isUnsure ? rest : detached(rest, line, id);
  return ofClaim(seen, target, (entry) => (entry.raises === null ? entry : { ...entry, raises: version }));
}

const goingOn = (entry: Entry, version: number): Entry => ({
  ...entry,
  operation: withVersion(entry.operation, version),
  follows: null,
});

/**
 * The decisions after `id` in `before` that would take a version from it, or from what comes between: they keep the
 * one that their author saw, so that the server refuses them and the author looks.
 */
function detached(line: Line, before: Line, id: string): Line {
  const ids = new Set(decidedAfter(before, id).map(({ entry }) => entry.id));
  return line.map((item) =>
    ids.has(item.entry.id) && item.entry.follows !== null
      ? { ...item, entry: { ...item.entry, follows: null } }
      : item,
  );
}

/** The decisions about a claim that were made after `id`, and on it: on another version of the claim, or of its evidence. */
function decidedAfter(line: Line, id: string): readonly Waiting[] {
  const at = line.findIndex(({ entry }) => entry.id === id);
  const first = line[at]?.entry;
  if (first === undefined) return [];
  const isOfClaim = first.thing === first.target || first.raises !== null;
  return line.filter(
    ({ entry }, index) => index > at && isOfClaim && entry.target === first.target && isOnSight(entry),
  );
}

function raised(entry: Entry, version: number): Entry {
  if (entry.raises === version) return { ...entry, raises: version + 1 };
  const isOnIt =
    entry.thing === entry.target && entry.follows === null && versionIn(entry.operation) === version;
  return isOnIt ? { ...entry, operation: withVersion(entry.operation, version + 1) } : entry;
}

function ofClaim(line: Line, claimId: string, change: (entry: Entry) => Entry): Line {
  return line.map((item) => {
    if (item.entry.target !== claimId) return item;
    const entry = change(item.entry);
    return entry === item.entry ? item : { ...item, entry };
  });
}

/** It is thrown away: what follows it stands where it stood. What was decided on it is decided again by its author alone. */
export function thrownAway(line: Line, id: string): Line {
  const gone = line.find(({ entry }) => entry.id === id)?.entry;
  const version = gone === undefined ? null : versionIn(gone.operation);
  const decided = new Set(decidedAfter(line, id).map(({ entry }) => entry.id));
  return without(line, id, (entry) => ({
    ...entry,
    operation: version === null ? entry.operation : withVersion(entry.operation, version),
    follows: gone?.follows ?? null,
  })).map((item) => (decided.has(item.entry.id) ? withoutGround(item) : item));
}

/** It is not sent, also after the page was closed: what its author saw is not there. */
const withoutGround = (item: Waiting): Waiting => ({
  entry: { ...item.entry, follows: null, groundless: true },
  state: 'refused',
  kept: true,
  refused: new ApiProblem({
    status: 0,
    code: 'GROUNDLESS',
    message: 'It was given on a change that was not saved. Look at the claim, and give it again.',
  }),
});

/**
 * To be sent again after a look, as another act: on what is there now, where the refusal told that. Stays as it is where
 * that cannot be.
 */
export function again(line: Line, id: string, idempotencyKey: string): Line {
  const item = line.find(({ entry }) => entry.id === id);
  if (item === undefined || item.state !== 'refused' || item.entry.groundless) return line;
  const operation = onNow(item.entry, item.refused);
  if (operation === null) return line;
  const version = versionNow(item.refused);
  const after = version === null ? line : detached(line, line, id);
  return changed(after, id, {
    entry: {
      ...item.entry,
      operation,
      idempotencyKey,
      follows: version === null ? item.entry.follows : null,
      put: version ?? item.entry.put,
    },
    state: 'waiting',
    kept: true,
    refused: null,
  });
}

/**
 * Another write in the place of one that the server did not take as it was. What its author decided after it did not see
 * what it is put on.
 */
export function anew(line: Line, id: string, operation: Operation, idempotencyKey: string): Line {
  return detached(line, line, id).map((item) =>
    item.entry.id === id
      ? {
          ...item,
          entry: { ...item.entry, operation, idempotencyKey, follows: null, put: versionIn(operation) },
          state: 'waiting',
        }
      : item,
  );
}

/** The version of the thing that a refusal shows. */
function versionNow(refusal: ApiProblem | null): number | null {
  const version: unknown = Reflect.get(Object(refusal?.current), 'version');
  return typeof version === 'number' ? version : null;
}

/** What is different in `after`, to be stored; what is no longer in it was settled. */
export function rewritten(before: Line, after: Line): readonly Entry[] {
  const known = new Map(before.map(({ entry }) => [entry.id, entry]));
  return after.flatMap(({ entry }) => (known.get(entry.id) === entry ? [] : [entry]));
}

function changed(line: Line, id: string, part: Partial<Waiting>): Line {
  return line.map((item) => (item.entry.id === id ? { ...item, ...part } : item));
}

function without(line: Line, id: string, follow: (entry: Entry) => Entry): Line {
  return line
    .filter(({ entry }) => entry.id !== id)
    .map((item) => (item.entry.follows === id ? { ...item, entry: follow(item.entry) } : item));
}
