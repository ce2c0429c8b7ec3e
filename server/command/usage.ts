/** What `--help` prints, and the names of the filters that it explains. */
import type { QueryInput } from '../contract/endpoint.ts';
import type { ExportClaims } from '../contract/exports.ts';
import {
  CLAIM_FORMATS,
  CORRECTION_FORMATS,
  type FormatFacts,
  IMPORT_FORMATS,
  ImportFormat,
  PROOF_FORMATS,
  STORY_FORMATS,
} from '../contract/formats.ts';
import { EXTENSIONS } from '../contract/story-files.ts';

type Filter = Exclude<keyof QueryInput<typeof ExportClaims>, 'format'>;

/** The API's filters as options; a new filter does not compile until it is explained here. */
export const FILTERS: Readonly<Record<Filter, readonly [value: string, words: string]>> = {
  status: ['STATUS', 'claims in this state; `all` for every one that is not withdrawn'],
  verdict: ['VERDICT', 'accurate, inaccurate, disputed, unverifiable or waived (claims only)'],
  kind: ['KIND', 'casualty_count, attribution, source or fact'],
  articleId: ['ID', 'of one story'],
  q: ['WORDS', 'with these words'],
  sourceId: ['ID', 'of one source'],
  assignee: ['ID', 'of one person, or `me`'],
  from: ['DAY', 'marked on this day or later: 2014-01-08'],
  to: ['DAY', 'marked on this day or before'],
  articleQ: ['WORDS', 'of stories with these words'],
  articleStatus: ['STATUS', 'of stories that are checking, signed_off, archived or not_archived'],
  articleMine: ['true', 'of stories that are yours to do'],
};

/** `articleId` as an option: `article-id`. */
export const optionOf = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const lines = (rows: readonly (readonly [string, string])[]) =>
  rows.map(([left, right]) => `  ${left.padEnd(26)}${right}`).join('\n');

const formatLines = (of: string, formats: Readonly<Record<string, FormatFacts>>): [string, string][] =>
  Object.entries(formats).map(([id, { label, use }]) => [
    '',
    `${id.padEnd(18)}${label} of ${of}: ${use.charAt(0).toLowerCase()}${use.slice(1).replace(/\.$/, '')}`,
  ]);

const SETTINGS = `Settings, from the environment:
${lines([
  ['CLAIMDESK_URL', 'where Claimdesk is: https://desk.example (or --url)'],
  ['CLAIMDESK_TOKEN', 'a token of your account; never an option, which others could see'],
])}

It ends with 0 where all was done, 1 where something was refused, 2 where it was asked wrongly, 130 where it was
stopped.
`;

const URL_OPTION = ['--url URL', 'instead of CLAIMDESK_URL'] as const;

export const USAGE = {
  claimdesk: `Usage: claimdesk COMMAND [options]

${lines([
  ['import FILE...', 'bring in stories, or a newer text of one'],
  ['export [claims]', 'write claims to a file: the verified ones, or as filters say'],
  ['export corrections', 'write corrections to a file'],
  ['export story', 'write a story to a file'],
  ['export proof', 'write the checking proof of a story to a file'],
  ['verify FILE...', 'is this a file that left the desk, and does it still hold'],
])}

\`claimdesk COMMAND --help\` says more.

${SETTINGS}`,

  import: `Usage: claimdesk import [options] FILE | ADDRESS...

Brings in stories: text files in UTF-8 and files of the formats below, of folders all files in them called as these are,
archives (.zip) of such files, versions of a story in the order of their versions, and pages of the web by their addresses
(https://…), which the desk fetches where that is switched on; and stories that another Claimdesk exported, as documents or
as packages with their files (.claimdesk.zip), which come in whole and as they are. One line for each, parted by tabs: what became of it (new,
already, would, newer, refused), the story's id, the file, the title or the reason. What the desk has already is left alone,
so it may be run again, wherever it was stopped; a file that is a
newer version of a story becomes that story's next text. The token needs the scopes read and stories.

${lines(ImportFormat.options.map((format) => [EXTENSIONS[format].join(' '), IMPORT_FORMATS[format].use]))}

${lines([
  ['--newer ID', 'the text file is a newer text of this story'],
  ['--arrived WORDS', 'with --newer: what it came as, “AFP lead 2”; then it ends a sign-off'],
  ['--restricted', 'for the people named on each story alone: at first, you'],
  ['--language TAG', 'the language, where it should not be guessed: en, pt-BR'],
  ['--keep-furniture', 'keep what belongs to a web page and not to a story'],
  ['--dry-run', 'say what would be done, and store nothing'],
  URL_OPTION,
])}

${SETTINGS}`,

  export: `Usage: claimdesk export [claims | corrections] [options]
       claimdesk export [story | proof] --article-id ID [options]

Writes a list or a story to standard output, or with --out to a file that is there whole or not at all. Of the file it then prints,
parted by tabs: exported, rows, SHA-256, name. The token needs the scope export, for a proof read.

${lines([
  ['--out FILE', 'write to this file'],
  ['--manifest', 'with --out: beside it, as FILE.manifest.json, what the desk recorded of it (scope export)'],
  ['--format FORMAT', 'one of these; csv where none is named, of a story claimdesk, of a proof html'],
  ...formatLines('claims', CLAIM_FORMATS),
  ...formatLines('corrections', CORRECTION_FORMATS),
  ...formatLines('a story', STORY_FORMATS),
  ...formatLines('a proof', PROOF_FORMATS),
  ...Object.entries(FILTERS).map(([name, [value, words]]): [string, string] => [
    `--${optionOf(name)} ${value}`,
    words,
  ]),
  URL_OPTION,
])}

${SETTINGS}`,

  verify: `Usage: claimdesk verify FILE...
       claimdesk verify --story ID
       claimdesk verify --history

Holds exported files to the desk's record, by their SHA-256: whole (it left the desk so, and its claims stand as it
says), outdated (so it left, and claims of it changed since), unknown (changed, cut off, or from elsewhere). The files
are not sent. The token needs the scope read.

${lines([
  ['--story ID', 'is the story’s current text the one that is signed off'],
  ['--history', 'let the server walk the chains of its whole history (admins)'],
  URL_OPTION,
])}

${SETTINGS}`,
} as const;
