/** Words, a text, and whether it has them. */
interface Row {
  readonly words: string;
  readonly text: string;
  readonly language?: string;
  readonly expected: boolean;
}

export const sameWordsCases: Readonly<Record<string, Row>> = {
  'the same words': { words: '41 people died', text: 'At least 41 people died.', expected: true },
  'another figure': { words: '41 people died', text: 'At least 42 people died.', expected: false },
  'a figure that only holds it': { words: '4 people', text: '14 people', expected: false },
  'in words': { words: '41 people', text: 'Forty-one people died.', expected: true },
  'in digits': { words: 'nine children', text: 'It took 9 children.', expected: true },
  'with another separator': { words: '1,500 men', text: 'It took 1500 men.', expected: true },
  'with a thin space': { words: '1,500 men', text: 'It took 1\u2009500 men.', expected: true },
  'a million': { words: '1.2 million people', text: 'It took 1,200,000 people.', expected: true },
  'at the beginning of a sentence': { words: 'nine children', text: 'Nine children died.', expected: true },
  'other quotes': { words: '“we came”', text: 'He said, "we came".', expected: true },
  'other signs between': { words: 'killed, injured', text: 'killed – injured', expected: true },
  'across a line': { words: '41 people died', text: '41 people\ndied', expected: true },
  'in another order': { words: '41 people died', text: 'died 41 people', expected: false },
  'with a word in between': { words: '41 people died', text: '41 people had died', expected: false },
  'part of a word': { words: 'port', text: 'The airport closed.', expected: false },
  'signs alone': { words: '“…”', text: 'He said “…” and left.', expected: false },
  nothing: { words: '', text: 'It rained.', expected: false },
  'right to left': { words: '41 شخصا', text: 'قُتل 41 شخصا في المدينة.', language: 'ar', expected: true },
  'digits of another script': { words: '٤١ شخصا', text: 'قُتل 41 شخصا.', language: 'ar', expected: true },
  'without spaces': { words: '死者41人', text: '昨日の死者41人。', language: 'ja', expected: true },
};

export const searchedForCases: Readonly<
  Record<string, { text: string; language?: string; words: string | null; ways: readonly string[] }>
> = {
  words: { text: 'the harbour office', words: 'the harbour office', ways: [] },
  'a number in digits': { text: 'at least 41 people', words: 'at least   people', ways: ['41', 'forty one'] },
  'a number in words': { text: 'forty-one people', words: '  people', ways: ['41', 'forty one'] },
  'a number with separators': {
    text: '1,500 men',
    words: '  men',
    ways: ['1500', '1,500', '1.500', '1 500', 'one thousand five hundred', '1.5 thousand', '1.5k'],
  },
  'a million': { text: '1.2 million men', words: '  men', ways: ['1200000', '1.2 million', '1.2m'] },
  'a dozen': { text: '12 men', words: '  men', ways: ['12', 'twelve', 'dozen'] },
  'a script without spaces': { text: '死者41人', language: 'ja', words: null, ways: ['41'] },
};
