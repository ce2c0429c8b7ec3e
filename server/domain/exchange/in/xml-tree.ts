/** XML as a tree. No DTD is read, no entity but XML's own five is known, and nothing is fetched. */
import { SaxesParser } from 'saxes';
import { type Decoded, decode } from './decode.ts';
import { type Element, MAX_DEPTH, MAX_ELEMENTS, NO_ATTRIBUTES, type Node } from './markup.ts';
import { type ImportProblem, type Read, unread } from './model.ts';

export type XmlTree =
  | { readonly ok: true; readonly root: Element }
  | { readonly ok: false; readonly refused: Read & { readonly ok: false } };

/** Thrown through the parser: it has no way to stop that gives a reason. */
class Refused extends Error {
  constructor(
    readonly problem: ImportProblem,
    readonly detail?: string,
  ) {
    super(problem);
  }
}

/** Thrown when the root is known and nothing else is asked. */
class Root extends Error {
  constructor(readonly element: string) {
    super(element);
  }
}

/** Bytes of "<?" without a byte order mark, in the two orders of UTF-16 (XML 1.0, appendix F). */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0x3c && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c && third === 0 && fourth !== 0) return 'utf-16be';
  return null;
}

/** Decode by the byte order mark, else by the XML declaration, else as UTF-8. */
export function decodeXml(bytes: Uint8Array): Decoded {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const told = /^<\?xml\s[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? null;
  return decode(bytes, unmarkedUtf16(bytes) ?? told);
}

/** The local name of the outermost element; null for what is no XML. */
export function rootOf(text: string): string | null {
  if (!/^\ufeff?\s*</.test(text)) return null;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local }) => {
    throw new Root(local);
  });
  try {
    parser.write(text.slice(0, 100_000));
  } catch (error) {
    if (error instanceof Root) return error.element;
  }
  return null;
}

/**
 * Parse a document as a whole.
 *
 * FILE_ENCODING, FILE_BROKEN with the place, FILE_ENTITIES for a document type with declarations of its own,
 * FILE_TOO_DEEP. A document type that only names a DTD is passed over.
 */
export function xmlTree(bytes: Uint8Array): XmlTree {
  const decoded = decodeXml(bytes);
  if (!decoded.ok) return { ok: false, refused: unread('FILE_ENCODING') };
  try {
    return { ok: true, root: parsed(decoded.text) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refused: unread(error.problem, error.detail) };
    // The parser's own: "3:12: unclosed tag: p".
    const place = error instanceof Error ? error.message.slice(0, 200) : '';
    return { ok: false, refused: unread('FILE_BROKEN', `line and column ${place}`) };
  }
}

function parsed(text: string): Element {
  const open: { readonly element: Element; readonly children: Node[] }[] = [];
  let root: Element | null = null;
  let elements = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new Refused('FILE_ENTITIES');
  });
  parser.on('opentag', ({ local, attributes }) => {
    elements += 1;
    if (open.length >= MAX_DEPTH || elements > MAX_ELEMENTS) throw new Refused('FILE_TOO_DEEP');
    const children: Node[] = [];
    const element = { name: local.toLowerCase(), attributes: attributesOf(attributes), children };
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else parent.children.push(element);
    open.push({ element, children });
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const take = (words: string): void => {
    open.at(-1)?.children.push(words);
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.write(text).close();
  if (root === null) throw new Refused('FILE_BROKEN', 'it has no element');
  return root;
}

function attributesOf(
  attributes: Readonly<Record<string, { local: string; prefix: string; value: string }>>,
): ReadonlyMap<string, string> {
  const pairs = Object.values(attributes).flatMap(({ local, prefix, value }): [string, string][] =>
    prefix === 'xmlns' || local === 'xmlns' ? [] : [[local.toLowerCase(), value]],
  );
  return pairs.length === 0 ? NO_ATTRIBUTES : new Map(pairs);
}

/** Elements of a name within an element, at any of the paths below it that are named: `all(item, 'itemMeta', 'edNote')`. */
export function all(element: Element | undefined, ...path: readonly string[]): Element[] {
  let found: Element[] = element === undefined ? [] : [element];
  for (const name of path) {
    const wanted = name.toLowerCase();
    found = found.flatMap(({ children }) =>
      children.filter((child): child is Element => typeof child !== 'string' && child.name === wanted),
    );
  }
  return found;
}

/** The first of them. */
export const first = (element: Element | undefined, ...path: readonly string[]): Element | undefined =>
  all(element, ...path)[0];

/** Leaves of a document by their paths: words, and attributes as `path@name`. Of elements that `skips` says, nothing. */
export function* leavesOf(
  element: Element,
  path: string,
  skips: (path: string) => boolean,
): Generator<[string, string]> {
  if (skips(path)) return;
  for (const [name, value] of element.attributes) {
    const place = `${path}@${name}`;
    if (!skips(place)) yield [place, value];
  }
  const words = element.children.filter((child) => typeof child === 'string').join('');
  if (words.trim() !== '') yield [path, words];
  for (const child of element.children)
    if (typeof child !== 'string')
      yield* leavesOf(child, path === '' ? child.name : `${path}/${child.name}`, skips);
}
