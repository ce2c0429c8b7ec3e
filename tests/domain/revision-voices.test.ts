/** What a sentence takes from the ones around it. */
import { describe, expect, test } from 'vitest';
import { readPlain } from '../../server/domain/extraction/plain.ts';
import { align } from '../../server/domain/text/revise/aligned.ts';
import { losesAntecedent } from '../../server/domain/text/revise/antecedents.ts';
import { isTakenBack } from '../../server/domain/text/revise/pointing.ts';
import { isQuoted } from '../../server/domain/text/revise/quoted.ts';
import { carriedVoice } from '../../server/domain/text/revise/voices.ts';
import {
  antecedentCases,
  takenBackBeforeCases,
  takenBackCases,
  voiceCases,
} from '../cases/revisions/carried.ts';

const aligned = (was: string, now: string) => align(readPlain(was, 'en'), readPlain(now, 'en'));

describe('whose words they are', () => {
  test.each(Object.entries(voiceCases))('%s', (text, expected) => {
    const { older } = aligned(text, text);
    const voices = older.revision.sentences.map(
      (_, sentence) => carriedVoice(older, sentence, isQuoted(older, sentence)).words,
    );
    expect(voices).toEqual(expected);
  });

  test('however many sentences on', () => {
    const { older } = aligned(`Rashid said so. ${'It rained. '.repeat(90)}“Nine died.”`, 'Nothing.');
    expect(carriedVoice(older, 91, true)).toEqual({ words: 'Rashid said', at: 0 });
  });
});

describe('taken back', () => {
  test.each(Object.entries(takenBackCases))('%s', (_, { was, now, expected }) => {
    const { older, newer } = aligned(was, now);
    expect(isTakenBack(older, 0, newer, 0) !== null).toBe(expected);
  });
});

describe('taken back before it is said', () => {
  test.each(Object.entries(takenBackBeforeCases))('%s', (_, { was, now, expected }) => {
    const { older, newer } = aligned(was, now);
    const [old, late] = [older, newer].map(({ revision }) => revision.sentences.length - 1);
    expect(isTakenBack(older, old ?? 0, newer, late ?? 0) !== null).toBe(expected);
  });
});

describe('left hanging', () => {
  test.each(Object.entries(antecedentCases))('%s', (_, { was, now, expected }) => {
    const { older, newer } = aligned(was, now);
    const [old, late] = [older, newer].map(({ revision }) => revision.sentences.length - 1);
    expect(losesAntecedent(older, old ?? 0, newer, late ?? 0)).toBe(expected);
  });
});
