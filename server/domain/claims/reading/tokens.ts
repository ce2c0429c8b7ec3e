/** English text as tokens with their places: what the readers of figures and outcomes work on. */

export interface Token {
  /** A number begins with an ASCII digit and runs on over what is attached to it: "1,500", "9th", "10:30". */
  readonly kind: 'word' | 'number' | 'symbol';
  /** As printed. */
  readonly text: string;
  readonly lower: string;
  /** UTF-16 code units into the text that was read. */
  readonly start: number;
  /** UTF-16 code units, exclusive. */
  readonly end: number;
}

/** A number, a word or one sign. */
const TOKEN = /(\d(?:[\d.,:/]*\d)?[\p{L}\p{M}\p{N}]*)|([\p{L}\p{M}\p{N}](?:['’]?[\p{L}\p{M}\p{N}])*)|\S/gu;

/** Split a text; white space is what lies between tokens. Takes any string, in linear time. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  // By the hand of the expression itself: long texts are read, and an object less for each token is felt.
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const [printed, number, word] = match;
    tokens.push({
      kind: number === undefined ? (word === undefined ? 'symbol' : 'word') : 'number',
      text: printed,
      lower: printed.toLowerCase().replaceAll('’', "'"),
      start: match.index,
      end: match.index + printed.length,
    });
  }
  return tokens;
}

/** The lower-case word at an index, or an empty string where there is none. */
export function wordAt(tokens: readonly Token[], index: number): string {
  const token = tokens[index];
  return token?.kind === 'word' ? token.lower : '';
}

/** The symbol at an index, or an empty string. */
export function symbolAt(tokens: readonly Token[], index: number): string {
  const token = tokens[index];
  return token?.kind === 'symbol' ? token.text : '';
}

/** True where nothing stands between a token and the one before it. */
export function isAttached(tokens: readonly Token[], index: number): boolean {
  return tokens[index - 1]?.end === tokens[index]?.start && tokens[index] !== undefined;
}

const HYPHENS: ReadonlySet<string> = new Set(['-', '\u2010', '\u2011']);
export const isHyphen = (tokens: readonly Token[], index: number): boolean =>
  HYPHENS.has(symbolAt(tokens, index));

/** The index of the word that follows `index`, over a space or a hyphen ("eighty five", "eighty-five"); -1 for none. */
export function followingWord(tokens: readonly Token[], index: number): number {
  if (tokens[index + 1]?.kind === 'word') return index + 1;
  const hyphenated =
    isHyphen(tokens, index + 1) &&
    isAttached(tokens, index + 1) &&
    isAttached(tokens, index + 2) &&
    tokens[index + 2]?.kind === 'word';
  return hyphenated ? index + 2 : -1;
}

/** Do these words stand at an index? Returns how many tokens they take, 0 where they do not. */
export function phraseAt(tokens: readonly Token[], index: number, phrase: readonly string[]): number {
  return phrase.every((word, offset) => wordAt(tokens, index + offset) === word) ? phrase.length : 0;
}
