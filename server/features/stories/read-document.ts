/** A story's document from bytes: held to the contract, to what makes it one story, and to what it says of itself. */
import { createHash } from 'node:crypto';
import type { Issue } from '../../contract/problem.ts';
import { MAX_NEWSROOMS, StoryDocument, StoryManifest, type WholeStory } from '../../contract/stories.ts';
import { digestOf } from '../../database/chain.ts';
import { wrongIn } from '../../domain/exchange/story/check.ts';
import { issuesOf } from '../../http/parse.ts';
import type { StoryAnswer } from '../../services.ts';
import { storyDigest } from './story-file.ts';
import { LIST_ORDER } from './story-tables.ts';

/** All that can be told without the database and its keys. Of a large one it takes seconds. */
export function readDocument(bytes: Uint8Array): StoryAnswer {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, broken: 'encoding' };
  }
  const body = parsed(text);
  if (body === null) return { ok: false, broken: 'json' };
  const held = StoryDocument.safeParse(body);
  if (!held.success) return { ok: false, broken: null, issues: issuesOf(held) };
  const document = held.data;
  return {
    ok: true,
    document,
    digest: digestOf(body).toString('hex'),
    wrong: [...wrongIn(document.story), ...wrongTexts(document.story), ...wrongEarlier(document.manifest)],
    isWhole: isWhole(document),
  };
}

/** @returns null for what is no JSON, and for JSON that is no more than a word or a number */
function parsed(text: string): object | null {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' ? body : null;
  } catch {
    return null;
  }
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Texts that are not those of their digests: what was signed off would not be what is read. */
function wrongTexts({ revisions, snapshots }: WholeStory): Issue[] {
  const wrong = (list: string, rows: readonly { text: string; sha256: string }[]) =>
    rows.flatMap((row, index) =>
      sha256(row.text) === row.sha256
        ? []
        : [{ path: `story.${list}.${index}.sha256`, message: 'is not that of the text' }],
    );
  return [...wrong('revisions', revisions), ...wrong('snapshots', snapshots)];
}

/** Histories from before, of whatever depth, that could not be read or erased here. */
function wrongEarlier(manifest: StoryManifest): Issue[] {
  let { earlier } = manifest;
  for (let depth = 2; earlier !== null; depth += 1) {
    const path = `manifest${'.earlier.manifest'.repeat(depth - 1)}`;
    if (depth > MAX_NEWSROOMS)
      return [{ path, message: `has come through more than ${MAX_NEWSROOMS} newsrooms` }];
    const told = StoryManifest.safeParse(earlier.manifest);
    if (!told.success)
      return issuesOf(told)
        .slice(0, 1)
        .map((one) => ({ ...one, path: `${path}.${one.path}` }));
    earlier = told.data.earlier;
  }
  return [];
}

/** Whether it is as it left: its rows are those of its digest, its history says what its digests say, and ends where it says. */
export function isWhole({ story, manifest }: StoryDocument): boolean {
  const digest = storyDigest();
  digest.add(story.article);
  for (const list of LIST_ORDER) for (const row of story[list]) digest.add(row);
  digest.add(story.people);
  const isSame = digest.hex() === manifest.sha256;
  const saysSo = manifest.history.every(
    ({ data, digest: told, seq }, index) =>
      seq === index + 1 && (data === null || digestOf(data).toString('hex') === told),
  );
  const last = manifest.history.at(-1);
  const endsThere = manifest.head === (last?.seq ?? 0) && manifest.headHash === (last?.hash ?? null);
  return isSame && saysSo && endsThere;
}
