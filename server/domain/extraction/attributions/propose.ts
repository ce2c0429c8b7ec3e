/** Who says what: every attribution of a text, with its source, its cue and what is attributed. */
import type { AttributionDetails } from '../../../contract/claims.ts';
import type { Range, Span } from '../../../contract/common.ts';
import { hullOf } from '../../claims/spans-of.ts';
import { sentenceAt, splitsPair } from '../../text/spans.ts';
import type { AnalysedSentence } from '../analyse.ts';
import type { Passage, Proposal } from '../model.ts';
import { goOn } from './carry.ts';
import { throughNewsrooms } from './cited.ts';
import { basisOf, modeOf, viaOf } from './details.ts';
import { findAll, type Placed } from './found.ts';
import { findNames } from './names.ts';
import { findQuotations, type Quotation } from './quotations.ts';
import { Resolver } from './resolve.ts';
import { viewSentences } from './view.ts';
import { confidenceOf, whyOf } from './why.ts';

/** What the contract takes: a quote's length in UTF-16 code units, and how many contents. */
const LONGEST_QUOTE = 20_000;
const MOST_CONTENTS = 20;

/**
 * Propose every attribution of a passage, in the order of their cues.
 *
 * What the contract could not hold, a quote that is too long or one in too many pieces, is left out whole.
 */
export function proposeAttributions(passage: Passage, sentences: readonly AnalysedSentence[]): Proposal[] {
  const quotations = findQuotations(passage.text, passage.blocks);
  const views = viewSentences(sentences, quotations);
  const found = throughNewsrooms(passage.text, goOn(passage, quotations, findAll(views, passage)));
  const resolver = new Resolver(findNames(sentences));
  return found.flatMap((one, number) => proposalOf(passage, quotations, resolver, one, number) ?? []);
}

function proposalOf(
  passage: Passage,
  quotations: readonly Quotation[],
  resolver: Resolver,
  found: Placed,
  number: number,
): Proposal | null {
  const { text } = passage;
  const printed = found.source === null ? null : text.slice(found.source.start, found.source.end);
  const sourceName =
    found.source === null || printed === null ? null : resolver.fullNameOf(found.source, printed);
  const hull = hullOf(found.content);
  const sentence = hull === null ? null : sentenceAt(passage.sentences, hull.start);
  if (hull === null || sentence === null || !fits(text, found, hull)) return null;
  const details: AttributionDetails = {
    source: spanOf(text, found.source),
    cue: spanOf(text, found.cue),
    content: found.content.map((one) => quoteOf(text, one)),
    mode: modeOf(text, found, quotations),
    basis: basisOf(printed, sourceName, found.isProper),
    sourceId: null,
    via: [viaOf(text, found.listener)].flatMap((one) =>
      one === null ? [] : [{ sourceId: null, span: quoteOf(text, one) }],
    ),
    carriedOver: found.carriedOver,
  };
  return {
    kind: 'attribution',
    details,
    span: quoteOf(text, hull),
    sentence,
    key: `attribution-${number}`,
    rule: found.rule,
    why: whyOf(text, found),
    confidence: confidenceOf(found.rule),
    attributedBy: [],
    partOf: null,
    sourceName,
  };
}

const quoteOf = (text: string, { start, end }: Range): Span => ({
  start,
  end,
  quote: text.slice(start, end),
});
const spanOf = (text: string, range: Range | null): Span | null =>
  range === null ? null : quoteOf(text, range);

function fits(text: string, { source, cue, content, listener }: Placed, hull: Range): boolean {
  if (content.length > MOST_CONTENTS) return false;
  return [hull, source, cue, listener, ...content].every((range) => range === null || isSpan(text, range));
}

/** One that can be stored: not empty, not too long, no half of a character, no NUL. */
function isSpan(text: string, { start, end }: Range): boolean {
  if (end <= start || end - start > LONGEST_QUOTE || splitsPair(text, start) || splitsPair(text, end))
    return false;
  const quote = text.slice(start, end);
  return quote.isWellFormed() && !quote.includes('\0') && quote.trim() !== '';
}
