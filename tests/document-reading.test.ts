/** Documents of stories, read on a thread of their own. */
import { afterEach, expect, test } from 'vitest';
import { type DocumentReading, openDocumentReading } from '../server/features/stories/document-reading.ts';
import { readDocument } from '../server/features/stories/read-document.ts';

let reading: DocumentReading | undefined;
afterEach(() => reading?.close());

test.each(['{"format": "claimdesk-story"}', '[', '7', 'null', '{"format": "\ud83d'])(
  'the thread answers what is found out without it: %s',
  async (text) => {
    reading = openDocumentReading();
    const bytes = Buffer.from(text);
    const answer = await reading.readStory(bytes);
    expect(answer.ok).toBe(false);
    expect(answer).toEqual(readDocument(bytes));
  },
);

test('what is no UTF-8 is told apart from what is no JSON', () => {
  expect(readDocument(Uint8Array.of(0x7b, 0xff))).toEqual({ ok: false, broken: 'encoding' });
  expect(readDocument(Buffer.from('{'))).toEqual({ ok: false, broken: 'json' });
});

test('one that takes longer than it is given is refused, and the next one is read', async () => {
  reading = openDocumentReading({ limit: 1, memory: 256 });
  await expect(reading.readStory(Buffer.from('{}'))).rejects.toMatchObject({ code: 'FILE_TAKES_LONG' });
  await reading.close();
  reading = openDocumentReading();
  expect(await reading.readStory(Buffer.from('{'))).toEqual({ ok: false, broken: 'json' });
});
