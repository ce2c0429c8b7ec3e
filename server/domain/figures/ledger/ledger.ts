/** The ledger of a story: its figures in order, and what does not add up. Silent on a story in which all does. */
import type { Outcome } from '../../../contract/claims.ts';
import type { Id } from '../../../contract/common.ts';
import type { Ledger, LedgerFigure, LedgerFinding, LedgerRule } from '../../../contract/figures.ts';
import { countsOf } from './counts.ts';
import type { Count, LedgerStory } from './model.ts';
import { cumulative } from './rules/cumulative.ts';
import { headlines } from './rules/headline.ts';
import { partsAndWholes } from './rules/parts.ts';
import { sameFacts } from './rules/same-fact.ts';
import { weekdays } from './rules/weekday.ts';
import { type Fact, type Facts, gatherFacts, withParts } from './tree.ts';

/** What is worth knowing and no mistake. */
const NOTES: ReadonlySet<LedgerRule> = new Set(['differs_by_source']);

/**
 * Build the ledger.
 *
 * The same claims in any order make the same ledger. Takes n log n.
 */
export function buildLedger(story: LedgerStory): Ledger {
  const counts = countsOf(story);
  const facts = gatherFacts(story.claims, counts);
  const findings = [
    ...partsAndWholes(facts),
    ...sameFacts(facts),
    ...headlines(story, facts),
    ...cumulative(counts),
    ...weekdays(story),
  ].sort(inOrder);
  return {
    figures: figuresOf(facts),
    problems: findings.filter(({ rule }) => !NOTES.has(rule)),
    notes: findings.filter(({ rule }) => NOTES.has(rule)),
  };
}

/** By where they begin; there as they were found. */
function inOrder(a: LedgerFinding, b: LedgerFinding): number {
  return (a.places[0]?.span.start ?? 0) - (b.places[0]?.span.start ?? 0);
}

const OUTCOMES: readonly Outcome[] = [
  'killed',
  'injured',
  'missing',
  'detained',
  'freed',
  'displaced',
  'other',
];

function figuresOf({ all }: Facts): LedgerFigure[] {
  const groups = new Map<Outcome, LedgerFigure[]>(OUTCOMES.map((outcome) => [outcome, []]));
  for (const root of all) {
    const group = root.whole === null ? root.counts[0]?.details.outcome : undefined;
    if (group === undefined) continue;
    for (const { fact, depth } of withParts(root)) groups.get(group)?.push(...linesOf(fact, group, depth));
  }
  return [...groups.values()].flat();
}

/** The first that tells the fact, then the others. */
function linesOf({ counts, whole }: Fact, group: Outcome, depth: number): LedgerFigure[] {
  const [first] = counts;
  const wholeId = whole?.counts[0]?.claim.id ?? null;
  return counts.map((count) =>
    lineOf(count, { group, depth, wholeId, sameAs: count === first ? null : (first?.claim.id ?? null) }),
  );
}

function lineOf(
  { claim, details, sources }: Count,
  place: { group: Outcome; depth: number; wholeId: Id | null; sameAs: Id | null },
): LedgerFigure {
  const { id: claimId, status, span, sentence, role } = claim;
  return { claimId, status, details, sources: [...sources], span, sentence, role, ...place };
}
