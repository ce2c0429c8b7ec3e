/**
 * Every format in which something leaves the desk or comes to it: the one list that the API, the pages, the command line
 * and the documentation read. What reads and writes them stands in maps whose keys are these names, so that one without
 * the other does not compile.
 */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const ExportFormat = z.enum([
  'csv',
  'xlsx',
  'json',
  'jsonl',
  'jsonld',
  'claimreview',
  'claimreview-html',
  'claimreview-feed',
  'ucdp-ged',
  'ibc',
]);
export type ExportFormat = z.infer<typeof ExportFormat>;

export const CorrectionFormat = z.enum(['txt', 'csv', 'json']);
export type CorrectionFormat = z.infer<typeof CorrectionFormat>;

export const ProofFormat = z.enum(['html', 'docx', 'markdown']);
export type ProofFormat = z.infer<typeof ProofFormat>;

export const ImportFormat = z.enum(['text', 'ninjs', 'newsml-g2', 'nitf', 'html', 'docx', 'pdf', 'markdown']);
export type ImportFormat = z.infer<typeof ImportFormat>;

/** A story whole: with everything in it, or as a news item. */
export const StoryFormat = z.enum(['claimdesk', 'claimdesk-package', 'ninjs']);
export type StoryFormat = z.infer<typeof StoryFormat>;

/** What is told of a format. */
export interface FormatFacts {
  readonly label: string;
  /** As it is sent, with its parameters. */
  readonly mediaType: string;
  /** Of a file's name, without the full stop. */
  readonly extension: string;
  /** One sentence: what it is for. */
  readonly use: string;
  /** What of the desk's own it cannot carry, or what of it the desk has no room for: a list for people. */
  readonly cannot: readonly string[];
}

const CSV = {
  label: 'CSV',
  mediaType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
} as const;
const JSON_FILE = {
  label: 'JSON',
  mediaType: 'application/json; charset=utf-8',
  extension: 'json',
} as const;

/** What no list of claims carries, whatever its format. */
const NOT_IN_LISTS = [
  'who a confidential source is',
  'earlier revisions of the text, and earlier verdicts',
  'comments',
  'who may do what',
] as const;

const NOT_IN_REVIEWS = [
  ...NOT_IN_LISTS,
  'claims of a story without a public address, and those without a verdict that holds or waived: they are left out',
  'reasons and evidence: they are the desk’s own',
  'numbers and other details',
] as const;

const NOT_IN_TABLES = [
  ...NOT_IN_LISTS,
  'counts of injured, missing or other people, those whose words are gone from the text, and claims of other kinds: they are left out',
  'deaths twice: parts stand in the row of their whole; tolls over time, and what a headline repeats, beside the columns that are added up',
  'one incident in several stories as one: each story has a row of its own',
  'coordinates and sides: a story’s words do not say them, and their cells are empty',
  'words that begin as a formula does: they get an apostrophe in front',
  'when it was made, by whom and with which filters',
] as const;

/** Lists of claims: the verified ones, or as filters say. */
export const CLAIM_FORMATS: Readonly<Record<ExportFormat, FormatFacts>> = {
  csv: {
    ...CSV,
    use: 'For a spreadsheet, a row for each claim.',
    cannot: [
      ...NOT_IN_LISTS,
      'lists: their items stand below one another in one cell',
      'words that begin as a formula does: they get an apostrophe in front',
      'when it was made, by whom and with which filters',
    ],
  },
  xlsx: {
    label: 'Excel workbook',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    use: 'For a spreadsheet with numbers and dates as such: claims, evidence, sources, the ledger and what it is all from, a sheet each.',
    cannot: [
      ...NOT_IN_LISTS,
      'more than 32,767 characters in one cell: the rest is cut, and a sheet says where',
      'lists: their items stand below one another in one cell',
      'days before March 1900 as dates: they stand as text',
      'more than 4 GB: the file is cut off',
    ],
  },
  json: {
    ...JSON_FILE,
    use: 'For programs that read a file whole, with what was asked for, by whom and when.',
    cannot: NOT_IN_LISTS,
  },
  jsonl: {
    label: 'JSON Lines',
    // https://jsonlines.org: not registered, and always UTF-8.
    mediaType: 'application/jsonl',
    extension: 'jsonl',
    use: 'For programs that read claim by claim, however many.',
    cannot: [...NOT_IN_LISTS, 'when it was made, by whom and with which filters'],
  },
  jsonld: {
    label: 'Web Annotations',
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    extension: 'jsonld',
    use: 'For programs that annotate: a W3C collection, each claim on its words with verdict, evidence and comments.',
    cannot: [
      'who a confidential source is',
      'earlier revisions of the text, and earlier verdicts',
      'who may do what',
      'versions, and evidence that was withdrawn',
      'the words of links between claims: they are ids in the details',
      'details in terms of its own: they stand in it as JSON',
    ],
  },
  claimreview: {
    label: 'ClaimReview',
    mediaType: 'application/ld+json; charset=utf-8',
    extension: 'claimreview.jsonld',
    use: 'For search engines and other fact-checkers: reviews of claims in the terms of Schema, for one’s own pages.',
    cannot: NOT_IN_REVIEWS,
  },
  'claimreview-html': {
    label: 'ClaimReview for a page',
    mediaType: 'text/html; charset=utf-8',
    extension: 'claimreview.html',
    use: 'The same as a piece of HTML to be pasted into the page where the checked story stands.',
    cannot: NOT_IN_REVIEWS,
  },
  'claimreview-feed': {
    label: 'ClaimReview feed',
    mediaType: 'application/ld+json; charset=utf-8',
    extension: 'claimreview.feed.jsonld',
    use: 'The same as a feed, as collections of fact checks fetch it.',
    cannot: NOT_IN_REVIEWS,
  },
  'ucdp-ged': {
    ...CSV,
    label: 'Casualties, UCDP',
    extension: 'ucdp.csv',
    use: 'For whoever counts the dead: a row for each incident, in the columns of UCDP GED.',
    cannot: NOT_IN_TABLES,
  },
  ibc: {
    ...CSV,
    label: 'Casualties, Iraq Body Count',
    extension: 'ibc.csv',
    use: 'The same in the columns of the incidents of Iraq Body Count.',
    cannot: [
      ...NOT_IN_TABLES,
      'civilians alone: the numbers are of everybody, with civilians in a column of their own',
    ],
  },
};

const NOT_IN_CORRECTIONS = ['claims that are not inaccurate', 'comments', 'the text around'] as const;

/** Lists of corrections. */
export const CORRECTION_FORMATS: Readonly<Record<CorrectionFormat, FormatFacts>> = {
  txt: {
    label: 'Plain text',
    mediaType: 'text/plain; charset=utf-8',
    extension: 'txt',
    use: 'For a message to the desk that printed the story.',
    cannot: [...NOT_IN_CORRECTIONS, 'ids and offsets'],
  },
  csv: { ...CSV, use: 'For a spreadsheet, a row for each correction.', cannot: NOT_IN_CORRECTIONS },
  json: { ...JSON_FILE, use: 'For programs.', cannot: NOT_IN_CORRECTIONS },
};

const NOT_IN_PROOFS = [
  'who a confidential source is',
  'earlier revisions of the text, and earlier verdicts',
  'what people said to one another on a mark',
] as const;

/** The proof of one story. */
export const PROOF_FORMATS: Readonly<Record<ProofFormat, FormatFacts>> = {
  html: {
    label: 'HTML',
    mediaType: 'text/html; charset=utf-8',
    extension: 'html',
    use: 'The checked story with a numbered note for each claim, to be printed or kept.',
    cannot: NOT_IN_PROOFS,
  },
  docx: {
    label: 'Word document',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    use: 'The story to go on with in a word processor: each claim is a comment on its words.',
    cannot: [
      ...NOT_IN_PROOFS,
      'claims whose words are no longer in the text as comments: they stand in a list behind it',
      'lines to sign on',
    ],
  },
  markdown: {
    label: 'Markdown',
    mediaType: 'text/markdown; charset=utf-8',
    extension: 'md',
    use: 'The story as plain text with a footnote for each claim at its words, for wikis, repositories and text editors.',
    cannot: [
      ...NOT_IN_PROOFS,
      'where the words of a claim begin: its note repeats them',
      'standfirst and captions as such: they are paragraphs',
      'lines to sign on',
    ],
  },
};

const NOT_IN_STORIES = [
  'who a confidential source is',
  'people as accounts: they are printed names',
  'suggestions on which nobody decided: they are found anew',
  'which lists were exported',
] as const;

/** A whole story; Claimdesk's own goes out and in again: see `stories.ts`. */
export const STORY_FORMATS: Readonly<Record<StoryFormat, FormatFacts>> = {
  claimdesk: {
    label: 'Claimdesk story',
    mediaType: 'application/json; charset=utf-8',
    extension: 'json',
    use: 'For another Claimdesk or an archive: the story with all its texts, claims, checks, evidence, comments and history.',
    cannot: [
      ...NOT_IN_STORIES,
      'the bytes of attached files and of those it arrived as: they are named by their SHA-256',
    ],
  },
  'claimdesk-package': {
    label: 'Claimdesk package',
    mediaType: 'application/zip',
    extension: 'claimdesk.zip',
    use: 'The same with the bytes of its files: a zip of the document and of each file under its SHA-256.',
    cannot: [
      ...NOT_IN_STORIES,
      'files that did not come here with their story: they are named by their SHA-256',
      'more than 4 GB: the file is cut off',
    ],
  },
  ninjs: {
    label: 'ninjs',
    mediaType: 'application/ninjs+json',
    extension: 'ninjs.json',
    use: 'For the system that sent the story, or another one: a news item of ninjs 3, with the verified claims beside it and corrections as a note to editors.',
    cannot: [
      'who a confidential source is',
      'claims that are not verified, comments and history',
      'where in the text a claim stands: it has its words alone',
      'earlier revisions of the text',
      'bold, links, pictures and films of the file that the story arrived as',
      'the number of a version, once its text was changed here',
      'white space within a line beyond a blank',
    ],
  },
};

/** What stories come in. */
export const IMPORT_FORMATS: Readonly<Record<ImportFormat, FormatFacts>> = {
  text: {
    label: 'Plain text',
    mediaType: 'text/plain; charset=utf-8',
    extension: 'txt',
    use: 'A story as it was copied or saved: headline, byline, agency and date are read from its words.',
    cannot: ['bold, links and pictures', 'identifiers: a newer version has to be named as one'],
  },
  ninjs: {
    label: 'ninjs',
    // Not registered; what IPTC's members send it as.
    mediaType: 'application/ninjs+json',
    extension: 'json',
    use: 'A wire story in JSON (IPTC, versions 1 to 3), and newer versions of it by its uri.',
    cannot: [
      'bold, links, tables as tables, pictures and films',
      'several bodies: the main one is the story, the others stay in the kept file',
      'subjects, people, places and rights: they are kept beside the story, and not searched',
    ],
  },
  'newsml-g2': {
    label: 'NewsML-G2',
    mediaType: 'application/vnd.iptc.g2.newsitem+xml',
    extension: 'xml',
    use: 'A wire story in XML with its words in NITF, XHTML or plain text, and newer versions of it by its guid.',
    cannot: [
      'bold, links, tables as tables, pictures and films',
      'packages, and messages of several items: they are sent one at a time',
      'codes of vocabularies: they are kept as they are, not looked up',
      'subjects, people, places and rights: they are kept beside the story, and not searched',
    ],
  },
  nitf: {
    label: 'NITF',
    mediaType: 'application/nitf+xml',
    extension: 'nitf',
    use: 'A story in IPTC’s older markup, and newer versions of it by its doc-id.',
    cannot: [
      'bold, links, tables as tables, pictures and films',
      'the abstract and the tagline: they are kept beside the story',
      'names, places and figures that are marked in the text: they are words like others',
    ],
  },
  html: {
    label: 'HTML',
    mediaType: 'text/html; charset=utf-8',
    extension: 'html',
    use: 'A web page as it was saved: its readable part, with what it says of itself.',
    cannot: [
      'bold, links, tables as tables, pictures and films',
      'what only shows once a script ran: none is run, and nothing is fetched',
      'versions by number: a newer one is told by its address and the time it was changed',
    ],
  },
  docx: {
    label: 'DOCX',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    use: 'A document of a word processor: title, headings, quotations and captions by their styles.',
    cannot: [
      'bold, links, tables as tables and pictures',
      'comments, and what a tracked change took out: changes are taken as accepted',
      'headers and footers; footnotes stand beside the story',
      'identifiers: a newer version has to be named as one',
    ],
  },
  pdf: {
    label: 'PDF',
    mediaType: 'application/pdf',
    extension: 'pdf',
    use: 'A document as it is printed: lines, columns and paragraphs by its own tags, else by where its words stand.',
    cannot: [
      'bold, links, tables as tables and pictures',
      'pages that are pictures: their text has to be recognised before',
      'what runs along the top, the foot or the edge of its pages: it is kept beside the story',
      'for certain where paragraphs end and words were broken, unless it is tagged: it is read from the page',
      'identifiers: a newer version has to be named as one',
    ],
  },
  markdown: {
    label: 'Markdown',
    mediaType: 'text/markdown; charset=utf-8',
    extension: 'md',
    use: 'A story as text editors, wikis and site generators keep it, with what it says of itself in front.',
    cannot: [
      'bold, links, tables as tables and pictures',
      'footnotes: they stand beside the story',
      'what is nested in front of the text: it is kept as it is written',
      'HTML: its tags are left out, and words between them are words like others',
      'more than two million characters, 200,000 lines or 50,000 brackets: it is refused',
    ],
  },
};

/** What a file is made of. */
export const FormatOf = z.enum(['claims', 'corrections', 'proof', 'story']);

/** A format as it is listed. */
export const Format = z.strictObject({
  id: z.string(),
  direction: z.enum(['in', 'out']),
  of: FormatOf,
  label: z.string(),
  mediaType: z.string(),
  extension: z.string(),
  use: z.string(),
  cannot: z.array(z.string()),
});
export type Format = z.infer<typeof Format>;

const listed = (
  direction: Format['direction'],
  of: Format['of'],
  formats: Readonly<Record<string, FormatFacts>>,
): Format[] =>
  Object.entries(formats).map(([id, facts]) => ({ id, direction, of, ...facts, cannot: [...facts.cannot] }));

/** What goes out as ninjs comes in as the file that it is: see `IMPORT_FORMATS`. */
const { ninjs: _item, ...COMES_BACK } = STORY_FORMATS;

/** All of them, those that go out first. */
export const FORMATS: readonly Format[] = [
  ...listed('out', 'claims', CLAIM_FORMATS),
  ...listed('out', 'corrections', CORRECTION_FORMATS),
  ...listed('out', 'proof', PROOF_FORMATS),
  ...listed('out', 'story', STORY_FORMATS),
  ...listed('in', 'story', COMES_BACK),
  ...listed('in', 'story', IMPORT_FORMATS),
];

/** The media types of some formats without parameters, each once: for `media` of an endpoint. */
export const mediaTypesOf = (formats: Readonly<Record<string, FormatFacts>>): string[] => [
  ...new Set(Object.values(formats).map(({ mediaType }) => mediaType.replace(/;.*/s, ''))),
];

export const ListFormats = endpoint('GET /api/formats', {
  summary: 'The formats in which lists and stories leave the desk or come in, and what each cannot carry',
  answer: z.strictObject({ items: z.array(Format) }),
  open: true,
});
