import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MergeBlock, merge, resolved } from '../../client/controllers/edit/merge.ts';

const A = 'The ferry sank at dawn.';
const B = 'At least 41 people died.';
const C = 'The harbour stays closed.';
const blocks = (texts: readonly string[]): MergeBlock[] => texts.map((text) => ({ role: 'paragraph', text }));

interface Row {
  base: string[];
  theirs: string[];
  mine: string[];
  /** What goes together by itself; a conflict as [base, theirs, mine]. */
  expected: (string | [string[], string[], string[]])[];
}

const B43 = 'At least 43 people died.';
const B44 = 'At least 44 people died.';
const A2 = 'The ferry sank at dusk.';
const rows: Record<string, Row> = {
  'nothing changed': { base: [A, B], theirs: [A, B], mine: [A, B], expected: [A, B] },
  'theirs alone': { base: [A, B, C], theirs: [A, B43, C], mine: [A, B, C], expected: [A, B43, C] },
  'mine alone': { base: [A, B, C], theirs: [A, B, C], mine: [A, B43, C], expected: [A, B43, C] },
  'different blocks': {
    base: [A, B, C],
    theirs: [A2, B, C],
    mine: [A, B, 'The harbour stays open.'],
    expected: [A2, B, 'The harbour stays open.'],
  },
  'neighbouring blocks': { base: [A, B], theirs: [A2, B], mine: [A, B43], expected: [A2, B43] },
  'a run of theirs, one of it mine': {
    base: [A, B, C],
    theirs: [A2, B43, C],
    mine: [A, B44, C],
    expected: [A2, [[B], [B43], [B44]], C],
  },
  'the same block': {
    base: [A, B, C],
    theirs: [A, B43, C],
    mine: [A, B44, C],
    expected: [A, [[B], [B43], [B44]], C],
  },
  'both the same change': { base: [A, B], theirs: [A, B43], mine: [A, B43], expected: [A, B43] },
  'both took it out': { base: [A, B, C], theirs: [A, C], mine: [A, C], expected: [A, C] },
  'they took out what I changed': {
    base: [A, B, C],
    theirs: [A, C],
    mine: [A, B43, C],
    expected: [A, [[B], [], [B43]], C],
  },
  'I took out what they changed': {
    base: [A, B, C],
    theirs: [A, B43, C],
    mine: [A, C],
    expected: [A, [[B], [B43], []], C],
  },
  'both put in at one place': {
    base: [A, B],
    theirs: [A, 'x', B],
    mine: [A, 'y', B],
    expected: [A, [[], ['x'], ['y']], B],
  },
  'both put in the same': { base: [A, B], theirs: [A, 'x', B], mine: [A, 'x', B], expected: [A, 'x', B] },
  'put in at different places': {
    base: [A, B, C],
    theirs: ['x', A, B, C],
    mine: [A, B, C, 'y'],
    expected: ['x', A, B, C, 'y'],
  },
  'they put in before the block I changed': {
    base: [A, B],
    theirs: [A, 'x', B],
    mine: [A, B43],
    expected: [A, 'x', B43],
  },
  'they put in after the block I changed': {
    base: [A, B, C],
    theirs: [A, B, 'x', C],
    mine: [A, B43, C],
    expected: [A, B43, 'x', C],
  },
  'I split the block that they changed': {
    base: [A, B],
    theirs: [A, B43],
    mine: [A, 'At least', '41 people died.'],
    expected: [A, [[B], [B43], ['At least', '41 people died.']]],
  },
  'I joined blocks of which they changed one': {
    base: [A, B, C],
    theirs: [A, B43, C],
    mine: [A, `${B} ${C}`],
    expected: [A, [[B, C], [B43, C], [`${B} ${C}`]]],
  },
  'all is other in both': { base: [A], theirs: ['x'], mine: ['y'], expected: [[[A], ['x'], ['y']]] },
  'an empty base': { base: [], theirs: ['x'], mine: [], expected: ['x'] },
};

test.each(Object.entries(rows))('%s', (_name, { base, theirs, mine, expected }) => {
  const texts = (all: readonly MergeBlock[]) => all.map(({ text }) => text);
  const parts = merge(blocks(base), blocks(theirs), blocks(mine));
  expect(
    parts.flatMap((part): Row['expected'] =>
      part.kind === 'conflict'
        ? [[texts(part.base), texts(part.theirs), texts(part.mine)]]
        : texts(part.blocks),
    ),
  ).toEqual(expected);
});

describe('what is chosen', () => {
  const parts = merge(blocks([A, B, C]), blocks([A, B43, C]), blocks([A2, B44, C]));
  test.each([
    ['theirs', [A2, B43, C]],
    ['mine', [A2, B44, C]],
    ['both', [A2, B43, B44, C]],
  ] as const)('%s', (choice, texts) => {
    expect(resolved(parts, [choice])?.map(({ text }) => text)).toEqual(texts);
  });
  test('nothing yet', () => {
    expect(resolved(parts, [null])).toBeNull();
    expect(resolved(parts, [])).toBeNull();
  });
});

const story = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });
test('any three texts: with one unchanged the other is the result, and all of mine is there where mine is chosen', () => {
  fc.assert(
    fc.property(story, story, story, (base, theirs, mine) => {
      const all = [blocks(base), blocks(theirs), blocks(mine)] as const;
      expect(resolved(merge(all[0], all[1], all[0]), [])).toEqual(all[1]);
      expect(resolved(merge(all[0], all[0], all[2]), [])).toEqual(all[2]);
      expect(resolved(merge(all[0], all[1], all[1]), [])).toEqual(all[1]);
      const both =
        resolved(
          merge(...all),
          Array.from({ length: 20 }, () => 'both' as const),
        ) ?? [];
      const texts = new Set(both.map(({ text }) => text));
      // What one of them put in is never lost.
      for (const text of [...theirs, ...mine]) if (!base.includes(text)) expect(texts).toContain(text);
    }),
  );
});
