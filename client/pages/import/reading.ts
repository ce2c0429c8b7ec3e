/** Asking the server how it reads a pasted text or a file, with the editor's corrections carried over its changes. */
import type { ArticlePreview, PreviewArticle } from '../../../server/contract/articles.ts';
import type { BodyInput } from '../../../server/contract/endpoint.ts';
import { previewArticle } from '../../api/articles.ts';
import { type Corrections, followParts, placeBorders, sentRoles } from './corrections.ts';

export interface Reading {
  readonly preview: ArticlePreview;
  /** Those that still find their part. */
  readonly corrections: Corrections;
}

/**
 * Read a text or a file. Part numbers depend on the text alone, the place of a border on the roles too: so corrected
 * roles are sent once the parts are known, and borders once the blocks are. Without corrections it is one call.
 */
export async function readWithCorrections(
  words: Pick<BodyInput<typeof PreviewArticle>, 'text' | 'file'>,
  language: string | undefined,
  corrections: Corrections,
  signal: AbortSignal,
): Promise<Reading> {
  const asked = language === undefined ? words : { ...words, language };
  const bare = await previewArticle(asked, signal);
  const followed = followParts(corrections, bare.parts);

  const roles = sentRoles(followed.roles);
  const withRoles = roles.length === 0 ? bare : await previewArticle({ ...asked, roles }, signal);
  if (followed.borders.length === 0) return { preview: withRoles, corrections: followed };

  const borders = placeBorders(followed.borders, withRoles);
  const preview = await previewArticle({ ...asked, roles, ...borders }, signal);
  return { preview, corrections: followed };
}
