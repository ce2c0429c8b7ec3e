/** The rows of a page that others change: what is shown, what is held, and what waits to be asked for. */
import { LitElement, type ReactiveController } from 'lit';
import type { HistoryItem } from '../../../server/contract/history.ts';
import { holdPlace } from '../hold-field.ts';
import { AttentionClock, isLookedAt } from './attention.ts';
import * as rules from './rows.ts';
import { changedWords } from './words.ts';

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
    // A host does not hear of a focus that goes from one of its own rows to another.
    this.host.renderRoot.addEventListener('focusout', this.onFocusOut);
    window.addEventListener('focus', this.onFocusOut);
  }

  hostDisconnected(): void {
    this.host.renderRoot.removeEventListener('focusout', this.onFocusOut);
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
    this.change(id, change, (value) => rules.put(this.rows, id, value, this.kind));
    if (this.rows.get(id)?.held === null) this.changers.delete(id);
  }

  /** As it is now, where the person decided on what it was before, and was refused: they have to look first. */
  findOut(id: string, change: (value: T) => T): void {
    this.change(id, change, (value) => rules.foundOut(this.rows, id, value, this.kind, this.clock.now));
  }

  private change(id: string, change: (value: T) => T, rowsWith: (value: T) => rules.Rows<T>): void {
    const row = this.rows.get(id);
    if (row === undefined) return;
    this.rows = rowsWith(change(row.value));
    const fresh = this.fresh.get(id);
    if (fresh !== undefined) this.fresh = new Map(this.fresh).set(id, change(fresh));
    this.host.requestUpdate();
  }

  /**
   * Lay out all that is known. What has the focus keeps it, and its place on the screen; where the control that was
   * pressed goes, the first row that is new or changed has it. @returns ids in their order
   */
  show(): readonly string[] {
    const before = this.ids;
    const at = this.focused?.dataset['row'];
    const isLost = lostByShowing(this.host);
    const after = rules.laidAnew(this.rows, this.fresh, this.kind, this.hands);
    const news = rules.firstNews(this.rows, after);
    this.become(after);
    const from = at === undefined ? -1 : before.indexOf(at);
    if (from !== -1) void this.focusAgain([...before.slice(from), ...before.slice(0, from).reverse()]);
    else if (isLost && news !== null) void this.focusAgain([news]);
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
  private async focusAgain(next: readonly string[]): Promise<void> {
    await this.host.updateComplete;
    if (this.focused !== null) return;
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

  /** What is said on a row that somebody changed, until its person was at it; null on any other. */
  news(id: string): string | null {
    return this.rows.get(id)?.isNews === true ? changedWords(this.changer(id)) : null;
  }

  /** Nothing goes from under the pointer that presses in the row: its mark stays until the focus has left it. */
  private lookedAt(id: string): void {
    const after = rules.lookedAt(this.rows, id);
    if (after === this.rows) return;
    this.rows = after;
    this.changers.delete(id);
    this.host.requestUpdate();
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
    return this.isAt(id) || this.drawn(id).some((row) => [row, ...row.querySelectorAll('*')].some(isInHand));
  }

  private isAt(id: string): boolean {
    const { active } = this;
    return active !== null && this.drawn(id).some((row) => row.contains(active));
  }

  /** It may stand in several groups. */
  private drawn(id: string): readonly Element[] {
    return [...this.host.renderRoot.querySelectorAll(`[data-row="${CSS.escape(id)}"]`)];
  }

  /** Draw what changed in the rows, or beside them. What is looked at stays where it is on the screen. */
  redraw(): void {
    const release = holdPlace(this.focused ?? this.host.renderRoot.querySelector('[data-row]:hover'));
    this.host.requestUpdate();
    void this.host.updateComplete.then(release);
  }

  private become(after: rules.Rows<T>): void {
    const before = this.rows;
    const changed = [...after].filter(([id, { value }]) => {
      const was = before.get(id);
      return was !== undefined && was.value !== value;
    });
    this.rows = after;
    this.redraw();
    if (changed.length > 0) this.seen(changed.map(([id]) => id));
  }

  /** The focus is nowhere while it goes from one place to the next. A window that is left lets go of nothing. */
  private readonly onFocusOut = (event: Event): void => {
    const left = event
      .composedPath()
      .flatMap((node) => (node instanceof HTMLElement ? (node.dataset['row'] ?? []) : []));
    setTimeout(() => {
      if (!isLookedAt()) return;
      for (const id of left) if (!this.isAt(id)) this.lookedAt(id);
      if ([...this.rows.values()].some(({ held }) => held !== null))
        this.become(rules.released(this.rows, this.hands));
    });
  };
}

/** Whether what shows the changes has the focus, and takes it along when it goes, or nothing on the page has it. */
export function lostByShowing({ renderRoot }: LitElement): boolean {
  const active = renderRoot instanceof ShadowRoot ? renderRoot.activeElement : null;
  return active === null || active.localName === 'cd-changes-line';
}
