/** A cheap look that must never say "no" where the sentence is there. */
import { describe, expect, test } from 'vitest';
import { readPlain } from '../../server/domain/extraction/plain.ts';
import { mayStandIn } from '../../server/domain/text/revise/words-back.ts';
import { revisionRows } from '../cases/revisions/index.ts';
import { languageOf } from '../cases/revisions/row.ts';
import { readMarked } from '../support/marked-text.ts';

const NEWER = readPlain(
  'The harbour office said on Monday that “twenty-one” men’s boats sank. Rain fell on Zürich. The ferry left at noon. Nobody was on it.',
  'en',
);

describe('a sentence may stand in the text', () => {
  test.each([
    ['as it is', 'Rain fell on Zürich.', true],
    ['numbers in digits', 'The harbour office said on Monday that "21" men\'s boats sank.', true],
    ['letters put together otherwise', 'Rain fell on Zu\u0308rich.', true],
    ['a word that is not there', 'Snow fell on Zürich.', false],
    ['another figure', 'The harbour office said on Monday that 22 men’s boats sank.', false],
    ['its figure elsewhere', 'The ferry left with 21 at noon.', false],
    ['two that were joined', 'The ferry left at noon and nobody was on it.', true],
    ['words that stand far apart', 'The harbour office said that the ferry left.', false],
    ['a figure that is nowhere', 'It is 400.', false],
    ['short words and a figure', 'Nobody was on it.', true],
    ['no word at all', '—', true],
    ['empty', '', true],
  ])('%s', (_, sentence, expected) => {
    expect(mayStandIn(NEWER)(sentence)).toBe(expected);
  });

  test.each(Object.entries(revisionRows))('where its claim keeps its verdict: %s', (_, { was, keeps }) => {
    const before = readMarked(was);
    const { sentences, text } = readPlain(before.text, languageOf(was));
    const start = before.claim?.start ?? 0;
    const own = sentences.find((sentence) => start < sentence.end);
    const newer = readPlain(readMarked(keeps.now).text, languageOf(was));
    expect(mayStandIn(newer)(text.slice(own?.start, own?.end))).toBe(true);
  });
});
