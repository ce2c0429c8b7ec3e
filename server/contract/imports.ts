/** Many stories at once: a folder, or an archive, brought in file by file. */
import { z } from 'zod';
import { Access } from './articles.ts';
import { Cursor, Id, Language, Limit, line, MAX_COUNTER, Offset, page, Time } from './common.ts';
import { endpoint } from './endpoint.ts';

/** An archive may be this large, in bytes; it may unpack to twice as much. */
export const MAX_ARCHIVE_BYTES = 512 * 1024 * 1024;
/** Files at a time. */
export const MAX_IMPORT_FILES = 10_000;
/** Days for which files that were refused are kept, so that they can be tried again. */
export const REFUSED_KEPT_DAYS = 7;

/** Days after which an import that nobody finished is over: what it waits for is not sent any more. */
export const UNFINISHED_KEPT_DAYS = 30;
/** Imports of one person that are not over, at a time: the files of each are kept until it is. */
export const MAX_OPEN_IMPORTS = 20;

const JUNK = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\.git\/)/i;
/** What systems put into folders for themselves: nobody meant to bring it in. */
export const isJunk = (path: string): boolean => JUNK.test(path);

/**
 * `awaited`: listed, its bytes are not here yet. `waiting`: here, and not brought in yet. `stored`: a new story. `newer`:
 * the next revision of one that was here. `already`: nothing, it was here. `refused`: see its problem.
 */
export const ImportFileState = z.enum(['awaited', 'waiting', 'stored', 'newer', 'already', 'refused']);
export type ImportFileState = z.infer<typeof ImportFileState>;

/** `stopped`: what was not brought in by then is not. */
export const ImportState = z.enum(['running', 'paused', 'stopped']);
export type ImportState = z.infer<typeof ImportState>;

const count = z.int();
export const Import = z.strictObject({
  id: Id,
  /** The folder or the archive, as it is called where it came from. */
  name: z.string(),
  state: ImportState,
  access: Access,
  createdAt: Time,
  /** Null while there is something to do. */
  finishedAt: Time.nullable(),
  /** Files by what became of them. */
  counts: z.strictObject({
    awaited: count,
    waiting: count,
    stored: count,
    newer: count,
    already: count,
    refused: count,
  }),
  /** True while the files that were refused are kept. */
  canRetry: z.boolean(),
});
export type Import = z.infer<typeof Import>;

export const ImportFile = z.strictObject({
  /** From 1, in the order in which they were listed. */
  number: z.int().min(1),
  /** Within the folder or the archive. */
  path: z.string(),
  /** Bytes. */
  size: z.int(),
  state: ImportFileState,
  /** Why it was refused; null where it was not. */
  problem: z
    .strictObject({
      code: z.string(),
      title: z.string(),
      /** What and where, where that is known. */
      detail: z.string().nullable(),
    })
    .nullable(),
  /** The story that it is now, where this person may see it. */
  article: z.strictObject({ id: Id, title: z.string() }).nullable(),
  /** The revision that holds its words; null where nothing was stored. */
  revision: z.int().nullable(),
});
export type ImportFile = z.infer<typeof ImportFile>;

/** The same for all stories of it that are new. */
const Terms = {
  id: Id.optional(),
  /** What is brought in: the name of the folder or the archive. */
  name: line(255),
  access: Access.optional(),
  language: Language.optional(),
};

/** A path that a list can hold; longer and stranger ones are refused one by one where they are in an archive. */
const FilePath = line(1024);

export const CreateImport = endpoint('POST /api/imports', {
  summary:
    'Bring in many stories: a list of files that are sent one by one, or an archive (application/zip) with its name in the query',
  query: z.strictObject({
    ...Terms,
    name: Terms.name.optional(),
    /** Ids with commas between them. */
    memberIds: z
      .string()
      .max(200 * 37)
      .transform((ids) => ids.split(','))
      .pipe(z.array(Id).max(200))
      .optional(),
  }),
  body: z.strictObject({
    ...Terms,
    memberIds: z.array(Id).max(200).optional(),
    files: z
      .array(z.strictObject({ path: FilePath, size: Offset }))
      .min(1, 'there is no file in it')
      .max(MAX_IMPORT_FILES, `may be ${MAX_IMPORT_FILES} at most`)
      .refine((files) => new Set(files.map(({ path }) => path)).size === files.length, 'names a file twice'),
  }),
  answer: Import,
  creates: true,
  orFile: ['application/zip'],
});
export const ListImports = endpoint('GET /api/imports', {
  summary: 'What one brought in so, newest first',
  query: z.strictObject({ cursor: Cursor, limit: Limit }),
  answer: page(Import),
});
const ImportParams = z.strictObject({ importId: Id });
export const GetImport = endpoint('GET /api/imports/:importId', {
  summary: 'How far it is',
  params: ImportParams,
  answer: Import,
});
export const ListImportFiles = endpoint('GET /api/imports/:importId/files', {
  summary: 'Its files, in the order of the list, and what became of each',
  params: ImportParams,
  query: z.strictObject({ state: ImportFileState.optional(), cursor: Cursor, limit: Limit }),
  answer: page(ImportFile),
});
export const SendImportFile = endpoint('PUT /api/imports/:importId/files/:number', {
  summary: 'Send a file that is awaited; the body is the file (application/octet-stream)',
  params: z.strictObject({ importId: Id, number: z.coerce.number().int().min(1).max(MAX_COUNTER) }),
  answer: ImportFile,
  takes: 'application/octet-stream',
});
export const SetImportState = endpoint('PUT /api/imports/:importId/state', {
  summary: 'Pause it, let it go on, or stop it for good',
  params: ImportParams,
  body: z.strictObject({ state: ImportState }),
  answer: Import,
});
export const LeaveOutAwaited = endpoint('POST /api/imports/:importId/leave-out', {
  summary: 'Do without the files that are still awaited',
  params: ImportParams,
  answer: Import,
});
export const RetryImport = endpoint('POST /api/imports/:importId/retry', {
  summary: 'Try the files that were refused once more, while they are kept',
  params: ImportParams,
  answer: Import,
});
export const GetImportSummary = endpoint('GET /api/imports/:importId/summary', {
  summary: 'Each file and what became of it, as CSV for a spreadsheet',
  params: ImportParams,
  answer: z.unknown(),
  media: ['text/csv'],
});
