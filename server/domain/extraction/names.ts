/** Under which name the register may know whoever speaks, from the words as printed. */
import type { KindAndDetails } from '../../contract/claims.ts';
import { isOffice } from '../claims/reading/titles.ts';

type Named = KindAndDetails & {
  readonly span: { readonly quote: string };
  readonly sourceName: string | null;
};

/** Of people and bodies without a name there is nothing to look up. */
const NAMELESS: ReadonlySet<string> = new Set(['unnamed', 'own', 'none']);

/**
 * The name of whoever speaks, alone: the full one printed earlier, where a pronoun or a short form stands; else what
 * is printed, without the apposition after it, the article and the function before it.
 *
 * @returns null where nobody is named, and for counts and facts
 */
export function speakerOf(proposal: Named): string | null {
  if (proposal.sourceName !== null) return proposal.sourceName;
  if (proposal.kind === 'source') return nameIn(proposal.span.quote);
  if (proposal.kind !== 'attribution' || NAMELESS.has(proposal.details.basis ?? 'none')) return null;
  const { source } = proposal.details;
  return source === null ? null : nameIn(source.quote);
}

/** The last words in capitals, where there are two or more: "harbour master Ada Moor" names Ada Moor. */
const CAPITALS =
  /\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:(?:al|bin|de|del|der|la|van|von|of)\s+)*\p{Lu}[\p{L}\p{M}.'’-]*)+$/u;

/** "A spokesman for the agency, Ben Cole", "the head of the hospital, Dr Per Lund": an office, a comma and whose it is. */
const OFFICE_AND_NAME =
  /^(?:(?:the|an?)\s+)?(?<office>\p{L}[^,]{2,100}),\s+(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+)?(?<name>\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+\p{Lu}[\p{L}\p{M}.'’-]*){1,3})(?=,|$|\s+(?:who|whose)\b)/iu;

/** The two of them; null where the words begin with no office. */
export function nameBehindOffice(words: string): { office: string; name: string } | null {
  const { office = '', name = '' } = OFFICE_AND_NAME.exec(words.trim())?.groups ?? {};
  const [head = ''] = office.split(/\s(?:for|of|in|at|with|to)\s/u);
  const isHolder = isOffice(head.split(/\s+/u).at(-1)?.toLowerCase() ?? '');
  return isHolder && /^\p{Lu}/u.test(name) && !/\s\p{Ll}/u.test(name) ? { office, name } : null;
}

function nameIn(words: string): string | null {
  const behind = nameBehindOffice(words);
  if (behind !== null) return behind.name.replace(/\s+/gu, ' ');
  const [before = ''] = words.split(/[,(–—]/u);
  const bare = before.trim().replace(/^(?:the|an?)\s+/iu, '');
  const name = CAPITALS.exec(bare)?.[0] ?? bare;
  return name === '' ? null : name.replace(/\s+/gu, ' ');
}
