/**
 * The columns of the Uppsala Conflict Data Program's Georeferenced Event Dataset, all 49 in its order
 * (https://ucdp.uu.se/downloads), so that what reads that data set finds each where it looks.
 *
 * What a story does not say is empty: coordinates, sides, conflicts and their codes are never made up. `best` is what the
 * words state as one number; "at least 385" has a `low` alone. Deaths of a side that nobody names are of unknown status.
 */
import type { CasualtyDetails } from '../../../contract/claims.ts';
import { added, DESK_COLUMNS, saidBy, sourcesOf, type TableColumns } from './columns.ts';
import type { TableRow } from './model.ts';

const empty = () => null;

/** Its codes of how exactly a place is known: 1 a place, 3 and 4 its two levels of divisions, 5 an area, 6 a country. */
const WHERE_PRECISION = { point: 1, town: 1, district: 3, province: 4, region: 5, country: 6 } as const;

const placed =
  (precision: 'province' | 'district' | 'country') =>
  ({ count: { details } }: TableRow) =>
    details.place?.precision === precision ? details.place.name : null;

const where = ({ count }: TableRow) => count.details.place;

export const UCDP_GED: TableColumns = {
  id: ({ count }) => count.claim_id,
  relid: empty,
  year: ({ count }) => yearOf(count.details.period),
  active_year: empty,
  code_status: empty,
  type_of_violence: empty,
  conflict_dset_id: empty,
  conflict_new_id: empty,
  conflict_name: empty,
  dyad_dset_id: empty,
  dyad_new_id: empty,
  dyad_name: empty,
  side_a_dset_id: empty,
  side_a_new_id: empty,
  side_a: empty,
  side_b_dset_id: empty,
  side_b_new_id: empty,
  side_b: empty,
  number_of_sources: (row) => sourcesOf(row).length,
  source_article: (row) =>
    sourcesOf(row)
      .map(({ office, day, headline }) => `"${[office, day, headline].join(',')}"`)
      .join(';'),
  source_office: (row) => parted(sourcesOf(row).map(({ office }) => office)),
  source_date: (row) => parted(sourcesOf(row).map(({ day }) => day)),
  source_headline: (row) => parted(sourcesOf(row).map(({ headline }) => headline)),
  source_original: ({ claims }) => parted(saidBy(claims)),
  where_prec: (row) => {
    const precision = where(row)?.precision ?? null;
    return precision === null ? null : WHERE_PRECISION[precision];
  },
  where_coordinates: empty,
  where_description: (row) => where(row)?.name ?? null,
  adm_1: placed('province'),
  adm_2: placed('district'),
  latitude: empty,
  longitude: empty,
  geom_wkt: empty,
  priogrid_gid: empty,
  country: placed('country'),
  country_id: empty,
  region: empty,
  event_clarity: (row) => clarityOf(row),
  date_prec: ({ count }) => datePrecision(count.details),
  date_start: ({ count }) => count.details.period?.from ?? null,
  date_end: ({ count }) => lastDay(count.details),
  deaths_a: empty,
  deaths_b: empty,
  deaths_civilians: (row) => (row.notCounted === null ? row.civilians : null),
  deaths_unknown: (row) => {
    const { best } = added(row);
    return best === null ? null : best - (row.civilians ?? 0);
  },
  best: (row) => added(row).best,
  high: (row) => added(row).high,
  low: (row) => added(row).low,
  gwnoa: empty,
  gwnob: empty,
  ...DESK_COLUMNS,
};

const parted = (items: readonly string[]): string => items.join(';');

/** 1 for what is told by itself, 2 for the total of several that its source has put together. */
function clarityOf({ count, notCounted }: TableRow): number | null {
  if (notCounted === 'cumulative' || count.details.scope === 'cumulative') return 2;
  return count.details.scope === 'incident' ? 1 : null;
}

/** The last day of what happened; that of one day is the day. A toll that goes on has none. */
export function lastDay({ period, scope }: Pick<CasualtyDetails, 'period' | 'scope'>): string | null {
  if (period === null) return null;
  return period.to ?? (period.precision === 'day' && scope !== 'cumulative' ? period.from : null);
}

function yearOf(period: CasualtyDetails['period']): number | null {
  const years = [period?.from, period?.to].flatMap((day) =>
    day === null || day === undefined ? [] : [day.slice(0, 4)],
  );
  return years.length > 0 && new Set(years).size === 1 ? Number(years[0]) : null;
}

const DAY = 86_400_000;
/** Days up to which each of the codes goes: one day, less than a week, a week, a month; beyond is 5. */
const UP_TO = [1, 6, 7, 31];

/** Its codes of how exactly a day is known: by the days between which it lies, or else by what the words are said to tell. */
function datePrecision(details: CasualtyDetails): number | null {
  const { period } = details;
  const [first, last] = [period?.from ?? null, lastDay(details)];
  if (first !== null && last !== null) {
    const days = (Date.parse(last) - Date.parse(first)) / DAY + 1;
    const code = UP_TO.findIndex((most) => days <= most);
    return code < 0 ? UP_TO.length + 1 : code + 1;
  }
  if (details.scope === 'cumulative' || period === null || period.precision === null) return null;
  return { day: null, week: 3, month: 4, year: 5 }[period.precision];
}
