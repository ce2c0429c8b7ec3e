/**
 * The readers by their format, and which of them a file is for.
 *
 * A hostile file keeps them busy, to tell what it is as well as to read it, and the libraries behind them take memory: this is
 * loaded on the thread that reads files and nowhere else in the server.
 */
import { ImportFormat } from '../../../contract/formats.ts';
import { EXTENSIONS } from '../../../contract/story-files.ts';
import { isDocx, readDocx } from './docx.ts';
import { isHtml } from './is-html.ts';
import { isMarkdown, readMarkdown } from './markdown.ts';
import { type Read, type ReadAs, type Unopened, unread } from './model.ts';
import { isNewsMl, readNewsMl } from './newsml-g2.ts';
import { isNinjs, readNinjs } from './ninjs.ts';
import { isNitf, readNitf } from './nitf.ts';
import { isPdf, readPdf } from './pdf.ts';
import { readText } from './text.ts';
import { decodeXml } from './xml-tree.ts';

interface Format {
  /** @param charset as the file's server told it, for what does not tell it better itself */
  readonly read: (bytes: Uint8Array, charset?: string) => Read | Promise<Read>;
  /** Whether the bytes say that they are of this format; those of a text say nothing. */
  readonly is: (file: Looked) => boolean;
}

/** A file as it is looked at to tell what it is. */
interface Looked {
  readonly bytes: Uint8Array;
  /** Empty where it is no text that is read here. */
  readonly text: string;
}

export const READERS: Readonly<Record<ImportFormat, Format>> = {
  text: { read: readText, is: () => false },
  ninjs: { read: readNinjs, is: ({ text }) => isNinjs(text) },
  'newsml-g2': { read: readNewsMl, is: ({ text }) => isNewsMl(text) },
  nitf: { read: readNitf, is: ({ text }) => isNitf(text) },
  // Loaded with its first page, and so on the thread that reads it: what knows web pages takes much memory.
  html: {
    read: async (bytes, charset) => (await import('./html.ts')).readHtml(bytes, charset),
    is: ({ text }) => isHtml(text),
  },
  pdf: { read: readPdf, is: ({ bytes }) => isPdf(bytes) },
  docx: { read: readDocx, is: ({ bytes }) => isDocx(bytes) },
  markdown: { read: readMarkdown, is: ({ text }) => isMarkdown(text) },
};

/** What a file is: by its bytes, else by how it is called, so that a broken one is refused as what it was meant to be. */
export function formatOf(bytes: Uint8Array, name: string): ImportFormat | null {
  const decoded = decodeXml(bytes);
  const looked = { bytes, text: decoded.ok ? decoded.text : '' };
  const known = ImportFormat.options.find((format) => READERS[format].is(looked));
  if (known !== undefined) return known;
  const lower = name.toLowerCase();
  return (
    ImportFormat.options.find((format) =>
      EXTENSIONS[format].some((extension) => lower.endsWith(extension)),
    ) ?? null
  );
}

/** Read a file in its format, or in the one that its bytes and its name tell; FILE_UNKNOWN where they tell none. */
export async function readAs({ bytes, format: told, name, charset }: Unopened): Promise<ReadAs> {
  const format = told ?? formatOf(bytes, name);
  if (format === null) return { ...unread('FILE_UNKNOWN'), format };
  return { ...(await READERS[format].read(bytes, charset)), format };
}
