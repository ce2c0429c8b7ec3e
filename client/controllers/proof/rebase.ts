/**
 * Two people at one claim: whether what one of them began on an older version can be sent on the present one.
 *
 * An edit says which fields it changes. Where the other changed none of those, both may stand. What somebody decided
 * about a claim is never carried over, and neither is an edit that would end a decision its author has not seen.
 */
import type { Claim } from '../../../server/contract/claims.ts';
import { changedFields, clashOf, fieldNames, fieldsOf } from './details-form.ts';
import type { Fields } from './drafts.ts';

/** Beside the fields of the form: what can be changed without it. */
const OUTSIDE = ['kind', 'span', 'assigneeId', 'outgrown'] as const;

/** A claim as a person sees it when they begin: its fields as text, and the decisions that stand. */
export function seenOf(claim: Claim): Fields {
  const { kind, span, assigneeId, outgrown, revision, verdict, review } = claim;
  return {
    ...fieldsOf(claim),
    kind,
    span: JSON.stringify({ revision, span }),
    assigneeId: assigneeId ?? '',
    outgrown: JSON.stringify(outgrown),
    verdict: verdict !== null && verdict.expired === null ? `${verdict.by} ${verdict.at}` : '',
    review: review !== null && review.reopened === null ? `${review.by} ${review.at}` : '',
  };
}

export type Rebased =
  /** Send it again on `version`. `theirs` are the fields that the other changed meanwhile. */
  | { readonly ok: true; readonly version: number; readonly theirs: readonly string[] }
  /** The person has to look. `both` are the fields that both of them changed. */
  | { readonly ok: false; readonly because: Because; readonly both: readonly string[] };

export type Because =
  /** Both changed the same field to different things. */
  | 'same_field'
  /** The claim has other words, or is of another kind: what was typed may not fit it. */
  | 'other_words'
  /** A verdict was given that this would end. */
  | 'verdict'
  /** A review was given that this would open again. */
  | 'review'
  /** Whoever typed may not change the claim any more. */
  | 'not_allowed';

/** Fields that say where words stand in the text: they belong to the span on which they were chosen. */
const IN_THE_TEXT = new Set(['source', 'cue', 'content', 'via', 'span', 'outgrown']);
/** Fields that a verdict is not about. */
const BESIDE_THE_VERDICT = new Set(['summary', 'assigneeId']);

/**
 * Hold an edit against what became of the claim meanwhile.
 *
 * The checks run in this order, so that the first that fails is the one the person reads.
 *
 * @param was what the person saw in each field, as `seenOf` gives it
 * @param mine the fields that they changed, as they want them
 */
export function rebase(was: Fields, mine: Fields, current: Claim): Rebased {
  const now = seenOf(current);
  const names = Object.keys(mine);
  const isOther = (name: string) => (was[name] ?? '') !== (now[name] ?? '');
  const { both } = clashOf(was, now, mine);
  const refuse = (because: Because): Rebased => ({ ok: false, because, both });

  if (!current.can.includes('edit')) return refuse('not_allowed');
  if (names.some((name) => !OF_ALL_KINDS.has(name)) && isOther('kind')) return refuse('other_words');
  if (names.some((name) => IN_THE_TEXT.has(name)) && isOther('span')) return refuse('other_words');
  if (both.length > 0) return refuse('same_field');
  const changes = names.filter((name) => (mine[name] ?? '') !== (now[name] ?? ''));
  const isAboutMeaning = changes.some((name) => !BESIDE_THE_VERDICT.has(name));
  if (isAboutMeaning && now.verdict !== '' && isOther('verdict')) return refuse('verdict');
  const opensReview = isAboutMeaning || changes.includes('summary');
  if (opensReview && now.review !== '' && isOther('review')) return refuse('review');
  const theirs = [...fieldNames(current.kind), ...OUTSIDE].filter((name) => name in was && isOther(name));
  return { ok: true, version: current.version, theirs };
}

/** What a claim of every kind has; all else belongs to its kind. */
const OF_ALL_KINDS = new Set(['summary', 'attributionIds', 'sameFactAs', 'span', 'assigneeId', 'outgrown']);

/** The fields that an edit changes, as it wants them: of `before`, the claim on which it was made. */
export function changesOf(before: Claim, after: Claim): Fields {
  const [was, wanted] = [seenOf(before), seenOf(after)];
  return Object.fromEntries(changedFields(was, wanted).map((name) => [name, wanted[name] ?? '']));
}

/** The same for something whose fields are text: a comment's words, a citation's, a piece of evidence's. */
export function clashingParts(was: Fields, now: Fields, mine: Fields): readonly string[] {
  const touched = Object.fromEntries(Object.entries(mine).filter(([name, value]) => value !== was[name]));
  return clashOf(was, now, touched).both;
}

/** What is sent of a form: what its author touched as they want it, all else as it is by now. */
export const mergedParts = (was: Fields, now: Fields, mine: Fields): Fields => ({
  ...now,
  ...Object.fromEntries(
    Object.entries(mine).filter(([name, value]) => !(name in was) || value !== was[name]),
  ),
});
