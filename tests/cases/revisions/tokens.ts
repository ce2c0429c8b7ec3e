/** How a text is read for comparing: what compares equal is printed equal here. */

interface Row {
  readonly text: string;
  /** English unless it is told otherwise. */
  readonly language?: string;
  /** Numbers by their value after `#`; in brackets what counts within a claim alone. */
  readonly expected: string;
}

export const comparedCases: Readonly<Record<string, Row>> = {
  'numbers in words and digits': { text: 'twenty-one, 21 and a dozen', expected: '#21 (,) #21 and #12' },
  'vague numbers are words': { text: 'dozens of men', expected: 'dozens of men' },
  'separators in English': { text: '1,500 men', expected: '#1500 men' },
  'a decimal in English': { text: '2.75 acres', expected: '2.75 acres' },
  'capitals are kept': { text: 'The port of Port', expected: 'The port of Port' },
  'curly and straight quotes': {
    text: '“a” "a" «a» ‘a’',
    expected: '(") a (") (") a (") (") a (") (") a (")',
  },
  'an apostrophe': { text: "don’t, don't", expected: "don't (,) don't" },
  'dashes of any width': { text: 'in – by — at - or −', expected: 'in (-) by (-) at (-) or -' },
  'composed and decomposed letters': { text: 'Café Cafe\u0301', expected: 'Café Café' },
  'signs that say something': {
    text: 'R & B? 5% @x #y * €9',
    expected: 'R & B ? #5 % @ x # y * € #9',
  },
  'signs and pictures that say nothing': { text: 'Go! 🛟 (now)…', expected: 'Go (!) (🛟) (() now ()) (…)' },
  'a joiner that is not seen': { text: 'a \u200d b', expected: 'a (\u200d) b' },
  'a region of English': { text: 'twelve men', language: 'en-GB', expected: '#12 men' },
  'number words of other languages are words': { text: 'sans dozen', language: 'fr', expected: 'sans dozen' },

  'points in German': { text: '1.500 und 1500', language: 'de', expected: '#1500 und #1500' },
  'several points in German': { text: '1.500.000', language: 'de', expected: '#1500000' },
  'the comma of a decimal in German': {
    text: '1,5 und 1.500,5',
    language: 'de',
    expected: '1,5 und 1.500,5',
  },
  'a point before two digits': { text: '1.50', language: 'de', expected: '1.50' },
  'a point before four digits': { text: '12.5000', language: 'de', expected: '12.5000' },
  'a point before three and one before two': { text: '1.500.00', language: 'de', expected: '1.500.00' },
  'points in a date': { text: '1.12.2024', language: 'de', expected: '1.12.2024' },
  'points in a time': { text: '10:30', language: 'de', expected: '10:30' },
  'a number with letters on it': { text: '500km', language: 'de', expected: '500km' },
  'groups one space apart': { text: '1 500 et 12 500 000', language: 'fr', expected: '#1500 et #12500000' },
  'groups one narrow space apart': { text: '1\u202f500', language: 'fr', expected: '#1500' },
  'groups one space apart where the language writes points': {
    text: '150 000 Menschen',
    language: 'de',
    expected: '#150000 Menschen',
  },
  'two spaces apart': { text: '1  500', language: 'fr', expected: '#1 #500' },
  'a sign apart': { text: '1, 500', language: 'fr', expected: '#1 (,) #500' },
  'two digits after a space': { text: '12 34', language: 'fr', expected: '#12 #34' },
  'four digits after a space': { text: '1 5000', language: 'fr', expected: '#1 #5000' },
  'four digits before a space': { text: '2024 500 hommes', language: 'fr', expected: '#2024 #500 hommes' },
  'nought before a space': { text: '0 500', language: 'fr', expected: '#0 #500' },
  'letters after a space': { text: '1 abc', language: 'fr', expected: '#1 abc' },
  'the comma of a decimal in French': { text: '3,5 et 3,500', language: 'fr', expected: '3,5 et 3,500' },
  'a language that nobody knows': { text: '1,500 or 1.5', language: 'no language', expected: '#1500 or 1.5' },

  'Arabic-Indic digits': { text: '١٢ شخصا', language: 'ar', expected: '#12 شخصا' },
  'a language whose own digits are others': { text: '1,500 و ٩', language: 'ar-EG', expected: '#1500 و #9' },
  'Bengali digits, the first and the last': { text: '১০৯', language: 'bn', expected: '#109' },
  'digits of formulas are letters': { text: '𝟏𝟐 men', expected: '𝟏𝟐 men' },
  'no spaces between words, in Chinese': {
    text: '12人死亡。',
    language: 'zh',
    expected: '#12 人 死 亡 (。)',
  },
  'no spaces between words, in Thai': { text: 'ที่12คน', language: 'th', expected: 'ที่ #12 ค น' },
  'a mark of a script without spaces': { text: '๏ คน', language: 'th', expected: '(๏) ค น' },
};
