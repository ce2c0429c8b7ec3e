/** People with their function, places with their kind, and events with their year. */
import { isOffice, titleBefore } from '../../claims/reading/titles.ts';
import type { AnalysedSentence, Word } from '../analyse.ts';
import type { Passage } from '../model.ts';
import { type FactReader, type Found, wordingOf } from './found.ts';

/** A name as it is printed, from its first word to its last: numbers of words, `to` exclusive. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** Names of more words are headlines in capitals. */
const LONGEST_NAME = 8;
/** How far before a name its title is looked for, and behind it what it is said to be. UTF-16 code units. */
const BEFORE = 120;
const BEHIND = 120;

/** "Interior Minister Ana Bly", and "Ana Bly, the interior minister,". */
export const readPeople: FactReader = (passage, sentence) =>
  IN_CAPITALS.has(passage.blocks[sentence.block]?.role ?? 'paragraph')
    ? []
    : namesIn(sentence).flatMap((run) => personAt(passage, sentence, run));

/** Where any word may have a capital, names cannot be told. */
const IN_CAPITALS: ReadonlySet<string> = new Set(['headline', 'heading']);

function personAt(passage: Passage, { words, ...sentence }: AnalysedSentence, { from, to }: Run): Found[] {
  const [first, last] = [words[from], words[to - 1]];
  if (first === undefined || last === undefined) return [];
  const start = Math.max(sentence.start, first.start - BEFORE);
  const quote = passage.text.slice(first.start, last.end);
  const title = titleBefore(quote, passage.text.slice(start, last.end), first.start - start);
  const behind =
    title === null
      ? officeBehind(passage.text.slice(last.end, Math.min(sentence.end, last.end + BEHIND)))
      : null;
  if (title === null && behind === null) return [];
  const name = title === null ? quote : nameWithout(quote, title);
  const found = title ?? behind?.title ?? '';
  if (!/\s/.test(name.trim()) && title === null) return [];
  const begin = title === null ? first.start : beginOf(passage.text, title, start, first.start, last.end);
  return [
    {
      start: begin,
      end: title === null ? last.end + (behind?.length ?? 0) : last.end,
      about: 'name',
      value: `${oneSpace(name)}, ${oneSpace(found)}`,
      rule: title === null ? 'fact-name-function' : 'fact-name-title',
      why: `a name with a function: ${oneSpace(found)}`,
      confidence: 0.45,
    },
  ];
}

const oneSpace = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Where a title begins that stands within the name's own words or before them. */
function beginOf(text: string, title: string, from: number, nameStart: number, end: number): number {
  const [word = ''] = title.split(' ');
  const inside = text.slice(nameStart, end).indexOf(word);
  if (inside === 0) return nameStart;
  const before = text.slice(from, nameStart).lastIndexOf(word);
  return before === -1 ? nameStart : Math.min(nameStart, from + before);
}

const nameWithout = (quote: string, title: string): string => {
  const flat = oneSpace(quote);
  return flat.startsWith(`${title} `) ? flat.slice(title.length + 1) : flat;
};

const BEHIND_NAME =
  /^,\s(?:(?:the|a|an|its|his|her|their)\s)?(?<title>[\p{L}][\p{L}\p{M}’'\s-]{2,80}?)(?=[,.;:]|\s--|\s[—–]|\s(?:who|whom|whose|that|which)\b|$)/u;

/** What a name is said to be, where the words behind it hold an office: ", the interior minister,". */
export function officeBehind(words: string): { title: string; length: number } | null {
  const match = BEHIND_NAME.exec(words);
  const title = match?.groups?.title;
  if (match === null || title === undefined) return null;
  const parts = title.toLowerCase().split(/\s+/);
  return parts.some((part) => isOffice(part)) &&
    !parts.some((part) => VERBS.has(part)) &&
    (parts.at(-1) ?? '').length > 1
    ? { title, length: match[0].length }
    : null;
}
const VERBS: ReadonlySet<string> = new Set(
  'is was are were said says had has who which and told will would mr mrs ms dr'.split(' '),
);

/** Runs of names in capitals, in the order of the sentence. */
export function namesIn({ words }: Pick<AnalysedSentence, 'words'>): Run[] {
  const runs: Run[] = [];
  for (let index = 0; index < words.length; index++) {
    if (!isName(words[index])) continue;
    const from = index;
    while (isName(words[index + 1])) index += 1;
    if (index + 1 - from <= LONGEST_NAME) runs.push({ from, to: index + 1 });
  }
  return runs;
}

const isName = (word: Word | undefined): boolean =>
  word !== undefined && word.pos === 'PROPN' && /^\p{Lu}/u.test(word.text);

const NAME = String.raw`\p{Lu}[\p{L}\p{M}’'-]{1,30}(?:\s\p{Lu}[\p{L}\p{M}’'-]{1,30}){0,2}`;
const KIND =
  'city|town|village|province|district|port|capital|region|island|county|suburb|peninsula|governorate';
const PLACE = new RegExp(
  String.raw`\b(?<kind>${KIND})\sof\s(?<name>${NAME})|\b(?<kind2>capital|city|town|village|port|island),?\s(?<name2>${NAME})`,
  'gu',
);

/** "the port of Tarvo", "the capital, Tarvo": is it one, and is it there? */
export const readPlaces: FactReader = (passage, sentence) =>
  [...wordingOf(passage, sentence).matchAll(PLACE)].map((match) => {
    const { kind, kind2, name, name2 } = match.groups ?? {};
    const start = sentence.start + match.index;
    return {
      start,
      end: start + match[0].length,
      about: 'place',
      value: `${oneSpace(name ?? name2 ?? '')}, ${kind ?? kind2}`,
      rule: 'fact-place',
      why: `a place with its kind: ${kind ?? kind2}`,
      confidence: 0.35,
    };
  });

const EVENT =
  /\b(?<year>(?:1[5-9]|20)\d\d)\s(?<name>(?:\p{L}[\p{L}’'-]{0,30}\s){0,3}?(?:war|uprising|revolution|election|elections|earthquake|coup|invasion|bombing|bombings|massacre|siege|treaty|accord|referendum|tsunami|famine|genocide|ceasefire))\b/gu;

/** "the 1994 ferry disaster": did it happen in that year? */
export const readEvents: FactReader = (passage, sentence) =>
  [...wordingOf(passage, sentence).matchAll(EVENT)].map((match) => {
    const { year, name } = match.groups ?? {};
    const start = sentence.start + match.index;
    return {
      start,
      end: start + match[0].length,
      about: 'event',
      value: `${year} ${oneSpace(name ?? '')}`,
      rule: 'fact-event',
      why: 'an event with its year',
      confidence: 0.4,
    };
  });
