/** The headline's figures against the story's, where no link says which is which. */
import { agree, agreesWithAny, type Bounds } from '../bounds.ts';
import { differBySource } from '../counts.ts';
import { type Count, type Found, grow, isBody, isHead, type LedgerStory } from '../model.ts';
import type { Fact, Facts } from '../tree.ts';
import { headDiffers } from './same-fact.ts';
import { isAnyone, kindOfVictims } from './victims.ts';

/**
 * A headline's figure is told where no figure of the story agrees with it, and it is plain which one it should be: the
 * story has one total of that outcome, or none of its totals together are as many. Of two attacks, a headline may sum
 * up both or tell one.
 */
export function headlines({ publishedAt }: LedgerStory, { all }: Facts): Found[] {
  const heads = all.filter(isOnlyInHead).flatMap(({ counts }) => counts.filter(canBeHeld));
  if (heads.length === 0) return [];
  const outcomes = new Map<string, Body>();
  return heads.flatMap((head) => {
    const { outcome } = head.details;
    const body = outcomes.get(outcome) ?? bodyOf(all, outcome, publishedAt);
    outcomes.set(outcome, body);
    const against = isAnyone(head.details.victims) ? againstTotals(head, body) : againstKind(head, body);
    return against === null || differBySource(head, against) ? [] : [headDiffers(head, against)];
  });
}

/** A fact that the body tells as well is held against it by the link. */
const isOnlyInHead = ({ counts, whole }: Fact): boolean =>
  whole === null && counts.every(({ claim }) => isHead(claim));
const canBeHeld = ({ bounds, isAddition }: Count): boolean => bounds.known && !bounds.vague && !isAddition;

/** What the body tells of one outcome, put together once for all headlines. */
interface Body {
  /** The first count of each total that the headline could mean; no background. */
  readonly totals: readonly Count[];
  /** The most that all totals come to. */
  readonly most: number;
  /** There are others besides, or people whom nobody has counted: a larger number may be right. */
  readonly mayBeMore: boolean;
  readonly isTold: (bounds: Bounds) => boolean;
  readonly byVictims: ReadonlyMap<string, readonly Count[]>;
}

function bodyOf(all: readonly Fact[], outcome: string, publishedAt: string | null): Body {
  const inBody = ({ claim, details }: Count) => isBody(claim) && details.outcome === outcome;
  const counts = all.flatMap((fact) => fact.counts.filter(inBody));
  const totals = all
    .filter(({ whole }) => whole === null)
    .flatMap((fact) => fact.counts.find(inBody) ?? [])
    .filter((count) => !count.isAddition && count.bounds.known && !isBackground(count, publishedAt));
  const byVictims = new Map<string, Count[]>();
  for (const count of counts)
    if (!count.isAddition) grow(byVictims, kindOfVictims(count.details.victims), count);
  return {
    totals,
    most: totals.reduce((sum, { bounds }) => sum + bounds.max, 0),
    mayBeMore: counts.some(({ bounds, isAddition }) => !bounds.known || isAddition),
    isTold: agreesWithAny(counts.map(({ bounds }) => bounds)),
    byVictims,
  };
}

/** Days before publication: what lies further back is not what the headline tells. */
const NEWS = 7;

/** A toll over time, or what happened long ago. */
function isBackground({ details: { scope, period } }: Count, publishedAt: string | null): boolean {
  if (scope === 'cumulative') return true;
  const last = period?.to ?? period?.from ?? null;
  if (last === null || publishedAt === null) return false;
  return Date.parse(publishedAt) - Date.parse(last) > NEWS * DAY;
}
const DAY = 86_400_000;

function againstTotals(head: Count, { totals, most, mayBeMore, isTold }: Body): Count | null {
  const [first] = totals;
  if (first === undefined || isTold(head.bounds)) return null;
  if (mayBeMore && head.bounds.max >= first.bounds.min) return null;
  if (totals.length === 1) return isPlain(head, first) ? first : null;
  return head.bounds.min > most ? first : null;
}

/** "8 soldiers" may be some of the headline's 12 dead; 12 soldiers are not among 8 dead. */
const isPlain = (head: Count, total: Count): boolean =>
  isAnyone(total.details.victims) || head.bounds.max < total.bounds.min;

function againstKind(head: Count, { byVictims }: Body): Count | null {
  const same = byVictims.get(kindOfVictims(head.details.victims)) ?? [];
  const [only] = same;
  return same.length === 1 && only !== undefined && !agree(only.bounds, head.bounds) ? only : null;
}
