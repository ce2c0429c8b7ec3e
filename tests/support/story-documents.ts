/** Documents of stories, changed for tests. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { uuidv7 } from 'uuidv7';
import type { StoryDocument } from '../../server/contract/stories.ts';
import { LIST_ORDER } from '../../server/features/stories/story-tables.ts';

/** The same, as a server would have exported it: whole, with nothing told of what its history says. */
export function resealed(document: StoryDocument): StoryDocument {
  const { story, manifest } = document;
  const hash = createHash('sha256');
  for (const row of [story.article, ...LIST_ORDER.flatMap((list): unknown[] => story[list]), story.people])
    hash.update(`${canonicalize(row)}\n`);
  const history = manifest.history.map((event) => ({ ...event, data: null }));
  return { ...document, manifest: { ...manifest, sha256: hash.digest('hex'), history } };
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
