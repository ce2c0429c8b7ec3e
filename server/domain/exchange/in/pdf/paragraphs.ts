/** From the lines of columns to paragraphs. */
import { isEnded, joinLines, type Words } from './join.ts';
import type { Line } from './model.ts';

export interface Paragraph {
  readonly lines: readonly Line[];
  readonly text: string;
  /** Of its letters, in points. */
  readonly size: number;
}

/** Of the size of the letters. */
const INDENT = 0.7;
const MARGIN = 1;

/** Signs that begin an entry of a list. */
const BULLET = /^[•‣◦▪●○∙]/u;

/** What tells the paragraphs of one column apart. */
interface Measure {
  readonly left: number;
  readonly right: number;
  /** Between lines of one paragraph, in sizes of their letters. */
  readonly leading: number;
}

/** Paragraphs in the order of the columns; one that goes on in the next column or on the next page is one. */
export function paragraphsOf(columns: readonly (readonly Line[])[], words: Words): Paragraph[] {
  const groups: Line[][] = [];
  let before: readonly Line[] | null = null;
  for (const column of columns) {
    for (const [at, line] of column.entries()) {
      const last = groups.at(-1);
      const previous = last?.at(-1);
      const begins =
        last === undefined ||
        previous === undefined ||
        (at === 0
          ? !goesOn(previous, measureOf(before ?? column, line), line, measureOf(column, line))
          : isNew(previous, line, measureOf(column, line)));
      if (begins) groups.push([line]);
      else last.push(line);
    }
    before = column;
  }
  return withBullets(groups).map((lines) => ({
    lines,
    text: joinLines(
      lines.map(({ text }) => text),
      words,
    ),
    size: Math.max(...lines.map(({ size }) => size)),
  }));
}

/** A bullet that is set for itself belongs to what stands behind it. */
function withBullets(groups: readonly Line[][]): Line[][] {
  const result: Line[][] = [];
  let bullet: Line[] = [];
  for (const lines of groups) {
    const alone = lines.every(({ text }) => text.length === 1 && BULLET.test(text));
    if (!alone) result.push([...bullet, ...lines]);
    bullet = alone ? [...bullet, ...lines] : [];
  }
  return bullet.length === 0 ? result : [...result, bullet];
}

/** Of the lines of a column that are as large as one of them: headings may be wider than the text. */
function measureOf(column: readonly Line[], { size }: Line): Measure {
  const same = column.filter((line) => !line.cells && Math.abs(line.size - size) < size * 0.08);
  const lines = same.length === 0 ? column : same;
  const gaps = column.flatMap((line, at) => {
    const next = column[at + 1];
    return next === undefined || !same.includes(line) || !same.includes(next)
      ? []
      : [(line.y - next.y) / size];
  });
  const sorted = gaps.filter((gap) => gap > 0).sort((a, b) => a - b);
  return {
    left: Math.min(...lines.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
    // Most gaps are between lines of paragraphs; where paragraphs are single lines, no gap within one is known.
    leading: Math.min(sorted[Math.floor(sorted.length / 4)] ?? 1.2, 2.4),
  };
}

const isOtherSize = (a: Line, b: Line): boolean =>
  Math.abs(a.size - b.size) > Math.max(a.size, b.size) * 0.08;

/** Before where a line begins, in the direction in which it is read. */
const indentOf = (line: Line, { left, right }: Measure): number =>
  (line.rtl ? right - line.right : line.left - left) / line.size;

function isNew(previous: Line, line: Line, measure: Measure): boolean {
  if (previous.cells || line.cells || isOtherSize(previous, line) || BULLET.test(line.text)) return true;
  if ((previous.y - line.y) / line.size > measure.leading * 1.25 + 0.1) return true;
  const indent = indentOf(line, measure) - indentOf(previous, measure);
  // The lines below a bullet stand under its words.
  if (indent > INDENT && indent < 8 && !BULLET.test(previous.text)) return true;
  return wouldHaveFitted(previous, line, measure);
}

/** The first word of a line had room on the line before it: whoever set it broke it off on purpose. */
function wouldHaveFitted(previous: Line, line: Line, { left, right }: Measure): boolean {
  const [word = ''] = line.text.split(' ', 1);
  const letter = (line.right - line.left) / Math.max(line.text.length, 1);
  const room = previous.rtl ? previous.left - left : right - previous.right;
  return room > letter * (word.length + 1) + line.size * MARGIN;
}

/** Whether a line at the head of a column goes on with the paragraph at the foot of the one before. */
function goesOn(previous: Line, before: Measure, line: Line, measure: Measure): boolean {
  if (previous.cells || line.cells || isOtherSize(previous, line)) return false;
  if (indentOf(line, measure) > INDENT) return false;
  if (!isEnded(previous.text))
    return /^[^\p{Lu}]/u.test(line.text) || !wouldHaveFitted(previous, line, before);
  return false;
}
