/** Small questions about a line of text that several readers ask. Each looks at the line's ends or is linear in it. */

/** A stretch of text: UTF-16 code units, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const STOP_AT_END = /[.!?…。！？؟۔।]["'”’»›)\]]*$/u;

/** Whether a line ends as a sentence does, with a stop and perhaps closing quotes or brackets behind it. */
export const endsWithStop = (line: string): boolean => STOP_AT_END.test(line.slice(-8));

/** Words between white space. */
export const wordsOf = (line: string): string[] => line.match(/\S+/gu) ?? [];

/** Whether a line is set in capitals: it has letters with case, and none of them is small. */
export const isCapitals = (line: string): boolean => /\p{Lu}/u.test(line) && !/\p{Ll}/u.test(line);

/** The words on one line, white space collapsed, at most `max` UTF-16 code units, cut between words. */
export function oneLine(text: string, max: number): string {
  const line = wordsOf(text.slice(0, max * 4)).join(' ');
  if (line.length <= max) return line;
  const space = line.lastIndexOf(' ', max);
  const cut = line.slice(0, space === -1 ? max : space);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}
