/** Words as the audit finds and quotes them. */
import type { Range, Span } from '../../contract/common.ts';
import { foldName } from '../sources/search-text.ts';
import { oneLine, wordsOf } from '../text/wording.ts';
import type { Attribution, AuditedStory, PlacedClaim } from './story.ts';

/** In UTF-16 code units: what fits a line of a list. */
const LONGEST = 80;

/** Words in quotation marks, on one line and not too long. */
export function quoted(words: string): string {
  const whole = wordsOf(words.trim().replace(/^[“”"«»]+|[“”"«»]+$/gu, '')).join(' ');
  const line = oneLine(whole, LONGEST);
  return line === whole ? `“${line}”` : `“${line}…”`;
}

/** How many words may stand between a claim and a word that speaks of it. */
const BEFORE = 6;
const AFTER = 2;

/**
 * The words of a pattern that belong to a claim: inside of it, or in its sentence with neither a border of a clause
 * nor many words between.
 *
 * @param pattern global
 */
export function wordsAt(claim: PlacedClaim, pattern: RegExp): Span | null {
  const offset = claim.span.start - claim.sentenceStart;
  const { quote } = claim.span;
  const text = claim.sentenceText.slice(0, offset) + quote + claim.sentenceText.slice(offset + quote.length);
  const end = offset + quote.length;
  for (const match of text.matchAll(pattern)) {
    const to = match.index + match[0].length;
    // What begins within the claim has nothing between.
    const isNear =
      to <= offset ? isShort(text.slice(to, offset), BEFORE) : isShort(text.slice(end, match.index), AFTER);
    if (isNear)
      return { start: claim.sentenceStart + match.index, end: claim.sentenceStart + to, quote: match[0] };
  }
  return null;
}

const isShort = (between: string, most: number): boolean =>
  !/[,;:.!?—–“”"«»]/u.test(between) && wordsOf(between).length <= most;

/** Where a claim's sentence ends, or the claim where it runs on. */
export const sentenceEnd = (claim: PlacedClaim): number =>
  Math.max(claim.sentenceStart + claim.sentenceText.length, claim.span.end);

export const touches = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

/** Who says so, in words: as printed; where that stands for a name, the register's; null for nobody. */
export function sayerOf(story: AuditedStory, { details }: Attribution): string | null {
  const printed = details.source?.quote ?? null;
  return printed ?? story.sources.get(details.sourceId ?? '')?.name ?? null;
}

/** What tells one source from another: its entry, or else its words; the attribution itself where there are neither. */
export function sourceKey({ id, details }: Attribution): string {
  return details.sourceId ?? (details.source === null ? id : foldName(details.source.quote));
}
