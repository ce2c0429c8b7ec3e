import type { Id, Span } from '../../../contract/common.ts';
import { foldName } from '../../sources/search-text.ts';
import { RANKS, standsForOther } from '../lexicon.ts';
import type { AuditedStory, FoundFlag, PlacedClaim } from '../story.ts';
import { quoted } from '../words.ts';

/**
 * One source under descriptions that readers may take for two, or a title that is not the one printed elsewhere.
 *
 * A source is named in full once and then briefly: a wording with no word that another lacks is the same. So is what
 * the register knows it by, its initials, and "the minister". A rank more or less is another description.
 */
export function descriptions(story: AuditedStory): FoundFlag[] {
  return [...describedBy(story)].flatMap(([key, places]) => {
    const known = wordsKnown(story, key);
    for (const [at, later] of places.entries()) {
      const earlier = places.slice(0, at).find((place) => isAnother(place, later, known, places));
      if (earlier === undefined) continue;
      return [
        {
          code: 'described_differently',
          claimIds: [...new Set([later.claimId, earlier.claimId])],
          span: later.span,
          explanation: `One source is ${quoted(earlier.words)} in one place and ${quoted(later.words)} in another.`,
          basis: `${key}|${earlier.words}|${later.words}`,
        } as const,
      ];
    }
    return [];
  });
}

interface Description {
  readonly claimId: Id;
  /** As printed, or the title as printed. */
  readonly words: string;
  readonly isTitle: boolean;
  readonly span: Span;
}

/** Descriptions by source, each wording once, in the order of the text. */
function describedBy({ claims }: AuditedStory): Map<string, Description[]> {
  const all = new Map<string, Description[]>();
  for (const claim of claims) {
    const found = descriptionOf(claim);
    if (found === null) continue;
    const places = all.get(found.key);
    if (places === undefined) all.set(found.key, [found.place]);
    else if (places.every(({ words }) => words !== found.place.words)) places.push(found.place);
  }
  return all;
}

function descriptionOf(claim: PlacedClaim): { key: string; place: Description } | null {
  const { id: claimId, span } = claim;
  if (claim.kind === 'source') {
    const { sourceId, titleAsPrinted: words } = claim.details;
    const key = sourceId ?? nameIn(span.quote);
    return key === null || words === null ? null : { key, place: { claimId, words, isTitle: true, span } };
  }
  if (claim.kind !== 'attribution' || claim.details.source === null) return null;
  const { source, sourceId } = claim.details;
  const key = sourceId ?? nameIn(source.quote);
  if (key === null || standsForOther(source.quote)) return null;
  return { key, place: { claimId, words: source.quote, isTitle: false, span: source } };
}

/** A person's name at the end of a description: "Mayor Ada Moor". Two words with capitals, since one may be anybody's. */
function nameIn(words: string): string | null {
  const head = headOf(words);
  const match = /(?:^|\s)(\p{Lu}[\p{L}\p{M}’'-]*)\s+(\p{Lu}[\p{L}\p{M}’'-]*)\s*$/u.exec(head);
  if (match === null || /\b(?:of|for|and|the)\b/u.test(head)) return null;
  return foldName(`${match[1]} ${match[2]}`);
}

const SMALL: ReadonlySet<string> = new Set(
  'the a an of for and in on at s to our his her its their mr mrs ms miss dr sir prof'.split(' '),
);
const tokensOf = (words: string): Set<string> =>
  new Set((foldName(words).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !SMALL.has(word)));

function wordsKnown({ sources }: AuditedStory, key: string): ReadonlySet<string> {
  const registered = sources.get(key);
  if (registered === undefined) return new Set();
  return tokensOf([registered.name, ...registered.aliases, ...registered.affiliations].join(' '));
}

/** What follows a comma tells more of a source, and no other one: "Ada Moor, who heads the hospital". */
const headOf = (words: string): string => words.split(/[,(]/u)[0] ?? words;

function isAnother(
  one: Description,
  other: Description,
  known: ReadonlySet<string>,
  places: readonly Description[],
): boolean {
  if (one.isTitle !== other.isTitle) return false;
  const [a, b] = [tokensOf(headOf(one.words)), tokensOf(headOf(other.words))];
  const onlyA = [...a].filter((word) => !b.has(word));
  const onlyB = [...b].filter((word) => !a.has(word));
  const differing = [...onlyA, ...onlyB];
  if (differing.length > 0 && differing.every((word) => RANKS.has(word))) return true;
  const strange = (words: readonly string[]) => words.some((word) => !known.has(word));
  const isBriefer = onlyA.length === 0 || onlyB.length === 0;
  if (isBriefer || !(strange(onlyA) || strange(onlyB))) return false;
  return !isInitials(one.words, other.words) && !isJoined(one, other, places);
}

/** A third wording has both: "the fleet’s spokesman", "Vik", and "Jon Vik, the fleet’s spokesman". */
function isJoined(one: Description, other: Description, places: readonly Description[]): boolean {
  const both = [...tokensOf(headOf(one.words)), ...tokensOf(headOf(other.words))];
  return places.some((place) => {
    const whole = tokensOf(place.words);
    return place.isTitle === one.isTitle && both.every((word) => whole.has(word));
  });
}

/** "ISO" of "International Standards Office", either way round. */
function isInitials(one: string, other: string): boolean {
  const initials = (words: string) =>
    [...words.matchAll(/\p{Lu}(?=\p{L}+)/gu)].map(([letter]) => letter).join('');
  const bare = (words: string) => words.replace(/^the\s+/iu, '').replaceAll('.', '');
  return bare(one) === initials(other) || bare(other) === initials(one);
}
