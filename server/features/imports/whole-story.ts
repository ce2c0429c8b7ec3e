/** Stories of another Claimdesk among the files of an import: they come in whole, as they do one by one. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Refusal } from '../../contract/problem.ts';
import { openZip } from '../../domain/exchange/in/zip/directory.ts';
import { isPackage, isWholeStory, PACKAGE_LIMITS } from '../../domain/exchange/story/package.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { ReadStory, Services, StoryAnswer } from '../../services.ts';
import type { OfMany } from '../arrivals/arrivals.service.ts';
import { selectOptionalArticle } from '../articles/articles.queries.ts';
import { documentBroken, type Package, receivePackage } from '../stories/package-in.ts';
import { importStory } from '../stories/story-import.service.ts';

/** More would say the same once more. */
const ISSUES = 3;

/** A story that comes in whole: a document by itself, or with the files that it names. */
export interface Whole {
  readonly story: ReadStory;
  /** Of the document's bytes, hexadecimal. */
  readonly sha256: string;
  readonly from?: Package | undefined;
}

/**
 * Do something with the story that comes whole in a file of an import.
 *
 * A document that left in a package comes in with that package alone: by itself it would use up the story's ids, and its
 * files could never follow.
 *
 * @param content a stream is a package
 * @returns false where it is no whole story: then nothing was done
 * @throws Refusal FILE_ENCODING, FILE_BROKEN, INVALID, FILES_LEFT_BEHIND, those of packages, and whatever `work` throws
 */
export async function withWhole(
  { filesDir, readStory }: Pick<Services, 'filesDir' | 'readStory'>,
  content: Buffer | Readable,
  work: (whole: Whole) => Promise<void>,
): Promise<boolean> {
  if (Buffer.isBuffer(content) && isWholeStory(content.toString('utf8', 0, 400))) {
    const story = held(await readStory(content), (broken) =>
      broken === 'encoding' ? new Refusal('FILE_ENCODING') : new Refusal('FILE_BROKEN'),
    );
    if ((story.document.manifest.files ?? []).length > 0) throw new Refusal('FILES_LEFT_BEHIND');
    await work({ story, sha256: createHash('sha256').update(content).digest('hex') });
    return true;
  }
  if (Buffer.isBuffer(content) && !(await isPackedStory(content))) return false;
  const from = await receivePackage(filesDir, Buffer.isBuffer(content) ? Readable.from([content]) : content);
  try {
    const story = held(await readStory(from.text), documentBroken);
    await work({ story, sha256: from.sha256, from });
  } finally {
    await from.discard();
  }
  return true;
}

async function isPackedStory(bytes: Buffer): Promise<boolean> {
  const read = async (at: number, length: number) => bytes.subarray(at, at + length);
  const zip = await openZip({ size: bytes.length, read }, PACKAGE_LIMITS);
  return zip.ok && isPackage(zip.entries);
}

/** @param refusal for one that cannot be read */
function held(story: StoryAnswer, refusal: (broken: 'encoding' | 'json') => Refusal): ReadStory {
  if (story.ok) return story;
  if (story.broken !== null) throw refusal(story.broken);
  throw new Refusal('INVALID', { issues: story.issues.slice(0, ISSUES) });
}

/**
 * Bring such a story in, unless it is here.
 *
 * @param of.isRestricted what was chosen for all; a story that says itself who may see it is not made to say otherwise
 * @param of.stored what is written down of it with what is stored of it, or not at all
 * @returns the story that is here already, null where it came in
 * @throws Refusal STORY_IS_OPEN, and as `importStory` does
 */
export async function bringWholeStoryIn(
  services: Pick<Services, 'db' | 'historyKey' | 'filesDir'>,
  write: PersonWrite,
  { story, from }: Whole,
  { isRestricted, stored }: OfMany & { readonly isRestricted: boolean },
): Promise<string | null> {
  const { id, access, currentRevision } = story.document.story.article;
  const here = await selectOptionalArticle(services.db.prisma, write.user, id);
  if (here !== undefined) return id;
  if (isRestricted && access !== 'restricted') throw new Refusal('STORY_IS_OPEN');
  const at = { articleId: id, revision: currentRevision };
  await importStory(services, write, story, { from, stored: (tx) => stored(tx, at) });
  return null;
}
