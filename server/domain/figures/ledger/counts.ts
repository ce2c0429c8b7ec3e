/** The casualty counts of a story, each with its bounds and who says it. */
import { boundsOf } from './bounds.ts';
import {
  type AttributionClaim,
  type Count,
  type CountClaim,
  inTextOrder,
  isHead,
  type LedgerStory,
} from './model.ts';
import { attributionsOf, namedSources, sourceKey } from './sources.ts';

/** In the order of the text. */
export function countsOf(story: LedgerStory): Count[] {
  const claims = [...story.claims].sort(inTextOrder);
  const counts = claims.filter((claim): claim is CountClaim => claim.kind === 'casualty_count');
  const attributions = claims.filter((claim): claim is AttributionClaim => claim.kind === 'attribution');
  const said = attributionsOf(counts, attributions);
  return counts.map((claim) => {
    const by = said.get(claim.id) ?? [];
    return {
      claim,
      details: claim.details,
      bounds: boundsOf(claim.details, isHead(claim)),
      sources: namedSources(by, story.sources),
      sourceKeys: [...new Set(by.map(sourceKey))].sort(),
      isAddition: isAddition(claim),
    };
  });
}

/** Both are attributed, and to nobody in common: they may well differ. */
export const differBySource = (a: Count, b: Count): boolean =>
  a.sourceKeys.length > 0 &&
  b.sourceKeys.length > 0 &&
  !a.sourceKeys.some((key) => b.sourceKeys.includes(key));

/** UTF-16 code units before and behind the marked words in which "another" and "more" are looked for. */
const REACH = 24;
/** "Another 12", "a further five". */
const ADDS_BEFORE = /\b(?:another|additional|further|other)(?:\s+[\p{L}\p{N}-]+){0,2}\s*$/iu;
const ADDS_WITHIN = new RegExp(
  [
    '^\\s*(?:(?:at least|about|some|up to|nearly|more than)\\s+)?(?:',
    '(?:another|an additional|additional|a further|further)\\b',
    // "12 more", "five people more", "three others"; but "30 or more" is a bound.
    '|[\\p{L}\\p{N},.-]+(?:\\s+(?!or\\b|and\\b)[\\p{L}-]+)?\\s+(?:more|others?)\\b(?!\\s+than)',
    ')',
  ].join(''),
  'iu',
);

/** Added to a figure told before: "another 12", "five more", "three others". */
function isAddition({ span, sentenceText, sentenceStart }: CountClaim): boolean {
  const offset = span.start - sentenceStart;
  const before = sentenceText.slice(Math.max(0, offset - REACH), Math.max(0, offset));
  const from = Math.max(0, offset);
  const within = `${span.quote.slice(0, 2 * REACH)} ${sentenceText.slice(from + span.quote.length, from + span.quote.length + REACH)}`;
  return ADDS_BEFORE.test(before) || ADDS_WITHIN.test(within);
}
