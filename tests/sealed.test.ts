import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { CannotOpen, open, openBytes, seal, sealBytes } from '../server/features/sources/sealed.ts';

const KEY = randomBytes(32);
const ID = '019a0000-0000-7000-8000-000000000001';
const OTHER_ID = '019a0000-0000-7000-8000-000000000002';
const WHO = { name: 'Zoë Arín', aliases: ['محمد'], affiliations: [], note: 'At the pier.\n' };

test('an identity opens under its key, for its entry', () => {
  expect(open(KEY, ID, seal(KEY, ID, WHO))).toEqual(WHO);
});

test('it is sealed otherwise each time, and its length says little', () => {
  const [one, two] = [seal(KEY, ID, WHO), seal(KEY, ID, WHO)];
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false);
  expect(seal(KEY, ID, { ...WHO, note: null }).length).toBe(one.length);
  expect(seal(KEY, ID, { ...WHO, note: 'x'.repeat(2000) }).length).toBe(28 + 9 * 256);
  // Words long enough that chance does not put them among random bytes.
  expect(Buffer.from(one).toString('latin1')).not.toContain('At the pier');
});

test.each(Array.from({ length: 28 + 256 }, (_, index) => index).filter((index) => index % 9 === 0))(
  'altered at byte %i it does not open',
  (index) => {
    const sealed = seal(KEY, ID, WHO);
    const altered = Uint8Array.from(sealed, (byte, at) => (at === index ? byte ^ 1 : byte));
    expect(() => open(KEY, ID, altered)).toThrow(CannotOpen);
  },
);

test('nor cut short, under another key, or for another entry; the error names the key and no name', () => {
  const sealed = seal(KEY, ID, WHO);
  const attempts = [
    () => open(randomBytes(32), ID, sealed),
    () => open(KEY, OTHER_ID, sealed),
    ...[0, 11, 12, 20, 28, sealed.length - 1].map((length) => () => open(KEY, ID, sealed.slice(0, length))),
  ];
  for (const attempt of attempts) expect(attempt).toThrow(CannotOpen);
  expect(() => open(KEY, OTHER_ID, sealed)).toThrow(
    `source ${OTHER_ID} cannot be read: SOURCE_KEY is not the key that it was sealed under`,
  );
});

test('a key of another length is refused before anything is sealed', () => {
  for (const bytes of [0, 16, 31, 33])
    expect(() => seal(randomBytes(bytes), ID, WHO)).toThrow(`SOURCE_KEY has ${bytes} bytes and needs 32`);
});

test('bytes open as they were, under their key and for what they are of', () => {
  const bytes = randomBytes(32);
  const sealed = sealBytes(KEY, ID, bytes);
  expect(openBytes(KEY, ID, sealed).equals(bytes)).toBe(true);
  expect(Buffer.from(sealed).includes(bytes)).toBe(false);
  expect(() => openBytes(KEY, OTHER_ID, sealed)).toThrow(`${OTHER_ID} cannot be read`);
  expect(() => openBytes(randomBytes(32), ID, sealed)).toThrow(CannotOpen);
});
