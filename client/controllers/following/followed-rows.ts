/** The rows of a page that others change: what is shown, what is held, and what waits to be asked for. */
import { LitElement, type ReactiveController } from 'lit';
import type { HistoryItem } from '../../../server/contract/history.ts';
import { holdPlace } from '../hold-field.ts';
import { AttentionClock, isLookedAt } from './attention.ts';
import * as rules from './rows.ts';

/** A card that has words in it which were not sent. */
interface InHand {
  readonly isInHand: boolean;
}
const isInHand = (element: Element): boolean =>
  'isInHand' in element && (element as Element & InHand).isInHand === true;

export class FollowedRows<T> implements ReactiveController {
  private rows: rules.Rows<T> = new Map();
  private fresh: ReadonlyMap<string, T> = new Map();
  private readonly changers = new Map<string, string>();
  private readonly clock: AttentionClock;

  /** @param seen told of the rows into which something newer was put */
  constructor(
    private readonly host: LitElement,
    private readonly kind: rules.Kind<T>,
    private readonly seen: (ids: readonly string[]) => void = () => {},
  ) {
    this.clock = new AttentionClock(host);
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('focusout', this.onFocusOut);
    window.addEventListener('focus', this.onFocusOut);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('focusout', this.onFocusOut);
    window.removeEventListener('focus', this.onFocusOut);
  }

  /** As it is shown. */
  value(id: string): T | null {
    return this.rows.get(id)?.value ?? null;
  }

  get ids(): readonly string[] {
    return [...this.rows.keys()];
  }

  /** How many changes are not shown. */
  get waiting(): number {
    return rules.waiting(this.rows, this.fresh);
  }

  /** Other rows in the place of these. */
  begin(rows: ReadonlyMap<string, T>): void {
    this.rows = rules.withMore(new Map(), rows);
    this.fresh = rows;
  }

  /** Rows that nobody has looked at yet: the first ones, or those that were asked for. */
  add(more: ReadonlyMap<string, T>): void {
    this.rows = rules.withMore(this.rows, more);
    this.fresh = new Map([...this.fresh, ...more]);
  }

  /**
   * What others did.
   *
   * @param fresh the list as it is now
   * @param left rows that are shown and no longer in it, as they are now; null for one that may not be seen any more
   */
  take(fresh: ReadonlyMap<string, T>, left: ReadonlyMap<string, T | null> = new Map()): void {
    this.fresh = fresh;
    const news = new Map(fresh);
    const rows = new Map(this.rows);
    for (const [id, value] of left) {
      if (value === null) rows.delete(id);
      else news.set(id, value);
    }
    this.become(rules.takenIn(rows, news, this.kind, this.hands));
  }

  /** What the person did themselves. */
  put(id: string, change: (value: T) => T): void {
    const row = this.rows.get(id);
    if (row === undefined) return;
    this.rows = rules.put(this.rows, id, change(row.value), this.kind);
    const fresh = this.fresh.get(id);
    if (fresh !== undefined) this.fresh = new Map(this.fresh).set(id, change(fresh));
    this.host.requestUpdate();
  }

  /** Lay out all that is known. What has the focus keeps it, and its place on the screen. @returns ids in their order */
  show(): readonly string[] {
    const before = this.ids;
    const at = this.focused?.dataset['row'];
    this.become(rules.laidAnew(this.rows, this.fresh, this.kind, this.hands));
    if (at !== undefined) void this.focusAgain(at, before);
    return this.ids;
  }

  /** The row that has the focus. */
  private get focused(): HTMLElement | null {
    const { active } = this;
    const rows = [...this.host.renderRoot.querySelectorAll<HTMLElement>('[data-row]')];
    return active === null ? null : (rows.find((row) => row.contains(active)) ?? null);
  }

  /** What has the focus, also while the window has not got the system's: `:focus-within` forgets it then. */
  private get active(): Element | null {
    const { renderRoot } = this.host;
    return renderRoot instanceof ShadowRoot ? renderRoot.activeElement : document.activeElement;
  }

  /** A row that is drawn elsewhere is drawn anew; one that is gone leaves the keys to the one after it. */
  private async focusAgain(id: string, before: readonly string[]): Promise<void> {
    await this.host.updateComplete;
    if (this.focused !== null) return;
    const next = [...before.slice(before.indexOf(id)), ...before.slice(0, before.indexOf(id)).reverse()];
    const drawn = new Map(
      [...this.host.renderRoot.querySelectorAll<HTMLElement>('[data-row]')].map((row) => [
        row.dataset['row'],
        row,
      ]),
    );
    const row = next.map((one) => drawn.get(one)).find((one) => one !== undefined);
    if (row instanceof LitElement) await row.updateComplete;
    row?.focus();
  }

  /** Who did what, to be named where a decision has to wait. */
  heard(items: readonly HistoryItem[], me: string | null): void {
    for (const { actor, claimId } of items)
      if (claimId !== null && actor.id !== me) this.changers.set(claimId, actor.name);
  }

  /** Who changed a claim last; null where that is not known. */
  changer(claimId: string): string | null {
    return this.changers.get(claimId) ?? null;
  }

  /** Whether a decision on it has to wait until its author has looked. What was held is shown by then. */
  isToBeRead(id: string): boolean {
    const { now } = this.clock;
    if (!rules.isToBeRead(this.rows.get(id), now)) return false;
    this.become(rules.released(this.rows, { holds: (one) => one !== id && this.holds(one), now }));
    return true;
  }

  private get hands(): rules.Hands {
    return { holds: (id) => this.holds(id), now: this.clock.now };
  }

  private holds(id: string): boolean {
    // It may stand in several groups.
    const rows = this.host.renderRoot.querySelectorAll(`[data-row="${CSS.escape(id)}"]`);
    const { active } = this;
    return [...rows].some(
      (row) =>
        (active !== null && row.contains(active)) || [row, ...row.querySelectorAll('*')].some(isInHand),
    );
  }

  private become(after: rules.Rows<T>): void {
    const before = this.rows;
    const changed = [...after].filter(([id, { value }]) => {
      const was = before.get(id);
      return was !== undefined && was.value !== value;
    });
    const release = holdPlace(this.focused ?? this.host.renderRoot.querySelector('[data-row]:hover'));
    this.rows = after;
    this.host.requestUpdate();
    void this.host.updateComplete.then(release);
    if (changed.length > 0) this.seen(changed.map(([id]) => id));
  }

  /** The focus is nowhere while it goes from one place to the next. A window that is left lets go of nothing. */
  private readonly onFocusOut = (): void =>
    void setTimeout(() => {
      if (!isLookedAt()) return;
      if ([...this.rows.values()].some(({ held }) => held !== null))
        this.become(rules.released(this.rows, this.hands));
    });
}
