/** The readers by their format, and which of them a file is for. */
import { ImportFormat } from '../../../contract/formats.ts';
import { EXTENSIONS } from '../../../contract/story-files.ts';
import { isDocx, readDocx } from './docx.ts';
import { isHtml, readHtml } from './html.ts';
import type { Read } from './model.ts';
import { isNewsMl, readNewsMl } from './newsml-g2.ts';
import { isNinjs, readNinjs } from './ninjs.ts';
import { isNitf, readNitf } from './nitf.ts';
import { readText } from './text.ts';
import { decodeXml } from './xml-tree.ts';

interface Format {
  readonly read: (bytes: Uint8Array) => Read | Promise<Read>;
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
  html: { read: readHtml, is: ({ text }) => isHtml(text) },
  docx: { read: readDocx, is: ({ bytes }) => isDocx(bytes) },
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
