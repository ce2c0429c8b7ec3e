/** What a change to a claim does to its verdict and its review. */
import type { ExpiryReason, KindAndDetails } from '../../contract/claims.ts';
import type { Id, Span } from '../../contract/common.ts';

/** What a verdict is about, and how it is told. The assignee is not among it. */
export type ClaimMeaning = KindAndDetails & {
  readonly span: Span;
  readonly attributionIds: readonly Id[];
  readonly sameFactAs: Id | null;
  readonly summary: string | null;
};

export interface Consequences {
  /** What changed, in the contract's order; empty where the claim means what it meant. */
  readonly reasons: ExpiryReason[];
  readonly expiresVerdict: boolean;
  readonly reopensReview: boolean;
}

/**
 * Compare a claim before and after an edit.
 *
 * The summary is not what the verdict is about, but leaves the desk beside it: another one expires nothing, and asks
 * for another look. A change of kind is told as such and not also as a change of details, which are another kind's then.
 * `partOf` is stored among the details but is a link, so it is told as one.
 */
export function consequences(before: ClaimMeaning, after: ClaimMeaning): Consequences {
  const reasons: ExpiryReason[] = [];
  if (!same(before.span, after.span)) reasons.push('span');
  if (before.kind !== after.kind) reasons.push('kind');
  else if (!same(detailsWithoutLinks(before), detailsWithoutLinks(after))) reasons.push('details');
  if (!same(linksOf(before), linksOf(after))) reasons.push('links');
  const changed = reasons.length > 0;
  return { reasons, expiresVerdict: changed, reopensReview: changed || before.summary !== after.summary };
}

/**
 * Does an edit change what an attribution says about the claims that are linked to it?
 *
 * Who says so, in which words and how: its place, its kind and its details. Not what it is linked to itself.
 */
export function changesAttribution(before: ClaimMeaning, after: ClaimMeaning): boolean {
  if (before.kind !== 'attribution' && after.kind !== 'attribution') return false;
  return consequences(before, after).reasons.some((reason) => reason !== 'links');
}

/** Does an edit change a count that others are part of: its place, its kind or its details? */
export function changesWhole(before: ClaimMeaning, after: ClaimMeaning): boolean {
  if (before.kind !== 'casualty_count' && after.kind !== 'casualty_count') return false;
  return consequences(before, after).reasons.some((reason) => reason !== 'links');
}

function detailsWithoutLinks(claim: KindAndDetails): object {
  return claim.kind === 'casualty_count' ? { ...claim.details, partOf: null } : claim.details;
}

/** Attributions are a set: their order and repeats mean nothing. */
function linksOf(claim: ClaimMeaning): object {
  return {
    partOf: claim.kind === 'casualty_count' ? claim.details.partOf : null,
    attributionIds: [...new Set(claim.attributionIds)].sort(),
    sameFactAs: claim.sameFactAs,
  };
}

/**
 * Deep equality of JSON values, blind to the order of keys.
 *
 * An absent key equals null, so that a detail which the contract gains later expires no verdict given before.
 */
function same(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (!isObject(left) || !isObject(right)) return false;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => same(valueAt(left, key), valueAt(right, key)));
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const valueAt = (object: object, key: string): unknown => Reflect.get(object, key) ?? null;
