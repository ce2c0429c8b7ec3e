import { describe, expect, it } from 'vitest';
import { type Cursor, Reading, START, selectionOf } from '../../client/controllers/proof/reading-cursor.ts';
import { Words } from '../../client/controllers/proof/words.ts';

const TEXT = 'Nine died. Two of them, “both young”, were medics.';
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
const phrase: Step = (cursor) => reading.phraseBy(cursor, 1);
const phraseBack: Step = (cursor) => reading.phraseBy(cursor, -1);
const toPhraseEnd: Step = (cursor) => reading.extendByPhrase(cursor, 1);
const toPhraseStart: Step = (cursor) => reading.extendByPhrase(cursor, -1);
const home: Step = (cursor) => reading.edgeBy(cursor, -1);
const end: Step = (cursor) => reading.edgeBy(cursor, 1);
const toHome: Step = (cursor) => reading.extendToEdge(cursor, -1);
const toEnd: Step = (cursor) => reading.extendToEdge(cursor, 1);
const figure: Step = (cursor) => reading.figureBy(cursor, 1);
const figureBack: Step = (cursor) => reading.figureBy(cursor, -1);
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
  'the first and the last word of a sentence': [[down, right, right, home], 'Two'],
  'the last word': [[down, end], 'medics'],
  'to the end of the sentence, without its stop': [
    [down, right, right, toEnd],
    'of them, “both young”, were medics',
  ],
  'to its beginning': [[down, end, toHome], 'Two of them, “both young”, were medics'],
  'all of a sentence': [[down, toEnd], 'Two of them, “both young”, were medics'],
  'the first word after a comma': [[down, right, phrase], 'both'],
  'and of the sentence after': [[down, right, phrase, phrase, phrase], 'were'],
  'back to the beginning of the phrase': [[down, right, right, phraseBack], 'Two'],
  'back to the phrase before': [[down, right, phrase, phraseBack], 'Two'],
  'to the next comma': [[down, right, toPhraseEnd], 'Two of them'],
  'from a sentence to its first comma': [[down, toPhraseEnd], 'Two of them'],
  'to the comma after that': [[down, right, toPhraseEnd, toPhraseEnd], 'Two of them, “both young'],
  'back to the mark before': [[down, end, toPhraseStart], 'were medics'],
  'and the one before that': [[down, end, toPhraseStart, toPhraseStart], 'both young”, were medics'],
  'the first figure': [[figure], 'Nine'],
  'the next figure, in the sentence after': [[figure, figure], 'Two of them'],
  'from a sentence, its own figure': [[down, figure], 'Two of them'],
  'the figure before': [[figure, figure, figureBack], 'Nine'],
  'backwards from a sentence, its last figure': [[down, figureBack], 'Two of them'],
  'a figure and the word after it': [[figure, wider], 'Nine died'],
  'another sentence lets go of the selection': [[right, wider, down], null],
};

describe('the reading cursor', () => {
  it.each(Object.entries(cases))('%s', (_, [steps, expected]) => {
    expect(selected(walk(...steps))).toBe(expected);
  });

  it('keeps to the story', () => {
    expect(walk(down, down, down).sentence).toBe(1);
    expect(reading.sentenceBy(START, -1).sentence).toBe(0);
    const last = walk(figure, figure);
    expect(reading.figureBy(last, 1)).toBe(last);
  });

  it('marks the words of the sentence where none are selected', () => {
    const range = reading.markable(walk(down));
    expect(range === null ? null : TEXT.slice(range.start, range.end)).toBe(
      'Two of them, “both young”, were medics',
    );
  });

  it('finds the sentence of a place, also between two', () => {
    expect([0, 9, 10, 11, 34, 999].map((offset) => reading.sentenceAt(offset))).toEqual([0, 0, 1, 1, 1, 1]);
  });
});
