/** A claim's figures beside the words that it relies on. */
import type { KindAndDetails } from '../../contract/claims.ts';
import type { FigureFound } from '../../contract/evidence.ts';
import { readQuantities } from '../claims/quantities.ts';
import { type Figure, foldDigits, readFigures } from './read.ts';

/** A claim as far as its figures are concerned. */
export interface Counting {
  readonly content: KindAndDetails;
  /** The marked words. */
  readonly quote: string;
}

/** One figure of a claim, and the numbers that would be the same. */
export interface ClaimFigure {
  readonly words: string;
  readonly value: number | null;
  readonly same: readonly number[];
  readonly atLeast: number | null;
}

/**
 * The figures that a claim states: of a casualty count its printed wording, of a fact of quantity its value, of an
 * attribution what was said. Dates are left out, and wordings that tell no size ("several"). Other claims have none.
 */
export function figuresOf({ content, quote }: Counting): ClaimFigure[] {
  if (content.kind === 'casualty_count') return casualtyFigures(content.details, quote);
  if (content.kind === 'attribution')
    return content.details.content.length === 0
      ? figuresIn(quote)
      : content.details.content.flatMap((span) => figuresIn(span.quote));
  if (content.kind !== 'fact' || content.details.about !== 'quantity') return [];
  const stated = content.details.value === null ? [] : figuresIn(content.details.value);
  return stated.length > 0 ? stated : figuresIn(quote);
}

function casualtyFigures(
  details: Extract<KindAndDetails, { kind: 'casualty_count' }>['details'],
  quote: string,
): ClaimFigure[] {
  const { low, best, high, modifier } = details;
  const [worded, marked] = [countsIn(details.wording ?? quote), countsIn(quote)];
  // A newer text has another figure than the details, which nobody has read anew: the words are what is printed.
  if (isOutdated(worded, marked)) return marked;
  const printed = worded;
  const known = [low, best, high].filter((value): value is number => value !== null && value > 0);
  if (printed.length === 0)
    return [...new Set(known)].map((value) => figureOf({ words: String(value), values: [value] }));
  // "More than 30" starts at 31, which may be what the evidence says.
  const isOpen = modifier === 'more_than' || modifier === 'fewer_than';
  return printed.map((figure) =>
    isOpen && printed.length === 1 ? { ...figure, same: [...figure.same, ...known] } : figure,
  );
}

/** None of the wording's figures is among those of the marked words, though both have some. */
const isOutdated = (worded: readonly ClaimFigure[], marked: readonly ClaimFigure[]): boolean =>
  worded.length > 0 && marked.length > 0 && !worded.some((one) => marked.some((other) => isSame(one, other)));

const isSame = (one: ClaimFigure, other: ClaimFigure): boolean =>
  one.atLeast === other.atLeast &&
  (one.atLeast !== null || one.same.some((value) => other.same.includes(value)));

/** Figures that count, as the reader of casualty counts finds them: no ages, dates, distances. */
function countsIn(words: string): ClaimFigure[] {
  const { text, startOf } = foldDigits(words);
  return readQuantities(text).flatMap(({ figure }) =>
    readFigures(words.slice(startOf(figure.start), startOf(figure.end))).map(figureOf),
  );
}

/** "One" is left out: it is a pronoun more often than a figure. */
const figuresIn = (words: string): ClaimFigure[] =>
  readFigures(words)
    .filter((figure) => !figure.inDate && figure.words.toLowerCase() !== 'one')
    .map(figureOf);

type Printed = Pick<Figure, 'words' | 'values'> & { readonly atLeast?: number | null };
const figureOf = ({ words, values, atLeast = null }: Printed): ClaimFigure => ({
  words,
  value: values[0] ?? null,
  same: values,
  atLeast,
});

/** Look for a claim's figures in words that it relies on. */
export function compareFigures(figures: readonly ClaimFigure[], evidence: string): FigureFound[] {
  if (figures.length === 0) return [];
  const said = readFigures(evidence);
  const numbers = new Set([...said.flatMap(({ values }) => values), ...(PAIR.test(evidence) ? [2] : [])]);
  return figures.map(({ words, value, same, atLeast }) => ({
    words,
    value,
    found:
      atLeast === null
        ? same.some((number) => numbers.has(number))
        : said.some((figure) => figure.atLeast === atLeast) || [...numbers].some((n) => couldBe(atLeast, n)),
  }));
}

/** Two, said without a figure. Of evidence alone: a claim's "both sides" counts nobody. */
const PAIR = /\b(?:both|a couple of|a pair of|the pair|twins?)\b/iu;

/** "Dozens" may be printed for 36: from twice the unit that the word names up to where a larger word would be taken. */
const couldBe = (atLeast: number, number: number): boolean => number >= 2 * atLeast && number < 20 * atLeast;
