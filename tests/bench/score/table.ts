/** The table of scores as Markdown, and its place in the README. */

export interface ScoreRow {
  readonly name: string;
  readonly known: string;
  readonly reach: string;
  readonly figure: string;
}

export const tableOf = (rows: readonly ScoreRow[]): string =>
  [
    '| measure | known | to reach | figure |',
    '|---|---|---|---|',
    ...rows.map(({ name, known, reach, figure }) => `| ${name} | ${known} | ${reach} | ${figure} |`),
  ].join('\n');

const BEGIN = '<!-- scores: written by `npm run score` -->';
const END = '<!-- end of scores -->';

/** Put a table between the two comments of a text. Throws where they do not stand in it once, in this order. */
export function spliceTable(text: string, table: string): string {
  const [before, rest, ...again] = text.split(BEGIN);
  const [, after, ...ends] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined || again.length > 0 || ends.length > 0)
    throw new Error(`the text needs ${BEGIN} and ${END}, once each`);
  return `${before}${BEGIN}\n\n${table}\n\n${END}${after}`;
}
