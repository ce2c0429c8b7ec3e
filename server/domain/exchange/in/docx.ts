/** DOCX: what word processors save. Its styles say what is a heading, a quotation, a caption. */
import { htmlTree } from './html-tree.ts';
import { blocksOf, type Element, type Node, oneLine, textOf } from './markup.ts';
import { type Imported, type Read, unread } from './model.ts';
import { languageOf, lineOf, restOf, timeOf } from './values.ts';
import { first, leavesOf, xmlTree } from './xml-tree.ts';
import { isZip, unzip } from './zip.ts';

const MAIN = 'word/document.xml';

/** A template or a document; spreadsheets and slides are archives as well, and have no such part. */
export const isDocx = (bytes: Uint8Array): boolean => isZip(bytes) && Buffer.from(bytes).includes(MAIN);

/** Styles by the names that they have in every language of the program; its own headings are known without. */
const STYLES = [
  "p[style-name='Title'] => hl1:fresh",
  "p[style-name='Subtitle'] => standfirst:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
];

/** FILE_UNPACKS and FILE_BROKEN as `unzip` does, FILE_ENTITIES and FILE_TOO_DEEP of its parts, EMPTY_STORY. */
export async function readDocx(bytes: Uint8Array): Promise<Read> {
  const zip = await unzip(bytes);
  if (!zip.ok) return zip.refused;
  if (!zip.files.has(MAIN))
    return unread('FILE_BROKEN', 'it is an archive, but no document of a word processor');
  // Each part is read here first: who reads them after has no limits of nesting.
  for (const [name, part] of zip.files) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    const tree = xmlTree(part);
    if (!tree.ok) return tree.refused;
  }
  const html = await htmlOf(bytes);
  const tree = html === null ? null : htmlTree(html);
  if (tree === null) return unread(html === null ? 'FILE_BROKEN' : 'FILE_TOO_DEEP');
  const words = blocksOf(tree.map(withoutNotes));
  if (words.length === 0) return unread('EMPTY_STORY');
  return { ok: true, story: storyOf(words, tree, zip.files.get('docProps/core.xml')) };
}

async function htmlOf(bytes: Uint8Array): Promise<string | null> {
  // Loaded with its first document, and so on the thread that reads it.
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        styleMap: STYLES,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    );
    return value;
  } catch {
    return null;
  }
}

/** Footnotes and endnotes stand below the story, and only their numbers in it. */
const isNote = (node: Node): node is Element =>
  typeof node !== 'string' && /^(?:footnote|endnote)-/.test(node.attributes.get('id') ?? '');
/** The number in the text: "[1]", raised. */
const isNoteNumber = (node: Node): boolean =>
  typeof node !== 'string' && node.name === 'sup' && node.children.some(isNote);

function withoutNotes(node: Node): Node {
  if (typeof node === 'string') return node;
  return {
    ...node,
    children: node.children.filter((child) => !isNote(child) && !isNoteNumber(child)).map(withoutNotes),
  };
}

function* notesIn(nodes: readonly Node[]): Generator<[string, string]> {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    const id = node.attributes.get('id') ?? '';
    if (/^(?:footnote|endnote)-\d+$/.test(id))
      yield [id.replace('-', ' '), oneLine(textOf(node).replace('↑', ''))];
    else yield* notesIn(node.children);
  }
}

function storyOf(words: Imported['words'], tree: readonly Node[], core: Buffer | undefined): Imported {
  const properties = core === undefined ? null : xmlTree(core);
  const about = properties?.ok === true ? properties.root : undefined;
  const told = (name: string) => {
    const element = first(about, name);
    return element === undefined ? null : oneLine(textOf(element));
  };
  const headline = typeof words === 'string' ? undefined : words.find(({ role }) => role === 'headline');
  return {
    title: lineOf(headline?.text, 500),
    // Whoever the program belongs to: often nobody who wrote the story.
    byline: null,
    agency: null,
    dateline: null,
    publishedAt: null,
    language: languageOf(told('language')),
    sourceUrl: null,
    editorialNote: null,
    status: lineOf(told('contentStatus'), 100),
    embargoedUntil: null,
    identifiers: [],
    version: null,
    versionCreated: timeOf(told('modified')),
    words,
    rest: restOf([...(about === undefined ? [] : leavesOf(about, '', isTaken)), ...notesIn(tree)]),
  };
}

const isTaken = (path: string): boolean =>
  path.includes('@') || path === 'modified' || path === 'language' || path === 'contentstatus';
