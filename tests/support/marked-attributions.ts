/** Attributions marked within their sentence, so that a row of a case table reads as the sentence does. */
import type { AttributionCase } from '../cases/extraction-attributions.ts';

const CLOSING: Readonly<Record<string, 'source' | 'cue' | 'content'>> = {
  ']': 'source',
  '}': 'cue',
  '>': 'content',
};

interface Marked {
  source: string | null;
  cue: string | null;
  content: string[];
}

/**
 * Read a marked text: `[The mayor] {said} <the bridge was shut>.`
 *
 * Brackets hold a source, braces a cue, angles what is said; they may nest. Where a text holds several attributions,
 * each mark begins with the numbers of those that it belongs to, in the order of their cues: `[12:The mayor] {1:said}
 * <1:it was shut> and {2:urged} <2:drivers to wait>.` A text without marks attributes nothing.
 *
 * @throws where a mark is left open
 */
export function readMarked(marked: string): AttributionCase {
  const found = new Map<string, Marked>();
  const open: { start: number; numbers: string }[] = [];
  let text = '';
  for (let at = 0; at < marked.length; at++) {
    const sign = marked.charAt(at);
    const kind = CLOSING[sign];
    if ('[{<'.includes(sign)) {
      const numbers = /^\d+(?=:)/.exec(marked.slice(at + 1))?.[0];
      open.push({ start: text.length, numbers: numbers ?? '1' });
      if (numbers !== undefined) at += numbers.length + 1;
    } else if (kind !== undefined) {
      const mark = open.pop();
      if (mark === undefined) throw new Error(`nothing to close at ${at} of ${marked}`);
      for (const number of mark.numbers) {
        const one = found.get(number) ?? { source: null, cue: null, content: [] };
        found.set(number, one);
        const quote = text.slice(mark.start);
        if (kind === 'content') one.content.push(quote);
        else one[kind] = quote;
      }
    } else text += sign;
  }
  if (open.length > 0) throw new Error(`a mark is left open in ${marked}`);
  const numbers = [...found.keys()].sort();
  return { text, found: numbers.flatMap((number) => found.get(number) ?? []) };
}
