/** What runs the domain's tests for mutants: it must run all of them, and count as Stryker does. */
import { describe, expect, test } from 'vitest';
import { collector } from './bench/mutation/collect.ts';
import { isDrawn, margin } from './bench/mutation/sample.ts';
import { sharesByFolder, tableByFolder } from './bench/mutation/table.ts';
import { mutated } from './bench/mutation/types.ts';
import { TooLong, withinProcessorTime } from './bench/mutation/watch.ts';

describe('collecting tests', () => {
  test('takes every test and every row, under a name of its own', () => {
    const { tests, api } = collector();
    const ran: unknown[] = [];
    api.test('alone', () => ran.push('alone'));
    api.describe('outer', () => {
      api.it('within', () => ran.push('within'));
      api.describe('inner', () => {
        api.test.each([
          ['one', 1],
          ['two', 2],
        ])('%s of them', (_name, value) => ran.push(value));
      });
      api.test('within', () => ran.push('again'));
    });
    api.describe.each([['a'], ['b']])('part %s', (part) => {
      api.test.each([{ name: 'row' }, { name: '100%' }])('$name', (row) => ran.push([part, row]));
    });
    expect(tests.map(({ name }) => name)).toEqual([
      'alone',
      'outer > within',
      'outer > inner > one of them',
      'outer > inner > two of them',
      'outer > within (2)',
      'part a > row',
      'part a > 100%',
      'part b > row',
      'part b > 100%',
    ]);
    for (const { body } of tests) body();
    expect(ran).toEqual([
      'alone',
      'within',
      1,
      2,
      'again',
      ['a', { name: 'row' }],
      ['a', { name: '100%' }],
      ['b', { name: 'row' }],
      ['b', { name: '100%' }],
    ]);
  });
});

describe('the table by folder', () => {
  const of = (fileName: string, ...statuses: Parameters<typeof sharesByFolder>[0][number]['status'][]) =>
    statuses.map((status) => ({ fileName: `${process.cwd()}/server/domain/${fileName}`, status }));
  const mutants = [
    ...of('text/roles.ts', 'Killed', 'Survived'),
    ...of('claims/links.ts', 'Killed', 'Timeout', 'NoCoverage', 'CompileError', 'Ignored', 'RuntimeError'),
    ...of('text/blocks.ts', 'Killed', 'Killed'),
  ];

  const typed = new Set(mutants.filter(({ status }) => status === 'Survived' || status === 'Killed'));

  test('counts what Stryker counts, and beside it what the types notice alone', () => {
    expect(sharesByFolder(mutants, typed)).toEqual([
      { folder: 'server/domain/claims', noticed: 2, byTypes: 0, all: 3 },
      { folder: 'server/domain/text', noticed: 3, byTypes: 1, all: 4 },
    ]);
  });

  test('ends with the sum', () => {
    expect(
      tableByFolder(sharesByFolder(mutants, typed))
        .split('\n')
        .map((line) => line.split(/\s{2,}/)),
    ).toEqual([
      ['server/domain/claims', '2 of', '3', '66.67 %', 'types', '0', '66.67 %'],
      ['server/domain/text', '3 of', '4', '75.00 %', 'types', '1', '100.00 %'],
      ['all', '5 of', '7', '71.43 %', 'types', '1', '85.71 %'],
    ]);
  });
});

test('a mutant stands in place of what it replaces, over several lines', () => {
  const source = 'const a = 1;\nconst b = [\n  a,\n];\n';
  const location = { start: { line: 2, column: 11 }, end: { line: 4, column: 2 } };
  expect(mutated(source, { fileName: 'a.ts', location, replacement: '[]' })).toBe(
    'const a = 1;\nconst b = [];\n',
  );
});

describe('work that may never end', () => {
  const BUDGET_MS = 50;

  test('is done, and passes on what it throws', () => {
    const ran: string[] = [];
    // Ample: where a processor is not had for longer than the budget, work is rightly begun anew.
    withinProcessorTime(60_000, () => ran.push('done'));
    expect(ran).toEqual(['done']);
    expect(() =>
      withinProcessorTime(60_000, () => {
        throw new RangeError('its own');
      }),
    ).toThrow(new RangeError('its own'));
  });

  const endless: Record<string, () => void> = {
    'a loop': () => {
      for (;;);
    },
    'a loop that catches what is thrown in it': () => {
      for (;;) {
        try {
          for (;;);
        } catch {}
      }
    },
    'a regular expression': () => {
      /^(a+)+$/.test(`${'a'.repeat(60)}b`);
    },
    'a list that grows': () => {
      for (const list = [0]; ; list.push(list.length));
    },
  };
  test.each(Object.entries(endless))('%s is stopped', (_name, work) => {
    expect(() => withinProcessorTime(BUDGET_MS, work)).toThrow(TooLong);
  });

  test('is not stopped for time in which the processor did other things', () => {
    const waiting = new Int32Array(new SharedArrayBuffer(4));
    let attempts = 0;
    let done = false;
    withinProcessorTime(BUDGET_MS, () => {
      attempts += 1;
      if (attempts === 1) while (!done) Atomics.wait(waiting, 0, 0, 5);
      done = true;
    });
    expect({ attempts, done }).toEqual({ attempts: 2, done: true });
  });
});

describe('a sample', () => {
  const mutant = (line: number) => ({
    fileName: `${process.cwd()}/server/domain/text/roles.ts`,
    location: { start: { line, column: 1 }, end: { line, column: 2 } },
    mutatorName: 'BooleanLiteral',
    replacement: 'false',
  });
  const drawn = (share: number, seed = '1') =>
    Array.from({ length: 2000 }, (_, line) => line).filter((line) => isDrawn(mutant(line), { share, seed }));

  test('is about the share that is asked for, the same each time, and another by another seed', () => {
    expect(drawn(1)).toHaveLength(2000);
    expect(drawn(0.1).length).toBeGreaterThan(140);
    expect(drawn(0.1).length).toBeLessThan(260);
    expect(drawn(0.1)).toEqual(drawn(0.1));
    expect(drawn(0.1, '2')).not.toEqual(drawn(0.1));
    expect(drawn(0.2)).toEqual(expect.arrayContaining(drawn(0.1)));
  });

  test('tells how near it is', () => {
    expect(margin(800, 1000)).toBeCloseTo(2.48, 2);
    expect(margin(0, 0)).toBe(100);
  });
});
