/** From what a file says to a story: its blocks as one text, read as every text is. */
import { type PartRole, rolesOf } from '../../text/part-roles.ts';
import { readStory, type StoryCorrections, type StoryReading, type StoryResult } from '../../text/story.ts';
import { type Imported, type ImportedBlock, wordsOf } from './model.ts';

/** What the recogniser of pasted text may say of a paragraph, although the file calls it one. */
const SEEN_THROUGH: ReadonlySet<string> = new Set(['furniture', 'byline', 'dateline']);
/** And where the file has no headline: in a document without styles the first lines are one all the same. */
const SEEN_IN_PLAIN: ReadonlySet<string> = new Set([...SEEN_THROUGH, 'headline', 'standfirst']);

/**
 * The reading of a file's words, corrected by an editor, with what the file says of them in the place of what would be
 * guessed. Each block is one part, so that parts have the same numbers under any corrections.
 */
export function putTogether(imported: Imported, corrections: StoryCorrections = {}): StoryResult {
  const { words } = imported;
  const roles = typeof words === 'string' ? [] : rolesIn(words);
  const language = corrections.language ?? imported.language ?? undefined;
  const read = readStory(wordsOf(imported), {
    ...corrections,
    language,
    roles: [...roles, ...(corrections.roles ?? [])],
  });
  return read.ok ? { ok: true, story: { ...read.story, ...saidOf(imported, read.story) } } : read;
}

function rolesIn(blocks: readonly ImportedBlock[]): { part: number; role: PartRole }[] {
  const seen = rolesOf(blocks.map(({ text }) => text));
  const may = blocks.some(({ role }) => role === 'headline') ? SEEN_THROUGH : SEEN_IN_PLAIN;
  return blocks.map(({ role }, part) => {
    const other = seen[part];
    return {
      part,
      role: role === 'paragraph' && other !== undefined && may.has(other) ? other : role,
    };
  });
}

/** A file knows who wrote it and when; where it was filed, the words say as they are printed. */
function saidOf(imported: Imported, read: StoryReading) {
  return {
    title: imported.title ?? read.title,
    byline: imported.byline ?? read.byline,
    agency: imported.agency ?? read.agency,
    dateline: read.dateline ?? imported.dateline,
    publishedAt: imported.publishedAt ?? read.publishedAt,
  };
}
