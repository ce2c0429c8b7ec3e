/** `claimdesk import` of an archive: it is sent whole, and brought in file by file where Claimdesk is. */
import { createHash } from 'node:crypto';
import { createReadStream, openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Id } from '../contract/common.ts';
import {
  CreateImport,
  GetImport,
  type Import,
  type ImportFile,
  ListImportFiles,
  MAX_ARCHIVE_BYTES,
  RetryImport,
} from '../contract/imports.ts';
import { PROBLEMS } from '../contract/problem.ts';
import type { Desk } from './desk.ts';
import { fileWords, NotDone, Stopped, WrongFile } from './failures.ts';
import type { ImportOptions, Outcome } from './import.ts';
import { storyId } from './story-id.ts';
import type { Terminal } from './terminal.ts';

export const isArchive = (file: string): boolean => /\.zip$/i.test(file);

/** Milliseconds between two looks at how far it is. */
const EACH = 500;

/**
 * Bring an archive in. Its import bears an id made of the file: run again, it is the same one, which goes on where it was,
 * and tries those that were refused once more while they are kept.
 *
 * @returns what became of each file in it, under its path below the archive's
 * @throws WrongFile, NotDone, Stopped: then it goes on all the same where it is
 */
export async function importArchive(
  desk: Desk,
  terminal: Terminal,
  file: string,
  personId: Id,
  { restricted, language, dryRun, keepFurniture }: ImportOptions,
): Promise<(readonly [file: string, ...Outcome])[]> {
  if (dryRun || keepFurniture)
    throw new WrongFile('An archive takes neither --dry-run nor --keep-furniture: unpack it first.');
  const query = {
    id: await idOf(file, personId, `${restricted} ${language ?? ''}`),
    name: path.basename(file).replace(/\s+/g, ' ').trim().slice(-255),
    ...(restricted ? { access: 'restricted' as const } : {}),
    ...(language === undefined ? {} : { language }),
  };
  const params = { importId: query.id };
  let now = await begun(desk, file, query);
  if (now.finishedAt !== null && now.canRetry)
    now = await desk.call(RetryImport, { params, key: `retry-${query.id}-${Date.now()}` });
  while (now.finishedAt === null) {
    if (now.state !== 'running')
      throw new NotDone('It is paused. Let it go on at the page of what you bring in.');
    const { counts } = now;
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    terminal.progress(`${total - counts.waiting - counts.awaited} of ${total}: ${file}`);
    await wait(EACH, undefined, { signal: terminal.stop }).catch(() => {
      throw new Stopped();
    });
    now = await desk.call(GetImport, { params });
  }
  const outcomes: (readonly [string, ...Outcome])[] = [];
  let cursor: string | undefined;
  do {
    const page = await desk.call(ListImportFiles, { params, query: { cursor, limit: 200 } });
    for (const one of page.items) outcomes.push([path.join(file, one.path), ...outcomeOf(one)]);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return outcomes;
}

/** What is brought in under this id already, else what comes to be. */
async function begun(
  desk: Desk,
  file: string,
  query: { readonly id: Id; readonly name: string },
): Promise<Import> {
  try {
    return await desk.call(GetImport, { params: { importId: query.id } });
  } catch (error) {
    if (!(error instanceof NotDone) || error.code !== 'NOT_FOUND') throw error;
  }
  try {
    const bytes = await openAsBlob(file);
    return await desk.call(CreateImport, { query, file: { bytes, type: 'application/zip' }, key: query.id });
  } catch (error) {
    // An archive that is refused whole says nothing of other files.
    if (error instanceof NotDone && /^(?:ZIP_|FILE_|EMPTY_FILE|TOO_LARGE)/.test(error.code ?? ''))
      throw new WrongFile(error.message, error.code);
    throw error;
  }
}

async function idOf(file: string, personId: Id, options: string): Promise<Id> {
  try {
    const { size, mtime } = await stat(file);
    if (size > MAX_ARCHIVE_BYTES) throw new WrongFile(PROBLEMS.TOO_LARGE[1]);
    const hash = createHash('sha256').update(options);
    for await (const piece of createReadStream(file)) hash.update(piece);
    return storyId({ personId, text: hash.digest('hex'), savedAt: mtime });
  } catch (error) {
    if (error instanceof WrongFile) throw error;
    throw new WrongFile(`It cannot be read: ${fileWords(error)}.`);
  }
}

function outcomeOf({ state, article, problem, revision }: ImportFile): Outcome {
  const [id, title] = [article?.id ?? '-', article?.title ?? ''];
  if (state === 'stored') return ['new', id, title];
  if (state === 'newer') return ['newer', id, `revision ${revision}: ${title}`];
  if (state === 'already') return ['already', id, title];
  const why = problem?.title ?? PROBLEMS.IMPORT_STOPPED[1];
  return ['refused', '-', problem?.detail ? `${why.replace(/\.$/, '')}: ${problem.detail}.` : why];
}
