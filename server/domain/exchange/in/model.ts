/** What every reader of a format gives: a story, or why there is none. */
import type { BlockRole } from '../../../contract/articles.ts';
import type { ImportFormat } from '../../../contract/formats.ts';
import type { FileFacts } from '../../../contract/story-files.ts';

export interface ImportedBlock {
  readonly role: BlockRole;
  /** One line, not blank, without white space around it. */
  readonly text: string;
}

/** What a file says, in the project's own terms. Null is what it does not say. */
export interface Imported
  extends Pick<
    FileFacts,
    'identifiers' | 'version' | 'versionCreated' | 'status' | 'embargoedUntil' | 'editorialNote' | 'rest'
  > {
  readonly title: string | null;
  readonly byline: string | null;
  readonly agency: string | null;
  /** Where it was filed; what is printed in the text comes before it. */
  readonly dateline: string | null;
  /** ISO 8601 UTC. */
  readonly publishedAt: string | null;
  readonly language: string | null;
  readonly sourceUrl: string | null;
  /** Blocks in the order of the file, furniture among them; or a text that is read as a pasted one is. */
  readonly words: readonly ImportedBlock[] | string;
}

/** All words of a file, before anything is left out. */
export const wordsOf = ({ words }: Imported): string =>
  typeof words === 'string' ? words : words.map(({ text }) => text).join('\n\n');

/** Why a file is no story. Codes of the API's refusals. */
export type ImportProblem =
  | 'FILE_UNKNOWN'
  | 'FILE_BROKEN'
  | 'FILE_ENCODING'
  | 'FILE_ENTITIES'
  | 'FILE_TOO_DEEP'
  | 'FILE_UNPACKS'
  | 'FILE_TAKES_LONG'
  | 'FILE_NO_STORY'
  | 'EMPTY_STORY';

export type Read =
  | { readonly ok: true; readonly story: Imported }
  | {
      readonly ok: false;
      readonly problem: ImportProblem;
      /** What and where, for whoever can put it right. */
      readonly detail?: string;
    };

/** A file to read. */
export interface Unopened {
  readonly bytes: Uint8Array;
  /** As it was told; null where its bytes are to tell it, or else its name. */
  readonly format: ImportFormat | null;
  readonly name: string;
  /** As its server told it, for what does not tell it better itself. */
  readonly charset?: string | undefined;
}

/** A file that was read in the format that was told, or that it told itself. */
export type ReadAs =
  | (Extract<Read, { ok: true }> & { readonly format: ImportFormat })
  | (Extract<Read, { ok: false }> & { readonly format: ImportFormat | null });

/** What a file is; null for what is of no format that is read. */
export type TellFormat = (bytes: Uint8Array, name: string) => Promise<ImportFormat | null>;

export const unread = (problem: ImportProblem, detail?: string): Read & { readonly ok: false } =>
  detail === undefined ? { ok: false, problem } : { ok: false, problem, detail };
