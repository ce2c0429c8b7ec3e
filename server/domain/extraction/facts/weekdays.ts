/** The days that a story names by weekday alone. */
import type { AnalysedSentence } from '../analyse.ts';
import type { Passage } from '../model.ts';
import { type Found, wordingOf } from './found.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const NAMED = new RegExp(
  String.raw`(?<![\p{L}-])(?<side>(?:last|next|this|coming)\s)?(?<weekday>${WEEKDAYS.join('|')})(?![\p{L}’'-])`,
  'giu',
);
/** "Will visit on", "is due to open on", not far before a day: it is to come. */
const AHEAD =
  /(?:\b(?:will|shall)|['’]ll|\b(?:is|are|was|were) (?:due|set|scheduled|expected|planned|to))\b[^.;:,"“”]{0,80}$/iu;
const DAY = 86_400_000;
/** "Wednesday, 8 January 2014". */
const DAY_WORDS = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * Each weekday that a story names, where it names it first, with the date that it means by the day the story was
 * published: the last such day, that day included, or the next where the story tells what is to come. Nothing without
 * that day.
 */
export function readWeekdays(passage: Passage, sentences: readonly AnalysedSentence[]): Found[] {
  const published = passage.publishedAt === null ? Number.NaN : Date.parse(passage.publishedAt);
  if (Number.isNaN(published)) return [];
  const seen = new Set<string>();
  const lead = passage.blocks.findIndex(({ role }) => role === 'paragraph');
  return sentences.flatMap((sentence) =>
    [...wordingOf(passage, sentence).matchAll(NAMED)].flatMap((match) => {
      const weekday = match.groups?.weekday ?? '';
      const isAhead = AHEAD.test(match.input.slice(Math.max(0, match.index - 120), match.index));
      const side = match.groups?.side?.trim().toLowerCase() ?? (isAhead ? 'ahead' : '');
      const key = `${side} ${weekday}`.toLowerCase();
      // "sun" is no day, and "SUNDAY" in a line of capitals may be anything.
      if (seen.has(key) || !WEEKDAYS.includes(weekday)) return [];
      seen.add(key);
      const start = sentence.start + match.index;
      return [
        { start, end: start + match[0].length, ...meant(published, weekday, side, sentence.block === lead) },
      ];
    }),
  );
}

/** Days back from which a lead's weekday is no news, but perhaps the next day's or a slip. */
const OLD_NEWS = 5;

function meant(
  published: number,
  weekday: string,
  side: string,
  isInLead: boolean,
): Omit<Found, 'start' | 'end'> {
  const own = new Date(published).getUTCDay();
  const back = (own - WEEKDAYS.indexOf(weekday) + 7) % 7;
  const isNext = side === 'next' || side === 'coming' || (side === 'ahead' && back > 0);
  const away = isNext ? 7 - back : -back;
  const value = new Date(published + away * DAY).toISOString().slice(0, 10);
  if (isInLead && side === '' && back >= OLD_NEWS)
    return {
      about: 'date',
      value,
      rule: 'fact-weekday-of-lead',
      why: `the lead’s ${weekday} would be ${back} days before the story’s own day, ${DAY_WORDS.format(published)}`,
      confidence: 0.7,
    };
  return {
    about: 'date',
    value,
    rule: 'fact-weekday',
    why: `weekday; ${value} by the day of publication, a ${WEEKDAYS[own]}`,
    confidence: 0.3,
  };
}
