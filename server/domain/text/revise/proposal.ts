/** A corrected text as a newsroom would store it: with the roles and the sentences that the older one has. */
import type { Block, Sentence } from '../../../contract/articles.ts';
import { splitParts } from '../blocks.ts';
import { readStory, type StoryCorrections } from '../story.ts';
import type { CorrectedText, Replacement } from './correct.ts';

/** The older revision; blocks stand in the order of the text. */
export interface Revised extends CorrectedText {
  readonly blocks: readonly Block[];
}

/**
 * What to say of a corrected text so that it is read as the older one was: a role that an editor gave stays, nothing
 * that they kept is left out, and sentences begin where they began. Within replaced words the text decides.
 *
 * Offsets are UTF-16 code units into the corrected text.
 */
export function readAs(
  older: Revised,
  newer: string,
  replacements: readonly Replacement[],
): StoryCorrections {
  const parts = splitParts(newer);
  const kept: StoryCorrections =
    parts.length === older.blocks.length
      ? { roles: older.blocks.map(({ role }, part) => ({ part, role })) }
      : { keepFurniture: true };
  const read = readStory(newer, { ...kept, language: older.language });
  if (!read.ok || read.story.text !== newer) return kept;
  const is = new Set(read.story.sentences.map(({ start }) => start));
  const was = startsOf(older.sentences, replacements);
  const isReplaced = (at: number) => replacements.some(({ to }) => at > to.start && at < to.end);
  const blocks = new Set(read.story.blocks.map(({ start }) => start));
  const join = [...is].filter((at) => !was.has(at) && !blocks.has(at) && !isReplaced(at));
  const split = [...was].filter((at) => !is.has(at) && !isReplaced(at));
  return { ...kept, ...(join.length > 0 ? { join } : {}), ...(split.length > 0 ? { split } : {}) };
}

/** Where the older sentences begin in the corrected text, without those that began inside of replaced words. */
function startsOf(sentences: readonly Sentence[], replacements: readonly Replacement[]): Set<number> {
  const starts = new Set<number>();
  let next = 0;
  let shift = 0;
  for (const { start } of sentences) {
    for (
      let done = replacements[next];
      done !== undefined && done.from.end <= start;
      done = replacements[next]
    ) {
      shift = done.to.end - done.from.end;
      next += 1;
    }
    const under = replacements[next];
    if (under === undefined || start <= under.from.start) starts.add(start + shift);
  }
  return starts;
}

/** The sentences around replaced words, `end` exclusive: from where the first begins to where the last ends. */
export function around(sentences: readonly Sentence[], { start, end }: { start: number; end: number }) {
  const touched = sentences.filter((sentence) => sentence.end > start && sentence.start < end);
  return {
    start: Math.min(start, touched[0]?.start ?? start),
    end: Math.max(end, touched.at(-1)?.end ?? end),
  };
}
