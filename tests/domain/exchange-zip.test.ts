import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEntry } from '../../server/domain/exchange/in/zip/content.ts';
import { openZip } from '../../server/domain/exchange/in/zip/directory.ts';
import { inMemory, type ZipSource } from '../../server/domain/exchange/in/zip/model.ts';
import { LIMITS, refusedZips, zipCases } from '../cases/exchange-zip.ts';
import { zipOf } from '../support/zip.ts';

/** In memory, and never asked for what it has not, nor for more at once than a file may be. */
function watched(bytes: Buffer): ZipSource {
  const source = inMemory(bytes);
  return {
    size: source.size,
    read: (at, length) => {
      const isWithin = at >= 0 && length >= 0 && at + length <= source.size && length <= LIMITS.entryBytes;
      if (!isWithin) throw new Error(`asked for ${length} bytes at ${at} of ${source.size}`);
      return source.read(at, length);
    },
  };
}

/** Everything that an archive gives; the code of its refusal where it gives nothing. */
async function allOf(bytes: Buffer): Promise<string | Record<string, string | null>> {
  const source = watched(bytes);
  const zip = await openZip(source, LIMITS);
  if (!zip.ok) return zip.problem;
  const files: Record<string, string | null> = {};
  let total = 0;
  for (const entry of zip.entries) {
    const content = await readEntry(source, entry);
    if (content.ok) {
      expect(content.bytes.length).toBe(entry.size);
      total += content.bytes.length;
    }
    const given = content.ok ? (entry.isFolder ? null : content.bytes.toString()) : content.problem;
    files[entry.path in files && entry.path !== '' ? `${entry.path} (1)` : entry.path] = given;
  }
  expect(total).toBeLessThanOrEqual(LIMITS.bytes);
  return files;
}

describe('an archive', () => {
  test.each(Object.entries(zipCases))('with %s', async (_name, { bytes, files }) => {
    expect(await allOf(bytes)).toEqual(files);
  });

  test.each(Object.entries(refusedZips))('is refused: %s', async (_name, [bytes, problem]) => {
    expect(await allOf(bytes)).toBe(problem);
  });

  test('gives back what was packed, whatever it was', async () => {
    const name = fc.stringMatching(/^[a-z0-9 äéß]{1,12}$/).map((each) => `${each.normalize('NFC')}.txt`);
    const part = fc.tuple(name, fc.string({ unit: 'grapheme', maxLength: 200 }), fc.constantFrom(0, 8));
    const parts = fc.uniqueArray(part, { selector: ([each]) => each, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(parts, fc.boolean(), async (packed, large) => {
        const bytes = zipOf(
          packed.map(([each, text, method]) => [each, text, { method, flags: 1 << 11 }]),
          { large },
        );
        expect(await allOf(bytes)).toEqual(
          Object.fromEntries(packed.map(([each, text]) => [each, Buffer.from(text).toString()])),
        );
      }),
    );
  });

  const whole = zipOf(
    [
      ['wire/', ''],
      ['wire/a.txt', 'It sank. Nobody was hurt. '.repeat(20)],
      ['b.txt', 'Nine people were freed.', { method: 0, mode: 0o100644 }],
      ['ειδήσεις.txt', 'Ναι.', { flags: 1 << 11 }],
    ],
    { large: true, comment: 'from the archive' },
  );
  const honest = ['It sank. Nobody was hurt. '.repeat(20), 'Nine people were freed.', 'Ναι.', ''];

  test('with bytes changed anywhere gives what was packed, or says why it does not', async () => {
    for (let at = 0; at < whole.length; at += 1)
      for (const flipped of [0x01, 0x80, 0xff]) {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ flipped;
        const files = await allOf(changed);
        if (typeof files === 'string') continue;
        for (const text of Object.values(files))
          if (text !== null && !/^(?:ZIP|FILE)_[A-Z]+$/.test(text)) expect(honest).toContain(text);
      }
  });

  test('cut off anywhere is refused', async () => {
    for (let length = 0; length < whole.length; length += 1)
      expect(await allOf(whole.subarray(0, length))).toBe('ZIP_BROKEN');
  });

  test('with several numbers changed never fails, and gives no more than its limits', async () => {
    const change = fc.tuple(
      fc.nat(whole.length - 5),
      fc.constantFrom(0, 1, 0x7fffffff, 0xfffffffe, 0xffffffff, 20, 300),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const changed = Buffer.from(whole);
        for (const [at, number] of changes) changed.writeUInt32LE(number, at);
        await allOf(changed);
      }),
      { numRuns: 500 },
    );
  });

  test('whose file ends while it is read is broken, and a disk that fails is no fault of it', async () => {
    const bytes = zipOf([['a.txt', 'It sank.']]);
    const short = { size: bytes.length, read: async () => Buffer.alloc(3) };
    expect(await openZip(short, LIMITS)).toMatchObject({ ok: false, problem: 'ZIP_BROKEN' });
    const failing = { size: bytes.length, read: () => Promise.reject(new Error('EIO')) };
    await expect(openZip(failing, LIMITS)).rejects.toThrow('EIO');
    const zip = await openZip(inMemory(bytes), LIMITS);
    const [entry] = zip.ok ? zip.entries : [];
    if (entry === undefined) throw new Error('nothing in it');
    await expect(readEntry(failing, entry)).rejects.toThrow('EIO');
  });
});
