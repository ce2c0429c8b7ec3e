/** How likely a person accepts a proposed count as it is. */
import type { Count } from './propose.ts';

const BY_RULE: Readonly<Record<Count['found']['rule'], number>> = {
  object: 0.9,
  subject: 0.9,
  noun: 0.85,
  of: 0.85,
  toll: 0.8,
  inverse: 0.8,
  group: 0.6,
};
/** What is taken from it where the words leave room for doubt. */
const DOUBTS = {
  /** "several", "soldiers". */
  noFigure: 0.35,
  /** "nine Ardlers". */
  unknownNoun: 0.2,
  oneName: 0.2,
  onePerson: 0.1,
  otherOutcome: 0.2,
  /** "treated for", "taken to hospital". */
  inCare: 0.2,
};

/** From 0 to 1. */
export function confidenceOf(
  { phrase, found, details, isSingle, isInCare }: Count,
  hasFigure: boolean,
): number {
  let confidence = BY_RULE[found.rule];
  if (!hasFigure) confidence -= DOUBTS.noFigure;
  if (phrase.kind === 'name') confidence -= DOUBTS.oneName;
  else if (isSingle) confidence -= DOUBTS.onePerson;
  const unknown =
    phrase.victims === null && !phrase.bare && phrase.outcome === null && phrase.kind !== 'name';
  if (unknown) confidence -= DOUBTS.unknownNoun;
  if (details.outcome === 'other') confidence -= DOUBTS.otherOutcome;
  if (isInCare) confidence -= DOUBTS.inCare;
  return Math.round(confidence * 100) / 100;
}
