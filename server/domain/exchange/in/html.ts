/** A web page: its readable part, with what it says of itself. Nothing is fetched and no script runs. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { z } from 'zod';
import { readByline } from '../../text/byline.ts';
import { decode } from './decode.ts';
import { htmlTree } from './html-tree.ts';
import { blocksOf, type Element, type Node, oneLine, textOf } from './markup.ts';
import { type Imported, type Read, unread } from './model.ts';
import { hasBody, withHead } from './nitf.ts';
import { isOfOneStory } from './story-address.ts';
import { identifierOf, languageOf, lineOf, restOf, timeOf, webAddressOf } from './values.ts';

/** Elements of a page in which its readable part is looked for: that takes longer than reading it. */
const MAX_LOOKED_AT = 20_000;

/** FILE_ENCODING, FILE_TOO_DEEP, EMPTY_STORY where nothing is readable. */
export function readHtml(bytes: Uint8Array, charset?: string): Read {
  // What was sent with it counts more than what stands in it (HTML, 13.2.3.2).
  const decoded = decode(bytes, charset ?? charsetOf(bytes));
  if (!decoded.ok) return unread('FILE_ENCODING');
  const tree = htmlTree(decoded.text);
  if (tree === null) return unread('FILE_TOO_DEEP');
  const page = pageOf(tree);
  const article = readablePart(decoded.text, page.elements);
  const content = article === null ? null : htmlTree(article.content);
  const inArticle = content === null ? [] : blocksOf(content);
  const body = inArticle.length > 0 ? inArticle : blocksOf(tree);
  const story = storyOf(page, article, body);
  return hasBody(story) ? { ok: true, story } : unread('EMPTY_STORY');
}

/** As the page declares it, within its first 1,024 bytes (HTML, 4.2.5.5). */
function charsetOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return (
    /<meta[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /^<\?xml\s[^>]{0,100}?encoding\s*=\s*["']([\w.-]+)/.exec(head)?.[1] ??
    null
  );
}

interface Page {
  readonly elements: number;
  readonly language: string | null;
  readonly title: string | null;
  readonly canonical: string | null;
  /** By name or property in lower case, in the order of the page. */
  readonly metas: readonly (readonly [name: string, content: string])[];
  /** Objects of JSON-LD, those within others too. */
  readonly data: readonly Readonly<Record<string, unknown>>[];
}

function pageOf(tree: readonly Node[]): Page {
  let elements = 0;
  let language: string | null = null;
  let title: string | null = null;
  let canonical: string | null = null;
  const metas: [string, string][] = [];
  const data: Readonly<Record<string, unknown>>[] = [];
  const look = (node: Node): void => {
    if (typeof node === 'string') return;
    elements += 1;
    const { name, attributes, children } = node;
    if (name === 'html') language ??= languageOf(attributes.get('lang'));
    else if (name === 'title') title ??= lineOf(oneLine(wordsIn(node)), 500);
    else if (name === 'link' && /\bcanonical\b/i.test(attributes.get('rel') ?? ''))
      canonical ??= webAddressOf(attributes.get('href'));
    else if (name === 'meta') {
      const of = attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop') ?? '';
      const content = attributes.get('content') ?? '';
      if (of !== '' && content !== '') metas.push([of.toLowerCase(), content]);
    } else if (name === 'script' && attributes.get('type')?.toLowerCase() === 'application/ld+json')
      data.push(...objectsIn(wordsIn(node)));
    for (const child of children) look(child);
  };
  for (const node of tree) look(node);
  return { elements, language, title, canonical, metas, data };
}

/** Of elements whose content is no flow of text. */
const wordsIn = ({ children }: Element): string => children.map((child) => textOf(child)).join('');

/** Deep enough for `@graph` and what it holds. */
const MAX_LD_DEPTH = 8;

function objectsIn(json: string): Readonly<Record<string, unknown>>[] {
  const found: Readonly<Record<string, unknown>>[] = [];
  const look = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > MAX_LD_DEPTH) return;
    if (!Array.isArray(value)) found.push({ ...value });
    for (const one of Object.values(value)) look(one, depth + 1);
  };
  try {
    look(JSON.parse(json), 0);
  } catch {
    // What a page says of itself badly it has not said.
  }
  return found;
}

interface Readable {
  readonly content: string;
  readonly title: string | null;
  readonly byline: string | null;
}

/** Null where there is none, or too much to look through: then all of the page is taken. */
function readablePart(html: string, elements: number): Readable | null {
  if (elements > MAX_LOOKED_AT) return null;
  try {
    const { document } = parseHTML(html);
    const article = new Readability(document, { maxElemsToParse: MAX_LOOKED_AT }).parse();
    if (article === null || article.content == null) return null;
    return { content: article.content, title: article.title ?? null, byline: article.byline ?? null };
  } catch {
    // It gives up on pages that are hardly any. Their words are taken as they stand.
    return null;
  }
}

const Words = z.string().nullish().catch(null);
const Named = z
  .union([z.string(), z.object({ name: Words })])
  .nullish()
  .catch(null);
const NewsArticle = z.object({
  '@type': z.union([z.string(), z.array(z.string())]).catch(''),
  headline: Words,
  alternativeHeadline: Words,
  author: z.union([z.array(Named), Named]).catch(null),
  publisher: Named,
  datePublished: Words,
  dateModified: Words,
  dateline: Words,
  inLanguage: Words,
  url: Words,
  mainEntityOfPage: z
    .union([z.string(), z.object({ '@id': Words })])
    .nullish()
    .catch(null),
});
type NewsArticle = z.output<typeof NewsArticle>;

const isArticle = ({ '@type': type }: NewsArticle): boolean =>
  [type].flat().some((one) => /(?:Article|Report|BlogPosting)$/.test(one));

const nameOf = (of: NewsArticle['publisher']): string | null =>
  lineOf(typeof of === 'string' ? of : of?.name, 200);

function storyOf(page: Page, article: Readable | null, body: ReturnType<typeof blocksOf>): Imported {
  const news = page.data
    .map((one) => NewsArticle.safeParse(one).data)
    .find((one) => one !== undefined && isArticle(one));
  const meta = (...names: string[]) => page.metas.find(([name]) => names.includes(name))?.[1];
  const title = lineOf(
    news?.headline ?? meta('og:title', 'twitter:title') ?? article?.title ?? page.title,
    500,
  );
  const published = timeOf(news?.datePublished) ?? timeOf(meta(...PUBLISHED));
  const modified = timeOf(news?.dateModified) ?? timeOf(meta(...MODIFIED));
  const address = addressOf(page, news, meta('og:url'));
  return {
    title,
    byline:
      bylineOf(news) ??
      signed(meta('author', 'byl', 'parsely-author', 'dc.creator')) ??
      signed(article?.byline),
    agency: nameOf(news?.publisher) ?? lineOf(meta('og:site_name', 'application-name'), 200),
    dateline: lineOf(news?.dateline, 300),
    publishedAt: published ?? modified,
    language: languageOf(news?.inLanguage) ?? page.language ?? languageOf(meta('og:locale')),
    sourceUrl: address,
    editorialNote: null,
    status: null,
    embargoedUntil: null,
    identifiers: isOfOneStory(address) ? identifierOf('url', address) : [],
    version: null,
    versionCreated: modified ?? published,
    words: withHead(
      title,
      lineOf(news?.alternativeHeadline, 2000),
      body.filter(({ text }, index) => index > 2 || text !== title),
    ),
    rest: restOf([
      ...page.metas.filter(([name]) => !/^(?:viewport|csrf|google-|msapplication|theme-color)/.test(name)),
    ]),
  };
}

const PUBLISHED = [
  'article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'pubdate',
  'parsely-pub-date',
];
const MODIFIED = ['article:modified_time', 'datemodified', 'og:updated_time', 'last-modified', 'lastmod'];

function bylineOf(news: NewsArticle | undefined): string | null {
  const authors = [news?.author ?? []].flat();
  return lineOf(
    authors
      .map((one) => nameOf(one) ?? '')
      .filter((name) => name !== '')
      .join(', '),
    500,
  );
}

/** Facebook's authors are addresses. */
function signed(words: string | null | undefined): string | null {
  const line = lineOf(words, 500);
  if (line === null || /^https?:/.test(line)) return null;
  return readByline(line)?.byline ?? line;
}

function addressOf(
  { canonical }: Page,
  news: NewsArticle | undefined,
  shared: string | undefined,
): string | null {
  const main = news?.mainEntityOfPage;
  return (
    canonical ??
    webAddressOf(typeof main === 'string' ? main : main?.['@id']) ??
    webAddressOf(news?.url) ??
    webAddressOf(shared)
  );
}
