/** Word documents read back: by a reader of their XML as it is written here, and by another program. */
import { spawnSync } from 'node:child_process';
import { unzip } from './xlsx.ts';

export interface ReadComment {
  readonly author: string;
  readonly date: string;
  readonly text: string;
  /** The words that it stands on; paragraphs are divided by an empty line. Null where it stands nowhere. */
  readonly on: string | null;
}

export interface ReadDocument {
  readonly parts: ReadonlyMap<string, string>;
  readonly paragraphs: readonly string[];
  /** In the order of their numbers. */
  readonly comments: readonly ReadComment[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (xml: string) =>
  xml
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all);

const PIECES =
  /<w:p>|<w:p (?:[^>]*[^/])?>|<\/w:p>|<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<w:comment(RangeStart|RangeEnd) w:id="(\d+)"\/>/g;

export function readDocument(file: Uint8Array): ReadDocument {
  const parts = unzip(Buffer.from(file));
  const paragraphs: string[] = [];
  const on = new Map<number, string>();
  const open = new Set<number>();
  for (const [tag, text = '', edge, number] of (parts.get('word/document.xml') ?? '').matchAll(PIECES)) {
    const words = tag === '<w:br/>' ? '\n' : unescaped(text);
    const id = Number(number);
    if (tag.startsWith('<w:p')) {
      paragraphs.push('');
      for (const one of open) on.set(one, `${on.get(one) ?? ''}\n\n`);
    } else if (edge === 'RangeStart') {
      if (on.has(id)) throw new Error(`comment ${id} begins twice`);
      open.add(id);
      on.set(id, '');
    } else if (edge === 'RangeEnd') {
      if (!open.delete(id)) throw new Error(`comment ${id} ends and never began`);
    } else {
      paragraphs[paragraphs.length - 1] += words;
      for (const one of open) on.set(one, `${on.get(one) ?? ''}${words}`);
    }
  }
  if (open.size > 0) throw new Error(`comments ${[...open]} never end`);
  const comments = [
    ...(parts.get('word/comments.xml') ?? '').matchAll(/<w:comment ([^>]*)>(.*?)<\/w:comment>/gs),
  ].map(([, head = '', body = '']): [number, ReadComment] => {
    const attribute = (name: string) => unescaped(new RegExp(`w:${name}="([^"]*)"`).exec(head)?.[1] ?? '');
    const id = Number(attribute('id'));
    const text = [...body.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)];
    return [
      id,
      {
        author: attribute('author'),
        date: attribute('date'),
        text: text.map(([tag, words]) => (tag === '<w:br/>' ? '\n' : unescaped(words ?? ''))).join(''),
        on: on.get(id) ?? null,
      },
    ];
  });
  return {
    parts,
    paragraphs,
    comments: comments.sort(([a], [b]) => a - b).map(([, comment]) => comment),
  };
}

const PYTHON = `
import io, json, sys, zipfile
import xml.etree.ElementTree as tree
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
book = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert book.testzip() is None
parsed = {name: tree.fromstring(book.read(name)) for name in book.namelist() if name.endswith(('.xml', '.rels'))}
def words(node):
    return ''.join({W + 't': piece.text or '', W + 'br': chr(10)}.get(piece.tag, '') for piece in node.iter())
comments = parsed['word/comments.xml'] if 'word/comments.xml' in parsed else []
print(json.dumps({
    'paragraphs': [words(p) for p in parsed['word/document.xml'].iter(W + 'p')],
    'comments': [words(c) for c in comments],
}))`;

/** What Python's own zip and XML read of it; null where there is no Python. */
export function readInPython(file: Uint8Array): { paragraphs: string[]; comments: string[] } | null {
  const { error, status, stdout, stderr } = spawnSync('python3', ['-c', PYTHON], {
    input: file,
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  });
  if (error !== undefined) return null;
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
