/** The little CommonMark that the document's words have: code and what is strong. */
export interface Inline {
  readonly kind: 'plain' | 'code' | 'strong';
  readonly text: string;
}

export function inlineOf(words: string): Inline[] {
  return words
    .split(/(`[^`]+`|\*\*[^*]+\*\*)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (/^`.+`$/s.test(piece)) return { kind: 'code', text: piece.slice(1, -1) };
      if (/^\*\*.+\*\*$/s.test(piece)) return { kind: 'strong', text: piece.slice(2, -2) };
      return { kind: 'plain', text: piece };
    });
}
