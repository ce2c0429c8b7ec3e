/** How far people agree on what they judged, and how it ended where they did not. */
import type { ClaimKind, ClaimStatus, VerdictValue } from '../../contract/claims.ts';
import type { EventType } from '../../contract/history.ts';
import type { Disagreement, Settlement } from '../../contract/reviewing.ts';
import type { Policy } from '../../contract/sign-off.ts';
import { needsReview } from '../claims/sign-off.ts';

/** So many cases in which one person said the first and the other the second. */
export interface Judged {
  readonly first: string;
  readonly second: string;
  readonly claims: number;
}

/**
 * Cohen's kappa: the share of agreement beyond what chance alone would give, from -1 to 1.
 *
 * J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960), 37-46.
 *
 * @returns null where there is nothing to compare, and where both only ever said the same one thing: chance explains all
 */
export function cohensKappa(judged: readonly Judged[]): number | null {
  const total = sumOf(judged);
  if (total === 0) return null;
  const said = (of: 'first' | 'second', value: string) =>
    sumOf(judged.filter((case_) => case_[of] === value));
  const values = new Set(judged.flatMap(({ first, second }) => [first, second]));
  // Kept whole until the last step, so that full chance agreement is exactly that.
  const agreed = total * sumOf(judged.filter(({ first, second }) => first === second));
  const expected = [...values].reduce((sum, value) => sum + said('first', value) * said('second', value), 0);
  const possible = total * total - expected;
  return possible === 0 ? null : (agreed - expected) / possible;
}

const sumOf = (judged: readonly Judged[]): number => judged.reduce((sum, { claims }) => sum + claims, 0);

/** What happened to a claim after it was returned, as far as it matters here, in order. */
export interface LaterEvent {
  readonly type: EventType;
  /** Of `review.reopened`. */
  readonly because: string | null;
  /** Of `verdict.given`. */
  readonly verdict: VerdictValue | null;
  /** Of `claim.edited`: what it changed, as it was before; null where that was erased. */
  readonly before: Readonly<Record<string, unknown>> | null;
}

const OF_REVIEWS: ReadonlySet<EventType> = new Set<EventType>([
  'review.passed',
  'review.returned',
  'review.taken_back',
]);

/** True for a return that its reviewer took back: then nobody differed. */
export const isTakenBack = (later: readonly LaterEvent[]): boolean =>
  later.find(({ type }) => OF_REVIEWS.has(type))?.type === 'review.taken_back';

/** The place of the first pass that was not taken back; -1 without one. */
const passIn = (later: readonly LaterEvent[]): number =>
  later.findIndex(({ type }, index) => type === 'review.passed' && !isTakenBack(later.slice(index + 1)));

export interface ReturnedClaim {
  readonly kind: ClaimKind;
  /** Now. */
  readonly status: ClaimStatus;
  /** The verdict that was returned. */
  readonly verdict: VerdictValue;
  readonly later: readonly LaterEvent[];
}

/**
 * How a return ended.
 *
 * It is open until the claim is passed, or has a verdict where policy asks for no more, or is withdrawn. Then the first
 * that fits, of what happened before that pass: another verdict, another claim, other evidence, nothing.
 */
export function settlementOf(
  { kind, status, verdict, later }: ReturnedClaim,
  policy: Pick<Policy, 'reviewFacts'>,
): Settlement {
  const pass = passIn(later);
  if (pass === -1 && status === 'withdrawn') return 'withdrawn';
  if (pass === -1 && !(status === 'checked' && !needsReview(kind, policy))) return 'open';
  const until = pass === -1 ? later : later.slice(0, pass);
  if ((until.findLast((event) => event.verdict !== null)?.verdict ?? verdict) !== verdict)
    return 'verdict_changed';
  if (until.some(changesClaim)) return 'claim_changed';
  return until.some(changesEvidence) ? 'evidence_changed' : 'kept';
}

/** What an edit records that is not about what the claim says. */
const ASIDE: ReadonlySet<string> = new Set(['assigneeId', 'status', 'revision', 'outgrown']);

const changesClaim = ({ type, before }: LaterEvent): boolean =>
  type === 'claim.edited' && (before === null || Object.keys(before).some((field) => !ASIDE.has(field)));

const changesEvidence = ({ type, because }: LaterEvent): boolean =>
  type.startsWith('citation.') || (type === 'review.reopened' && because === 'evidence');

/** What of a claim can differ: its kind, its words, its links, and its details one by one. */
export type ClaimFields = Readonly<Record<string, unknown>> & {
  readonly kind: ClaimKind;
  readonly details: Readonly<Record<string, unknown>>;
};

/**
 * The fields in which a claim differs from what it was when it was returned.
 *
 * Details of another kind are other fields: of a change of kind, the kind alone is told.
 */
export function fieldsSince(
  now: ClaimFields,
  verdicts: { readonly before: VerdictValue; readonly after: VerdictValue | null },
  later: readonly LaterEvent[],
): Disagreement['fields'] {
  const {
    kind: kindThen,
    details: detailsThen,
    ...then
  }: Readonly<Record<string, unknown>> = Object.assign(
    { ...now },
    ...later.map((event) => (event.type === 'claim.edited' ? (event.before ?? {}) : {})).reverse(),
  );
  const { kind, details, ...rest } = now;
  const fields = [compare('verdict', verdicts.before, verdicts.after), compare('kind', kindThen, kind)];
  for (const [name, value] of Object.entries(rest)) fields.push(compare(name, then[name], value));
  if (kindThen === kind && isRecord(detailsThen))
    for (const name of new Set([...Object.keys(detailsThen), ...Object.keys(details)]))
      fields.push(compare(name, detailsThen[name], details[name]));
  return fields.filter(({ before, after }) => !isSame(before, after));
}

const compare = (field: string, before: unknown, after: unknown) => ({
  field,
  before: before ?? null,
  after: after ?? null,
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Equality of JSON values, blind to the order of keys; an absent key is null. */
function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => isSame(Reflect.get(left, key) ?? null, Reflect.get(right, key) ?? null));
}
