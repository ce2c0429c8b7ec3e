import { describe, expect, it } from 'vitest';
import { endsWithStop, isCapitals, oneLine, wordsOf } from '../../server/domain/text/wording.ts';
import { capitalCases, lineCases, stopCases, wordCases } from '../cases/text-wording.ts';

describe('endsWithStop', () => {
  it.each(Object.entries(stopCases))('%s', (_name, { line, expected }) => {
    expect(endsWithStop(line)).toBe(expected);
  });
});

describe('wordsOf', () => {
  it.each(Object.entries(wordCases))('%s', (_name, { line, expected }) => {
    expect(wordsOf(line)).toEqual(expected);
  });
});

describe('isCapitals', () => {
  it.each(Object.entries(capitalCases))('%s', (_name, { line, expected }) => {
    expect(isCapitals(line)).toBe(expected);
  });
});

describe('oneLine', () => {
  it.each(Object.entries(lineCases))('%s', (_name, { text, max, expected }) => {
    expect(oneLine(text, max)).toBe(expected);
  });
});
