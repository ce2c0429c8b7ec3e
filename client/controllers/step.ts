/** Going from one thing of a list to the next by a key. */

/**
 * Where to go on from a thing: to the next further on that is open, else the first that is, else nowhere.
 *
 * @param at the thing's place
 */
export function nextFrom<T>(items: readonly T[], at: number, isOpen: (item: T) => boolean): T | null {
  return items.find((item, index) => index > at && isOpen(item)) ?? items.find(isOpen) ?? null;
}

/**
 * Focus the next or the one before: the first or the last where none has the focus. `atEnd` is told where the list has
 * no next, so that more can be fetched.
 */
export function stepTo(items: readonly HTMLElement[], by: 1 | -1, atEnd: () => void = () => {}): void {
  const at = items.findIndex((item) => item.matches(':focus-within'));
  const next = at === -1 ? (by === 1 ? 0 : items.length - 1) : at + by;
  if (next >= items.length) atEnd();
  items[next]?.focus();
  items[next]?.scrollIntoView({ block: 'nearest' });
}
