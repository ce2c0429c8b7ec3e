/** A story as a document, row by row as PostgreSQL gives them: nothing of it is held but what its people are called. */
import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { STORY_VERSION, type StoryManifest } from '../../contract/stories.ts';
import { canonical } from '../../database/chain.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import type { ExportHead } from '../../domain/exchange/json.ts';
import { UNQUOTED } from '../exports/exports.queries.ts';
import { lines } from '../exports/lines.ts';
import type { Rows } from '../exports/writers.ts';
import { PEOPLE_AS_WRITTEN } from '../people/named-people.ts';
import {
  ARTICLE_FIELDS,
  LIST_ORDER,
  PERSON_FIELDS,
  rowJson,
  STORY_TABLES,
  type TableList,
} from './story-tables.ts';

const Row = z.record(z.string(), z.unknown());
type Row = z.infer<typeof Row>;

/** The digest of a story: of its rows in canonical form, whatever white space the document has. */
export function storyDigest(): { add(row: unknown): void; hex(): string } {
  const hash = createHash('sha256');
  return { add: (row) => void hash.update(canonical(row)).update('\n'), hex: () => hash.digest('hex') };
}

/** Binds a story to the server that exported it and to where its history stood. */
export const signatureOf = (
  historyKey: Buffer,
  { sha256, head, headHash }: Pick<StoryManifest, 'sha256' | 'head' | 'headHash'>,
): string =>
  createHmac('sha256', historyKey)
    .update(canonical({ format: 'claimdesk-story', version: STORY_VERSION, sha256, head, headHash }))
    .digest('hex');

/** An id that was held to be one: COPY takes no parameters. */
function literal(id: string): string {
  return `'${z.guid().parse(id)}'::uuid`;
}

const copied = (rows: string): string => `COPY (${rows}) TO STDOUT WITH (${UNQUOTED})`;

function listStatement(name: TableList, articleId: string): string {
  const { table, fields, of, order } = STORY_TABLES[name];
  return copied(
    `SELECT ${rowJson(fields)}::text FROM ${table} x WHERE ${of.replace('$1', literal(articleId))} ORDER BY ${order}`,
  );
}

/** Entries that the story's claims name. Who a confidential one is, is in no column that is read here. */
const sourcesStatement = (articleId: string): string =>
  copied(`
    WITH named AS (
      SELECT source_id::uuid AS id FROM claims WHERE article_id = ${literal(articleId)} AND source_id IS NOT NULL
      UNION SELECT through::uuid FROM claims, jsonb_array_elements_text(via_source_ids) through
        WHERE article_id = ${literal(articleId)} AND jsonb_typeof(via_source_ids) = 'array' AND through IS NOT NULL)
    SELECT json_build_object('id', s.id, 'name', s.name, 'kind', s.kind,
      'aliases', CASE WHEN s.confidential THEN '[]'::json ELSE to_json(s.aliases) END,
      'affiliations', CASE WHEN s.confidential THEN '[]'::json ELSE to_json(s.affiliations) END,
      'note', CASE WHEN NOT s.confidential THEN s.note END, 'description', s.description,
      'confidential', s.confidential)::text
    FROM named JOIN sources s ON s.id = named.id ORDER BY s.id`);

const articleStatement = (articleId: string): string =>
  copied(`SELECT ${rowJson(ARTICLE_FIELDS)}::text FROM articles x WHERE x.id = ${literal(articleId)}`);

const historyStatement = (articleId: string): string =>
  copied(`
    SELECT json_build_object('seq', e.seq, 'type', e.type, 'at', iso_time(e.at), 'actor', e.actor_name,
      'claimId', e.claim_id, 'data', p.payload, 'digest', encode(e.payload_digest, 'hex'),
      'hash', encode(e.link, 'hex'))::text
    FROM events e LEFT JOIN event_payloads p ON p.stream_id = e.stream_id AND p.seq = e.seq
    WHERE e.stream_id = ${literal(articleId)} ORDER BY e.seq`);

/** Numbers for people, in the order in which they are met. */
function numbered() {
  const ids: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, ids.length);
    return ids.push(id) - 1;
  };
  const named = (row: Row): Row => {
    for (const field of PERSON_FIELDS) {
      const id = row[field];
      if (typeof id === 'string') row[field] = numberOf(id);
    }
    return row;
  };
  return { ids, named };
}

/**
 * The document, in pieces.
 *
 * @param of.files of a package, the files that it holds
 */
export async function* storyFile(
  rows: Rows,
  articleId: string,
  head: ExportHead,
  { historyKey, files }: { readonly historyKey: Buffer; readonly files?: readonly string[] },
): AsyncGenerator<string> {
  const people = numbered();
  const digest = storyDigest();
  const counts: Record<string, number> = {};
  async function* list(name: string, statement: string, told: boolean): AsyncGenerator<string> {
    let count = 0;
    for await (const line of lines(rows.copy(statement))) {
      const row: Row = Row.parse(JSON.parse(line));
      if (told) digest.add(people.named(row));
      yield `${count === 0 ? `,\n"${name}":[\n` : ',\n'}${JSON.stringify(row)}`;
      count += 1;
    }
    counts[name] = count;
    yield count === 0 ? `,\n"${name}":[]` : '\n]';
  }

  for await (const line of lines(rows.copy(articleStatement(articleId)))) {
    const article = people.named(Row.parse(JSON.parse(line)));
    digest.add(article);
    yield `{"format":"claimdesk-story","version":${STORY_VERSION},"story":{\n"article":${JSON.stringify(article)}`;
  }
  for (const name of LIST_ORDER)
    yield* list(
      name,
      name === 'sources' ? sourcesStatement(articleId) : listStatement(name, articleId),
      true,
    );
  const printed = await selectPeople(rows, people.ids);
  digest.add(printed);
  yield `,\n"people":${JSON.stringify(printed)}\n},\n`;

  const { generatedAt, generatedBy } = head;
  const { at, headHash, earlier } = await selectEnd(rows, articleId);
  const sha256 = digest.hex();
  const signature = signatureOf(historyKey, { sha256, head: at, headHash });
  const manifest = {
    ...{
      generatedAt,
      generatedBy: { name: generatedBy.name },
      head: at,
      headHash,
      counts,
      ...(files === undefined ? {} : { files }),
      sha256,
      signature,
    },
    earlier,
  };
  yield `"manifest":${JSON.stringify(manifest).slice(0, -1)}`;
  yield* list('history', historyStatement(articleId), false);
  yield '}}\n';
}

async function selectPeople(db: Queryable, ids: readonly string[]): Promise<{ name: string }[]> {
  const found = await db.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM ${PEOPLE_AS_WRITTEN} named WHERE id = ANY(${ids}::uuid[])`;
  const names = new Map(found.map(({ id, name }) => [id, name]));
  return ids.map((id) => ({ name: names.get(id) ?? '' }));
}

interface End {
  readonly at: number;
  readonly headHash: string | null;
  readonly earlier: unknown;
}

async function selectEnd(db: Queryable, articleId: string): Promise<End> {
  const [end] = await db.$queryRaw<End[]>(Prisma.sql`
    SELECT a.head AS at, encode(last.link, 'hex') AS "headHash",
      CASE WHEN h.article_id IS NOT NULL THEN json_build_object('importedAt', iso_time(h.at),
        'integrity', h.integrity, 'manifest', h.manifest) END AS earlier
    FROM articles a LEFT JOIN events last ON last.stream_id = a.id AND last.seq = a.head
    LEFT JOIN story_histories h ON h.article_id = a.id WHERE a.id = ${articleId}::uuid`);
  if (end === undefined) throw new Error('the story is gone');
  return end;
}
