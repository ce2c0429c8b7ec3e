/** What a sentence takes from the ones around it. */
import { describe, expect, test } from 'vitest';
import { readPlain } from '../../server/domain/extraction/plain.ts';
import { align } from '../../server/domain/text/revise/aligned.ts';
import { isTakenBack } from '../../server/domain/text/revise/pointing.ts';
import { carriedVoice, losesAntecedent } from '../../server/domain/text/revise/voices.ts';
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
    expect(older.revision.sentences.map((_, sentence) => carriedVoice(older, sentence))).toEqual(expected);
  });

  test('eight sentences on, and no further', () => {
    const { older } = aligned(`Rashid said so. ${'It rained. '.repeat(8)}“Nine died.”`, 'Nothing.');
    expect(carriedVoice(older, 8)).toBe('Rashid said');
    expect(carriedVoice(older, 9)).toBe('(nobody)');
  });
});

describe('taken back', () => {
  test.each(Object.entries(takenBackCases))('%s', (_, { was, now, expected }) => {
    const { older, newer } = aligned(was, now);
    expect(isTakenBack(older, 0, newer, 0)).toBe(expected);
  });
});

describe('taken back before it is said', () => {
  test.each(Object.entries(takenBackBeforeCases))('%s', (_, { was, now, expected }) => {
    const { older, newer } = aligned(was, now);
    const [old, late] = [older, newer].map(({ revision }) => revision.sentences.length - 1);
    expect(isTakenBack(older, old ?? 0, newer, late ?? 0)).toBe(expected);
  });
});

describe('left hanging', () => {
  test.each(Object.entries(antecedentCases))('%s', (_, { was, now, expected }) => {
    const { older, newer } = aligned(was, now);
    const [old, late] = [older, newer].map(({ revision }) => revision.sentences.length - 1);
    expect(losesAntecedent(older, old ?? 0, newer, late ?? 0)).toBe(expected);
  });
});
