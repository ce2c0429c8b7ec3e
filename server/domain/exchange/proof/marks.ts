/** What every form of the proof shows alike: numbers, the line under marked words, what is known of the story. */
import type { Claim } from '../../../contract/claims.ts';
import type { ProofInput } from './model.ts';
import type { Numbers } from './notes.ts';
import { published } from './pieces.ts';

/** ISO 639 languages that are written from right to left. */
const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|ps|sd|syr|ug|ur|yi)\b/i;
export const isRightToLeft = (language: string): boolean => RIGHT_TO_LEFT.test(language);

/** Numbers by id: claims in the order of the text, evidence and sources in theirs. */
export function numbersOf({ evidence, sources }: ProofInput, claims: readonly Claim[]): Numbers {
  const numbered = (ids: readonly { readonly id: string }[], sign: string) =>
    new Map(ids.map(({ id }, index) => [id, `${sign}${index + 1}`]));
  return {
    claims: numbered(claims, ''),
    evidence: numbered(
      evidence.filter(({ withdrawn }) => !withdrawn),
      'E',
    ),
    sources: numbered(sources, 'S'),
  };
}

/** The strongest state of several marks decides the line: what is wrong before what is open before what is settled. */
const STRONGEST = ['wrong', 'returned', 'expired', 'unchecked', 'checking', 'checked', 'passed'] as const;
export type StateLine = (typeof STRONGEST)[number];

export function lineOf(claims: readonly Claim[]): StateLine {
  const lines = claims.map(({ status, verdict }) =>
    verdict?.verdict === 'inaccurate' && verdict.expired === null ? 'wrong' : status,
  );
  return STRONGEST.find((line) => lines.some((one) => one === line)) ?? 'unchecked';
}

/** Who wrote it, for whom, from where and when: each once. */
export function factsOf({ byline, agency, dateline, publishedAt }: ProofInput['article']): string[] {
  const facts = [byline, agency, dateline, publishedAt === null ? null : published(publishedAt)];
  return [...new Set(facts.filter((fact) => fact !== null))];
}
