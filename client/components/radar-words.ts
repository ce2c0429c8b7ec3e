/** What became of verdicts that were handed out, in the newsroom's words. */
import { FORMATS } from '../../server/contract/formats.ts';
import type { CarryingExport, EndedHow, RadarEntry } from '../../server/contract/radar.ts';
import { fullTime } from '../times.ts';
import { STATUS_WORDS, VERDICT_WORDS } from '../words.ts';

const HOW_WORDS: Readonly<Record<EndedHow, string>> = {
  changed: 'another verdict was given',
  taken_back: 'the verdict was taken back',
  expired: 'what it was about changed',
};

/** "Accurate when it was handed out; another verdict was given. Now: inaccurate". */
export function turnWords({ verdict, how, claim }: Pick<RadarEntry, 'verdict' | 'how' | 'claim'>): string {
  if (how === 'changed' && verdict === claim.verdict)
    return `${VERDICT_WORDS[verdict]}, and what is correct was changed since`;
  const now = claim.verdict === null ? STATUS_WORDS[claim.status] : VERDICT_WORDS[claim.verdict];
  return `${VERDICT_WORDS[verdict]} when it was handed out; ${HOW_WORDS[how]}. Now: ${now.toLowerCase()}`;
}

const MADE_OF: Readonly<Record<CarryingExport['kind'], string>> = {
  claims: 'claims',
  corrections: 'corrections',
  proof: 'the checking proof',
  story: 'the whole story',
};

/** "CSV of claims, Ada Field, 2 Mar 2026, 09:00". */
export const fileWords = ({ kind, format, by, at }: CarryingExport): string =>
  `${FORMATS.find((one) => one.of === kind && one.id === format)?.label ?? format} of ${MADE_OF[kind]}, ${by.name}, ${fullTime(at)}`;

/** "passed, version 3". */
export const carriedWords = ({ status, version }: CarryingExport): string =>
  `${STATUS_WORDS[status].toLowerCase()}, version ${version}`;
