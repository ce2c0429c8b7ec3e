/** The places of a comparison that are worth a stop: what differs, and what a claim lost. Pure. */
import type { Block } from '../../../server/contract/articles.ts';
import type { ClaimKind } from '../../../server/contract/claims.ts';
import type { Range } from '../../../server/contract/common.ts';
import type { ChangedClaim, ClaimChange, Piece } from '../../../server/contract/revisions.ts';
import { quoted } from '../proof/readings.ts';
import type { Row } from './align.ts';
import { CHANGE_WORDS, ROW_WORDS } from './change-words.ts';

/** A claim on both texts. `was` and `now` are UTF-16 code units into the older and the newer text. */
export interface ComparedClaim {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly change: ClaimChange;
  readonly was: Range;
  readonly now: Range | null;
  readonly from: string;
  readonly to: string | null;
  /** Whether a verdict that held no longer does. */
  readonly expired: boolean;
}

export interface Stop {
  /** The row, from 0. */
  readonly row: number;
  /** Those that begin here and were not kept, in the order of the text. */
  readonly claims: readonly ComparedClaim[];
}

export const isKept = ({ change }: Pick<ChangedClaim, 'change'>): boolean =>
  change === 'same' || change === 'moved';

/** The block that holds `offset`; the last that begins before it, where none does; -1 before the first. */
export function blockAt(blocks: readonly Block[], offset: number): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

interface Texts {
  readonly older: { readonly blocks: readonly Block[] };
  readonly newer: { readonly blocks: readonly Block[] };
}

/** The rows in which a claim's words were and are: null where they are on that side no longer. */
export interface RowsOfClaim {
  readonly was: number | null;
  readonly now: number | null;
}

export function rowFinder(
  rows: readonly Row[],
  { older, newer }: Texts,
): (claim: Pick<ComparedClaim, 'was' | 'now'>) => RowsOfClaim {
  const [rowOfOlder, rowOfNewer] = [new Map<number, number>(), new Map<number, number>()];
  rows.forEach(({ kind, older: from, newer: at }, row) => {
    if (from !== null && kind !== 'moved_here') rowOfOlder.set(from, row);
    if (at !== null && kind !== 'moved_away') rowOfNewer.set(at, row);
  });
  return ({ was, now }) => ({
    was: rowOfOlder.get(blockAt(older.blocks, was.start)) ?? null,
    now: now === null ? null : (rowOfNewer.get(blockAt(newer.blocks, now.start)) ?? null),
  });
}

export function stopsOf(
  rows: readonly Row[],
  claims: readonly ComparedClaim[],
  rowsOf: (claim: ComparedClaim) => RowsOfClaim,
): Stop[] {
  const lost = new Map<number, ComparedClaim[]>();
  for (const claim of claims) {
    if (isKept(claim)) continue;
    const { was, now } = rowsOf(claim);
    const row = now ?? was ?? 0;
    const here = lost.get(row);
    if (here === undefined) lost.set(row, [claim]);
    else here.push(claim);
  }
  return rows.flatMap(({ kind }, row) => {
    const here = lost.get(row) ?? [];
    return kind === 'same' && here.length === 0 ? [] : [{ row, claims: here }];
  });
}

/** The stop to go to from a row; null where there is none in that direction. From no row: the first, or the last. */
export function stopFrom(stops: readonly Stop[], row: number | null, by: 1 | -1): number | null {
  const index =
    row === null
      ? by === 1
        ? 0
        : stops.length - 1
      : by === 1
        ? stops.findIndex((stop) => stop.row > row)
        : stops.findLastIndex((stop) => stop.row < row);
  return stops[index] === undefined ? null : index;
}

/** As many as are told one by one; whoever wants all of them reads the text. */
const TOLD = 3;
const LONG = 120;
const cut = (words: string) => quoted(words, LONG);

/** What a stop is, for whoever hears the page. */
export function spokenStop(
  { kind }: Row,
  claims: readonly ComparedClaim[],
  pieces: readonly Piece[],
  { place, total }: { place: number; total: number },
): string {
  const words =
    claims.length > 0
      ? [...claims.slice(0, TOLD).map(spokenClaim), ...rest(claims.length, 'claims')]
      : spokenPieces(kind, pieces);
  return [`Change ${place} of ${total}.`, `${ROW_WORDS[kind]}.`, ...words].join(' ');
}

const rest = (count: number, what: string) => (count > TOLD ? [`${count - TOLD} more ${what}.`] : []);

function spokenClaim({ change, from, to, expired }: ComparedClaim): string {
  const words = to === null ? cut(from) : to === from ? cut(to) : `${cut(from)} now ${cut(to)}`;
  return `${words}: ${CHANGE_WORDS[change]}.${expired ? ' It lost its verdict.' : ''}`;
}

function spokenPieces(kind: Row['kind'], pieces: readonly Piece[]): string[] {
  if (kind !== 'changed') return pieces.slice(0, 1).map(({ text }) => cut(text));
  const told: string[] = [];
  pieces.forEach((piece, index) => {
    const [before, next] = [pieces[index - 1], pieces[index + 1]];
    if (piece.kind === 'removed')
      told.push(
        next?.kind === 'added' ? `${cut(piece.text)} now ${cut(next.text)}.` : `Out: ${cut(piece.text)}.`,
      );
    else if (piece.kind === 'added' && before?.kind !== 'removed') told.push(`In: ${cut(piece.text)}.`);
  });
  return [...told.slice(0, TOLD), ...rest(told.length, 'differences')];
}
