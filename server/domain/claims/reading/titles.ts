/** The title that stands before a person's name. */
import { MONTHS, WEEKDAYS } from './lexicon.ts';
import { isAttached, symbolAt, type Token, tokenize, wordAt } from './tokens.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const TITLES = list(`
  spokesperson spokesman spokeswoman president premier minister ambassador envoy chief leader director commander
  mayor governor professor secretary chairman chairwoman chairperson chair general colonel captain major lieutenant
  sergeant admiral judge justice senator lawmaker doctor dr analyst coordinator founder emir sheikh king queen prince
  princess bishop archbishop pope cardinal imam rabbi chancellor prosecutor lawyer activist journalist reporter
  editor coach manager superintendent inspector sheriff officer official diplomat negotiator representative
  commissioner deputy councillor mp head master`);
/** Whether a word in small letters names an office or a rank: "minister". */
export const isOffice = (word: string): boolean => TITLES.has(word);

/** Lower-case words that belong to a title before its noun: "former deputy prime minister". */
const QUALIFIERS = list(`
  former deputy vice acting interim senior foreign prime interior defence defense finance health education justice
  military police army rebel opposition government party state regional provincial local national chief executive
  assistant associate retired veteran ex fire harbour harbor district brigadier lieutenant major press
  news rights human security trade energy oil environment transport home parliamentary presidential royal media
  rail union mission bank hospital school aid relief refugee coast guard navy air force election border council company
  group village town city tribal religious labour labor farmers miners teachers`);
/** Capitalised because a sentence begins with them. */
const OPENERS = list(`
  the a an on in at but and his her their its our this that late early yesterday today tomorrow meanwhile earlier
  later however when while after before as if for from with by to of also then`);

/**
 * The title as printed: "harbour spokesperson" before "Ada Brook"; null where it is not plain.
 *
 * It ends in a noun for an office, right before a capitalised name, and goes back over capitalised words and
 * the like of "former deputy". The name is the marked words, or their end; the title stands among them or before.
 */
export function titleBefore(quote: string, sentenceText: string, offset: number): string | null {
  const text = sentenceText.slice(0, offset) + quote;
  const tokens = tokenize(text);
  const first = tokens.findIndex(({ start }) => start >= offset);
  if (first === -1) return null;
  const inQuote = tokens.findIndex((_, index) => index >= first && endsTitle(tokens, index));
  const end = inQuote === -1 && endsTitle(tokens, first - 1) ? first - 1 : inQuote;
  if (end === -1) return null;
  const start = startOfTitle(tokens, end, end < first ? 0 : first);
  const title = text.slice(tokens[start]?.start, tokens[end]?.end).replace(/\s+/g, ' ');
  return title.length <= MOST_TITLE ? title : null;
}

/** What the contract takes. */
const MOST_TITLE = 300;

/** An office, then the first word of a name. "Dr." keeps its stop out of the way. */
function endsTitle(tokens: readonly Token[], index: number): boolean {
  if (!TITLES.has(wordAt(tokens, index))) return false;
  const dotted = symbolAt(tokens, index + 1) === '.' && isAttached(tokens, index + 1);
  const name = tokens[dotted && isShort(tokens, index) ? index + 2 : index + 1];
  return name?.kind === 'word' && isCapital(name) && !TITLES.has(name.lower) && !isCalendar(name);
}

const isShort = (tokens: readonly Token[], index: number): boolean => wordAt(tokens, index) === 'dr';
const isCapital = ({ text }: Token): boolean => /^\p{Lu}/u.test(text);
const isCalendar = ({ lower }: Token): boolean => MONTHS.has(lower) || WEEKDAYS.has(lower);

function startOfTitle(tokens: readonly Token[], end: number, least: number): number {
  let start = end;
  while (start > least && belongs(tokens[start - 1])) start -= 1;
  return start;
}

const belongs = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  !OPENERS.has(token.lower) &&
  !isCalendar(token) &&
  (isCapital(token) || QUALIFIERS.has(token.lower) || TITLES.has(token.lower));
