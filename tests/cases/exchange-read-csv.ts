/** CSV as other programs leave it, and the records that it holds. */
export const recordCases: Readonly<Record<string, { file: string; expected: string[][] }>> = {
  'two records': {
    file: 'a,b\r\nc,d\r\n',
    expected: [
      ['a', 'b'],
      ['c', 'd'],
    ],
  },
  'bare line ends': {
    file: 'a,b\nc,d\n',
    expected: [
      ['a', 'b'],
      ['c', 'd'],
    ],
  },
  'no line end at the end': {
    file: 'a,b\nc,d',
    expected: [
      ['a', 'b'],
      ['c', 'd'],
    ],
  },
  'one cell': { file: 'a', expected: [['a']] },
  'an empty cell at the end of the file': { file: 'a,', expected: [['a', '']] },
  'empty cells': {
    file: ',\n,,\n',
    expected: [
      ['', ''],
      ['', '', ''],
    ],
  },
  'empty lines': { file: '\n\na\n\n', expected: [['a']] },
  'cells in quotation marks': { file: '"a","b"\n', expected: [['a', 'b']] },
  'an empty cell in quotation marks': { file: '"",b\n', expected: [['', 'b']] },
  'commas and line breaks in a cell': { file: '"a,\r\nb",c\n', expected: [['a,\r\nb', 'c']] },
  'quotation marks in a cell': { file: '"a ""b"" c",""""\n', expected: [['a "b" c', '"']] },
  'words behind a cell’s end': { file: '"a"b,c\n', expected: [['ab', 'c']] },
  'a cell in two parts': { file: '"a"b"c",d\n', expected: [['abc', 'd']] },
  'a cell in two parts with a space between': { file: '"a" "b",c\n', expected: [['a b', 'c']] },
  nothing: { file: '', expected: [] },
};
