/** Files that stories came as, as rows. */
import type { Arrival } from '../../contract/arrivals.ts';
import type { Article } from '../../contract/articles.ts';
import { Refusal } from '../../contract/problem.ts';
import { FileFacts, type FileReading } from '../../contract/story-files.ts';
import type { Queryable } from '../../database/client.ts';
import type { Version } from '../../domain/exchange/in/arrives.ts';
import { visibleTo } from '../articles/access.ts';

interface Reader {
  readonly id: string;
}

interface ArrivalRow {
  readonly number: number;
  readonly revision: number;
  readonly sha256: Uint8Array;
  readonly wordsSha256: Uint8Array;
  readonly facts: unknown;
  readonly here: boolean;
  readonly createdBy: string;
  readonly createdAt: Date;
}

/** Newest first. Whether the story may be seen is asked before. */
async function selectArrivals(db: Queryable, articleId: string): Promise<ArrivalRow[]> {
  return db.$queryRaw`
    SELECT number, revision, sha256, words_sha256 AS "wordsSha256", facts, NOT elsewhere AS here, created_by_id AS "createdBy",
      created_at AS "createdAt"
    FROM arrivals WHERE article_id = ${articleId}::uuid ORDER BY number DESC`;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

export async function presentArrivals(db: Queryable, articleId: string): Promise<Arrival[]> {
  const rows = await selectArrivals(db, articleId);
  return rows.map(({ wordsSha256: _words, facts, sha256, createdAt, ...row }) => ({
    ...row,
    ...FileFacts.parse(facts),
    sha256: hex(sha256),
    createdAt: createdAt.toISOString(),
  }));
}

/** What the newest file of a story says beside its words, as the story itself shows it. */
export async function presentNewestFile(db: Queryable, articleId: string): Promise<Article['arrival']> {
  const [row] = await db.$queryRaw<{ facts: unknown }[]>`
    SELECT facts - 'rest' - 'identifiers' AS facts FROM arrivals WHERE article_id = ${articleId}::uuid
    ORDER BY number DESC LIMIT 1`;
  return row === undefined ? null : FileFacts.omit({ rest: true, identifiers: true }).parse(row.facts);
}

/** @throws Refusal NOT_FOUND also where its story is not for this person, FILE_ELSEWHERE where its bytes never came here */
export async function selectArrivalFile(
  db: Queryable,
  user: Reader,
  { articleId, number }: { readonly articleId: string; readonly number: number },
): Promise<{ name: string; size: number; sha256: Uint8Array }> {
  const [row] = await db.$queryRaw<{ name: string; size: number; sha256: Uint8Array; elsewhere: boolean }[]>`
    SELECT f.name, f.size, f.sha256, f.elsewhere FROM arrivals f JOIN articles a ON a.id = f.article_id
    WHERE f.article_id = ${articleId}::uuid AND f.number = ${number} AND ${visibleTo(user)}`;
  if (row === undefined) throw new Refusal('NOT_FOUND');
  if (row.elsewhere) throw new Refusal('FILE_ELSEWHERE');
  return row;
}

/** A story that came as a file before, with the files that it came as. */
export interface Known extends NonNullable<FileReading['here']> {
  readonly language: string;
  readonly sourceUrl: string | null;
  /** Newest first. */
  readonly files: readonly Version[];
}

/** The newest story of an identifier among those that this person may see: to them there is no other. */
export async function selectKnown(
  db: Queryable,
  user: Reader,
  identifier: string | undefined,
): Promise<Known | undefined> {
  if (identifier === undefined) return undefined;
  const [row] = await db.$queryRaw<Pick<Known, 'id' | 'title' | 'revision' | 'language' | 'sourceUrl'>[]>`
    SELECT a.id, a.title, a.current_revision AS revision, a.language, a.source_url AS "sourceUrl"
    FROM articles a JOIN article_identifiers i ON i.article_id = a.id
    WHERE i.value = ${identifier} AND ${visibleTo(user)} ORDER BY a.created_at DESC, a.id DESC LIMIT 1`;
  if (row === undefined) return undefined;
  const files = (await selectArrivals(db, row.id)).map((file) => {
    const { version, versionCreated } = FileFacts.parse(file.facts);
    const digests = { fileSha256: hex(file.sha256), wordsSha256: hex(file.wordsSha256) };
    return { version, versionCreated, revision: file.revision, ...digests };
  });
  const [newest] = files;
  return {
    ...row,
    version: newest?.version ?? null,
    versionCreated: newest?.versionCreated ?? null,
    edited: newest !== undefined && newest.revision !== row.revision,
    files,
  };
}
