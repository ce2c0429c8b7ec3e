import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { figuresIn } from '../../client/controllers/proof/figures.ts';
import { readQuantities } from '../../server/domain/claims/quantities.ts';

const found = (sentence: string, language = 'en') =>
  figuresIn(sentence, language).map(({ start, end }) => sentence.slice(start, end));

const english: Record<string, [sentence: string, figures: string[]]> = {
  'a bound and what is counted': ['It killed at least 41 people, police said.', ['at least 41 people']],
  'several figures': [
    'It killed 41 people, among them 12 children, and hurt 30.',
    ['41 people', '12 children', '30'],
  ],
  'words for a figure': [
    'Three hundred and eighty-five miners left.',
    ['Three hundred and eighty-five miners'],
  ],
  'no figure but a wording': ['Dozens of passengers were missing.', ['Dozens of passengers']],
  'a wording alone': ['They fled in their dozens.', ['dozens']],
  'tens of thousands': ['Tens of thousands fled.', ['Tens of thousands fled']],
  between: ['She said between 10 and 15 were saved.', ['between 10 and 15']],
  'and parts two figures': ['Shells killed 10 and 15 were hurt.', ['10', '15']],
  'a dash': ['Some 10–15 survivors came.', ['Some 10–15 survivors']],
  'from, to': ['The toll went from 10 to 15 people.', ['from 10 to 15 people']],
  'several modifiers': [
    'Well over an estimated 9,000 islanders fled.',
    ['Well over an estimated 9,000 islanders'],
  ],
  'words between the figure and the people': [
    'They held 12 wounded young soldiers.',
    ['12 wounded young soldiers'],
  ],
  'another count is not a word between': ['Two attacks killed people.', ['Two attacks']],
  'some of those': ['Four of the wounded died.', ['Four of the wounded']],
  'what follows is no noun': ['It said 23 had been found.', ['23']],
  money: ['It cost $1.2m, or 40% of it.', ['$1.2m', '40%']],
  'a scale': ['Aid groups said 1.2 million.', ['1.2 million']],
  'a space between thousands': ['At least 1 500 people came.', ['At least 1 500 people']],
  'a day': ['It was put off until March 20, then 5 April.', ['March 20', '5 April']],
  'an hour': ['At 6 a.m. it rained.', ['6 a.m.']],
  'an age': ['A 12-year-old boy died.', ['12-year-old boy']],
  'or more': ['They saw 30 or more boats.', ['30 or more boats']],
  'one among others': ['The one who called left, one by one.', []],
  'one person': ['One person died.', ['One person']],
  'a letter before the digits': ['COVID-19 and the F16 came.', []],
  'scores that are settled': ['It was a settling of scores between clans.', []],
  'a figure does not reach over a full stop': ['We counted eleven. Then we left.', ['eleven']],
};

describe('figures in English', () => {
  it.each(Object.entries(english))('%s', (_, [sentence, figures]) => {
    expect(found(sentence)).toEqual(figures);
  });

  it('finds every figure that the server reads in a story', () => {
    const story = readFileSync(new URL('../fixtures/ferry-story.txt', import.meta.url), 'utf8').split('\n');
    const missed = story.flatMap((line) =>
      readQuantities(line)
        .filter(
          ({ high, start, end }) =>
            high !== 0 && !figuresIn(line, 'en').some((at) => at.start <= start && at.end >= end),
        )
        .map(({ wording }) => wording),
    );
    // "one by one" and "settling of scores": the server reads what it is given. "Nobody" is no stop on the way.
    expect(missed).toEqual(['one', 'scores']);
  });
});

const others: Record<string, [language: string, sentence: string, figures: string[]]> = {
  'digits alone': ['de', 'Mindestens 41 Menschen starben.', ['41']],
  'Arabic digits': ['ar', 'قُتل ٤١ شخصا', ['٤١']],
  'no space around': ['ja', '41人が死亡', ['41']],
  'a range': ['fr', 'entre 10-15 personnes', ['10-15']],
};

describe('figures in other languages', () => {
  it.each(Object.entries(others))('%s', (_, [language, sentence, figures]) => {
    expect(found(sentence, language)).toEqual(figures);
  });
});

// Quadratic search in these would take minutes and run into the test's own limit.
const long = {
  'one digit after another': '1'.repeat(200_000),
  'groups of three': '100 '.repeat(50_000),
  modifiers: 'at least '.repeat(50_000),
  'number words': 'hundred and two thousand and '.repeat(20_000),
  'ranges that never end': '1 to '.repeat(50_000),
  between: 'between one and '.repeat(30_000),
  'white space': `1${' '.repeat(100_000)}`,
  'one word': `1 ${'a'.repeat(200_000)}`,
};
test.each(Object.entries(long))('a sentence is searched in linear time: %s', (_, sentence) => {
  expect(figuresIn(sentence, 'en').length).toBeLessThanOrEqual(sentence.length);
});
