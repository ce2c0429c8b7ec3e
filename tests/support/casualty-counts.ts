/** Counts for tables of casualties, by names that stand for their ids. */
import { CasualtyDetails } from '../../server/contract/claims.ts';
import type { TableCount, TableLink, TableRow } from '../../server/domain/exchange/casualty-table/model.ts';
import { tableRows } from '../../server/domain/exchange/casualty-table/rows.ts';
import type { GivenCount } from '../cases/casualty-rows.ts';

export const STORY = {
  story_id: 'story',
  story_title: 'Ferry sinks',
  story_agency: 'NWA',
  story_url: 'https://wire.example/ferry',
  story_published_at: '2026-03-01T05:30:00.000Z',
  story_head: 4,
  story_head_hash: 'ab12',
} as const;

export function tableCount(
  name: string,
  { best, low, high, modifier, victims, scope, partOf, same, verdict, role }: GivenCount,
): TableCount {
  const details = CasualtyDetails.parse({ outcome: 'killed' });
  return {
    ...STORY,
    claim_id: name,
    same_fact_as: same ?? null,
    details: {
      ...details,
      ...{ low: low ?? null, best: best ?? null, high: high ?? null, modifier: modifier ?? null },
      victims: victims === undefined ? null : { category: victims, label: null },
      ...{ scope: scope ?? null, partOf: partOf ?? null },
    },
    quote: name,
    role: role ?? 'paragraph',
    status: 'passed',
    ...{ verdict: verdict ?? 'accurate', review: 'passed', said_by: null, evidence: null },
  };
}

/** The rows of counts in the order of their names. */
export function rowsOf(given: Readonly<Record<string, GivenCount>>): TableRow[] {
  const all = Object.entries(given);
  const links = all.filter(([, { notAsked }]) => notAsked).map(([name, count]) => linkOf(name, count));
  const counts = all.filter(([, { notAsked }]) => !notAsked).map(([name, count]) => tableCount(name, count));
  return tableRows(counts, links);
}

const linkOf = (claim_id: string, { same, partOf, scope }: GivenCount): TableLink => ({
  ...{ claim_id, story_id: STORY.story_id, same_fact_as: same ?? null },
  ...{ part_of: partOf ?? null, scope: scope ?? null },
});
