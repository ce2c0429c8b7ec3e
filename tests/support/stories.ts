/** Whole stories as documents, for tests. */

import { uuidv7 } from 'uuidv7';
import type { AnswerOf } from '../../server/contract/endpoint.ts';
import { ImportStory, StoryDocument } from '../../server/contract/stories.ts';
import { answer } from './contract.ts';
import type { Person } from './desk.ts';
import { asBytes } from './exports.ts';

/** The document as it left, and as it is read. */
export async function exportedStory(
  as: Person,
  { id }: { readonly id: string },
): Promise<{ text: string; document: StoryDocument }> {
  const { body } = await asBytes(as.get(`/api/exports/stories/${id}`));
  const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  return { text, document: StoryDocument.parse(JSON.parse(text)) };
}

/** All of a document but its manifest. */
export function storyPart(text: string): string {
  const end = text.indexOf('\n},\n"manifest":');
  if (end === -1) throw new Error('the document has no manifest');
  return text.slice(0, end);
}

export async function importedStory(as: Person, document: object): Promise<AnswerOf<typeof ImportStory>> {
  return answer(ImportStory, await as.post('/api/stories', document));
}

/** The same document under other ids, so that it can be brought in once more. */
export function underOtherIds(document: StoryDocument): StoryDocument {
  const ids = new Map<string, string>();
  const copy = JSON.stringify(document).replace(
    /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g,
    (id) => {
      const other = ids.get(id) ?? uuidv7();
      ids.set(id, other);
      return other;
    },
  );
  return JSON.parse(copy);
}
