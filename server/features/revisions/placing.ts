/** Where the claims of an older text stand on a newer one, and what is stored of that. */
import type { Span } from '../../contract/common.ts';
import { confirmableOn } from '../../domain/claims/confirmable.ts';
import { isOpen, outgrownBy } from '../../domain/claims/outgrown.ts';
import type { WordsOfClaim } from '../../domain/claims/outgrown-parts.ts';
import { anchoredOf, replacedDetails } from '../../domain/claims/replaced.ts';
import { placeOf } from '../../domain/text/place.ts';
import { keepsVerdict, type Reanchored } from '../../domain/text/revise/model.ts';
import { reanchoring } from '../../domain/text/revise/reanchor.ts';
import type { StoredRevision } from '../articles/revisions.ts';
import { searchedWords as claimWords } from '../claims/marked-words.ts';
import type { PlacedClaim, Replaced } from './revise.store.ts';

export interface Texts {
  readonly older: StoredRevision;
  readonly newer: StoredRevision;
  readonly language: string;
}

/**
 * Decide on a claim and say what is stored of it.
 *
 * @param earlier where it stood when the story had this very text
 */
type Place = (claim: PlacedClaim, earlier: Span | undefined) => Replaced;

/** @param claims all of them: what becomes of one may hang on another */
export function placing(claims: readonly PlacedClaim[], texts: Texts): Place {
  const { older, newer, language } = texts;
  const anchored = new Map(claims.map((claim) => [claim.id, anchoredOf(claim, claim.content)]));
  const decide = reanchoring({ ...older, language }, { ...newer, language }, [...anchored.values()]);
  return (claim, earlier) =>
    replaced(claim, decide(anchored.get(claim.id) ?? anchoredOf(claim, claim.content)), earlier, texts);
}

/**
 * Where the text is one that the story had before, the place of then is exact: a revision and its reverse bring every
 * claim back to where it was.
 */
function replaced(
  claim: PlacedClaim,
  result: Reanchored,
  earlier: Span | undefined,
  { older, newer, language }: Texts,
): Replaced {
  const { span, change, cause } = returned(result, earlier);
  const place = span === null ? null : placeOf(newer, span);
  if (span === null || place === null || !place.ok)
    return {
      ...claim,
      ...{ change: 'gone', now: null, cause: null },
      expires: claim.verdictId !== null,
      confirmable: false,
    };
  const content = replacedDetails(claim.content, span, result);
  const expires = claim.verdictId !== null && !keepsVerdict(change);
  const [before, now] = [wordsOf(older, claim.sentence, claim.span), wordsOf(newer, place.sentence, span)];
  // Where the words are the same nothing is read anew: what was open stays open, what was settled stays settled.
  const pending = isOpen(claim.outgrown) ? (claim.outgrown?.fields ?? []) : [];
  const outgrown = keepsVerdict(change)
    ? claim.outgrown
    : outgrownBy(content, { before, now, pending, language });
  return {
    ...claim,
    change,
    cause,
    now: {
      span,
      sentence: place.sentence,
      content,
      outgrown,
      words: isFoundAlike(before, now) ? null : claimWords(now.span.quote, now.sentenceText, claim.summary),
    },
    expires,
    confirmable:
      outgrown?.fields.includes('figure') !== true &&
      confirmableOn(
        {
          holds: claim.verdictId !== null,
          confirmable: claim.wasConfirmable,
          correction: claim.correction,
        },
        {
          change,
          losesPart: result.parts.includes(null),
          before: [before.span.quote, before.sentenceText],
          now: [now.span.quote, now.sentenceText],
          language,
        },
      ),
  };
}

/**
 * The place that a claim had in this very text, which is exact, where the words lead to it at all. A verdict was given on
 * what stands around the words: where they lead to another place than that one, it has to be given again.
 */
function returned(
  { span, change, cause }: Reanchored,
  earlier: Span | undefined,
): Pick<Reanchored, 'span' | 'change' | 'cause'> {
  if (span === null || earlier === undefined) return { span, change, cause };
  const isThere = span.start === earlier.start && span.end === earlier.end;
  return { span: earlier, change: isThere || !keepsVerdict(change) ? change : 'reworded', cause };
}

/** A claim's own words, which may run over several sentences, and those of the sentence in which they begin. */
function wordsOf({ text, sentences }: StoredRevision, sentence: number, span: Span): WordsOfClaim {
  const { start, end } = sentences[sentence] ?? span;
  return { span, sentenceText: text.slice(start, end), sentenceStart: start };
}

const isFoundAlike = (before: WordsOfClaim, now: WordsOfClaim): boolean =>
  before.span.quote === now.span.quote && before.sentenceText === now.sentenceText;
