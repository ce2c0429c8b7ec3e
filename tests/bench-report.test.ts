/** The bench's report: a later run of a part of it in its place. */
import { expect, test } from 'vitest';
import { type Row, report, withParts } from './bench/report.ts';

const row = (work: string, ours: number): Row => ({
  work,
  unit: 'ms',
  reach: 1.5,
  figures: { ours, limit: 10, ratio: ours / 10, p50: 1, p99: 2, limitP50: 3, limitP99: 4, peak: null },
  notes: [`took ${ours}`],
});
const scale = { stories: 10, claims: 100, postgres: '18.4', rounds: 5, seconds: 5 };
const whole = report([row('open', 12), row('mark', 30)], { ...scale, load: 0.1 });

test('a part takes the place of its rows and notes, and tells of its own run', () => {
  const parts = report([row('mark', 11), row('accept a suggestion', 40)], { ...scale, load: 0.7 });
  const text = withParts(whole, parts, ['mark']);
  const works = text.split('\n').filter((line) => line.startsWith('| '));
  expect(
    works.map((line) =>
      line
        .split('|')
        .slice(1, 4)
        .map((cell) => cell.trim()),
    ),
  ).toEqual([
    ['work', 'unit', 'ours'],
    ['open', 'ms', '12'],
    ['mark', 'ms', '11'],
    ['accept a suggestion', 'ms', '40'],
  ]);
  expect(new Set(works.map(({ length }) => length)).size).toBe(1);
  expect(text.split('\n').filter((line) => line.startsWith('- '))).toEqual([
    '- open: took 12',
    '- mark: took 11',
    '- accept a suggestion: took 40',
  ]);
  expect(text).toContain('Load of the machine before the run: 0.10.\n\nmark: measured in a run of its own. ');
  expect(text.endsWith('before the run: 0.70.\n')).toBe(true);
});

test('the same part once more leaves one of each', () => {
  const parts = (load: number) => report([row('mark', load * 10)], { ...scale, load });
  const once = withParts(whole, parts(1), ['mark']);
  expect(withParts(once, parts(2), ['mark'])).toBe(withParts(whole, parts(2), ['mark']));
});
