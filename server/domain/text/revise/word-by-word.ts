/** Two wordings beside each other, word by word. */
import { diffArrays } from 'diff';

/** A stretch that both have, or that one of them has. Joined without `added` they are the older, without `removed` the newer. */
export interface Piece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Words, runs of white space and single signs; figures with their separators are one. */
const PARTS = /[\p{L}\p{M}\p{N}]+(?:[.,'’-][\p{L}\p{M}\p{N}]+)*|\s+|[^\s\p{L}\p{M}\p{N}]/gu;

/** What was taken out stands before what took its place. */
export function wordByWord(older: string, newer: string): Piece[] {
  const parts = diffArrays(older.match(PARTS) ?? [], newer.match(PARTS) ?? []);
  const pieces: Piece[] = [];
  for (const { value, added, removed } of parts) {
    const kind = added ? 'added' : removed ? 'removed' : 'same';
    pieces.push({ kind, text: value.join('') });
  }
  return ordered(pieces);
}

/** A blank that both have between two changes is a change as well: "41 people" for "43 children" reads as one. */
function ordered(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    if (removed !== '') out.push({ kind: 'removed', text: removed });
    if (added !== '') out.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const [index, { kind, text }] of pieces.entries()) {
    const next = pieces[index + 1];
    const joins =
      kind === 'same' && text.trim() === '' && (removed !== '' || added !== '') && next !== undefined;
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (joins && next.kind !== 'same') {
      removed += text;
      added += text;
    } else {
      flush();
      out.push({ kind, text });
    }
  }
  flush();
  return out;
}
