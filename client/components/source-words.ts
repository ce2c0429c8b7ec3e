/** Entries of the register in words. */
import type { Source, SourceRecord } from '../../server/contract/sources.ts';
import { counted } from '../words.ts';

/** How an entry stands in a claim, said after its name. */
export const ROLE_WORDS = { said: 'Said it', through: 'Passed it on', named: 'Is named' } as const;

/** Where an entry is named: "in 4 stories: 12 said, 3 passed on"; null where it is named nowhere. */
export function placesIn({ stories, said, through, named }: SourceRecord): string | null {
  if (said + through + named === 0) return null;
  const parts = [`${said} said`, `${through} passed on`, `${named} named`];
  const counts = parts.filter((part) => !part.startsWith('0 '));
  return `in ${counted(stories, 'story', 'stories')}: ${counts.join(', ')}`;
}

/** How what it said fared: "verified 5, inaccurate 1, disputed 2, open 4"; the rarer two only where there are any. */
export function faredIn(record: SourceRecord): string {
  const { verified, inaccurate, disputed, unverifiable, waived, open } = record;
  const rare = Object.entries({ unverifiable, waived }).filter(([, count]) => count > 0);
  const parts = [...Object.entries({ verified, inaccurate, disputed }), ...rare, ['open', open]];
  return parts.map(([how, count]) => `${how} ${count}`).join(', ');
}

/** What a merge does, in numbers: what names the one now, and the other afterwards. */
export function mergeWords(record: SourceRecord, from: string, into: string): string {
  const total = record.said + record.through + record.named;
  if (total === 0) return `No claim that you may see names “${from}”. It will be found under “${into}”.`;
  const verb = total === 1 ? 'names' : 'name';
  const places = counted(record.stories, 'story', 'stories');
  return `${counted(total, 'place')} in ${places} ${verb} “${from}” and will name “${into}” instead.`;
}

const isWord = (word: string) => word.length > 2;
/** The words of a name, blind to case and accents; initials and particles are left out where there are others. */
function wordsOf(name: string): string[] {
  const folded = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const long = words.filter(isWord);
  return long.length === 0 ? words : long;
}

/** Entries whose names share a word with another one's in the list: by the name alone one cannot tell which is meant. */
export function alike(found: readonly Pick<Source, 'id' | 'name'>[]): ReadonlySet<string> {
  const holders = new Map<string, Set<string>>();
  for (const { id, name } of found)
    for (const word of wordsOf(name)) holders.set(word, (holders.get(word) ?? new Set()).add(id));
  return new Set([...holders.values()].filter((ids) => ids.size > 1).flatMap((ids) => [...ids]));
}

/** What tells an entry from others of like names: its description and its bodies, else its other names; '' for none. */
export function tellingOf({ name, description, affiliations, aliases }: Source): string {
  const own = [description ?? '', ...affiliations].filter((words) => words !== '' && words !== name);
  if (own.length > 0) return own.join(' · ');
  return aliases.length === 0 ? '' : `also ${aliases.join(', ')}`;
}
