import { expect, test } from 'vitest';
import { fileOf, knownByAddress } from '../../server/domain/exchange/in/fetched.ts';
import { formatOf, READERS } from '../../server/domain/exchange/in/formats.ts';
import { fetchedCases, knownCases } from '../cases/exchange-fetched.ts';

test.each(Object.entries(fetchedCases))('%s', async (_name, { url, contentType, body, expected }) => {
  const at = url ?? 'https://paper.example/2026/ferry';
  const page = { bytes: Buffer.from(body ?? 'x'), contentType, url: at };
  const file = await fileOf(page, async (bytes, name) => formatOf(bytes, name));
  if (expected === null) expect(file).toBeNull();
  else expect(file).toMatchObject({ url: at, ...expected });
  if (expected !== null && !('charset' in expected)) expect(file).not.toHaveProperty('charset');
});

test.each(Object.entries(knownCases))(
  '%s',
  async (_name, { says, source, address, expected, expectedSource, beside }) => {
    const read = await READERS.text.read(Buffer.from('Words'));
    if (!read.ok) throw new Error(read.problem);
    const identifiers = says.map(([scheme, value]) => ({ scheme, value }));
    const known = knownByAddress(
      { ...read.story, identifiers, sourceUrl: source ?? null, rest: [{ name: 'was', value: 'here' }] },
      address,
    );
    expect(known.identifiers.map(({ value }) => value)).toEqual(expected);
    if (expectedSource !== undefined) expect(known.sourceUrl).toBe(expectedSource);
    if (beside !== undefined)
      expect(known.rest.map(({ name, value }) => [name, value])).toEqual([...beside, ['was', 'here']]);
  },
);

test.each(['text', 'html'] as const)('the charset that was sent counts for %s', async (format) => {
  const words = '<meta charset="utf-8"><p>Caf\u00e9 closed after fire in the harbour quarter</p>';
  const bytes = Buffer.from(words, 'latin1');
  expect(await READERS[format].read(bytes)).toMatchObject({ ok: false, problem: 'FILE_ENCODING' });
  const read = await READERS[format].read(bytes, 'ISO-8859-1');
  expect(JSON.stringify(read)).toContain('Caf\u00e9 closed');
  expect(await READERS[format].read(bytes, 'shift_jis')).toMatchObject({
    ok: false,
    problem: 'FILE_ENCODING',
  });
});
