/** Claims for tests of the article page: only what a test is about is given. */
import {
  AttributionDetails,
  CasualtyDetails,
  type Claim,
  FactDetails,
  SourceDetails,
  type Verdict,
} from '../../server/contract/claims.ts';

/** A UUIDv7 that ends in a number, so that a test reads. */
export const idOf = (number: number) => `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`;

type Common = Omit<Claim, 'kind' | 'details'>;
type Over = Partial<Common> & { start?: number; end?: number; quote?: string };

function common(number: number, { start = number * 10, end = start + 5, quote, ...over }: Over): Common {
  return {
    id: idOf(number),
    articleId: idOf(0),
    revision: 1,
    sentence: 0,
    version: 1,
    span: { start, end, quote: quote ?? 'words' },
    sentenceText: 'A sentence.',
    sentenceStart: start,
    status: 'unchecked',
    summary: null,
    assigneeId: null,
    createdBy: idOf(900),
    createdAt: '2024-03-01T10:00:00.000Z',
    attributionIds: [],
    sameFactAs: null,
    verdict: null,
    review: null,
    citationCount: 0,
    openComments: 0,
    outgrown: null,
    can: ['edit', 'verify', 'comment', 'withdraw'],
    ...over,
  };
}

type Casualty = Extract<Claim, { kind: 'casualty_count' }>;

export const casualty = (
  number: number,
  details: Partial<CasualtyDetails> = {},
  over: Over = {},
): Casualty => ({
  ...common(number, over),
  kind: 'casualty_count',
  details: CasualtyDetails.parse({ outcome: 'killed', ...details }),
});
export const attribution = (
  number: number,
  details: Partial<AttributionDetails> = {},
  over: Over = {},
): Claim => ({ ...common(number, over), kind: 'attribution', details: AttributionDetails.parse(details) });
export const source = (number: number, details: Partial<SourceDetails> = {}, over: Over = {}): Claim => ({
  ...common(number, over),
  kind: 'source',
  details: SourceDetails.parse(details),
});
export const fact = (number: number, details: Partial<FactDetails> = {}, over: Over = {}): Claim => ({
  ...common(number, over),
  kind: 'fact',
  details: FactDetails.parse({ about: 'other', ...details }),
});

export const verdict = (over: Partial<Verdict> = {}): Verdict => ({
  verdict: 'accurate',
  reason: 'The log says so.',
  correction: null,
  by: idOf(900),
  at: '2024-03-02T10:00:00.000Z',
  expired: null,
  confirms: null,
  ...over,
});
