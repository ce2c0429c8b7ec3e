/** Words that objects of JavaScript answer to by themselves are words like any other where a text is read. */
import { describe, expect, test } from 'vitest';
import { isAgencyHost } from '../../server/domain/audit/agency.ts';
import { decode } from '../../server/domain/exchange/in/decode.ts';
import { suggest } from '../../server/domain/extraction/suggest.ts';
import { passageOf } from '../support/passages.ts';

const WORDS = Object.getOwnPropertyNames(Object.prototype);
/** Where a word is looked up: before and after nouns, verbs, adjectives and figures. */
const FRAMES = [
  (word: string) => `Officials were certain ${word} the ferry had sunk.`,
  (word: string) => `The minister gave a warning ${word} the dead, ${word} said.`,
  (word: string) => `At least 12 ${word} were killed and 3 ${word} hurt, the ${word} told reporters.`,
  (word: string) => `${word} said ${word} was sure of ${word}.`,
];

describe.each(WORDS)('%s', (word) => {
  test('reads as a word in a story', () => {
    for (const frame of FRAMES)
      for (const one of [word, word.toLowerCase()]) {
        const found = suggest(passageOf(`Ferry sinks\n\n${frame(one)}`));
        // A made-up word in the same places: whatever is found there is found here.
        const likewise = suggest(passageOf(`Ferry sinks\n\n${frame('xqzword')}`));
        expect(found === null).toBe(likewise === null);
      }
  });

  test('is no agency’s host and no encoding', () => {
    expect(isAgencyHost(word, 'https://wire.example/story')).toBe(false);
    expect(decode(new TextEncoder().encode('Ferry'), word).ok).toBe(false);
  });
});
