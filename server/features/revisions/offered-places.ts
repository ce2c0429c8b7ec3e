/** Orphans whose words stand in the current text again: offered, never put there by themselves. */
import type { Span } from '../../contract/common.ts';
import type { OfferedPlace } from '../../contract/revisions.ts';
import type { Queryable } from '../../database/client.ts';
import { keepsVerdict, type RevisedText } from '../../domain/text/revise/model.ts';
import { reanchor } from '../../domain/text/revise/reanchor.ts';
import { mayStandIn } from '../../domain/text/revise/words-back.ts';
import { type StoredRevision, selectRevision } from '../articles/revisions.ts';
import { sentenceAt } from './changed-claims.ts';
import type { Replaced } from './revise.store.ts';

/** A claim without a place in the current text, with the words, the sentence and the revision where it stood last. */
export interface Orphan {
  readonly id: string;
  readonly revision: number;
  readonly span: Span;
  readonly sentence: string;
}

/** What is to be offered, as far as one look at the current text tells. */
export interface Offering {
  readonly newer: RevisedText;
  /** Those that stood in this very text before. */
  readonly certain: readonly OfferedPlace[];
  /** Those whose sentence may stand in it. */
  readonly possible: readonly Orphan[];
}

/**
 * @param before where claims stood when the story had this very text
 */
export function offering(
  orphans: readonly Orphan[],
  newer: RevisedText,
  before: ReadonlyMap<string, Span>,
): Offering {
  const certain = orphans.flatMap(({ id }) => {
    const span = before.get(id);
    return span === undefined ? [] : [{ id, span }];
  });
  const others = orphans.filter(({ id }) => !before.has(id));
  const mayStand = others.length === 0 ? () => false : mayStandIn(newer);
  return { newer, certain, possible: others.filter(({ sentence }) => mayStand(sentence)) };
}

/**
 * Orphans whose sentence stands in the current text again, as it was when they had one; in a text that the story had
 * before, those that stood in it then.
 *
 * Few come back, and laying two long texts beside one another is what takes time: an older text is only read where a
 * sentence of its can be in the current one.
 */
export async function offeredPlaces(
  db: Queryable,
  articleId: string,
  { newer, certain, possible }: Offering,
): Promise<OfferedPlace[]> {
  const offered = [...certain];
  for (const revision of new Set(possible.map((orphan) => orphan.revision))) {
    const older = await selectRevision(db, articleId, revision);
    const claims = possible
      .filter((orphan) => orphan.revision === revision)
      .map(({ id, span }) => ({
        id,
        kind: 'fact' as const,
        span,
        source: null,
        cue: null,
        parts: [],
        attributionIds: [],
      }));
    for (const { id, span, change } of reanchor({ ...older, language: newer.language }, newer, claims))
      if (span !== null && keepsVerdict(change)) offered.push({ id, span });
  }
  return offered;
}

/** Those that are orphans before a newer text is stored, and those that become some by it. */
export function orphansAfter(
  earlier: readonly Orphan[],
  replaced: readonly Replaced[],
  older: StoredRevision,
): Orphan[] {
  const gone = replaced.flatMap(({ id, span, sentence, now, isWithdrawn }) =>
    now !== null || isWithdrawn
      ? []
      : [{ id, revision: older.number, span, sentence: sentenceAt(older, sentence) ?? '' }],
  );
  return [...earlier, ...gone].sort((a, b) => a.span.start - b.span.start || (a.id < b.id ? -1 : 1));
}
