/** A story as a package: its document, then its files one after the other, at the reader's pace. */
import { createHash } from 'node:crypto';
import { Refusal } from '../../contract/problem.ts';
import { MAX_PACKAGE_BYTES, MAX_PACKAGE_FILES } from '../../contract/stories.ts';
import type { Queryable } from '../../database/client.ts';
import type { ExportHead } from '../../domain/exchange/json.ts';
import { DOCUMENT_NAME, fileName } from '../../domain/exchange/story/package.ts';
import type { Services } from '../../services.ts';
import type { Rows } from '../exports/writers.ts';
import { zipFile } from '../exports/zip.ts';
import { openBytes, requireBytes } from '../files/file-store.ts';
import { storyFile } from './story-file.ts';

/** Photographs, sound and PDF are packed already. */
const AS_IS = 0;

/**
 * The package, in pieces.
 *
 * @throws Refusal before its first piece: FILE_LOST where a file is not where it was kept, PACKAGE_TOO_LARGE where no package holds
 *   so much
 */
export async function* storyPackage(
  rows: Rows,
  articleId: string,
  head: ExportHead,
  { historyKey, filesDir }: Pick<Services, 'historyKey' | 'filesDir'>,
): AsyncGenerator<Uint8Array> {
  const files = await selectFiles(rows, articleId);
  const digests = files.map(({ digest }) => digest);
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (files.length > MAX_PACKAGE_FILES || size > MAX_PACKAGE_BYTES) throw new Refusal('PACKAGE_TOO_LARGE');
  for (const digest of digests) await requireBytes(filesDir, Buffer.from(digest, 'hex'));
  const zip = zipFile(new Date(head.generatedAt));
  yield* zip.add(DOCUMENT_NAME, storyFile(rows, articleId, head, { historyKey, files: digests }));
  for (const digest of digests) yield* zip.add(fileName(digest), bytesOf(filesDir, digest), AS_IS);
  yield zip.end();
}

/** Each once, however often it is attached; those that are here. */
function selectFiles(db: Queryable, articleId: string): Promise<{ digest: string; size: number }[]> {
  return db.$queryRaw`
    SELECT encode(sha256, 'hex') AS digest, size FROM (
      SELECT sha256, size FROM files WHERE article_id = ${articleId}::uuid AND NOT elsewhere
      UNION SELECT sha256, size FROM arrivals WHERE article_id = ${articleId}::uuid AND NOT elsewhere) AS kept
    ORDER BY sha256`;
}

/** What is no longer what it was when it was kept ends the package in its middle: it must not look whole. */
async function* bytesOf(folder: string, digest: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const piece of await openBytes(folder, Buffer.from(digest, 'hex'))) {
    hash.update(piece);
    yield piece;
  }
  if (hash.digest('hex') !== digest) throw new Error('a file is not what it was when it was kept');
}
