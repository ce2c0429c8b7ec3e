/** Marks held against the text that they were made on. */
import type { KindAndDetails } from '../../contract/claims.ts';
import type { Span } from '../../contract/common.ts';
import { type Issue, Refusal } from '../../contract/problem.ts';
import type { Queryable } from '../../database/client.ts';
import { isHullOfContent, spansIn } from '../../domain/claims/spans-of.ts';
import { isQuoteOf, placeOf } from '../../domain/text/place.ts';
import { proposeSpan } from '../../domain/text/propose.ts';
import type { LockedArticle } from '../articles/access.ts';
import { type StoredRevision, selectRevision } from '../articles/revisions.ts';

/** Words of a sentence beyond these, in UTF-16 code units, are not found: PostgreSQL limits a search vector to 1 MB. */
const SEARCHED = 20_000;

/**
 * The story's current text, on which a mark has to be made.
 *
 * @param span the marked words, null where only details hold spans
 * @throws Refusal STALE_REVISION with the current revision and where the words are in it
 */
export async function requireRevision(
  db: Queryable,
  article: LockedArticle,
  marked: number,
  span: Span | null,
): Promise<StoredRevision> {
  const revision = await selectRevision(db, article.id, article.currentRevision);
  if (marked === revision.number) return revision;
  const proposed = span === null ? null : proposeSpan(revision.text, span.quote);
  throw new Refusal('STALE_REVISION', { revision: revision.number, proposed });
}

/**
 * The number of the sentence in which a claim begins, from 0.
 *
 * @throws Refusal SPAN_MISMATCH, SPAN_OUTSIDE
 */
export function requirePlace(revision: StoredRevision, span: Span): number {
  const place = placeOf(revision, span);
  if (!place.ok) throw new Refusal(place.code, { issues: [issue('span', place.code)] });
  return place.sentence;
}

/**
 * Hold every span inside a claim's details against the text. They may stand anywhere in it.
 *
 * @throws Refusal SPAN_MISMATCH with the places
 */
export function requireSpans(revision: StoredRevision, claim: KindAndDetails): void {
  const wrong = spansIn(claim).filter(({ span }) => !isQuoteOf(revision.text, span));
  if (wrong.length > 0)
    throw new Refusal('SPAN_MISMATCH', { issues: wrong.map(({ path }) => issue(path, 'SPAN_MISMATCH')) });
}

/**
 * Hold an attribution's marked words against what it attributes.
 *
 * @throws Refusal CONTENT_MISMATCH
 */
export function requireHull(claim: KindAndDetails, span: Span): void {
  if (!isHullOfContent(claim, span))
    throw new Refusal('CONTENT_MISMATCH', { issues: [issue('details.content', 'CONTENT_MISMATCH')] });
}

const MESSAGES = {
  CONTENT_MISMATCH: 'has to begin and end where the marked words do',
  SPAN_MISMATCH: 'is not what stands at that place in the text',
  SPAN_OUTSIDE: 'has to begin inside a sentence',
} as const;
const issue = (path: string, code: keyof typeof MESSAGES): Issue => ({ path, message: MESSAGES[code] });

/** The words of a sentence. */
export function sentenceText(revision: StoredRevision, number: number): string {
  const sentence = revision.sentences[number];
  if (sentence === undefined) throw new Error(`no sentence ${number}`);
  return revision.text.slice(sentence.start, sentence.end);
}

/** The words by which a claim is found. */
export function searchedWords(quote: string, sentence: string, summary: string | null): string {
  const words = [quote, sentence.slice(0, SEARCHED).toWellFormed(), summary];
  return words.filter((part) => part !== null).join('\n');
}
