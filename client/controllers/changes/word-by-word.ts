/** Two blocks beside each other, word by word. Pure. */
import { diffArrays } from 'diff';
import type { Piece } from '../../../server/contract/revisions.ts';

/** Words, runs of white space and single signs; figures with their separators are one. */
const PARTS = /[\p{L}\p{M}\p{N}]+(?:[.,'’-][\p{L}\p{M}\p{N}]+)*|\s+|[^\s\p{L}\p{M}\p{N}]/gu;
/** Beyond so many differences nobody reads them one by one, and finding them takes long. */
const MOST = 2_000;
/** With a smaller share of words in common the one is no rewording of the other, and is shown whole. */
const LEAST = 0.25;

/** What was taken out stands before what took its place. Without `added` the pieces are the older block, without `removed` the newer. */
export function wordByWord(older: string, newer: string): Piece[] {
  const whole: Piece[] = [
    { kind: 'removed', text: older },
    { kind: 'added', text: newer },
  ].filter((piece): piece is Piece => piece.text !== '');
  const [before, after] = [older.match(PARTS) ?? [], newer.match(PARTS) ?? []];
  const parts = diffArrays(before, after, { maxEditLength: MOST });
  if (parts === undefined) return whole;
  const pieces = parts.map(({ value, added, removed }): Piece => {
    const kind = added ? 'added' : removed ? 'removed' : 'same';
    return { kind, text: value.join('') };
  });
  const shared = parts.flatMap(({ value, added, removed }) => (added || removed ? [] : value)).filter(isWord);
  const longer = Math.max(before.filter(isWord).length, after.filter(isWord).length);
  return shared.length < longer * LEAST ? whole : together(pieces);
}

const isWord = (part: string) => /[\p{L}\p{N}]/u.test(part);

/** What both have between two changes and is no word belongs to the change: "41 people" for "43 children" reads as one. */
function together(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    if (removed !== '') out.push({ kind: 'removed', text: removed });
    if (added !== '') out.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  pieces.forEach(({ kind, text }, index) => {
    const next = pieces[index + 1];
    const isInside = (removed !== '' || added !== '') && next !== undefined && next.kind !== 'same';
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (isInside && text.trim() === '') {
      removed += text;
      added += text;
    } else {
      flush();
      out.push({ kind, text });
    }
  });
  flush();
  return out;
}
