/** Markdown: stories as text editors, wikis and site generators keep them. */
import { MAX_STORY_BYTES } from '../../../contract/articles.ts';
import { PROOF_KEY } from '../proof/markdown.ts';
import { decode } from './decode.ts';
import { blocksIn, wordsOf } from './markdown/blocks.ts';
import { type FrontMatter, frontMatterOf } from './markdown/front-matter.ts';
import { lineTokens, type Marked, markdownTokens } from './markdown/tokens.ts';
import { type Imported, type ImportedBlock, type Read, unread } from './model.ts';
import { identifierOf, languageOf, lineOf, proseOf, restOf, timeOf, webAddressOf } from './values.ts';

/** UTF-16 code units: no story has more bytes, and signs that open much and close nothing take long. */
const MOST = MAX_STORY_BYTES;
/** Brackets that open, and lines: some seconds of work at the most. The longest stories have some thousands. */
const MOST_OPEN = 50_000;
const MOST_LINES = 200_000;

function isEndless(text: string): boolean {
  if (text.length > MOST) return true;
  let [open, lines] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '[') open += 1;
    else if (text[at] === '\n') lines += 1;
  }
  return open > MOST_OPEN || lines > MOST_LINES;
}

/** Whether a text begins with what files of Markdown say of themselves; without that it is told by its name. */
export const isMarkdown = (text: string): boolean =>
  text.startsWith('---') && frontMatterOf(tidied(text)).values.size > 0;

const tidied = (text: string): string => text.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n');

/** FILE_ENCODING for what is neither UTF-8 nor UTF-16 with its mark, FILE_TAKES_LONG for what is too long, or opens too much, to be followed. */
export function readMarkdown(bytes: Uint8Array): Read {
  const decoded = decode(bytes);
  if (!decoded.ok) return unread('FILE_ENCODING', 'Markdown is in UTF-8');
  const text = tidied(decoded.text);
  if (isEndless(text)) return unread('FILE_TAKES_LONG');
  const front = frontMatterOf(text);
  const marked = markdownTokens(text.slice(front.end));
  const body = blocksIn(storyIn(marked, front));
  return body.length === 0 ? unread('EMPTY_STORY') : { ok: true, story: storyOf(body, front, marked) };
}

const isProof = ({ values }: FrontMatter): boolean => values.has(PROOF_KEY.replace('-', ''));

/** Of a proof that Claimdesk made, what stands before its first rule; of any other file all. */
function storyIn({ tokens }: Marked, front: FrontMatter): Marked['tokens'] {
  const rule = tokens.findIndex(({ type, level }) => type === 'hr' && level === 0);
  return isProof(front) && rule >= 0 ? tokens.slice(0, rule) : tokens;
}

/** What keys are called in files of different programs, the first that is there counts. */
const KEYS = {
  title: ['title', 'headline'],
  standfirst: ['standfirst', 'subtitle', 'dek'],
  byline: ['byline', 'author', 'authors', 'by'],
  agency: ['agency', 'source', 'publisher'],
  dateline: ['dateline', 'location'],
  publishedAt: ['date', 'published', 'publishedat', 'publishdate', 'pubdate', 'datepublished'],
  versionCreated: ['lastmod', 'updated', 'updatedat', 'modified', 'datemodified'],
  language: ['lang', 'language', 'locale'],
  sourceUrl: ['url', 'canonical', 'canonicalurl', 'sourceurl', 'permalink', 'link'],
  editorialNote: ['ednote', 'editorialnote'],
  status: ['status', 'pubstatus'],
  embargoedUntil: ['embargo', 'embargoed', 'embargoeduntil'],
  version: ['version'],
  uri: ['uri'],
  guid: ['guid'],
} as const;
const TAKEN: ReadonlySet<string> = new Set([...Object.values(KEYS).flat(), PROOF_KEY.replace('-', '')]);

function storyOf(body: readonly ImportedBlock[], front: FrontMatter, { notes }: Marked): Imported {
  const told = (name: keyof typeof KEYS): string | null =>
    KEYS[name].flatMap((key) => front.values.get(key)?.join(', ') ?? [])[0] ?? null;
  const [first] = body;
  const named = lineOf(told('title'), 500);
  const title = named ?? (first?.role === 'headline' ? lineOf(first.text, 500) : null);
  return {
    title,
    byline: lineOf(told('byline'), 500),
    agency: lineOf(told('agency'), 200),
    dateline: lineOf(told('dateline'), 300),
    publishedAt: momentOf(told('publishedAt')),
    language: languageOf(told('language')),
    sourceUrl: webAddressOf(told('sourceUrl')),
    editorialNote: proseOf(told('editorialNote'), 5000),
    status: lineOf(told('status'), 100),
    embargoedUntil: momentOf(told('embargoedUntil')),
    identifiers: [...identifierOf('uri', told('uri')), ...identifierOf('guid', told('guid'))],
    version: lineOf(told('version'), 100),
    versionCreated: momentOf(told('versionCreated')),
    words: [...(isProof(front) ? [] : headOf(body, title, lineOf(told('standfirst'), 2000))), ...body],
    rest: restOf([
      ...front.said.filter(([key]) => !TAKEN.has(key.toLowerCase().replace(/[-_]/g, ''))),
      ...[...notes].map(([label, words]) => [`footnote ${label}`, wordsOf(lineTokens(words))] as const),
    ]),
  };
}

/** Also as YAML writes it: "2014-01-09 10:00:00 +0100". */
const momentOf = (value: string | null): string | null =>
  timeOf(value?.replace(/^(\d{4}-\d{2}-\d{2})[ \t]+(?=\d)/, '$1T').replace(/[ \t]+(?=[+-]\d|Z$)/, ''));

/** What only the front matter has of the story's head. */
function headOf(
  body: readonly ImportedBlock[],
  title: string | null,
  standfirst: string | null,
): ImportedBlock[] {
  if (body[0]?.role === 'headline') return [];
  return [
    ...(title === null ? [] : [{ role: 'headline', text: title } as const]),
    ...(standfirst === null ? [] : [{ role: 'standfirst', text: standfirst } as const]),
  ];
}
