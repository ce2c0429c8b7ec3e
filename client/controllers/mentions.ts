/** People named in a comment: what is being typed after an @, and whom the words name in the end. No markup. */
import { z } from 'zod';
import { Mentionable } from '../../server/contract/comments.ts';

/** A name that is being typed. Offsets are UTF-16 code units; `start` is that of the @, `end` the caret. */
export interface Typing {
  readonly start: number;
  readonly end: number;
  /** What stands after the @; may be empty. */
  readonly words: string;
}

/** UTF-16 code units after which what follows an @ is no name any more, and words of a name. */
const LONGEST = 40;
const MOST_WORDS = 3;

/** The name that is typed where the caret is; null where none is: an @ within a word is an address's. */
export function typingAt(text: string, caret: number): Typing | null {
  const start = caret === 0 ? -1 : text.lastIndexOf('@', caret - 1);
  if (start === -1 || caret - start > LONGEST) return null;
  if (start > 0 && /[\p{L}\p{N}._@-]/u.test(text.charAt(start - 1))) return null;
  const words = text.slice(start + 1, caret);
  if (/[\r\n]|^\s|\s\s/.test(words) || words.split(' ').length > MOST_WORDS) return null;
  return { start, end: caret, words };
}

/** The text with a name in place of what was typed of it, and where the caret is then. */
export function withName(
  text: string,
  { start, end }: Typing,
  name: string,
): { text: string; caret: number } {
  const after = text.slice(end);
  const put = `@${name}${/^\s/.test(after) ? '' : ' '}`;
  return { text: `${text.slice(0, start)}${put}${after}`, caret: start + put.length };
}

const Kept = z.array(Mentionable);

/** As a draft keeps them beside its words. */
export const keptPeople = (people: readonly Mentionable[]): string => JSON.stringify(people);

export function peopleKept(kept: string | undefined): Mentionable[] {
  if (kept === undefined) return [];
  try {
    return Kept.catch([]).parse(JSON.parse(kept));
  } catch {
    return [];
  }
}

/** Whom the words still name, of those that were chosen; undefined where nobody was ever chosen. */
export function namedIn(body: string, kept: string | undefined): string[] | undefined {
  if (kept === undefined) return undefined;
  const named = peopleKept(kept).filter(({ name }) => body.includes(`@${name}`));
  return [...new Set(named.map(({ id }) => id))];
}

export interface Piece {
  readonly text: string;
  readonly named: boolean;
}

/** Words in pieces: those that name somebody, and what is between them. Of two names the longer counts. */
export function piecesOf(body: string, names: readonly string[]): Piece[] {
  const longest = names.map((name) => `@${name}`).sort((a, b) => b.length - a.length);
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = body.indexOf('@'); at !== -1; at = body.indexOf('@', at + 1)) {
    const found = longest.find((name) => body.startsWith(name, at));
    if (found === undefined) continue;
    if (at > from) pieces.push({ text: body.slice(from, at), named: false });
    pieces.push({ text: found, named: true });
    from = at + found.length;
    at = from - 1;
  }
  if (from < body.length) pieces.push({ text: body.slice(from), named: false });
  return pieces;
}
