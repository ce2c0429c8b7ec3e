/**
 * What a file says of itself between two lines of hyphens: YAML as people write it there, keys with a value or a list.
 *
 * It is read line by line and no further: nothing stands for anything else, so that no file can grow or name a type. What is
 * deeper is kept as it is written.
 */

export interface FrontMatter {
  /** By key in lower case, without `-` and `_`: "publishedAt", "published-at" and "published_at" are one. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** The same under the keys as written, in the order of the file. */
  readonly said: readonly (readonly [key: string, value: string])[];
  /** Where the text begins. */
  readonly end: number;
}

/** Code units: longer ones are no such thing, and stand in the text. */
const LONGEST = 64 * 1024;
const NONE: FrontMatter = { values: new Map(), said: [], end: 0 };

/** @param text with `\n` at the ends of lines */
export function frontMatterOf(text: string): FrontMatter {
  if (!/^---[ \t]*\n/.test(text)) return NONE;
  const head = text.slice(0, LONGEST);
  const begin = head.indexOf('\n') + 1;
  const close = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m.exec(head.slice(begin));
  if (close === null) return NONE;
  const lines = head.slice(begin, begin + close.index).split('\n');
  // A rule, some words and another rule are no front matter: each line has to be one of it.
  if (
    !lines.every((line) => /^\s*(?:#.*)?$|^\s|^-\s|^[\w$.-]+[ \t]*:(?:[ \t]|$)|^(["'])[^"'\n]+\1:/.test(line))
  )
    return NONE;
  const said = entriesOf(lines).map(([key, value]) => [key, value.join('\n')] as const);
  const values = new Map(entriesOf(lines).map(([key, value]) => [keyOf(key), value]));
  return {
    values,
    said: said.filter(([, value]) => value !== ''),
    end: begin + close.index + close[0].length,
  };
}

const keyOf = (key: string): string => key.toLowerCase().replace(/[-_]/g, '');

function entriesOf(lines: readonly string[]): [key: string, values: string[]][] {
  const entries: [string, string[]][] = [];
  let folded = false;
  for (const line of lines) {
    const [, quoted, plain, value = ''] = /^(?:["']([^"'\n]+)["']|([\w$.-]+))[ \t]*:(.*)$/.exec(line) ?? [];
    const key = quoted ?? plain;
    if (key !== undefined) {
      // "|" and ">" say that the words follow, indented.
      folded = /^[|>][+-]?\d?$/.test(value.trim());
      entries.push([key, folded ? [''] : valuesOf(value)]);
      continue;
    }
    const [, values = []] = entries.at(-1) ?? [];
    const more = line.trim();
    if (more === '' || (!folded && more.startsWith('#'))) continue;
    if (folded) values[0] = `${values[0] ?? ''} ${more}`.trim();
    else values.push(...valuesOf(more.replace(/^-\s+/, '')));
  }
  return entries;
}

/** One value, or those of a list in brackets. */
function valuesOf(written: string): string[] {
  const value = written.trim();
  const list = /^\[(.*)\]$/.exec(value)?.[1];
  if (list === undefined) return [unquoted(value)].filter((one) => one !== '');
  return [...list.matchAll(/\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]+)/g)]
    .map(([item]) => unquoted(item.trim()))
    .filter((one) => one !== '');
}

/** Without quotation marks, or else without a remark behind it. */
function unquoted(value: string): string {
  const double = /^"((?:[^"\\]|\\.)*)"/.exec(value);
  if (double !== null) return unescaped(double[0], double[1] ?? '');
  const single = /^'((?:[^']|'')*)'/.exec(value)?.[1];
  if (single !== undefined) return single.replaceAll("''", "'");
  const plain = value.replace(/(?:^|\s)#.*$/, '').trim();
  return /^(?:~|null)$/i.test(plain) ? '' : plain;
}

/** YAML's escapes are JSON's, and a few more that nobody uses here. */
function unescaped(quoted: string, within: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return within;
  }
}
