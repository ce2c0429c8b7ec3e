/** Who the counted people were, told behind their clause: "12 people died on Monday: five soldiers and a cook". */
import { wordSet } from '../word-set.ts';
import { type Found, REACH } from './found.ts';
import type { Item } from './items.ts';
import { isOblique } from './subjects.ts';

/** A colon or a dash, and behind it a list of several to the end of its clause, of the only people counted before it. */
export function namedBehind(items: readonly Item[], found: readonly Found[]): Found[] {
  return items.flatMap((item, at) => {
    if (item.phrase !== null || !/^[:—–-]$/.test(item.word)) return [];
    const whole = wholeBefore(items, found, at);
    const members = whole === null ? [] : membersFrom(items, at + 1);
    if (whole === null || members.length < 2) return [];
    return members.map((member) => ({ ...whole, at: member, partOf: whole.at }));
  });
}

/** The only count of the clause that a sign ends; null where there are several. */
function wholeBefore(items: readonly Item[], found: readonly Found[], sign: number): Found | null {
  const opens = items.findLastIndex(({ kind }, index) => kind === 'break' && index < sign);
  const [only, ...others] = found.filter(({ at, partOf }) => at > opens && at < sign && partOf === -1);
  return only !== undefined && others.length === 0 && items[only.at]?.phrase?.kind === 'counted'
    ? only
    : null;
}

/** The indices of people in a list that nothing but their places interrupts; none where a clause follows. */
function membersFrom(items: readonly Item[], from: number): number[] {
  const members: number[] = [];
  for (let at = from; at < from + REACH; at++) {
    const item = items[at];
    if (item === undefined || item.kind === 'break' || /^[—–-]$/.test(item.word)) return members;
    if (LISTED.has(item.phrase?.kind) && !isOblique(items, at)) members.push(at);
    else if (item.phrase === null ? !BETWEEN.has(item.kind) : !isOblique(items, at)) return [];
  }
  return [];
}
const LISTED = wordSet('counted single name');
const BETWEEN = wordSet('comma conjunction preposition adverb part');

/** "Of the dead, 61 are children". */
export function ofTheDead(items: readonly Item[]): Found[] {
  return items.flatMap((item, at): Found[] => {
    const term = items[at - 2]?.term;
    const [comma, lead] = [items[at - 1], [items[at - 3]?.word, items[at - 4]?.word]];
    if (
      item.phrase?.kind !== 'counted' ||
      term == null ||
      comma?.word !== ',' ||
      items[at + 1]?.kind !== 'be'
    )
      return [];
    // "Of the nine killed, three were nurses": there the nine are whose part they are.
    if (items[at - 3]?.phrase != null || !lead.some((word) => word === 'of' || word === 'among')) return [];
    return [{ at, outcome: term.outcome, by: at - 2, rule: 'inverse', partOf: -1 }];
  });
}

/** "Nine were killed when a bus fell, including three children": the index of "including"; -1 for none. */
export function partLeadBehindClause(items: readonly Item[], near: number): number {
  const rest = items.slice(near + 1, near + 1 + REACH);
  const clause = rest.findIndex(({ kind }) => ENDS.has(kind));
  if (rest[clause]?.kind !== 'subordinator') return -1;
  const length = rest.slice(clause).findIndex(({ kind }) => kind === 'part' || kind === 'break');
  const lead = clause + length;
  if (length === -1 || rest[lead]?.kind !== 'part' || rest[lead - 1]?.kind !== 'comma') return -1;
  // Whoever the clause has done something to may be those of whom the parts are; its subject is not.
  const isOthers = ({ phrase }: Item, index: number) =>
    phrase?.kind === 'counted' || (phrase?.kind === 'plural' && index > 1);
  return rest.slice(clause, lead).some(isOthers) ? -1 : near + 1 + lead;
}
const ENDS = wordSet('break subordinator part');
