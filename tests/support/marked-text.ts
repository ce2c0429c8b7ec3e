/** Texts of the tables with what is marked in them: ⟦claim⟧, ‹source›, «cue», ⟨content⟩. */
import type { Span } from '../../server/contract/common.ts';

export interface MarkedText {
  /** Without the signs. */
  readonly text: string;
  /** UTF-16 code units into `text`; null where the text has none. */
  readonly claim: Span | null;
  readonly source: Span | null;
  readonly cue: Span | null;
  /** What an attribution says, where that is less than the claim. */
  readonly content: Span | null;
}

type Name = 'claim' | 'source' | 'cue' | 'content';

const SIGNS: Readonly<Record<string, readonly [Name, 'start' | 'end']>> = {
  '⟦': ['claim', 'start'],
  '⟧': ['claim', 'end'],
  '‹': ['source', 'start'],
  '›': ['source', 'end'],
  '«': ['cue', 'start'],
  '»': ['cue', 'end'],
  '⟨': ['content', 'start'],
  '⟩': ['content', 'end'],
};

/**
 * Take the signs out of a text.
 *
 * @throws Error where a sign stands twice or has no other
 */
export function readMarked(marked: string): MarkedText {
  const text = marked.replace(/[⟦⟧‹›«»⟨⟩]/g, '');
  const at = new Map<string, number>();
  let length = 0;
  for (const character of marked) {
    const sign = SIGNS[character];
    if (sign === undefined) length += character.length;
    else if (at.has(sign.join())) throw new Error(`${character} stands twice: ${marked}`);
    else at.set(sign.join(), length);
  }
  const spanOf = (name: Name): Span | null => {
    const start = at.get(`${name},start`);
    const end = at.get(`${name},end`);
    if (start === undefined && end === undefined) return null;
    if (start === undefined || end === undefined || end <= start)
      throw new Error(`A sign has no other: ${marked}`);
    return { start, end, quote: text.slice(start, end) };
  };
  return {
    text,
    claim: spanOf('claim'),
    source: spanOf('source'),
    cue: spanOf('cue'),
    content: spanOf('content'),
  };
}
