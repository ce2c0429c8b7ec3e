/** The parts of a claim's details that can be read from its words, and how far words say them. */
import type {
  CasualtyDetails,
  FactDetails,
  KindAndDetails,
  ReadField,
  Reading,
} from '../../contract/claims.ts';
import type { Span } from '../../contract/common.ts';
import { readFigures } from '../figures/read.ts';

/** A claim's words where it stands. */
export interface WordsOfClaim {
  readonly span: Span;
  /** Of the sentence in which the span begins. */
  readonly sentenceText: string;
  /** In UTF-16 code units into the text, as the span's. */
  readonly sentenceStart: number;
}

/** Words with what can be read from them. */
export interface ReadWords extends WordsOfClaim {
  readonly content: KindAndDetails;
  /** Whether a text stands among them. */
  readonly has: (text: string) => boolean;
}

/**
 * How far words say what the details say: `read` where they read so, `there` where it stands among them and they read
 * otherwise (the second figure of several), `no` where it is not among them.
 */
export type Said = 'no' | 'there' | 'read';

export interface Part {
  readonly field: ReadField;
  /** What the details say, to compare. */
  readonly value: string;
  readonly said: (words: ReadWords) => Said;
  /** What the words have in its place; null where that cannot be read. */
  readonly offer: (now: ReadWords, before: ReadWords) => Reading | null;
}

/** What of the details is filled in. */
export function partsOf(content: KindAndDetails): Part[] {
  switch (content.kind) {
    case 'casualty_count':
      return casualtyParts(content.details);
    case 'attribution':
      return part('mode', content.details.mode, {
        // A mark that has no other in its sentence says nothing about these words.
        said: (words) => {
          const mode = attributionIn(words)?.mode ?? null;
          return mode === null || mode === content.details.mode ? 'read' : 'no';
        },
        offer: (now) => given('mode', attributionIn(now)?.mode),
      });
    case 'source':
      return printed('titleAsPrinted', content.details.titleAsPrinted, (now) =>
        given(
          'titleAsPrinted',
          now.content.kind === 'source' ? now.content.details.titleAsPrinted : undefined,
        ),
      );
    case 'fact':
      return printed('value', content.details.value, (now, before) =>
        given('value', valueOn(content.details, now, before)),
      );
  }
}

const casualtyIn = ({ content }: ReadWords) => (content.kind === 'casualty_count' ? content.details : null);
const attributionIn = ({ content }: ReadWords) => (content.kind === 'attribution' ? content.details : null);

function casualtyParts(details: CasualtyDetails): Part[] {
  const { low, best, high, modifier, wording, outcome, victims, place, perpetrator, cause } = details;
  const figure = best ?? low ?? high ?? wording;
  const nothing = () => null;
  return [
    ...part('figure', figure === null ? null : { low, best, high, modifier, wording }, {
      said: (words) => saidFigure(details, words),
      offer: (now) => {
        const read = casualtyIn(now);
        if (read === null || read.wording === null) return null;
        const { low, best, high, modifier, wording } = read;
        return { low, best, high, modifier, wording };
      },
    }),
    ...part('outcome', outcome === 'other' ? null : outcome, {
      said: (words) => (casualtyIn(words)?.outcome === outcome ? 'read' : 'no'),
      offer: (now) => {
        const read = casualtyIn(now)?.outcome;
        return read === 'other' ? null : given('outcome', read);
      },
    }),
    ...part('victims', victims, {
      said: (words) => saidVictims(details, words),
      offer: (now) => given('victims', casualtyIn(now)?.victims),
    }),
    ...printed('place', place?.name ?? null, nothing),
    ...printed('perpetrator', perpetrator, nothing),
    ...printed('cause', cause, nothing),
  ];
}

function part(field: ReadField, value: unknown, asked: Pick<Part, 'said' | 'offer'>): Part[] {
  return value === null ? [] : [{ field, value: JSON.stringify(value), ...asked }];
}

/** A text as it was printed. */
const printed = (field: ReadField, value: string | null, offer: Part['offer']): Part[] =>
  part(field, value, { said: (words) => (words.has(value ?? '') ? 'read' : 'no'), offer });

const given = <Field extends keyof Reading>(
  field: Field,
  value: Reading[Field] | null | undefined,
): Reading | null => (value === null || value === undefined ? null : { [field]: value });

/**
 * A figure is read where the words have the same number with the same bound. Where they read otherwise its numbers may
 * stand among them all the same: of two figures a person chose the other.
 */
function saidFigure(details: CasualtyDetails, words: ReadWords): Said {
  const read = casualtyIn(words);
  const numbers = numbersOf(details);
  if (numbers.length === 0) return words.has(details.wording ?? '') ? 'read' : 'no';
  const isBound = details.modifier === null || details.modifier === read?.modifier;
  if (read !== null && isBound && isSameNumber(details, read)) return 'read';
  const figures = countsIn(words.span.quote);
  const among = figures.length > 0 ? figures : countsIn(words.sentenceText);
  // "More than 30" starts at 31.
  const beside = details.modifier === 'more_than' ? -1 : details.modifier === 'fewer_than' ? 1 : 0;
  const isThere = (number: number) => among.includes(number) || among.includes(number + beside);
  return numbers.every(isThere) ? 'there' : 'no';
}

const numbersOf = ({ low, best, high }: CasualtyDetails): number[] =>
  [low, best, high].filter((number) => number !== null);

/** The number that counts, and its range as far as both have one. */
function isSameNumber(one: CasualtyDetails, other: CasualtyDetails): boolean {
  const counts = ({ low, best, high }: CasualtyDetails) => best ?? low ?? high;
  const fits = (a: number | null, b: number | null) => a === null || b === null || a === b;
  return counts(one) === counts(other) && fits(one.low, other.low) && fits(one.high, other.high);
}

/** Every number that a figure may be, no dates. "Dozens" is the least that it is taken for. */
const countsIn = (text: string): number[] =>
  readFigures(text)
    .filter(({ inDate }) => !inDate)
    .flatMap(({ values, atLeast }) => (atLeast === null ? [...values] : [...values, atLeast]));

function saidVictims({ victims }: CasualtyDetails, words: ReadWords): Said {
  const read = casualtyIn(words)?.victims?.category ?? 'unspecified';
  if (victims === null || victims.category !== read) return 'no';
  return victims.label === null || words.has(victims.label) ? 'read' : 'there';
}

/** What the value would be: all of the words where it was all of them, the one figure of a quantity. */
function valueOn({ about, value }: FactDetails, now: ReadWords, before: ReadWords): string | null {
  const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
  const quote = oneLine(now.span.quote);
  if (oneLine(before.span.quote) === value) return quote.length <= LONGEST ? quote : null;
  const [figure, ...more] = readFigures(quote).filter(({ inDate }) => !inDate);
  return about === 'quantity' && more.length === 0 ? (figure?.words ?? null) : null;
}

/** As the contract takes it, in UTF-16 code units. */
const LONGEST = 500;
