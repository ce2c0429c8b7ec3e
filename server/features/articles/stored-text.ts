/** The text of a story as it is stored: read from what was pasted, with its blocks and sentences. */
import { createHash } from 'node:crypto';
import { MAX_STORY_BYTES } from '../../contract/articles.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Tx } from '../../database/client.ts';
import {
  readStory,
  type StoryCorrections,
  type StoryReading,
  type StoryResult,
} from '../../domain/text/story.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { ArticleRow } from './articles.queries.ts';

/** Words of a story beyond these, in UTF-16 code units, are not found from the desk: PostgreSQL limits a search vector to 1 MB. */
const SEARCHED = 100_000;

/** @throws Refusal TOO_LARGE, EMPTY_STORY, NOT_TEXT */
export function understand(body: StoryCorrections & { readonly text: string }): StoryReading {
  return asStored(body.text, () => {
    const { text, ...corrections } = body;
    return readStory(text, corrections);
  });
}

/** @throws Refusal as `understand` does */
export function asStored(text: string, reading: () => StoryResult): StoryReading {
  if (Buffer.byteLength(text, 'utf8') > MAX_STORY_BYTES) throw new Refusal('TOO_LARGE');
  const read = reading();
  if (!read.ok) throw new Refusal(read.problem);
  return read.story;
}

export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest();

export function searchedWords(
  a: Pick<ArticleRow, 'title' | 'byline' | 'agency' | 'dateline'>,
  text: string,
): string {
  const beginning = text.slice(0, SEARCHED).toWellFormed();
  return [a.title, a.byline, a.agency, a.dateline, beginning].filter((part) => part !== null).join('\n');
}

/** The text and its sentences, in one statement: what else there is to do can be done while PostgreSQL is at it. */
export async function insertRevision(
  tx: Tx,
  {
    articleId,
    number,
    story,
    write,
  }: { articleId: string; number: number; story: StoryReading; write: PersonWrite },
): Promise<void> {
  const { text, blocks, sentences, furniture } = story;
  const column = <T>(of: (sentence: (typeof sentences)[number], index: number) => T) => sentences.map(of);
  await tx.$executeRaw`
    WITH revision AS (
      INSERT INTO revisions (article_id, number, text, sha256, blocks, furniture, created_by_id, created_at)
      VALUES (${articleId}::uuid, ${number}, ${text}, ${sha256(text)}, ${JSON.stringify(blocks)}::jsonb,
        ${JSON.stringify(furniture)}::jsonb, ${write.user.id}::uuid, ${write.at})
      RETURNING article_id, number
    )
    INSERT INTO sentences (article_id, revision, number, block, start, "end", text)
    SELECT revision.article_id, revision.number, sentence.* FROM revision, unnest(
      ${column((_sentence, index) => index)}::int[], ${column((s) => s.block)}::int[], ${column((s) => s.start)}::int[],
      ${column((s) => s.end)}::int[], ${column((s) => text.slice(s.start, s.end))}::text[]) AS sentence`;
}
