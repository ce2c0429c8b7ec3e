/** A newer text that was begun and not saved: kept in the browser, for one person, one story, from one revision. */
import { z } from 'zod';
import { BlockRole, type Revision } from '../../../server/contract/articles.ts';
import { forget, keep, recall } from '../../storage.ts';
import { type EditBlock, isUntouched } from './blocks.ts';

/** An untouched block by its number alone: stories may be larger than what a browser keeps. */
const Kept = z.union([
  z.int().min(0),
  z.strictObject({ base: z.int().min(0).nullable(), role: BlockRole, text: z.string() }),
]);
export const TextDraft = z.strictObject({
  /** The revision that it was written from. */
  revision: z.int().min(1),
  blocks: z.array(Kept),
  note: z.string(),
  /** Under which the text is sent, with the text it was made for. */
  sent: z.strictObject({ id: z.string(), content: z.string() }).nullable().default(null),
});
export type TextDraft = z.infer<typeof TextDraft>;

const keyOf = (owner: string, articleId: string) => `claimdesk.text.${owner}.${articleId}`;

export const recallText = (storage: Storage, owner: string, articleId: string): TextDraft | null =>
  recall(storage, keyOf(owner, articleId), TextDraft);

/** False where the browser would lose it on a reload. */
export const keepText = (storage: Storage, owner: string, articleId: string, draft: TextDraft): boolean =>
  keep(storage, keyOf(owner, articleId), draft);

export const forgetText = (storage: Storage, owner: string, articleId: string): void =>
  forget(storage, keyOf(owner, articleId));

export const keptBlocks = (
  blocks: readonly EditBlock[],
  base: Pick<Revision, 'text' | 'blocks'>,
): TextDraft['blocks'] =>
  blocks.map((block) =>
    block.base !== null && isUntouched(block, base)
      ? block.base
      : { base: block.base, role: block.role, text: block.text },
  );

/** The blocks of a draft again, with the marks of those that are untouched. `from` are those of its revision. */
export function blocksOfDraft(draft: Pick<TextDraft, 'blocks'>, from: readonly EditBlock[]): EditBlock[] {
  return draft.blocks.flatMap((kept, index): EditBlock[] => {
    const key = from.length + index;
    if (typeof kept !== 'number') return [{ ...kept, key, marks: [] }];
    const block = from[kept];
    return block === undefined ? [] : [{ ...block, key }];
  });
}
