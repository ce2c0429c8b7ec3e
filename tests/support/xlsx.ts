/** Spreadsheets read back: by a strict reader of zip and XML as they are written here, and by another program. */
import { spawnSync } from 'node:child_process';
import { crc32, inflateRawSync } from 'node:zlib';

/** The parts of a zip file, each held to its check sum and to what the end of the file says of it. */
export function unzip(file: Buffer): Map<string, string> {
  const end = file.length - 22;
  if (file.readUInt32LE(end) !== 0x06054b50) throw new Error('no end of a zip file');
  const parts = new Map<string, string>();
  let at = file.readUInt32LE(end + 16);
  for (let count = file.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (file.readUInt32LE(at) !== 0x02014b50) throw new Error('no entry of a zip file');
    const [crc, packed, size] = [16, 20, 24].map((offset) => file.readUInt32LE(at + offset));
    const length = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, at + 46 + length);
    const local = file.readUInt32LE(at + 42);
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const bytes = inflateRawSync(file.subarray(from, from + (packed ?? 0)));
    if (bytes.length !== size || crc32(bytes) !== crc)
      throw new Error(`${name} is not what the file says of it`);
    if (parts.has(name)) throw new Error(`${name} is there twice`);
    parts.set(name, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    at += 46 + length + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  if (at !== end) throw new Error('something stands between the list and the end');
  return parts;
}

export interface ReadCell {
  /** As it is written: `n` a number, `b` a flag, `s` words. */
  readonly type: 'n' | 'b' | 's';
  readonly style: number;
  readonly value: string;
}

export interface ReadSheet {
  readonly name: string;
  readonly xml: string;
  /** By place: `C7`. */
  readonly cells: ReadonlyMap<string, ReadCell>;
  /** Rows as records by the names in the first, cells that are not there left out. */
  readonly rows: readonly Readonly<Record<string, ReadCell>>[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** What XML and the spreadsheet's own escapes stand for. */
const unescaped = (xml: string): string =>
  xml
    .replace(/&(\w+);/g, (_, name: string) => entities[name] ?? _)
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The sheets of a book, in the order of their tabs. */
export function readBook(file: Buffer): ReadSheet[] {
  const parts = unzip(file);
  const relations = new Map(
    [...(parts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/Id="(\w+)"[^>]*Target="([^"]+)"/g)].map(
      ([, id = '', target = '']) => [id, target],
    ),
  );
  return [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]+)"[^>]*r:id="(\w+)"/g)].map(
    ([, name = '', id = '']) => readSheet(unescaped(name), parts.get(`xl/${relations.get(id)}`) ?? ''),
  );
}

function readSheet(name: string, xml: string): ReadSheet {
  const cells = new Map<string, ReadCell>();
  for (const [, at = '', style, type, inner = ''] of xml.matchAll(
    /<c r="([A-Z]+\d+)"(?: s="(\d+)")?(?: t="(\w+)")?>(.*?)<\/c>/gs,
  )) {
    const value = /<(?:v|t)[^>]*>(.*)<\/(?:v|t)>/s.exec(inner)?.[1] ?? '';
    cells.set(at, {
      type: type === 'inlineStr' ? 's' : type === 'b' ? 'b' : 'n',
      style: Number(style ?? 0),
      value: unescaped(value),
    });
  }
  const names = new Map<string, string>();
  const rows: Record<string, ReadCell>[] = [];
  for (const [at, cell] of cells) {
    const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(at) ?? [];
    if (row === '1') names.set(column, cell.value);
    else rows[Number(row) - 2] = { ...rows[Number(row) - 2], [names.get(column) ?? column]: cell };
  }
  return { name, xml, cells, rows };
}

export const sheetNamed = (book: readonly ReadSheet[], name: string): ReadSheet => {
  const found = book.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`there is no sheet ${name}`);
  return found;
};

/** The values of a row, by column. */
export const valuesOf = (row: Readonly<Record<string, ReadCell>> | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(row ?? {}).map(([name, { value }]) => [name, value]));

/** Python's own readers of zip and XML: every part is well formed, and what its cells hold. */
const IN_PYTHON = `
import io, json, sys, zipfile
import xml.etree.ElementTree as tree
book = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert book.testzip() is None
main = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
parts = {name: tree.fromstring(book.read(name)) for name in book.namelist()}
listed = {one.get('PartName') for one in parts['[Content_Types].xml'] if one.get('PartName')}
rels = {'xl/' + one.get('Target') for one in parts['xl/_rels/workbook.xml.rels']}
assert rels <= set(parts), rels
assert listed == {'/' + name for name in parts if not name.endswith('.rels') and name != '[Content_Types].xml'}
sheets = {}
for name in parts:
    if not name.startswith('xl/worksheets/'): continue
    assert not list(parts[name].iter(main + 'f')), 'a formula'
    sheets[name] = {cell.get('r'): ''.join(cell.itertext()) for cell in parts[name].iter(main + 'c')}
json.dump(sheets, sys.stdout)
`;

/** The raw cells of each sheet as Python reads them; null where there is no Python. */
export function readInPython(file: Buffer): Record<string, Record<string, string>> | null {
  const ran = spawnSync('python3', ['-c', IN_PYTHON], { input: file, maxBuffer: 256 * 1024 * 1024 });
  if (ran.error !== undefined) return null;
  if (ran.status !== 0) throw new Error(ran.stderr.toString());
  return JSON.parse(ran.stdout.toString());
}
