/** What single sentences tell of others. */
import { describe, expect, test } from 'vitest';
import { readPlain } from '../../server/domain/extraction/plain.ts';
import { align } from '../../server/domain/text/revise/aligned.ts';
import { changeOfHold } from '../../server/domain/text/revise/hanging.ts';
import { changesLabel } from '../../server/domain/text/revise/labels.ts';
import { tokensIn } from '../../server/domain/text/revise/locate.ts';
import { isTurnedRound } from '../../server/domain/text/revise/order.ts';
import { voiceBehind } from '../../server/domain/text/revise/pointing.ts';
import { reanchor } from '../../server/domain/text/revise/reanchor.ts';
import { settingOf } from '../../server/domain/text/revise/setting.ts';
import {
  holdCases,
  labelCases,
  settingCases,
  turnedCases,
  voiceBehindCases,
} from '../cases/revisions/beside.ts';
import { causeCases } from '../cases/revisions/causes.ts';
import { readMarked } from '../support/marked-text.ts';

/** Two texts beside one another, and the tokens that both mark. */
function marked(was: string, now: string) {
  const [before, after] = [readMarked(was), readMarked(now)];
  const aligned = align(readPlain(before.text, 'en'), readPlain(after.text, 'en'));
  if (before.claim === null || after.claim === null) throw new Error(`Nothing is marked in ${was}`);
  const range = tokensIn(aligned.older, before.claim);
  const found = tokensIn(aligned.newer, after.claim);
  const [old, late] = [aligned.older.sentenceOf[range.from] ?? 0, aligned.newer.sentenceOf[found.from] ?? 0];
  return { aligned, range, found, old, late };
}

const sideOf = (text: string) => {
  const read = readPlain(text, 'en');
  return align(read, read).older;
};

describe('where and when a sentence is set', () => {
  test.each(Object.entries(settingCases))('%s', (_, { text, places = '', times = '', isPlaced = false }) => {
    expect(settingOf(sideOf(text), 0)).toEqual({ places, times, isPlaced });
  });
});

describe('who said it, told behind', () => {
  test.each(Object.entries(voiceBehindCases))('%s', (text, expected) => {
    expect(voiceBehind(sideOf(text), 0).words).toBe(expected.replaceAll('’', "'"));
  });
});

describe('what a sentence hangs on', () => {
  test.each(Object.entries(holdCases))('%s', (_, { was, now, expected }) => {
    const [older, newer] = [sideOf(was), sideOf(now)];
    const [old, late] = [older, newer].map(({ revision }) => revision.sentences.length - 1);
    expect(changeOfHold(older, old ?? 0, newer, late ?? 0)?.change ?? null).toBe(expected);
  });
});

describe('turned round', () => {
  test.each(Object.entries(turnedCases))('%s', (_, { was, now, expected }) => {
    const { aligned, range, found } = marked(was, now);
    expect(isTurnedRound(aligned, range, found)).toBe(expected);
  });
});

describe('under another label', () => {
  test.each(Object.entries(labelCases))('%s', (_, { was, now, expected }) => {
    const { aligned, old, late } = marked(was, now);
    expect(changesLabel(aligned.older, old, aligned.newer, late) !== null).toBe(expected);
  });
});

describe('the sentence elsewhere that makes a verdict expire', () => {
  test.each(Object.entries(causeCases))('%s', (_, { was, now, cause }) => {
    const { text, claim } = readMarked(was);
    if (claim === null) throw new Error(`Nothing is marked in ${was}`);
    const [before, after] = [readPlain(text, 'en'), readPlain(now, 'en')];
    const marked = { id: 'claim', kind: 'fact' as const, span: claim, source: null, cue: null };
    const [result] = reanchor(before, after, [{ ...marked, parts: [], attributionIds: [] }]);
    const wordsOf = (of: typeof before, number: number | null) => {
      const sentence = number === null ? undefined : of.sentences[number];
      return sentence === undefined ? null : of.text.slice(sentence.start, sentence.end);
    };
    const told = result?.cause ?? null;
    expect(told === null ? null : { was: wordsOf(before, told.was), now: wordsOf(after, told.now) }).toEqual(
      cause,
    );
  });
});
