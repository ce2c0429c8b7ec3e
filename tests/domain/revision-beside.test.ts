/** What single sentences tell of others. */
import { describe, expect, test } from 'vitest';
import { readPlain } from '../../server/domain/extraction/plain.ts';
import { align } from '../../server/domain/text/revise/aligned.ts';
import { changeOfHold } from '../../server/domain/text/revise/hanging.ts';
import { voiceBehind } from '../../server/domain/text/revise/pointing.ts';
import { settingOf } from '../../server/domain/text/revise/setting.ts';
import { holdCases, settingCases, voiceBehindCases } from '../cases/revisions/beside.ts';

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
    expect(voiceBehind(sideOf(text), 0)).toBe(expected.replaceAll('’', "'"));
  });
});

describe('what a sentence hangs on', () => {
  test.each(Object.entries(holdCases))('%s', (_, { was, now, expected }) => {
    const [older, newer] = [sideOf(was), sideOf(now)];
    const [old, late] = [older, newer].map(({ revision }) => revision.sentences.length - 1);
    expect(changeOfHold(older, old ?? 0, newer, late ?? 0)).toBe(expected);
  });
});
