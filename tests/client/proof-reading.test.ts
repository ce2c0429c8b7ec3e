import { describe, expect, it } from 'vitest';
import { type Cursor, Reading, START, selectionOf } from '../../client/controllers/proof/reading-cursor.ts';
import { Words } from '../../client/controllers/proof/words.ts';

const TEXT = 'Nine died. Two of them were medics.';
const SENTENCES = [
  { start: 0, end: 10 },
  { start: 11, end: TEXT.length },
];
const words = new Words(TEXT, [{ start: 0, end: TEXT.length }], 'en');
const reading = new Reading(SENTENCES, words);

const selected = (cursor: Cursor) => {
  const range = selectionOf(cursor);
  return range === null ? null : TEXT.slice(range.start, range.end);
};
type Step = (cursor: Cursor) => Cursor;
const right: Step = (cursor) => reading.wordBy(cursor, 1);
const left: Step = (cursor) => reading.wordBy(cursor, -1);
const wider: Step = (cursor) => reading.extendByWord(cursor, 1);
const back: Step = (cursor) => reading.extendByWord(cursor, -1);
const character: Step = (cursor) => reading.extendByCharacter(cursor, 1);
const characterBack: Step = (cursor) => reading.extendByCharacter(cursor, -1);
const down: Step = (cursor) => reading.sentenceBy(cursor, 1);
const walk = (...steps: Step[]) => steps.reduce((cursor, step) => step(cursor), START);

const cases: Record<string, [steps: Step[], expected: string | null]> = {
  'a sentence selects no words': [[], null],
  'the first word of a sentence': [[right], 'Nine'],
  'the last word of a sentence': [[left], 'died'],
  'on into the next sentence': [[right, right, right], 'Two'],
  'extending from a sentence begins with its first word': [[wider], 'Nine'],
  'two words': [[right, wider], 'Nine died'],
  'across the border of sentences': [[right, wider, wider], 'Nine died. Two'],
  'narrowing again': [[right, wider, wider, back], 'Nine died'],
  'to the other side of the anchor': [[right, right, back], 'Nine died'],
  'one character more': [[right, wider, character], 'Nine died.'],
  'one character less': [[right, wider, characterBack], 'Nine die'],
  'characters within the anchor': [[right, characterBack, characterBack], 'Ni'],
  'at least one character stays': [
    [right, characterBack, characterBack, characterBack, characterBack, characterBack],
    'N',
  ],
  'another sentence lets go of the selection': [[right, wider, down], null],
};

describe('the reading cursor', () => {
  it.each(Object.entries(cases))('%s', (_, [steps, expected]) => {
    expect(selected(walk(...steps))).toBe(expected);
  });

  it('keeps to the story', () => {
    expect(walk(down, down, down).sentence).toBe(1);
    expect(reading.sentenceBy(START, -1).sentence).toBe(0);
  });

  it('marks the words of the sentence where none are selected', () => {
    const range = reading.markable(walk(down));
    expect(range === null ? null : TEXT.slice(range.start, range.end)).toBe('Two of them were medics');
  });

  it('finds the sentence of a place, also between two', () => {
    expect([0, 9, 10, 11, 34, 99].map((offset) => reading.sentenceAt(offset))).toEqual([0, 0, 1, 1, 1, 1]);
  });
});
