/** The heads of stories that an exported file carries, whatever its format, or its manifest. */
import { z } from 'zod';
import { Id, MAX_COUNTER } from '../../contract/common.ts';
import { readCsv } from './read-csv.ts';

/** Where a story's history had come to when it was exported. */
export interface CarriedHead {
  readonly storyId: string;
  readonly seq: number;
  /** The link of that event, hexadecimal. */
  readonly hash: string;
}

/** Why a file has no heads to be read, to be read after the file's name. */
export class UnreadableExport extends Error {}

const Row = z
  .object({
    story_id: Id,
    story_head: z.coerce.number().int().min(1).max(MAX_COUNTER),
    story_head_hash: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .transform(
    (row): CarriedHead => ({ storyId: row.story_id, seq: row.story_head, hash: row.story_head_hash }),
  );
const Story = z
  .object({ id: z.unknown(), head: z.unknown(), headHash: z.unknown() })
  .transform(({ id, head, headHash }) => ({ story_id: id, story_head: head, story_head_hash: headHash }));
/** Claims, or the manifest of a file of any format. */
const JsonFile = z.discriminatedUnion('format', [
  z.object({ format: z.literal('claimdesk-claims'), claims: z.array(z.unknown()) }),
  z.object({ format: z.literal('claimdesk-manifest'), stories: z.array(Story) }),
]);
const COLUMNS = ['story_id', 'story_head', 'story_head_hash'] as const;

/** As much of a file as tells its format. */
const ENOUGH = 100;

/**
 * Each head once, in the order of the file. A file that is put together from several may have more than one of a story.
 *
 * @param pieces the file's text, cut anywhere
 * @throws UnreadableExport
 */
export async function readHeads(pieces: AsyncIterable<string>): Promise<CarriedHead[]> {
  const heads = new Map<string, CarriedHead>();
  let number = 0;
  for await (const row of rowsOf(pieces)) {
    number += 1;
    const head = Row.safeParse(row);
    if (!head.success) throw new UnreadableExport(`does not say the head of its story in row ${number}`);
    heads.set(Object.values(head.data).join(' '), head.data);
  }
  if (heads.size === 0) throw new UnreadableExport('holds no claims, and proves nothing');
  return [...heads.values()];
}

async function* rowsOf(pieces: AsyncIterable<string>): AsyncGenerator<unknown> {
  const reader = pieces[Symbol.asyncIterator]();
  let start = '';
  let piece = await reader.next();
  for (; !piece.done; piece = await reader.next()) {
    start += piece.value;
    if (start.length >= ENOUGH) break;
  }
  start = start.replace(/^\ufeff/, '');
  const rest = { [Symbol.asyncIterator]: () => reader };
  async function* whole(): AsyncGenerator<string> {
    yield start;
    yield* rest;
  }
  try {
    if (/^\s*\{\s*"format"/.test(start)) yield* jsonRows(whole());
    else if (/^\s*\{/.test(start)) yield* lineRows(whole());
    else yield* csvRows(whole());
  } catch (error) {
    // What a file system says of a file is not about what stands in it.
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
    throw new UnreadableExport('is cut off, or is no export of claims');
  }
}

async function* csvRows(pieces: AsyncIterable<string>): AsyncGenerator<unknown> {
  let places: Map<string, number> | null = null;
  let width = 0;
  for await (const record of readCsv(pieces)) {
    if (places === null) {
      places = new Map(record.map((name, index) => [name, index]));
      width = record.length;
      for (const name of COLUMNS) if (!places.has(name)) throw new UnreadableExport(`has no column ${name}`);
      continue;
    }
    if (record.length !== width) throw new UnreadableExport('is cut off: its last row is not whole');
    const known = places;
    yield Object.fromEntries(COLUMNS.map((name) => [name, record[known.get(name) ?? -1]]));
  }
}

async function* lineRows(pieces: AsyncIterable<string>): AsyncGenerator<unknown> {
  let line = '';
  for await (const piece of pieces) {
    const lines = (line + piece).split('\n');
    line = lines.pop() ?? '';
    for (const text of lines) if (text.trim() !== '') yield JSON.parse(text);
  }
  if (line.trim() !== '') yield JSON.parse(line);
}

/** One object, which no reader can take before its end: use JSON Lines where it is too large. */
async function* jsonRows(pieces: AsyncIterable<string>): AsyncGenerator<unknown> {
  let text = '';
  for await (const piece of pieces) text += piece;
  const file = JsonFile.parse(JSON.parse(text));
  yield* file.format === 'claimdesk-claims' ? file.claims : file.stories;
}
