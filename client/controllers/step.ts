/** Going from one thing of a list to the next by a key. */

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
