import { describe, expect, it } from 'vitest';
import { moveEdge, Words } from '../../client/controllers/proof/words.ts';

const TEXT = 'The al-Noor-linked group held 1,200 people.\nOnly $1.2m, or 40%, came. “Not one,” he said.';
const BREAK = TEXT.indexOf('\n');
const BLOCKS = [
  { start: 0, end: BREAK },
  { start: BREAK + 1, end: TEXT.length },
];
const words = new Words(TEXT, BLOCKS, 'en');

const find = (part: string) => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length });
const read = (range: { start: number; end: number } | null) =>
  range === null ? null : TEXT.slice(range.start, range.end);

describe('words', () => {
  it('keeps hyphens, separators, currency and per cent with their words', () => {
    const all = BLOCKS.flatMap((block) => words.within(block)).map(read);
    expect(all).toEqual([
      'The',
      'al-Noor-linked',
      'group',
      'held',
      '1,200',
      'people',
      'Only',
      '$1.2m',
      'or',
      '40%',
      'came',
      'Not',
      'one',
      'he',
      'said',
    ]);
  });

  it('gives a sentence without its stop and its opening quotation mark', () => {
    expect(read(words.hull(find('“Not one,” he said.')))).toBe('Not one,” he said');
  });
});

const closedCases: Record<string, [words: string, expected: string]> = {
  'the mark that opens': ['Not one,” he said', '“Not one,” he said'],
  'the mark that closes': ['came. “Not one,', 'came. “Not one,”'],
  'words within the marks': ['Not one', 'Not one'],
  'both are there': ['“Not one,” he', '“Not one,” he'],
  'the other is further off': ['one,” he said', 'one,” he said'],
};

describe('quotation marks at the edge', () => {
  it.each(Object.entries(closedCases))('%s', (_, [part, expected]) => {
    expect(read(words.closed(find(part)))).toBe(expected);
  });

  it('takes in brackets too', () => {
    const text = 'They held the [young] men [of the pit].';
    const end = text.indexOf(']', 30);
    expect(new Words(text, [{ start: 0, end: text.length }], 'en').closed({ start: 0, end })).toEqual({
      start: 0,
      end: end + 1,
    });
  });
});

const snapCases: Record<string, [from: string, to: string, expected: string | null]> = {
  'half a word at either end': ['oup he', 'roup held 1,2', 'group held 1,200'],
  'white space at the ends falls off': ['group ', ' people', 'group held 1,200 people'],
  'a quotation mark that was selected stays': ['“Not', 'one,”', '“Not one,”'],
  'a part of a compound takes all of it': ['Noor', 'Noor', 'al-Noor-linked'],
};

describe('snapping', () => {
  it.each(Object.entries(snapCases))('%s', (_, [from, to, expected]) => {
    const start = TEXT.indexOf(from);
    const end = TEXT.indexOf(to) + to.length;
    expect(read(words.snap({ start, end }))).toBe(expected);
  });

  it('gives nothing where there is only white space', () => {
    expect(words.snap({ start: 3, end: 4 })).toBeNull();
  });

  it('does not pull the next word in where the selection ends before it', () => {
    const { start } = find('held');
    expect(read(words.snap({ start, end: start + 5 }))).toBe('held');
  });
});

describe('stepping', () => {
  it('goes to the next block and back', () => {
    const { end } = find('people');
    const next = words.next(end);
    expect(read(next)).toBe('Only');
    expect(read(words.previous(next?.start ?? 0))).toBe('people');
  });

  it('stops at either end of the story', () => {
    expect(words.next(find('said').end)).toBeNull();
    expect(words.previous(0)).toBeNull();
  });

  it('counts a character as a reader does', () => {
    const text = 'A 👩‍🚒 came';
    const story = new Words(text, [{ start: 0, end: text.length }], 'en');
    expect(text.slice(2, story.step(2, 1))).toBe('👩‍🚒');
    expect(story.step(story.step(2, 1), -1)).toBe(2);
  });
});

const edgeCases: Record<string, [edge: 'start' | 'end', direction: 'out' | 'in', expected: string | null]> = {
  'start out takes a word more': ['start', 'out', 'held 1,200 people'],
  'start in gives a word up': ['start', 'in', 'people'],
  'end in gives a word up': ['end', 'in', '1,200'],
  'end out goes on in the next block': ['end', 'out', '1,200 people.\nOnly'],
};

describe('edges', () => {
  it.each(Object.entries(edgeCases))('%s', (_, [edge, direction, expected]) => {
    expect(read(moveEdge(words, find('1,200 people'), edge, direction))).toBe(expected);
  });

  it('keeps the last word', () => {
    expect(moveEdge(words, find('people'), 'start', 'in')).toBeNull();
    expect(moveEdge(words, find('people'), 'end', 'in')).toBeNull();
  });

  it('stops at the beginning of the story', () => {
    expect(moveEdge(words, find('The'), 'start', 'out')).toBeNull();
  });
});
