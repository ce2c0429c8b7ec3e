/**
 * robots.txt as RFC 9309 reads it: which paths of a host a program may visit. Pure.
 *
 * Matching takes time in proportion to the file and the path, whatever stands in them.
 */

/** A path's beginning, in the form of `normalised`, with `*` for anything and `$` for the end. */
interface Rule {
  readonly allow: boolean;
  readonly pattern: string;
}

export type Robots = readonly Rule[];

export const ALLOW_ALL: Robots = [];

/** Bytes that are read (2.5 asks for at least 500 kibibytes). */
export const MAX_ROBOTS_BYTES = 500 * 1024;

/**
 * The rules for a program: those of all groups that name it, else those of all groups for everyone (2.2.1). A line that is
 * none of the three that are known is passed over, and parts no group (2.2.4).
 *
 * @param product the program's name, without a version
 */
export function readRobots(text: string, product: string): Robots {
  const ours: Rule[] = [];
  const everyones: Rule[] = [];
  const us = product.toLowerCase();
  let named = false;
  // Whom the group at hand is for, and whether its rules have begun.
  let isOurs = false;
  let isEveryones = false;
  let inRules = false;
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const { key, value } = recordOf(line);
    if (key === 'user-agent') {
      if (inRules) [isOurs, isEveryones, inRules] = [false, false, false];
      const agent = tokenOf(value);
      isOurs ||= agent === us;
      isEveryones ||= agent === '*';
      named ||= isOurs;
    } else if (key === 'allow' || key === 'disallow') {
      inRules = true;
      const pattern = patternOf(value);
      if (pattern === '') continue;
      const rule = { allow: key === 'allow', pattern };
      if (isOurs) ours.push(rule);
      if (isEveryones) everyones.push(rule);
    }
  }
  return named ? ours : everyones;
}

/** Empty for what is no record. No expression: a line of blanks as long as the file would keep one busy for hours. */
function recordOf(line: string): { key: string; value: string } {
  const [said = ''] = line.split('#', 1);
  const colon = said.indexOf(':');
  if (colon === -1) return { key: '', value: '' };
  return { key: said.slice(0, colon).trim().toLowerCase(), value: said.slice(colon + 1).trim() };
}

/** Letters, `_` and `-` (2.2.1); what follows, a version perhaps, says nothing. */
const tokenOf = (value: string): string =>
  value.startsWith('*') ? '*' : (/^[a-z_-]*/i.exec(value)?.[0] ?? '').toLowerCase();

/** Without a `/` or a `*` before it a rule has no path to begin with: it gets one, as others read it too. */
function patternOf(value: string): string {
  if (value === '') return '';
  const atEnd = value.endsWith('$');
  const path = (atEnd ? value.slice(0, -1) : value).split('*').map(normalised).join('*');
  return `${/^[/*]/.test(path) ? '' : '/'}${path}${atEnd ? '$' : ''}`;
}

/**
 * Whether an address may be visited: the longest rule that fits counts, and of two as long the one that allows (2.2.2).
 * robots.txt itself always may.
 */
export function mayVisit(robots: Robots, { pathname, search }: Pick<URL, 'pathname' | 'search'>): boolean {
  if (pathname === '/robots.txt') return true;
  const path = normalised(`${pathname}${search}`);
  let longest: Rule | null = null;
  for (const rule of robots) {
    const { length } = rule.pattern;
    const isLonger = longest === null || length > longest.pattern.length;
    const allowsAsWell = longest !== null && length === longest.pattern.length && rule.allow;
    if ((isLonger || allowsAsWell) && fits(rule.pattern, path)) longest = rule;
  }
  return longest?.allow ?? true;
}

/** Each piece between wildcards is looked for once, as early as it may stand; the last one at the end where it has to. */
function fits(pattern: string, path: string): boolean {
  const atEnd = pattern.endsWith('$');
  const [first = '', ...pieces] = (atEnd ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = atEnd ? pieces.pop() : undefined;
  for (const piece of pieces) {
    const found = path.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  if (!atEnd) return true;
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last);
}

/**
 * One form for what is the same path (2.2.2): what needs no escape has none, everything else has one in capitals, and so
 * have `*` and `$`, which are no wildcards here.
 */
function normalised(path: string): string {
  return path.replace(/%[0-9a-f]{2}|[*$]|[^\x21-\x7e]+/gi, (part) => {
    if (part === '*') return '%2A';
    if (part === '$') return '%24';
    if (!part.startsWith('%')) return encodeURIComponent(part.toWellFormed());
    const character = String.fromCharCode(Number.parseInt(part.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : part.toUpperCase();
  });
}
