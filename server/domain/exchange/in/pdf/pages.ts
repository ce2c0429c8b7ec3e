/** The pages of a PDF, read by pdf.js. Nothing is drawn, no script runs, nothing is fetched. */
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Read, unread } from '../model.ts';
import type { Page, Piece, Tag } from './model.ts';

/** More is a book. */
const MAX_PAGES = 300;

/** What the file says of itself. */
export interface About {
  readonly language: string | null;
  /** As PDF writes times: D:20140108160000+02'00'. */
  readonly modified: string | null;
  /** Name and value of all else. */
  readonly said: readonly (readonly [string, string])[];
}

export type Opened =
  | { readonly ok: true; readonly pages: readonly Page[]; readonly about: About }
  | { readonly ok: false; readonly refused: Read & { readonly ok: false } };

/** Tables of characters of the languages of East Asia; they come with pdf.js. */
const cmaps = () =>
  `${path.join(path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')}/`;

/** FILE_BROKEN for what is damaged or locked, FILE_TOO_DEEP for a book. */
export async function openPages(bytes: Uint8Array): Promise<Opened> {
  const task = getDocument({
    // Taken over by pdf.js: the caller keeps its own.
    data: Uint8Array.from(bytes),
    cMapUrl: cmaps(),
    cMapPacked: true,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const file = await task.promise;
    if (file.numPages > MAX_PAGES)
      return {
        ok: false,
        refused: unread('FILE_TOO_DEEP', `it has ${file.numPages} pages, and ${MAX_PAGES} are taken`),
      };
    const pages: Page[] = [];
    for (let number = 1; number <= file.numPages; number += 1)
      pages.push(await pageOf(await file.getPage(number)));
    return { ok: true, pages, about: await aboutOf(file) };
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    return {
      ok: false,
      refused: unread('FILE_BROKEN', locked ? 'it is locked with a password' : 'it is no PDF, or is damaged'),
    };
  } finally {
    await task.destroy();
  }
}

type Content = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;
type Item = Content['items'][number];

async function pageOf(page: PDFPageProxy): Promise<Page> {
  const content = await page.getTextContent({ includeMarkedContent: true });
  const tree = await page.getStructTree();
  const pieces: Piece[] = [];
  const turned: string[] = [];
  for (const { item, mark } of marked(content.items)) {
    if (!('str' in item)) continue;
    const piece = pieceOf(item, mark, page.rotate);
    if (piece !== null) pieces.push(piece);
    else if (item.str.trim() !== '') turned.push(item.str);
  }
  page.cleanup();
  return { pieces, tags: tree === null ? null : tagOf(tree), turned };
}

/** Each text with the innermost marked stretch that it stands in. */
function* marked(items: readonly Item[]): Generator<{ item: Item; mark: string | null }> {
  const open: (string | null)[] = [];
  for (const item of items) {
    if ('str' in item) yield { item, mark: open.findLast((mark) => mark !== null) ?? null };
    else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id ?? null);
  }
}

/** Null for what does not stand upright on the page as it is read. */
function pieceOf(
  { str, dir, width, transform }: Extract<Item, { str: string }>,
  mark: string | null,
  turn: number,
): Piece | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = transform.map(Number);
  // A page that is turned when it is shown has its text turned the other way.
  const [across, up, x, y] = upright([a, b], [c, d], [e, f], turn);
  const size = Math.hypot(...up);
  const leans = Math.abs(across[1]) > Math.hypot(...across) * 0.05 || across[0] <= 0;
  if (size === 0 || (leans && across[0] !== 0) || (leans && str.trim() !== '')) return null;
  return { text: str, left: x, right: x + width, y, size, rtl: dir === 'rtl', mark };
}

type Pair = [number, number];

function upright(across: Pair, up: Pair, [x, y]: Pair, turn: number): [Pair, Pair, number, number] {
  const turned = ([h, v]: Pair): Pair => {
    if (turn === 90) return [v, -h];
    if (turn === 180) return [-h, -v];
    return turn === 270 ? [-v, h] : [h, v];
  };
  return [turned(across), turned(up), ...turned([x, y])];
}

type Tree = Awaited<ReturnType<PDFPageProxy['getStructTree']>>;

function tagOf(node: NonNullable<Tree>): Tag {
  return {
    role: node.role,
    children: node.children.flatMap((child): Tag['children'] => {
      if ('role' in child) return [tagOf(child)];
      return child.type === 'content' ? [{ mark: child.id }] : [];
    }),
  };
}

async function aboutOf(file: PDFDocumentProxy): Promise<About> {
  const { info } = await file.getMetadata();
  const told = new Map(
    Object.entries(info).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
  const said = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'CreationDate'];
  return {
    language: told.get('Language') ?? null,
    modified: told.get('ModDate') ?? told.get('CreationDate') ?? null,
    said: said.flatMap((name) => {
      const value = told.get(name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  };
}
