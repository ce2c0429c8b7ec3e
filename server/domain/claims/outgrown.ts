/** Details that say what a claim's words said before, and say no longer. */
import type { KindAndDetails, Outgrown, ReadField, Reading } from '../../contract/claims.ts';
import { hasWords, wordKeys } from '../text/revise/same-words.ts';
import { type Part, partsOf, type ReadWords, type Said, type WordsOfClaim } from './outgrown-parts.ts';
import { readDetails } from './read-details.ts';

/** A claim on two sets of words. */
export interface ChangedWords {
  readonly before: WordsOfClaim;
  readonly now: WordsOfClaim;
  /** What was outgrown by then already, and is not settled: it was read from words that are older still. */
  readonly pending: readonly ReadField[];
  /** A BCP 47 tag. */
  readonly language: string;
}

const FAR: Readonly<Record<Said, number>> = { no: 0, there: 1, read: 2 };

/**
 * What of the details is outgrown where a claim's words change from `before` to `now`.
 *
 * Only what the words said is ever outgrown: a figure that a person typed because it stands in another sentence, or a place
 * that they looked up, is theirs, whatever becomes of these words.
 *
 * @param content the details, the same on both
 * @returns null where nothing is
 */
export function outgrownBy(content: KindAndDetails, changed: ChangedWords): Outgrown | null {
  const { pending, language } = changed;
  const before = readWords(content, changed.before, language);
  const now = readWords(content, changed.now, language);
  const parts = partsOf(content).filter(({ field, said }) => {
    const was = pending.includes(field) ? 'read' : said(before);
    return FAR[said(now)] < FAR[was];
  });
  return outgrown(parts, now, before);
}

/**
 * What is left of it once a person wrote other details: a part is settled where it was changed, or is what the words say.
 *
 * @param details as they were and as they are
 */
export function outgrownAfterEdit(
  open: Outgrown,
  details: { readonly before: KindAndDetails; readonly after: KindAndDetails },
  words: WordsOfClaim,
  language: string,
): Outgrown {
  const now = readWords(details.after, words, language);
  const former = new Map(partsOf(details.before).map(({ field, value }) => [field, value]));
  const left = partsOf(details.after).filter(
    ({ field, value, said }) =>
      open.fields.includes(field) && former.get(field) === value && said(now) !== 'read',
  );
  return outgrown(left, now, now) ?? { ...open, settled: true };
}

/** Whether a person has yet to say what holds. */
export const isOpen = (outgrown: Outgrown | null): boolean => outgrown !== null && !outgrown.settled;

function outgrown(parts: readonly Part[], now: ReadWords, before: ReadWords): Outgrown | null {
  if (parts.length === 0) return null;
  const offered: Reading = {};
  for (const { offer } of parts) Object.assign(offered, offer(now, before));
  return { fields: parts.map(({ field }) => field), offered, settled: false };
}

function readWords({ kind }: KindAndDetails, words: WordsOfClaim, language: string): ReadWords {
  const { span, sentenceText, sentenceStart } = words;
  const content = readDetails(kind, span.quote, sentenceText, span.start - sentenceStart, span);
  const keys = [span.quote, sentenceText].map((text) => wordKeys(text, language));
  const has = (text: string) => {
    const sought = wordKeys(text, language);
    return keys.some((all) => hasWords(all, sought));
  };
  return { ...words, content, has };
}
