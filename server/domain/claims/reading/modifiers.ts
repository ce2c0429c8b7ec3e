/** What a printed figure says about itself: at least, more than, up to, about. */
import type { Modifier } from '../../../contract/claims.ts';
import { categoryOf } from './lexicon.ts';
import { numeralAt } from './numerals.ts';
import { isAttached, phraseAt, symbolAt, type Token, wordAt } from './tokens.ts';

type Bound = Extract<Modifier, 'at_least' | 'more_than' | 'up_to' | 'fewer_than' | 'about'>;

const phrases = (bound: Bound, list: string): [Bound, string[]][] =>
  list.split('|').map((phrase): [Bound, string[]] => [bound, phrase.trim().split(/\s+/)]);

/** Longest first, so that "no more than" is not read as "more than". */
const BEFORE: readonly [Bound, string[]][] = [
  ...phrases(
    'at_least',
    'at least|at the least|no fewer than|no less than|not fewer than|not less than|a minimum of|minimum of|as few as',
  ),
  ...phrases(
    'more_than',
    'more than|greater than|upwards of|upward of|in excess of|over|above|exceeding|beyond|topping',
  ),
  ...phrases(
    'up_to',
    'up to|at most|at the most|as many as|as much as|no more than|not more than|a maximum of|maximum of',
  ),
  ...phrases('fewer_than', 'fewer than|less than|under|below'),
  ...phrases(
    'about',
    `about|around|some|roughly|nearly|almost|approximately|an estimated|estimated|close to|circa|approaching|
     in the region of|in the order of|on the order of|perhaps|possibly|maybe|an approximate`,
  ),
].sort(([, left], [, right]) => right.length - left.length);

/** "Well over", "just under": these colour a bound and change nothing. */
const COLOURS: ReadonlySet<string> = new Set([
  'well',
  'far',
  'just',
  'slightly',
  'significantly',
  'considerably',
]);

export interface Modified {
  /** Null where nothing stands before the figure. */
  readonly bound: Bound | null;
  /** The index of the first token of it all. */
  readonly from: number;
  /** The first word of the bound nearest the figure. */
  readonly word: string;
}

/**
 * The modifiers that end right before a token.
 *
 * Of several ("at least some 30") the one that bounds outweighs the one that only loosens.
 */
export function modifiersBefore(tokens: readonly Token[], index: number): Modified {
  let modified: Modified = { bound: null, from: index, word: '' };
  const apart = oneBefore(tokens, overMore(tokens, index));
  if (apart !== null && apart.bound !== 'about' && overMore(tokens, index) < index) return apart;
  for (let round = 0; round < MOST_MODIFIERS; round++) {
    const found = oneBefore(tokens, modified.from);
    if (found === null) break;
    const keeps = modified.bound !== null && (modified.bound !== 'about' || found.bound === 'about');
    modified = keeps ? { ...modified, from: found.from } : found;
  }
  return modified;
}

/** "At least an additional 12", "more than another 30": where the words before the figure begin. */
function overMore(tokens: readonly Token[], index: number): number {
  if (wordAt(tokens, index - 1) === 'another') return index - 1;
  const isMore = /^(?:additional|further|extra|other)$/.test(wordAt(tokens, index - 1));
  if (!isMore) return index;
  return /^an?$/.test(wordAt(tokens, index - 2)) ? index - 2 : index - 1;
}

/** More than print stacks up, so that a text made of modifiers is still read in linear time. */
const MOST_MODIFIERS = 3;

function oneBefore(tokens: readonly Token[], index: number): Modified | null {
  if (symbolAt(tokens, index - 1) === '~') return { bound: 'about', from: index - 1, word: '~' };
  for (const [bound, phrase] of BEFORE) {
    const start = index - phrase.length;
    if (start >= 0 && phraseAt(tokens, start, phrase) > 0) {
      const from = bound !== 'about' && COLOURS.has(wordAt(tokens, start - 1)) ? start - 1 : start;
      return { bound, from, word: phrase[0] ?? '' };
    }
  }
  return null;
}

const AFTER: readonly [Bound, string[]][] = [
  ...phrases('at_least', 'or more|at least|plus|or above'),
  ...phrases('up_to', 'or fewer|or less|at most'),
  ...phrases('about', 'or so|or thereabouts'),
];

/**
 * The modifier right after a figure ("30 or more", "30+"), or after the one noun between ("30 people at
 * least"); `next` is the index after it.
 */
export function modifierAfter(
  tokens: readonly Token[],
  index: number,
): { bound: Bound; next: number } | null {
  if (symbolAt(tokens, index) === '+' && isAttached(tokens, index))
    return { bound: 'at_least', next: index + 1 };
  const at = categoryOf(wordAt(tokens, index)) === null ? index : index + 1;
  const found = AFTER.find(([, phrase]) => phraseAt(tokens, at, phrase) > 0);
  if (found === undefined) return null;
  const [bound, phrase] = found;
  const next = at + phrase.length;
  // "Nine people, at least three of them children": what stands before a figure belongs to that one.
  return numeralAt(tokens, next) === null ? { bound, next } : null;
}

interface Bounds {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}

/** What a modifier makes of a figure. "More than 30" starts at 31; "fewer than 30" ends at 29. */
export function boundsOf(value: number, bound: Bound | null): Bounds {
  const none = { low: null, best: null, high: null };
  switch (bound) {
    case null:
      return { low: value, best: value, high: value };
    case 'at_least':
      return { ...none, low: value };
    case 'more_than':
      return { ...none, low: value + 1 };
    case 'up_to':
      return { ...none, high: value };
    case 'fewer_than':
      return { ...none, high: Math.max(value - 1, 0) };
    case 'about':
      return { ...none, best: value };
  }
}
