/** By what a suggestion is known again in another text of its story. */
import type { KindAndDetails } from '../../contract/claims.ts';

type Fingerprinted = KindAndDetails & { readonly span: { readonly quote: string } };

/**
 * What two suggestions have in common where a decision on one holds for the other: the kind, what is claimed about the
 * words, the words, and the words of their sentence.
 *
 * Blind to place, case, typography and everything between words, so that a sentence that was moved or set anew is the
 * same. Another word in the sentence makes it another: a new figure or a "not" asks for another look.
 *
 * @param sentence the text of the sentence in which the span begins
 */
export function fingerprintOf(proposal: Fingerprinted, sentence: string): string {
  return [proposal.kind, aspectOf(proposal), wordsOf(proposal.span.quote), wordsOf(sentence)].join('|');
}

/** What tells apart two claims of one kind about the same words: "killed and injured dozens", "said and repeated". */
function aspectOf(claim: KindAndDetails): string {
  switch (claim.kind) {
    case 'casualty_count':
      return claim.details.outcome;
    case 'attribution':
      return wordsOf(claim.details.cue?.quote ?? '');
    case 'fact':
      return claim.details.about;
    case 'source':
      return '';
  }
}

/** Words and figures in small letters, with single blanks. "1,200" stays one figure, and "its" is not "it's". */
function wordsOf(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+(?:[.,'’][\p{L}\p{M}\p{N}]+)*/gu);
  return (words ?? []).join(' ').replaceAll('’', "'");
}
