/** Whose change stands in the way of taking back one's own: told by the history, which has all of them in order. */
import type { HistoryItem } from '../../../server/contract/history.ts';
import { timeOfDay } from '../../times.ts';
import { historyLine } from './history-words.ts';

/** Where a write of one's own stands in the history. */
export interface Place {
  /** The number of its event; where that is not known yet, of one before it. */
  readonly seq: number;
  readonly isKnown: boolean;
}

/** Kinds of events that name a claim and leave it as it was. */
const BESIDE = new Set(['comment', 'flag', 'file', 'payload']);
/** The same by their whole name. */
const BESIDE_TYPES: ReadonlySet<string> = new Set(['verdict.desk_told', 'verdict.desk_untold']);

/** The ids of what an event changed: a claim, and what belongs to it. */
export function changedBy({ type, claimId, data }: HistoryItem): readonly string[] {
  const leavesClaim = BESIDE.has(type.slice(0, type.indexOf('.'))) || BESIDE_TYPES.has(type);
  const parts = [data.comment, data.citation, data.evidence, idIn(data.suggestion)];
  return [leavesClaim ? null : claimId, ...parts].filter((id) => typeof id === 'string');
}

const idIn = (value: unknown): unknown =>
  typeof value === 'object' ? Reflect.get(Object(value), 'id') : value;

/** A story's events while it is worked on, by what they changed. */
export class LaterChanges {
  private readonly byThing = new Map<string, HistoryItem[]>();
  /** The last event of one's own that is a known write's; by thing. */
  private readonly placed = new Map<string, number>();
  /** Writes whose event has not come yet: the number it comes after; by thing. */
  private readonly expected = new Map<string, number>();
  private last = 0;

  constructor(private readonly me: string) {}

  /** The last event that is known here. */
  get head(): number {
    return this.last;
  }

  /** What happened up to here is in what was fetched. */
  begin(head: number): void {
    this.last = Math.max(this.last, head);
    this.begun = this.last;
  }
  private begun = 0;

  /** Take in events, older ones too; those that are known are left. */
  take(items: readonly HistoryItem[]): void {
    for (const item of items) {
      this.last = Math.max(this.last, item.seq);
      for (const id of changedBy(item)) this.add(id, item);
    }
  }

  private add(id: string, item: HistoryItem): void {
    const known = this.byThing.get(id) ?? [];
    const at = known.findLastIndex(({ seq }) => seq <= item.seq);
    if (known[at]?.seq === item.seq) return;
    known.splice(at + 1, 0, item);
    this.byThing.set(id, known);
    const after = this.expected.get(id);
    if (item.actor.id !== this.me || after === undefined || item.seq <= after) return;
    this.placed.set(id, item.seq);
    this.expected.delete(id);
  }

  /**
   * Where one's own write to `thing` stands that was answered just now.
   *
   * Its event comes before the answer or after it. Where one's own event of before is taken for it, the place is too
   * early and never too late: a change by another is then minded that need not be, and none overlooked.
   */
  placeOf(thing: string): Place {
    // What happened before the page was there is no write of its own.
    const since = Math.max(this.placed.get(thing) ?? 0, this.begun);
    const own = this.byThing.get(thing)?.findLast(({ seq, actor }) => seq > since && actor.id === this.me);
    if (own === undefined) {
      this.expected.set(thing, this.last);
      return { seq: this.last, isKnown: false };
    }
    this.placed.set(thing, own.seq);
    return { seq: own.seq, isKnown: true };
  }

  /** Whether the event of a write to `thing` is known: before that, nothing can be said to have come after it. */
  isPlaced(thing: string, { seq, isKnown }: Place): boolean {
    const own = ({ seq: at, actor }: HistoryItem) => at > seq && actor.id === this.me;
    return isKnown || (this.byThing.get(thing)?.some(own) ?? false);
  }

  /** The last change by somebody else to any of `things` since a write to the first of them; null where there is none. */
  inTheWay(things: readonly [string, ...string[]], { seq, isKnown }: Place): HistoryItem | null {
    const isLater = (item: HistoryItem) => item.seq > seq;
    const [thing] = things;
    const own = (this.byThing.get(thing) ?? []).find((item) => isLater(item) && item.actor.id === this.me);
    // What has come so far came before one's own write.
    if (!isKnown && own === undefined) return null;
    const since = isKnown || own === undefined ? seq : own.seq;
    return things
      .flatMap((id) => this.byThing.get(id) ?? [])
      .filter((item) => item.seq > since && item.actor.id !== this.me)
      .reduce<HistoryItem | null>((last, item) => (item.seq > (last?.seq ?? 0) ? item : last), null);
  }
}

/** Who did what, and when: "Rana gave a verdict at 14:03". */
export function changeWords(item: HistoryItem): string {
  const { who, what, at } = historyLine(item, {}, (value) => value);
  return `${who} ${what} at ${timeOfDay(at)}`;
}
