/** Web pages as they are saved, and what is read from them: a new habit is a new row. */
const block = (role: string, text: string) => ({ role, text });
/** Long enough to be taken for the readable part. */
export const SENTENCE =
  'A ferry with 120 passengers sank off Port Elsen on Wednesday, and at least 41 people died, the harbour office said, while boats went on looking for others in the dark.';
const paragraphs = [SENTENCE, SENTENCE.replace('Wednesday', 'Tuesday'), SENTENCE.replace('120', '130')];

export const page = (head: string, body = paragraphs.map((text) => `<p>${text}</p>`).join('')) =>
  `<!doctype html><html lang="en-GB"><head><title>Ferry sinks | Tarvo News</title>${head}</head><body>
  <header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
  <main><article><h1>Ferry sinks</h1>${body}</article></main>
  <aside><a href="/x">Most read</a></aside><footer><p>© Tarvo News</p></footer></body></html>`;

const LD = {
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'WebSite', name: 'Tarvo News' },
    {
      '@type': 'NewsArticle',
      headline: 'Ferry sinks off Port Elsen',
      author: [
        { '@type': 'Person', name: 'Ada Moor' },
        { '@type': 'Person', name: 'Ben Ode' },
      ],
      publisher: { '@type': 'Organization', name: 'Tarvo News Agency' },
      datePublished: '2014-01-08T16:00:00+02:00',
      dateModified: '2014-01-08T18:00:00+02:00',
      dateline: 'PORT ELSEN',
      inLanguage: 'en',
      mainEntityOfPage: { '@id': 'https://tarvo.example/ferry' },
    },
  ],
};

export const htmlCases: Readonly<Record<string, { html: string; expected: object }>> = {
  'what the page says of itself in JSON-LD': {
    html: page(`<script type="application/ld+json">${JSON.stringify(LD)}</script>`),
    expected: {
      ...{ title: 'Ferry sinks off Port Elsen', byline: 'Ada Moor, Ben Ode', agency: 'Tarvo News Agency' },
      ...{
        publishedAt: '2014-01-08T14:00:00.000Z',
        versionCreated: '2014-01-08T16:00:00.000Z',
        language: 'en',
      },
      ...{ dateline: 'PORT ELSEN', sourceUrl: 'https://tarvo.example/ferry' },
      identifiers: [{ scheme: 'url', value: 'https://tarvo.example/ferry' }],
    },
  },
  'what it says in its head': {
    html: page(
      '<meta property="og:title" content="Ferry sinks"><meta name="author" content="By Ada Moor"><meta property="og:site_name" content="Tarvo News"><meta property="article:published_time" content="2014-01-08T16:00:00Z"><link rel="canonical" href="https://tarvo.example/ferry"><meta name="keywords" content="ferry, sea">',
    ),
    expected: {
      ...{ title: 'Ferry sinks', byline: 'Ada Moor', agency: 'Tarvo News', language: 'en-GB' },
      ...{ publishedAt: '2014-01-08T16:00:00.000Z', sourceUrl: 'https://tarvo.example/ferry' },
      words: [block('headline', 'Ferry sinks'), ...paragraphs.map((text) => block('paragraph', text))],
    },
  },
  'JSON-LD that is broken is as good as absent': {
    html: page(
      '<script type="application/ld+json">{"@type": "NewsArticle",</script><meta property="og:title" content="Ferry sinks">',
    ),
    expected: { title: 'Ferry sinks' },
  },
  'headings, quotations and captions within the readable part': {
    html: page(
      '<meta property="og:title" content="Ferry sinks">',
      `<p>${paragraphs[0]}</p><h2>The toll</h2><p>${paragraphs[1]}</p><blockquote><p>The sea was calm, and then it was not, and nobody knew where the land was.</p></blockquote><p>${paragraphs[2]}</p>`,
    ),
    expected: {
      words: [
        block('headline', 'Ferry sinks'),
        block('paragraph', paragraphs[0] ?? ''),
        block('heading', 'The toll'),
        block('paragraph', paragraphs[1] ?? ''),
        block('quote', 'The sea was calm, and then it was not, and nobody knew where the land was.'),
        block('paragraph', paragraphs[2] ?? ''),
      ],
    },
  },
  'a front page that calls itself canonical names no story': {
    html: page('<link rel="canonical" href="https://tarvo.example/">'),
    expected: { identifiers: [], sourceUrl: 'https://tarvo.example/' },
  },
  'an address that is none is left out': {
    html: page('<link rel="canonical" href="javascript:alert(1)">'),
    expected: { identifiers: [], sourceUrl: null },
  },
  'a short page is taken as it stands': {
    html: '<html><body><h1>Notice</h1><p>It rained.</p><script>document.write("No.")</script></body></html>',
    expected: { identifiers: [], version: null },
  },
};
