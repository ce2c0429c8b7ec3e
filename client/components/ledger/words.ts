/** The ledger's words: what each rule is called, where words stand, when and where people were counted. */
import type { BlockRole } from '../../../server/contract/articles.ts';
import type { CasualtyDetails, Outcome } from '../../../server/contract/claims.ts';
import type { LedgerFigure, LedgerRule } from '../../../server/contract/figures.ts';
import { figureReading } from '../../controllers/proof/readings.ts';
import { publishedWords } from '../../times.ts';

export const RULE_WORDS: Readonly<Record<LedgerRule, string>> = {
  part_exceeds_whole: 'Part larger than its whole',
  parts_exceed_whole: 'Parts larger than their whole',
  parts_short_of_whole: 'Parts smaller than their whole',
  same_fact_differs: 'One fact, more than one figure',
  headline_differs: 'Headline and story differ',
  cumulative_falls: 'A toll that falls',
  vague_beside_exact: 'Vague beside exact',
  weekday_differs: 'Day and date differ',
  differs_by_source: 'Differs by source',
};

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  killed: 'Killed',
  injured: 'Injured',
  missing: 'Missing',
  detained: 'Detained',
  freed: 'Freed',
  displaced: 'Displaced',
  other: 'Other',
};

const HEADS: Readonly<Partial<Record<BlockRole, string>>> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  byline: 'Byline',
  dateline: 'Dateline',
  caption: 'Caption',
};

/** "Headline"; "Sentence 9", from 1. */
export const whereWords = ({ role, sentence }: { role: BlockRole; sentence: number }): string =>
  HEADS[role] ?? `Sentence ${sentence + 1}`;

/** "≥ 385", "“dozens”"; a dash where nothing was read. */
export function figureWords(details: CasualtyDetails): string {
  if (details.modifier === 'vague' && details.wording !== null) return `“${details.wording}”`;
  return figureReading(details) ?? '–';
}

/** Whom a figure counts, as printed. */
export const whoWords = ({ victims }: CasualtyDetails): string =>
  victims === null
    ? ''
    : (victims.label ?? (victims.category === 'unspecified' ? '' : victims.category.replace('_', ' ')));

/** "2 Mar 2026", "since 3 Jan 2026", "3 Jan 2026 to 8 Jan 2026". */
export function whenWords({ period, scope }: CasualtyDetails): string {
  const [from, to] = [period?.from ?? null, period?.to ?? null].map((day) =>
    day === null ? null : dayWords(day),
  );
  if (from != null && to != null) return from === to ? from : `${from} to ${to}`;
  if (from != null) return scope === 'cumulative' ? `since ${from}` : from;
  return to == null ? '' : `until ${to}`;
}

const dayWords = (day: string): string => publishedWords(`${day}T00:00:00Z`);

export const placeWords = ({ place }: CasualtyDetails): string => place?.name ?? '';

/** For one who hears the row: what it is part of, or the same as. */
export function relationWords(figure: LedgerFigure, byId: ReadonlyMap<string, LedgerFigure>): string {
  const told = (id: string | null) => {
    const other = id === null ? undefined : byId.get(id);
    return other === undefined ? null : `${figureWords(other.details)} ${whoWords(other.details)}`.trim();
  };
  const same = told(figure.sameAs);
  if (same !== null) return `, the same fact as ${same}`;
  const whole = told(figure.wholeId);
  return whole === null ? '' : `, part of ${whole}`;
}
