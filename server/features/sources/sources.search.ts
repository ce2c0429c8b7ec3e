/** Looking sources up, and listing them. */
import { z } from 'zod';
import type { QueryOf } from '../../contract/endpoint.ts';
import type { ListSources } from '../../contract/sources.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { foldName } from '../../domain/sources/search-text.ts';
import { readCursor, writeCursor } from '../../http/cursor.ts';
import { literal, SOURCE_COLUMNS, type SourceRow } from './sources.queries.ts';

/**
 * The last row's id, and whether the list is of names that are spelt nearly so. The row's place is looked up: a name
 * can be long, and is not carried about.
 */
const Key = z.tuple([z.uuid(), z.boolean()]);

/**
 * A page of the register: by name, or where `q` has words the best matches first. An entry that was merged is found
 * under the one that it was merged into.
 *
 * Names that are spelt nearly so come only where none is spelt or sounds so: they are looked for in the whole register, which
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
    const [sound] = await db.$queryRaw<{ skeleton: string }[]>`SELECT name_skeleton(${folded}) AS skeleton`;
    const order = bestOf(folded, sound?.skeleton ?? '');
    const page = await selectPage(db, order, { after, limit, nearly: false });
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
    SELECT ${SOURCE_COLUMNS} FROM sources s
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
 * in which words begin with each of the words; one that holds it anywhere; then names that sound so, as they are
 * written elsewhere, the nearest in spelling first.
 */
function bestOf(q: string, skeleton: string): Order {
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
    WHEN ${anywhere} THEN 4
    ELSE 5 - word_similarity(${q}, s.search) / 2 END`;
  return {
    matches: Prisma.sql`(${anywhere} OR (${eachWord}) OR (${soundsLike(skeleton)}))`,
    place: Prisma.sql`${fit}, ${PLACE_BY_NAME}`,
  };
}

/** From so many consonants on, a word may be the beginning of another: `name_skeleton` leaves their vowels alike. */
const LONG = 4;

/**
 * Every word of what was typed sounds like one of the name's. One that has a single consonant would sound like too
 * many to be looked for alone.
 */
function soundsLike(skeleton: string): Types.Sql {
  const words = skeleton.split(' ').filter((word) => word !== '');
  const consonants = (word: string) => word.replace(/[ao]/g, '').length;
  if (!words.some((word) => consonants(word) > 1)) return Prisma.sql`false`;
  const patterns = words.map((word) => `% ${literal(word)}${consonants(word) < LONG ? ' ' : ''}%`);
  return Prisma.join(
    patterns.map((pattern) => Prisma.sql`name_skeleton(s.search) LIKE ${pattern}`),
    ' AND ',
  );
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
