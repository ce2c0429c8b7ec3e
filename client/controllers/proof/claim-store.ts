/** The claims of one story as the page knows them: pure, told everything, asked for everything. */
import type { Claim, ClaimKind, ClaimStatus } from '../../../server/contract/claims.ts';
import type { Range, Span } from '../../../server/contract/common.ts';
import type { Entry } from '../outbox/entry.ts';
import { claimUnder } from '../outbox/shown-over.ts';
import { InOrder } from './in-order.ts';
import { IntervalIndex, inTextOrder } from './interval-index.ts';

/** A mark that the server has not taken yet, with all that is needed to try again. */
export interface PendingMark {
  id: string;
  revision: number;
  kind: ClaimKind;
  span: Span;
  /** `kept` where nobody can be reached: it is sent by itself later. */
  state: 'saving' | 'kept' | 'failed';
  /** Why it failed, in words; null while saving. */
  message: string | null;
  /** The write that waits for its answer. */
  entryId?: string;
  /** After a newer text: where the words are there, null where they are gone; else undefined. */
  proposed?: Span | null | undefined;
  /** After a newer text: the number of that revision. */
  proposedRevision?: number | undefined;
  /** What was suggested and is being accepted: it is a suggestion again where that fails. */
  suggestionId?: string;
}

export interface Filter {
  kind: ClaimKind | null;
  /** `left` is whatever still wants work: neither passed nor withdrawn. */
  status: ClaimStatus | 'left' | null;
  /** Show the withdrawn too. */
  withdrawn: boolean;
}

export const NO_FILTER: Filter = { kind: null, status: null, withdrawn: false };

/** Something on the page that has a place in the text: a claim, or a mark on its way. */
export interface Placed extends Range {
  id: string;
  kind: ClaimKind;
  status: ClaimStatus;
  claim: Claim | null;
  pending: PendingMark | null;
  /** It is shown as it will be once it is saved. What was said on it or cited for it may wait besides. */
  unsaved?: boolean;
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : Number(a.id > b.id));

export class ClaimStore {
  private readonly claims = new Map<string, Claim>();
  /** One's own writes that are not saved yet, and the claims as they will be after them. */
  private covers: ReadonlyMap<string, readonly Entry[]> = new Map();
  private readonly covered = new Map<string, Claim>();
  private readonly marks = new Map<string, PendingMark>();
  /** Spans that a person moved and the server has not confirmed. */
  private readonly moved = new Map<string, Range>();
  private readonly claimsInOrder = new InOrder<Claim>(
    (id) => this.get(id),
    (a, b) => inTextOrder(a.span, b.span) || byId(a, b),
  );
  private readonly placesInOrder = new InOrder<Placed>(
    (id) => this.place(id),
    (a, b) => inTextOrder(a, b) || byId(a, b),
  );
  private index = new IntervalIndex<Placed>([]);
  private changes = 0;

  /** A number that rises with every change, for whoever keeps what was put together from this. */
  get change(): number {
    return this.changes;
  }

  get(id: string): Claim | null {
    return this.covered.get(id) ?? this.claims.get(id) ?? null;
  }

  /** Show claims as they will be once what waits is saved, by claim. */
  cover(entries: ReadonlyMap<string, readonly Entry[]>): void {
    const before = this.covers;
    this.covers = entries;
    for (const id of new Set([...before.keys(), ...entries.keys()])) this.coverOne(id);
  }

  isCovered(id: string): boolean {
    return this.covers.has(id);
  }

  private coverOne(id: string): void {
    const claim = this.claims.get(id);
    const entries = this.covers.get(id);
    if (claim === undefined || entries === undefined) this.covered.delete(id);
    else this.covered.set(id, claimUnder(claim, entries));
    this.claimsInOrder.touch(id);
    this.touch(id);
  }

  get pending(): readonly PendingMark[] {
    return [...this.marks.values()];
  }

  pendingMark(id: string): PendingMark | null {
    return this.marks.get(id) ?? null;
  }

  /** In the order of the text, withdrawn and orphaned ones included. */
  get all(): readonly Claim[] {
    return this.claimsInOrder.get();
  }

  /**
   * Take in a claim as the server gave it.
   *
   * Answers may overtake each other: one older than what is known is left. True where the claim has a
   * newer version than was known, so that the caller can tell someone else's change from its own.
   */
  put(claim: Claim): boolean {
    const known = this.claims.get(claim.id);
    if (known !== undefined && known.version > claim.version) return false;
    this.claims.set(claim.id, claim);
    this.marks.delete(claim.id);
    this.coverOne(claim.id);
    return known !== undefined && claim.version > known.version;
  }

  /** Take in all claims of the story; gives the ids of those that had changed. Marks on their way stay. */
  putAll(claims: Iterable<Claim>): string[] {
    return [...claims].flatMap((claim) => (this.put(claim) ? [claim.id] : []));
  }

  /** It was erased: nothing of it is shown any more, whatever still points at it. */
  drop(id: string): void {
    this.claims.delete(id);
    this.marks.delete(id);
    this.moved.delete(id);
    this.covered.delete(id);
    this.claimsInOrder.touch(id);
    this.touch(id);
  }

  putPending(mark: PendingMark): void {
    if (this.claims.has(mark.id)) return;
    this.marks.set(mark.id, mark);
    this.touch(mark.id);
  }

  dropPending(id: string): void {
    this.marks.delete(id);
    this.touch(id);
  }

  /** Show a claim's edges where the person put them, until `put` and `settle` say what the server has. */
  move(id: string, range: Range): void {
    this.moved.set(id, range);
    this.touch(id);
  }

  settle(id: string): void {
    this.moved.delete(id);
    this.touch(id);
  }

  rangeOf(claim: Claim): Range {
    return this.moved.get(claim.id) ?? claim.span;
  }

  /** Everything that has a place in the text of `revision` and passes the filter, in the order of the text. */
  placed(revision: number, filter: Filter = NO_FILTER): Placed[] {
    return this.indexOf().sorted.filter((item) => isPlaced(item, revision) && passes(item, filter));
  }

  /** What holds the character at `offset`, the inmost first. */
  at(offset: number, revision: number, filter: Filter = NO_FILTER): Placed[] {
    return this.indexOf()
      .at(offset)
      .filter((item) => isPlaced(item, revision) && passes(item, filter));
  }

  overlapping(range: Range, revision: number, filter: Filter = NO_FILTER): Placed[] {
    return this.indexOf()
      .overlapping(range)
      .filter((item) => isPlaced(item, revision) && passes(item, filter));
  }

  private indexOf(): IntervalIndex<Placed> {
    const items = this.placesInOrder.get();
    if (items !== this.index.sorted) this.index = new IntervalIndex(items);
    return this.index;
  }

  private place(id: string): Placed | null {
    const claim = this.get(id);
    const pending = this.marks.get(id);
    if (claim !== null) {
      const { start, end } = this.rangeOf(claim);
      const unsaved = this.covers.get(id)?.some(({ thing }) => thing === id) === true;
      return { start, end, id, kind: claim.kind, status: claim.status, claim, pending: null, unsaved };
    }
    if (pending === undefined) return null;
    const { start, end } = pending.span;
    return { start, end, id, kind: pending.kind, status: 'unchecked', claim: null, pending, unsaved: true };
  }

  private touch(id: string): void {
    this.placesInOrder.touch(id);
    this.changes += 1;
  }
}

/** A claim's offsets mean something in its own revision alone; an orphan has none in this one. */
const isPlaced = (item: Placed, revision: number) =>
  item.status !== 'orphaned' && (item.claim?.revision ?? item.pending?.revision) === revision;

/** Marks on their way are always shown: whoever made them is waiting for them. */
function passes(item: Placed, filter: Filter): boolean {
  if (item.pending !== null) return true;
  return passesFilter({ kind: item.kind, status: item.status }, filter);
}

export function passesFilter(claim: { kind: ClaimKind; status: ClaimStatus }, filter: Filter): boolean {
  if (filter.kind !== null && claim.kind !== filter.kind) return false;
  if (filter.status === 'left') return isLeft(claim.status);
  if (filter.status !== null) return claim.status === filter.status;
  return filter.withdrawn || claim.status !== 'withdrawn';
}

/** Whether somebody still has to do something about a claim of this status. */
export const isLeft = (status: ClaimStatus) => status !== 'passed' && status !== 'withdrawn';

export interface Progress {
  readonly left: number;
  /** Of those left: checked, and waiting for a second person. */
  readonly toReview: number;
  readonly total: number;
}

/** How far a story is: `left` of `total`, withdrawn ones not counted. */
export function progressOf(claims: readonly { status: ClaimStatus }[]): Progress {
  const progress = { left: 0, toReview: 0, total: 0 };
  for (const { status } of claims) {
    if (status === 'withdrawn') continue;
    progress.total += 1;
    if (isLeft(status)) progress.left += 1;
    if (status === 'checked') progress.toReview += 1;
  }
  return progress;
}
