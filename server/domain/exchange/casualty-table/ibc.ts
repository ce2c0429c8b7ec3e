/**
 * The columns of the incidents of Iraq Body Count, in its order and with its manner of dates
 * (https://www.iraqbodycount.org/database).
 *
 * Its numbers are of civilians; these are of everybody whom a story counts, with civilians and combatants in columns of
 * their own. What a story does not say is empty.
 */
import { added, DESK_COLUMNS, sourcesOf, type TableColumns } from './columns.ts';
import { lastDay } from './ucdp-ged.ts';

export const IBC: TableColumns = {
  'IBC code': ({ count }) => count.claim_id,
  'Start Date': ({ count }) => asPrinted(count.details.period?.from ?? null),
  'End Date': ({ count }) => asPrinted(lastDay(count.details)),
  Time: () => null,
  Location: ({ count }) => count.details.place?.name ?? null,
  Target: () => null,
  Weapons: ({ count }) => count.details.cause,
  'Reported Minimum': (row) => added(row).low ?? added(row).best,
  'Reported Maximum': (row) => added(row).high ?? (added(row).low === null ? added(row).best : null),
  Sources: (row) =>
    sourcesOf(row)
      .map(({ office, day, headline }) => [office || headline, asPrinted(day || null)].join(' ').trim())
      .join(', '),
  ...DESK_COLUMNS,
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "2008-04-02" as "02 Apr 2008". */
function asPrinted(day: string | null): string {
  if (day === null) return '';
  const [year = '', month = '', of = ''] = day.split('-');
  return `${of} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}
