/** Whether a file is a newer version of a story that is here. */
import type { Arrives } from '../../../contract/story-files.ts';

export interface Versioned {
  readonly version: string | null;
  /** ISO 8601 UTC. */
  readonly versionCreated: string | null;
}

/** What versions are told apart by. Digests are in hexadecimal. */
export interface Version extends Versioned {
  /** Of the file's bytes. */
  readonly fileSha256: string;
  /** Of the words as the file has them, before anybody corrected their reading. */
  readonly wordsSha256: string;
}

/**
 * What a file would do to the story of its identifier.
 *
 * In this order: the very bytes of the newest file are the same version, those of an earlier file an older one. Then
 * numbers of versions decide, then the times that they were made; where both files have neither, other words are newer
 * ones. Versions that are level and have other words contradict each other, which is for people to put right.
 *
 * @param here the files of the story so far, newest first
 */
export function arrives(here: readonly Version[], file: Version): Exclude<Arrives, 'new'> {
  const [newest, ...earlier] = here;
  if (newest === undefined) return 'newer';
  if (newest.fileSha256 === file.fileSha256) return 'same';
  if (earlier.some(({ fileSha256 }) => fileSha256 === file.fileSha256)) return 'older';
  const order = compareVersions(file, newest);
  if (order !== null && order !== 0) return order > 0 ? 'newer' : 'older';
  if (file.wordsSha256 === newest.wordsSha256) return 'same';
  return order === null ? 'newer' : 'differs';
}

/**
 * Which of two versions is the later one: by their numbers, else by the times that they were made.
 *
 * @returns above 0 where `a` is, 0 where they are level, null where neither tells
 */
export function compareVersions(a: Versioned, b: Versioned): number | null {
  const byNumber = compareNumbers(a.version, b.version);
  return byNumber === null || byNumber === 0 ? (byTime(a, b) ?? byNumber) : byNumber;
}

function byTime(a: Versioned, b: Versioned): number | null {
  if (a.versionCreated === null || b.versionCreated === null) return null;
  return Math.sign(Date.parse(a.versionCreated) - Date.parse(b.versionCreated));
}

const NUMBERS = /^\d{1,15}(?:\.\d{1,15}){0,5}$/;

/** "12" after "9", "2.10" after "2.9"; null where one of them is no number. */
function compareNumbers(a: string | null, b: string | null): number | null {
  if (a === null || b === null || !NUMBERS.test(a) || !NUMBERS.test(b)) return null;
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}
