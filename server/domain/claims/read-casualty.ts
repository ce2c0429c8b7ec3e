/** The details of a casualty count, as far as the marked words and their sentence tell them. */
import { CasualtyDetails } from '../../contract/claims.ts';
import type { Range } from '../../contract/common.ts';
import { hasFigure, type Quantity, readQuantities } from './quantities.ts';
import { type OutcomeWord, outcomeNearest, outcomesIn, type Stretch } from './reading/outcomes.ts';
import { isCumulative } from './reading/scope.ts';
import { type Token, tokenize, wordAt } from './reading/tokens.ts';
import { type Counted, countedAfter, victimsNamed } from './reading/victims.ts';

/**
 * Read a casualty count.
 *
 * The figure is the quote's, but read where it stands, so that "12" marked in "12-year-old" is no count and
 * "385 people" marked after "at least" keeps its bound. The outcome is the quote's, or else the one told
 * nearest to the figure in the sentence. Period, place, perpetrator and cause are never read: null.
 *
 * @param offset Where the quote begins in the sentence, in UTF-16 code units. A quote may run past its sentence.
 */
export function readCasualty(quote: string, sentenceText: string, offset: number): CasualtyDetails {
  const text = sentenceText.slice(0, offset) + quote + sentenceText.slice(offset + quote.length);
  const marked = { start: offset, end: offset + quote.length };
  const tokens = tokenize(text);
  const placed = readQuantities(text).map((quantity) => placeOf(tokens, quantity));
  const stretches = placed.map(({ stretch }) => stretch);
  const words = outcomesIn(tokens, stretches);
  const figure = mainFigure(placed, words, marked);
  const stretch = figure?.stretch ?? {
    from: indexAt(tokens, marked.start),
    to: indexAt(tokens, marked.end),
  };
  const others = stretches.filter((other) => other.from !== stretch.from);
  const whole = wholeOf(tokens, stretch, stretches);
  const nearest = (candidates: readonly OutcomeWord[]) => outcomeNearest(tokens, whole, candidates, others);
  const inQuote = words.filter(({ at }) => isWithin(tokens[at], marked));

  return CasualtyDetails.parse({
    outcome: nearest(inQuote) ?? nearest(words) ?? 'other',
    low: figure?.quantity.low,
    best: figure?.quantity.best,
    high: figure?.quantity.high,
    modifier: figure?.quantity.modifier,
    wording: fitting(figure?.quantity.wording),
    victims: figure === null ? victimsNamed(tokens, stretch) : figure.counted.victims,
    scope: isCumulative(tokens, stretch) ? 'cumulative' : null,
  });
}

/**
 * The figure whose outcome a part shares: "killing 41 people, including 12 children, while gunmen freed two" has the
 * children among the killed, though "freed" stands nearer. A figure that is no part is its own.
 */
function wholeOf(tokens: readonly Token[], part: Stretch, stretches: readonly Stretch[]): Stretch {
  const lead = `${wordAt(tokens, part.from - 2)} ${wordAt(tokens, part.from - 1)}`;
  const before = stretches.filter((other) => other.to <= part.from);
  return LEADS_TO_PART.test(lead) ? (before.at(-1) ?? part) : part;
}

const LEADS_TO_PART = /(?:\bincluding|\bcomprising|\bamong (?:them|whom)|\bof (?:whom|them))$/;

/** A wording longer than the contract takes ("1.000…") is not cut: it would no longer be as printed. */
const fitting = (wording: string | undefined): string | null =>
  CasualtyDetails.shape.wording.safeParse(wording ?? null).data ?? null;

interface Placed {
  readonly quantity: Quantity;
  /** In tokens of the text, modifiers included. */
  readonly stretch: Stretch;
  readonly counted: Counted;
}

/** The noun stands right after the figure ("30 people at least"), or after its modifier ("30 or more people"). */
function placeOf(tokens: readonly Token[], quantity: Quantity): Placed {
  const from = indexAt(tokens, quantity.start);
  const to = indexAt(tokens, quantity.end);
  const near = countedAfter(tokens, indexAt(tokens, quantity.figure.end), quantity.best);
  const counted = near.what === 'unknown' ? countedAfter(tokens, to, quantity.best) : near;
  return { quantity, stretch: { from, to }, counted };
}

/** The first token that begins at or after an offset, found by halving. */
function indexAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens[middle]?.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Of several figures in the marked words, the one that counts the people.
 *
 * First the object of a verb ("three gunmen killed nine"), then what stands before people, then any other
 * that is not known to count things, each with a number rather than without.
 */
function mainFigure(placed: readonly Placed[], words: readonly OutcomeWord[], marked: Range): Placed | null {
  const within = placed.filter(
    ({ quantity: { figure }, counted }) =>
      counted.what !== 'things' && figure.start >= marked.start && figure.end <= marked.end,
  );
  const verbs = new Set(words.map(({ at }) => at));
  const isObject = ({ stretch }: Placed) => verbs.has(stretch.from - 1);
  const isPeople = ({ counted }: Placed) => counted.what === 'people';
  const orders = [isObject, isPeople, () => true];
  for (const order of orders) {
    const found = within.find((figure) => order(figure) && hasFigure(figure.quantity));
    if (found !== undefined) return found;
  }
  return within[0] ?? null;
}

const isWithin = (token: Token | undefined, { start, end }: Range): boolean =>
  token !== undefined && token.start >= start && token.end <= end;
