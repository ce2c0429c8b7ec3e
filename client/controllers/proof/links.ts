/** How the claims of a story hang together: the same fact told again, one count inside another. */
import type { Claim, Verdict } from '../../../server/contract/claims.ts';

/** The claims that state the same fact as `claim`, itself not among them, withdrawn ones left out. */
export function sameFact(claim: Claim, claims: readonly Claim[]): Claim[] {
  const neighbours = new Map<string, string[]>();
  const join = (a: string, b: string) => neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
  for (const { id, sameFactAs } of claims) {
    if (sameFactAs === null) continue;
    join(id, sameFactAs);
    join(sameFactAs, id);
  }
  const found = new Set([claim.id]);
  const open = [claim.id];
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const next of neighbours.get(id) ?? [])
      if (!found.has(next)) {
        found.add(next);
        open.push(next);
      }
  return claims.filter(({ id, status }) => id !== claim.id && found.has(id) && status !== 'withdrawn');
}

const knownTokens = new WeakMap<Claim, ReadonlySet<string>>();

/** Digits and words of some length: what two tellings of one fact are likely to share. Kept, since thousands are asked at each key. */
function tokens(claim: Claim): ReadonlySet<string> {
  const known = knownTokens.get(claim);
  if (known !== undefined) return known;
  const words = claim.span.quote.toLocaleLowerCase().match(/\p{Nd}+|\p{L}{4,}/gu) ?? [];
  const found = new Set(words.filter((token) => token !== 'people'));
  knownTokens.set(claim, found);
  return found;
}

/**
 * Claims in the order in which they are likely to state the same fact.
 *
 * Counts of another outcome come last and those of the same figure first, whatever their words: "two Danish
 * nurses" freed are "two medics" freed and not "30 medics" killed. Then shared words, then nearness.
 */
export function likest(claim: Claim, others: readonly Claim[]): Claim[] {
  const own = tokens(claim);
  const shared = (other: Claim) => [...tokens(other)].filter((token) => own.has(token)).length;
  const distance = (other: Claim) => Math.abs(other.span.start - claim.span.start);
  return others
    .map((other) => ({ other, counts: countsAlike(claim, other), shared: shared(other) }))
    .sort((a, b) => b.counts - a.counts || b.shared - a.shared || distance(a.other) - distance(b.other))
    .map(({ other }) => other);
}

/** 1 for counts of the same outcome and figure, -1 for another figure, -2 for another outcome, 0 where it cannot be said. */
function countsAlike(claim: Claim, other: Claim): number {
  if (!isCasualty(claim) || !isCasualty(other)) return 0;
  if (claim.details.outcome !== other.details.outcome) return -2;
  const [own, theirs] = [size(claim), size(other)];
  if (own === null || theirs === null) return 0;
  return own === theirs ? 1 : -1;
}

export interface Offer {
  from: Claim;
  verdict: Verdict;
}

/** The latest verdict that holds on another claim of the same fact, where this one has none that holds. */
export function offeredVerdict(claim: Claim, claims: readonly Claim[]): Offer | null {
  if (claim.verdict !== null && claim.verdict.expired === null) return null;
  const offers = sameFact(claim, claims).flatMap((from): Offer[] =>
    from.verdict !== null && from.verdict.expired === null ? [{ from, verdict: from.verdict }] : [],
  );
  return offers.sort((a, b) => (a.verdict.at < b.verdict.at ? 1 : -1))[0] ?? null;
}

type Casualty = Extract<Claim, { kind: 'casualty_count' }>;
const isCasualty = (claim: Claim): claim is Casualty => claim.kind === 'casualty_count';
const size = ({ details: { low, best, high } }: Casualty) => best ?? low ?? high;

/** Words by which a sentence goes on about a count told before it. Without them it tells of another event. */
const PARTITIVE =
  /\b(?:of (?:them|these|those|whom)|of the (?:dead|killed|victims|casualties|wounded|injured|missing|detained|freed)|among|includ(?:ing|e[ds]?))\b/iu;

/** Sentences back in which a larger count is still likely to be the whole. */
const NEAR = 2;

/**
 * The counts that `claim` may be part of, the likeliest first.
 *
 * Likely is a larger figure that stands around it or before it: in the same sentence, or in one near with
 * the same outcome where this one's sentence says "among them" or the like. `likely` tells whether the first is one to offer. Counts that are themselves part of this one are left out.
 */
export function wholesFor(claim: Casualty, claims: readonly Claim[]): { choices: Claim[]; likely: boolean } {
  const byId = new Map(claims.map((each) => [each.id, each]));
  const others = claims
    .filter(isCasualty)
    .filter(
      (other) => other.id !== claim.id && other.status !== 'withdrawn' && !isWithin(other, claim.id, byId),
    );
  const likely = others.filter((other) => isLikely(other, claim));
  const distance = (other: Casualty) => Math.abs(claim.span.start - other.span.start);
  likely.sort((a, b) => distance(a) - distance(b));
  const rest = others.filter((other) => !likely.includes(other));
  return { choices: [...likely, ...rest], likely: likely.length > 0 };
}

function isLikely(other: Casualty, claim: Casualty): boolean {
  const [whole, part] = [size(other), size(claim)];
  if (whole === null || part === null || whole <= part) return false;
  const back = claim.sentence - other.sentence;
  // "killing 41, including 12 children, while two were freed": near enough, the outcome read may be the wrong verb's.
  if (back > 0 && (other.details.outcome !== claim.details.outcome || !PARTITIVE.test(claim.sentenceText)))
    return false;
  return back >= 0 && back <= NEAR && other.span.start <= claim.span.start;
}

/** Whether `count` is part of the claim with `id`, at whatever remove. */
function isWithin(count: Casualty, id: string, byId: ReadonlyMap<string, Claim>): boolean {
  const seen = new Set<string>();
  let at: Claim | undefined = count;
  while (at !== undefined && isCasualty(at) && at.details.partOf !== null && !seen.has(at.id)) {
    if (at.details.partOf === id) return true;
    seen.add(at.id);
    at = byId.get(at.details.partOf);
  }
  return false;
}

/** What a claim may be linked with, the likeliest first; withdrawn claims are left out. */
export interface Linkable {
  readonly attributions: readonly Claim[];
  /** Of its kind. */
  readonly alike: readonly Claim[];
  /** Counts that it may be part of, and whether the first is one to offer. */
  readonly wholes: readonly Claim[];
  readonly offered: boolean;
}

export function linkable(claim: Claim, claims: readonly Claim[]): Linkable {
  const near = (other: Claim) => Math.abs(other.sentence - claim.sentence);
  const others = claims.filter(({ id, status }) => id !== claim.id && status !== 'withdrawn');
  const wholes = isCasualty(claim) ? wholesFor(claim, claims) : { choices: [], likely: false };
  return {
    attributions: others.filter(({ kind }) => kind === 'attribution').sort((a, b) => near(a) - near(b)),
    alike: likest(
      claim,
      others.filter(({ kind }) => kind === claim.kind),
    ),
    wholes: wholes.choices,
    offered: wholes.likely,
  };
}

/** What it is linked with alone. */
export function linkedIn(
  ids: { readonly attributionIds: readonly string[]; readonly sameFactAs: string; readonly partOf: string },
  claims: readonly Claim[],
): Linkable {
  const among = (wanted: readonly string[]) =>
    wanted.every((id) => id === '') ? [] : claims.filter(({ id }) => wanted.includes(id));
  return {
    attributions: among(ids.attributionIds),
    alike: among([ids.sameFactAs]),
    wholes: among([ids.partOf]),
    offered: false,
  };
}
