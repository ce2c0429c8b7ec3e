/** Times that a sentence tells, as days: "on Tuesday", "since 3 January", "in March 2011", "last week". */
import type { CasualtyDetails } from '../../../contract/claims.ts';
import { MONTHS, WEEKDAYS } from '../../claims/reading/lexicon.ts';
import { isAttached, symbolAt, type Token, wordAt } from '../../claims/reading/tokens.ts';
import { wordSet } from '../word-set.ts';
import * as days from './days.ts';

export interface Time {
  /** Token indices, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly period: NonNullable<CasualtyDetails['period']>;
}

/**
 * The times of a stretch of text, in its order.
 *
 * @param published ISO 8601; what "Tuesday" and a day without a year mean hangs on it. Null leaves them out.
 */
export function timesIn(tokens: readonly Token[], published: string | null): Time[] {
  const today = published === null ? null : days.dayOf(published);
  const times: Time[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const found = timeAt(tokens, index, today);
    if (found === null) continue;
    const { to, span } = found;
    const before = times.at(-1);
    if (before !== undefined && joinsDays(tokens, before, index))
      times.splice(-1, 1, { ...before, to, period: days.across(before.period, span) });
    else times.push({ from: index, to, period: periodAt(tokens, index, found) });
    index = to - 1;
  }
  return times;
}

function periodAt(tokens: readonly Token[], index: number, { to, span }: Found): Time['period'] {
  if (closesAt(tokens, index)) return days.until(span);
  return opensAt(tokens, index) && !isWhen(tokens, to) ? days.since(span) : days.within(span);
}

/** "Between 1 January and 5 January", "from Friday to Monday": the second is where the first ends. */
function joinsDays(tokens: readonly Token[], { from, to }: Time, index: number): boolean {
  if (to + 1 !== index) return false;
  const [lead, joint] = [wordAt(tokens, from - 1), wordAt(tokens, to)];
  return (
    (lead === 'between' && joint === 'and') || (lead === 'from' && (joint === 'to' || joint === 'until'))
  );
}

/** "By Monday", "by late Monday", "as of 6 January": what is told had happened until then. */
function closesAt(tokens: readonly Token[], index: number): boolean {
  let back = index - 1;
  while (back > index - MOST_BEFORE && HOURS.has(wordAt(tokens, back))) back -= 1;
  return (
    wordAt(tokens, back) === 'by' || (wordAt(tokens, back) === 'of' && wordAt(tokens, back - 1) === 'as')
  );
}
const HOURS = wordSet('late early mid noon midday midnight dawn dusk nightfall on');

interface Found {
  readonly to: number;
  readonly span: days.DaySpan;
}

function timeAt(tokens: readonly Token[], index: number, today: days.Day | null): Found | null {
  return dateAt(tokens, index, today) ?? yearAt(tokens, index) ?? relativeAt(tokens, index, today);
}

/** "3 January 2014", "January 3", "March 2011". A capital tells May and March from the verbs. */
function dateAt(tokens: readonly Token[], index: number, today: days.Day | null): Found | null {
  const dayFirst = dayNumber(tokens, index);
  const monthAt = dayFirst === null ? index : wordAt(tokens, index + 1) === 'of' ? index + 2 : index + 1;
  const month = monthNumber(tokens, monthAt);
  if (month === null) return null;
  const dotted = symbolAt(tokens, monthAt + 1) === '.' && isAttached(tokens, monthAt + 1) ? 1 : 0;
  const afterMonth = monthAt + 1 + dotted;
  const dayAfter = dayFirst === null ? dayNumber(tokens, afterMonth) : null;
  let to = dayAfter === null ? afterMonth : afterMonth + 1;
  const yearAtIndex = symbolAt(tokens, to) === ',' ? to + 1 : to;
  const year = yearNumber(tokens, yearAtIndex);
  if (year !== null) to = yearAtIndex + 1;
  const day = dayFirst ?? dayAfter;
  if (day === null && year === null && !LEADS_MONTH.has(wordAt(tokens, index - 1))) return null;
  const span = days.spanOf({ year, month, day }, today);
  return span === null ? null : { to, span };
}

/** "In March", but not "march" of a crowd. */
const LEADS_MONTH = wordSet('in since until early late mid last this from during of');

const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, month) => [
      [name, month + 1],
      [name.slice(0, 3), month + 1],
    ]),
);

function monthNumber(tokens: readonly Token[], index: number): number | null {
  const word = wordAt(tokens, index);
  if (!MONTHS.has(word) || !/^\p{Lu}/u.test(tokens[index]?.text ?? '')) return null;
  return MONTH_NUMBERS.get(word) ?? MONTH_NUMBERS.get(word.slice(0, 3)) ?? null;
}

function dayNumber(tokens: readonly Token[], index: number): number | null {
  const day = /^(?<day>[12]?\d|3[01])(?:st|nd|rd|th)?$/.exec(tokens[index]?.text ?? '')?.groups?.day;
  return day === undefined || day === '0' ? null : Number(day);
}

const yearNumber = (tokens: readonly Token[], index: number): number | null =>
  /^(?:19|20)\d\d$/.test(tokens[index]?.text ?? '') ? Number(tokens[index]?.text) : null;

const LEADS_YEAR = wordSet('in since during of late early mid');
/** "In 2014": a number of that size alone may count people. */
function yearAt(tokens: readonly Token[], index: number): Found | null {
  const year = yearNumber(tokens, index);
  const led = LEADS_YEAR.has(wordAt(tokens, index - 1)) || LEADS_YEAR.has(wordAt(tokens, index - 2));
  const span = year === null || !led ? null : days.spanOf({ year, month: null, day: null }, null);
  return span === null ? null : { to: index + 1, span };
}

const PARTS_OF_DAY = wordSet('morning afternoon evening night');

function relativeAt(tokens: readonly Token[], index: number, today: days.Day | null): Found | null {
  if (today === null) return null;
  const word = wordAt(tokens, index);
  const next = wordAt(tokens, index + 1);
  if (word === 'today' || word === 'tonight') return { to: index + 1, span: days.oneDay(today) };
  if (word === 'yesterday') return { to: index + 1, span: days.oneDay(days.before(today, 1)) };
  if (WEEKDAYS.has(word) && !word.endsWith('days')) return { to: index + 1, span: days.weekday(word, today) };
  if (word === 'this' && PARTS_OF_DAY.has(next)) return { to: index + 2, span: days.oneDay(today) };
  if (word === 'last' && next === 'night') return { to: index + 2, span: days.oneDay(days.before(today, 1)) };
  if (word !== 'last' && word !== 'this') return null;
  const span = days.unit(next, today, word === 'last' ? 1 : 0);
  return span === null ? null : { to: index + 2, span };
}

const STARTS = wordSet('began begun erupted started broke since starting beginning');
/** "Since the war began in March 2011", "clashes that first erupted on Friday". */
const MOST_BEFORE = 6;

/** "The worst since 2004, when nine died": they died in that year. */
const isWhen = (tokens: readonly Token[], to: number): boolean =>
  symbolAt(tokens, to) === ',' && wordAt(tokens, to + 1) === 'when';

/** Is this when something began that goes on? */
function opensAt(tokens: readonly Token[], index: number): boolean {
  for (let back = index - 1; back >= index - MOST_BEFORE; back--) {
    if (tokens[back]?.kind === 'symbol') return false;
    if (STARTS.has(wordAt(tokens, back))) return true;
  }
  return false;
}
