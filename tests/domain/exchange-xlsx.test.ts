/** Cells and sheets of a spreadsheet, as text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CELL_HOLDS,
  type Cell,
  type Cut,
  cellXml,
  columnName,
  escaped,
} from '../../server/domain/exchange/xlsx/cells.ts';
import { cellsOf, columnRows, SHEETS } from '../../server/domain/exchange/xlsx/claim-sheets.ts';
import { rowXml } from '../../server/domain/exchange/xlsx/sheet.ts';

const xmlOf = (cell: Cell) => cellXml('B2', cell, () => {});
const string = (words: string) =>
  `<c r="B2" s="4" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;

describe('a cell', () => {
  const cases: Record<string, [Cell, string]> = {
    'nothing is no cell': [null, ''],
    'no words are no cell': ['', ''],
    'a whole number': [385, '<c r="B2"><v>385</v></c>'],
    nought: [0, '<c r="B2"><v>0</v></c>'],
    'the largest number that keeps its digits': [999_999_999_999_999, '<c r="B2"><v>999999999999999</v></c>'],
    'a larger one stands as text': [1_000_000_000_000_000, string('1000000000000000')],
    'no number': [Number.NaN, string('NaN')],
    'a flag': [true, '<c r="B2" t="b"><v>1</v></c>'],
    'a flag that is not set': [false, '<c r="B2" t="b"><v>0</v></c>'],
    'the day after the one that never was': [{ day: '1900-03-01' }, '<c r="B2" s="3"><v>61</v></c>'],
    'a day before it': [{ day: '1900-02-28' }, string('1900-02-28')],
    'a day of today': [{ day: '2026-03-02' }, '<c r="B2" s="3"><v>46083</v></c>'],
    noon: [{ time: '2026-03-02T12:00:00.000Z' }, '<c r="B2" s="2"><v>46083.5</v></c>'],
    'the last day': [{ day: '9999-12-31' }, '<c r="B2" s="3"><v>2958465</v></c>'],
    'a day after it': [{ day: '+010000-01-01' }, string('+010000-01-01')],
    'no day': [{ day: 'soon' }, string('soon')],
    'words that begin as a formula does': ['=1+1', string('=1+1')],
    'white space': [' a\tb\nc ', string(' a\tb\nc ')],
    'what XML means something by': ['<b> & "c"', string('&lt;b&gt; &amp; "c"')],
    'what XML cannot hold': ['a\u0000b\u000bc\rd\uffffe', string('a_x0000_b_x000B_c_x000D_d_xFFFF_e')],
    'what reads like an escape': ['_x0041_ _x004_ _X0041_', string('_x005F_x0041_ _x004_ _X0041_')],
  };
  test.each(Object.entries(cases))('%s', (_name, [cell, xml]) => {
    expect(xmlOf(cell)).toBe(xml);
  });

  test('holds as much as a spreadsheet can, and says what was cut', () => {
    const cuts: Cut[] = [];
    const shownOf = (words: string) =>
      /<t[^>]*>(.*)<\/t>/su.exec(cellXml('B2', words, (cut) => cuts.push(cut)))?.[1] ?? '';
    expect(shownOf('a'.repeat(CELL_HOLDS))).toHaveLength(CELL_HOLDS);
    expect(cuts).toEqual([]);
    const long = shownOf('a'.repeat(CELL_HOLDS + 1));
    expect(long).toHaveLength(CELL_HOLDS);
    expect(long).toMatch(/a… \[cut here: 32768 characters in all\]$/);
    // A pair of code units would be split at either of the two.
    for (const before of ['', 'a']) {
      const pairs = shownOf(before + '🚢'.repeat(CELL_HOLDS));
      expect(pairs.length).toBeLessThanOrEqual(CELL_HOLDS);
      expect(pairs.isWellFormed()).toBe(true);
    }
    expect(cuts.map(({ length }) => length)).toEqual([32_768, 65_534, 65_535]);
  });
});

test('columns are named as in a spreadsheet', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test('any words come back', () => {
  const read = (xml: string) =>
    xml
      .replace(/&(amp|lt|gt);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? '')
      .replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const words = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('_', 'x', '0', '4', '1', 'F', '&', '<', '\r', '\u0001', ';') }),
  );
  fc.assert(
    fc.property(words, (one) => {
      const xml = escaped(one);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(xml).not.toMatch(/[\0-\x08\x0b-\x1f<>\ufffe\uffff]/);
      expect(read(xml)).toBe(one);
    }),
  );
});

describe('sheets', () => {
  test('a row stands in the order of the columns, each cell of its type', () => {
    const row = {
      ...{ claim_id: 'c', confidential: true, claims: 3, aliases: 'A\nB', name: 'The office', kind: null },
    };
    expect(cellsOf(SHEETS.Sources, row)).toEqual([null, 'The office', null, true, 'A\nB', null, null, 3]);
    const claim = {
      claim_id: 'c',
      low: 41,
      verdict_at: '2026-03-02T12:00:00Z',
      period_from: '2026-03-01',
      carried_over: 'false',
    };
    const cells = cellsOf(SHEETS.Claims, claim);
    expect(cells).toHaveLength(SHEETS.Claims.length);
    expect(cells.filter((cell) => cell !== null)).toEqual([
      ...['c', 41, { day: '2026-03-01' }, false, { time: '2026-03-02T12:00:00Z' }],
    ]);
  });

  test('a row without all its cells has the others at their places', () => {
    expect(rowXml(['A', 'B', 'C'], 7, [null, 1], () => {})).toBe('<row r="7"><c r="B7"><v>1</v></c></row>');
  });

  test('every column is explained', () => {
    for (const [sheet, column, type, meaning] of columnRows())
      expect(`${sheet} ${column} ${type}: ${meaning}`).toMatch(/^\w+ [a-z_0-9]+ [a-z]+: .*\p{L}.*[^.]$/u);
  });
});
