/** What other hosts send, and the file that it is taken for; null for what no story comes as. */
interface Case {
  readonly url?: string;
  readonly contentType: string | null;
  readonly body?: string;
  readonly expected: object | null;
}

const PAGE = '<!doctype html><title>A</title><p>Words</p>';
const NINJS = '{"uri": "urn:a", "standard": {"name": "ninjs", "version": "3.1"}, "headlines": []}';
const NITF = '<?xml version="1.0"?><nitf><body><body.content><p>Words</p></body.content></body></nitf>';

export const fetchedCases: Readonly<Record<string, Case>> = {
  'a page': { contentType: 'text/html', body: PAGE, expected: { format: 'html', name: 'ferry.html' } },
  'its charset': {
    contentType: 'Text/HTML; Charset="ISO-8859-1"; x=y',
    body: PAGE,
    expected: { format: 'html', charset: 'ISO-8859-1' },
  },
  'a name of its own': {
    url: 'https://paper.example/2026/ferry%20sinks.HTM?a=b',
    contentType: 'text/html',
    expected: { name: 'ferry sinks.HTM' },
  },
  'the front page': {
    url: 'https://paper.example/',
    contentType: 'text/html',
    expected: { name: 'paper.example.html' },
  },
  'a name with broken escapes': {
    url: 'https://paper.example/a%ff',
    contentType: 'text/html',
    expected: { name: 'a%ff.html' },
  },
  'a name with slashes in it': {
    url: 'https://paper.example/..%2f..%2Fa%5cb',
    contentType: 'text/html',
    expected: { name: '.. .. a b.html' },
  },
  'a very long name': {
    url: `https://paper.example/${'a'.repeat(400)}`,
    contentType: 'text/html',
    expected: { name: `${'a'.repeat(240)}.html` },
  },
  'a page of XHTML': { contentType: 'application/xhtml+xml', body: PAGE, expected: { format: 'html' } },
  'a page without a type': { contentType: null, body: PAGE, expected: { format: 'html' } },
  'a page as mere bytes': {
    contentType: 'application/octet-stream',
    body: PAGE,
    expected: { format: 'html' },
  },
  'plain text': {
    contentType: 'text/plain; charset=utf-8',
    body: 'Words',
    expected: { format: 'text', name: 'ferry.txt', charset: 'utf-8' },
  },
  'plain text that looks like a page': {
    contentType: 'text/plain',
    body: PAGE,
    expected: { format: 'text' },
  },
  ninjs: {
    contentType: 'application/json; charset=utf-8',
    body: NINJS,
    expected: { format: 'ninjs', name: 'ferry.json', charset: 'utf-8' },
  },
  'ninjs under a name of its own': {
    contentType: 'application/vnd.paper+json',
    body: NINJS,
    expected: { format: 'ninjs' },
  },
  NITF: { contentType: 'application/xml', body: NITF, expected: { format: 'nitf', name: 'ferry.nitf' } },
  'a broken wire story, by its name': {
    url: 'https://paper.example/a.nitf',
    contentType: 'text/xml',
    body: '<nitf',
    expected: { format: 'nitf', name: 'a.nitf' },
  },
  'a PDF document': {
    contentType: 'application/pdf',
    body: '%PDF-1.7',
    expected: { format: 'pdf', name: 'ferry.pdf' },
  },
  'other JSON': { contentType: 'application/json', body: '{"a": 1}', expected: null },
  'other XML': { contentType: 'application/rss+xml', body: '<rss/>', expected: null },
  'a picture': { contentType: 'image/png', body: 'PNG', expected: null },
  'a picture under the name of a page': {
    url: 'https://paper.example/a.html',
    contentType: 'image/png',
    body: 'PNG',
    expected: null,
  },
  'a film': { contentType: 'video/mp4', expected: null },
  'nothing known': { contentType: null, body: 'Words', expected: null },
  'a type that is none': { contentType: ';;;', body: 'Words', expected: null },
};

/** What a story says of itself, where it was fetched, and by what it is known. */
interface Known {
  readonly says: readonly (readonly [scheme: string, value: string])[];
  readonly source?: string | null;
  readonly address: string;
  readonly expected: readonly string[];
  readonly expectedSource?: string;
  /** What is told of beside the story. */
  readonly beside?: readonly (readonly [name: string, value: string])[];
}
const HERE = 'https://www.paper.example/2026/ferry?from=feed';
const OWN = 'https://paper.example/2026/ferry';

export const knownCases: Readonly<Record<string, Known>> = {
  'nothing said: the address': { says: [], address: HERE, expected: [HERE], expectedSource: HERE },
  'its own address on its own site': {
    says: [['url', OWN]],
    source: OWN,
    address: HERE,
    expected: [OWN],
    expectedSource: OWN,
  },
  'on the site for phones': {
    says: [['url', OWN]],
    source: OWN,
    address: 'https://m.paper.example/a',
    expected: [OWN],
    expectedSource: OWN,
  },
  'within the site': {
    says: [['url', OWN]],
    source: OWN,
    address: 'https://live.paper.example/a',
    expected: [OWN],
    expectedSource: OWN,
  },
  'the address of another site': {
    says: [['url', 'https://other.example/a']],
    source: 'https://other.example/a',
    address: HERE,
    expected: [HERE],
    expectedSource: HERE,
    beside: [['url (as paper.example says)', 'https://other.example/a']],
  },
  'a site whose name ends alike': {
    says: [['url', 'https://per.example/a']],
    source: null,
    address: 'https://paper.example/a',
    expected: ['https://paper.example/a'],
  },
  'no address at all': { says: [['url', 'ferry']], address: HERE, expected: [HERE] },
  'an identifier of a wire is one of its site alone': {
    says: [
      ['uri', 'urn:newsml:a'],
      ['slug', 'ferry'],
    ],
    address: HERE,
    expected: ['urn:newsml:a at paper.example', 'ferry at paper.example'],
    expectedSource: HERE,
    beside: [
      ['uri (as paper.example says)', 'urn:newsml:a'],
      ['slug (as paper.example says)', 'ferry'],
    ],
  },
  'an identifier that pretends to be of another site': {
    says: [['uri', 'urn:newsml:a at other.example']],
    address: HERE,
    expected: ['urn:newsml:a at other.example at paper.example'],
  },
  'an address on its own site, whatever it is called': {
    says: [['guid', OWN]],
    address: HERE,
    expected: [OWN],
    beside: [],
  },
  'the address of another site, whatever it is called': {
    says: [['uri', 'HTTPS://other.example/a']],
    address: HERE,
    expected: [HERE],
    beside: [['uri (as paper.example says)', 'HTTPS://other.example/a']],
  },
  'too long for one of its site': {
    says: [['uri', `urn:${'a'.repeat(496)}`]],
    address: HERE,
    expected: [HERE],
  },
  'what is of another protocol names nothing by its host': {
    says: [['uri', 'tag://paper.example/a']],
    address: HERE,
    expected: ['tag://paper.example/a at paper.example'],
  },
  'a front page names no story': {
    says: [],
    address: 'https://paper.example/',
    expected: [],
    expectedSource: 'https://paper.example/',
  },
};
