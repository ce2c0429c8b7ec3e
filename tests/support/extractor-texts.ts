/** Texts that an extractor has to bear: pieces for chance to put together, and long ones that invite slow reading. */
import fc from 'fast-check';

const PIECES = [
  ...[
    'Molk said ',
    'Mrs. Varga told AFP ',
    'according to the ministry, ',
    'he said',
    ' it warned ',
    'claims emerged ',
  ],
  ...[
    '“It is over,” ',
    '“',
    '”',
    '"',
    "'",
    '‘',
    '’',
    '«',
    '(',
    ')',
    '[',
    ']',
    '{',
    '…',
    '...',
    ' — ',
    '-',
    '/',
    '$',
  ],
  ...[
    '12 people were killed',
    'at least 40 ',
    'dozens of ',
    'including 3 children ',
    'wounding 8, ',
    '3.5 million ',
    '9th ',
  ],
  ...[
    'on Tuesday ',
    '8 January 2014',
    'Jan. 8, ',
    '31 February 2013 ',
    '45 per cent ',
    '10 km ',
    'Interior Minister Ana Bly ',
  ],
  ...[
    '. ',
    '? ',
    '! ',
    ', ',
    '; ',
    ': ',
    '\n',
    '\n\n',
    '\t',
    ' ',
    '\u00a0',
    '\u2028',
    'the ',
    'and ',
    'not ',
    'of ',
    'who ',
  ],
  ...[
    '😀',
    '👩‍🚒',
    '🇸🇪',
    'é',
    'e\u0301',
    'ﬁ',
    'İ',
    'ß',
    '\u200f',
    '\u202e',
    'قال',
    'שלום',
    '渡轮',
    'ア。',
    '\u200b',
    '\ufeff',
  ],
  ...[
    "don't ",
    'Clinton’s ',
    'U.S. ',
    'J. K. ',
    'a.m. ',
    'www.skerry.example',
    'ines@tarvo.example ',
    '@molk ',
    '#ferry ',
  ],
];

/** Well-formed text of any kind. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    {
      maxLength: 60,
    },
  )
  .map((pieces) => pieces.join(''));

/** What is no text at all: any sequence of code units. */
export const anyUnits: fc.Arbitrary<string> = fc
  .array(fc.nat(0xffff), { maxLength: 80 })
  .map((units) => String.fromCharCode(...units));

/** Each is repeated until it fills a megabyte. */
export const ENDLESS: Readonly<Record<string, string>> = {
  'words of saying': 'said ',
  'sentences of saying': 'Molk said it rained. ',
  'nested saying': 'Molk said Varga said ',
  'quotes that never close': '“It rained ',
  'quotes that never open': 'rained” ',
  'straight quotes': '"it" ',
  'one quote after another': '“It rained,” he said. ',
  'opening brackets': '(',
  'pairs of brackets': '[it] ',
  'one long word': 'a',
  'a word with stops': 'a.',
  'a word with hyphens': 'a-',
  apostrophes: "a'",
  digits: '1',
  'groups of three': '100 ',
  counts: '12 people were killed and 3 injured, ',
  'sentences of counts': 'At least 12 people, including 3 children, were killed in Tarvo on Tuesday. ',
  'dates without an end': '8 January ',
  names: 'Minister Ana Bly, ',
  commas: 'the man, ',
  prepositions: 'of the man in the house ',
  conjunctions: 'and that which ',
  pronouns: 'he ',
  emoji: '👩‍🚒😀 ',
  'right to left': 'قال الوزير إن ',
  'white space': ' ',
  'line ends': 'a\n',
  stops: '.',
  addresses: 'www.',
  'mail addresses': 'a@',
};

export const endless = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
