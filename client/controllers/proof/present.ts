/** Who else is on a story, and what they do there: in the order in which the server tells it. */
import type { Doing, Presence, Present } from '../../../server/contract/live.ts';
import { timeOfDay } from '../../times.ts';
import type { FormName } from './drafts.ts';
import { initials } from './readings.ts';

export const NOBODY: Presence = { items: [], more: 0 };

/** Somebody with all the pages that they have open; `at` is the first, which says most. */
export interface Someone {
  readonly id: string;
  readonly name: string;
  readonly at: Present;
}

/** Everyone but the reader, once each. */
export function othersIn({ items }: Presence, me: string): readonly Someone[] {
  const found = new Map<string, Someone>();
  for (const at of items)
    if (at.person.id !== me && !found.has(at.person.id)) found.set(at.person.id, { ...at.person, at });
  return [...found.values()];
}

/** The others on each claim, once each. */
export function othersByClaim({ items }: Presence, me: string): ReadonlyMap<string, readonly Someone[]> {
  const found = new Map<string, Someone[]>();
  for (const at of items) {
    const { claimId, person } = at;
    if (claimId === null || person.id === me) continue;
    const there = found.get(claimId) ?? [];
    if (!there.some(({ id }) => id === person.id)) there.push({ ...person, at });
    found.set(claimId, there);
  }
  return found;
}

const DOING: Readonly<Record<Doing, string>> = {
  reading: 'is here',
  editing: 'is editing this claim',
  commenting: 'is writing a comment',
};

/** At a claim: “Rana is writing a comment”. */
export const hereWords = ({ name, at }: Someone): string =>
  `${name} ${DOING[at.doing]}${at.doing === 'editing' ? `, since ${timeOfDay(at.since)}` : ''}`;

const LISTED = new Intl.ListFormat('en-GB');

/** All who are at a claim: “Rana is writing a comment. Lena and Omar are here.” */
export function companyWords(company: readonly Someone[]): string {
  const readers = company.filter(({ at }) => at.doing === 'reading').map(({ name }) => name);
  const busy = company.filter(({ at }) => at.doing !== 'reading').map(hereWords);
  const rest =
    readers.length === 0 ? [] : [`${LISTED.format(readers)} ${readers.length === 1 ? 'is' : 'are'} here`];
  return [...busy, ...rest].map((words) => `${words}.`).join(' ');
}

/** For the note of a claim: the initials of the first, who does most, and how many more there are. */
export function companySign(company: readonly Someone[]): string {
  const [first] = company;
  if (first === undefined) return '';
  return `${initials(first.name)}${company.length === 1 ? '' : `+${company.length - 1}`}`;
}

/** At the head of the story. */
export const thereWords = ({ name, at }: Someone): string => {
  if (at.claimId === null) return at.doing === 'editing' ? `${name}, editing the text` : name;
  return `${name}, ${{ reading: 'on a claim', editing: 'editing a claim', commenting: 'writing a comment' }[at.doing]}`;
};

/** What a page does with its claim, by the forms that hold something not saved. */
export function doingOf(isDrafted: (form: FormName) => boolean, forms: Forms): Doing {
  const { comments, citations } = forms;
  const talk: FormName[] = [
    'comment',
    ...comments.flatMap((id): FormName[] => [`reply:${id}`, `edit:${id}`]),
  ];
  const work: FormName[] = [
    'details',
    'verdict',
    'review',
    'citation',
    ...citations.map((id): FormName => `citation:${id}`),
  ];
  if (work.some(isDrafted)) return 'editing';
  return talk.some(isDrafted) ? 'commenting' : 'reading';
}

/** Ids of what the forms of a claim may change. */
export interface Forms {
  readonly comments: readonly string[];
  readonly citations: readonly string[];
}
