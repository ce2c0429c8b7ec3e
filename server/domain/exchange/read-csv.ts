/** CSV as it comes back: RFC 4180, with line ends as other programs leave them. */

/** Where in a field the next character stands. */
const BARE = 0;
const QUOTED = 1;
/** After a quotation mark in a quoted field: it ends the field, unless another follows. */
const CLOSED = 2;

/**
 * The records of a CSV file that comes in pieces cut anywhere, one at a time. Empty lines are passed over.
 *
 * @throws SyntaxError where the file ends within a field in quotation marks: it was cut off
 */
export async function* readCsv(pieces: AsyncIterable<string>): AsyncGenerator<string[]> {
  const border = /[,"\n\r]/g;
  let record: string[] = [];
  let field = '';
  let place = BARE;
  for await (const piece of pieces) {
    let at = 0;
    while (at < piece.length) {
      if (place === QUOTED) {
        const quote = piece.indexOf('"', at);
        field += quote === -1 ? piece.slice(at) : piece.slice(at, quote);
        at = quote === -1 ? piece.length : quote + 1;
        if (quote !== -1) place = CLOSED;
        continue;
      }
      border.lastIndex = at;
      const next = border.exec(piece)?.index ?? piece.length;
      field += piece.slice(at, next);
      const character = piece[next];
      if (character === '"') {
        if (place === CLOSED && next === at) field += '"';
        place = QUOTED;
      } else place = BARE;
      if (character === ',' || character === '\n') {
        record.push(field);
        field = '';
      }
      if (character === '\n') {
        if (record.length > 1 || record[0] !== '') yield record;
        record = [];
      }
      at = next + 1;
    }
  }
  if (place === QUOTED) throw new SyntaxError('the file ends within a cell');
  if (record.length > 0 || field !== '') yield [...record, field];
}
