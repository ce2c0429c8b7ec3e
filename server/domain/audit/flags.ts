/** All that the program would ask about who says what in a story, and what it rests on. */
import { carriedOver } from './rules/carried-over.ts';
import { descriptions } from './rules/descriptions.ts';
import { noEvidence, noLocator, ownAgency } from './rules/evidence.ts';
import { figureAbsent } from './rules/figure-absent.ts';
import { hearsay } from './rules/hearsay.ts';
import { independence } from './rules/independence.ts';
import { lateAttribution } from './rules/late-attribution.ts';
import { secondHand } from './rules/second-hand.ts';
import { unattributed } from './rules/unattributed.ts';
import { unnamedOnly } from './rules/unnamed-only.ts';
import { type FoundFlag, lookAt, type Rule, type StoryFacts } from './story.ts';

const RULES: readonly Rule[] = [
  unattributed,
  unnamedOnly,
  hearsay,
  carriedOver,
  secondHand,
  independence,
  descriptions,
  lateAttribution,
  noEvidence,
  noLocator,
  ownAgency,
  figureAbsent,
];

/** Every flag, in the order of the text and then of the contract's codes. */
export function findFlags(facts: StoryFacts): FoundFlag[] {
  const story = lookAt(facts);
  return RULES.flatMap((rule) => rule(story)).sort((a, b) => a.span.start - b.span.start);
}
