/** Parts of the command line that need no server. */
import { Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowCounter } from '../server/command/rows.ts';
import { storyId } from '../server/command/story-id.ts';
import { plain, terminal } from '../server/command/terminal.ts';
import { Id } from '../server/contract/common.ts';
import type { CorrectionFormat, ExportFormat } from '../server/contract/formats.ts';

describe('rows', () => {
  const cases: Record<string, [ExportFormat | CorrectionFormat, string, number | null]> = {
    'CSV without a row': ['csv', '\ufeffa,b\r\n', 0],
    'CSV with line breaks and quotes in a cell': ['csv', 'a,b\r\n1,"x\ny ""z""\n"\r\n2,\r\n', 2],
    'JSON without a row': ['json', '{"claims":[\n]}\n', 0],
    'JSON with rows': ['json', '{"claims":[\n{"a":"\\n"}\n,{"a":"\\""}\n]}\n', 2],
    'JSON Lines': ['jsonl', '{"a":1}\n{"a":2}\n{"a":3}\n', 3],
    'an empty file': ['json', '', 0],
    'plain text': ['txt', 'Correction\n\n', null],
  };
  test.each(Object.entries(cases))('%s', (_name, [format, file, expected]) => {
    // In pieces of every size, cut anywhere.
    const bytes = Buffer.from(file);
    for (let size = 1; size <= bytes.length + 1; size += 1) {
      const counter = rowCounter(format);
      for (let at = 0; at < bytes.length; at += size) counter.push(bytes.subarray(at, at + size));
      expect(counter.rows()).toBe(expected);
    }
  });
});

describe('a file’s id', () => {
  const one = {
    personId: '01890000-0000-7000-8000-000000000000',
    text: 'It rained.',
    savedAt: new Date('2026-03-02T09:00:00Z'),
  };

  test('is a UUIDv7 of when it was saved, whenever that was', () => {
    const saved = fc.date({ noInvalidDate: true });
    fc.assert(
      fc.property(saved, fc.string({ unit: 'binary' }), (savedAt, text) => {
        const id = storyId({ ...one, savedAt, text });
        expect(Id.parse(id)).toBe(id);
        const time = Number.parseInt(id.replace('-', '').slice(0, 12), 16);
        expect(time).toBe(Math.min(Math.max(savedAt.getTime(), 0), 2 ** 48 - 1));
      }),
    );
  });

  test('is the same for the same file, and another for another person, text or time', () => {
    expect(storyId({ ...one })).toBe(storyId(one));
    const others = [
      storyId({ ...one, personId: '01890000-0000-7000-8000-000000000001' }),
      storyId({ ...one, text: 'It rained' }),
      storyId({ ...one, savedAt: new Date('2026-03-02T09:00:00.001Z') }),
    ];
    expect(new Set([storyId(one), ...others]).size).toBe(4);
  });
});

describe('the terminal', () => {
  function written(isTTY: boolean) {
    const told = { out: '', err: '' };
    const into = (name: 'out' | 'err') =>
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          told[name] += chunk.toString();
          done();
        },
      });
    const err = Object.assign(into('err'), { isTTY });
    return { told, made: terminal({ out: into('out'), err, stop: new AbortController().signal }) };
  }

  test('shows progress in one place, and clears it before a result', () => {
    const { told, made } = written(true);
    made.progress('1 of 2');
    made.progress('2 of 2');
    made.say('new', 'id');
    made.warn('gone');
    expect(told).toEqual({ out: 'new\tid\n', err: '1 of 2\r\u001b[K2 of 2\r\u001b[Kclaimdesk: gone\n' });
  });

  test('is quiet about it where nobody looks', () => {
    const { told, made } = written(false);
    made.progress('1 of 2');
    made.say('new', 'id');
    expect(told).toEqual({ out: 'new\tid\n', err: '' });
  });

  test('is not steered by names and titles', () => {
    expect(plain('a\tb\r\n\u001b[2Jc\u009b1md')).toBe('a b [2Jc 1md');
  });
});
