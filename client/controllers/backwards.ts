/** A history read from its end: what happened last comes first. */
import { MAX_COUNTER } from '../../server/contract/common.ts';
import type { HistoryItem } from '../../server/contract/history.ts';
import type { LoadPage } from './paged.ts';

const PAGE = 100;

/** Ask for the events before one, at most `limit` of them, newest first. */
type Ask = (
  query: { before: number; limit: number },
  signal: AbortSignal,
) => Promise<{ items: readonly HistoryItem[] }>;

/** Pages of a stream for a list that grows; its cursor is the number of the last event shown. */
export const backwards =
  (ask: Ask): LoadPage<HistoryItem> =>
  async (cursor, signal) => {
    const before = cursor === undefined ? MAX_COUNTER : Number(cursor);
    const { items } = await ask({ before, limit: PAGE }, signal);
    const last = items.at(-1);
    const more = items.length === PAGE && last !== undefined && last.seq > 1;
    return { items, nextCursor: more ? String(last.seq) : null };
  };
