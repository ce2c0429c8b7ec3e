import type { StoryReading } from '../../server/domain/text/story.ts';

/** Everything that has to hold of a reading, whatever was pasted; the first thing that does not. */
export function fault({ text, blocks, sentences, parts }: StoryReading): string | null {
  let end = 0;
  for (const block of blocks) {
    if (block.start < end || block.end <= block.start || block.end > text.length)
      return 'blocks out of order';
    const words = text.slice(block.start, block.end);
    if (words.trim() !== words) return 'white space around a block';
    if (/\S/u.test(text.slice(end, block.start).replace(/\p{Default_Ignorable_Code_Point}/gu, '')))
      return 'words outside blocks';
    end = block.end;
  }
  let at = 0;
  for (const sentence of sentences) {
    const block = blocks[sentence.block];
    if (block === undefined || sentence.start < block.start || sentence.end > block.end)
      return 'outside its block';
    if (sentence.start < at || sentence.end <= sentence.start) return 'sentences out of order';
    const words = text.slice(sentence.start, sentence.end);
    if (words.trim() !== words || !words.isWellFormed()) return 'a badly cut sentence';
    at = sentence.end;
  }
  const kept = (ranges: readonly { start: number; end: number }[]) =>
    ranges
      .map(({ start, end }) => text.slice(start, end))
      .join('')
      .replace(/\s/gu, '');
  if (kept(sentences) !== kept(blocks)) return 'words outside sentences';
  const numbers = parts.flatMap((part) => (part.block === null ? [] : [part.block]));
  return numbers.length === blocks.length && numbers.every((number, index) => number === index)
    ? null
    : 'parts';
}
