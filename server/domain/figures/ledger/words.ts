/** Figures, days and lists as an explanation says them. */
import type { CasualtyDetails } from '../../../contract/claims.ts';
import { oneLine } from '../../text/wording.ts';
import type { Count } from './model.ts';

const NUMBERS = new Intl.NumberFormat('en');
export const digits = (value: number): string => NUMBERS.format(value);
/** In UTF-16 code units: what fits a sentence. */
const LONGEST = 60;

/** A figure with what bounds it: "at least 385", "10 to 15", "“dozens”". */
export function figureWords(details: CasualtyDetails): string {
  const { low, best, high, modifier, wording } = details;
  const number = best ?? low ?? high;
  if (modifier === 'vague' || number === null) return wording === null ? 'no figure' : `“${short(wording)}”`;
  switch (modifier) {
    case 'at_least':
      return `at least ${digits(low ?? number)}`;
    case 'more_than':
      return `more than ${digits((low ?? number + 1) - 1)}`;
    case 'up_to':
      return `up to ${digits(high ?? number)}`;
    case 'fewer_than':
      return `fewer than ${digits((high ?? number - 1) + 1)}`;
    case 'about':
      return `about ${digits(number)}`;
    default:
      if (low !== null && high !== null && low !== high) return `${digits(low)} to ${digits(high)}`;
      if (best === null && high === null) return `at least ${digits(number)}`;
      return best === null && low === null ? `up to ${digits(number)}` : digits(number);
  }
}

const short = (words: string): string => {
  const line = oneLine(words, LONGEST);
  return line.length < words.trim().length ? `${line}…` : line;
};

const OUTCOMES: Readonly<Record<CasualtyDetails['outcome'], string>> = {
  killed: ' killed',
  injured: ' injured',
  missing: ' missing',
  detained: ' detained',
  freed: ' freed',
  displaced: ' displaced',
  other: '',
};
export const outcomeWords = (outcome: CasualtyDetails['outcome']): string => OUTCOMES[outcome];

const CATEGORIES: Readonly<Partial<Record<string, string>>> = {
  civilian: 'civilians',
  combatant: 'combatants',
  child: 'children',
  woman: 'women',
  medic: 'medics',
  journalist: 'journalists',
  aid_worker: 'aid workers',
  prisoner: 'prisoners',
};

/** "41 people", "at least 56 civilians"; the figure alone where nobody is named. */
export function countWords({ details }: Count): string {
  const { victims } = details;
  const who = victims === null ? null : (victims.label ?? CATEGORIES[victims.category] ?? null);
  return who === null ? figureWords(details) : `${figureWords(details)} ${short(who)}`;
}

/** "41 people according to the harbour office". */
export function saidWords(count: Count): string {
  const names = count.sources.map(({ name }) => short(name));
  return `${countWords(count)} according to ${names.length === 0 ? 'someone who is not named' : listed(names)}`;
}

/** "41, 42 and 44". */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** The beginning of a sentence. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
/** "8 January 2014", from "2014-01-08". */
export function dayWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${Number(year)}`;
}
