/** Numbered items that stand in one paragraph: "1. Life jackets. 2. Lights." */
import type { Stretch } from './wording.ts';

/** A label: bullet, number or letter, and the signs behind it. "• 9.", "1.)", "1)", "a." */
const FIRST =
  /^(?<bullet>[•⁃‣◦*–-]?)(?<gap>\s?)(?<open>\(?)(?<label>\d{1,3}|a|A)(?<close>[.)]{1,2})\s+(?=["“‘]?[\p{Lu}\p{N}])/u;
/** More is no list that anybody wrote. */
const MOST_ITEMS = 200;

/**
 * The labels of the items after the first, where a paragraph is a list: it begins with a label, and the next number (or
 * letter) stands in it in the same form, before a capital letter.
 *
 * @returns where each label begins, and where the words behind it do, in UTF-16 code units
 */
export function itemsOf(words: string): Stretch[] {
  const first = FIRST.exec(words);
  if (first === null) return [];
  const { bullet = '', open = '', close = '' } = first.groups ?? {};
  const items: Stretch[] = [];
  let label = first.groups?.label ?? '';
  let from = first[0].length;
  while (items.length < MOST_ITEMS) {
    label = followingLabel(label);
    const next = new RegExp(
      `(?<=\\s)${escaped(bullet)}\\s?${escaped(open)}${escaped(label)}${escaped(close)}\\s+(?=["“‘]?[\\p{Lu}\\p{N}])`,
      'gu',
    );
    next.lastIndex = from;
    const match = next.exec(words);
    if (match === null) return items;
    from = match.index + match[0].length;
    items.push({ start: match.index, end: from });
  }
  return items;
}

const followingLabel = (label: string): string =>
  /^\d/.test(label) ? String(Number(label) + 1) : String.fromCharCode(label.charCodeAt(0) + 1);

const escaped = (signs: string): string => signs.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
