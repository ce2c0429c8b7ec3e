/** Who speaks in a story: each person and body where it is named first. */
import { isOffice, titleBefore } from '../claims/reading/titles.ts';
import type { AnalysedSentence } from './analyse.ts';
import { officeBehind } from './facts/names.ts';
import type { Passage, Proposal } from './model.ts';
import { nameBehindOffice } from './names.ts';

/** Bases that tell of a source which can be looked up. */
const KNOWABLE: ReadonlySet<string> = new Set(['named', 'organisation', 'document', 'media']);
/** How far around a name its title is looked for, in UTF-16 code units. */
const AROUND = 120;

/**
 * Propose each person or body that an attribution names, at its first mention, with its title as printed.
 *
 * Attributions know a pronoun's or a short form's full name as `sourceName`. Those without a name ("officials") are
 * nobody to look up.
 */
export function proposeSources(
  passage: Passage,
  sentences: readonly AnalysedSentence[],
  attributions: readonly Proposal[],
): Proposal[] {
  const mentions = firstMentions(passage.text, attributions.flatMap(namedBy));
  return mentions.flatMap((mention) => {
    const sentence = sentenceAround(sentences, mention.start);
    return sentence === null ? [] : [sourceAt(passage, sentence, mention)];
  });
}

interface Named {
  readonly name: string;
  /** Where it speaks first: nothing after that place is its first mention. */
  readonly at: number;
}

function namedBy(proposal: Proposal): Named[] {
  if (proposal.kind !== 'attribution') return [];
  const { source, basis } = proposal.details;
  if (basis === null || !KNOWABLE.has(basis)) return [];
  const name = proposal.sourceName ?? nameIn(source?.quote ?? '');
  const at = source?.start ?? proposal.span.start;
  return name === null ? [] : [{ name, at }];
}

const PRONOUN = /^(?:he|she|it|they|we|i|you|who|him|her|them|this|that|these|those|one|both|others?)$/iu;
const NAME_AT_END =
  /(?:\p{Lu}[\p{L}\p{M}\p{N}.’'&-]*)(?:\s+(?:(?:of|for|and|the|de|van|von|bin|al|on)\s+){0,2}\p{Lu}[\p{L}\p{M}\p{N}.’'&-]*){0,7}$/u;
const ARTICLE = /^(?:the|a|an|its|his|her|their|our)\s+/iu;

/**
 * The name in a source as printed: the words in capitals at its end ("harbour spokesperson Ada Brook"), else all of it
 * ("Swedish coast guard"); not one small word ("message"), which could be anybody's.
 */
function nameIn(quote: string): string | null {
  const behind = nameBehindOffice(quote.slice(0, 300));
  if (behind !== null) return behind.name;
  const [flat = ''] = quote
    .slice(0, 300)
    .trim()
    .replace(ARTICLE, '')
    .split(/[,;:(]|\s(?:who|which|that)\s/u);
  const phrase = flat.trim();
  if (phrase === '' || PRONOUN.test(phrase)) return null;
  const name = NAME_AT_END.exec(phrase)?.[0].replace(/['’]s?$/u, '');
  if (name !== undefined) return COMMON.test(name) ? null : withoutRank(name);
  return phrase.length <= 80 && /\s/.test(phrase) ? phrase : null;
}

/** They have a capital where a sentence begins, and name nobody. */
const COMMON =
  /^(?:police|army|rebels|militants|authorities|troops|forces|government|parliament|opposition|prosecutors|doctors|firefighters|rescuers)$/iu;

/** "General Otto Lenn", "Eyewitness Leo Brandt": what stands before a full name, with a capital, is no part of it. */
function withoutRank(name: string): string {
  const [first = '', ...rest] = name.split(/\s+/u);
  const isRank = isOffice(first.replace(/\.$/u, '').toLowerCase()) || BYSTANDERS.test(first);
  const isName = rest.length > 1 && rest.every((word) => !isOffice(word.toLowerCase()));
  return isRank && isName ? name.slice(name.indexOf(rest[0] ?? '', first.length)) : name;
}
const BYSTANDERS =
  /^(?:eyewitness|witness|resident|survivor|villager|neighbou?r|passenger|farmer|shopkeeper)$/iu;

interface Mention {
  readonly start: number;
  readonly end: number;
}

/** Each name is looked for in the text: more are no story's sources. */
const MOST_NAMES = 500;

/** Where each of these names stands first in the text, in its order; of two that share words the longer. */
function firstMentions(text: string, named: readonly Named[]): Mention[] {
  const known = new Map<string, Named>();
  for (const one of named) {
    const key = one.name.toLowerCase();
    if (!known.has(key) && known.size < MOST_NAMES) known.set(key, one);
  }
  const places = [...known.values()].flatMap(({ name, at }) => {
    const start = firstPlace(text, name, at);
    return start === -1 ? [] : [{ start, end: start + name.length }];
  });
  const ordered = places.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return ordered.filter((mention) => {
    const isApart = mention.start >= end;
    end = Math.max(end, mention.end);
    return isApart;
  });
}

/** The first place of whole words up to where their owner speaks; -1 where the text spells the name otherwise. */
function firstPlace(text: string, name: string, at: number): number {
  let from = 0;
  for (;;) {
    const start = text.indexOf(name, from);
    if (start === -1) return -1;
    if (isWhole(text, start, start + name.length)) return start;
    if (start > at) return -1;
    from = start + 1;
  }
}

const isWhole = (text: string, start: number, end: number): boolean =>
  !/[\p{L}\p{N}]/u.test(text.charAt(start - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(end));

function sourceAt({ text }: Passage, sentence: AnalysedSentence, { start, end }: Mention): Proposal {
  const from = Math.max(sentence.start, start - AROUND);
  const to = Math.min(sentence.end, end + AROUND);
  const quote = text.slice(start, end);
  const title =
    officeAhead(text.slice(from, end), quote) ??
    titleBefore(quote, text.slice(from, end), start - from) ??
    officeBehind(text.slice(end, to))?.title ??
    null;
  const titleAsPrinted = title?.replace(/\s+/g, ' ').trim() || null;
  return {
    kind: 'source',
    details: { sourceId: null, titleAsPrinted },
    span: { start, end, quote },
    sentence: sentence.index,
    key: `source-${start}-${end}`,
    rule: titleAsPrinted === null ? 'source-name' : 'source-title',
    why:
      titleAsPrinted === null
        ? 'speaks in this story; named here first'
        : `speaks in this story; named here first, as ${titleAsPrinted.replaceAll('!', '')}`,
    confidence: titleAsPrinted === null ? 0.6 : 0.75,
    attributedBy: [],
    partOf: null,
    sourceName: null,
  };
}

/** "…, a spokesman for the agency, Ben Cole": the office of whoever is named last. */
function officeAhead(words: string, name: string): string | null {
  const at = [...words.matchAll(/(?:^|[,“"]\s*|\s)(?:the|an?)\s/giu)].map(
    ({ index, 0: { length } }) => index + length,
  );
  for (const start of at.toReversed()) {
    const found = nameBehindOffice(words.slice(start));
    if (found?.name === name) return found.office;
  }
  return null;
}

/** The sentence that holds a place; null between them. */
function sentenceAround(sentences: readonly AnalysedSentence[], offset: number): AnalysedSentence | null {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const sentence = sentences[low];
  return sentence !== undefined && sentence.start <= offset && offset < sentence.end ? sentence : null;
}
