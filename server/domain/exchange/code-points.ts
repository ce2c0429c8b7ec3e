/** From UTF-16 code units, in which the model counts, to Unicode code points, in which other programs do. */

/** A stretch of a text, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The least stretch around one that splits no grapheme: what a reader sees as one character stays whole.
 *
 * @param stretch in UTF-16 code units, as is what comes back
 */
export function wholeGraphemes(text: string, { start, end }: Stretch): Stretch {
  return { start: borderAt(text, start, -1), end: borderAt(text, end, 1) };
}

/** Code units that a grapheme may have and still be looked at whole: no script needs a tenth of it. */
const REACH = 400;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The border between graphemes at `at`, or the next one in a direction. */
function borderAt(text: string, at: number, step: 1 | -1): number {
  if (at <= 0 || at >= text.length) return Math.min(Math.max(at, 0), text.length);
  const from = startOfLine(text, at);
  const found = graphemes.segment(text.slice(from, at + REACH)).containing(at - from);
  if (found === undefined || found.index === at - from) return at;
  return from + found.index + (step === 1 ? found.segment.length : 0);
}

/** A grapheme never goes over a line feed; in a line without end it is looked for from some way back. */
function startOfLine(text: string, at: number): number {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  return Math.max(line, at - REACH);
}

/** Code units between two places whose code points are kept. */
const STEP = 1024;

/**
 * How many code points stand before an offset in UTF-16 code units. What was counted is kept: a text is gone through once,
 * however many offsets are asked and in whatever order.
 */
export function codePointsBefore(text: string): (offset: number) => number {
  /** Before each whole step, as far as the text was gone through. */
  const kept = [0];
  /** From one offset to another. */
  const between = (from: number, to: number): number => {
    let points = 0;
    for (let unit = from; unit < to; unit += 1) if (!endsPair(text, unit)) points += 1;
    return points;
  };
  return (offset) => {
    const step = Math.floor(offset / STEP);
    for (let next = kept.length; next <= step; next += 1)
      kept.push((kept[next - 1] ?? 0) + between((next - 1) * STEP, next * STEP));
    return (kept[step] ?? 0) + between(step * STEP, offset);
  };
}

/** Whether a code unit is the second of a pair: the first has counted for both. */
const endsPair = (text: string, unit: number): boolean =>
  text.charCodeAt(unit) >> 10 === 0x37 && text.charCodeAt(unit - 1) >> 10 === 0x36;
