import { describe, expect, test } from 'vitest';
import { Prisma } from '../../server/database/client.ts';
import { inlined } from '../../server/features/exports/inline-values.ts';
import { useDesk } from '../support/desk.ts';

const desk = useDesk();

describe('values written into SQL', () => {
  test.each([
    ['plain', 'people'],
    ['an apostrophe', "O'Hara"],
    ['a backslash', 'C:\\temp\\'],
    ['a backslash and an apostrophe', "\\'; DROP TABLE claims; --"],
    ['a dollar and a question mark', '$1 ? $$'],
    ['a line break', 'one\ntwo'],
    ['many languages', 'القتلى 死者 🛥️'],
    ['nothing', ''],
    ['a number', 41],
    ['a negative number', -62_135_596_800.5],
    ['true', true],
    ['null', null],
  ])('%s comes back as it was', async (_name, value) => {
    const cast = { string: 'text', number: 'float8', boolean: 'boolean', object: 'text' }[
      String(typeof value)
    ];
    const query = Prisma.sql`SELECT ${value}::${Prisma.raw(cast ?? '')} AS value, ${'after'} AS last`;
    const { rows } = await desk.db.pool.query(inlined(query));
    expect(rows).toEqual([{ value, last: 'after' }]);
  });

  test.each([
    ['a NUL, which would end the query', 'a\0b'],
    ['a date', new Date()],
    ['what is not a number', Number.NaN],
    ['a list', ['a']],
    ['nothing at all', undefined],
  ])('%s is refused', (_name, value) => {
    expect(() => inlined({ strings: ['SELECT ', ''], values: [value] })).toThrow('cannot be written');
  });
});
