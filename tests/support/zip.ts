/** Archives for tests, honest and lying ones. */
import { deflateRawSync } from 'node:zlib';

interface Lies {
  /** What the directory says of the size of each part. */
  readonly size?: number;
  /** Bit 0 of the flags. */
  readonly locked?: boolean;
  readonly method?: number;
  /** How many entries the directory says that it has. */
  readonly count?: number;
  /** The numbers of the end stand in a record for large archives as well. */
  readonly large?: boolean;
  readonly comment?: string;
}

/** How one part is not as others. */
interface Part {
  readonly method?: number;
  readonly flags?: number;
  /** Unix permissions. */
  readonly mode?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly packed?: number;
  readonly offset?: number;
  /** The name before its data. */
  readonly localName?: string;
  /** Fields of its own in the directory. */
  readonly extra?: Buffer;
  /** Bytes between its data and the next part. */
  readonly gap?: number;
}

type Parts = readonly (readonly [name: string | Buffer, content: string | Buffer, part?: Part])[];

export function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

export function zipOf(parts: Parts, lies: Lies = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content, part = {}] of parts) {
    const bytes = Buffer.from(content);
    const method = part.method ?? lies.method ?? 8;
    const packed = method === 0 ? bytes : deflateRawSync(bytes);
    const title = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(part.flags ?? (lies.locked ? 1 : 0), 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(part.crc ?? crc32(bytes), 10);
    shared.writeUInt32LE(part.packed ?? packed.length, 14);
    shared.writeUInt32LE(part.size ?? lies.size ?? bytes.length, 18);
    shared.writeUInt16LE(title.length, 22);
    const localTitle = part.localName === undefined ? title : Buffer.from(part.localName);
    const gap = Buffer.alloc(part.gap ?? 0);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), shared, localTitle, packed, gap]);
    const entry = Buffer.alloc(46);
    entry.write('504b01021400', 'hex');
    shared.copy(entry, 6, 0, 24);
    if (part.mode !== undefined) entry.writeUInt8(3, 5);
    entry.writeUInt16LE(part.extra?.length ?? 0, 30);
    entry.writeUInt16LE(part.mode ?? 0, 40);
    entry.writeUInt32LE(part.offset ?? offset, 42);
    directory.push(entry, title, part.extra ?? Buffer.alloc(0));
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const count = lies.count ?? parts.length;
  const comment = Buffer.from(lies.comment ?? '');
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(lies.large ? 0xffff : count, 8);
  end.writeUInt16LE(lies.large ? 0xffff : count, 10);
  end.writeUInt32LE(lies.large ? 0xffffffff : list.length, 12);
  end.writeUInt32LE(lies.large ? 0xffffffff : offset, 16);
  end.writeUInt16LE(comment.length, 20);
  const large = lies.large ? largeEnd(count, list.length, offset) : Buffer.alloc(0);
  return Buffer.concat([...locals, list, large, end, comment]);
}

/** Of ZIP64: the record, and where it is. */
function largeEnd(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(76);
  record.write('504b0606', 'hex');
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  record.write('504b0607', 56, 'hex');
  record.writeBigUInt64LE(BigInt(offset + size), 64);
  record.writeUInt32LE(1, 72);
  return record;
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface DocxParagraph {
  /** A style by its id: Title, Heading1, Quote, Caption. */
  readonly style?: string;
  readonly text: string;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const NAMES: Readonly<Record<string, string>> = {
  Heading1: 'heading 1',
  Heading2: 'heading 2',
  Caption: 'caption',
};

export const paragraph = ({ style, text }: DocxParagraph): string =>
  `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

/** The parts of a document as a word processor saves it; `body` is the XML of its paragraphs. */
export function docxParts(
  body: string,
  more: readonly (readonly [string, string])[] = [],
): [string, string][] {
  const styles = ['Title', 'Subtitle', 'Heading1', 'Heading2', 'Quote', 'Caption']
    .map(
      (id) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${NAMES[id] ?? id}"/></w:style>`,
    )
    .join('');
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const parts: [string, string][] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    [
      'word/_rels/document.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>`,
    ],
    ['word/styles.xml', `<w:styles xmlns:w="${W}">${styles}</w:styles>`],
    ['word/document.xml', `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`],
  ];
  const others = new Map(more);
  return [
    ...parts.map(([name, xml]): [string, string] => [name, others.get(name) ?? xml]),
    ...more
      .filter(([name]) => !parts.some(([own]) => own === name))
      .map(([name, xml]): [string, string] => [name, xml]),
  ];
}

export const docxOf = (
  paragraphs: readonly DocxParagraph[],
  more?: readonly (readonly [string, string])[],
): Buffer => zipOf(docxParts(paragraphs.map(paragraph).join(''), more));

export const FOOTNOTES = `<w:footnotes xmlns:w="${W}"><w:footnote w:id="1"><w:p><w:r><w:t>Seen by this desk.</w:t></w:r></w:p></w:footnote></w:footnotes>`;
export const CORE = `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:creator>Desk 4</dc:creator><dcterms:modified>2014-01-08T16:00:00Z</dcterms:modified><dc:language>en-GB</dc:language></cp:coreProperties>`;
