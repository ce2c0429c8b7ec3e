/** Where margin notes stand: level with their sentences, one below another, never on top of each other. */

export interface NoteGroup {
  /** The sentence, from 0. */
  sentence: number;
  /** Where the sentence begins, in pixels from the top of the story. */
  top: number;
  /** How many claims it holds. */
  count: number;
  /** The person asked for all of them. */
  expanded: boolean;
}

export interface PlacedGroup {
  sentence: number;
  top: number;
  /** How many notes are shown. */
  rows: number;
  /** How many stand behind a count, in a row of its own; 0 where none. */
  more: number;
}

/**
 * Place groups from top to bottom. All notes are of one height, `row`, in pixels.
 *
 * A group takes the room down to the next one; what does not fit collapses into a count, so that a dense
 * paragraph does not push the notes of the next away from their sentences. Only an expanded group pushes.
 */
export function layOut(groups: readonly NoteGroup[], row: number): PlacedGroup[] {
  const sorted = [...groups].sort((a, b) => a.top - b.top || a.sentence - b.sentence);
  let bottom = Number.NEGATIVE_INFINITY;
  return sorted.map((group, index) => {
    const top = Math.max(group.top, bottom);
    const next = sorted[index + 1];
    const room = next === undefined ? Number.POSITIVE_INFINITY : next.top - top;
    const fit = Math.max(1, Math.floor(room / row));
    const all = group.expanded || group.count <= fit;
    const rows = all ? group.count : fit - 1;
    const more = all ? 0 : group.count - rows;
    bottom = top + (rows + (more > 0 ? 1 : 0)) * row;
    return { sentence: group.sentence, top, rows, more };
  });
}
