/** Stories for the rules of the ledger, made of words: counts are read from what is marked, as the server reads them. */
import { type CasualtyDetails, FactDetails } from '../../server/contract/claims.ts';
import type { Ledger } from '../../server/contract/figures.ts';
import { readCasualty } from '../../server/domain/claims/read-casualty.ts';
import { buildLedger } from '../../server/domain/figures/ledger/ledger.ts';
import type { LedgerStory } from '../../server/domain/figures/ledger/model.ts';
import { type Mark, type Registered, storyOf } from './audited.ts';

export type Details = Partial<CasualtyDetails>;

interface Links {
  readonly by?: readonly string[];
  readonly sameFactAs?: string;
}

/** A marked count: its id, its words (`it#2` for where they stand the second time), and what its words do not tell. */
export const count = (id: string, quote: string, details: Details = {}, links: Links = {}): Mark => ({
  kind: 'casualty_count',
  id,
  quote,
  details,
  ...links,
});
/** A marked date with what the editor wrote down for it. */
export const date = (id: string, quote: string, value: string | null = null, sameFactAs?: string): Mark => ({
  kind: 'fact',
  id,
  quote,
  details: FactDetails.parse({ about: 'date', value }),
  ...(sameFactAs === undefined ? {} : { sameFactAs }),
});
/** Who says a stretch of the story. */
export const says = (id: string, quote: string, source: string): Mark => ({
  kind: 'attribution',
  id,
  quote,
  source,
});

export interface LedgerCase {
  /** One sentence to a line; a line in brackets is a headline, one in braces a standfirst. */
  readonly text: string;
  readonly marks: readonly Mark[];
  /** "rule: ids", in the order of the text. */
  readonly problems: readonly string[];
  readonly notes?: readonly string[];
  readonly publishedAt?: string;
  readonly language?: string;
  readonly sources?: readonly Registered[];
}

export function ledgerStory({
  text,
  marks,
  publishedAt,
  language = 'en',
  sources = [],
}: Omit<LedgerCase, 'problems'>): LedgerStory {
  const read = marks.map((mark) => (mark.kind === 'casualty_count' ? withReading(text, mark) : mark));
  const { claims, sources: register } = storyOf({ text, marks: read, sources });
  return {
    language,
    publishedAt: publishedAt ?? null,
    claims: claims.map((claim) => ({ ...claim, role: roleOf(claim.sentenceText) })),
    sources: register,
  };
}

const roleOf = (line: string) =>
  line.startsWith('[') ? 'headline' : line.startsWith('{') ? 'standfirst' : 'paragraph';

function withReading(text: string, mark: Extract<Mark, { kind: 'casualty_count' }>): Mark {
  const [claim] = storyOf({ text, marks: [mark] }).claims;
  if (claim === undefined) throw new Error('one mark makes one claim');
  const read = readCasualty(claim.span.quote, claim.sentenceText, claim.span.start - claim.sentenceStart);
  return { ...mark, details: { ...read, ...mark.details } };
}

export const ledgerOf = (story: Omit<LedgerCase, 'problems'>): Ledger => buildLedger(ledgerStory(story));

/** What was found, as the case tables write it. */
export const told = (findings: Ledger['problems']): string[] =>
  findings.map(({ rule, places }) => `${rule}: ${places.map(({ claimId }) => claimId).join(', ')}`);
