/** What each part of a pasted text is: a block of the story, or furniture of the page that it comes from. */
import type { BlockRole } from '../../contract/articles.ts';
import { recogniseFurniture } from './furniture.ts';
import { assignRoles } from './roles.ts';

export type PartRole = BlockRole | 'furniture';

/** The roles of parts in their order. What is furniture plays no part in what the others are. */
export function rolesOf(parts: readonly string[]): PartRole[] {
  const furniture = recogniseFurniture(parts);
  const blockRoles = assignRoles(parts.filter((_, index) => furniture[index] === null));
  let kept = 0;
  return furniture.map((rule) => (rule === null ? (blockRoles[kept++] ?? 'paragraph') : 'furniture'));
}
