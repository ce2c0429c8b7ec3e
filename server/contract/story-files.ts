/** Stories as files: wire formats and documents, and what they say beside the words. */
import { z } from 'zod';
import { Id, line, RevisionNumber, Time, WebAddress } from './common.ts';
import { IMPORT_FORMATS, ImportFormat } from './formats.ts';

/** A file that a story comes as may be this large, in bytes; its words have the limit of every story. */
export const MAX_STORY_FILE_BYTES = 10 * 1024 * 1024;

/** How files of a format are called, in small letters with their full stops. */
export const EXTENSIONS: Readonly<Record<ImportFormat, readonly string[]>> = {
  text: ['.txt', '.text'],
  ninjs: ['.json', '.ninjs'],
  'newsml-g2': ['.xml', '.newsml'],
  nitf: ['.nitf'],
  html: ['.html', '.htm', '.xhtml'],
  docx: ['.docx', '.docm'],
  pdf: ['.pdf'],
  markdown: ['.md', '.markdown'],
};

/** Media types beside its own under which a format is sent. */
const ALSO_SENT_AS: Readonly<Record<ImportFormat, readonly string[]>> = {
  text: [],
  // Not JSON's own: under it the body is the request's.
  ninjs: [],
  'newsml-g2': ['application/vnd.iptc.g2.newsmessage+xml'],
  nitf: [],
  html: ['application/xhtml+xml'],
  docx: [],
  pdf: [],
  markdown: ['text/x-markdown'],
};

/** The format that a media type stands for; null where it tells only that it is a file. */
export const FORMAT_OF_MEDIA: ReadonlyMap<string, ImportFormat | null> = new Map([
  ['application/octet-stream', null],
  ['application/xml', null],
  ['text/xml', null],
  ...ImportFormat.options.flatMap((format) =>
    [IMPORT_FORMATS[format].mediaType.replace(/;.*/s, ''), ...ALSO_SENT_AS[format]].map(
      (media): [string, ImportFormat] => [media, format],
    ),
  ),
]);

/** How it is called, where it came from. */
const FileName = line(255);

/** A file within JSON, beside what an editor says of it. */
export const StoryFile = z.strictObject({
  name: FileName,
  /** Told by its bytes where it is left out. */
  format: ImportFormat.optional(),
  /** The bytes in base64 (RFC 4648, 4). */
  base64: z.string(),
  /**
   * Where it was fetched; by this its story is known where the file bears no identifier. Those that it bears tell stories of
   * its site apart, and never name one that came from elsewhere.
   */
  url: WebAddress.optional(),
  /** Of its text, as the server said that gave it: of a page or a plain text it counts more than what stands in it. */
  charset: line(40).optional(),
});
export type StoryFile = z.infer<typeof StoryFile>;

/** What is told of a file that is the body of the request itself. */
export const StoryFileQuery = z.strictObject({ format: ImportFormat.optional(), name: FileName.optional() });

/** Of an identifier's value, in UTF-16 code units: longer ones are in no index, and no story is found by them. */
export const MAX_IDENTIFIER = 500;

export const Identifier = z.strictObject({
  /** `uri`, `guid`, or what the format calls it. */
  scheme: z.string(),
  value: z.string(),
});
export type Identifier = z.infer<typeof Identifier>;

/** One thing that a file says and Claimdesk has no place for. */
export const Said = z.strictObject({
  /** Where in the file: `subjects[0].name`. */
  name: z.string(),
  value: z.string(),
});
export type Said = z.infer<typeof Said>;

/** What a file says of a story beside what the story itself keeps. */
export const FileFacts = z.strictObject({
  format: ImportFormat,
  name: z.string(),
  /** Bytes. */
  size: z.int(),
  /** The first one is the story's own over all its versions. */
  identifiers: z.array(Identifier),
  /** As the file has it; null where it tells none. */
  version: z.string().nullable(),
  versionCreated: Time.nullable(),
  /** `usable`, `withheld`, `canceled`, or what else it says. */
  status: z.string().nullable(),
  /** Not to be published before. */
  embargoedUntil: Time.nullable(),
  editorialNote: z.string().nullable(),
  /** In the order of the file; a long file has more, which the file itself keeps. */
  rest: z.array(Said),
});
export type FileFacts = z.infer<typeof FileFacts>;

/**
 * What bringing a file in would do. `new`: a story that is not here. `newer`: the next revision of one that is. `same`:
 * nothing, this version is here. `older`: refused, a newer one is here. `differs`: refused, it bears the number of the
 * version that is here, and other words.
 */
export const Arrives = z.enum(['new', 'newer', 'same', 'older', 'differs']);
export type Arrives = z.infer<typeof Arrives>;

/** A file as it was understood, and the story that it is a version of. */
export const FileReading = z.strictObject({
  ...FileFacts.shape,
  sourceUrl: z.string().nullable(),
  arrives: Arrives,
  /** The story of the same identifier that this person may see; null where none is. */
  here: z
    .strictObject({
      id: Id,
      title: z.string(),
      /** The current one. */
      revision: z.int(),
      /** Of the newest file of it. */
      version: z.string().nullable(),
      versionCreated: Time.nullable(),
      /** True where its text was edited here since that file. */
      edited: z.boolean(),
    })
    .nullable(),
});
export type FileReading = z.infer<typeof FileReading>;

/** What the editor saw that a file would do; where it would do something else by now, nothing is done. */
export const Onto = z.strictObject({ articleId: Id, baseRevision: RevisionNumber }).nullable();
