/** The table of formats in the README, made from the contract. */
import { FORMATS } from '../../server/contract/formats.ts';

const BEGIN = '<!-- formats: written by `npm run formats` -->';
const END = '<!-- end of formats -->';

const cell = (words: string) => words.replaceAll('|', '\\|');

export const formatTable = (): string =>
  [
    '| format | | of | for | cannot carry |',
    '|---|---|---|---|---|',
    ...FORMATS.map(
      ({ id, label, direction, of, use, cannot }) =>
        `| ${[`${label} (\`${id}\`)`, direction, of, use, cannot.join('; ')].map(cell).join(' | ')} |`,
    ),
  ].join('\n');

/** Put the table between the two comments of a text. Throws where they do not stand in it once, in this order. */
export function withFormatTable(text: string): string {
  const [before, rest, ...again] = text.split(BEGIN);
  const [, after, ...ends] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined || again.length > 0 || ends.length > 0)
    throw new Error(`the text needs ${BEGIN} and ${END}, once each`);
  return `${before}${BEGIN}\n\n${formatTable()}\n\n${END}${after}`;
}
