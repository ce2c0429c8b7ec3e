/** Where marks begin and end in a text, whatever they overlap. */

export interface Mark {
  readonly id: string;
  /** UTF-16 code units into the text. */
  readonly start: number;
  readonly end: number;
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** The marks that cover it, in the order given. */
  readonly ids: readonly string[];
  /** The marks that end with it, in the order given: their numbers stand behind it. */
  readonly ending: readonly string[];
}

/**
 * Cut a part of a text where a mark begins or ends, so that each stretch has the same marks all along.
 *
 * Marks that reach beyond the part are cut to it; one that ends beyond it has its number where it ends.
 */
export function stretchesOf(
  part: { readonly start: number; readonly end: number },
  marks: readonly Mark[],
): Stretch[] {
  const here = marks.filter(({ start, end }) => start < part.end && end > part.start);
  const inside = (at: number) => at > part.start && at < part.end;
  const cuts = [...new Set(here.flatMap(({ start, end }) => [start, end]).filter(inside))];
  const borders = [part.start, ...cuts.sort((a, b) => a - b), part.end];
  return borders.slice(1).map((end, index) => {
    const start = borders[index] ?? part.start;
    const ids = here.filter((mark) => mark.start <= start && mark.end >= end).map(({ id }) => id);
    return { start, end, ids, ending: here.filter((mark) => mark.end === end).map(({ id }) => id) };
  });
}
