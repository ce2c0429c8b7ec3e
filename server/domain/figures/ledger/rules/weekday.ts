/** A day name against its date: side by side in one sentence, in one mark, or in two that tell one fact. */
import type { Span } from '../../../../contract/common.ts';
import { sameFactGroups } from '../../../claims/links.ts';
import {
  type DayName,
  datesIn,
  dayName,
  dayNamesIn,
  daysWithDates,
  isoDay,
  type PrintedDay,
  weekdayOf,
} from '../days.ts';
import { type Found, inTextOrder, type LedgerClaim, type LedgerStory, placeOf } from '../model.ts';
import { dayWords } from '../words.ts';

/** In English alone: "mar" is Tuesday elsewhere. */
export function weekdays({ claims, language, publishedAt }: LedgerStory): Found[] {
  if (!/^en(?:-|$)/iu.test(language)) return [];
  const sorted = [...claims].sort(inTextOrder);
  const sentences = new Map(sorted.map((claim) => [claim.sentence, claim] as const).toReversed());
  const printed = [...sentences.values()].flatMap((claim) => sideBySide(claim, publishedAt));
  const inMarks = sorted.flatMap((claim) => inOneMark(claim, publishedAt));
  return [...printed, ...inMarks, ...inTwoMarks(sorted, publishedAt)];
}

function differs(weekday: number, day: string | null): day is string {
  return day !== null && weekdayOf(day) !== weekday;
}

const found = (weekday: number, day: string, places: Found['places']): Found => ({
  rule: 'weekday_differs',
  explanation: `${dayWords(day)} is a ${dayName(weekdayOf(day))}, not a ${dayName(weekday)}.`,
  places,
});

/** "Tuesday, 8 January 2014". Each sentence is read once, however many claims it has. */
function sideBySide(claim: LedgerClaim, publishedAt: string | null): Found[] {
  return daysWithDates(claim.sentenceText).flatMap(({ name, date }) => {
    const day = isoDay(date, publishedAt);
    const [first, second] = name.start < date.start ? [name, date] : [date, name];
    return differs(name.weekday, day)
      ? [
          found(name.weekday, day, [
            placeOf(claim, spanAt(claim, first)),
            placeOf(claim, spanAt(claim, second)),
          ]),
        ]
      : [];
  });
}

function spanAt({ sentenceText, sentenceStart }: LedgerClaim, { start, end }: DayName | PrintedDay): Span {
  return { start: sentenceStart + start, end: sentenceStart + end, quote: sentenceText.slice(start, end) };
}

/** The marked words name a day, and what the mark says of them is another. */
function inOneMark(claim: LedgerClaim, publishedAt: string | null): Found[] {
  const weekday = soleName(claim.span.quote);
  if (weekday === null || datesIn(claim.span.quote).length > 0) return [];
  const day =
    claim.kind === 'fact'
      ? valueDay(claim, publishedAt)
      : claim.kind === 'casualty_count'
        ? countDay(claim)
        : null;
  return differs(weekday, day) ? [found(weekday, day, [placeOf(claim)])] : [];
}

function soleName(words: string): number | null {
  const names = dayNamesIn(words).filter(({ short }) => !short);
  return names.length === 1 ? (names[0]?.weekday ?? null) : null;
}

function soleDay(words: string, publishedAt: string | null): string | null {
  const dates = datesIn(words);
  const [date] = dates;
  return dates.length === 1 && date !== undefined ? isoDay(date, publishedAt) : null;
}

function valueDay(
  { details }: Extract<LedgerClaim, { kind: 'fact' }>,
  publishedAt: string | null,
): string | null {
  return details.about === 'date' && details.value !== null ? soleDay(details.value, publishedAt) : null;
}

/** The day of an incident; "since Tuesday" is the day on which a toll begins. */
function countDay({ details, span }: Extract<LedgerClaim, { kind: 'casualty_count' }>): string | null {
  const { period, scope } = details;
  if (period === null || period.from === null || (period.precision ?? 'day') !== 'day') return null;
  if (/\bsince\s+(?:\p{L}+\s+)?(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b/u.test(span.quote))
    return period.from;
  return scope !== 'cumulative' && (period.to === null || period.to === period.from) ? period.from : null;
}

/** One fact, here by its day's name and there by its date. */
function inTwoMarks(claims: readonly LedgerClaim[], publishedAt: string | null): Found[] {
  const dated = claims.filter((claim) => claim.kind === 'fact' && claim.details.about === 'date');
  const byId = new Map(dated.map((claim) => [claim.id, claim]));
  return sameFactGroups(dated).flatMap((ids) => {
    const members = ids
      .flatMap((id) => byId.get(id) ?? [])
      .map((claim) => ({
        claim,
        weekday: soleName(claim.span.quote),
        day: soleDay(claim.span.quote, publishedAt),
      }));
    const named = members.find(({ weekday, day }) => weekday !== null && day === null);
    const other = members.find(({ day }) => day !== null);
    if (named === undefined || other === undefined || named.weekday === null) return [];
    if (inOneMark(named.claim, publishedAt).length > 0 || !differs(named.weekday, other.day)) return [];
    const places = [named.claim, other.claim].sort(inTextOrder).map((claim) => placeOf(claim));
    return [found(named.weekday, other.day, places)];
  });
}
