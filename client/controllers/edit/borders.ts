/** How an edited text is to be read: its blocks as they are, and the sentences of untouched ones as they were. Pure. */
import type { ArticlePreview, Revision } from '../../../server/contract/articles.ts';
import type { BodyInput } from '../../../server/contract/endpoint.ts';
import type { ReviseArticle } from '../../../server/contract/revisions.ts';
import { type EditBlock, textOf } from './blocks.ts';

type Stored = Pick<EditBlock, 'base' | 'role' | 'text'>;
export type Borders = Pick<BodyInput<typeof ReviseArticle>, 'keepFurniture' | 'roles' | 'join' | 'split'>;

/** What no program guessed anew: everything stays in the text, in the role it has. One part for each block. */
export const rolesOf = (blocks: readonly Stored[]): Borders => ({
  keepFurniture: true,
  roles: blocks.map(({ role }, part) => ({ part, role })),
});

/**
 * The borders of sentences that would be read otherwise than they are in the revision: an editor set them there.
 *
 * `preview` is the reading of `textOf(blocks)`; offsets are UTF-16 code units into that text.
 */
export function bordersOf(
  blocks: readonly Stored[],
  base: Revision,
  preview: Pick<ArticlePreview, 'sentences'>,
): Pick<Borders, 'join' | 'split'> {
  const read = new Set(preview.sentences.map(({ start }) => start));
  const was = new Map<number, number[]>();
  for (const { block, start } of base.sentences) was.set(block, [...(was.get(block) ?? []), start]);
  const length = textOf(blocks).length;
  const wanted = new Set<number>();
  const untouched: { start: number; end: number }[] = [];
  let at = 0;
  for (const { base: number, text } of blocks) {
    const block = number === null ? undefined : base.blocks[number];
    if (block !== undefined && number !== null) {
      untouched.push({ start: at, end: at + text.length });
      for (const start of was.get(number) ?? []) wanted.add(at + start - block.start);
    }
    at = Math.min(length, at + text.length + 2);
  }
  const isKept = (offset: number) => untouched.some(({ start, end }) => start <= offset && offset < end);
  return {
    join: [...read].filter((start) => !wanted.has(start) && isKept(start)),
    split: [...wanted].filter((start) => !read.has(start)),
  };
}
