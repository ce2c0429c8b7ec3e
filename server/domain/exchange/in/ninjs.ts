/** ninjs, IPTC's news in JSON, of the versions 1.x to 3.x (https://iptc.org/standards/ninjs/). */
import { z } from 'zod';
import { decode } from './decode.ts';
import { htmlTree } from './html-tree.ts';
import { blocksOf, oneLine, textOf } from './markup.ts';
import { type Imported, type ImportedBlock, type Read, unread } from './model.ts';
import { paragraphsOf } from './plain.ts';
import { identifierOf, languageOf, lineOf, proseOf, restOf, timeOf, webAddressOf } from './values.ts';

/** Objects and lists within one another. ninjs itself has about six. */
const MAX_NESTING = 64;

const Words = z.string().nullish().catch(null);
/** Of 2.x and 3.x; 1.x has one of each instead, in fields of their own. */
const Worded = z.object({ role: Words, contenttype: Words, value: Words });
const list = <T extends z.ZodType>(item: T) => z.array(item).nullish().catch(null);
const Named = z.object({ name: Words, role: Words });

/** With names in lower case: 2.x has them so, and 3.x in camel case. What has another shape is as good as absent. */
const Item = z.object({
  uri: z.string(),
  type: Words,
  version: z.union([z.string(), z.number()]).nullish().catch(null),
  versioncreated: Words,
  firstcreated: Words,
  contentcreated: Words,
  embargoed: Words,
  embargoeduntil: Words,
  pubstatus: Words,
  ednote: Words,
  language: Words,
  headline: Words,
  headlines: list(Worded),
  title: Words,
  by: Words,
  byline: Words,
  located: Words,
  bodies: list(Worded),
  body_xhtml: Words,
  body_html: Words,
  body_text: Words,
  infosources: list(Named),
  infosource: list(Named),
  copyrightholder: Words,
  altids: list(z.object({ role: Words, value: Words })),
  standard: z.object({ name: Words, version: Words }).nullish().catch(null),
});
type Item = z.output<typeof Item>;
type Worded = z.output<typeof Worded>;

/** Whether a file says that it is ninjs, or looks like it. */
export function isNinjs(text: string): boolean {
  if (!/^\s*\{/.test(text) || nesting(text) > MAX_NESTING) return false;
  const read = Item.safeParse(lowered(parsed(text)));
  if (!read.success) return false;
  const { standard, bodies, headlines, headline, body_text, body_xhtml, body_html } = read.data;
  return (
    standard?.name?.toLowerCase() === 'ninjs' ||
    [bodies, headlines, headline, body_text, body_xhtml, body_html].some((part) => part != null)
  );
}

/**
 * Read a news item.
 *
 * FILE_BROKEN for what is no JSON or no ninjs, FILE_NO_STORY for an item that is a picture, a film, a plan, ...;
 * EMPTY_STORY where it has no words.
 */
export function readNinjs(bytes: Uint8Array): Read {
  const decoded = decode(bytes);
  if (!decoded.ok) return unread('FILE_ENCODING', 'ninjs is in UTF-8');
  if (nesting(decoded.text) > MAX_NESTING) return unread('FILE_TOO_DEEP');
  const value = parsed(decoded.text);
  if (value === undefined) return unread('FILE_BROKEN', 'it is no JSON, or is cut off');
  const item = Item.safeParse(lowered(value));
  if (!item.success) return unread('FILE_BROKEN', 'ninjs needs a uri');
  const kind = item.data.type ?? 'text';
  if (!STORIES.has(kind)) return unread('FILE_NO_STORY', `its type is ${lineOf(kind, 40) ?? 'none'}`);
  const body = bodyOf(item.data);
  if (body === null) return unread('FILE_TOO_DEEP');
  if (body.length === 0) return unread('EMPTY_STORY');
  return { ok: true, story: storyOf(item.data, body, value) };
}

/** `composite` is a story with its pictures. */
const STORIES: ReadonlySet<string> = new Set(['text', 'composite']);

function storyOf(item: Item, body: readonly ImportedBlock[], value: unknown): Imported {
  const headlines = headlinesOf(item);
  const title = lineOf(headlines.main, 500);
  const standfirst = lineOf(headlines.under, 2000);
  const sources = [...(item.infosources ?? []), ...(item.infosource ?? [])];
  return {
    title,
    byline: lineOf(item.by ?? item.byline, 500),
    agency: lineOf(sources.find(({ name }) => lineOf(name, 200) !== null)?.name ?? item.copyrightholder, 200),
    dateline: lineOf(item.located, 300),
    publishedAt: timeOf(item.firstcreated) ?? timeOf(item.versioncreated) ?? timeOf(item.contentcreated),
    language: languageOf(item.language),
    sourceUrl: pageOf(item),
    editorialNote: proseOf(item.ednote, 5000),
    status: lineOf(item.pubstatus, 100),
    embargoedUntil: timeOf(item.embargoeduntil ?? item.embargoed),
    identifiers: [
      ...identifierOf('uri', item.uri),
      ...(item.altids ?? []).flatMap(({ role, value }) => identifierOf(role ?? 'altid', value)),
    ],
    version: lineOf(item.version == null ? null : String(item.version), 100),
    versionCreated: timeOf(item.versioncreated),
    words: [
      ...(title === null || body[0]?.role === 'headline' ? [] : [{ role: 'headline', text: title } as const]),
      ...(standfirst === null ? [] : [{ role: 'standfirst', text: standfirst } as const]),
      // A body that repeats its headline has it once.
      ...body.slice(body[0] !== undefined && body[0].text === title ? 1 : 0),
    ],
    rest: restOf(said(value)),
  };
}

/** Where it stands on the web, where an alternative identifier says so. */
function pageOf({ altids }: Item): string | null {
  const page = altids?.find(({ role }) => /^(?:web|url|canonical|canonicalurl|link)$/i.test(role ?? ''));
  return webAddressOf(page?.value);
}

const isMarkup = (type: string | null | undefined): boolean => /html/i.test(type ?? '');
const plain = ({ contenttype, value }: Worded): string =>
  isMarkup(contenttype)
    ? (htmlTree(value ?? '') ?? []).map((node) => textOf(node)).join('')
    : oneLine(value ?? '');

function headlinesOf({ headlines, headline, title }: Item): { main: string | null; under: string | null } {
  const all = (headlines ?? []).filter((one) => lineOf(plain(one), 500) !== null);
  const isUnder = ({ role }: Worded) => /^(?:sub|deck|standfirst)/i.test(role ?? '');
  const main = all.find(({ role }) => /^main$/i.test(role ?? '')) ?? all.find((one) => !isUnder(one));
  const under = all.find(isUnder);
  return {
    main: main === undefined ? (headline ?? title ?? null) : plain(main),
    under: under === undefined ? null : plain(under),
  };
}

/** The words themselves: marked up where the item has them so, for the roles that this gives. Null for endless nesting. */
function bodyOf(item: Item): ImportedBlock[] | null {
  const isAside = ({ role }: Worded) => /summary|abstract|caption|teaser|excerpt/i.test(role ?? '');
  const bodies = [
    ...(item.bodies ?? []).filter((body) => !isAside(body)),
    { role: null, contenttype: 'text/html', value: item.body_xhtml ?? item.body_html ?? null },
    { role: null, contenttype: 'text/plain', value: item.body_text ?? null },
  ];
  const byWorth = (wanted: (body: Worded) => boolean) => bodies.filter(wanted);
  const isMain = ({ role }: Worded) => /^main$/i.test(role ?? '');
  for (const body of new Set([
    ...byWorth((one) => isMain(one) && isMarkup(one.contenttype)),
    ...byWorth(isMain),
    ...byWorth(({ contenttype }) => isMarkup(contenttype)),
    ...bodies,
  ])) {
    const blocks = wordsOf(body);
    if (blocks === null || blocks.length > 0) return blocks;
  }
  return [];
}

function wordsOf({ contenttype, value }: Worded): ImportedBlock[] | null {
  if (value == null) return [];
  if (isMarkup(contenttype)) {
    const tree = htmlTree(value);
    return tree === null ? null : blocksOf(tree);
  }
  // Other media types than these two have markup of their own, which would be taken for words.
  return contenttype == null || /^text\/plain\b/i.test(contenttype) ? paragraphsOf(value) : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The deepest nesting of brackets outside strings, told before anything follows it. */
function nesting(json: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth -= 1;
  }
  return deepest;
}

/** With all names in lower case. */
function lowered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, of]) => [name.toLowerCase(), lowered(of)]));
}

/** Told by the story itself, or by its words. */
const TAKEN =
  /^(?:uri|headlines?|by|byline|located|bodies|body_\w+|language|version|versioncreated|embargoed(?:until)?|pubstatus|ednote|altids)$/i;

/** Everything else, leaf by leaf. */
function* said(item: unknown): Generator<[string, string]> {
  if (typeof item !== 'object' || item === null) return;
  for (const [name, value] of Object.entries(item)) if (!TAKEN.test(name)) yield* leaves(name, value);
}

function* leaves(name: string, value: unknown): Generator<[string, string]> {
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) yield* leaves(`${name}[${index}]`, one);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) yield* leaves(`${name}.${key}`, one);
  } else if (value !== null) yield [name, String(value)];
}
