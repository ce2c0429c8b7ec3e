/** A cheap look that must never say "no" where the sentence is there. */
import { describe, expect, test } from 'vitest';
import { readPlain } from '../../server/domain/extraction/plain.ts';
import { mayStandIn } from '../../server/domain/text/revise/words-back.ts';
import { revisionRows } from '../cases/revisions/index.ts';
import { readMarked } from '../support/marked-text.ts';

const NEWER = 'The harbour office said on Monday that “twenty-one” men’s boats sank. Rain fell on Zürich.';

describe('a sentence may stand in the text', () => {
  test.each([
    ['as it is', 'Rain fell on Zürich.', true],
    ['numbers in digits', 'The harbour office said on Monday that "21" men\'s boats sank.', true],
    ['letters put together otherwise', 'Rain fell on Zu\u0308rich.', true],
    ['a word that is not there', 'Snow fell on Zürich.', false],
    ['its words, of two sentences', 'The office said Rain fell.', true],
    ['nothing but short words and numbers', 'It is 400.', true],
    ['empty', '', true],
  ])('%s', (_, sentence, expected) => {
    expect(mayStandIn(NEWER)(sentence)).toBe(expected);
  });

  test.each(Object.entries(revisionRows))('where its claim keeps its verdict: %s', (_, { was, keeps }) => {
    const before = readMarked(was);
    const { sentences, text } = readPlain(before.text, 'en');
    const start = before.claim?.start ?? 0;
    const own = sentences.find((sentence) => start < sentence.end);
    expect(mayStandIn(readMarked(keeps.now).text)(text.slice(own?.start, own?.end))).toBe(true);
  });
});
