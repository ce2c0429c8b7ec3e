/** The filters of the claims page, kept in its address. */
import { ClaimKind, ClaimStatus, VerdictValue } from '../../server/contract/claims.ts';
import { Day, Id } from '../../server/contract/common.ts';

export interface ClaimsFilter {
  q?: string | undefined;
  kind?: ClaimKind | undefined;
  status?: ClaimStatus | undefined;
  verdict?: VerdictValue | undefined;
  sourceId?: string | undefined;
  articleId?: string | undefined;
  /** A person's id, or `me`. */
  assignee?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** The names under which filters stand in the address, and in the API's query. */
export const FILTER_NAMES = [
  'q',
  'kind',
  'status',
  'verdict',
  'sourceId',
  'articleId',
  'assignee',
  'from',
  'to',
] as const satisfies readonly (keyof ClaimsFilter)[];

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}
const fitting = <T>(schema: Schema<T>, value: string | null): T | undefined => {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
};

/** Read an address; what the contract does not know is left out. */
export function readClaimsFilter(search: URLSearchParams): ClaimsFilter {
  const assignee = search.get('assignee');
  return {
    q: search.get('q')?.slice(0, 200) || undefined,
    kind: fitting(ClaimKind, search.get('kind')),
    status: fitting(ClaimStatus, search.get('status')),
    verdict: fitting(VerdictValue, search.get('verdict')),
    sourceId: fitting(Id, search.get('sourceId')),
    articleId: fitting(Id, search.get('articleId')),
    assignee: assignee === 'me' ? 'me' : fitting(Id, assignee),
    from: fitting(Day, search.get('from')),
    to: fitting(Day, search.get('to')),
  };
}

export function writeClaimsFilter(filter: ClaimsFilter): URLSearchParams {
  const search = new URLSearchParams();
  for (const name of FILTER_NAMES) {
    const value = filter[name];
    if (value !== undefined) search.set(name, value);
  }
  return search;
}
