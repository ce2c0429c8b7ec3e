import { describe, expect, it } from 'vitest';
import { readStory } from '../../server/domain/text/story.ts';
import { fault } from '../support/reading-fault.ts';

describe('a megabyte of one thing', () => {
  // Each takes about a second; twenty leave room for a busy machine, and anything worse than linear takes minutes.
  it.each([
    ['words without a stop', 'said said '],
    ['quotes that never close', '“'],
    ['straight quotes', '" '],
    ['dots', '.'],
    ['spaced dots', '. '],
    ['initials', 'A. '],
    ['ellipses', '… A'],
    ['quotes and their verbs', 'Why?” Varga asked. '],
    ['blank space', ' '],
    ['lines', 'a.\n'],
    ['wrapped lines', 'and so on until the ferry comes to the island and goes back again\n'],
  ])(
    '%s',
    (_name, unit) => {
      const raw = `a${unit.repeat(Math.ceil(1_000_000 / unit.length))}b`;
      const result = readStory(raw);
      expect(result.ok && fault(result.story)).toBe(null);
    },
    20_000,
  );
});
