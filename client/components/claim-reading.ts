/** A claim's details in words, for whoever decides on it: a verdict is on these as much as on the words. */
import type { CasualtyDetails, Claim } from '../../server/contract/claims.ts';
import { figureReading, readingOf, shorten } from '../controllers/proof/readings.ts';
import { BASES, MODES, OUTCOMES, PERIOD_PRECISIONS, SCOPES, VICTIMS, wordFor } from './inspector/words.ts';

/** Each a few words; what is not filled in is left out. */
export function detailsOf(claim: Claim): string[] {
  switch (claim.kind) {
    case 'casualty_count':
      return casualtyOf(claim.details);
    case 'attribution': {
      const { source, cue, mode, basis, via, carriedOver } = claim.details;
      return [
        source?.quote,
        cue?.quote,
        ...via.map(({ span }) => (span === null ? undefined : `through ${span.quote}`)),
        mode === null ? undefined : wordFor(MODES, mode),
        basis === null ? undefined : wordFor(BASES, basis),
        carriedOver ? 'Carried over' : undefined,
      ].flatMap((words) => words ?? []);
    }
    case 'source':
      return claim.details.titleAsPrinted === null ? [] : [claim.details.titleAsPrinted];
    case 'fact':
      return [readingOf(claim)];
  }
}

/**
 * The wording that a count was read from, where it is printed no longer: a newer text has other words, and the figures
 * are still those of the words before.
 */
export function outgrownWording(claim: Claim): string | null {
  if (claim.kind !== 'casualty_count' || claim.details.wording === null) return null;
  const printed = `${claim.span.quote}\n${claim.sentenceText}`.toLowerCase();
  return printed.includes(claim.details.wording.toLowerCase()) ? null : claim.details.wording;
}

function casualtyOf(details: CasualtyDetails): string[] {
  const { outcome, wording, victims, scope, period, place, perpetrator, cause } = details;
  const figure = (details.modifier === 'vague' ? wording : null) ?? figureReading(details) ?? wording;
  const who = victims === null ? null : (victims.label ?? wordFor(VICTIMS, victims.category).toLowerCase());
  const what = wordFor(OUTCOMES, outcome).toLowerCase();
  return [
    [figure, who, what].filter((part) => part !== null).join(' '),
    scope === null ? null : wordFor(SCOPES, scope).toLowerCase(),
    period === null ? null : periodOf(period),
    place === null ? null : `in ${place.name}`,
    perpetrator === null ? null : `by ${perpetrator}`,
    cause === null ? null : shorten(cause, 80),
  ].filter((part) => part !== null);
}

function periodOf({ from, to, precision }: NonNullable<CasualtyDetails['period']>): string | null {
  if (from === null && to === null) return null;
  const known =
    precision === null || precision === 'day'
      ? ''
      : ` (${wordFor(PERIOD_PRECISIONS, precision).toLowerCase()})`;
  if (from !== null && from === to) return `on ${from}${known}`;
  return (
    [from === null ? null : `from ${from}`, to === null ? null : `to ${to}`]
      .filter((part) => part !== null)
      .join(' ') + known
  );
}
