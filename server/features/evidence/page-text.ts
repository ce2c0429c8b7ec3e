/** The readable text of a page, fetched and read as a story's is: nothing runs, and nothing that it names is fetched. */
import { MAX_SNAPSHOT_LENGTH } from '../../contract/evidence.ts';
import { type ProblemCode, Refusal } from '../../contract/problem.ts';
import type { Actor } from '../../domain/claims/permissions.ts';
import { type ImportProblem, wordsOf } from '../../domain/exchange/in/model.ts';
import type { Services } from '../../services.ts';
import { type AskPage, aboutUrl } from '../arrivals/ask-page.ts';

export interface PageText {
  readonly text: string;
  /** After redirects. */
  readonly fetchedFrom: string;
}

/** @throws Refusal FETCH_NO_TEXT, FETCH_TOO_LARGE, those of `AskPage`, and those of the readers */
export type ReadPage = (user: Actor, url: string, signal: AbortSignal) => Promise<PageText>;

/** What a reader of stories says of a page. */
const OF_PAGES: Readonly<Partial<Record<ImportProblem, ProblemCode>>> = {
  EMPTY_STORY: 'FETCH_NO_TEXT',
  FILE_NO_STORY: 'FETCH_NO_TEXT',
  FILE_UNKNOWN: 'FETCH_TYPE',
};

export function pageReading({ readFile }: Pick<Services, 'readFile'>, askPage: AskPage): ReadPage {
  return async (user, url, signal) => {
    const { bytes, name, format = null, charset, url: fetchedFrom } = await askPage(user, url, signal);
    const read = await readFile({ bytes, name, format, charset });
    if (!read.ok) throw new Refusal(OF_PAGES[read.problem] ?? read.problem, aboutUrl(read.detail));
    const text = wordsOf(read.story);
    if (text.trim() === '') throw new Refusal('FETCH_NO_TEXT');
    if (text.length > MAX_SNAPSHOT_LENGTH) throw new Refusal('FETCH_TOO_LARGE');
    if (text.includes('\0') || !text.isWellFormed()) throw new Refusal('NOT_TEXT');
    return { text, fetchedFrom };
  };
}
