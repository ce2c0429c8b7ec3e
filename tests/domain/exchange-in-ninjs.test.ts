import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatOf } from '../../server/domain/exchange/in/formats.ts';
import { readNinjs } from '../../server/domain/exchange/in/ninjs.ts';
import { ninjsCases, refusedNinjs } from '../cases/exchange-in-ninjs.ts';
import { standardIn } from '../support/standards.ts';

const bytesOf = (item: unknown) => Buffer.from(JSON.stringify(item));

describe('ninjs', () => {
  test.each(Object.entries(ninjsCases))('%s', (_name, { item, expected }) => {
    const read = readNinjs(bytesOf(item));
    expect(read).toMatchObject({ ok: true, story: expected });
    expect(formatOf(bytesOf(item), 'x')).toBe('ninjs');
  });

  test.each(Object.entries(refusedNinjs))('%s is refused', (_name, { bytes, problem }) => {
    const given = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
    expect(readNinjs(given)).toMatchObject({ ok: false, problem });
  });

  test('no JSON makes it fail', () => {
    const key = fc.constantFrom('uri', 'bodies', 'headlines', 'value', 'version', 'type', 'altIds', 'x');
    const { item } = fc.letrec((tie) => ({
      item: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.integer(),
        fc.constant(null),
        tie('list'),
        tie('object'),
      ),
      list: fc.array(tie('item'), { maxLength: 3 }),
      object: fc.dictionary(key, tie('item'), { maxKeys: 6 }),
    }));
    fc.assert(fc.property(item, (value) => typeof readNinjs(bytesOf(value)).ok === 'boolean'));
  });

  test('long lists of what is beside the story are cut, the story is not', () => {
    const subjects = Array.from({ length: 2000 }, (_, index) => ({ name: `subject ${index}` }));
    const read = readNinjs(bytesOf({ uri: 'urn:x', subjects, bodies: [{ value: 'Words.' }] }));
    expect(read.ok && read.story.rest.length).toBe(400);
  });
});

const folder = standardIn('ninjs');

describe.skipIf(folder === null)(
  'IPTC’s samples, where CLAIMDESK_STANDARDS names a folder that has them',
  () => {
    const samples =
      folder === null
        ? []
        : readdirSync(path.join(folder, 'samples')).filter((name) => name.startsWith('pass-'));
    test.each(samples)('%s is known as ninjs, and read or refused for want of words', (name) => {
      const bytes = readFileSync(path.join(folder ?? '', 'samples', name));
      expect(formatOf(bytes, 'x.xyz')).toBe('ninjs');
      const read = readNinjs(bytes);
      if (!read.ok) expect(['EMPTY_STORY', 'FILE_NO_STORY']).toContain(read.problem);
      else expect(read.story.words.length).toBeGreaterThan(0);
    });
  },
);
