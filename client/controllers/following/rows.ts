/**
 * Rows of a list that others change while somebody decides on them by keys.
 *
 * What a person has in hand is never replaced: what is newer of it is held until they ask for it, or let go. All else is
 * taken in where it stands. No row comes, goes or moves by itself.
 */

/** Milliseconds in which people see that something changed, and what. */
export const UNREAD = 1_500;

export interface Row<T> {
  /** As it is shown. */
  readonly value: T;
  /** What is newer, and not shown since the row is in somebody's hand. */
  readonly held: T | null;
  /** When somebody else's change was put under the eyes of whoever looks; null for never. */
  readonly changedAt: number | null;
  /** Somebody else's change is in it that nobody has gone to yet. */
  readonly isNews: boolean;
}
export type Rows<T> = ReadonlyMap<string, Row<T>>;

/** How two states of one row are told apart. */
export interface Kind<T> {
  /** Rises with each change: what is fetched may be older than what is shown. */
  readonly version: (value: T) => number;
  readonly alike: (one: T, other: T) => boolean;
}

export interface Hands {
  /** Somebody has the focus in the row, types in it or waits for what they decided. */
  readonly holds: (id: string) => boolean;
  /** Milliseconds of a clock that only rises, and stands still while nobody looks. */
  readonly now: number;
}

export const rowOf = <T>(value: T): Row<T> => ({ value, held: null, changedAt: null, isNews: false });

/** Rows as they are when nobody has looked at them yet; those that are here already stay as they are. */
export function withMore<T>(rows: Rows<T>, more: ReadonlyMap<string, T>): Rows<T> {
  const after = new Map(rows);
  for (const [id, value] of more) if (!after.has(id)) after.set(id, rowOf(value));
  return after;
}

/** Put what is newer into the rows that are here. */
export function takenIn<T>(
  rows: Rows<T>,
  news: ReadonlyMap<string, T>,
  { version, alike }: Kind<T>,
  { holds, now }: Hands,
): Rows<T> {
  const after = new Map(rows);
  for (const [id, row] of rows) {
    const next = news.get(id);
    if (next === undefined || version(next) < version(row.value)) continue;
    if (alike(next, row.value)) after.set(id, { ...row, held: null });
    else if (holds(id)) after.set(id, { ...row, held: next });
    else after.set(id, { value: next, held: null, changedAt: now, isNews: true });
  }
  return after;
}

/** Show what was held of rows that nobody has in hand any more. */
export function released<T>(rows: Rows<T>, { holds, now }: Hands): Rows<T> {
  const after = new Map(rows);
  for (const [id, { held }] of rows)
    if (held !== null && !holds(id)) after.set(id, { value: held, held: null, changedAt: now, isNews: true });
  return after;
}

/** The person was at a row: what was shown in it is no news any more. */
export function lookedAt<T>(rows: Rows<T>, id: string): Rows<T> {
  const row = rows.get(id);
  return row?.isNews ? new Map(rows).set(id, { ...row, isNews: false }) : rows;
}

/** What the person did to a row themselves. */
export function put<T>(rows: Rows<T>, id: string, value: T, { version, alike }: Kind<T>): Rows<T> {
  const row = rows.get(id);
  if (row === undefined || version(value) < version(row.value)) return rows;
  const isOld = row.held !== null && (version(row.held) < version(value) || alike(row.held, value));
  return new Map(rows).set(id, { ...row, value, held: isOld ? null : row.held, isNews: false });
}

/**
 * What a row turned out to be when somebody decided on what it was before, and was refused. It is shown at once, in hand
 * or not, and is to be read before the next key decides.
 */
export function foundOut<T>(rows: Rows<T>, id: string, value: T, kind: Kind<T>, now: number): Rows<T> {
  const held = rows.get(id)?.held ?? null;
  const newest = held !== null && kind.version(held) > kind.version(value) ? held : value;
  return takenIn(rows, new Map([[id, newest]]), kind, { holds: () => false, now });
}

/** How many changes are not shown: rows that are not here yet, and what is held of those that are. */
export function waiting<T>(rows: Rows<T>, fresh: ReadonlyMap<string, T>): number {
  const added = [...fresh.keys()].filter((id) => !rows.has(id)).length;
  return added + [...rows.values()].filter(({ held }) => held !== null).length;
}

/**
 * The rows in the order in which they are laid out anew, once somebody asked for it. Those that are no longer among the
 * fresh ones and are in hand stay behind the one that they stood behind.
 */
export function order<T>(rows: Rows<T>, fresh: ReadonlyMap<string, T>, holds: Hands['holds']): string[] {
  const after = [...fresh.keys()];
  let before: string | null = null;
  for (const id of rows.keys()) {
    if (!fresh.has(id)) {
      if (!holds(id)) continue;
      after.splice(before === null ? 0 : after.indexOf(before) + 1, 0, id);
    }
    before = id;
  }
  return after;
}

/** All that is fresh, in that order. What was held is seen from now on. */
export function laidAnew<T>(
  rows: Rows<T>,
  fresh: ReadonlyMap<string, T>,
  kind: Kind<T>,
  { holds, now }: Hands,
): Rows<T> {
  const free = { holds: () => false, now };
  const seen = released(takenIn(rows, fresh, kind, free), free);
  return new Map(
    order(rows, fresh, holds).flatMap((id): [string, Row<T>][] => {
      const value = fresh.get(id);
      const row = seen.get(id) ?? (value === undefined ? undefined : rowOf(value));
      return row === undefined ? [] : [[id, row]];
    }),
  );
}

/** The first row, in the order of those after, that is new or says something that its person has not seen. */
export function firstNews<T>(before: Rows<T>, after: Rows<T>): string | null {
  for (const [id, row] of after) if (row.isNews || !before.has(id)) return id;
  return null;
}

/** Whether a key may decide on a row, or its person has to look first: it is newer, or it changed under the key. */
export function isToBeRead<T>(row: Row<T> | undefined, now: number): boolean {
  if (row === undefined) return false;
  return row.held !== null || (row.changedAt !== null && now - row.changedAt < UNREAD);
}

/** Whether two pieces of data say the same. */
export function alike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (one instanceof Map && other instanceof Map) return alike([...one], [...other]);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [these, those] = [Object.entries(one), new Map<string, unknown>(Object.entries(other))];
  return (
    these.length === those.size &&
    these.every(([key, value]) => those.has(key) && alike(value, those.get(key)))
  );
}
