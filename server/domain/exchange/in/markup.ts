/** Marked-up text as a tree, and the blocks that a reader would see in it. */
import type { BlockRole } from '../../../contract/articles.ts';
import type { ImportedBlock } from './model.ts';

/** Elements by their local names in lower case. */
export interface Element {
  readonly name: string;
  /** By local name, in lower case. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
}
export type Node = Element | string;

/** Elements within one another: no page and no story has as many, and readers that follow them have a stack. */
export const MAX_DEPTH = 200;
/** Elements of one file. The longest stories have some thousands. */
export const MAX_ELEMENTS = 200_000;
export const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** What an element does to the flow of the text; one that is not named is part of its line. */
type Flow = BlockRole | 'block' | 'skip' | 'break' | 'rule' | 'quoted';

/** Of HTML and of NITF, whose names never mean two things. */
const FLOWS: ReadonlyMap<string, Flow> = new Map(
  Object.entries({
    ...named(
      'block',
      'html body div main section article header footer address center details summary fieldset',
    ),
    ...named('block', 'ul ol dl li dt dd table thead tbody tfoot tr td th figure p pre block nitf-table fn'),
    ...named('block', 'body.content body.head body.end'),
    ...named('heading', 'h1 h2 h3 h4 h5 h6 hl2'),
    ...named('headline', 'hl1'),
    ...named('standfirst', 'standfirst'),
    ...named('quote', 'blockquote bq'),
    ...named('caption', 'figcaption caption media-caption'),
    ...named(
      'skip',
      'head script style template noscript iframe object embed applet svg math canvas audio video',
    ),
    ...named('skip', 'button select textarea input form nav menu dialog map datalist'),
    ...named('skip', 'media-reference media-metadata media-object media-producer nitf-table-metadata ds'),
    ...named('break', 'br'),
    ...named('rule', 'hr'),
    ...named('quoted', 'q'),
  }),
);

function named(flow: Flow, names: string): Record<string, Flow> {
  return Object.fromEntries(names.split(' ').map((name) => [name, flow]));
}

/** A character that a reader would see. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/** Whether a text has anything to read. */
export const isVisible = (text: string): boolean => VISIBLE.test(text);

/**
 * A text as one line: white space as HTML takes it together, other spaces kept as they are printed.
 *
 * U+0085, U+2028 and U+2029 end lines as well, and would end a block.
 */
export const oneLine = (text: string): string =>
  text.replace(/[\t\n\v\f\r \u0085\u2028\u2029]+/g, ' ').trim();

/** The words of an element, whatever stands around them. */
export function textOf(node: Node): string {
  if (typeof node === 'string') return node;
  const pieces: string[] = [];
  for (const child of node.children) {
    const flow = typeof child === 'string' ? undefined : FLOWS.get(child.name);
    if (flow === 'skip') continue;
    const apart = flow === undefined || flow === 'quoted' ? '' : ' ';
    pieces.push(apart, textOf(child), apart);
  }
  return pieces.join('');
}

/**
 * The blocks of marked-up text in the order in which they are read.
 *
 * A quotation's role is that of all within it, a caption's as well. One `br` is a space, several are the end of a
 * paragraph.
 */
export function blocksOf(nodes: readonly Node[]): ImportedBlock[] {
  const blocks: ImportedBlock[] = [];
  let line = '';
  let breaks = 0;

  const flush = (role: BlockRole) => {
    const text = oneLine(line);
    line = '';
    breaks = 0;
    if (isVisible(text)) blocks.push({ role, text });
  };
  const walk = (node: Node, role: BlockRole): void => {
    if (typeof node === 'string') {
      if (isVisible(node)) breaks = 0;
      line += node;
      return;
    }
    if (node.attributes.has('hidden') || node.attributes.get('aria-hidden') === 'true') return;
    const flow = FLOWS.get(node.name);
    if (flow === 'skip') return;
    if (flow === 'break') {
      breaks += 1;
      line += ' ';
      if (breaks > 1) flush(role);
      return;
    }
    if (flow === 'rule') {
      flush(role);
      return;
    }
    if (flow === undefined || flow === 'quoted') {
      if (flow === 'quoted') line += '“';
      for (const child of node.children) walk(child, role);
      if (flow === 'quoted') line += '”';
      return;
    }
    const inner = role === 'paragraph' && flow !== 'block' ? flow : role;
    flush(role);
    for (const child of node.children) walk(child, inner);
    flush(inner);
  };

  for (const node of nodes) walk(node, 'paragraph');
  flush('paragraph');
  return blocks;
}
