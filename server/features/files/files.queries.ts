/** Attached files as rows, and as the contract shows them. */
import { MediaType, type StoredFile } from '../../contract/files.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Queryable } from '../../database/client.ts';
import { visibleTo } from '../articles/access.ts';

interface Reader {
  readonly id: string;
}

interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: Uint8Array;
  readonly here: boolean;
  readonly createdBy: string;
  readonly createdAt: Date;
}

/** @throws Refusal NOT_FOUND also where its story is not for this person, FILE_ELSEWHERE where its bytes never came here */
export async function selectFileHere(db: Queryable, user: Reader, fileId: string): Promise<FileRow> {
  const row = await selectFile(db, user, fileId);
  if (!row.here) throw new Refusal('FILE_ELSEWHERE');
  return row;
}

/** @throws Refusal NOT_FOUND also where its story is not for this person */
export async function selectFile(db: Queryable, user: Reader, fileId: string): Promise<FileRow> {
  const [row] = await db.$queryRaw<FileRow[]>`
    SELECT f.id, f.name, f.media_type AS "mediaType", f.size, f.sha256, NOT f.elsewhere AS here, f.created_by_id AS "createdBy",
      f.created_at AS "createdAt"
    FROM files f JOIN articles a ON a.id = f.article_id WHERE f.id = ${fileId}::uuid AND ${visibleTo(user)}`;
  if (row === undefined) throw new Refusal('NOT_FOUND');
  return row;
}

export const presentFile = (row: FileRow): StoredFile => ({
  ...row,
  mediaType: MediaType.parse(row.mediaType),
  sha256: Buffer.from(row.sha256).toString('hex'),
  createdAt: row.createdAt.toISOString(),
});
