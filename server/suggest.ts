/**
 * Suggest the claims of texts from the command line, without a server or a database: for measuring and for trying.
 *
 * Plain text on standard input gives JSON on standard output; with `--jsonl`, lines `{docId or id, text}` give lines
 * `{docId, id, attributions, counts, sentences}`. Offsets are UTF-16 code units into the text as given.
 * Ends with 2 where the input cannot be read.
 */
import { createInterface } from 'node:readline';
import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Reading, readPlain } from './domain/extraction/plain.ts';
import { suggest } from './domain/extraction/suggest.ts';

const Line = z.object({
  docId: z.string().optional(),
  id: z.string().optional(),
  text: z.string(),
  language: z.string().default('en'),
});

const say = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { jsonl: { type: 'boolean' }, language: { type: 'string' } } });
  if (values.jsonl !== true) {
    const reading = readPlain(await readAll(process.stdin), values.language ?? 'en');
    process.stdout.write(`${JSON.stringify({ ...reading, suggestions: suggest(reading) }, null, 2)}\n`);
    return;
  }
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    const { docId, id, text, language } = Line.parse(JSON.parse(line));
    say({ docId, id, ...scored(readPlain(text, language)) });
  }
}

/** In the form that scorers of attribution, casualties and sentences take. */
function scored(reading: Reading) {
  const proposals = suggest(reading) ?? [];
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
              min: proposal.details.low ?? proposal.details.best,
              max: proposal.details.high ?? proposal.details.best,
            },
          ]
        : [],
    ),
    sentences: reading.sentences.map(({ start, end }) => reading.text.slice(start, end)),
  };
}

const pairs = (span: { start: number; end: number } | null) =>
  span === null ? [] : [[span.start, span.end]];

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
