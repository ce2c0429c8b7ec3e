/** The thread in which files are read, started from the source. */
import { afterAll, expect, test, vi } from 'vitest';
import type { ImportFormat } from '../../server/contract/formats.ts';
import { readAs } from '../../server/domain/exchange/in/formats.ts';
import { openFileReading } from '../../server/features/arrivals/reading.ts';
import { docxOf } from '../support/zip.ts';

/** A thread takes long to start on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const reading = openFileReading();
afterAll(() => reading.close());

/** A file of a format that was told. */
const asked = (format: ImportFormat | null, bytes: Uint8Array, name = 'file') => ({ format, bytes, name });

const PAGE =
  '<html><body><h1>Ferry sinks</h1><p>Nine people drowned off Port Elsen on Friday.</p></body></html>';
/** Takes long to read, and has to be refused. */
const LONG = `<html><body>${'<p>One more.</p>'.repeat(25_000)}</body></html>`;

test('reads what is read without it', async () => {
  const files: [ImportFormat, Buffer][] = [
    ['text', Buffer.from('Ferry sinks\n\nNine people drowned.')],
    ['html', Buffer.from(PAGE)],
    ['docx', docxOf([{ text: 'Nine people drowned.' }])],
    ['nitf', Buffer.from('<nitf>')],
  ];
  const read = await Promise.all(files.map(([format, bytes]) => reading.readFile(asked(format, bytes))));
  expect(read).toEqual(await Promise.all(files.map(([format, bytes]) => readAs(asked(format, bytes)))));
  expect(read.map(({ ok }) => ok)).toEqual([true, true, true, false]);
});

test('tells what a file is that nobody told, and reads it as that', async () => {
  const page = Buffer.from(PAGE);
  expect(await reading.readFile(asked(null, page, 'x.txt'))).toMatchObject({ ok: true, format: 'html' });
  expect(await reading.readFile(asked(null, Buffer.from('Words'), 'x.txt'))).toMatchObject({
    format: 'text',
  });
  const unknown = { ok: false, problem: 'FILE_UNKNOWN', format: null };
  expect(await reading.readFile(asked(null, Buffer.from('Words')))).toEqual(unknown);
  expect(await reading.tellFormat(page, 'x.txt')).toBe('html');
  expect(await reading.tellFormat(Buffer.from('Words'), 'x')).toBeNull();
});

test('decodes as the server said that gave the file', async () => {
  const bytes = Buffer.from('Caf\u00e9 closed\n\nNobody was hurt.', 'latin1');
  expect(await reading.readFile(asked('text', bytes))).toMatchObject({ ok: false, problem: 'FILE_ENCODING' });
  const read = await reading.readFile({ ...asked('text', bytes), charset: 'iso-8859-1' });
  expect(read).toMatchObject({ ok: true, story: { words: expect.stringContaining('Caf\u00e9') } });
});

test('keeps nobody waiting: other work goes on while a long file is read', async () => {
  let steps = 0;
  const timer = setInterval(() => {
    steps += 1;
  }, 5);
  try {
    await reading.readFile(asked('html', Buffer.from(LONG)));
  } finally {
    clearInterval(timer);
  }
  expect(steps).toBeGreaterThan(5);
});

test('keeps nobody waiting: other work goes on while it is told what a file is', async () => {
  const { tellFormat } = reading;
  await tellFormat(Buffer.from('x'), 'x');
  const items = Buffer.from(JSON.stringify({ uri: 'a', headline: 'x', a: Array(300_000).fill({ a: 1 }) }));
  let steps = 0;
  const timer = setInterval(() => {
    steps += 1;
  }, 1);
  try {
    expect(await tellFormat(items, 'x')).toBe('ninjs');
  } finally {
    clearInterval(timer);
  }
  expect(steps).toBeGreaterThan(5);
});

test('a file that takes too long is refused in words, and the next one is read', async () => {
  const hurried = openFileReading({ limit: 1, memory: 768 });
  try {
    expect(await hurried.readFile(asked('html', Buffer.from(LONG)))).toEqual({
      ok: false,
      problem: 'FILE_TAKES_LONG',
      format: 'html',
    });
  } finally {
    await hurried.close();
  }
});

test('what takes too long to be told is refused in words', async () => {
  const hurried = openFileReading({ limit: 1, memory: 768 });
  try {
    const refused = expect.objectContaining({ code: 'FILE_TAKES_LONG' });
    await expect(hurried.tellFormat(Buffer.from(LONG), 'x')).rejects.toEqual(refused);
  } finally {
    await hurried.close();
  }
});

test('a file that takes more memory than is given is refused in words', async () => {
  const small = openFileReading({ limit: 60_000, memory: 30 });
  try {
    const nested = Buffer.from(`<html><body>${'<p><b>x</b></p>'.repeat(90_000)}</body></html>`);
    expect(await small.readFile(asked('html', nested))).toEqual({
      ok: false,
      problem: 'FILE_UNPACKS',
      format: 'html',
    });
  } finally {
    await small.close();
  }
});

test('whoever waits when it ends is told so, and whoever asks afterwards', async () => {
  const ending = openFileReading();
  const waiting = Promise.allSettled([ending.readFile(asked('html', Buffer.from(PAGE)))]);
  await ending.close();
  expect(await waiting).toEqual([{ status: 'rejected', reason: new Error('Claimdesk is stopping') }]);
  await expect(ending.readFile(asked('text', Buffer.from('x')))).rejects.toThrow('stopping');
});
