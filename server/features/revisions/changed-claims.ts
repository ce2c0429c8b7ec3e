/** What became of a story's claims, as the API tells it: from the rows that were stored, or from what is being stored. */
import type { Span } from '../../contract/common.ts';
import type { ChangedClaim, ClaimChange, Elsewhere } from '../../contract/revisions.ts';
import { keepsVerdict } from '../../domain/text/revise/model.ts';
import { wordByWord } from '../../domain/text/revise/word-by-word.ts';
import type { StoredRevision } from '../articles/revisions.ts';
import type { Replaced } from './revise.store.ts';

/** What a newer text made of one claim. */
export interface Changed {
  readonly id: string;
  readonly change: ClaimChange;
  readonly from: string;
  readonly fromStart: number;
  /** Null where its words are gone. */
  readonly span: Span | null;
  readonly expired: boolean;
  /** The sentence in which it began before, and the one of now; null where it is not told by them. */
  readonly sentence: { readonly before: string; readonly now: string } | null;
  readonly cause: CauseWords;
}

/** The words of the sentence elsewhere that made a change; null where none stood there. */
export interface CauseWords {
  readonly before: string | null;
  readonly now: string | null;
}

/** Both wordings side by side; null where no other sentence made the change. */
export function elsewhereOf({ before, now }: CauseWords): Elsewhere | null {
  if (before === null && now === null) return null;
  return { from: before, to: now, pieces: wordByWord(before ?? '', now ?? '') };
}

export function changedClaim(changed: Changed): ChangedClaim {
  const { id, change, from, fromStart, span, sentence, cause, expired } = changed;
  return {
    id,
    change,
    span,
    verdictKept: keepsVerdict(change) || !expired,
    from,
    fromStart,
    to: span?.quote ?? null,
    pieces: span === null || span.quote === from ? [] : wordByWord(from, span.quote),
    beside:
      sentence === null || sentence.before === sentence.now ? [] : wordByWord(sentence.before, sentence.now),
    elsewhere: elsewhereOf(cause),
  };
}

/** The same as would be read back, before it is stored. */
export function changedOf(
  claims: readonly Replaced[],
  { older, newer }: { readonly older: StoredRevision; readonly newer: StoredRevision },
): Changed[] {
  return claims
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .map(({ id, change, span, sentence, now, expires, cause }): Changed => {
      const isTold = now !== null && now.span.quote === span.quote && !keepsVerdict(change);
      return {
        id,
        change,
        from: span.quote,
        fromStart: span.start,
        span: now?.span ?? null,
        expired: expires,
        sentence: isTold
          ? { before: sentenceAt(older, sentence) ?? '', now: sentenceAt(newer, now.sentence) ?? '' }
          : null,
        cause: { before: sentenceAt(older, cause?.was), now: sentenceAt(newer, cause?.now) },
      };
    })
    .sort((a, b) => a.fromStart - b.fromStart || (a.id < b.id ? -1 : 1));
}

export function sentenceAt({ text, sentences }: StoredRevision, number: number | null | undefined) {
  const range = number == null ? undefined : sentences[number];
  return range === undefined ? null : text.slice(range.start, range.end);
}
