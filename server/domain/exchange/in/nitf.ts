/** NITF, IPTC's markup of news stories (https://iptc.org/standards/nitf/), by itself and within NewsML-G2. */
import { readByline } from '../../text/byline.ts';
import { blocksOf, type Element, oneLine, textOf } from './markup.ts';
import { type Imported, type ImportedBlock, type Read, unread } from './model.ts';
import { identifierOf, languageOf, lineOf, proseOf, restOf, timeOf } from './values.ts';
import { all, first, leavesOf, rootOf, xmlTree } from './xml-tree.ts';

export const isNitf = (text: string): boolean => rootOf(text)?.toLowerCase() === 'nitf';

/** Read a document. As `xmlTree` refuses; FILE_BROKEN for other XML, EMPTY_STORY where there are no words. */
export function readNitf(bytes: Uint8Array): Read {
  const tree = xmlTree(bytes);
  if (!tree.ok) return tree.refused;
  if (tree.root.name !== 'nitf') return unread('FILE_BROKEN', 'its outermost element is not nitf');
  const story = nitfStory(tree.root);
  return hasBody(story) ? { ok: true, story } : unread('EMPTY_STORY');
}

/** Whether there is more than a headline. */
export const hasBody = ({ words }: Imported): boolean =>
  typeof words === 'string' || words.some(({ role }) => role !== 'headline' && role !== 'standfirst');

/** What an element `nitf` says. */
export function nitfStory(nitf: Element): Imported {
  const docdata = first(nitf, 'head', 'docdata');
  const head = first(nitf, 'body', 'body.head');
  const attribute = (name: string, of: string) => first(docdata, name)?.attributes.get(of);
  const wordsOf = (...path: string[]) => lineOf(joined(all(head, ...path)), 2000);
  const title =
    lineOf(joined(all(head, 'hedline', 'hl1')), 500) ?? lineOf(joined(all(nitf, 'head', 'title')), 500);
  const issued = timeOf(attribute('date.issue', 'norm'));
  const released = timeOf(attribute('date.release', 'norm'));
  const status = lineOf(docdata?.attributes.get('management-status'), 100);
  const body = blocksOf(all(nitf, 'body', 'body.content'));
  return {
    title,
    byline: bylineOf(all(head, 'byline')),
    agency:
      lineOf(joined(all(head, 'distributor')), 200) ??
      lineOf(joined(all(head, 'byline', 'byttl')), 200) ??
      lineOf(attribute('doc.copyright', 'holder'), 200),
    dateline:
      lineOf(joined(all(head, 'dateline', 'location')), 300) ?? lineOf(joined(all(head, 'dateline')), 300),
    publishedAt:
      issued ?? released ?? timeOf(first(nitf, 'head', 'pubdata')?.attributes.get('date.publication')),
    language: languageOf(nitf.attributes.get('lang') ?? first(nitf, 'body')?.attributes.get('lang')),
    sourceUrl: null,
    editorialNote: proseOf(
      [attribute('ed-msg', 'info'), ...all(head, 'note').map(textOf)].filter(Boolean).join('\n\n'),
      5000,
    ),
    status,
    embargoedUntil: status === 'embargoed' ? released : null,
    identifiers: identifierOf('doc-id', attribute('doc-id', 'id-string')),
    version: versionOf(first(docdata, 'du-key')),
    versionCreated: issued,
    words: withHead(title, wordsOf('hedline', 'hl2'), body),
    rest: restOf(leavesOf(nitf, '', isTaken)),
  };
}

/** Headline and standfirst before the body; a body that repeats its headline has it once. */
export function withHead(
  title: string | null,
  standfirst: string | null,
  body: readonly ImportedBlock[],
): ImportedBlock[] {
  const [opening] = body;
  const repeats = opening !== undefined && title !== null && opening.text === title;
  return [
    ...(title === null ? [] : [{ role: 'headline', text: title } as const]),
    ...(standfirst === null ? [] : [{ role: 'standfirst', text: standfirst } as const]),
    ...body.slice(repeats ? 1 : 0),
  ];
}

const joined = (elements: readonly Element[]): string =>
  elements.map((one) => oneLine(textOf(one))).join(', ');

/** Without the titles of those who sign, and without the "By". */
function bylineOf(bylines: readonly Element[]): string | null {
  const bare = bylines.map((byline) => ({
    ...byline,
    children: byline.children.filter((child) => typeof child === 'string' || child.name !== 'byttl'),
  }));
  const line = lineOf(
    bare
      .map((one) => oneLine(textOf(one)))
      .filter((one) => one !== '')
      .join(', '),
    500,
  );
  return line === null ? null : (readByline(line)?.byline ?? line);
}

/** Of a story that is written anew as it goes on: "2.1" for its second writing, corrected once. */
function versionOf(key: Element | undefined): string | null {
  const parts = ['generation', 'version'].map((name) => key?.attributes.get(name));
  return lineOf(parts.filter((part) => part !== undefined && part !== '').join('.'), 100);
}

/** Told by the story itself, or by its words. */
const TAKEN: ReadonlySet<string> = new Set([
  ...[
    '@lang',
    'body@lang',
    'head/title',
    'body/body.content',
    'body/body.head/hedline',
    'body/body.head/byline',
  ],
  ...['body/body.head/dateline', 'body/body.head/note', 'body/body.head/distributor'],
  ...['head/docdata@management-status', 'head/docdata/doc-id@id-string', 'head/docdata/ed-msg@info'],
]);
const isTaken = (path: string): boolean => TAKEN.has(path) || path.endsWith('@schemalocation');
