/** Where the parts of a pasted text begin and end. What each of them is, `roles.ts` says. */
import { endsWithStop, type Stretch } from './wording.ts';

/** Nothing that a reader sees: white space, joiners and marks without a glyph. */
const BLANK = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;

/**
 * Cut a normalised text into its parts: paragraphs or lines, without the white space around them.
 *
 * Pastes have one paragraph to a line, or paragraphs between blank lines, hard-wrapped or not. A run of lines
 * without a blank line between them is one part if it was hard-wrapped, else each line is a part. Parts depend on
 * the text alone, so that their numbers mean the same under any corrections.
 */
export function splitParts(text: string): Stretch[] {
  const groups = groupLines(text);
  const strong = groups.map((group) => wrapWidth(text, group));
  const known = strong.filter((width) => width !== null);
  const width = known.length === 0 ? null : Math.max(...known.slice(0, 1000));

  return groups.flatMap((group, index) => {
    const [first, last] = [group[0], group.at(-1)];
    if (first === undefined || last === undefined) return [];
    const wrapped =
      strong[index] !== null ||
      (width !== null && fitsWidth(text, group, width)) ||
      isOneSentence(text, group);
    return wrapped ? [{ start: first.start, end: last.end }] : group;
  });
}

/** Runs of lines that no blank line interrupts, each line without the white space around it. */
function groupLines(text: string): Stretch[][] {
  const groups: Stretch[][] = [];
  let open: Stretch[] | null = null;
  let from = 0;
  for (const line of text.split('\n')) {
    if (BLANK.test(line)) {
      open = null;
    } else {
      const start = from + line.length - line.trimStart().length;
      const stretch = { start, end: from + line.trimEnd().length };
      if (open === null) {
        open = [];
        groups.push(open);
      }
      open.push(stretch);
    }
    from += line.length + 1;
  }
  return groups;
}

/** Wrapped lines are about this long; shorter ones are lists or verse, longer ones paragraphs. */
const WIDTH = { min: 40, max: 120 };
/** Lines that are one sentence, broken anywhere: it begins with a capital, goes on with small letters, ends with a stop. */
function isOneSentence(text: string, group: readonly Stretch[]): boolean {
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined || group.length < 2) return false;
  return (
    /^["'“‘«(]?\p{Lu}/u.test(text.slice(first.start, first.start + 3)) &&
    endsWithStop(text.slice(last.start, last.end)) &&
    breaksOf(group).every(
      ([before, after]) =>
        /^\p{Ll}/u.test(text.slice(after.start, after.start + 2)) &&
        !/[.:;!?…]["'”’»)\]]*$/u.test(text.slice(Math.max(before.start, before.end - 8), before.end)),
    )
  );
}

/** Lines wrapped by hand break a word or two early. */
const RAGGED = 12;

const lengthOf = (stretch: Stretch): number => stretch.end - stretch.start;

/** The line ends within a group, each with the line before and the line after. */
const breaksOf = (group: readonly Stretch[]): [Stretch, Stretch][] =>
  group.slice(1).map((after, index) => [group[index] ?? after, after]);

/** Whether the next line's first word would not have fitted: the mark of a line that was filled up. */
function isFilled(text: string, before: Stretch, after: Stretch, width: number): boolean {
  const word = /^\S{1,40}/u.exec(text.slice(after.start, Math.min(after.end, after.start + 40)))?.[0] ?? '';
  return lengthOf(before) + 1 + word.length > width - RAGGED;
}

/** Whether a line goes on with a small letter, or with a letter of a script that knows no case. */
const goesOn = (text: string, line: Stretch): boolean =>
  /^[\p{Ll}\p{Lo}]/u.test(text.slice(line.start, line.start + 2));

/**
 * The width at which a group of lines was wrapped, or null if it shows no sign of wrapping by itself: nearly all
 * lines filled up to the longest, half of them broken in mid-sentence, half of them going on with a small letter.
 */
function wrapWidth(text: string, group: readonly Stretch[]): number | null {
  const breaks = breaksOf(group);
  if (breaks.length === 0) return null;
  let width = 0;
  for (const line of group) width = Math.max(width, lengthOf(line));
  if (width < WIDTH.min || width > WIDTH.max) return null;

  const share = (count: number) => count / breaks.length;
  const filled = breaks.filter(([before, after]) => isFilled(text, before, after, width)).length;
  const midway = breaks.filter(([before]) => !endsWithStop(text.slice(before.start, before.end))).length;
  const small = breaks.filter(([, after]) => goesOn(text, after)).length;
  return share(filled) >= 0.8 && share(midway) >= 0.5 && share(small) >= 0.5 ? width : null;
}

/**
 * Whether a group that shows too little by itself (two lines, the second with a name in front) fits the width at
 * which the rest of the story was wrapped.
 */
function fitsWidth(text: string, group: readonly Stretch[], width: number): boolean {
  const breaks = breaksOf(group);
  return (
    breaks.length > 0 &&
    group.every((line) => lengthOf(line) <= width) &&
    breaks.every(([before, after]) => isFilled(text, before, after, width)) &&
    breaks.some(([before]) => !endsWithStop(text.slice(before.start, before.end)))
  );
}
