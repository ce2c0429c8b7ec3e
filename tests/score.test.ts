/** The table of scores: what is read from scorers, and where it is put. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { MEASURES } from './bench/score/measures.ts';
import { storyOf } from './bench/score/speed.ts';
import { spliceTable, tableOf } from './bench/score/table.ts';

const TABLE = tableOf([{ name: 'boats', known: '5', reach: '7', figure: '6' }]);
const BEGIN = '<!-- scores: written by `npm run score` -->';
const END = '<!-- end of scores -->';

describe('spliceTable', () => {
  const filled = `Before.\n${BEGIN}\n\n${TABLE}\n\n${END}\nAfter.`;

  it('puts the table between its comments, once and again', () => {
    expect(spliceTable(`Before.\n${BEGIN}\nold\n${END}\nAfter.`, TABLE)).toBe(filled);
    expect(spliceTable(filled, TABLE)).toBe(filled);
  });

  it.each([
    ['no place', 'Before. After.'],
    ['no end', `Before. ${BEGIN} After.`],
    ['the end before the beginning', `${END} ${BEGIN}`],
    ['two places', `${BEGIN} ${END} ${BEGIN} ${END}`],
  ])('refuses a text with %s', (_name, text) => {
    expect(() => spliceTable(text, TABLE)).toThrow(/once each/);
  });

  it('finds its place in the README', () => {
    const readme = readFileSync(path.join(import.meta.dirname, '..', 'README.md'), 'utf8');
    expect(spliceTable(readme, TABLE)).toContain('| boats | 5 | 7 | 6 |');
  });
});

describe('figures', () => {
  const figures = (output: string) => MEASURES.map(({ read }) => read(output)).filter((one) => one !== null);

  it.each([
    [
      'attributions',
      '{"docs":3,"scores":{"linked content+source (dice>=0.5)":{"p":1,"r":0.5,"f":0.625}}}',
      ['62.5'],
    ],
    ['counts', '{"number (any bound) ALL":{"p":1,"r":0.5,"f":0.6}}', ['50.0']],
    [
      'events',
      'ALL killed zero stays silent      9/10 = 90.0%\nALL killed explicit n>=2 any   1/2 = 50.0%\nALL injured stated total found (any)   0/2 = 0.0%\nALL injured any-or-sum   1/4 = 25.0%\n{}',
      ['50.0', '0.0', '25.0', '90.0'],
    ],
    ['rules', '{"ALL":{"boundary":{},"items":52,"exactItems":44}}', ['44 of 52']],
    ['what is none of these', 'usage: score', []],
    ['nothing', '', []],
  ])('are read from what a scorer says of %s', (_name, output, expected) => {
    expect(figures(output)).toEqual(expected);
  });
});

it('measures speed on a story of the length it was asked for', () => {
  const words = storyOf(2000).split(/\s+/).length;
  expect(words).toBeGreaterThanOrEqual(2000);
  expect(words).toBeLessThan(2100);
});
