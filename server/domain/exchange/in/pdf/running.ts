/** Lines that stand on every page: titles of the paper, numbers of pages. They are no words of the story. */
import { lineOf, rowsOf } from './lines.ts';
import type { Page, Piece } from './model.ts';

/** Rows from the top and from the foot of a page that are looked at. */
const ROWS = 3;

interface Edge {
  readonly key: string;
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** What stands at one height with the same words, but for numbers, on two pages and on half of them. */
export function runningLines(pages: readonly Page[]): { pieces: ReadonlySet<Piece>; texts: string[] } {
  const edges = pages.map(({ pieces }) => edgesOf(pieces));
  const count = new Map<string, number>();
  for (const page of edges)
    for (const key of new Set(page.flat().map((edge) => edge.key))) count.set(key, (count.get(key) ?? 0) + 1);
  const enough = Math.max(2, Math.ceil(pages.length / 2));
  const often = ({ key }: Edge) => (count.get(key) ?? 0) >= enough;
  // At the very edge of one page: on another the story may reach beyond it.
  const keys = new Set(edges.flat().flatMap((edge) => takeWhile(edge, often).map(({ key }) => key)));
  const running = edges.flat(2).filter(({ key }) => keys.has(key));
  return {
    pieces: new Set(running.flatMap(({ pieces }) => pieces)),
    texts: [...new Map(running.map(({ key, text }) => [key, text])).values()],
  };
}

/** From the edge inwards: behind a line of the story there is nothing but the story. */
function takeWhile<Value>(values: readonly Value[], holds: (value: Value) => boolean): readonly Value[] {
  const end = values.findIndex((value) => !holds(value));
  return end === -1 ? values : values.slice(0, end);
}

/** The rows at the top and those at the foot, each from the edge. */
function edgesOf(pieces: readonly Piece[]): [Edge[], Edge[]] {
  const rows = rowsOf(pieces);
  const edges = (some: readonly Piece[][]) =>
    some.map((row) => {
      const line = lineOf([row]);
      return {
        key: `${Math.round(line.y / 4)} ${line.text.replace(/\p{N}+/gu, '#')}`,
        text: line.text,
        pieces: row,
      };
    });
  return [edges(rows.slice(0, ROWS)), edges(rows.slice(-ROWS).toReversed())];
}
