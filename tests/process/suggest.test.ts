/** `npm run suggest` as whoever measures it calls it. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const ROOT = path.join(import.meta.dirname, '..', '..');
const TEXT = 'The ferry sank. Molk said 12 people drowned.';

const Whole = z.object({
  text: z.string(),
  language: z.string(),
  publishedAt: z.string().nullable(),
  sentences: z.array(z.object({ start: z.number(), end: z.number() })),
  suggestions: z.array(z.object({ kind: z.string(), span: z.object({ quote: z.string() }) })).nullable(),
});
const Spans = z.array(z.tuple([z.number(), z.number()]));
const Line = z.strictObject({
  docId: z.string().optional(),
  id: z.string().optional(),
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

test('another language gives its sentences and no suggestions', async () => {
  const ended = await run('Die Fähre sank. Molk ging.', ['--language', 'de']);
  const whole = Whole.parse(JSON.parse(ended.output));
  expect(whole).toMatchObject({ language: 'de', suggestions: null });
  expect(whole.sentences).toHaveLength(2);
});

test('lines give lines in the form that scorers take', async () => {
  const given = [
    { docId: 'first', text: TEXT },
    { id: 'second', text: 'Die Fähre sank. Molk ging.', language: 'de' },
    // The sign in the middle ends a line for some readers, and not in JSON.
    { id: 'third', text: 'It rained\u2028at once. Molk left.', publishedAt: '2014-01-08T16:00:00Z' },
  ];
  const ended = await run(`${given.map((one) => JSON.stringify(one)).join('\r\n\r\n')}`, ['--jsonl']);
  expect(ended).toMatchObject({ code: 0, errors: '' });
  const [first, second, third, ...more] = lines(ended);
  expect(first).toMatchObject({
    docId: 'first',
    sentences: ['The ferry sank.', 'Molk said 12 people drowned.'],
  });
  expect(first).not.toHaveProperty('id');
  expect(second).toEqual({
    id: 'second',
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
