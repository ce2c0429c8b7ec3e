import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BYTE_ORDER_MARK, spreadsheetSafe } from '../../server/domain/exchange/csv.ts';
import { cellCases, fileCases } from '../cases/exchange-csv.ts';
import { readCsv } from '../support/rfc4180.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** CSV as `COPY … (FORMAT csv)` writes it: a cell is quoted where it has to be, rows end with LF. */
const asPostgres = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Through the program in pieces of so many bytes. */
function safe(csv: string, size = Number.POSITIVE_INFINITY): string {
  const bytes = encoder.encode(csv);
  const { push, end } = spreadsheetSafe();
  const out: number[] = [];
  for (let at = 0; at < bytes.length; at += size) out.push(...push(bytes.slice(at, at + size)));
  out.push(...end());
  return decoder.decode(Uint8Array.from(out));
}

describe('a cell', () => {
  test.each(Object.entries(cellCases))('%s', (_name, { words, expected }) => {
    const csv = asPostgres([
      ['head', 'head'],
      [words, 'after'],
      ['before', words],
    ]);
    const wanted = [
      ['head', 'head'],
      [expected, 'after'],
      ['before', expected],
    ];
    for (const size of [1, 2, 3, 7, Number.POSITIVE_INFINITY])
      expect(readCsv(safe(csv, size))).toEqual(wanted);
  });
});

describe('a file', () => {
  test.each(Object.entries(fileCases))('%s', (_name, { postgres, expected }) => {
    expect(safe(postgres)).toBe(expected);
    expect(safe(postgres, 1)).toBe(expected);
  });

  test('cut off within a full-width sign keeps every byte', () => {
    const { push, end } = spreadsheetSafe();
    const cut = [...push(Uint8Array.of(0x61, 0x2c, 0xef, 0xbc)), ...end()];
    expect(cut).toEqual([0x61, 0x2c, 0xef, 0xbc]);
  });

  test('begins with the mark by which Excel knows UTF-8', () => {
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(BYTE_ORDER_MARK)).toBe('\ufeff');
  });
});

describe('any file', () => {
  const piece = fc.constantFrom(...('=+-@＝＠\t\r\n,;" \'aé死🛥️'.match(/./gsu) ?? []));
  const cell = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 });

  test('is RFC 4180, loses nothing but added apostrophes, and is the same however it is cut', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 9 }), (given, size) => {
        const csv = asPostgres(given);
        const whole = safe(csv);
        expect(safe(csv, size)).toBe(whole);
        const bare = (cells: readonly string[]) => cells.map((words) => words.replaceAll("'", ''));
        expect(readCsv(whole).map(bare)).toEqual(given.map(bare));
      }),
    );
  });

  test('holds no formula, wherever a reader begins a cell', () => {
    fc.assert(
      fc.property(rows, (given) => {
        for (const words of readCsv(safe(asPostgres(given))).flat())
          expect(words).not.toMatch(/(^|[\t\r\n;])["\s]*[=+\-@＝＋－＠]/);
      }),
    );
  });
});
