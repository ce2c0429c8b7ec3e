/** NewsML-G2 and NITF as agencies send them, and what is read: a new habit is a new row. */
const block = (role: string, text: string) => ({ role, text });

export const nitfDocument = (body: string, head = '', bodyHead = '') =>
  `<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" xml:lang="en"><head>${head}</head><body><body.head>${bodyHead}</body.head><body.content>${body}</body.content></body></nitf>`;

interface Item {
  attributes?: string;
  meta?: string;
  about?: string;
  content?: string;
}
export const newsItem = ({ attributes = '', meta = '', about = '', content = '' }: Item) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:tarvo.example:20140108:FERRY" ${attributes} standard="NewsML-G2" standardversion="2.35" conformance="power" xml:lang="en-GB">
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:TNA"/>${meta}</itemMeta>
<contentMeta>${about}</contentMeta><contentSet>${content}</contentSet></newsItem>`;

const xhtml = (body: string) =>
  `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>No words</title></head><body>${body}</body></html></inlineXML>`;
const inNitf = (document: string) => `<inlineXML contenttype="application/nitf+xml">${document}</inlineXML>`;
const HEADLINE = '<headline>Ferry sinks</headline>';

export const newsMlCases: Readonly<Record<string, { xml: string; expected: object }>> = {
  'fields of the item, words in XHTML': {
    xml: newsItem({
      attributes: 'version="11"',
      meta: `<versionCreated>2014-01-08T18:25:32+02:00</versionCreated><firstCreated>2014-01-08T13:12:21Z</firstCreated>
        <embargoed>2014-01-09T12:00:00Z</embargoed><pubStatus qcode="stat:withheld"/>
        <edNote>EDITORS: recasts.
          Adds toll.</edNote><link rel="irel:permalink" href="https://tarvo.example/ferry"/>`,
      about: `${HEADLINE}<headline role="hld:subHeadline">Nine children dead</headline><by>Ada Moor</by>
        <dateline>Port Elsen, Jan 8</dateline><language tag="en"/><altId type="idtype:slug">ferry</altId>`,
      content: xhtml(
        '<p>It <em>sank</em>.</p><h2>The toll</h2><blockquote><p>The sea was calm.</p></blockquote>',
      ),
    }),
    expected: {
      ...{
        title: 'Ferry sinks',
        byline: 'Ada Moor',
        agency: 'TNA',
        dateline: 'Port Elsen, Jan 8',
        language: 'en',
      },
      ...{
        version: '11',
        versionCreated: '2014-01-08T16:25:32.000Z',
        publishedAt: '2014-01-08T13:12:21.000Z',
      },
      ...{ embargoedUntil: '2014-01-09T12:00:00.000Z', status: 'withheld' },
      ...{ editorialNote: 'EDITORS: recasts.\nAdds toll.', sourceUrl: 'https://tarvo.example/ferry' },
      identifiers: [
        { scheme: 'guid', value: 'urn:newsml:tarvo.example:20140108:FERRY' },
        { scheme: 'slug', value: 'ferry' },
      ],
      words: [
        block('headline', 'Ferry sinks'),
        block('standfirst', 'Nine children dead'),
        block('paragraph', 'It sank.'),
        block('heading', 'The toll'),
        block('quote', 'The sea was calm.'),
      ],
    },
  },
  'words in NITF, which says what the item does not': {
    xml: newsItem({
      content: inNitf(
        nitfDocument(
          '<p>It sank.</p><hl2>The toll</hl2><media media-type="image"><media-reference source="x.jpg"/><media-caption>The ferry</media-caption></media>',
          '<docdata><doc-id id-string="TNA-7"/></docdata>',
          '<hedline><hl1>Ferry sinks</hl1><hl2>Nine dead</hl2></hedline><byline>By Ada Moor<byttl>Tarvo News</byttl></byline><dateline><location>Port Elsen</location></dateline>',
        ),
      ),
    }),
    expected: {
      ...{ title: 'Ferry sinks', byline: 'Ada Moor', agency: 'TNA', dateline: 'Port Elsen', language: 'en' },
      identifiers: [
        { scheme: 'guid', value: 'urn:newsml:tarvo.example:20140108:FERRY' },
        { scheme: 'doc-id', value: 'TNA-7' },
      ],
      words: [
        block('headline', 'Ferry sinks'),
        block('standfirst', 'Nine dead'),
        block('paragraph', 'It sank.'),
        block('heading', 'The toll'),
        block('caption', 'The ferry'),
      ],
    },
  },
  'the item’s headline comes before that of its NITF': {
    xml: newsItem({
      about: '<headline>Ferry lost</headline>',
      content: inNitf(nitfDocument('<p>It sank.</p>', '', '<hedline><hl1>Ferry sinks</hl1></hedline>')),
    }),
    expected: {
      title: 'Ferry lost',
      words: [block('headline', 'Ferry lost'), block('paragraph', 'It sank.')],
    },
  },
  'words as plain data': {
    xml: newsItem({
      about: HEADLINE,
      content: '<inlineData contenttype="text/plain">It sank.\n\nNobody knows &amp; asks.</inlineData>',
    }),
    expected: {
      words: [
        block('headline', 'Ferry sinks'),
        block('paragraph', 'It sank.'),
        block('paragraph', 'Nobody knows & asks.'),
      ],
    },
  },
  'words as HTML in CDATA': {
    xml: newsItem({
      content: '<inlineData contenttype="text/html"><![CDATA[<p>It <b>sank</b>.<br></p>]]></inlineData>',
    }),
    expected: { words: [block('paragraph', 'It sank.')] },
  },
  'a message with one item': {
    xml: `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>${newsItem({ about: HEADLINE, content: xhtml('<p>It sank.</p>') }).replace(/<\?.*?\?>\s*/, '')}</itemSet></newsMessage>`,
    expected: {
      title: 'Ferry sinks',
      words: [block('headline', 'Ferry sinks'), block('paragraph', 'It sank.')],
    },
  },
  'a prefix for every name': {
    xml: '<n:newsItem xmlns:n="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" version="2"><n:contentSet><n:inlineData>It sank.</n:inlineData></n:contentSet></n:newsItem>',
    expected: { version: '2', words: [block('paragraph', 'It sank.')] },
  },
  'what the model has no room for is told by its path': {
    xml: newsItem({
      meta: '<signal qcode="sig:update"/>',
      about: '<subject qcode="medtop:1"><name xml:lang="en">accident</name></subject>',
      content: xhtml('<p>It sank.</p>'),
    }),
    expected: {
      rest: expect_([
        ['itemmeta/itemclass@qcode', 'ninat:text'],
        ['itemmeta/provider@qcode', 'nprov:TNA'],
        ['itemmeta/signal@qcode', 'sig:update'],
        ['contentmeta/subject@qcode', 'medtop:1'],
        ['contentmeta/subject/name@lang', 'en'],
        ['contentmeta/subject/name', 'accident'],
      ]),
    },
  },
};

function expect_(pairs: readonly (readonly [string, string])[]) {
  return pairs.map(([name, value]) => ({ name, value }));
}

export const nitfCases: Readonly<Record<string, { xml: string; expected: object }>> = {
  'a whole document': {
    xml: nitfDocument(
      '<p>It sank.</p><bq><block><p>The sea was calm.</p></block></bq><table><tr><td>41</td></tr></table>',
      `<title>Slug</title><docdata management-status="embargoed"><doc-id regsrc="TNA" id-string="TNA-7"/><urgency ed-urg="3"/>
        <date.issue norm="20140108T160000+0200"/><date.release norm="20140109T000000Z"/><du-key generation="2" part="1" version="3" key="FERRY"/>
        <ed-msg info="Adds toll."/></docdata>`,
      '<hedline><hl1>Ferry <em>sinks</em></hl1></hedline><note><body.content><p>Hold.</p></body.content></note><byline>By Ada Moor and Ben Ode</byline><distributor>Tarvo News</distributor><dateline><location>Port Elsen</location><story.date>Jan 8</story.date></dateline><abstract><p>A ferry sank.</p></abstract>',
    ),
    expected: {
      ...{
        title: 'Ferry sinks',
        byline: 'Ada Moor and Ben Ode',
        agency: 'Tarvo News',
        dateline: 'Port Elsen',
      },
      ...{ status: 'embargoed', embargoedUntil: '2014-01-09T00:00:00.000Z', version: '2.3', language: 'en' },
      ...{ publishedAt: '2014-01-08T14:00:00.000Z', editorialNote: 'Adds toll.\n\nHold.' },
      identifiers: [{ scheme: 'doc-id', value: 'TNA-7' }],
      words: [
        block('headline', 'Ferry sinks'),
        block('paragraph', 'It sank.'),
        block('quote', 'The sea was calm.'),
        block('paragraph', '41'),
      ],
    },
  },
  'a document type that only names its DTD is passed over': {
    xml: `<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.3/specification/dtd/nitf-3-3.dtd"><nitf><body><body.content><p>It sank.</p></body.content></body></nitf>`,
    expected: { words: [block('paragraph', 'It sank.')] },
  },
  'without a headline its title is one': {
    xml: nitfDocument('<p>It sank.</p>', '<title>Ferry sinks</title>'),
    expected: { title: 'Ferry sinks' },
  },
  'what is longer than a story keeps is cut': {
    xml: nitfDocument(
      '<p>It sank.</p>',
      '',
      `<hedline><hl1>${'x'.repeat(600)}</hl1></hedline><distributor>${'x'.repeat(600)}</distributor><dateline>${'🚢'.repeat(200)}</dateline>`,
    ),
    expected: {
      title: `${'x'.repeat(499)}…`,
      agency: `${'x'.repeat(199)}…`,
      dateline: `${'🚢'.repeat(149)}…`,
    },
  },
};

const BOMB = `<!DOCTYPE nitf [${Array.from({ length: 9 }, (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`).join('')}]>`;
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const STORY = nitfDocument('<p>Le café a coulé.</p>');

/** One story in many encodings: its words are the same. */
export const xmlEncodings: Readonly<Record<string, Uint8Array>> = {
  'UTF-8 that says nothing': Buffer.from(STORY),
  'UTF-8 with a mark': Buffer.from(`\ufeff${STORY}`),
  'ISO 8859-1 that says so': Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${STORY}`, 'latin1'),
  'Windows-1252 that says so': Buffer.from(`<?xml version='1.0' encoding='windows-1252'?>${STORY}`, 'latin1'),
  'UTF-16 with a mark': utf16(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${STORY}`),
  'UTF-16 with a mark, the other way round': utf16(`\ufeff${STORY}`).swap16(),
  'UTF-16 without a mark': utf16(`<?xml version="1.0" encoding="UTF-16"?>${STORY}`),
};

export const refusedXml: Readonly<Record<string, { xml: string | Uint8Array; problem: string }>> = {
  'cut off': { xml: STORY.slice(0, -10), problem: 'FILE_BROKEN' },
  'tags that cross': { xml: '<nitf><p><b></p></b></nitf>', problem: 'FILE_BROKEN' },
  'two roots': { xml: '<nitf/><nitf/>', problem: 'FILE_BROKEN' },
  nothing: { xml: ' ', problem: 'FILE_BROKEN' },
  'other XML': { xml: '<rss><channel/></rss>', problem: 'FILE_BROKEN' },
  'an entity that XML does not know': { xml: '<nitf>&nbsp;</nitf>', problem: 'FILE_BROKEN' },
  'a bomb of entities': { xml: `${BOMB}<nitf>&a9;</nitf>`, problem: 'FILE_ENTITIES' },
  'an entity of a file': {
    xml: '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body><body.content><p>&x;</p></body.content></body></nitf>',
    problem: 'FILE_ENTITIES',
  },
  'an entity of a parameter': {
    xml: '<!DOCTYPE nitf [<!ENTITY % x SYSTEM "http://x.example/">%x;]><nitf/>',
    problem: 'FILE_ENTITIES',
  },
  'nesting without end': { xml: `<nitf>${'<p>'.repeat(50_000)}`, problem: 'FILE_TOO_DEEP' },
  'more elements than any story has': {
    xml: `<nitf>${'<p/>'.repeat(200_001)}</nitf>`,
    problem: 'FILE_TOO_DEEP',
  },
  'UTF-8 that it is not': { xml: Buffer.from('<nitf>caf\u00e9</nitf>', 'latin1'), problem: 'FILE_ENCODING' },
  'an encoding that is not read': {
    xml: '<?xml version="1.0" encoding="EBCDIC-CP-US"?><nitf/>',
    problem: 'FILE_ENCODING',
  },
  'a headline alone': {
    xml: nitfDocument('', '', '<hedline><hl1>Ferry</hl1></hedline>'),
    problem: 'EMPTY_STORY',
  },
};

export const refusedNewsMl: Readonly<Record<string, { xml: string; problem: string }>> = {
  'a picture': {
    xml: newsItem({ content: '<remoteContent href="x.jpg"/>' }).replace('ninat:text', 'ninat:picture'),
    problem: 'FILE_NO_STORY',
  },
  'a package': {
    xml: '<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>',
    problem: 'FILE_NO_STORY',
  },
  'a message of two': {
    xml: '<newsMessage><itemSet><newsItem/><newsItem/></itemSet></newsMessage>',
    problem: 'FILE_NO_STORY',
  },
  'words elsewhere': { xml: newsItem({ content: '<remoteContent href="x.html"/>' }), problem: 'EMPTY_STORY' },
  'words in base64': {
    xml: newsItem({
      content: '<inlineData contenttype="text/plain" encoding="enc:base64">SXQ=</inlineData>',
    }),
    problem: 'EMPTY_STORY',
  },
  'HTML that nests without end': {
    xml: newsItem({
      content: `<inlineData contenttype="text/html"><![CDATA[${'<div>'.repeat(9000)}]]></inlineData>`,
    }),
    problem: 'FILE_TOO_DEEP',
  },
};
