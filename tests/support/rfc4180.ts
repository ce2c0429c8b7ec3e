/** A strict reader of RFC 4180, section 2: what it takes, any reader takes. */

/**
 * The records of a CSV file.
 *
 * Records end with CR LF, the last one too; a field in quotation marks may hold anything, with its quotation marks
 * doubled; one without may hold neither quotation marks nor line breaks; every record has as many fields as the first.
 *
 * @throws Error with the place of what the grammar does not allow
 */
export function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { field, end } = text[at] === '"' ? readQuoted(text, at) : readBare(text, at);
    record.push(field);
    if (text[end] === ',') {
      at = end + 1;
      if (at === text.length) throw new Error('the file ends after a comma');
      continue;
    }
    if (text.slice(end, end + 2) !== '\r\n') throw new Error(`a record does not end with CR LF at ${end}`);
    records.push(record);
    record = [];
    at = end + 2;
  }
  const width = records[0]?.length ?? 0;
  const odd = records.findIndex(({ length }) => length !== width);
  if (odd !== -1) throw new Error(`record ${odd} has ${records[odd]?.length} fields and not ${width}`);
  return records;
}

function readBare(text: string, start: number): { field: string; end: number } {
  let end = start;
  while (end < text.length && !/[,"\r\n]/.test(text[end] ?? '')) end += 1;
  if (text[end] === '"') throw new Error(`a quotation mark in a bare field at ${end}`);
  return { field: text.slice(start, end), end };
}

function readQuoted(text: string, start: number): { field: string; end: number } {
  let field = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) throw new Error(`a quoted field is open at ${start}`);
    field += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { field, end: quote + 1 };
    field += '"';
    at = quote + 2;
  }
}
