/** Entries of the register as rows. */
import { Refusal } from '../../contract/problem.ts';
import type { SourceKind } from '../../contract/sources.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import { foldName } from '../../domain/sources/search-text.ts';

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

export const SOURCE_COLUMNS = Prisma.sql`s.id, s.name, s.kind, s.aliases, s.note, s.affiliations, s.description, s.confidential,
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
  db.$queryRaw<
    SourceRow[]
  >`SELECT ${SOURCE_COLUMNS} FROM sources s WHERE s.id = ANY(${ids}::uuid[]) ORDER BY s.id`;

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
    SELECT ${SOURCE_COLUMNS} FROM sources s
    WHERE s.search LIKE ${`%${literal(folded)}%`} AND ${folded} = ANY(string_to_array(s.search, E'\n'))
      AND s.id <> ${exceptId}::uuid AND NOT s.confidential AND s.merged_into_id IS NULL
    ORDER BY s.search, s.id LIMIT 1`;
  return row;
}

/** A text as a LIKE pattern that stands for itself. */
export const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&');
