/** Text nodes and the stretches of a text that they show. */

/** `start` and `end` are UTF-16 code units into the text. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly node: Text;
}

/**
 * The DOM range that shows `start..end`, or null where none of it is shown. Pieces stand in the order of the text.
 *
 * Static, because nothing here ever changes under a range: live ranges would be walked on every change elsewhere in the
 * page.
 */
export function rangeIn(pieces: readonly Piece[], start: number, end: number): StaticRange | null {
  const first = pieces[indexAt(pieces, start)];
  const last = pieces[lastIndexBefore(pieces, end)];
  if (first === undefined || last === undefined || last.end <= start || first.start >= end) return null;
  return new StaticRange({
    startContainer: first.node,
    startOffset: Math.max(0, start - first.start),
    endContainer: last.node,
    endOffset: Math.min(last.end, end) - last.start,
  });
}

/** The first piece that ends after `offset`. */
function indexAt(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last piece that begins before `offset`. */
function lastIndexBefore(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
