/** Wordings that tell a size and no number. */
import { scaleOf } from './numerals.ts';
import { phraseAt, type Token, wordAt } from './tokens.ts';

/**
 * The least that each wording is taken for.
 *
 * ACLED's codebook reads tens as 10, dozens as 12 and hundreds as 100; scores, thousands and above follow it,
 * each by the one unit that its word names.
 */
const PLURALS: ReadonlyMap<string, number> = new Map([
  ['tens', 10],
  ['dozens', 12],
  ['scores', 20],
  ['hundreds', 100],
  ['thousands', 1000],
  ['millions', 1_000_000],
  ['billions', 1_000_000_000],
]);

const NUMBERLESS: readonly string[][] = [
  ['several'],
  ['many'],
  ['numerous'],
  ['multiple'],
  ['countless'],
  ['a', 'few'],
  ['a', 'number', 'of'],
  ['a', 'handful', 'of'],
];

export interface Vague {
  /** Null where the wording tells no size: "several", "a few". */
  readonly value: number | null;
  /** The index after its last token. */
  readonly next: number;
}

/** The vague wording that begins at a token; null for none. */
export function vagueAt(tokens: readonly Token[], index: number): Vague | null {
  return pluralAt(tokens, index) ?? coupleAt(tokens, index) ?? severalAt(tokens, index);
}

/** "dozens", "tens of thousands". */
function pluralAt(tokens: readonly Token[], index: number): Vague | null {
  const value = PLURALS.get(wordAt(tokens, index));
  if (value === undefined) return null;
  const multiple = wordAt(tokens, index + 1) === 'of' ? PLURALS.get(wordAt(tokens, index + 2)) : undefined;
  return multiple !== undefined && multiple >= 1000 && value < 1000
    ? { value: value * multiple, next: index + 3 }
    : { value, next: index + 1 };
}

/** "a couple of", "a couple of hundred"; without "of" it may be two who are married. */
function coupleAt(tokens: readonly Token[], index: number): Vague | null {
  if (phraseAt(tokens, index, ['a', 'couple']) === 0) return null;
  const at = wordAt(tokens, index + 2) === 'of' ? index + 3 : index + 2;
  const scale = scaleOf(wordAt(tokens, at));
  if (scale !== null) return { value: 2 * scale, next: at + 1 };
  return at === index + 3 ? { value: 2, next: at } : null;
}

/** "several hundred", "many thousands", "a few"; but "how many" and "as many as" say nothing of the kind. */
function severalAt(tokens: readonly Token[], index: number): Vague | null {
  if (wordAt(tokens, index) === 'many' && NOT_MANY.has(wordAt(tokens, index - 1))) return null;
  const length = Math.max(...NUMBERLESS.map((phrase) => phraseAt(tokens, index, phrase)));
  if (length === 0) return null;
  const next = index + length;
  const scale = scaleOf(wordAt(tokens, next));
  if (scale !== null) return { value: scale, next: next + 1 };
  return pluralAt(tokens, next) ?? { value: null, next };
}

const NOT_MANY: ReadonlySet<string> = new Set(['how', 'as', 'so', 'too', 'that']);
