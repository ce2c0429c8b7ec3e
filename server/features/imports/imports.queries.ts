/** Imports and their files, as rows and as the API answers them. Each is for the person who began it alone. */
import { z } from 'zod';
import { Offset } from '../../contract/common.ts';
import type { QueryOf } from '../../contract/endpoint.ts';
import {
  Import,
  ImportFile,
  type ImportState,
  type ListImportFiles,
  type ListImports,
} from '../../contract/imports.ts';
import { PROBLEMS, Refusal } from '../../contract/problem.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { readCursor, writeCursor } from '../../http/cursor.ts';
import { visibleTo } from '../articles/access.ts';
import { Terms } from './terms.ts';

interface Owner {
  readonly id: string;
}

interface ImportRow {
  readonly id: string;
  readonly name: string;
  readonly state: ImportState;
  readonly terms: unknown;
  readonly isKept: boolean;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly counts: Partial<Import['counts']> | null;
}

const NONE: Import['counts'] = { awaited: 0, waiting: 0, stored: 0, newer: 0, already: 0, refused: 0 };

const selectRows = (db: Queryable, user: Owner, which: Types.Sql, limit: number): Promise<ImportRow[]> =>
  db.$queryRaw`
    SELECT i.id, i.name, i.state, i.terms, i.is_kept AS "isKept", i.created_at AS "createdAt",
      i.finished_at AS "finishedAt", (
        SELECT jsonb_object_agg(state, count) FROM (
          SELECT state, count(*)::int AS count FROM import_files WHERE import_id = i.id GROUP BY state
        ) counted) AS counts
    FROM imports i WHERE i.user_id = ${user.id}::uuid AND ${which}
    ORDER BY i.created_at DESC, i.id DESC LIMIT ${limit}`;

function presentRow({ terms, isKept, counts, createdAt, finishedAt, ...row }: ImportRow): Import {
  const told = { ...NONE, ...counts };
  return Import.parse({
    ...row,
    access: Terms.parse(terms).access,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    counts: told,
    canRetry: isKept && told.refused > 0,
  });
}

/** @throws Refusal NOT_FOUND also for an import of someone else */
export async function presentImport(db: Queryable, user: Owner, id: string): Promise<Import> {
  const [row] = await selectRows(db, user, Prisma.sql`i.id = ${id}::uuid`, 1);
  if (row === undefined) throw new Refusal('NOT_FOUND');
  return presentRow(row);
}

const Place = z.tuple([z.iso.datetime(), z.uuid()]);

export async function presentImports(
  db: Queryable,
  user: Owner,
  { cursor, limit }: QueryOf<typeof ListImports>,
): Promise<{ items: Import[]; nextCursor: string | null }> {
  const place = readCursor(cursor, Place);
  const after =
    place === null
      ? Prisma.sql`true`
      : Prisma.sql`(i.created_at, i.id) < (${new Date(place[0])}, ${place[1]}::uuid)`;
  const rows = await selectRows(db, user, after, limit + 1);
  const items = rows.slice(0, limit).map(presentRow);
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.createdAt, last.id]) : null,
  };
}

interface FileRow extends Pick<ImportFile, 'number' | 'path' | 'size' | 'state' | 'revision'> {
  readonly problem: string | null;
  readonly detail: string | null;
  readonly articleId: string | null;
  readonly title: string | null;
}

/** A code that is not known any more is still told. */
const titleOf = (code: string): string =>
  Object.entries(PROBLEMS).find(([name]) => name === code)?.[1][1] ?? code;

function presentFile({ problem, detail, articleId, title, ...row }: FileRow): ImportFile {
  return ImportFile.parse({
    ...row,
    problem: problem === null ? null : { code: problem, title: titleOf(problem), detail },
    article: articleId === null || title === null ? null : { id: articleId, title },
  });
}

/** Whose the import is, is asked before; whether a story of it is still for them, here. */
async function selectFiles(
  db: Queryable,
  user: Owner,
  importId: string,
  which: Types.Sql,
  limit: number,
): Promise<ImportFile[]> {
  const rows = await db.$queryRaw<FileRow[]>`
    SELECT f.number, f.path, f.size, f.state, f.problem, f.detail, f.article_id AS "articleId", f.revision, a.title
    FROM import_files f LEFT JOIN articles a ON a.id = f.article_id AND ${visibleTo(user)}
    WHERE f.import_id = ${importId}::uuid AND ${which} ORDER BY f.number LIMIT ${limit}`;
  return rows.map(presentFile);
}

/** @throws Refusal NOT_FOUND where the list has no such number */
export async function presentImportFile(
  db: Queryable,
  user: Owner,
  { importId, number }: { readonly importId: string; readonly number: number },
): Promise<ImportFile> {
  const [file] = await selectFiles(db, user, importId, Prisma.sql`f.number = ${number}`, 1);
  if (file === undefined) throw new Refusal('NOT_FOUND');
  return file;
}

export async function presentImportFiles(
  db: Queryable,
  user: Owner,
  importId: string,
  { state, cursor, limit }: QueryOf<typeof ListImportFiles>,
): Promise<{ items: ImportFile[]; nextCursor: string | null }> {
  const after = readCursor(cursor, z.tuple([Offset]))?.[0] ?? 0;
  const ofState = state === undefined ? Prisma.empty : Prisma.sql`AND f.state = ${state}`;
  const found = await selectFiles(db, user, importId, Prisma.sql`f.number > ${after} ${ofState}`, limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: found.length > limit && last !== undefined ? writeCursor([last.number]) : null,
  };
}
