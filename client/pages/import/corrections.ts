/** What an editor corrected in the reading of a pasted story, so that it outlives a change of the text. */

import { z } from 'zod';
import { type ArticlePreview, BlockRole, type StoryPart } from '../../../server/contract/articles.ts';

export const PartRole = z.enum([...BlockRole.options, 'furniture']);
export type PartRole = z.infer<typeof PartRole>;

/** Tied to a part by its number and, for when the numbers shift, by its text. */
const onPart = { part: z.int().min(0), text: z.string() };
export const RoleCorrection = z.strictObject({ ...onPart, role: PartRole });
export type RoleCorrection = z.infer<typeof RoleCorrection>;
/** A sentence border taken away (`join`) or put in (`split`), in UTF-16 code units from the part's start. */
export const BorderCorrection = z.strictObject({
  ...onPart,
  offset: z.int().min(0),
  kind: z.enum(['join', 'split']),
});
export type BorderCorrection = z.infer<typeof BorderCorrection>;

export interface Corrections {
  readonly roles: readonly RoleCorrection[];
  readonly borders: readonly BorderCorrection[];
}
export const NO_CORRECTIONS: Corrections = { roles: [], borders: [] };

type Parts = readonly Pick<StoryPart, 'text'>[];

/**
 * Find the corrected parts in a changed text: the part of the same number if it still reads the same, else the
 * nearest that does. What is gone takes its corrections along.
 */
export function followParts({ roles, borders }: Corrections, parts: Parts): Corrections {
  const places = new Map<string, number[]>();
  for (const [index, { text }] of parts.entries()) {
    const known = places.get(text);
    if (known) known.push(index);
    else places.set(text, [index]);
  }
  const follow = <T extends { part: number; text: string }>(corrections: readonly T[]): T[] =>
    corrections.flatMap((correction) => {
      const part = nearest(places.get(correction.text) ?? [], correction.part);
      return part === null ? [] : [{ ...correction, part }];
    });
  return { roles: follow(roles), borders: follow(borders) };
}

function nearest(places: readonly number[], to: number): number | null {
  let best: number | null = null;
  for (const place of places) if (best === null || Math.abs(place - to) < Math.abs(best - to)) best = place;
  return best;
}

/** Say what a part is. */
export function withRole(corrections: Corrections, correction: RoleCorrection): Corrections {
  const others = corrections.roles.filter(({ part }) => part !== correction.part);
  return { ...corrections, roles: [...others, correction] };
}

/** Take a border away or put one in. The opposite correction at the same place is taken back instead. */
export function withBorder(corrections: Corrections, correction: BorderCorrection): Corrections {
  const same = (other: BorderCorrection) =>
    other.part === correction.part && other.offset === correction.offset;
  const others = corrections.borders.filter((other) => !same(other));
  const hadOpposite = corrections.borders.some((other) => same(other) && other.kind !== correction.kind);
  return { ...corrections, borders: hadOpposite ? others : [...others, correction] };
}

/** Where the borders fall in the text of a reading: the API counts from the text's start. */
export function placeBorders(
  borders: readonly BorderCorrection[],
  { parts, blocks }: Pick<ArticlePreview, 'parts' | 'blocks'>,
): { join: number[]; split: number[] } {
  const placed: { join: number[]; split: number[] } = { join: [], split: [] };
  for (const { part, offset, kind } of borders) {
    const block = parts[part]?.block ?? null;
    const start = block === null ? undefined : blocks[block]?.start;
    // A part that is left out has no sentences; its corrections wait for it to come back.
    if (start !== undefined) placed[kind].push(start + offset);
  }
  return placed;
}

/** As the API takes them. */
export const sentRoles = (roles: readonly RoleCorrection[]): { part: number; role: PartRole }[] =>
  roles.map(({ part, role }) => ({ part, role }));
