/** Reading a pasted or dropped story: what would be stored of it. */
import type { ArticlePreview, Block, PreviewArticle } from '../../contract/articles.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import { splitParts } from './blocks.ts';
import { readByline, readLooseByline } from './byline.ts';
import { readDateline, readDatelineAlone } from './dateline.ts';
import { findDates, type PrintedDate, publishedAt } from './dates.ts';
import { guessLanguage } from './language.ts';
import { normalise, type StoryProblem } from './normalise.ts';
import { type PartRole, rolesOf } from './part-roles.ts';
import { correctBorders, splitSentences } from './sentences.ts';
import { oneLine, type Stretch } from './wording.ts';

/** What an editor corrected in the preview, as the API takes it. */
export type StoryCorrections = Omit<BodyOf<typeof PreviewArticle>, 'text' | 'file'>;

/** A story as it was understood; the API's preview without what is here already. */
export type StoryReading = Omit<ArticlePreview, 'sameAs' | 'file'>;

/** Either a reading, or why there is none. */
export type StoryResult =
  | { readonly ok: true; readonly story: StoryReading }
  | { readonly ok: false; readonly problem: StoryProblem };

interface Part extends Stretch {
  readonly text: string;
  readonly role: PartRole;
}

/**
 * Read a story from pasted text.
 *
 * The text of the reading is the normalised paste without its furniture, every other character kept; blocks and
 * sentences are offsets into it (UTF-16 code units, end exclusive). Parts have the same numbers under any
 * corrections. With `keepFurniture` nothing is left out, whatever `roles` says. Corrections that fit nothing are
 * ignored. EMPTY_STORY if there is no text or all of it is called furniture, NOT_TEXT for what no text can hold.
 */
export function readStory(raw: string, corrections: StoryCorrections = {}): StoryResult {
  const normalised = normalise(raw);
  if (!normalised.ok) return normalised;

  const parts = readParts(normalised.text, corrections);
  if (parts.every((part) => part.role === 'furniture')) return { ok: false, problem: 'EMPTY_STORY' };

  const { text, blocks } = leaveOutFurniture(normalised.text, parts);
  const language = corrections.language ?? guessLanguage(text);
  const sentences = correctBorders(text, splitSentences(text, blocks, language), corrections);
  let block = 0;
  const story: StoryReading = {
    ...readMetadata(parts),
    language,
    furniture: parts.filter((part) => part.role === 'furniture').map((part) => part.text),
    parts: parts.map(({ text, role }) => ({ text, role, block: role === 'furniture' ? null : block++ })),
    text,
    blocks,
    sentences,
  };
  return { ok: true, story };
}

/** The parts with their roles, the editor's word last. */
function readParts(text: string, { roles = [], keepFurniture = false }: StoryCorrections): Part[] {
  const stretches = splitParts(text);
  const texts = stretches.map(({ start, end }) => text.slice(start, end));
  const read = rolesOf(texts);
  const corrected = new Map(roles.map(({ part, role }) => [part, role]));

  return stretches.map((stretch, index) => {
    const role = corrected.get(index) ?? read[index] ?? 'paragraph';
    return {
      ...stretch,
      text: texts[index] ?? '',
      role: keepFurniture && role === 'furniture' ? 'paragraph' : role,
    };
  });
}

/**
 * Put the text together without its furniture. Furniture takes the white space behind it along, up to the next
 * part; furniture at the end takes the white space before it.
 */
function leaveOutFurniture(whole: string, parts: readonly Part[]): { text: string; blocks: Block[] } {
  const lastKept = parts.findLastIndex((part) => part.role !== 'furniture');
  const pieces: string[] = [];
  const blocks: Block[] = [];
  let length = 0;
  let from = 0;
  const keepUpTo = (end: number) => {
    pieces.push(whole.slice(from, end));
    length += end - from;
    from = end;
  };

  for (const [index, part] of parts.entries()) {
    if (part.role === 'furniture') {
      // Behind the last kept part the white space before it has not been taken over.
      from = index < lastKept ? (parts[index + 1]?.start ?? whole.length) : part.end;
      continue;
    }
    keepUpTo(part.start);
    const start = length;
    keepUpTo(part.end);
    blocks.push({ role: part.role, start, end: length });
    if (index < lastKept) keepUpTo(parts[index + 1]?.start ?? part.end);
  }
  keepUpTo(whole.length);
  return { text: pieces.join(''), blocks };
}

/** Longest values that the API stores, in UTF-16 code units. */
const MAX_TITLE = 500;
const MAX_BYLINE = 500;
const MAX_DATELINE = 300;

type Metadata = Pick<StoryReading, 'title' | 'byline' | 'agency' | 'dateline' | 'publishedAt'>;

/** What the head of the story says about it. */
function readMetadata(parts: readonly Part[]): Metadata {
  const first = (role: PartRole) => parts.find((part) => part.role === role)?.text;
  const title = first('headline');
  const bylines = parts.filter((part) => part.role === 'byline').map((part) => part.text);
  const signed = bylines.map((line) => readByline(line) ?? readLooseByline(line));
  const alone = parts.filter((part) => part.role === 'dateline').map((part) => part.text);
  const opening = readDateline(first('paragraph') ?? '');

  const filed = alone.map(readDatelineAlone);
  const line = filed.find((one) => one !== null) ?? opening;
  const byline = signed[0]?.byline ?? bylines[0];
  const dates: PrintedDate[] = [...signed.flatMap((one) => one?.dates ?? []), ...alone.flatMap(findDates)];
  return {
    title: title === undefined ? null : oneLine(title, MAX_TITLE),
    byline: byline === undefined ? null : oneLine(byline, MAX_BYLINE),
    agency:
      signed.find((one) => one !== null && one.agency !== null)?.agency ??
      line?.agency ??
      opening?.agency ??
      null,
    dateline: line === null || line.dateline === null ? null : oneLine(line.dateline, MAX_DATELINE),
    publishedAt: publishedAt(dates) ?? publishedAt(findDates(opening?.dateline ?? '')),
  };
}
