/** robots.txt files (RFC 9309), and which paths they leave open to Claimdesk. */
interface Case {
  readonly file: string;
  readonly open?: readonly string[];
  readonly closed?: readonly string[];
}

const lines = (...all: readonly string[]) => `${all.join('\n')}\n`;

export const robotsCases: Readonly<Record<string, Case>> = {
  'nothing said': { file: '', open: ['/', '/a'] },
  'a page in place of rules': {
    file: '<!doctype html><title>Not here</title><p>user-agent</p>',
    open: ['/a'],
  },
  'everything closed': {
    file: lines('User-agent: *', 'Disallow: /'),
    closed: ['/', '/a', '/a?b'],
    open: ['/robots.txt'],
  },
  'nothing closed': { file: lines('User-agent: *', 'Disallow:'), open: ['/', '/a'] },
  'a beginning': {
    file: lines('User-agent: *', 'Disallow: /news'),
    closed: ['/news', '/news/', '/newsletter', '/news?a'],
    open: ['/', '/new', '/News', '/a/news'],
  },
  'the group that names us, not the one for all': {
    file: lines('User-agent: *', 'Disallow: /', '', 'User-agent: claimdesk', 'Disallow: /drafts'),
    closed: ['/drafts/1'],
    open: ['/a'],
  },
  'our group keeps us out alone': {
    file: lines('User-agent: Claimdesk', 'Disallow: /', 'User-agent: *', 'Allow: /'),
    closed: ['/a'],
  },
  'our group without rules leaves everything open': {
    file: lines('User-agent: *', 'Disallow: /', 'User-agent: Claimdesk'),
    open: ['/a'],
  },
  'several groups that name us count together': {
    file: lines(
      'User-agent: Claimdesk',
      'Disallow: /a',
      'User-agent: other',
      'Disallow: /',
      'User-agent: CLAIMDESK',
      'Disallow: /b',
    ),
    closed: ['/a', '/b'],
    open: ['/c'],
  },
  'several groups for all count together': {
    file: lines(
      'User-agent: *',
      'Disallow: /a',
      'User-agent: other',
      'Disallow: /',
      'User-agent: *',
      'Disallow: /b',
    ),
    closed: ['/a', '/b'],
    open: ['/c'],
  },
  'one group for several programs': {
    file: lines('User-agent: other', 'User-agent: Claimdesk', 'Disallow: /a', 'User-agent: *', 'Disallow: /'),
    closed: ['/a'],
    open: ['/b'],
  },
  'empty lines and other records part no group': {
    file: lines(
      'User-agent: other',
      '',
      'Sitemap: https://paper.example/map.xml',
      'User-agent: Claimdesk',
      'Crawl-delay: 10',
      '',
      'Disallow: /a',
    ),
    closed: ['/a'],
    open: ['/b'],
  },
  'another program’s group': { file: lines('User-agent: other', 'Disallow: /'), open: ['/a'] },
  'a name that ours begins with, or that begins with ours': {
    file: lines('User-agent: Claim', 'User-agent: Claimdeskbot', 'Disallow: /'),
    open: ['/a'],
  },
  'a version after our name': {
    file: lines('User-agent: Claimdesk/1.0', 'Disallow: /a'),
    closed: ['/a'],
    open: ['/b'],
  },
  'rules before any group': {
    file: lines('Disallow: /', 'User-agent: *', 'Disallow: /a'),
    closed: ['/a'],
    open: ['/b'],
  },
  'any case of keys, blanks, comments': {
    file: lines('  USER-AGENT :  *  # all', '# Disallow: /c', ' disallow:/a # not this', 'DisAllow : /b#not'),
    closed: ['/a', '/b', '/bc'],
    open: ['/c'],
  },
  'a byte order mark, and every kind of line end': {
    file: '\ufeffUser-agent: *\r\nDisallow: /a\rDisallow: /b\nDisallow: /c',
    closed: ['/a', '/b', '/c'],
    open: ['/d'],
  },
  'lines that are no record': {
    file: lines('User-agent: *', 'what is this', ': /x', 'Disallow', 'Disallow: /a'),
    closed: ['/a'],
    open: ['/x'],
  },
  'the longest rule counts (5.2)': {
    file: lines('User-agent: *', 'Allow: /example/page/', 'Disallow: /example/page/disallowed.gif'),
    closed: ['/example/page/disallowed.gif'],
    open: ['/example/page/', '/example/page/a'],
  },
  'wherever it stands': {
    file: lines('User-agent: *', 'Disallow: /', 'Allow: /news/', 'Disallow: /news/drafts'),
    closed: ['/', '/a', '/news', '/news/drafts/1'],
    open: ['/news/', '/news/1'],
  },
  'of two as long the one that allows': {
    file: lines('User-agent: *', 'Disallow: /a', 'Allow: /a', 'Allow: /b', 'Disallow: /b'),
    open: ['/a', '/b'],
  },
  'anything between (2.2.3)': {
    file: lines('User-agent: *', 'Disallow: /path*/file', 'Disallow: *.pdf'),
    closed: ['/path/file', '/path/to/file', '/paths/file', '/path?/file', '/a.pdf', '/a.pdf?b', '/a.pdfx'],
    open: ['/path', '/pathfile', '/file', '/apath/file', '/pdf'],
  },
  'the end': {
    file: lines('User-agent: *', 'Disallow: /*.gif$', 'Disallow: /exactly$'),
    closed: ['/a.gif', '/a.gif.gif', '/exactly'],
    open: ['/a.gif?b', '/a.gifs', '/exactly/', '/exactl'],
  },
  'pieces may not lie over one another': {
    file: lines('User-agent: *', 'Disallow: /aba*aba$', 'Disallow: /x*yy*y$'),
    closed: ['/abaaba', '/abacaba', '/xyyy', '/xyy-y'],
    open: ['/aba', '/ababa', '/xyy'],
  },
  'a wildcard before the end, and several': {
    file: lines('User-agent: *', 'Disallow: /a*$', 'Disallow: /**b'),
    closed: ['/a', '/a/c', '/b', '/cb'],
    open: ['/c'],
  },
  'escapes are brought into one form (2.2.2)': {
    file: lines(
      'User-agent: *',
      'Disallow: /foo/bar/ツ',
      'Disallow: /a/%62ar',
      'Disallow: /c%2fd',
      'Disallow: /e/%e3%83%84',
    ),
    closed: ['/foo/bar/%E3%83%84', '/foo/bar/ツ', '/a/bar', '/a/%62%61r', '/c%2Fd', '/e/%E3%83%84', '/e/ツ'],
    open: ['/c/d', '/c%2dd'],
  },
  'wildcards that are none (5.1)': {
    file: lines('User-agent: *', 'Disallow: /a/%2A', 'Disallow: /b/%24', 'Disallow: /c$d'),
    closed: ['/a/*', '/a/%2a', '/b/$', '/b/%24', '/c$d'],
    open: ['/a/b', '/b/c', '/c'],
  },
  'what follows the question mark': {
    file: lines('User-agent: *', 'Disallow: /*?print='),
    closed: ['/a?print=1'],
    open: ['/a', '/a?b'],
  },
  'a path without its slash': {
    file: lines('User-agent: *', 'Disallow: news'),
    closed: ['/news'],
    open: ['/a'],
  },
};
