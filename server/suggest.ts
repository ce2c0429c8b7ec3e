/**
 * Suggest the claims of texts from the command line, without a server or a database: for measuring and for trying.
 *
 * Plain text on standard input gives JSON on standard output; with `--jsonl`, lines `{docId or id, text}` give lines
 * `{docId, id, language, supported, attributions, counts, sentences}`. `language` (a BCP 47 tag) and `publishedAt` (ISO
 * 8601), the day that weekdays are counted from, may be told, as options `--language`, `--published` or in a line; a
 * language that is not told is guessed, as that of a story brought in is. Offsets are UTF-16 code units into the text as
 * given. In a language that nothing here reads nothing is suggested: `suggestions` is null, `supported` false, and
 * standard error says so. What an import would strike out as furniture of a web page has no
 * suggestions: it is listed as `furniture`, and only the sentences of a line have it. Ends with 2 where the input cannot be read.
 */
import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { CasualtyDetails } from './contract/claims.ts';
import { Language, Time } from './contract/common.ts';
import type { Proposal } from './domain/extraction/model.ts';
import { readPlain, readWithoutFurniture } from './domain/extraction/plain.ts';
import { suggest } from './domain/extraction/suggest.ts';

const About = z.object({
  language: Language.nullable().default(null),
  publishedAt: z.union([z.iso.date(), Time]).nullable().default(null),
});
const Line = About.extend({ docId: z.string().optional(), id: z.string().optional(), text: z.string() });

const say = (value: unknown, indent?: number) =>
  process.stdout.write(`${JSON.stringify(value, null, indent)}\n`);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { jsonl: { type: 'boolean' }, language: { type: 'string' }, published: { type: 'string' } },
  });
  const about = { language: values.language, publishedAt: values.published };
  if (values.jsonl !== true) {
    const { language, publishedAt } = read(About, about, 'options');
    const { reading, furniture } = readWithoutFurniture(await readAll(process.stdin), language);
    const passage = { ...reading, publishedAt };
    const suggestions = suggest(passage);
    if (suggestions === null) warn(passage.language);
    say({ ...passage, furniture, suggestions }, 2);
    return;
  }
  let number = 0;
  for await (const line of linesOf(process.stdin)) {
    number += 1;
    if (line.trim() === '') continue;
    const given = read(Line, { ...about, ...parse(line, `line ${number}`) }, `line ${number}`);
    const { docId, id, text, language, publishedAt } = given;
    const { reading } = readWithoutFurniture(text, language);
    const proposals = suggest({ ...reading, publishedAt });
    const supported = proposals !== null;
    if (!supported) warn(reading.language, `line ${number}`);
    const sentences = readPlain(text, reading.language).sentences.map(({ start, end }) =>
      text.slice(start, end),
    );
    say({ docId, id, language: reading.language, supported, ...scored(proposals ?? []), sentences });
  }
}

const NAMES = new Intl.DisplayNames('en', { type: 'language' });

/** @param language a BCP 47 tag */
function warn(language: string, where?: string): void {
  const at = where === undefined ? '' : `${where}: `;
  process.stderr.write(
    `suggest: ${at}no suggestion is made for a text in ${NAMES.of(language)} (${language})\n`,
  );
}

/** Lines end with a line feed alone: JSON may hold the other signs that `readline` takes for one. */
async function* linesOf(input: NodeJS.ReadStream): AsyncGenerator<string> {
  let pieces: string[] = [];
  input.setEncoding('utf8');
  for await (const chunk of input) {
    const [first = '', ...rest] = String(chunk).split('\n');
    pieces.push(first);
    for (const piece of rest) {
      yield pieces.join('');
      pieces = [piece];
    }
  }
  yield pieces.join('');
}

class Unreadable extends Error {}

function parse(line: string, where: string): object {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Told below: what a parser says about a line of a megabyte helps nobody.
  }
  throw new Unreadable(`${where} is not a JSON object`);
}

function read<T>(shape: z.ZodType<T>, value: object, where: string): T {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Unreadable(`${where}: ${issue?.path.join('.')}: ${issue?.message}`);
}

/** In the form that scorers of attribution, casualties and sentences take. */
function scored(proposals: readonly Proposal[]) {
  return {
    attributions: proposals.flatMap((proposal) =>
      proposal.kind === 'attribution'
        ? [
            {
              source: pairs(proposal.details.source),
              cue: pairs(proposal.details.cue),
              content: proposal.details.content.flatMap(pairs),
            },
          ]
        : [],
    ),
    counts: proposals.flatMap((proposal) =>
      proposal.kind === 'casualty_count'
        ? [
            {
              outcome: proposal.details.outcome === 'detained' ? 'captured' : proposal.details.outcome,
              ...printedBounds(proposal.details),
            },
          ]
        : [],
    ),
  };
}

/** The bounds as printed: "more than 30" starts at 30 here, though a count of it has at least 31. */
function printedBounds({ low, best, high, modifier }: CasualtyDetails) {
  const min = low ?? best;
  const max = high ?? best;
  if (modifier === 'more_than' && min !== null) return { min: min - 1, max };
  if (modifier === 'fewer_than' && max !== null) return { min, max: max + 1 };
  return { min, max };
}

const pairs = (span: { start: number; end: number } | null) =>
  span === null ? [] : [[span.start, span.end]];

// Whoever reads may have seen enough: `npm run suggest | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
main().catch((error: unknown) => {
  const [line] = (error instanceof Error ? error.message : String(error)).split('\n');
  process.stderr.write(`suggest: ${line}\n`);
  process.exitCode = 2;
});
