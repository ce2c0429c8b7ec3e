/** What a table of casualties says besides what its model asks for. */
import type { TableCount, TableRow } from './model.ts';

/** A number, or words; empty for what is not said. */
export type TableCell = string | number | null;

/** A column by its name, with what stands in it. */
export type TableColumns = Readonly<Record<string, (row: TableRow) => TableCell>>;

/** The figures of a row in the columns that are added up: none where its deaths may be counted elsewhere. */
export const added = ({ notCounted, figures }: TableRow) =>
  notCounted === null ? figures : { low: null, best: null, high: null };

const apart = ({ notCounted, figures }: TableRow) =>
  notCounted === null ? { low: null, best: null, high: null } : figures;

/** Columns that stand behind those of the model, the same in all tables. Names are part of the format. */
export const DESK_COLUMNS: TableColumns = {
  claim_id: ({ count }) => count.claim_id,
  claim_ids: ({ claims }) => listed(claims.map(({ claim_id }) => claim_id)),
  story_id: ({ count }) => count.story_id,
  story_url: ({ count }) => count.story_url,
  quote: ({ count }) => count.quote,
  scope: ({ count, notCounted }) =>
    count.details.scope ?? (notCounted === 'cumulative' ? 'cumulative' : null),
  counted: ({ notCounted }) => (notCounted === null ? 'yes' : 'no'),
  not_counted_because: ({ notCounted }) => notCounted,
  not_counted_low: (row) => apart(row).low,
  not_counted_best: (row) => apart(row).best,
  not_counted_high: (row) => apart(row).high,
  modifier: ({ count }) => count.details.modifier,
  wording: ({ count }) => count.details.wording,
  victims_category: ({ count }) => count.details.victims?.category ?? null,
  victims_label: ({ count }) => count.details.victims?.label ?? null,
  civilians: ({ civilians }) => civilians,
  combatants: ({ combatants }) => combatants,
  parts: ({ parts }) => listed(parts.map(({ quote }) => quote)),
  perpetrator: ({ count }) => count.details.perpetrator,
  cause: ({ count }) => count.details.cause,
  said_by: ({ claims }) => listed(saidBy(claims)),
  status: ({ count }) => count.status,
  verdict: ({ count }) => count.verdict,
  review: ({ count }) => count.review,
  story_head: ({ count }) => count.story_head,
  story_head_hash: ({ count }) => count.story_head_hash,
};

const listed = (items: readonly string[]): string => items.join('\n');

/** Who says what a row tells, each once. */
export const saidBy = (claims: readonly TableCount[]): string[] => [
  ...new Set(claims.flatMap(({ said_by }) => said_by ?? [])),
];

/** One text in which a row's deaths are told. */
export interface TableSource {
  /** Who published it; empty where that is not known. */
  readonly office: string;
  /** ISO 8601; empty where that is not known. */
  readonly day: string;
  readonly headline: string;
}

/** The story, and what was cited as supporting its counts, each once. */
export function sourcesOf({ count, claims }: TableRow): TableSource[] {
  const story = {
    office: inLine(count.story_agency ?? ''),
    day: count.story_published_at?.slice(0, 10) ?? '',
    headline: inLine(count.story_title),
  };
  const cited = claims
    .flatMap(({ evidence }) => evidence ?? [])
    .filter(({ stance }) => stance === 'supports')
    .map(({ publisher, title }) => ({ office: inLine(publisher ?? ''), day: '', headline: inLine(title) }));
  const keys = new Set<string>();
  return [story, ...cited].filter((source) => {
    const key = JSON.stringify(source);
    return !keys.has(key) && keys.add(key);
  });
}

/** Semicolons part the items of these lists. */
const inLine = (words: string): string => words.replace(/;/gu, ',').replace(/\s+/gu, ' ').trim();
