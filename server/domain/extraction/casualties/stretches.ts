/** A sentence in pieces that are short enough to be read with everything in view. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** UTF-16 code units. No sentence in print comes near; a text without stops is cut here, so that reading it stays linear. */
const LONGEST = 3000;

/** Cut at white space where there is any, and never inside a pair of surrogates. */
export function stretchesOf(text: string, { start, end }: Stretch): Stretch[] {
  const stretches: Stretch[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const to = borderBefore(text, from, from + LONGEST);
    stretches.push({ start: from, end: to });
    from = to;
  }
  stretches.push({ start: from, end });
  return stretches;
}

function borderBefore(text: string, from: number, to: number): number {
  for (let at = to; at > to - LONGEST / 2 && at > from; at--) if (/\s/.test(text[at - 1] ?? '')) return at;
  const splitsPair = /[\uD800-\uDBFF]/.test(text[to - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[to] ?? '');
  return splitsPair ? to - 1 : to;
}
