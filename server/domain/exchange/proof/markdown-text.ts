/**
 * Text as Markdown that shows that text, whichever dialect reads it: CommonMark, GitHub's, and those with definitions,
 * mathematics, names of emoji, raised or highlighted words. Site generators fill in what stands in braces before any of them.
 */

/** What stands between the words of a text, before the code unit of this number. */
export type Between = ReadonlyMap<number, string>;

/** Anywhere in a line: emphasis, code, links, footnotes, HTML, entities, tables, strikes, headings, mathematics. */
const ANYWHERE = /[\\`*_[\]<>&|~#$]/gu;
/**
 * Braces of templates (Liquid, Hugo's and others), raised and highlighted words. A backslash would not do: it leaves "{%" what
 * it is, and stays visible where these signs are plain ones.
 */
const BY_REFERENCE = /[{^]|=(?==)|(?<==)=/gu;
/** At the beginning of a line: lists and rules, underlined headings, and the stop behind a number. */
const AT_START = /^(?:[-+=:]|\d+(?=[.)])(?=([.)])))/u;
/** What dialects make links or pictures of without being asked: addresses, and names between colons. */
const TAKEN_FOR_LINKS = /\/(?=\/)|:(?=[\w+-]+:)|(?<=\bwww)\.|(?<=\b(?:mailto|xmpp)):|@(?=\w)/giu;

/**
 * One line of Markdown.
 *
 * @param text white space in it is taken together, as everything that shows Markdown does
 * @param between Markdown of one's own, by UTF-16 code units into `text`; that of its end stands behind it
 */
export function markdownLine(text: string, between: Between = new Map()): string {
  const escapedAt = escapesIn(text, between);
  const referredAt = new Set([...text.matchAll(BY_REFERENCE)].map(({ index }) => index));
  const signAt = (at: number) => {
    if (referredAt.has(at)) return `&#${text.charCodeAt(at)};`;
    return `${escapedAt.has(at) ? '\\' : ''}${text.charAt(at)}`;
  };
  let line = '';
  for (let at = 0; at <= text.length; at += 1) {
    line += between.get(at) ?? '';
    if (at < text.length) line += signAt(at);
  }
  // U+0085, U+2028 and U+2029 end lines for some.
  return line.replace(/[\t\n\v\f\r \u0085\u2028\u2029]+/gu, ' ').trim();
}

/** Before which code units a backslash has to stand. */
function escapesIn(text: string, between: Between): Set<number> {
  const found = new Set<number>();
  for (const { index } of text.matchAll(ANYWHERE)) found.add(index);
  for (const { index } of text.matchAll(TAKEN_FOR_LINKS)) found.add(index);
  const first = text.search(/\S/u);
  const start = AT_START.exec(text.slice(Math.max(first, 0)));
  // A number stays as it is, and what makes it a list's does not.
  if (start !== null) found.add(first + (/^\d/.test(start[0]) ? start[0].length : 0));
  for (const at of between.keys()) {
    // "Ten![1]" would be a picture, "[1](ten)" a link, "[1]: ten" its address.
    if (text[at - 1] === '!') found.add(at - 1);
    if (/[(:]/.test(text[at] ?? '')) found.add(at);
  }
  return found;
}

/** An address that shows itself; null for one that cannot stand between angle brackets, where nothing is escaped. */
export const markdownAddress = (address: string): string | null =>
  /^https?:\/\/[^\s<>\\{]+$/iu.test(address) ? `<${address}>` : null;
