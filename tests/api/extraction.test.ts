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

/** Long enough to be read apart, and not longer. */
const LONG = `${STORY}\n\n`.repeat(Math.ceil(100_000 / STORY.length));

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
  const found = await extraction.extract(reading('Lautta upposi.', 'fi'));
  expect(found).toEqual({ supported: false, ids: [], rows: [] });
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

test('a short text does not wait for long ones that came before it', async () => {
  const short = reading(STORY);
  // So that no thread has to start for it.
  const alone = await extraction.extract(short);
  const ended: string[] = [];
  const ask = async (name: string, text: ReturnType<typeof reading>) => {
    const found = await extraction.extract(text);
    ended.push(name);
    return found;
  };
  const long = reading(LONG);
  const asked = await Promise.all([ask('long', long), ask('longer', long), ask('short', short)]);
  expect(ended).toEqual(['short', 'long', 'longer']);
  const found = find(long, suggest);
  expect(asked).toEqual([found, found, alone]);
});

test('tells where it breaks, and goes on with the next text', async () => {
  // A sentence that stands nowhere has no words to take apart.
  const broken = { ...reading(STORY), sentences: JSON.parse('null') };
  await expect(extraction.extract(broken)).rejects.toThrow('claims could not be looked for');
  expect((await extraction.extract(reading(STORY))).supported).toBe(true);
});

test('a text that breaks it breaks no other that waits', async () => {
  const broken = { ...reading(STORY), sentences: JSON.parse('null') };
  const [first, second] = await Promise.allSettled([
    extraction.extract(broken),
    extraction.extract(reading(STORY)),
  ]);
  expect([first?.status, second?.status]).toEqual(['rejected', 'fulfilled']);
});

test('whoever waits when it ends is told so, and whoever asks afterwards', async () => {
  const ending = openExtraction();
  const texts = [STORY, STORY, LONG];
  const waiting = Promise.allSettled(texts.map((text) => ending.extract(reading(text))));
  await ending.close();
  const stopping = { status: 'rejected', reason: new Error('Claimdesk is stopping') };
  expect(await waiting).toEqual([stopping, stopping, stopping]);
  await expect(ending.extract(reading(STORY))).rejects.toThrow('stopping');
});
