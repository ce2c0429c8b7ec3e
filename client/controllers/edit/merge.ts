/**
 * Two newer texts of the same revision, put together block by block.
 *
 * What only one of them changed is taken from that one. Where both changed the same blocks, or both put something in at
 * the same place, a person chooses; where both did the same, there is nothing to choose. Pure.
 */
import { diffArrays } from 'diff';
import type { BlockRole } from '../../../server/contract/articles.ts';

export interface MergeBlock {
  readonly role: BlockRole;
  readonly text: string;
}

export type Part =
  | {
      readonly kind: 'settled';
      readonly by: 'none' | 'theirs' | 'mine' | 'both';
      readonly blocks: readonly MergeBlock[];
    }
  | {
      readonly kind: 'conflict';
      readonly base: readonly MergeBlock[];
      readonly theirs: readonly MergeBlock[];
      readonly mine: readonly MergeBlock[];
    };

export type Choice = 'theirs' | 'mine' | 'both';

/** Blocks `start` to `end` of the base, exclusive, that gave way to others. */
interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly by: readonly MergeBlock[];
}

export function merge(
  base: readonly MergeBlock[],
  theirs: readonly MergeBlock[],
  mine: readonly MergeBlock[],
): Part[] {
  const [left, right] = [hunksOf(base, theirs), hunksOf(base, mine)];
  const parts: Part[] = [];
  let [at, l, r] = [0, 0, 0];
  while (l < left.length || r < right.length) {
    const start = Math.min(left[l]?.start ?? Infinity, right[r]?.start ?? Infinity);
    settle(parts, 'none', base.slice(at, start));
    // All hunks of either side that reach into each other, from here on.
    const [fromL, fromR] = [l, r];
    const first = startsFirst(left[l], right[r]) ? left[l] : right[r];
    let end = first?.end ?? start;
    if (first === left[l]) l += 1;
    else r += 1;
    for (let grew = true; grew; ) {
      grew = false;
      const sides = { theirs: left.slice(fromL, l), mine: right.slice(fromR, r) };
      if (reaches(left[l], sides.mine, start, end)) {
        end = Math.max(end, left[l]?.end ?? end);
        l += 1;
        grew = true;
      } else if (reaches(right[r], sides.theirs, start, end)) {
        end = Math.max(end, right[r]?.end ?? end);
        r += 1;
        grew = true;
      }
    }
    const [a, b] = [left.slice(fromL, l), right.slice(fromR, r)];
    const now = { theirs: applied(base, a, start, end), mine: applied(base, b, start, end) };
    if (b.length === 0) settle(parts, 'theirs', now.theirs);
    else if (a.length === 0) settle(parts, 'mine', now.mine);
    else if (alike(now.theirs, now.mine)) settle(parts, 'both', now.mine);
    else parts.push({ kind: 'conflict', base: base.slice(start, end), ...now });
    at = end;
  }
  settle(parts, 'none', base.slice(at));
  return parts.filter((part) => part.kind === 'conflict' || part.by !== 'none' || part.blocks.length > 0);
}

/** The text as chosen; `choices` by the number of the conflict. Null while one is open. */
export function resolved(parts: readonly Part[], choices: readonly (Choice | null)[]): MergeBlock[] | null {
  const out: MergeBlock[] = [];
  let conflict = 0;
  for (const part of parts) {
    if (part.kind === 'settled') {
      out.push(...part.blocks);
      continue;
    }
    const choice = choices[conflict] ?? null;
    conflict += 1;
    if (choice === null) return null;
    if (choice !== 'mine') out.push(...part.theirs);
    if (choice !== 'theirs') out.push(...part.mine);
  }
  return out;
}

const same = (a: MergeBlock | undefined, b: MergeBlock | undefined) =>
  a?.text === b?.text && a?.role === b?.role;
const alike = (a: readonly MergeBlock[], b: readonly MergeBlock[]) =>
  a.length === b.length && a.every((block, index) => same(block, b[index]));

function settle(parts: Part[], by: 'none' | 'theirs' | 'mine' | 'both', blocks: readonly MergeBlock[]): void {
  if (by !== 'none' || blocks.length > 0) parts.push({ kind: 'settled', by, blocks });
}

/** At the same place, what was put in before a block goes before what became of that block. */
function startsFirst(left: Hunk | undefined, right: Hunk | undefined): boolean {
  if (left === undefined || right === undefined) return right === undefined;
  return left.start < right.start || (left.start === right.start && left.end <= right.end);
}

/**
 * Whether a hunk touches the stretch that the other side's hunks have taken: shares a block with it, stands within it,
 * or puts in at the very place where the other puts in.
 */
function reaches(hunk: Hunk | undefined, others: readonly Hunk[], start: number, end: number): boolean {
  if (hunk === undefined) return false;
  const within = (place: number) => start < place && place < end;
  if (hunk.start < end && hunk.end > start) return true;
  if (hunk.start === hunk.end && within(hunk.start)) return true;
  return others.some(
    (other) => other.start === other.end && hunk.start === hunk.end && other.start === hunk.start,
  );
}

/** What became of a stretch of the base under hunks that lie within it. */
function applied(
  base: readonly MergeBlock[],
  hunks: readonly Hunk[],
  start: number,
  end: number,
): MergeBlock[] {
  const out: MergeBlock[] = [];
  let at = start;
  for (const hunk of hunks) {
    out.push(...base.slice(at, hunk.start), ...hunk.by);
    at = hunk.end;
  }
  return [...out, ...base.slice(at, end)];
}

function hunksOf(base: readonly MergeBlock[], newer: readonly MergeBlock[]): Hunk[] {
  const hunks: Hunk[] = [];
  let [at, to] = [0, 0];
  let open: { start: number; from: number } | null = null;
  const close = () => {
    if (open !== null)
      hunks.push(...singled(base, { start: open.start, end: at, by: newer.slice(open.from, to) }));
    open = null;
  };
  for (const { added, removed, count } of diffArrays([...base], [...newer], { comparator: same })) {
    if (!added && !removed) close();
    else open ??= { start: at, from: to };
    if (!added) at += count;
    if (!removed) to += count;
  }
  close();
  return hunks;
}

/** As many blocks as before, each like the one it took the place of, are so many changes and not one. */
function singled(base: readonly MergeBlock[], hunk: Hunk): Hunk[] {
  const before = base.slice(hunk.start, hunk.end);
  const pairs =
    before.length === hunk.by.length && before.every((block, index) => isLike(block, hunk.by[index]));
  if (!pairs) return [hunk];
  return hunk.by.map((block, index) => ({
    start: hunk.start + index,
    end: hunk.start + index + 1,
    by: [block],
  }));
}

/** Half of the words, at least, are in both. */
function isLike(a: MergeBlock, b: MergeBlock | undefined): boolean {
  const wordsOf = (text = '') => new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  const [before, after] = [wordsOf(a.text), wordsOf(b?.text)];
  const shared = [...before].filter((word) => after.has(word)).length;
  return shared * 2 >= Math.max(before.size, after.size);
}

/** For each block of `newer`, the number of the block of `base` that it is, or is a rewording of; null where it is new. */
export function linked(base: readonly MergeBlock[], newer: readonly MergeBlock[]): (number | null)[] {
  const out: (number | null)[] = [];
  let at = 0;
  for (const { start, end, by } of hunksOf(base, newer)) {
    for (; at < start; at += 1) out.push(at);
    out.push(...by.map((_block, index) => (by.length === end - start ? start + index : null)));
    at = end;
  }
  for (; at < base.length; at += 1) out.push(at);
  return out;
}
