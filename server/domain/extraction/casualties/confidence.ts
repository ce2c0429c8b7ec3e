/**
 * How likely a person accepts a proposed count as it is. The weights keep the order of what was right on notes of events
 * labelled by others (`npm run score` shows it by bands): who was killed or wounded in so many words most often.
 */
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
  otherOutcome: 0.2,
  /** "shot", "treated for", "taken to hospital": mostly the hurt, told by what was done to them. */
  implied: 0.45,
};

/** However many doubts there are: it was proposed. */
const LEAST = 0.05;

/** From 0 to 1. */
export function confidenceOf({ phrase, found, details, isImplied }: Count, hasFigure: boolean): number {
  let confidence = BY_RULE[found.rule];
  if (!hasFigure) confidence -= DOUBTS.noFigure;
  if (phrase.kind === 'name') confidence -= DOUBTS.oneName;
  const unknown =
    phrase.victims === null && !phrase.bare && phrase.outcome === null && phrase.kind !== 'name';
  if (unknown) confidence -= DOUBTS.unknownNoun;
  if (details.outcome === 'other') confidence -= DOUBTS.otherOutcome;
  if (isImplied) confidence -= DOUBTS.implied;
  return Math.max(LEAST, Math.round(confidence * 100) / 100);
}
