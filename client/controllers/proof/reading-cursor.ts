/** Where a reader is in the story, and which words a mark would take: moved by keys, known to no DOM. */
import type { Range } from '../../../server/contract/common.ts';
import type { Words } from './words.ts';

export interface Cursor {
  /** The sentence at which the reader is, from 0. */
  sentence: number;
  /** The word at which a selection began; null where the reader is at the sentence and no word of it. */
  anchor: Range | null;
  /** The word that moves. */
  focus: Range | null;
}

export const START: Cursor = { sentence: 0, anchor: null, focus: null };

/** The words selected, or null where the reader is at the whole sentence. */
export function selectionOf({ anchor, focus }: Cursor): Range | null {
  if (anchor === null || focus === null) return null;
  return { start: Math.min(anchor.start, focus.start), end: Math.max(anchor.end, focus.end) };
}

/** Moves over one revision. Every move gives a new cursor; one that leads out of the story gives the same. */
export class Reading {
  constructor(
    private readonly sentences: readonly Range[],
    private readonly words: Words,
  ) {}

  sentenceBy(cursor: Cursor, step: 1 | -1): Cursor {
    const sentence = cursor.sentence + step;
    if (sentence < 0 || sentence >= this.sentences.length) return { ...cursor, anchor: null, focus: null };
    return { sentence, anchor: null, focus: null };
  }

  toSentence(sentence: number): Cursor {
    const last = Math.max(0, this.sentences.length - 1);
    return { sentence: Math.min(Math.max(0, sentence), last), anchor: null, focus: null };
  }

  /** To the next or previous word, which becomes the selection. From a sentence: to its first or last word. */
  wordBy(cursor: Cursor, step: 1 | -1): Cursor {
    const word = this.wordFrom(cursor, step);
    return word === null ? cursor : this.at(word);
  }

  /** Widen or narrow the selection by a word. The anchor stays where it was. */
  extendByWord(cursor: Cursor, step: 1 | -1): Cursor {
    if (cursor.anchor === null) return this.wordBy(cursor, step);
    const word = this.wordFrom(cursor, step);
    return word === null ? cursor : { ...cursor, focus: word };
  }

  /** To the first word of the next phrase, or the one before; which becomes the selection. */
  phraseBy(cursor: Cursor, step: 1 | -1): Cursor {
    if (cursor.focus === null) return this.wordBy(cursor, step);
    const { focus } = cursor;
    const first = this.words.phraseEdge(focus, -1);
    // Backwards from within a phrase: to its own first word, as word processors do.
    if (step === -1 && first.start < focus.start) return this.at(first);
    const edge = step === 1 ? this.words.phraseEdge(focus, 1) : first;
    const word = step === 1 ? this.words.next(edge.end) : this.words.previous(edge.start);
    return word === null ? cursor : this.at(step === 1 ? word : this.words.phraseEdge(word, -1));
  }

  /** Widen or narrow the selection to the end of the phrase, or to its beginning; from there, of the next one. */
  extendByPhrase(cursor: Cursor, step: 1 | -1): Cursor {
    const word = this.wordFrom(cursor, step);
    if (word === null) return cursor;
    const from = cursor.focus ?? word;
    const edge = this.words.phraseEdge(from, step);
    const isThere = step === 1 ? edge.end === from.end : edge.start === from.start;
    const focus = isThere && cursor.focus !== null ? this.words.phraseEdge(word, step) : edge;
    return { ...cursor, anchor: cursor.anchor ?? word, focus };
  }

  /**
   * To the next figure or the one before, through the story; what bounds it and what it counts are selected with it.
   *
   * From a sentence: to its first or last figure.
   */
  figureBy(cursor: Cursor, step: 1 | -1): Cursor {
    const here = selectionOf(cursor);
    for (let at = cursor.sentence; at >= 0 && at < this.sentences.length; at += step) {
      const sentence = this.sentences[at];
      const figures = sentence === undefined ? [] : this.words.figures(sentence);
      const found =
        step === 1
          ? figures.find(({ start }) => here === null || start >= here.end)
          : figures.findLast(({ end }) => here === null || end <= here.start);
      if (found !== undefined) return this.at(found);
    }
    return cursor;
  }

  /** To the first or the last word of the sentence. */
  edgeBy(cursor: Cursor, step: 1 | -1): Cursor {
    const word = this.edgeWord(cursor, step);
    return word === null ? cursor : this.at(word);
  }

  /** Widen or narrow the selection as far as the sentence goes. */
  extendToEdge(cursor: Cursor, step: 1 | -1): Cursor {
    const focus = this.edgeWord(cursor, step);
    const anchor = cursor.anchor ?? this.edgeWord(cursor, step === 1 ? -1 : 1);
    return focus === null ? cursor : { ...cursor, anchor, focus };
  }

  /** Move the edge that moves by one character; at least one character stays selected. */
  extendByCharacter(cursor: Cursor, step: 1 | -1): Cursor {
    const { anchor, focus } = cursor;
    if (anchor === null || focus === null) return this.wordBy(cursor, step);
    const selected = selectionOf(cursor) ?? anchor;
    const forwards = focus.start >= anchor.start;
    const edge = this.words.step(forwards ? selected.end : selected.start, step);
    if (forwards ? edge <= selected.start : edge >= selected.end) return cursor;
    // The anchor gives way where the edge moves into it, or it would keep its whole word selected.
    return forwards
      ? {
          ...cursor,
          anchor: { start: anchor.start, end: Math.min(anchor.end, edge) },
          focus: { start: Math.min(focus.start, edge - 1), end: edge },
        }
      : {
          ...cursor,
          anchor: { start: Math.max(anchor.start, edge), end: anchor.end },
          focus: { start: edge, end: Math.max(focus.end, edge + 1) },
        };
  }

  /** Select a stretch, as a mouse does. */
  select(range: Range): Cursor {
    return { sentence: this.sentenceAt(range.start), anchor: range, focus: range };
  }

  /** What a mark takes: the selection, or the words of the sentence without its full stop. */
  markable(cursor: Cursor): Range | null {
    const selection = selectionOf(cursor);
    if (selection !== null) return selection;
    const sentence = this.sentences[cursor.sentence];
    return sentence === undefined ? null : this.words.hull(sentence);
  }

  /** The sentence that holds `offset`; between two, the one after; past the last, the last. */
  sentenceAt(offset: number): number {
    let low = 0;
    let high = this.sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sentences[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.min(low, Math.max(0, this.sentences.length - 1));
  }

  /** The last word of the sentence, or with -1 the first. */
  private edgeWord({ sentence, focus }: Cursor, step: 1 | -1): Range | null {
    const bounds = this.sentences[focus === null ? sentence : this.sentenceAt(focus.start)];
    return (bounds === undefined ? null : this.words.within(bounds).at(step === 1 ? -1 : 0)) ?? null;
  }

  private at(word: Range): Cursor {
    return { sentence: this.sentenceAt(word.start), anchor: word, focus: word };
  }

  private wordFrom(cursor: Cursor, step: 1 | -1): Range | null {
    const sentence = this.sentences[cursor.sentence];
    if (sentence === undefined) return null;
    if (cursor.focus === null) {
      const inside = this.words.within(sentence);
      return (step === 1 ? inside[0] : inside.at(-1)) ?? null;
    }
    return step === 1 ? this.words.next(cursor.focus.end) : this.words.previous(cursor.focus.start);
  }
}
