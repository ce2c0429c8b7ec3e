/** Two texts of a story and its claims on them, put together for whoever looks at both. Pure. */
import type { Revision } from '../../../server/contract/articles.ts';
import type { ClaimKind } from '../../../server/contract/claims.ts';
import type { Range } from '../../../server/contract/common.ts';
import type { ChangedClaim, Piece } from '../../../server/contract/revisions.ts';
import type { Mode, ShownRow, Side } from '../../highlight/compared-texts.ts';
import type { LineState } from '../../highlight/names.ts';
import type { SideMark } from '../../highlight/sides-painter.ts';
import { align, type Row } from './align.ts';
import { ROW_SIGNS, ROW_WORDS } from './change-words.ts';
import { type ComparedClaim, isKept, type RowsOfClaim, rowFinder, type Stop, stopsOf } from './stops.ts';
import { wordByWord } from './word-by-word.ts';

type Text = Pick<Revision, 'text' | 'blocks'>;

/** Two texts beside each other, whatever became of their claims. */
export interface Aligned {
  readonly older: Text;
  readonly newer: Text;
  readonly rows: readonly Row[];
  readonly shown: readonly ShownRow[];
}

export interface Compared {
  readonly rows: readonly Row[];
  readonly shown: readonly ShownRow[];
  readonly claims: readonly ComparedClaim[];
  readonly stops: readonly Stop[];
  readonly rowsOf: (claim: Pick<ComparedClaim, 'was' | 'now'>) => RowsOfClaim;
}

export function alignTexts(older: Text, newer: Text): Aligned {
  const rows = align(blocksOf(older), blocksOf(newer));
  return { older, newer, rows, shown: rows.map((row) => shownRow(row, older, newer)) };
}

/** `before` is what was shown of these texts until now: its rows are the very same objects where nothing else became of them. */
export function compare(
  aligned: Aligned,
  changes: readonly ChangedClaim[],
  kindOf: (id: string) => ClaimKind | null,
  before: Compared | null,
): Compared {
  const { rows } = aligned;
  const claims = changes.flatMap((claim) => {
    const kind = kindOf(claim.id);
    return kind === null ? [] : [comparedClaim(claim, kind)];
  });
  const rowsOf = rowFinder(rows, aligned);
  const stops = stopsOf(rows, claims, rowsOf);
  // A claim may have lost what is said elsewhere: its row has nothing else to show for it.
  const shown = [...aligned.shown];
  for (const { row } of stops) {
    const line = shown[row];
    if (line?.sign === '') shown[row] = { ...line, sign: '!', label: 'A claim to be checked again' };
  }
  const isAsBefore =
    before?.rows === rows && before.shown.every(({ sign }, row) => sign === shown[row]?.sign);
  return { rows, shown: isAsBefore ? before.shown : shown, claims, stops, rowsOf };
}

const blocksOf = ({ text, blocks }: Text) =>
  blocks.map(({ role, start, end }) => ({ role, text: text.slice(start, end) }));

const comparedClaim = (
  { id, change, span, from, fromStart, to, verdictKept }: ChangedClaim,
  kind: ClaimKind,
): ComparedClaim => ({
  id,
  kind,
  change,
  was: { start: fromStart, end: fromStart + from.length },
  now: span,
  from,
  to,
  expired: !verdictKept,
});

function shownRow({ kind, older: from, newer: at }: Row, older: Text, newer: Text): ShownRow {
  const was = from === null ? undefined : older.blocks[from];
  const is = at === null ? undefined : newer.blocks[at];
  const [before, after] = [
    was === undefined ? '' : older.text.slice(was.start, was.end),
    is === undefined ? '' : newer.text.slice(is.start, is.end),
  ];
  return {
    kind,
    older: was === undefined || kind === 'moved_here' ? null : was,
    newer: is === undefined || kind === 'moved_away' ? null : is,
    wording: wordingOf(before, after),
    sign: ROW_SIGNS[kind],
    label: ROW_WORDS[kind],
  };
}

const wordingOf = (before: string, after: string): Piece[] =>
  before === after ? [{ kind: 'same', text: before }] : wordByWord(before, after);

/** State is a line, as in the story: as before solid, to be checked again wavy, gone dashed. */
export const lineOf = (claim: ComparedClaim): LineState =>
  claim.now === null ? 'gone' : isKept(claim) ? 'verdict' : 'broken';

/** The marks of a claim on both texts; in one column only one, where both would lie over each other. */
export function marksOf(
  claim: ComparedClaim,
  mode: Mode,
  { was: wasRow, now: nowRow }: RowsOfClaim,
): SideMark[] {
  const { kind, was, now } = claim;
  const line = lineOf(claim);
  const mark = (side: Side, row: number | null, { start, end }: Range): SideMark[] =>
    row === null ? [] : [{ row, side, kind, line, start, end }];
  const isApart = mode === 'side' || now === null || wasRow !== nowRow;
  return [
    ...(isApart ? mark('older', wasRow, was) : []),
    ...(now === null ? [] : mark('newer', nowRow, now)),
  ];
}

/** The inmost claim at a place of either text. */
export function claimAt(
  claims: readonly ComparedClaim[],
  { side, offset }: { side: Side; offset: number },
): ComparedClaim | null {
  const length = (range: Range | null) => (range === null ? 0 : range.end - range.start);
  const on = (claim: ComparedClaim) => (side === 'older' ? claim.was : claim.now);
  const here = claims.filter((claim) => {
    const range = on(claim);
    return range !== null && range.start <= offset && offset <= range.end;
  });
  return here.toSorted((a, b) => length(on(a)) - length(on(b)))[0] ?? null;
}
