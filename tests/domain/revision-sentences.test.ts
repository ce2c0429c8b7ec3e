/** Which sentences of two texts are the same, and which belong together. */
import { describe, expect, test } from 'vitest';
import { align } from '../../server/domain/text/revise/aligned.ts';
import type { RevisedText } from '../../server/domain/text/revise/model.ts';
import { pairUnchanged } from '../../server/domain/text/revise/pairs.ts';
import { groupedCases, unchangedCases } from '../cases/revisions/sentences.ts';

describe('unchanged', () => {
  const keys = (names: string) =>
    names.split(' ').flatMap((name) => (name === '' ? [] : [name.replace('-', '')]));
  test.each(Object.entries(unchangedCases))('%s', (_, { older, newer, expected }) => {
    const pairs = [...pairUnchanged(keys(older), keys(newer))];
    expect(pairs.map((to) => (to === -1 ? '-' : String(to))).join(' ')).toBe(expected);
  });
});

describe('changed', () => {
  test.each(Object.entries(groupedCases))('%s', (_, { older, newer, expected }) => {
    const { groups, groupOfOlder, groupOfNewer } = align(textOf(older), textOf(newer));
    const same = (group: (typeof groups)[number]) =>
      group.older.length + group.newer.length === 2 &&
      older[group.older[0] ?? 0] === newer[group.newer[0] ?? 0];
    const changed = groups.filter((group) => !same(group));
    expect(changed.map((group) => `${group.older.join(' ')} > ${group.newer.join(' ')}`).sort()).toEqual(
      expected,
    );
    groups.forEach((group, index) => {
      for (const sentence of group.older) expect(groupOfOlder[sentence]).toBe(index);
      for (const sentence of group.newer) expect(groupOfNewer[sentence]).toBe(index);
    });
  });
});

function textOf(sentences: readonly string[]): RevisedText {
  let end = -1;
  const at = sentences.map((sentence) => {
    const start = end + 1;
    end = start + sentence.length;
    return { start, end };
  });
  return {
    text: sentences.join(' '),
    sentences: at.map((range) => ({ block: 0, ...range })),
    language: 'en',
  };
}
