/** What is told of an attribution beside its words: how it is said, and on what it stands. */
import type { AttributionDetails } from '../../../contract/claims.ts';
import type { Range } from '../../../contract/common.ts';
import { HEARSAY, isNameless } from '../../audit/lexicon.ts';
import { knownAgency } from '../../text/agencies.ts';
import { nameBehindOffice } from '../names.ts';
import type { Placed } from './found.ts';
import { BODY_WORDS, DOCUMENT_WORDS, MEDIA_WORDS, NAME_TITLES } from './lexicon/sources.ts';
import type { Quotation } from './quotations.ts';
import { quotationAt } from './quotations.ts';

/** Direct where all of it is quoted, mixed where some is, hearsay where nobody says it. */
export function modeOf(
  text: string,
  found: Placed,
  quotations: readonly Quotation[],
): AttributionDetails['mode'] {
  const cue = found.cue === null ? '' : text.slice(found.cue.start, found.cue.end);
  if (found.source === null && (cue.search(HEARSAY) !== -1 || found.isHearsay)) return 'hearsay';
  let quoted = 0;
  let free = 0;
  for (const part of found.content) {
    const share = quotedShare(text, part, quotations);
    quoted += share.quoted;
    free += share.free;
  }
  if (quoted === 0) return 'indirect';
  return free === 0 ? 'direct' : 'mixed';
}

/** Letters and digits of a stretch within quotations and outside of them. */
function quotedShare(
  text: string,
  part: Range,
  quotations: readonly Quotation[],
): { quoted: number; free: number } {
  let quoted = 0;
  let free = 0;
  let at = part.start;
  while (at < part.end) {
    const here = quotationAt(quotations, at);
    const next = here?.end ?? nextStart(quotations, at, part.end);
    const end = Math.min(part.end, next);
    const letters = text.slice(at, end).replace(/[^\p{L}\p{N}]/gu, '').length;
    if (here === null) free += letters;
    else quoted += letters;
    at = Math.max(end, at + 1);
  }
  return { quoted, free };
}

/** Where the next quotation begins; `limit` where none does before. */
function nextStart(quotations: readonly Quotation[], from: number, limit: number): number {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((quotations[middle]?.start ?? limit) < from) low = middle + 1;
    else high = middle;
  }
  return Math.min(limit, quotations[low]?.start ?? limit);
}

type Basis = NonNullable<AttributionDetails['basis']>;

/**
 * On what an attribution stands, by the words of its source.
 *
 * @param fullName who the words stand for, where that is known
 * @param isProper a name is among them
 */
export function basisOf(printed: string | null, fullName: string | null, isProper: boolean): Basis {
  if (printed === null) return 'none';
  const words = printed.trim();
  if (/^(?:i|we)$/iu.test(words)) return 'own';
  if (
    isNameless(words) ||
    /^(?:some|many|others?|several|few|most|people|everyone|someone|experts?|critics?|analysts?|observers?|residents?|activists?|locals?)$/iu.test(
      words,
    )
  )
    return 'unnamed';
  const name = fullName ?? words;
  // "The coordinator, Ines Duarte".
  if (nameBehindOffice(name) !== null) return 'named';
  const kind = kindOf(name);
  if (kind !== null) return kind;
  if (/^(?:he|she|him|her|his)$/iu.test(words)) return 'named';
  if (/^(?:it|its|they|them|their|which)$/iu.test(words)) return 'organisation';
  // "A Harwick Police spokesman": the name is the body's.
  if (fullName === null && /^(?:an?|one|another)\s[^,]*\s\p{Ll}[\p{L}-]*$/iu.test(words)) return 'unnamed';
  return isProper || fullName !== null ? 'named' : 'unnamed';
}

function kindOf(name: string): Basis | null {
  const [head = ''] = name.split(
    /,|\s(?:who|which|that|of|for|in|at|by|from|on|released|published|\p{Ll}+ed|\p{Ll}+ing|seen|shown)\s/u,
  );
  const words = head
    .replace(/[’']s?(?=\s|$)/gu, ' ')
    .split(/\s+/u)
    .filter((word) => word !== '');
  const last = (words.at(-1) ?? '').toLowerCase();
  if (knownAgency(head) !== null || isCalledMedia(words)) return 'media';
  if (isMediaName(words) && !isOtherAgency(words)) return 'media';
  if (DOCUMENT_WORDS.has(last)) return 'document';
  if (isOtherAgency(words)) return 'organisation';
  if (MEDIA_WORDS.has(last)) return 'media';
  if (isPersonName(words)) return 'named';
  if (/\b(?:coast|national|border|home) guard$/iu.test(words.join(' '))) return 'organisation';
  if (BODY_WORDS.has(last) || /^\p{Lu}{2,8}$/u.test(words.at(-1) ?? '')) return 'organisation';
  // "the Red Cross", and no person: "the Swede".
  if (words.length > 2 && /^the$/iu.test(words[0] ?? '') && words.slice(1).every(isNamePart))
    return 'organisation';
  return words.some((word) => BODY_WORDS.has(word.toLowerCase()) && /^\p{Lu}/u.test(word)) &&
    /^the\s/iu.test(name)
    ? 'organisation'
    : null;
}

/** "the daily Dagens", "state news agency CNA": what it is stands before its name. */
const isCalledMedia = (words: readonly string[]): boolean =>
  /^(?:\p{Ll}+\s)*(?:daily|weekly|newspaper|broadcaster|tabloid|magazine|news agency|news (?:site|website|channel)|[Rr]adio|TV|[Tt]elevision)\s\p{Lu}/u.test(
    words.join(' ').replace(/^The /u, 'the '),
  );

/** The last word tells: "the Press Union" is a union, "the Harbour Press Agency" a newsroom. */
const isMediaName = (words: readonly string[]): boolean =>
  words.length > 1 &&
  (MEDIA_WORDS.has((words.at(-1) ?? '').toLowerCase()) ||
    !BODIES_OF_MEDIA.has((words.at(-1) ?? '').toLowerCase())) &&
  words.slice(1).some((word) => /^\p{Lu}/u.test(word) && MEDIA_WORDS.has(word.toLowerCase())) &&
  /^(?:the|\p{Lu}.*)$/iu.test(words[0] ?? '');

/** "The disaster management agency": only one of news or of the press is a newsroom. */
const isOtherAgency = (words: readonly string[]): boolean =>
  /^agenc(?:y|ies)$/iu.test(words.at(-1) ?? '') &&
  words.length > 2 &&
  !words.some((word) => /^(?:news|press|wire|state)$/iu.test(word));

const BODIES_OF_MEDIA: ReadonlySet<string> = new Set(
  'union club council association ministry office commission committee federation foundation watchdog'.split(
    ' ',
  ),
);

const isNamePart = (word: string): boolean => /^\p{Lu}\p{Ll}/u.test(word);

/** "mission head Ada Brook": it ends in two capitalised words that are no body's, or has a title before its last. */
function isPersonName(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  const isCapital = (word: string) =>
    /^\p{Lu}[\p{Ll}’'\-\p{Lu}]*\.?$/u.test(word) && !/^\p{Lu}{2,}$/u.test(word);
  if (!isCapital(last) || BODY_WORDS.has(last.toLowerCase())) return false;
  if (NAME_TITLES.has(before.toLowerCase())) return true;
  return (
    isCapital(before) &&
    !/^(?:the|a|an)$/iu.test(before) &&
    !BODY_WORDS.has(before.toLowerCase()) &&
    !/^the$/iu.test(words[0] ?? '')
  );
}

/** Whom it was told, where that is a newsroom: "told AFP". */
export function viaOf(text: string, listener: Range | null): Range | null {
  if (listener === null) return null;
  const words = text.slice(listener.start, listener.end);
  const isNewsroom =
    knownAgency(words.replace(/^the\s+/iu, '')) !== null ||
    /^(?:the\s+)?state (?:television|TV|radio|media|broadcaster|news agency)$/u.test(words) ||
    (/\p{Lu}/u.test(words) && kindOf(words) === 'media');
  return isNewsroom ? listener : null;
}
