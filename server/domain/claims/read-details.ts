/** What a claim's details are where nobody typed any: read from the marked words, empty where they do not tell. */
import type { AttributionDetails, ClaimKind, FactDetails, KindAndDetails } from '../../contract/claims.ts';
import type { Span } from '../../contract/common.ts';
import { emptyDetails } from './details.ts';
import { hasFigure, readQuantities } from './quantities.ts';
import { readCasualty } from './read-casualty.ts';
import { MONTHS, UNITS, WEEKDAYS } from './reading/lexicon.ts';
import { titleBefore } from './reading/titles.ts';
import { type Token, tokenize } from './reading/tokens.ts';

/**
 * Read the details of a claim from its words.
 *
 * @param quote The marked words: the span's quote.
 * @param offset Where they begin in the sentence, in UTF-16 code units.
 * @param span The claim's span in the revision.
 */
export function readDetails(
  kind: ClaimKind,
  quote: string,
  sentenceText: string,
  offset: number,
  span: Span,
): KindAndDetails {
  const empty = emptyDetails(kind);
  switch (empty.kind) {
    case 'casualty_count':
      return { ...empty, details: readCasualty(quote, sentenceText, offset) };
    case 'attribution':
      return {
        ...empty,
        details: { ...empty.details, content: [span], mode: modeOf(quote, sentenceText, offset) },
      };
    case 'source':
      return {
        ...empty,
        details: { ...empty.details, titleAsPrinted: titleBefore(quote, sentenceText, offset) },
      };
    case 'fact':
      return { ...empty, details: { about: aboutOf(quote), value: null } };
  }
}

/**
 * Direct where the words stand inside quotation marks, mixed where they hold some, else indirect.
 *
 * Null where the marks of the sentence do not pair up, as in the middle of a quotation that runs over
 * several sentences: it cannot be seen from here.
 */
function modeOf(quote: string, sentenceText: string, offset: number): AttributionDetails['mode'] {
  const text = sentenceText.slice(0, offset) + quote + sentenceText.slice(offset + quote.length);
  const quotations = quotationsIn(text);
  if (quotations === null) return null;
  const end = offset + quote.length;
  const touching = quotations.filter((quotation) => quotation.start < end && quotation.end > offset);
  if (touching.length === 0) return 'indirect';
  const [first] = touching;
  // The marks themselves may be marked or not; the words between them are what counts.
  const isInside =
    first !== undefined &&
    first.start <= offset + leadingSpace(quote) &&
    end - trailingSpace(quote) <= first.end;
  return isInside ? 'direct' : 'mixed';
}

const leadingSpace = (quote: string): number => quote.length - quote.trimStart().length;
/** With the stop or comma that a British newsroom prints after the mark. */
const trailingSpace = (quote: string): number => quote.length - quote.replace(/[\s.,;:]{0,8}$/, '').length;

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['«', '»'],
  ['„', '“'],
  ['"', '"'],
]);
const MARKS: ReadonlySet<string> = new Set([...CLOSING.keys(), ...CLOSING.values()]);

/** Quotations with their marks; null where a mark has no other. Single marks are left out: they are apostrophes too. */
function quotationsIn(text: string): { start: number; end: number }[] | null {
  const found: { start: number; end: number }[] = [];
  let open: { mark: string; start: number } | null = null;
  for (let index = 0; index < text.length; index++) {
    const mark = text.charAt(index);
    if (!MARKS.has(mark)) continue;
    if (open !== null && CLOSING.get(open.mark) === mark) {
      found.push({ start: open.start, end: index + 1 });
      open = null;
    } else if (open === null && CLOSING.has(mark)) {
      open = { mark, start: index };
    } else return null;
  }
  return open === null ? found : null;
}

const DATE_WORDS: ReadonlySet<string> = new Set(
  'on in the of at since until by late early mid last next this morning afternoon evening night noon midnight today yesterday tomorrow ad bc'.split(
    ' ',
  ),
);
const QUANTITY_SIGN = /(?:\p{Sc}\s?\d|\d\s?(?:\p{Sc}|[%‰]))/u;

/** A date where all words are a date's; a quantity where a number stands with what it measures or counts. */
function aboutOf(quote: string): FactDetails['about'] {
  const tokens = tokenize(quote);
  if (isDate(tokens)) return 'date';
  const isCounted = readQuantities(quote).some(hasFigure) || QUANTITY_SIGN.test(quote);
  const isMeasured = tokens.some(
    (token, index) => token.kind === 'word' && UNITS.has(token.lower) && tokens[index - 1]?.kind === 'number',
  );
  return isCounted || isMeasured ? 'quantity' : 'other';
}

function isDate(tokens: readonly Token[]): boolean {
  const isNamed = ({ lower }: Token) => MONTHS.has(lower) || WEEKDAYS.has(lower);
  const isNumber = ({ kind, text }: Token) =>
    kind === 'number' &&
    /^(?:\d{1,2}(?:st|nd|rd|th)?|(?:1[0-9]|20)\d\ds?|\d{1,4}([./])\d{1,2}\1\d{1,4})$/.test(text);
  const isWhole = tokens.every(
    (token) => token.kind === 'symbol' || DATE_WORDS.has(token.lower) || isNamed(token) || isNumber(token),
  );
  const tells = tokens.some((token) => isNamed(token) || (isNumber(token) && token.text.length >= 4));
  return isWhole && tells && !tokens.some(({ text }) => /^[\p{Sc}%]$/u.test(text));
}
