/** Persons of one list as one count: "a man and a woman were found dead" tells of two. */
import type { Count } from './propose.ts';

/**
 * Put before the single persons of each list the count that they make together; they become its parts.
 *
 * Only lists of single persons: where a figure is printed, an editor adds up for themselves.
 */
export function withGroups(counts: readonly Count[], text: string): Count[] {
  const lists = new Map<string, Count[]>();
  for (const count of counts) {
    if (count.whole !== null) continue;
    const key = `${count.found.by} ${count.details.outcome}`;
    lists.set(key, [...(lists.get(key) ?? []), count]);
  }
  return counts.flatMap((count) => {
    const list = lists.get(`${count.found.by} ${count.details.outcome}`) ?? [];
    if (list.length < 2 || !list.includes(count) || !list.every(isOne)) return [count];
    const group = groupOf(list, text);
    const part = { ...count, whole: { start: group.start, end: group.end, outcome: group.details.outcome } };
    return count === list[0] ? [group, part] : [part];
  });
}

const isOne = ({ details }: Count): boolean => details.low === 1 && details.high === 1;

function groupOf(list: readonly Count[], text: string): Count {
  const [first] = list;
  const last = list.at(-1);
  if (first === undefined || last === undefined) throw new Error('a group has members');
  const value = list.length;
  const categories = new Set(list.map(({ details }) => details.victims?.category ?? null));
  const [category] = categories;
  const shared = categories.size === 1 && category != null ? { category, label: null } : null;
  const { start } = first;
  const { end } = last;
  return {
    ...first,
    end,
    quote: text.slice(start, end),
    found: { ...first.found, rule: 'group' },
    phrase: { ...first.phrase, kind: 'counted', ofThem: false },
    details: { ...first.details, low: value, best: value, high: value, wording: null, victims: shared },
    isSingle: false,
    isOfAll: first.isOfAll,
    why: `${value} persons in one list`,
  };
}
