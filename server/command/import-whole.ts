/** `claimdesk import` of a story that another Claimdesk exported: a document by itself, or a package with its files. */
import { createHash } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { z } from 'zod';
import { Access, GetArticle } from '../contract/articles.ts';
import { Id } from '../contract/common.ts';
import { STORY_FORMATS } from '../contract/formats.ts';
import { PROBLEMS } from '../contract/problem.ts';
import { ImportStory, MAX_DOCUMENT_BYTES } from '../contract/stories.ts';
import { readEntry } from '../domain/exchange/in/zip/content.ts';
import { openZip } from '../domain/exchange/in/zip/directory.ts';
import type { ZipSource } from '../domain/exchange/in/zip/model.ts';
import { isPackage, isWholeStory, PACKAGE_LIMITS, sortedEntries } from '../domain/exchange/story/package.ts';
import type { Desk } from './desk.ts';
import { NotDone, WrongFile } from './failures.ts';
import type { ImportOptions, Outcome } from './import.ts';

/** Of its document what is needed here; the desk holds all of it to the contract. */
const Head = z.object({
  story: z.object({ article: z.object({ id: Id, title: z.string(), access: Access }) }),
  manifest: z.object({ files: z.array(z.string()).optional() }),
});

interface WholeFile {
  readonly bytes: Blob;
  readonly type: string;
  readonly head: z.output<typeof Head>;
  /** Of the document's text, hexadecimal. */
  readonly sha256: string;
}

/** The whole story that a file is; null also for one that is broken: what is wrong is told where it is brought in. */
export async function optionalWhole(file: string): Promise<WholeFile | null> {
  try {
    const bytes = await openAsBlob(file);
    const packed = /\.zip$/i.test(file);
    const text = packed ? await packedDocument(bytes) : await loneDocument(bytes);
    if (text === null) return null;
    const { mediaType } = STORY_FORMATS['claimdesk-package'];
    return {
      bytes,
      type: packed ? mediaType : 'application/json',
      head: Head.parse(JSON.parse(text.replace(/^\ufeff/, ''))),
      sha256: createHash('sha256').update(text).digest('hex'),
    };
  } catch {
    return null;
  }
}

async function loneDocument(bytes: Blob): Promise<string | null> {
  const begins = isWholeStory(await bytes.slice(0, 400).text());
  return begins && bytes.size <= MAX_DOCUMENT_BYTES ? bytes.text() : null;
}

async function packedDocument(bytes: Blob): Promise<string | null> {
  const source: ZipSource = {
    size: bytes.size,
    read: async (at, length) => Buffer.from(await bytes.slice(at, at + length).arrayBuffer()),
  };
  const zip = await openZip(source, PACKAGE_LIMITS);
  if (!zip.ok || !isPackage(zip.entries)) return null;
  const { document } = sortedEntries(zip.entries);
  const content = document === null ? null : await readEntry(source, document);
  return content?.ok === true ? content.bytes.toString('utf8') : null;
}

/**
 * Bring it in as it is, unless it is here.
 *
 * @throws WrongFile, NotDone, Stopped
 */
export async function importWhole(
  desk: Desk,
  { bytes, type, head, sha256 }: WholeFile,
  { restricted, dryRun }: Pick<ImportOptions, 'restricted' | 'dryRun'>,
): Promise<Outcome> {
  const { id, title, access } = head.story.article;
  const here = await titleHere(desk, id);
  if (here !== null) return ['already', id, here];
  // The same as where many are brought in at once.
  if (restricted && access !== 'restricted') throw new WrongFile(PROBLEMS.STORY_IS_OPEN[1]);
  if (type === 'application/json' && (head.manifest.files ?? []).length > 0)
    throw new WrongFile(PROBLEMS.FILES_LEFT_BEHIND[1]);
  if (dryRun) return ['would', id, title];
  await desk.call(ImportStory, { file: { bytes, type }, key: `whole-${type}-${sha256}` });
  return ['new', id, title];
}

async function titleHere(desk: Desk, articleId: Id): Promise<string | null> {
  try {
    return (await desk.call(GetArticle, { params: { articleId } })).title;
  } catch (error) {
    if (error instanceof NotDone && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}
