/** Names are found as they are written elsewhere; the rules stand in `name_skeleton`, the cases in a table. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ListSources } from '../../server/contract/sources.ts';
import { foldName } from '../../server/domain/sources/search-text.ts';
import { skeletonCases, unrelatedCases, variantCases } from '../cases/source-names.ts';
import { answer } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { addSource, emptyRegister } from '../support/sources.ts';

const desk = useDesk();
let editor: Person;
beforeAll(async () => {
  editor = await desk.person('editor');
});
beforeEach(() => emptyRegister(desk));
// Entries that were put in by thousands have no history.
afterAll(() => emptyRegister(desk));

const found = async (q: string) =>
  answer(ListSources, await editor.get(`/api/sources?${new URLSearchParams({ q })}`)).items.map(
    ({ name }) => name,
  );
const skeletonOf = async (names: string) =>
  (await desk.db.pool.query<{ bones: string }>('SELECT name_skeleton($1) AS bones', [names])).rows[0]?.bones;

describe('a variant is found, after the name as it was typed', () => {
  test.each(Object.entries(variantCases))('%s', async (_what, [one, other]) => {
    await addSource(editor, { name: one });
    await addSource(editor, { name: other });
    await addSource(editor, { name: 'Harbour office' });
    expect((await found(one)).sort()).toEqual([one, other].sort());
    expect((await found(other)).sort()).toEqual([one, other].sort());
    expect((await found(one))[0]).toBe(one);
  });

  test('also where it is an alias', async () => {
    await addSource(editor, { name: 'The spokesman', aliases: ['Abu Muhammad al-Adnani'] });
    expect(await found('Adnany')).toEqual(['The spokesman']);
  });

  test('while the name is being typed, once there is enough of it', async () => {
    await addSource(editor, { name: 'Volodymyr Zelenskyy' });
    for (const q of ['Zelenskiy', 'Zelinsk', 'Wolodymyr Zelenski', 'Volodimir'])
      expect(await found(q)).toEqual(['Volodymyr Zelenskyy']);
    for (const q of ['Zalus', 'Zelenskiy Kovacs']) expect(await found(q)).toEqual([]);
  });
});

describe('another name is not found', () => {
  test.each(Object.entries(unrelatedCases))('%s', async (_what, [one, other]) => {
    // Where the very name is there, what is spelt nearly so is not looked for.
    await addSource(editor, { name: one });
    await addSource(editor, { name: other });
    expect(await found(one)).toEqual([one]);
  });
});

describe('a skeleton', () => {
  test.each(Object.entries(skeletonCases))('%s', async (_what, { names, expected }) => {
    expect(await skeletonOf(foldName(names))).toBe(expected);
  });
});

test('the index is used, and quickly, in a register of 50,000', async () => {
  await desk.db.pool.query(
    `INSERT INTO sources (id, name, kind, search, created_by_id, created_at)
     SELECT gen_random_uuid(), n, 'person', n, $1, now() FROM (
       SELECT translate(left(md5(i::text), 9), '0123456789', 'ghijklmnop') || ' ' ||
         translate(right(md5(i::text), 9), '0123456789', 'ghijklmnop') AS n FROM generate_series(1, 50000) i) made`,
    [editor.id],
  );
  await desk.db.pool.query('ANALYZE sources');
  await addSource(editor, { name: 'Volodymyr Zelenskyy' });
  const plan = await desk.db.pool.query<{ 'QUERY PLAN': string }>(
    `EXPLAIN SELECT id FROM sources s WHERE s.search LIKE '%zelenskiy%' OR name_skeleton(s.search) LIKE '% zlnsk%'`,
  );
  const lines = plan.rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(lines).toContain('sources_skeleton_idx');
  expect(lines).toContain('sources_search_idx');
  expect(lines).not.toContain('Seq Scan');
  expect(await found('zelenskiy')).toEqual(['Volodymyr Zelenskyy']);
}, 60_000);
