/** A story, its claims and what stands behind them, for proofs. */
import type { Claim } from '../../server/contract/claims.ts';
import type { ProofInput } from '../../server/domain/exchange/proof/model.ts';

export const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const TEXT = 'Ferry sinks\n\nAt least 41 people died & 3 were saved, <b>the office</b> said.';
export const AT = '2026-03-02T09:05:00.000Z';

export function claim(number: number, quote: string, more: Partial<Claim> = {}): Claim {
  const start = TEXT.indexOf(quote);
  const made = {
    id: id(number),
    articleId: id(900),
    revision: 1,
    sentence: 1,
    version: 1,
    span: { start, end: start + quote.length, quote },
    sentenceText: TEXT,
    sentenceStart: 0,
    status: 'unchecked' as const,
    summary: null,
    assigneeId: null,
    createdBy: id(1),
    createdAt: AT,
    attributionIds: [],
    sameFactAs: null,
    verdict: null,
    review: null,
    citationCount: 0,
    openComments: 0,
    outgrown: null,
    can: [],
    kind: 'fact' as const,
    details: { about: 'event' as const, value: null },
  };
  return { ...made, ...more } as Claim;
}

export const ADA = id(1);
export const BEN = id(2);
export const verdict = (value: 'accurate' | 'inaccurate', expired = false): Claim['verdict'] => ({
  verdict: value,
  reason: 'The register has it.',
  correction: value === 'inaccurate' ? '42 people' : null,
  by: ADA,
  at: AT,
  expired: expired ? { at: AT, reasons: ['details'] } : null,
  confirms: null,
});
export const passed: NonNullable<Claim['review']> = {
  decision: 'passed',
  reasonCode: null,
  note: null,
  by: BEN,
  at: AT,
  reopened: null,
};

export function input(more: Partial<ProofInput> = {}): ProofInput {
  return {
    article: {
      title: 'Ferry <sinks>',
      byline: 'Ada Moor',
      agency: null,
      dateline: null,
      publishedAt: AT,
      language: 'en',
      sourceUrl: null,
      head: 12,
      revision: {
        number: 1,
        text: TEXT,
        sha256: 'ab'.repeat(32),
        blocks: [
          { role: 'headline', start: 0, end: 11 },
          { role: 'paragraph', start: 13, end: TEXT.length },
        ],
        sentences: [],
      },
    },
    claims: [],
    evidence: [],
    citations: [],
    sources: [],
    people: new Map([
      [ADA, 'Ada <b>'],
      [BEN, 'Ben'],
    ]),
    signOff: null,
    ended: null,
    headHash: 'cd'.repeat(32),
    madeAt: AT,
    madeBy: 'Cleo',
    ...more,
  };
}
