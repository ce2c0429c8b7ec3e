/** Words as the audit finds, quotes and takes them. */

export const quotedCases: Record<string, { words: string; expected: string }> = {
  'plain words': { words: 'the ferry', expected: '“the ferry”' },
  'words in quotation marks': { words: '“the ferry”', expected: '“the ferry”' },
  'words in several quotation marks': { words: '«“the ferry”»', expected: '“the ferry”' },
  'straight marks': { words: '"the ferry"', expected: '“the ferry”' },
  'marks within': { words: 'the “old” ferry', expected: '“the “old” ferry”' },
  'white space around and within': { words: '  the\n  ferry ', expected: '“the ferry”' },
  'white space between words and marks': { words: ' “the ferry” ', expected: '“the ferry”' },
  'words as long as a line': { words: 'pump '.repeat(16).trim(), expected: `“${'pump '.repeat(16).trim()}”` },
  'words longer than a line': { words: 'pump '.repeat(17), expected: `“${'pump '.repeat(16).trim()}…”` },
};

/** A claim, and where "bribed" belongs to it: `at` is what follows the word there; null where it does not. */
export const wordsAtCases: Record<string, { text: string; claim: string; expected: string | null }> = {
  'within the claim': { text: 'He bribed the clerk.', claim: 'He bribed the clerk', expected: ' the clerk.' },
  'before the claim': { text: 'He bribed the clerk.', claim: 'the clerk', expected: ' the clerk.' },
  'six words before': {
    text: 'He bribed one or two of the old clerks.',
    claim: 'clerks',
    expected: ' one or two of the old clerks.',
  },
  'seven words before': {
    text: 'He bribed one or two of the very old clerks.',
    claim: 'clerks',
    expected: null,
  },
  'two words behind': { text: 'The clerk he had bribed left.', claim: 'The clerk', expected: ' left.' },
  'three words behind': { text: 'The clerk he had once bribed left.', claim: 'The clerk', expected: null },
  'much white space between': {
    text: 'He bribed   one   or   two   of   the   old   clerks.',
    claim: 'clerks',
    expected: '   one   or   two   of   the   old   clerks.',
  },
  'in another clause before': {
    text: 'He bribed them, and the clerk left.',
    claim: 'the clerk',
    expected: null,
  },
  'in another clause behind': { text: 'The clerk left; bribed.', claim: 'The clerk left', expected: null },
  'in a sentence that is not the first': {
    text: 'Nobody bribed them.\nHe bribed the clerk.',
    claim: 'the clerk',
    expected: ' the clerk.',
  },
  'the second time it is said': {
    text: 'Bribed once, he was bribed by the clerk.',
    claim: 'by the clerk',
    expected: ' by the clerk.',
  },
  nowhere: { text: 'The clerk left.', claim: 'The clerk', expected: null },
};

export const touchingCases: Record<string, { a: [number, number]; b: [number, number]; expected: boolean }> =
  {
    'one in the other': { a: [0, 9], b: [3, 4], expected: true },
    overlapping: { a: [0, 5], b: [4, 9], expected: true },
    'overlapping the other way': { a: [4, 9], b: [0, 5], expected: true },
    'side by side': { a: [0, 4], b: [4, 9], expected: false },
    'side by side the other way': { a: [4, 9], b: [0, 4], expected: false },
    'far apart': { a: [0, 2], b: [6, 9], expected: false },
    'far apart the other way': { a: [6, 9], b: [0, 2], expected: false },
  };

export const pronounCases: Record<string, { words: string; expected: boolean }> = {
  'a pronoun': { words: 'he', expected: true },
  'a capital, and white space around': { words: ' She ', expected: true },
  'whose they are': { words: 'their', expected: true },
  'more than one': { words: 'he himself', expected: false },
  'a name that begins like one': { words: 'Ito', expected: false },
};

export const standInCases: Record<string, { words: string; expected: boolean }> = {
  'a pronoun': { words: 'they', expected: true },
  'the body': { words: 'the authority', expected: true },
  'at the beginning of a sentence': { words: ' The authority ', expected: true },
  'of whoever was named': { words: 'their  spokes-man', expected: true },
  'a body with more to it': { words: 'the port authority', expected: false },
  'a name with its article': { words: 'the Guard', expected: false },
  'a name that ends like one': { words: 'Moor of the harbour', expected: false },
  'another article': { words: 'a clerk', expected: false },
  'an article alone': { words: 'the', expected: false },
};

export const namelessCases: Record<string, { words: string; expected: boolean }> = {
  'a source': { words: 'a source', expected: true },
  'the source, twice described': { words: 'The senior security source', expected: true },
  'an office in front': { words: 'an interior ministry official', expected: true },
  'four words in front': { words: 'one very senior old harbour official', expected: true },
  'five words in front': { words: 'one of the very senior old harbour officials', expected: false },
  'several without an article': { words: 'Western diplomats', expected: true },
  'who say where they stand': { words: 'officials familiar with the talks', expected: true },
  'who say what they did': { words: ' sources who saw it ', expected: true },
  'with a comma': { words: 'an aide, who would not be named', expected: true },
  'those who saw it': { words: 'two eyewitnesses', expected: true },
  'a word that begins like one': { words: 'the officialdom', expected: false },
  'a name in front': { words: 'Port official Ada Moor', expected: false },
  'a name of two words behind a comma': { words: 'an official, Ada Moor', expected: true },
  'a name with white space within': { words: 'port official Ada  Moor', expected: false },
  'two of which one is named': { words: 'the mayor and officials', expected: false },
  'a body': { words: 'the harbour office', expected: false },
  'a word in front of the article': { words: 'say the officials who', expected: true },
  nothing: { words: '', expected: false },
};

export const hostCases: Record<string, { agency: string | null; url: string | null; expected: boolean }> = {
  'its own address': { agency: 'AFP', url: 'https://www.afp.com/en/1', expected: true },
  'below its own address': { agency: 'AFP', url: 'https://factcheck.afp.com', expected: true },
  'an address that begins like it': { agency: 'AFP', url: 'https://afp-fans.example', expected: false },
  'an address that ends with it': { agency: 'AFP', url: 'https://example.afp', expected: false },
  'a name of two words': { agency: 'Coast Press', url: 'https://coastpress.example', expected: true },
  'another address of AP': { agency: 'AP', url: 'https://apnews.com/1', expected: true },
  'another address of Anadolu': { agency: 'Anadolu', url: 'https://www.aa.com.tr/en', expected: true },
  'another address of PA': { agency: 'PA', url: 'https://pamediagroup.com', expected: true },
  'another address of Xinhua': { agency: 'Xinhua', url: 'http://www.xinhuanet.com', expected: true },
  'an address of two words': { agency: 'Xinhua', url: 'https://news.cn/a', expected: true },
  'below an address of two words': { agency: 'Xinhua', url: 'https://english.news.cn/a', expected: true },
  'an address that ends like one of two words': {
    agency: 'Xinhua',
    url: 'https://coastnews.cn',
    expected: false,
  },
  'another agency’s other address': { agency: 'AFP', url: 'https://apnews.com/1', expected: false },
  'no agency': { agency: null, url: 'https://afp.com', expected: false },
  'no address': { agency: 'AFP', url: null, expected: false },
  'words that are no address': { agency: 'AFP', url: 'afp', expected: false },
};

export const pageCases: Record<string, { one: string | null; other: string | null; expected: boolean }> = {
  'the same': { one: 'https://a.example/1', other: 'https://a.example/1', expected: true },
  'with www, a query and a place': {
    one: 'https://www.a.example/1',
    other: 'http://a.example/1?from=list#top',
    expected: true,
  },
  'with slashes at the end': { one: 'https://a.example/1//', other: 'https://a.example/1', expected: true },
  'a slash within': { one: 'https://a.example/1/2', other: 'https://a.example/12', expected: false },
  'www within': { one: 'https://a.www.example/1', other: 'https://a.example/1', expected: false },
  'another page': { one: 'https://a.example/1', other: 'https://a.example/2', expected: false },
  'another host': { one: 'https://a.example/1', other: 'https://b.example/1', expected: false },
  'words that are no address, twice': { one: 'a', other: 'a', expected: false },
  'none, twice': { one: null, other: null, expected: false },
  'none, once': { one: 'https://a.example/1', other: null, expected: false },
};
