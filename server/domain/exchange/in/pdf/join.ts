/** Lines put together to the words that they were before they were broken into lines. */

/** All words of a file in small letters, to see how it writes them elsewhere. */
export type Words = ReadonlySet<string>;

const WORD = /[\p{L}\p{M}\p{N}]+(?:[-‐][\p{L}\p{M}\p{N}]+)*/gu;

export function wordsIn(texts: Iterable<string>): Words {
  const words = new Set<string>();
  for (const text of texts) for (const [word] of text.matchAll(WORD)) words.add(word.toLowerCase());
  return words;
}

/** A word that is broken at its hyphen, by the line's end and the next one's beginning. */
const BROKEN = /([\p{L}\p{M}\p{N}]+(?:[-‐][\p{L}\p{M}\p{N}]+)*)[-‐]$/u;
const GOES_ON = /^\p{Ll}[\p{L}\p{M}]*/u;

/** Lines as one text: with a space between them, none where a word was broken, none in scripts that have none. */
export function joinLines(lines: readonly string[], words: Words): string {
  return lines.reduce((text, line) => (text === '' ? line : join(text, line, words)), '');
}

/** Scripts that write no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}。、，：；！？「」（）]/u;

function join(text: string, line: string, words: Words): string {
  if (text.endsWith('\u00AD')) return text.slice(0, -1) + line;
  const before = BROKEN.exec(text)?.[1];
  if (before !== undefined) {
    const after = GOES_ON.exec(line)?.[0];
    // "Port-" and "Elsen": a name that has its hyphen; "18-" and "year": so does a number.
    if (after === undefined) return text + line;
    return keepsHyphen(before, after, words) ? text + line : text.slice(0, -1) + line;
  }
  const [last, first] = [text.at(-1) ?? '', line.at(0) ?? ''];
  return UNSPACED.test(last) && UNSPACED.test(first) ? text + line : `${text} ${line}`;
}

/**
 * How the file itself writes the word elsewhere decides; else what is left of the hyphen: a number, a word that has one
 * already, or a first part that makes compounds.
 */
function keepsHyphen(before: string, after: string, words: Words): boolean {
  const [left, right] = [before.toLowerCase(), after.toLowerCase()];
  if (words.has(`${left}-${right}`)) return true;
  if (words.has(left + right)) return false;
  return /[-‐\p{N}]/u.test(before) || COMPOUNDS.test(left) || TENS.test(left);
}

const COMPOUNDS = /^(?:self|ex|non|anti|half|well|co|vice|by|mid|all)$/;
const TENS = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/;

/** Whether a text ends as a sentence does, whatever stands behind it. */
export const isEnded = (text: string): boolean => /[.!?…。！？؟:][”"’'»)\]]*$/u.test(text);
