/** NewsML-G2 (https://iptc.org/standards/newsml-g2/): a news item with its words in NITF, in XHTML or as data. */
import { htmlTree } from './html-tree.ts';
import { blocksOf, type Element, oneLine, textOf } from './markup.ts';
import { type Imported, type ImportedBlock, type Read, unread } from './model.ts';
import { hasBody, nitfStory, withHead } from './nitf.ts';
import { paragraphsOf } from './plain.ts';
import { identifierOf, languageOf, lineOf, proseOf, restOf, timeOf, webAddressOf } from './values.ts';
import { all, first, leavesOf, rootOf, xmlTree } from './xml-tree.ts';

const ROOTS: ReadonlySet<string> = new Set([
  'newsitem',
  'newsmessage',
  'packageitem',
  'planningitem',
  'conceptitem',
]);

export const isNewsMl = (text: string): boolean => ROOTS.has(rootOf(text)?.toLowerCase() ?? '');

/**
 * Read a news item, or the one that a news message carries.
 *
 * As `xmlTree` refuses; FILE_NO_STORY for packages, plans, pictures and messages of several items, EMPTY_STORY where the
 * words are elsewhere or missing.
 */
export function readNewsMl(bytes: Uint8Array): Read {
  const tree = xmlTree(bytes);
  if (!tree.ok) return tree.refused;
  const { root } = tree;
  if (!ROOTS.has(root.name)) return unread('FILE_BROKEN', 'its outermost element is none of NewsML-G2');
  const items = root.name === 'newsitem' ? [root] : all(root, 'itemSet', 'newsItem');
  const [item, ...more] = items;
  if (item === undefined) return unread('FILE_NO_STORY', 'it carries no news item');
  if (more.length > 0)
    return unread('FILE_NO_STORY', `it carries ${items.length} news items: send one at a time`);
  const kind = codeOf(first(item, 'itemMeta', 'itemClass'));
  if (kind !== null && !STORIES.has(kind)) return unread('FILE_NO_STORY', `its class is ${kind}`);
  const words = contentOf(item);
  if (words === null) return unread('FILE_TOO_DEEP');
  const story = storyOf(item, words);
  return hasBody(story) ? { ok: true, story } : unread('EMPTY_STORY');
}

const STORIES: ReadonlySet<string> = new Set(['text', 'composite']);

/** The last part of a code: "usable" of `stat:usable` or of a whole address. */
function codeOf(element: Element | undefined): string | null {
  const code =
    element?.attributes.get('qcode') ?? element?.attributes.get('uri') ?? element?.attributes.get('literal');
  return lineOf(code?.replace(/^.*[:/#]/, ''), 100);
}

/** The name that an element gives, else what its code ends with. */
const nameOf = (element: Element | undefined): string | null => {
  const name = first(element, 'name');
  return (name === undefined ? null : lineOf(textOf(name), 200)) ?? codeOf(element);
};

interface Content {
  /** Where the words are NITF, which says more than they. */
  readonly nitf: Imported | null;
  readonly blocks: readonly ImportedBlock[];
  readonly language: string | null;
}

/** The first rendition with words. Null where one nests without end. */
function contentOf(item: Element): Content | null {
  const none: Content = { nitf: null, blocks: [], language: null };
  for (const set of all(item, 'contentSet'))
    for (const part of set.children) {
      if (typeof part === 'string') continue;
      const content =
        part.name === 'inlinexml' ? inlineXml(part) : part.name === 'inlinedata' ? inlineData(part) : none;
      if (content === null || content.blocks.length > 0) return content;
    }
  return none;
}

function inlineXml(part: Element): Content {
  const root = part.children.find((child): child is Element => typeof child !== 'string');
  const language = languageOf(root?.attributes.get('lang') ?? part.attributes.get('lang'));
  if (root === undefined) return { nitf: null, blocks: [], language };
  if (root.name !== 'nitf') return { nitf: null, blocks: blocksOf(part.children), language };
  const nitf = nitfStory(root);
  return { nitf, blocks: typeof nitf.words === 'string' ? [] : nitf.words, language };
}

function inlineData(part: Element): Content | null {
  const type = part.attributes.get('contenttype') ?? 'text/plain';
  const language = languageOf(part.attributes.get('lang'));
  if (part.attributes.has('encoding')) return { nitf: null, blocks: [], language };
  const data = part.children.filter((child) => typeof child === 'string').join('');
  if (!/html/i.test(type))
    return { nitf: null, blocks: /^text\/plain\b/i.test(type) ? paragraphsOf(data) : [], language };
  const tree = htmlTree(data);
  return tree === null ? null : { nitf: null, blocks: blocksOf(tree), language };
}

function storyOf(item: Element, { nitf, blocks, language }: Content): Imported {
  const meta = first(item, 'itemMeta');
  const about = first(item, 'contentMeta');
  const timeIn = (...path: string[]) => {
    const element = first(meta, ...path);
    return element === undefined ? null : timeOf(textOf(element));
  };
  const lineIn = (name: string, max: number) =>
    lineOf(
      all(about, name)
        .map((one) => oneLine(textOf(one)))
        .join(', '),
      max,
    );
  const { main, under } = headlinesOf(about);
  const title = lineOf(main ?? nitf?.title, 500);
  // A NITF story has its headline among its words.
  const body = blocks.filter(({ role }) => nitf === null || (role !== 'headline' && role !== 'standfirst'));
  const nitfUnder = nitf === null ? undefined : blocks.find(({ role }) => role === 'standfirst')?.text;
  return {
    title,
    byline:
      lineIn('by', 500) ??
      nitf?.byline ??
      lineOf(
        all(about, 'creator')
          .map((one) => nameOf(one) ?? '')
          .filter(Boolean)
          .join(', '),
        500,
      ),
    agency:
      nameOf(first(meta, 'provider')) ??
      nitf?.agency ??
      nameOf(first(about, 'infoSource')) ??
      nameOf(first(item, 'rightsInfo', 'copyrightHolder')),
    dateline: lineIn('dateline', 300) ?? nitf?.dateline ?? nameOf(first(about, 'located')),
    publishedAt: timeIn('firstCreated') ?? timeIn('versionCreated') ?? nitf?.publishedAt ?? null,
    language:
      languageOf(first(about, 'language')?.attributes.get('tag')) ??
      language ??
      nitf?.language ??
      languageOf(item.attributes.get('lang')),
    sourceUrl: pageOf(meta),
    editorialNote: proseOf(
      all(meta, 'edNote')
        .map((note) => textOf(note))
        .join('\n\n') || nitf?.editorialNote,
      5000,
    ),
    // Without one an item is usable (NewsML-G2, pubStatus).
    status: codeOf(first(meta, 'pubStatus')) ?? nitf?.status ?? null,
    embargoedUntil: timeIn('embargoed') ?? nitf?.embargoedUntil ?? null,
    identifiers: [
      ...identifierOf('guid', item.attributes.get('guid')),
      ...all(about, 'altId').flatMap((one) => identifierOf(codeOfType(one), textOf(one))),
      ...(nitf?.identifiers ?? []),
    ],
    version: lineOf(item.attributes.get('version'), 100),
    versionCreated: timeIn('versionCreated'),
    words: withHead(title, lineOf(under ?? nitfUnder, 2000), body),
    rest: restOf([
      ...leavesOf(item, '', isTaken),
      ...(nitf?.rest ?? []).map(({ name, value }) => [`nitf/${name}`, value] as const),
    ]),
  };
}

const codeOfType = (altId: Element): string =>
  (altId.attributes.get('type') ?? 'altId').replace(/^.*[:/#]/, '');

function headlinesOf(about: Element | undefined): { main: string | undefined; under: string | undefined } {
  const all_ = all(about, 'headline').filter((one) => oneLine(textOf(one)) !== '');
  const roleOf = (one: Element) => (one.attributes.get('role') ?? '').replace(/^.*[:/#]/, '').toLowerCase();
  const main = all_.find((one) => roleOf(one) === 'main') ?? all_.find((one) => !/^sub/.test(roleOf(one)));
  const under = all_.find((one) => /^sub/.test(roleOf(one)));
  const words = (one: Element | undefined) => (one === undefined ? undefined : textOf(one));
  return { main: words(main), under: words(under) };
}

/** Where it stands on the web, where a link says that this is it. */
function pageOf(meta: Element | undefined): string | null {
  const link = all(meta, 'link').find((one) =>
    /(?:^|[:/#])(?:permalink|canonical|self)$/i.test(one.attributes.get('rel') ?? ''),
  );
  return webAddressOf(link?.attributes.get('href'));
}

/** Told by the story itself, or by its words; and what only says how the file is to be read. */
const TAKEN: ReadonlySet<string> = new Set([
  ...['@guid', '@version', '@lang', '@standard', '@standardversion', '@conformance', 'catalogref', 'catalog'],
  ...['contentset', 'contentmeta/headline', 'contentmeta/by', 'contentmeta/dateline', 'contentmeta/language'],
  ...['contentmeta/altid', 'itemmeta/versioncreated', 'itemmeta/firstcreated', 'itemmeta/embargoed'],
  ...['itemmeta/pubstatus', 'itemmeta/ednote'],
]);
const isTaken = (path: string): boolean => TAKEN.has(path) || path.endsWith('@schemalocation');
