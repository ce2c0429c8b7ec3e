/** The order in which files of one batch are brought in. */
import { compareVersions, type Versioned } from './arrives.ts';

export interface Ordered extends Versioned {
  /** In the list. */
  readonly number: number;
  /** Of its story; null where it tells none. */
  readonly identifier: string | null;
}

/**
 * As they are listed, but versions of one story by their version: an archive lists them by name, and who brought the
 * third one in first would be refused the others.
 */
export function inOrder<T extends Ordered>(files: readonly T[]): T[] {
  const stories = new Map<string, T[]>();
  for (const file of [...files].sort((a, b) => a.number - b.number)) {
    const story = file.identifier === null ? `number ${file.number}` : `identifier ${file.identifier}`;
    stories.set(story, [...(stories.get(story) ?? []), file]);
  }
  return [...stories.values()].flatMap((versions) =>
    versions.sort((a, b) => compareVersions(a, b) ?? a.number - b.number),
  );
}
