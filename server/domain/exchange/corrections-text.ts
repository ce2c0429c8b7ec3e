/**
 * Corrections as plain text, for a message to the desk: each can be understood alone, and none can pass for another.
 *
 * Everything that somebody wrote stands behind its label or is indented, whatever line ends it has, so that no words can
 * look like an entry of their own. Signs that a terminal obeys are shown as pictures of themselves; words that are
 * written right to left are kept apart from the line around them.
 */
import { z } from 'zod';

/** A row as the database gives it. */
export const CorrectionRow = z.looseObject({
  story_id: z.string(),
  story_title: z.string(),
  story_url: z.string().nullable(),
  revision: z.number(),
  sentence: z.string(),
  old_wording: z.string(),
  new_wording: z.string().nullable(),
  reason: z.string(),
  said_by: z.array(z.string()).nullable(),
  evidence: z
    .array(
      z.looseObject({
        stance: z.string(),
        title: z.string(),
        publisher: z.string().nullable(),
        locator: z.string().nullable(),
        quote: z.string().nullable(),
        url: z.string().nullable(),
      }),
    )
    .nullable(),
  checked_by: z.string(),
  checked_at: z.string(),
  passed_by: z.string().nullable(),
  passed_at: z.string().nullable(),
  returned_by: z.string().nullable(),
  returned_note: z.string().nullable(),
});
export type CorrectionRow = z.infer<typeof CorrectionRow>;

/** What stands before the first correction. @param at ISO 8601, UTC */
export const correctionsTextHead = (by: string, at: string): string =>
  `CORRECTIONS\nList of ${minute(at)}, taken by ${safe(by, 0)}\n`;

/** What stands behind the last: without it the list is not whole. */
export const correctionsTextTail = (rows: number): string =>
  rows === 0
    ? '\nNothing is to be corrected.\n'
    : `\nEnd of the list: ${rows} ${rows === 1 ? 'correction' : 'corrections'}.\n`;

/**
 * One correction.
 *
 * @param number from 1
 * @param isFirstOfStory true where the row before is of another story, or there is none
 */
export function correctionText(row: CorrectionRow, number: number, isFirstOfStory: boolean): string {
  const lines: string[] = [];
  const put = (label: string, words: string | null) => {
    if (words !== null) lines.push(`   ${label.padEnd(INDENT - 3)}${safe(words, INDENT)}`);
  };
  if (isFirstOfStory) {
    lines.push('', '-'.repeat(60), `Story: ${safe(row.story_title, 7)}`);
    if (row.story_url !== null) lines.push(`       ${safe(row.story_url, 7)}`);
  }
  lines.push('', `${number}. In text ${row.revision}:`);
  put('Printed', row.old_wording);
  put('Correct', row.new_wording ?? '(no wording was given)');
  put('Sentence', row.sentence);
  put('Said by', row.said_by === null ? null : row.said_by.join('\n'));
  put('Why', row.reason);
  put('Evidence', row.evidence === null ? '(none)' : row.evidence.map(evidenceLine).join('\n'));
  put('Checked', `by ${row.checked_by}, ${minute(row.checked_at)}`);
  if (row.passed_by !== null) put('Passed', `by ${row.passed_by}, ${minute(row.passed_at ?? '')}`);
  else if (row.returned_by !== null) put('Returned', `by ${row.returned_by}: ${row.returned_note ?? ''}`);
  else put('Passed', 'by nobody yet');
  return `${lines.join('\n')}\n`;
}

/** Columns before the words of an entry. */
const INDENT = 13;

function evidenceLine(evidence: NonNullable<CorrectionRow['evidence']>[number]): string {
  const { stance, title, publisher, locator, quote, url } = evidence;
  const parts = [`${stance}: ${title}`, publisher, locator, quote === null ? null : `“${quote}”`, url];
  return parts.filter((part) => part !== null).join(' · ');
}

/** "2026-03-02 09:00 UTC". */
const minute = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;

const LINES = /\r\n?|[\n\v\f\u0085\u2028\u2029]/;
/** Anything written right to left, and every sign that turns the direction. */
const TURNS =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

function safe(words: string, indent: number): string {
  return words
    .split(LINES)
    .map((line) => isolated(pictured(line)))
    .join(`\n${' '.repeat(indent)}`);
}

/** U+2400 and on are the pictures of the signs that begin with U+0000. */
const pictured = (line: string): string =>
  line.replace(/(?!\t)\p{Cc}/gu, (sign) => {
    const code = sign.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd';
  });

/** Isolates that the words open are closed, and those that they close too many are left out. */
function isolated(line: string): string {
  if (!TURNS.test(line)) return line;
  let open = 0;
  let balanced = '';
  for (const sign of line) {
    if (sign === POP_ISOLATE) {
      if (open === 0) continue;
      open -= 1;
    } else if (/[\u2066-\u2068]/.test(sign)) open += 1;
    balanced += sign;
  }
  return FIRST_STRONG_ISOLATE + balanced + POP_ISOLATE.repeat(open + 1);
}
