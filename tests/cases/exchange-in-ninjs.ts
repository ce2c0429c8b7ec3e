/** ninjs as agencies send it, and what is read from it: a new habit is a new row. */
const uri = 'urn:newsml:tarvo.example:20140108:ferry';
const html = (value: string, role?: string) => ({
  contentType: 'text/html',
  value,
  ...(role ? { role } : {}),
});
const block = (role: string, text: string) => ({ role, text });

export const ninjsCases: Readonly<Record<string, { item: object; expected: object }>> = {
  'ninjs 3: camel case': {
    item: {
      ...{
        uri,
        version: '3',
        versionCreated: '2014-01-08T18:00:00+02:00',
        firstCreated: '2014-01-08T16:00:00Z',
      },
      ...{
        pubStatus: 'usable',
        embargoedUntil: '2014-01-09T00:00:00Z',
        edNote: 'Adds toll.',
        language: 'en-GB',
      },
      ...{ by: 'Ada Moor', located: 'Port Elsen', headlines: [{ role: 'main', value: 'Ferry sinks' }] },
      bodies: [html('<p>It sank.</p>')],
      infoSources: [{ name: 'Tarvo News Agency' }],
      altIds: [{ role: 'slug', value: 'ferry' }],
    },
    expected: {
      ...{ title: 'Ferry sinks', byline: 'Ada Moor', agency: 'Tarvo News Agency', dateline: 'Port Elsen' },
      ...{ publishedAt: '2014-01-08T16:00:00.000Z', versionCreated: '2014-01-08T16:00:00.000Z' },
      ...{ language: 'en-GB', version: '3', status: 'usable', editorialNote: 'Adds toll.' },
      embargoedUntil: '2014-01-09T00:00:00.000Z',
      identifiers: [
        { scheme: 'uri', value: uri },
        { scheme: 'slug', value: 'ferry' },
      ],
      words: [block('headline', 'Ferry sinks'), block('paragraph', 'It sank.')],
    },
  },
  'ninjs 2: small letters': {
    item: {
      ...{ uri, versioncreated: '2014-01-08T16:00:00Z', pubstatus: 'withheld', ednote: 'Hold.' },
      ...{ embargoed: '2014-01-09T00:00:00Z', copyrightholder: 'Tarvo News Agency' },
      headlines: [{ value: 'Ferry sinks' }],
      bodies: [{ contenttype: 'text/plain', value: 'It sank.\n\nNobody knows why.' }],
      altids: [{ role: 'slug', value: 'ferry' }],
    },
    expected: {
      ...{ status: 'withheld', editorialNote: 'Hold.', agency: 'Tarvo News Agency' },
      ...{ embargoedUntil: '2014-01-09T00:00:00.000Z', publishedAt: '2014-01-08T16:00:00.000Z' },
      words: [
        block('headline', 'Ferry sinks'),
        block('paragraph', 'It sank.'),
        block('paragraph', 'Nobody knows why.'),
      ],
    },
  },
  'ninjs 1: one headline, one body': {
    item: { uri, version: 2, headline: 'Ferry sinks', byline: 'Ada Moor', body_xhtml: '<p>It sank.</p>' },
    expected: {
      ...{ title: 'Ferry sinks', byline: 'Ada Moor', version: '2' },
      words: [block('headline', 'Ferry sinks'), block('paragraph', 'It sank.')],
    },
  },
  'the marked-up body comes before the plain one, whatever their order': {
    item: {
      uri,
      bodies: [{ contentType: 'text/plain', value: 'Plain.' }, html('<h2>Toll</h2><p>Marked up.</p>')],
    },
    expected: { title: null, words: [block('heading', 'Toll'), block('paragraph', 'Marked up.')] },
  },
  'the main body comes before others, summaries are none': {
    item: {
      uri,
      bodies: [
        html('<p>Short.</p>', 'summary'),
        html('<p>For phones.</p>', 'mobile'),
        html('<p>Whole.</p>', 'main'),
      ],
    },
    expected: { words: [block('paragraph', 'Whole.')] },
  },
  'an empty body gives way to one with words': {
    item: { uri, bodies: [html('<p> </p>', 'main'), { contentType: 'text/plain', value: 'Words.' }] },
    expected: { words: [block('paragraph', 'Words.')] },
  },
  'bodies of other media types are left to the kept file': {
    item: {
      uri,
      bodies: [
        { contentType: 'application/nitf+xml', value: '<nitf/>' },
        { contentType: 'text/plain', value: 'Words.' },
      ],
    },
    expected: { words: [block('paragraph', 'Words.')] },
  },
  'a headline in HTML is words, a second one its standfirst': {
    item: {
      uri,
      headlines: [
        { role: 'main', contentType: 'text/html', value: '<h1>Ferry <b>sinks</b> &amp; burns</h1>' },
        { role: 'subheadline', value: 'Nine children dead' },
      ],
      bodies: [html('<p>It sank.</p>')],
    },
    expected: {
      title: 'Ferry sinks & burns',
      words: [
        block('headline', 'Ferry sinks & burns'),
        block('standfirst', 'Nine children dead'),
        block('paragraph', 'It sank.'),
      ],
    },
  },
  'a body that begins with its headline has it once': {
    item: {
      uri,
      headlines: [{ value: 'Ferry sinks' }],
      bodies: [html('<h1>Ferry sinks</h1><p>It sank.</p>')],
    },
    expected: { words: [block('headline', 'Ferry sinks'), block('paragraph', 'It sank.')] },
  },
  'fields of the wrong kind are as good as absent': {
    item: {
      uri,
      headlines: 'none',
      by: 7,
      language: 'not a language',
      version: {},
      bodies: [html('<p>Words.</p>')],
    },
    expected: {
      title: null,
      byline: null,
      language: null,
      version: null,
      words: [block('paragraph', 'Words.')],
    },
  },
  'scripts, forms and what is hidden are no words': {
    item: {
      uri,
      bodies: [
        html(
          '<p onclick="x()">It <script>alert(1)</script>sank.<span hidden>Not this.</span></p><style>p{}</style><form><p>Subscribe</p></form>',
        ),
      ],
    },
    expected: { words: [block('paragraph', 'It sank.')] },
  },
  'what the model has no room for is told leaf by leaf': {
    item: {
      ...{ uri, urgency: 2, bodies: [html('<p>Words.</p>')] },
      subjects: [{ name: 'accident', uri: 'http://cv.example/1' }],
      places: [{ name: 'Tarvo', geoJSON: { coordinates: [1.5, 2] } }],
    },
    expected: {
      rest: [
        { name: 'urgency', value: '2' },
        { name: 'subjects[0].name', value: 'accident' },
        { name: 'subjects[0].uri', value: 'http://cv.example/1' },
        { name: 'places[0].name', value: 'Tarvo' },
        { name: 'places[0].geoJSON.coordinates[0]', value: '1.5' },
        { name: 'places[0].geoJSON.coordinates[1]', value: '2' },
      ],
    },
  },
  'where it stands on the web, if an identifier says so': {
    item: {
      uri,
      altIds: [{ role: 'web', value: 'https://tarvo.example/ferry' }],
      bodies: [html('<p>Words.</p>')],
    },
    expected: { sourceUrl: 'https://tarvo.example/ferry' },
  },
};

export const refusedNinjs: Readonly<Record<string, { bytes: string | Uint8Array; problem: string }>> = {
  'cut off': { bytes: '{"uri": "urn:x", "bodies": [', problem: 'FILE_BROKEN' },
  'no JSON': { bytes: 'Ferry sinks', problem: 'FILE_BROKEN' },
  'without a uri': { bytes: '{"headlines": [], "bodies": []}', problem: 'FILE_BROKEN' },
  'a list': { bytes: '[1]', problem: 'FILE_BROKEN' },
  'a picture': {
    bytes: '{"uri": "urn:x", "type": "picture", "bodies": [{"value": "A ferry."}]}',
    problem: 'FILE_NO_STORY',
  },
  'a plan': { bytes: '{"uri": "urn:x", "type": "planning"}', problem: 'FILE_NO_STORY' },
  'without words': { bytes: '{"uri": "urn:x", "headlines": [{"value": "Ferry"}]}', problem: 'EMPTY_STORY' },
  'in no UTF-8': { bytes: Uint8Array.of(0x7b, 0x22, 0xe9, 0x22, 0x7d), problem: 'FILE_ENCODING' },
  'nested without end': { bytes: '['.repeat(200_000), problem: 'FILE_TOO_DEEP' },
  'nested without end in its words': {
    bytes: JSON.stringify({
      uri: 'urn:x',
      bodies: [{ contentType: 'text/html', value: `${'<div>'.repeat(100_000)}x` }],
    }),
    problem: 'FILE_TOO_DEEP',
  },
};
