/** The table of who may what, read. */

/** Whose a thing is, and in which state: the rows; `-` where there is no thing. */
const WHOSE = [
  ...(['-', 'own', 'another’s', 'restricted', 'signed off', 'archived', 'withdrawn'] as const),
  ...(['named on it', 'not named on it'] as const),
] as const;
export type Whose = (typeof WHOSE)[number];

export const ROLES = ['viewer', 'editor', 'reviewer', 'admin'] as const;
/** Who asks: the columns, in their order. */
export const COLUMNS = ['nobody', 'program', ...ROLES] as const;
export type Column = (typeof COLUMNS)[number];
const HEADS = ['', 'not signed in', 'token without it', ...ROLES];

const cellsOf = (line: string): string[] => line.split('|').map((cell) => cell.trim());

/** @throws Error for what is no table of this kind: a row unknown, a cell too few */
export function rowsOf(table: string): ReadonlyMap<Whose, ReadonlyMap<Column, string>> {
  const [head = [], ...rows] = table.trim().split('\n').map(cellsOf);
  if (head.join() !== HEADS.slice(head[0] === '' ? 0 : 1).join()) throw new Error(`columns: ${head.join()}`);
  return new Map(
    rows.map(([name, ...cells]) => {
      const whose = WHOSE.find((known) => known === name);
      if (whose === undefined || cells.length !== COLUMNS.length || cells.includes(''))
        throw new Error(`no row of a table: ${name} ${cells.join()}`);
      return [whose, new Map(COLUMNS.map((column, at) => [column, cells[at] ?? '']))];
    }),
  );
}
