/** What a page is that was fetched by its address: which format, which name, and which story it is a version of. */
import { IMPORT_FORMATS } from '../../../contract/formats.ts';
import { EXTENSIONS, FORMAT_OF_MEDIA, type StoryFile } from '../../../contract/story-files.ts';
import type { Imported, TellFormat } from './model.ts';
import { isOfOneStory } from './story-address.ts';
import { identifierOf, lineOf, restOf } from './values.ts';

export interface FetchedPage {
  readonly bytes: Uint8Array;
  /** As it was sent; null where nothing was. */
  readonly contentType: string | null;
  /** Where it came from. */
  readonly url: string;
}

type PageFile = Omit<Required<StoryFile>, 'base64' | 'charset'> & Pick<StoryFile, 'charset'>;

/**
 * A page as a file; null for what no story comes as.
 *
 * @param tellFormat is asked where what was sent with the page does not tell its format
 */
export async function fileOf(
  { bytes, contentType, url }: FetchedPage,
  tellFormat: TellFormat,
): Promise<PageFile | null> {
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim());
  const media = type.toLowerCase();
  // Of these the bytes tell more.
  const isOpen =
    media === '' || /^(?:application\/(?:octet-stream|json|xml)|text\/xml)$|\+(?:json|xml)$/.test(media);
  const told = isOpen ? null : FORMAT_OF_MEDIA.get(media);
  const called = nameIn(url);
  const isUntold = told === null || FORMAT_OF_MEDIA.has(media);
  const format = told ?? (isUntold ? await tellFormat(bytes, called) : null);
  if (format === null) return null;
  const isNamed = EXTENSIONS[format].some((extension) => called.toLowerCase().endsWith(extension));
  const charset = parameters
    .map((one) => /^charset\s*=\s*"?([\w.:-]{1,40})"?$/i.exec(one)?.[1])
    .find((one) => one !== undefined);
  return {
    name: isNamed ? called : `${called.slice(0, 240)}.${IMPORT_FORMATS[format].extension}`,
    format,
    url,
    ...(charset === undefined ? {} : { charset }),
  };
}

/** The last part of an address's path, else its host, as a file may be called. */
function nameIn(url: string): string {
  const { pathname, hostname } = new URL(url);
  const last = pathname.split('/').findLast((part) => part !== '') ?? '';
  return lineOf(decoded(last).replace(/[/\\]/g, ' '), 250) ?? hostname;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * A story that was fetched, which is known by its address where it bears no identifier.
 *
 * A page says itself which address is its own, so that it is the same page wherever a link led from. It may say so of its own
 * site alone: what it says of another one would make it the next text of a story that it has nothing to do with. So an
 * address elsewhere names nothing, and what is no address names the story among those of its site, as `urn:a at paper.example`.
 * What it said is told beside the story.
 */
export function knownByAddress(story: Imported, address: string): Imported {
  const isOwn = (url: string) => isWeb(url) && isSameSite(url, address);
  const own = story.identifiers.flatMap(({ scheme, value }) => {
    if (isOwn(value)) return [{ scheme, value }];
    return scheme === 'url' || isWeb(value) ? [] : identifierOf(scheme, `${value} at ${siteOf(address)}`);
  });
  const byAddress = isOfOneStory(address) ? identifierOf('url', address) : [];
  const notOwn = story.identifiers
    .filter(({ value }) => !isOwn(value))
    .map(({ scheme, value }): [string, string] => [`${scheme} (as ${siteOf(address)} says)`, value]);
  return {
    ...story,
    identifiers: own.length > 0 ? own : byAddress,
    sourceUrl: story.sourceUrl !== null && isOwn(story.sourceUrl) ? story.sourceUrl : address,
    rest: restOf([...notOwn, ...story.rest.map(({ name, value }): [string, string] => [name, value])]),
  };
}

const isWeb = (value: string): boolean => /^https?:\/\//i.test(value);

/** One host, or one of them within the other's name, without what comes before it for the web or for phones. */
export function isSameSite(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [a, b] = [siteOf(one), siteOf(other)];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

const siteOf = (url: string): string =>
  new URL(url).hostname.replace(/^(?:www|m|mobile|amp)\.(?=[^.]+\.)/, '');
