import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, loadTagger, wordsOf } from '../../server/domain/extraction/analyse.ts';
import { unitsOf } from '../../server/domain/extraction/units.ts';
import { unitCases } from '../cases/extraction-units.ts';
import { anyText } from '../support/extractor-texts.ts';
import { passageOf } from '../support/passages.ts';

const wordsIn = (text: string) => wordsOf(text, 0, text.length);
const tagged = (text: string) => wordsIn(text).map(({ text: word, pos }) => `${word}/${pos}`);

describe('the tagger', () => {
  it('can be let go and loaded anew as often as it has to be', () => {
    const tags = () => loadTagger().readDoc('The ferry sank.').tokens().out();
    const first = tags();
    for (let load = 0; load < 24; load++) expect(tags()).toEqual(first);
  });
});

describe('wordsOf', () => {
  it.each(Object.entries(unitCases))('cuts %s', (_name, { text, cut }) => {
    expect(
      wordsIn(text)
        .map((word) => word.text)
        .join(' '),
    ).toBe(cut);
  });

  it('holds everything but white space, each word where it stands', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = wordsIn(text);
        expect(words.map((word) => word.text).join('')).toBe(text.replace(/\s/gu, ''));
        for (const word of words) expect(text.slice(word.start, word.end)).toBe(word.text);
      }),
      { numRuns: 1000 },
    );
  });

  it('tells parts of speech, also of words that a curly apostrophe or a mark stands in', () => {
    expect(tagged('Erdoğan doesn’t trust him.')).toEqual([
      'Erdoğan/PROPN',
      'does/AUX',
      'n’t/PART',
      'trust/VERB',
      'him/PRON',
      './PUNCT',
    ]);
    expect(tagged('It’s over, Molk’s aide said.')).toContain('’s/AUX');
    expect(tagged('It’s over, Molk’s aide said.')).toContain('’s/PART');
  });

  it('gives small letters with straight apostrophes, and dictionary forms', () => {
    const words = wordsIn('Molk WASN’T told, two boats left');
    expect(words.map(({ lower }) => lower)).toEqual([
      'molk',
      'was',
      "n't",
      'told',
      ',',
      'two',
      'boats',
      'left',
    ]);
    expect(words.map(({ lemma }) => lemma)).toEqual([
      'molk',
      'be',
      'not',
      'tell',
      ',',
      'two',
      'boat',
      'leave',
    ]);
  });

  it('knows that it cannot read addresses, signs and other scripts', () => {
    expect(tagged('See www.skerry.example or 😀 سلام')).toEqual([
      'See/VERB',
      'www.skerry.example/X',
      'or/CCONJ',
      '😀/X',
      'سلام/X',
    ]);
    expect(wordsIn('www.Skerry.example')[0]).toMatchObject({
      lower: 'www.skerry.example',
      lemma: 'www.skerry.example',
    });
  });

  it('takes who is named by a handle for a name', () => {
    expect(tagged('@molk said it rained')[0]).toBe('@molk/PROPN');
    expect(wordsIn('@Molk')[0]).toMatchObject({ lower: '@molk', lemma: '@molk' });
  });

  it('counts from the beginning of the text', () => {
    expect(wordsOf('It rained. Molk left.', 11, 21).map(({ start, end }) => [start, end])).toEqual([
      [11, 15],
      [16, 20],
      [20, 21],
    ]);
  });

  it('reads a sentence that has no end', () => {
    const words = wordsIn('Molk said it rained. '.repeat(1500).replaceAll('. ', ', '));
    expect(words).toHaveLength(7500);
    expect(words.filter(({ lemma }) => lemma === 'say')).toHaveLength(1500);
  });

  it('reads a text in the same way, whatever it read before', () => {
    const text = "Varga's boat, “Varga's”, well-known U.S.-led non-U.S. v. 3.5m";
    const first = tagged(text);
    tagged("“Varga's-boat”'s well-known’s (U.S.-led) [non-U.S.] “3.5m”...v.");
    expect(tagged(text)).toEqual(first);
  });
});

describe('unitsOf', () => {
  it('never gives the tagger a form with white space or none', () => {
    fc.assert(
      fc.property(anyText, (text) => unitsOf(text).every(({ form }) => /^\S+$/u.test(form))),
      { numRuns: 500 },
    );
  });

  it('takes no very long word for one', () => {
    expect(unitsOf('a'.repeat(60))).toMatchObject([{ tells: 'word', start: 0, end: 60 }]);
    expect(unitsOf('a'.repeat(61))).toMatchObject([{ tells: 'nothing', start: 0, end: 61 }]);
  });
});

describe('analyse', () => {
  it('keeps words within their sentences', () => {
    const passage = passageOf('It rained. Molk left.');
    expect(
      analyse(passage).map(({ index, block, words }) => [index, block, words.map(({ text }) => text)]),
    ).toEqual([
      [0, 0, ['It', 'rained', '.']],
      [1, 0, ['Molk', 'left', '.']],
    ]);
  });
});
