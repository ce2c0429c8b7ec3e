/** Which words of a text stand between quotation marks, and which of those are somebody's. */
import { type Side, tellingWords } from './aligned.ts';
import { perSentence, perSide } from './per-sentence.ts';
import { tells } from './tokens.ts';

/** Tokens between two marks, `to` exclusive: the ones that a block never closes go to its end. */
interface Quotation {
  readonly from: number;
  readonly to: number;
}

interface Quoted {
  /** For each token 1 where it stands between marks or opens them. */
  readonly inside: Uint8Array;
  readonly quotations: readonly Quotation[];
  /** The first quotation that ends in a sentence or behind it. */
  readonly firstOf: readonly number[];
}

/** A scare quote has so many words at most. */
const SCARE = 3;
const SINGLE = /['`´‘’‚‛′‹›]/u;
/** These never close what the same sign opened. */
const OPENING = /[“«„「『]/u;
const WORD = /[\p{L}\p{M}\p{N}]/u;

const quotedOf = perSide((side): Quoted => {
  const { tokens, sentenceOf, revision } = side;
  const inside = new Uint8Array(tokens.length);
  const quotations: Quotation[] = [];
  let [open, from, block] = ['', 0, -1];
  const close = (to: number) => {
    // A single mark that nothing closes was none.
    if (open !== '' && SINGLE.test(open) && tokens[to]?.key !== '"') inside.fill(0, from - 1, to);
    else if (open !== '') quotations.push({ from, to });
    open = '';
  };
  for (let at = 0; at < tokens.length; at++) {
    const here = revision.sentences[sentenceOf[at] ?? -1]?.block ?? -1;
    if (here !== block) close(at);
    block = here;
    if (tokens[at]?.key !== '"') {
      if (open !== '') inside[at] = 1;
      continue;
    }
    const sign = signAt(side, at);
    if (open === '' && opens(side, at, sign)) [open, from] = [sign, at + 1];
    else if (open !== '' && closes(side, at, sign, open)) close(at);
    if (open !== '') inside[at] = 1;
  }
  close(tokens.length);
  const firstOf: number[] = [];
  let next = 0;
  for (let sentence = 0; sentence < revision.sentences.length; sentence++) {
    while ((quotations[next]?.to ?? Number.POSITIVE_INFINITY) < (side.firstOf[sentence] ?? 0)) next += 1;
    firstOf.push(next);
  }
  return { inside, quotations, firstOf };
});

const signAt = ({ tokens, revision }: Side, at: number): string => {
  const { start = 0, end = 0 } = tokens[at] ?? {};
  return revision.text.slice(start, end);
};

/** A single mark right behind a letter is an apostrophe: "the rebels’ boats". */
function opens({ tokens, revision: { text } }: Side, at: number, sign: string): boolean {
  if (!SINGLE.test(sign)) return true;
  const { start = 0, end = 0 } = tokens[at] ?? {};
  return !WORD.test(text.charAt(start - 1)) && WORD.test(text.charAt(end));
}

/** One that opens within another is part of it. */
function closes({ tokens, revision: { text } }: Side, at: number, sign: string, open: string): boolean {
  if (sign === open && OPENING.test(sign)) return false;
  if (SINGLE.test(sign) !== SINGLE.test(open)) return false;
  return !SINGLE.test(sign) || !WORD.test(text.charAt(tokens[at]?.end ?? 0));
}

/** Does a token stand between quotation marks, or open them? */
export const isBetweenMarks = (side: Side, token: number): boolean => quotedOf(side).inside[token] === 1;

/** Do the words from one token to another stand between the same marks, so that they are somebody's? */
export function isWithinMarks(side: Side, from: number, to: number): boolean {
  const sentence = side.sentenceOf[from] ?? 0;
  const { quotations, firstOf } = quotedOf(side);
  for (
    let next = firstOf[sentence] ?? 0;
    (quotations[next]?.from ?? Number.POSITIVE_INFINITY) <= from + 1;
    next++
  ) {
    const one = quotations[next];
    if (one !== undefined && one.from - 1 <= from && one.to + 1 >= to) return true;
  }
  return false;
}

/** Does a quotation go on into the sentence from the one before it in its block? */
export const opensBefore = (side: Side, sentence: number): boolean =>
  isInBlock(side, sentence) && isBetweenMarks(side, (side.firstOf[sentence] ?? 0) - 1);

/** Does it go on behind the sentence: into the next one, or into the next paragraph, where it opens again? */
export const goesOn = (side: Side, sentence: number): boolean => {
  const next = side.firstOf[sentence + 1] ?? 0;
  if (side.revision.sentences[sentence + 1] === undefined || !isBetweenMarks(side, next - 1)) return false;
  return isInBlock(side, sentence + 1) || side.tokens[next]?.key === '"';
};

/** Does a quotation stand in the sentence, begin, or go on through it? A word that is only held at a distance is none. */
export const isQuoted = perSentence((side, sentence): boolean => {
  const { quotations, firstOf } = quotedOf(side);
  const end = side.firstOf[sentence + 1] ?? 0;
  for (let next = firstOf[sentence] ?? 0; (quotations[next]?.from ?? end + 1) <= end; next++) {
    const one = quotations[next];
    if (one !== undefined && !isScare(side, sentence, one)) return true;
  }
  return false;
});

/** “crush”: a few words amid others, that neither a comma or a stop ends nor a colon or a comma leads up to. */
function isScare(side: Side, sentence: number, { from, to }: Quotation): boolean {
  const { tokens, firstOf } = side;
  if (from < (firstOf[sentence] ?? 0) || to >= (firstOf[sentence + 1] ?? 0)) return false;
  const words = tokens.slice(from, to);
  const last = words.at(-1);
  const telling = words.filter(tells).length;
  if (telling === 0 || telling > SCARE || last === undefined || !last.means) return false;
  return telling < tellingWords(side, sentence).length && !/^[:,،，]$/.test(tokens[from - 2]?.key ?? '');
}

export const isInBlock = ({ revision }: Side, sentence: number): boolean =>
  sentence > 0 && revision.sentences[sentence - 1]?.block === revision.sentences[sentence]?.block;
