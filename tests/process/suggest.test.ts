/** `npm run suggest` as whoever measures it calls it. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readStory } from '../../server/domain/text/story.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const TEXT = 'The ferry sank. Molk said 12 people drowned.';

const Whole = z.object({
  text: z.string(),
  language: z.string(),
  publishedAt: z.string().nullable(),
  sentences: z.array(z.object({ start: z.number(), end: z.number() })),
  suggestions: z
    .array(
      z.object({
        kind: z.string(),
        span: z.object({ quote: z.string() }),
        details: z.object({ value: z.string().nullable().optional() }),
      }),
    )
    .nullable(),
});
const Spans = z.array(z.tuple([z.number(), z.number()]));
const Line = z.strictObject({
  docId: z.string().optional(),
  id: z.string().optional(),
  language: z.string(),
  supported: z.boolean(),
  attributions: z.array(z.strictObject({ source: Spans, cue: Spans, content: Spans })),
  counts: z.array(
    z.strictObject({ outcome: z.string(), min: z.number().nullable(), max: z.number().nullable() }),
  ),
  sentences: z.array(z.string()),
});

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

function run(input: string | Buffer, args: string[] = []): Promise<Ended> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(ROOT, 'server', 'suggest.ts'), ...args],
    {
      cwd: ROOT,
      env: { PATH: process.env.PATH },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  // What it does not read to the end breaks the pipe.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output, errors }));
  });
}

const lines = ({ output }: Ended) =>
  output
    .split('\n')
    .slice(0, -1)
    .map((line) => Line.parse(JSON.parse(line)));

test('plain text gives the story and its suggestions', async () => {
  const ended = await run(TEXT, ['--published', '2014-01-08']);
  expect(ended).toMatchObject({ code: 0, errors: '' });
  const whole = Whole.parse(JSON.parse(ended.output));
  expect(whole).toMatchObject({ text: TEXT, language: 'en', publishedAt: '2014-01-08' });
  expect(whole.sentences).toHaveLength(2);
  for (const { span } of whole.suggestions ?? []) expect(TEXT).toContain(span.quote);
});

test('another language gives its sentences and no suggestions, and says so', async () => {
  const ended = await run('Die Fähre sank. Molk ging.', ['--language', 'de']);
  expect(ended).toMatchObject({
    code: 0,
    errors: 'suggest: no suggestion is made for a text in German (de)\n',
  });
  const whole = Whole.parse(JSON.parse(ended.output));
  expect(whole).toMatchObject({ language: 'de', suggestions: null });
  expect(whole.sentences).toHaveLength(2);
});

const FRENCH =
  'Le ministre a dit que douze personnes ont été tuées dans le port. Les secours sont sur place.';
const GREEK = 'Δώδεκα άνθρωποι σκοτώθηκαν στο λιμάνι.';

test('a language that is not told is guessed as the server guesses it', async () => {
  const guessed = await run(FRENCH);
  expect(guessed.errors).toBe('suggest: no suggestion is made for a text in French (fr)\n');
  expect(Whole.parse(JSON.parse(guessed.output))).toMatchObject({ language: 'fr', suggestions: null });
  expect(readStory(FRENCH)).toMatchObject({ story: { language: 'fr' } });
  // What the editor says counts for more than what it looks like.
  const told = await run(FRENCH, ['--language', 'en']);
  expect(told.errors).toBe('');
  expect(Whole.parse(JSON.parse(told.output))).toMatchObject({
    language: 'en',
    suggestions: expect.any(Array),
  });
});

test('of each line too, unless the line or an option tells it', async () => {
  const given = [
    { text: FRENCH },
    { text: TEXT },
    { text: FRENCH, language: 'en-GB' },
    { text: GREEK, language: null },
  ];
  const input = given.map((one) => JSON.stringify(one)).join('\n');
  const ended = await run(input, ['--jsonl']);
  expect(lines(ended).map(({ language, supported }) => ({ language, supported }))).toEqual([
    { language: 'fr', supported: false },
    { language: 'en', supported: true },
    { language: 'en-GB', supported: true },
    { language: 'el', supported: false },
  ]);
  expect(ended.errors.split('\n')).toEqual([
    'suggest: line 1: no suggestion is made for a text in French (fr)',
    'suggest: line 4: no suggestion is made for a text in Greek (el)',
    '',
  ]);
  const told = await run(input, ['--jsonl', '--language', 'en']);
  expect(lines(told).map(({ language }) => language)).toEqual(['en', 'en', 'en-GB', 'el']);
});

test('the language is that of the story, whatever language the web page around it has', async () => {
  const page = ['You are here', FRENCH, FRENCH, '318 users have voted.'].join('\n\n');
  expect(Whole.parse(JSON.parse((await run(page)).output)).language).toBe('fr');
});

test('weekdays are counted from the day of publication', async () => {
  const text = 'Ferry sinks\n\nThe ferry sank off Sorn on Tuesday. It was due on Monday, 7 January 2014.';
  const daysOf = ({ output }: Ended) =>
    Whole.parse(JSON.parse(output)).suggestions?.flatMap(({ kind, span, details }) =>
      kind === 'fact' ? [[span.quote, details.value]] : [],
    );
  const printed = ['Monday, 7 January 2014', '2014-01-07'];
  const untold = daysOf(await run(text));
  expect(untold).toContainEqual(printed);
  expect(untold?.map(([quote]) => quote)).not.toContain('Tuesday');
  const told = daysOf(await run(text, ['--published', '2014-01-08']));
  expect(told).toContainEqual(['Tuesday', '2014-01-07']);
  expect(told).toContainEqual(printed);
  expect(daysOf(await run(text, ['--published', '2014-01-20T06:00:00Z']))).toContainEqual([
    'Tuesday',
    '2014-01-14',
  ]);
});

test('lines give lines in the form that scorers take', async () => {
  const given = [
    { docId: 'first', text: TEXT },
    { id: 'second', text: 'Die Fähre sank. Molk ging.', language: 'de' },
    // The sign in the middle ends a line for some readers, and not in JSON.
    { id: 'third', text: 'It rained\u2028at once. Molk left.', publishedAt: '2014-01-08T16:00:00Z' },
  ];
  const ended = await run(`${given.map((one) => JSON.stringify(one)).join('\r\n\r\n')}`, ['--jsonl']);
  expect(ended).toMatchObject({
    code: 0,
    errors: 'suggest: line 3: no suggestion is made for a text in German (de)\n',
  });
  const [first, second, third, ...more] = lines(ended);
  expect(first).toMatchObject({
    docId: 'first',
    sentences: ['The ferry sank.', 'Molk said 12 people drowned.'],
  });
  expect(first).not.toHaveProperty('id');
  expect(second).toEqual({
    id: 'second',
    language: 'de',
    supported: false,
    attributions: [],
    counts: [],
    sentences: ['Die Fähre sank.', 'Molk ging.'],
  });
  expect(third?.sentences).toEqual(['It rained\u2028at once.', 'Molk left.']);
  expect(more).toEqual([]);
});

test('characters that the pipe cuts in two come through whole', async () => {
  const text = '😀é渡轮 '.repeat(40_000);
  const [line] = lines(await run(JSON.stringify({ text, language: 'zh' }), ['--jsonl']));
  expect(line?.sentences.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
});

test('nothing gives nothing', async () => {
  expect(await run('\n\n', ['--jsonl'])).toEqual({ code: 0, output: '', errors: '' });
  expect(Whole.parse(JSON.parse((await run('')).output)).suggestions).toEqual([]);
});

const good = JSON.stringify({ text: TEXT });
test.each([
  ['an option that it does not know', TEXT, ['--jsnl'], /--jsnl/],
  ['a language that is no tag', TEXT, ['--language', 'no language'], /language/],
  ['a day that is none', TEXT, ['--published', 'Tuesday'], /publishedAt/],
  ['a line that is not JSON', `${good}\n{"text": `, ['--jsonl'], /line 2 is not a JSON object/],
  ['a line that is no object', `${good}\n\n7`, ['--jsonl'], /line 3 is not a JSON object/],
  ['a line without its text', '{"docId": "one"}', ['--jsonl'], /line 1: text/],
  ['a line whose text is a number', '{"text": 5}', ['--jsonl'], /line 1: text/],
])('ends with 2 and one plain line for %s', async (_name, input, args, told) => {
  const { code, errors } = await run(input, args);
  expect(code).toBe(2);
  expect(errors).toMatch(/^suggest: [^\n]+\n$/);
  expect(errors).toMatch(told);
});

test('nothing is suggested from the furniture of a web page, and offsets stay those of the text', async () => {
  const text = [
    'You are here',
    'Ferry sinks; crew freed',
    'The ferry sank off Sorn on 3 March 2014. Molk said 12 people drowned.',
    '318 users have voted.',
  ].join('\n\n');
  const { output } = await run(text);
  const whole = Whole.extend({ furniture: z.array(z.string()) }).parse(JSON.parse(output));
  expect(whole.text).toBe(text);
  expect(whole.furniture).toEqual(['You are here', '318 users have voted.']);
  const quotes = whole.suggestions?.map(({ span }) => span.quote) ?? [];
  expect(quotes).toContain('12 people');
  // The headline is one, now that it comes first.
  expect(quotes).toContain('crew');
  expect(quotes.join(' ')).not.toContain('users');
  const last = text.indexOf('Molk');
  expect(whole.sentences.at(-1)).toMatchObject({ start: last, end: text.indexOf('drowned.') + 8 });
  const { output: line } = await run(JSON.stringify({ docId: 'a', text }), ['--jsonl']);
  const { sentences } = Line.parse(JSON.parse(line));
  expect(sentences.at(-1)).toBe('318 users have voted.');
});
