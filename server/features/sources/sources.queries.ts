/** The register as rows. */
import { z } from 'zod';
import type { QueryOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import type { ListSources, SourceKind } from '../../contract/sources.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { foldName } from '../../domain/sources/search-text.ts';
import { readCursor, writeCursor } from '../../http/cursor.ts';

export interface SourceRow {
  readonly id: string;
  /** Of a confidential source its description. */
  readonly name: string;
  readonly kind: SourceKind;
  readonly aliases: string[];
  readonly affiliations: string[];
  readonly note: string | null;
  readonly description: string | null;
  readonly confidential: boolean;
  /** Empty for an open source. */
  readonly readerIds: string[];
  readonly mergedIntoId: string | null;
  readonly version: number;
  readonly createdById: string;
  readonly createdAt: Date;
}

const COLUMNS = Prisma.sql`s.id, s.name, s.kind, s.aliases, s.note, s.affiliations, s.description, s.confidential,
  CASE WHEN s.confidential THEN ARRAY(SELECT r.user_id::text FROM source_readers r WHERE r.source_id = s.id ORDER BY 1)
    ELSE '{}' END AS "readerIds",
  s.merged_into_id AS "mergedIntoId", s.version, s.created_by_id AS "createdById", s.created_at AS "createdAt"`;

/** @throws Refusal NOT_FOUND */
export async function selectSource(db: Queryable, id: string): Promise<SourceRow> {
  const [row] = await selectSourcesOf(db, [id]);
  if (row === undefined) throw new Refusal('NOT_FOUND');
  return row;
}

/** Those of these entries that there are, in the order of their ids. */
export const selectSourcesOf = (db: Queryable, ids: readonly string[]): Promise<SourceRow[]> =>
  db.$queryRaw<SourceRow[]>`SELECT ${COLUMNS} FROM sources s WHERE s.id = ANY(${ids}::uuid[]) ORDER BY s.id`;

/**
 * Another source that has this name, or has it as an alias, blind to case and accents.
 *
 * Confidential ones are not looked at: that a name is taken would give it away. So an open entry and a confidential
 * one may share a name, as may two confidential ones a description.
 */
export async function selectOptionalNamesake(
  db: Queryable,
  name: string,
  exceptId: string,
): Promise<SourceRow | undefined> {
  const folded = foldName(name);
  // LIKE finds what may be meant through the index; the comparison of whole lines decides.
  const [row] = await db.$queryRaw<SourceRow[]>`
    SELECT ${COLUMNS} FROM sources s
    WHERE s.search LIKE ${`%${literal(folded)}%`} AND ${folded} = ANY(string_to_array(s.search, E'\n'))
      AND s.id <> ${exceptId}::uuid AND NOT s.confidential AND s.merged_into_id IS NULL
    ORDER BY s.search, s.id LIMIT 1`;
  return row;
}

/**
 * The last row's id, and whether the list is of names that are spelt nearly so. The row's place is looked up: a name
 * can be long, and is not carried about.
 */
const Key = z.tuple([z.uuid(), z.boolean()]);

/**
 * A page of the register: by name, or where `q` has words the best matches first. An entry that was merged is found
 * under the one that it was merged into.
 *
 * Names that are spelt nearly so come only where none is spelt so: they are looked for in the whole register, which
 * takes long for a list that follows typing.
 */
export async function selectSources(
  db: Queryable,
  { q = '', cursor, limit }: QueryOf<typeof ListSources>,
): Promise<{ rows: SourceRow[]; nextCursor: string | null }> {
  const [after, nearly] = readCursor(cursor, Key) ?? [];
  const folded = foldName(q);
  if (folded === '') return selectPage(db, BY_NAME, { after, limit, nearly: false });
  if (nearly !== true) {
    const page = await selectPage(db, bestOf(folded), { after, limit, nearly: false });
    if (after !== undefined || page.rows.length > 0) return page;
  }
  return selectPage(db, nearestTo(folded), { after, limit, nearly: true });
}

interface Order {
  /** Which rows are meant. */
  readonly matches: Types.Sql;
  /** Where a row stands among them: a list of expressions, ascending. */
  readonly place: Types.Sql;
}

async function selectPage(
  db: Queryable,
  { matches, place }: Order,
  { after, limit, nearly }: { after: string | undefined; limit: number; nearly: boolean },
): Promise<{ rows: SourceRow[]; nextCursor: string | null }> {
  const from =
    after === undefined
      ? Prisma.sql`true`
      : Prisma.sql`(${place}) > (SELECT ${place} FROM sources s WHERE s.id = ${after}::uuid)`;
  // One more than the page tells whether there is another.
  const found = await db.$queryRaw<SourceRow[]>`
    SELECT ${COLUMNS} FROM sources s
    WHERE s.merged_into_id IS NULL AND ${matches} AND ${from} ORDER BY ${place} LIMIT ${limit + 1}`;
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, nextCursor: last === undefined ? null : writeCursor([last.id, nearly]) };
}

const PLACE_BY_NAME = Prisma.sql`s.search, s.id`;
const BY_NAME: Order = { matches: Prisma.sql`true`, place: PLACE_BY_NAME };

/** Signs between words, each a blank in what words are looked for in. */
const BETWEEN = `\n-'"(.,/`;
const WORDS = Prisma.sql`' ' || translate(s.search, ${BETWEEN}, ${' '.repeat(BETWEEN.length)})`;
const wordsOf = (q: string) => q.replace(/[-'"(.,/]/g, ' ');

/**
 * How well a source fits, best first: a name as it was typed; one that begins so; one in which a word begins so; one
 * in which words begin with each of the words; one that holds it anywhere.
 */
function bestOf(q: string): Order {
  const anywhere = Prisma.sql`s.search LIKE ${`%${literal(q)}%`}`;
  // The first half of each pair is for the index.
  const each = wordsOf(q)
    .split(' ')
    .filter((word) => word !== '')
    .map(literal)
    .map((word) => Prisma.sql`s.search LIKE ${`%${word}%`} AND ${WORDS} LIKE ${`% ${word}%`}`);
  const eachWord = each.length === 0 ? Prisma.sql`false` : Prisma.join(each, ' AND ');
  const fit = Prisma.sql`CASE
    WHEN ${q} = ANY(string_to_array(s.search, E'\n')) THEN 0
    WHEN E'\n' || s.search LIKE ${`%\n${literal(q)}%`} THEN 1
    WHEN ${WORDS} LIKE ${`% ${literal(wordsOf(q))}%`} THEN 2
    WHEN ${eachWord} THEN 3
    ELSE 4 END`;
  return {
    matches: Prisma.sql`(${anywhere} OR (${eachWord}))`,
    place: Prisma.sql`${fit}, ${PLACE_BY_NAME}`,
  };
}

/**
 * Share of three-letter groups in common from which a name counts as spelt nearly so. Of "lighthuose", "Lighthouse
 * Keepers" has 0.55 and "Flight School" 0.27.
 */
const NEAR = 0.45;

function nearestTo(q: string): Order {
  const likeness = Prisma.sql`word_similarity(${q}, s.search)`;
  return { matches: Prisma.sql`${likeness} >= ${NEAR}`, place: Prisma.sql`-${likeness}, ${PLACE_BY_NAME}` };
}

/** A text as a LIKE pattern that stands for itself. */
const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&');
