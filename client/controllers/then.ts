/** Where a claim stood at a moment of its history. */
import { z } from 'zod';
import { Span } from '../../server/contract/common.ts';
import type { HistoryItem } from '../../server/contract/history.ts';

export interface Place {
  readonly revision: number;
  readonly span: Span;
}

const After = z.looseObject({
  after: z.looseObject({ span: Span.optional(), revision: z.int().min(1).optional() }),
});

/**
 * Where a claim's words were when an event had happened: by the last event up to it that placed them.
 *
 * @param history of the claim, in order
 * @returns null where history does not say, as after an erasure
 */
export function placeAt(history: readonly HistoryItem[], seq: number): Place | null {
  let revision: number | undefined;
  let span: Span | undefined;
  for (const item of history) {
    if (item.seq > seq) break;
    const { success, data } = After.safeParse(item.data);
    if (!success) continue;
    revision = data.after.revision ?? revision;
    span = data.after.span ?? span;
  }
  return revision === undefined || span === undefined ? null : { revision, span };
}

/** A stretch of text with what stands around it, cut at blanks where it is long. Offsets are UTF-16 code units. */
export function around(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  most = 240,
): { before: string; words: string; after: string } {
  const from = Math.max(0, start - most, text.lastIndexOf('\n', start - 1) + 1);
  const line = text.indexOf('\n', end);
  const to = Math.min(text.length, end + most, line === -1 ? text.length : line);
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  const cutBefore = from > 0 && text[from - 1] !== '\n';
  const cutAfter = to < text.length && text[to] !== '\n';
  return {
    before: cutBefore ? `…${before.slice(Math.max(0, before.indexOf(' ')))}` : before,
    words: text.slice(start, end),
    after: cutAfter ? `${after.slice(0, Math.max(0, after.lastIndexOf(' ')))} …` : after,
  };
}
