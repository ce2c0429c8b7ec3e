/** Passages and proposals made by hand, for tests of what finds claims. */
import type { Span } from '../../server/contract/common.ts';
import type { Passage, Proposal } from '../../server/domain/extraction/model.ts';
import { readPlain } from '../../server/domain/extraction/plain.ts';

export const passageOf = (
  text: string,
  { language = 'en', publishedAt = null }: { language?: string; publishedAt?: string | null } = {},
): Passage => ({ ...readPlain(text, language), publishedAt });

/** The span of words that stand in the text; of the nth place where they do, from 0. */
export function spanIn(text: string, quote: string, nth = 0): Span {
  let start = -1;
  for (let round = 0; round <= nth; round++) start = text.indexOf(quote, start + 1);
  if (start === -1) throw new Error(`“${quote}” is not in the text`);
  return { start, end: start + quote.length, quote };
}

const COMMON = {
  sentence: 0,
  rule: 'by-hand',
  why: 'made by hand',
  confidence: 0.5,
  attributedBy: [],
  partOf: null,
  sourceName: null,
};

/** An attribution of one piece of content, or of several. */
export function attribution(
  text: string,
  key: string,
  { content, source, cue }: { content: readonly string[]; source?: string; cue?: string },
): Extract<Proposal, { kind: 'attribution' }> {
  const pieces = content.map((quote) => spanIn(text, quote));
  const start = Math.min(...pieces.map((piece) => piece.start));
  const end = Math.max(...pieces.map((piece) => piece.end));
  return {
    ...COMMON,
    kind: 'attribution',
    key,
    span: { start, end, quote: text.slice(start, end) },
    details: {
      source: source === undefined ? null : spanIn(text, source),
      cue: cue === undefined ? null : spanIn(text, cue),
      content: pieces,
      mode: 'indirect',
      basis: source === undefined ? 'none' : 'named',
      sourceId: null,
      via: [],
      carriedOver: false,
    },
  };
}

export const fact = (text: string, key: string, quote: string): Proposal => ({
  ...COMMON,
  kind: 'fact',
  key,
  span: spanIn(text, quote),
  details: { about: 'other', value: null },
});

export const count = (text: string, key: string, quote: string): Proposal => ({
  ...COMMON,
  kind: 'casualty_count',
  key,
  span: spanIn(text, quote),
  details: {
    outcome: 'killed',
    low: null,
    best: null,
    high: null,
    modifier: null,
    wording: null,
    victims: null,
    partOf: null,
    scope: null,
    period: null,
    place: null,
    perpetrator: null,
    cause: null,
  },
});
