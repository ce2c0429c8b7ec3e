/** PDF: pages as they are printed. Lines, columns and paragraphs are found by where the words stand. */
import { isVisible, oneLine } from './markup.ts';
import { type Imported, type ImportedBlock, type Read, unread } from './model.ts';
import { columnsOf } from './pdf/columns.ts';
import { wordsIn } from './pdf/join.ts';
import { lineOf as lineOfRow, rowsOf } from './pdf/lines.ts';
import type { Page, Piece } from './pdf/model.ts';
import type { About } from './pdf/pages.ts';
import { type Paragraph, paragraphsOf } from './pdf/paragraphs.ts';
import { runningLines } from './pdf/running.ts';
import { taggedBlocks } from './pdf/tagged.ts';
import { languageOf, lineOf, restOf, timeOf } from './values.ts';

/** Its first bytes, before which some programs write others. */
export const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).includes('%PDF-');

/** FILE_BROKEN, FILE_TOO_DEEP; FILE_ENCODING where its letters are drawings alone, EMPTY_STORY where its pages are. */
export async function readPdf(bytes: Uint8Array): Promise<Read> {
  // Loaded with its first document, and so on the thread that reads it.
  const { openPages } = await import('./pdf/pages.ts');
  const opened = await openPages(bytes);
  if (!opened.ok) return opened.refused;
  const { pages, about } = opened;
  if (!pages.some(({ pieces }) => pieces.some(({ text }) => isVisible(text))))
    return unread('EMPTY_STORY', 'its pages are pictures: have their text recognised first');
  if (!isLegible(pages)) return unread('FILE_ENCODING', 'it does not say which letters its signs stand for');
  const running = runningLines(pages);
  const words = blocksOf(pages, running.pieces);
  if (words.length === 0) return unread('EMPTY_STORY');
  return { ok: true, story: storyOf(words, about, [...running.texts, ...turnedOf(pages)]) };
}

const turnedOf = (pages: readonly Page[]): string[] => [...new Set(pages.flatMap(({ turned }) => turned))];

/** Fonts without a table of what their signs mean give private or unknown characters. */
function isLegible(pages: readonly Page[]): boolean {
  const text = pages.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('');
  const unknown = text.match(/(?!\s)[\uFFFD\p{Co}\p{Cn}\p{Cc}]/gu)?.length ?? 0;
  return unknown * 5 < text.replace(/\s/g, '').length;
}

/** As the file's own tags tell them; else by where the words stand. */
export function blocksOf(pages: readonly Page[], running: ReadonlySet<Piece>): ImportedBlock[] {
  const kept = pages.map(({ pieces }) => pieces.filter((piece) => !running.has(piece)));
  const known = wordsIn(
    kept.flatMap((pieces) => rowsOf(pieces).map((row) => lineOfRow([row]).text.replace(/[-‐]$/, ''))),
  );
  const blocks =
    taggedBlocks(pages, running, known) ?? untagged(paragraphsOf(kept.flatMap(columnsOf), known));
  return withHeadline(
    blocks.map(({ role, text }) => ({ role, text: oneLine(text) })).filter(({ text }) => isVisible(text)),
  );
}

/** Letters larger than those of the text are a heading's, where they are few. */
const LARGER = 1.12;
const LARGEST = 1.35;
const MAX_HEADING = 200;

function untagged(paragraphs: readonly Paragraph[]): ImportedBlock[] {
  const body = bodySize(paragraphs);
  const largest = Math.max(...paragraphs.map(({ size }) => size));
  return paragraphs.map(({ text, size }) => {
    if (text.length > MAX_HEADING || size < body * LARGER) return { role: 'paragraph', text };
    return { role: size === largest && size > body * LARGEST ? 'headline' : 'heading', text };
  });
}

/** The size of most letters. */
function bodySize(paragraphs: readonly Paragraph[]): number {
  const letters = new Map<number, number>();
  for (const { text, size } of paragraphs) {
    const key = Math.round(size * 2) / 2;
    letters.set(key, (letters.get(key) ?? 0) + text.length);
  }
  return [...letters].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/** One headline: the first; where the file has headings alone, one that everything else stands under. */
function withHeadline(blocks: readonly ImportedBlock[]): ImportedBlock[] {
  const first = blocks.findIndex(({ role }) => role === 'headline');
  const top = first === -1 ? (blocks[0]?.role === 'heading' ? 0 : -1) : first;
  return blocks.map((block, at) => {
    if (at === top) return { ...block, role: 'headline' };
    return block.role === 'headline' ? { ...block, role: 'heading' } : block;
  });
}

function storyOf(words: readonly ImportedBlock[], about: About, beside: readonly string[]): Imported {
  return {
    title: lineOf(words.find(({ role }) => role === 'headline')?.text, 500),
    // Whoever the program belongs to: often nobody who wrote the story.
    byline: null,
    agency: null,
    dateline: null,
    publishedAt: null,
    language: languageOf(about.language),
    sourceUrl: null,
    editorialNote: null,
    status: null,
    embargoedUntil: null,
    identifiers: [],
    version: null,
    versionCreated: timeOf(isoOf(about.modified)),
    words,
    rest: restOf([...about.said, ...beside.map((text): [string, string] => ['on its pages', text])]),
  };
}

/** D:20140108160000+02'00' (ISO 32000-1, 7.9.4) as ISO 8601 writes it. */
function isoOf(date: string | null): string | null {
  const read = /^D:(\d{8})(\d{6})?(?:Z|([+-]\d{2})'?(\d{2})?)?/.exec(date ?? '');
  if (read === null) return null;
  const [, day = '', time = '000000', hours, minutes = '00'] = read;
  return `${day}T${time}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`;
}
