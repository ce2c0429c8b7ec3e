/** Tolls over time: what is added up cannot become less. */
import { type Count, type Found, grow, inOrder, placeOf } from '../model.ts';
import { countWords, dayWords } from '../words.ts';
import { victimKey } from './victims.ts';

/**
 * Cumulative counts of one outcome, people, place, beginning and source, told as of different days.
 *
 * Where nothing of place, beginning or cause is known of both, they may be tolls of different things, unless each is
 * called "the toll". An open end is the day on which the story is told, after all others.
 */
export function cumulative(counts: readonly Count[]): Found[] {
  const tolls = new Map<string, Count[]>();
  for (const count of counts) {
    const { scope, period, place, outcome, victims, cause } = count.details;
    const isKnown = place !== null || period?.from != null || cause !== null || isTheToll(count);
    if (scope !== 'cumulative' || period === null || !count.bounds.known || count.bounds.vague) continue;
    if (!isKnown || count.isAddition || count.details.partOf !== null) continue;
    const where = place?.name.trim().toLowerCase() ?? '';
    grow(
      tolls,
      JSON.stringify([outcome, victimKey(victims), where, period.from, ...count.sourceKeys]),
      count,
    );
  }
  return [...tolls.values()].flatMap((all) => byCause(all).flatMap(falls));
}

/** "The toll", "the death toll": a story tells one. */
const isTheToll = ({ claim: { sentenceText, span, sentenceStart } }: Count): boolean =>
  /\b[Tt]he\s+(?:[\p{L}-]+\s+)?toll\b(?!\s+of\b)[^.;]*$/u.test(
    sentenceText.slice(0, Math.max(0, span.start - sentenceStart)),
  );

/** The tolls of each cause with those of which no cause is told; of all where none is. */
function byCause(tolls: readonly Count[]): Count[][] {
  const causes = new Set(tolls.map(causeKey).filter((cause) => cause !== ''));
  if (causes.size < 2) return [[...tolls]];
  return [...causes].map((cause) => tolls.filter((toll) => causeKey(toll) === cause));
}
const causeKey = ({ details: { cause } }: Count): string => cause?.trim().toLowerCase() ?? '';

const until = ({ details: { period } }: Count): string => period?.to ?? OPEN;
/** Behind every day that is written with four digits. */
const OPEN = '~';

function falls(tolls: readonly Count[]): Found[] {
  const sorted = [...tolls].sort((a, b) => (until(a) < until(b) ? -1 : until(a) > until(b) ? 1 : 0));
  const found: Found[] = [];
  let highest: Count | null = null;
  let before: Count | null = null;
  for (const [index, count] of sorted.entries()) {
    // Those of one day are one fact, not one after the other.
    if (index > 0 && until(count) !== until(sorted[index - 1] ?? count)) highest = before;
    if (highest !== null && count.bounds.max < highest.bounds.min) found.push(falling(highest, count));
    if (before === null || count.bounds.min > before.bounds.min) before = count;
  }
  return found;
}

function falling(earlier: Count, later: Count): Found {
  return {
    rule: 'cumulative_falls',
    explanation: `A toll over time cannot fall: ${countWords(earlier)} ${untilWords(earlier)}, then ${countWords(later)} ${untilWords(later)}.`,
    places: inOrder([earlier, later]).map(({ claim }) => placeOf(claim)),
  };
}

const untilWords = (count: Count): string =>
  until(count) === OPEN ? 'by now' : `by ${dayWords(until(count))}`;
