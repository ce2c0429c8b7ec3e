import { describe, expect, test } from 'vitest';
import { isAgencyHost, isSamePage } from '../../server/domain/audit/agency.ts';
import { isNameless, isPronoun, standsForOther } from '../../server/domain/audit/lexicon.ts';
import { quoted, sentenceEnd, touches, wordsAt } from '../../server/domain/audit/words.ts';
import {
  hostCases,
  namelessCases,
  pageCases,
  pronounCases,
  quotedCases,
  standInCases,
  touchingCases,
  wordsAtCases,
} from '../cases/audit-words.ts';
import { storyOf } from '../support/audited.ts';

function claimOn(text: string, quote: string) {
  const [claim] = storyOf({ text, marks: [{ id: 'claim', kind: 'fact', quote }] }).claims;
  if (claim === undefined) throw new Error('the story has a claim');
  return claim;
}

describe('quoted', () => {
  test.each(Object.entries(quotedCases))('%s', (_name, { words, expected }) => {
    expect(quoted(words)).toBe(expected);
  });
});

describe('wordsAt', () => {
  test.each(Object.entries(wordsAtCases))('%s', (_name, { text, claim, expected }) => {
    const found = wordsAt(claimOn(text, claim), /bribed/giu);
    expect(found && text.slice(found.end).split('\n')[0]).toBe(expected);
    if (found !== null) expect(text.slice(found.start, found.end)).toBe(found.quote);
  });
});

describe('sentenceEnd', () => {
  const text = 'It sank.\nNobody knew why.';
  test('of a claim within its sentence', () =>
    expect(sentenceEnd(claimOn(text, 'Nobody'))).toBe(text.length));
  test('of one that runs on', () => expect(sentenceEnd(claimOn(text, 'sank.\nNobody'))).toBe(15));
});

describe('touches', () => {
  test.each(Object.entries(touchingCases))('%s', (_name, { a, b, expected }) => {
    expect(touches({ start: a[0], end: a[1] }, { start: b[0], end: b[1] })).toBe(expected);
  });
});

describe('isPronoun', () => {
  test.each(Object.entries(pronounCases))('%s', (_name, { words, expected }) => {
    expect(isPronoun(words)).toBe(expected);
  });
});

describe('standsForOther', () => {
  test.each(Object.entries(standInCases))('%s', (_name, { words, expected }) => {
    expect(standsForOther(words)).toBe(expected);
  });
});

describe('isNameless', () => {
  test.each(Object.entries(namelessCases))('%s', (_name, { words, expected }) => {
    expect(isNameless(words)).toBe(expected);
  });
});

describe('isAgencyHost', () => {
  test.each(Object.entries(hostCases))('%s', (_name, { agency, url, expected }) => {
    expect(isAgencyHost(agency, url)).toBe(expected);
  });
});

describe('isSamePage', () => {
  test.each(Object.entries(pageCases))('%s', (_name, { one, other, expected }) => {
    expect(isSamePage(one, other)).toBe(expected);
  });
});
