/** The thread in which claims are looked for, started from the source. */
import { afterAll, expect, test, vi } from 'vitest';
import { readPlain } from '../../server/domain/extraction/plain.ts';
import { suggest } from '../../server/domain/extraction/suggest.ts';
import { openExtraction } from '../../server/features/suggestions/extraction.ts';
import { find } from '../../server/features/suggestions/found.ts';
import { STORY } from '../support/claims.ts';

/** A thread takes long to start on a busy machine, since what knows English comes with it. */
vi.setConfig({ testTimeout: 60_000 });

const extraction = openExtraction();
afterAll(() => extraction.close());

const reading = (text: string, language = 'en') => ({
  ...readPlain(text, language),
  articleId: '01890000-0000-7000-8000-000000000001',
  number: 1,
});

test('finds what is found without it, one text after the other', async () => {
  const texts = [STORY, 'Rain fell.', `${STORY}\n\n${STORY}`];
  const found = await Promise.all(texts.map((text) => extraction.extract(reading(text))));
  expect(found).toEqual(texts.map((text) => find(reading(text), suggest)));
  expect(found.every(({ supported }) => supported)).toBe(true);
});

test('reads English alone', async () => {
  expect(await extraction.extract(reading('Lautta upposi.', 'fi'))).toEqual({ supported: false, rows: '[]' });
});

test('keeps nobody waiting: other work goes on while a long text is read', async () => {
  const long = reading(`${STORY}\n\n`.repeat(1_000));
  let steps = 0;
  const timer = setInterval(() => {
    steps += 1;
  }, 5);
  try {
    await extraction.extract(long);
  } finally {
    clearInterval(timer);
  }
  // Reading it takes the tagger alone some hundred milliseconds.
  expect(steps).toBeGreaterThan(5);
});

test('tells where it breaks, and goes on with the next text', async () => {
  // A sentence that stands nowhere has no words to take apart.
  const broken = { ...reading(STORY), sentences: JSON.parse('null') };
  await expect(extraction.extract(broken)).rejects.toThrow('claims could not be looked for');
  expect((await extraction.extract(reading(STORY))).supported).toBe(true);
});

test('whoever waits when it ends is told so', async () => {
  const ending = openExtraction();
  const waiting = expect(ending.extract(reading(STORY))).rejects.toThrow('stopping');
  await ending.close();
  await waiting;
});
