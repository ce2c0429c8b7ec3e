/** Encodings, markup and times of foreign files: a new habit is a new row. */
export const decodeCases: Readonly<
  Record<string, { bytes: readonly number[]; told?: string; expected: string | null }>
> = {
  'UTF-8 where nothing is told': { bytes: [0xc3, 0xa9], expected: 'é' },
  'a mark of UTF-8 is left out': { bytes: [0xef, 0xbb, 0xbf, 0x61], expected: 'a' },
  'UTF-16, the low byte first': { bytes: [0xff, 0xfe, 0x61, 0x00], expected: 'a' },
  'UTF-16, the high byte first': { bytes: [0xfe, 0xff, 0x00, 0x61], expected: 'a' },
  'ISO 8859-1 as it is told': { bytes: [0xe9], told: 'ISO-8859-1', expected: 'é' },
  'ISO 8859-1 has the quotes of Windows': { bytes: [0x93, 0x94], told: 'iso-8859-1', expected: '“”' },
  'Windows-1252': { bytes: [0x80], told: 'windows-1252', expected: '€' },
  'a mark counts more than what is told': {
    bytes: [0xef, 0xbb, 0xbf, 0xc3, 0xa9],
    told: 'iso-8859-1',
    expected: 'é',
  },
  'no UTF-8': { bytes: [0xe9, 0x61], expected: null },
  'half a character': { bytes: [0xff, 0xfe, 0x3d, 0xd8], expected: null },
  'an encoding that is not read': { bytes: [0x61], told: 'shift_jis', expected: null },
};

type Pair = readonly [role: string, text: string];
export const markupCases: Readonly<Record<string, { html: string; expected: readonly Pair[] }>> = {
  'paragraphs, each one line': {
    html: '<p>One\n  and <b>two</b>.</p>\n<p>Three.</p>',
    expected: [
      ['paragraph', 'One and two.'],
      ['paragraph', 'Three.'],
    ],
  },
  'headings, quotations, captions': {
    html: '<h1>A</h1><h3>B</h3><blockquote><p>C</p><p>D</p></blockquote><figure><img src="x"><figcaption>E</figcaption></figure>',
    expected: [
      ['heading', 'A'],
      ['heading', 'B'],
      ['quote', 'C'],
      ['quote', 'D'],
      ['caption', 'E'],
    ],
  },
  'words between paragraphs are one of their own': {
    html: 'Before<p>Within</p>after',
    expected: [
      ['paragraph', 'Before'],
      ['paragraph', 'Within'],
      ['paragraph', 'after'],
    ],
  },
  'lists and tables, cell by cell': {
    html: '<ul><li>One</li><li>Two</li></ul><table><tr><td>3</td><td>4</td></tr></table>',
    expected: [
      ['paragraph', 'One'],
      ['paragraph', 'Two'],
      ['paragraph', '3'],
      ['paragraph', '4'],
    ],
  },
  'one break is a space, two end a paragraph': {
    html: '<p>One<br>and<br/><br/>two</p>',
    expected: [
      ['paragraph', 'One and'],
      ['paragraph', 'two'],
    ],
  },
  'characters by name and number': {
    html: '<p>&quot;5&nbsp;&lt; 6&#x1F44D;&quot;</p>',
    expected: [['paragraph', '"5\u00a0< 6👍"']],
  },
  'a quotation in a line has its marks': {
    html: '<p>He said <q>no</q>.</p>',
    expected: [['paragraph', 'He said “no”.']],
  },
  'what is only white space is nothing': { html: '<p>\u200b </p><p>&nbsp;</p><div></div>', expected: [] },
  'paragraphs that nobody closed': {
    html: '<p>One<p>Two',
    expected: [
      ['paragraph', 'One'],
      ['paragraph', 'Two'],
    ],
  },
  'a separator of lines of Unicode’s does not part a block': {
    html: '<p>One\u2028two\u0085three</p>',
    expected: [['paragraph', 'One two three']],
  },
};

export const timeCases: Readonly<Record<string, string | null>> = {
  '2014-01-08T16:00:00Z': '2014-01-08T16:00:00.000Z',
  '2014-01-08T16:00:00+02:00': '2014-01-08T14:00:00.000Z',
  '2014-01-08T16:00:00+0200': '2014-01-08T14:00:00.000Z',
  '2014-01-08T16:00:00': '2014-01-08T16:00:00.000Z',
  '2014-01-08T16:00:00.123456Z': '2014-01-08T16:00:00.123Z',
  '2014-01-08': '2014-01-08T00:00:00.000Z',
  '20140108T160000Z': '2014-01-08T16:00:00.000Z',
  '20140108T160000-0500': '2014-01-08T21:00:00.000Z',
  '20140108': '2014-01-08T00:00:00.000Z',
  '2014-13-08': null,
  yesterday: null,
  '': null,
};
