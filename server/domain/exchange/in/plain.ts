/** Plain text within a format. */
import { splitParts } from '../../text/blocks.ts';
import { normalise } from '../../text/normalise.ts';
import { oneLine } from './markup.ts';
import type { ImportedBlock } from './model.ts';

/** Its paragraphs. What cannot be a text at all stays as it is, and is refused when the story is put together. */
export function paragraphsOf(text: string): ImportedBlock[] {
  const normalised = normalise(text);
  if (!normalised.ok) return normalised.problem === 'NOT_TEXT' ? [{ role: 'paragraph', text }] : [];
  return splitParts(normalised.text).map(({ start, end }) => ({
    role: 'paragraph',
    text: oneLine(normalised.text.slice(start, end)),
  }));
}
