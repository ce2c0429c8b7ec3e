/** Markdown, and the blocks and facts that are read from it: a new habit is a new row. */

type Pair = readonly [role: string, text: string];
export const markdownBlocks: Readonly<Record<string, { markdown: string; expected: readonly Pair[] }>> = {
  'a heading that stands first is the headline': {
    markdown: '# Ferry sinks\n\nNine people died.\n\n## The toll\n\n# Again\n\nMore.',
    expected: [
      ...([
        ['headline', 'Ferry sinks'],
        ['paragraph', 'Nine people died.'],
      ] as const),
      ...([
        ['heading', 'The toll'],
        ['heading', 'Again'],
        ['paragraph', 'More.'],
      ] as const),
    ],
  },
  'an underlined one as well': {
    markdown: 'Ferry sinks\n===========\n\nThe toll\n---\n\nNine.',
    expected: [
      ['headline', 'Ferry sinks'],
      ['heading', 'The toll'],
      ['paragraph', 'Nine.'],
    ],
  },
  'lines of a paragraph are one': {
    markdown: 'Nine people\ndied  \non *Friday*, **the office** `said`\\.',
    expected: [['paragraph', 'Nine people died on Friday, the office said.']],
  },
  'quotations, also within one another': {
    markdown: '> It was calm.\n>\n> > Very.\n\nShe said so.',
    expected: [
      ['quote', 'It was calm.'],
      ['quote', 'Very.'],
      ['paragraph', 'She said so.'],
    ],
  },
  'lists and tables, item by item': {
    markdown: '- One\n- Two\n  1. Three\n\n| Who | How many |\n|---|---|\n| Men | 3 |',
    expected: ['One', 'Two', 'Three', 'Who', 'How many', 'Men', '3'].map(
      (text) => ['paragraph', text] as const,
    ),
  },
  'links have their words, pictures none': {
    markdown:
      'The [office](https://office.example "Office") said ![a ship](ship.png) so: <https://office.example>.',
    expected: [['paragraph', 'The office said so: https://office.example.']],
  },
  'captions of pictures': {
    markdown:
      '![a ship](ship.png "The ferry in 2013.")\n\n![a ship](ship.png)\n\n*The ferry in 2014.*\n\n*In italics.*',
    expected: [
      ...([
        ['caption', 'The ferry in 2013.'],
        ['caption', 'The ferry in 2014.'],
      ] as const),
      ['paragraph', 'In italics.'],
    ],
  },
  'footnotes are beside the story': {
    markdown:
      'Nine[^1] died[^two].\n\n[^1]: The office.\n[^two]: Some\n    more.\n\n    And more.\n\nThe end.[^3]',
    expected: [
      ['paragraph', 'Nine died.'],
      ['paragraph', 'The end.[^3]'],
    ],
  },
  'tags and remarks are no words, and what is escaped is none': {
    markdown:
      'Nine<br>people <b class="x">died</b><!-- check --> \\<b\\> and &lt;i&gt; and <unknown> and a < b.',
    expected: [['paragraph', 'Nine people died <b> and <i> and <unknown> and a < b.']],
  },
  'rules and addresses of links are nothing': {
    markdown: 'One.\n\n* * *\n\n[office]: https://office.example\n\nTwo [office].',
    expected: [
      ['paragraph', 'One.'],
      ['paragraph', 'Two office.'],
    ],
  },
  'indented lines are words': {
    markdown: '    One\n    two.\n\n    Three.\n\n```\nFour.\n```',
    expected: ['One two.', 'Three.', 'Four.'].map((text) => ['paragraph', text] as const),
  },
  'from right to left': {
    markdown: '# غرق عبّارة\n\nقتل **41** شخصا.',
    expected: [
      ['headline', 'غرق عبّارة'],
      ['paragraph', 'قتل 41 شخصا.'],
    ],
  },
};

export const frontMatter: Readonly<Record<string, { markdown: string; expected: object }>> = {
  'what it says of itself': {
    markdown:
      '---\ntitle: "Ferry: \\"sinks\\""\nauthor: Ada Moor # the reporter\ndate: 2014-01-08\nlang: pt_BR\nagency: NWA\ndateline: \'Port d\'\'Elsen\'\nurl: https://wire.example/ferry\nuri: urn:x:1\nversion: 3\nlastmod: 2014-01-09 10:00:00 +0100\nstatus: usable\ntags: [ships, "the sea, calm"]\nlayout: post\n---\nNine died.',
    expected: {
      ...{
        title: 'Ferry: "sinks"',
        byline: 'Ada Moor',
        publishedAt: '2014-01-08T00:00:00.000Z',
        language: 'pt-BR',
      },
      ...{ agency: 'NWA', dateline: "Port d'Elsen", sourceUrl: 'https://wire.example/ferry', version: '3' },
      ...{ versionCreated: '2014-01-09T09:00:00.000Z', status: 'usable' },
      identifiers: [{ scheme: 'uri', value: 'urn:x:1' }],
      words: [
        { role: 'headline', text: 'Ferry: "sinks"' },
        { role: 'paragraph', text: 'Nine died.' },
      ],
      rest: [
        { name: 'tags', value: 'ships\nthe sea, calm' },
        { name: 'layout', value: 'post' },
      ],
    },
  },
  'lists, and words over several lines': {
    markdown:
      '---\nauthors:\n  - Ada Moor\n  - Ben Hale\nsummary: >\n  Nine\n  people.\nsubtitle: Off the coast\nnested:\n  key: value\n...\n\n# Ferry sinks\n\nNine.',
    expected: {
      ...{ title: 'Ferry sinks', byline: 'Ada Moor, Ben Hale' },
      words: [
        { role: 'headline', text: 'Ferry sinks' },
        { role: 'paragraph', text: 'Nine.' },
      ],
      rest: [
        { name: 'summary', value: 'Nine people.' },
        { name: 'nested', value: 'key: value' },
      ],
    },
  },
  'a standfirst with a headline': {
    markdown: '---\ntitle: Ferry sinks\nstandfirst: Off the coast\n---\n\nNine.',
    expected: {
      words: [
        { role: 'headline', text: 'Ferry sinks' },
        { role: 'standfirst', text: 'Off the coast' },
        { role: 'paragraph', text: 'Nine.' },
      ],
    },
  },
  'the headline of the text stands, and the title is its own': {
    markdown: '---\ntitle: Ferry\n---\n# Ferry sinks\n\nNine.',
    expected: {
      title: 'Ferry',
      words: [
        { role: 'headline', text: 'Ferry sinks' },
        { role: 'paragraph', text: 'Nine.' },
      ],
    },
  },
  'names that stand for others are words': {
    markdown: '---\ntitle: &a Ferry\nauthor: *a\nkind: !!js/function x\n---\nNine.',
    expected: { title: '&a Ferry', byline: '*a', rest: [{ name: 'kind', value: '!!js/function x' }] },
  },
  'words between rules are no front matter': {
    markdown: '---\nFerry sinks, and nobody knows why.\n---\n\nNine.',
    expected: {
      title: null,
      words: [
        { role: 'heading', text: 'Ferry sinks, and nobody knows why.' },
        { role: 'paragraph', text: 'Nine.' },
      ],
    },
  },
  'one that nobody closed is text': {
    markdown: '---\ntitle: Ferry\n\nNine.',
    expected: {
      title: null,
      words: [
        { role: 'paragraph', text: 'title: Ferry' },
        { role: 'paragraph', text: 'Nine.' },
      ],
    },
  },
  'with the line ends of Windows': {
    markdown: '---\r\ntitle: Ferry\r\n---\r\n\r\nNine\r\npeople.',
    expected: {
      title: 'Ferry',
      words: [
        { role: 'headline', text: 'Ferry' },
        { role: 'paragraph', text: 'Nine people.' },
      ],
    },
  },
};

export const refusedMarkdown: Readonly<Record<string, { bytes: Buffer; problem: string }>> = {
  'no UTF-8': { bytes: Buffer.from([0x23, 0x20, 0xe9, 0x61]), problem: 'FILE_ENCODING' },
  nothing: { bytes: Buffer.from(''), problem: 'EMPTY_STORY' },
  'front matter alone': { bytes: Buffer.from('---\ntitle: Ferry\n---\n'), problem: 'EMPTY_STORY' },
  'pictures, rules and notes alone': {
    bytes: Buffer.from('![a](b)\n\n---\n\n[^1]: Note.'),
    problem: 'EMPTY_STORY',
  },
  'brackets without end': { bytes: Buffer.alloc(60_000, '['), problem: 'FILE_TAKES_LONG' },
  'lines without end': { bytes: Buffer.alloc(500_000, 'a\n'), problem: 'FILE_TAKES_LONG' },
  'more than any story has': { bytes: Buffer.alloc(2 * 1024 * 1024 + 1, 'a '), problem: 'FILE_TAKES_LONG' },
};

/** What nests or opens without end, by a number of signs. */
export const hostileMarkdown: Readonly<Record<string, (signs: number) => string>> = {
  brackets: (signs) => '['.repeat(signs),
  'brackets of pictures': (signs) => '!['.repeat(signs / 2),
  'brackets of notes': (signs) => '[^'.repeat(signs / 2),
  'notes that are none': (signs) => '[^a]: '.repeat(signs / 6),
  'notes one by one': (signs) => '[^a]: b\n'.repeat(signs / 8),
  stars: (signs) => '*'.repeat(signs),
  'stars that open': (signs) => '*a '.repeat(signs / 3),
  'lines that open': (signs) => '_a '.repeat(signs / 3),
  quotations: (signs) => '>'.repeat(signs),
  lists: (signs) => '- '.repeat(signs / 2),
  'lists of one item': (signs) => '- a\n'.repeat(signs / 4),
  'one long item': (signs) => `- ${'a b '.repeat(signs / 4)}`,
  ticks: (signs) => Array.from({ length: Math.sqrt(2 * signs) }, (_none, at) => '`'.repeat(at)).join(' '),
  'tags that nobody closed': (signs) => '<b '.repeat(signs / 3),
  'remarks that nobody closed': (signs) => '<!--'.repeat(signs / 4),
  addresses: (signs) => '[a]('.repeat(signs / 4),
  'names of addresses': (signs) => '[a\n'.repeat(signs / 3),
  tables: (signs) => `a|b\n-|-\n${'|\n'.repeat(signs / 2)}`,
  'front matter': (signs) => `---\n${'a: [b,\n'.repeat(signs / 7)}`,
  'quotation marks in front': (signs) => `---\na: [${'"b'.repeat(Math.min(signs, 60_000) / 2)}\n---\nText`,
};
