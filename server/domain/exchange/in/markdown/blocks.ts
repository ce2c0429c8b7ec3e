/** From tokens of Markdown to the blocks that a reader would see. */
import type { BlockRole } from '../../../../contract/articles.ts';
import { isVisible, oneLine } from '../markup.ts';
import type { ImportedBlock } from '../model.ts';
import { paragraphsOf } from '../plain.ts';
import type { Token } from './tokens.ts';

/** Tags and remarks, which are no words; what is no name of HTML stays. */
const HTML =
  /<!--(?:(?!-->|<!--).){0,2000}-->|<\/?(?:a|abbr|aside|b|big|blockquote|br|caption|center|cite|code|del|details|div|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|mark|ol|p|picture|pre|q|s|section|small|source|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|video|wbr)(?:[\s/][^<>]{0,2000})?>/giu;

/** The words of a line, without markup, pictures and numbers of notes. */
export function wordsOf(children: readonly Token[]): string {
  const pieces = children.map(({ type, content }) => {
    if (type === 'softbreak' || type === 'hardbreak') return ' ';
    if (type === 'text')
      return content.replace(HTML, (tag) => (/^<\/?(?:br|p|div|li|td|th|tr)\b/i.test(tag) ? ' ' : ''));
    return type === 'text_special' || type === 'code_inline' ? content : '';
  });
  return oneLine(pieces.join(''));
}

/**
 * The blocks in order.
 *
 * A heading of the first level that stands first is the headline; what is within a quotation is one. Words in italics alone
 * right under a picture are its caption, and so is the title of a picture that stands alone.
 */
export function blocksIn(tokens: readonly Token[]): ImportedBlock[] {
  const blocks: ImportedBlock[] = [];
  const put = (role: BlockRole, text: string) => {
    if (isVisible(text)) blocks.push({ role, text });
  };
  let quoted = 0;
  let heading: string | null = null;
  let isUnderPicture = false;
  for (const { type, tag, children, content } of tokens) {
    if (type === 'blockquote_open') quoted += 1;
    else if (type === 'blockquote_close') quoted -= 1;
    else if (type === 'heading_open') heading = tag;
    else if (type === 'heading_close') heading = null;
    else if (type === 'fence' || type === 'code_block') {
      for (const { text } of paragraphsOf(content)) put(quoted > 0 ? 'quote' : 'paragraph', text);
    }
    if (type !== 'inline') continue;
    const line = children ?? [];
    const pictures = picturesOf(line);
    if (pictures !== null) for (const title of pictures) put('caption', oneLine(title));
    else if (heading !== null)
      put(heading === 'h1' && blocks.length === 0 ? 'headline' : 'heading', wordsOf(line));
    else if (quoted > 0) put('quote', wordsOf(line));
    else put(isUnderPicture && isItalic(line) ? 'caption' : 'paragraph', wordsOf(line));
    isUnderPicture = pictures !== null;
  }
  return blocks;
}

/** Titles of the pictures of a line that has nothing else; null for any other line. */
function picturesOf(children: readonly Token[]): string[] | null {
  const isOther = ({ type, content }: Token) =>
    type !== 'image' && !/^(?:softbreak|hardbreak|link_open|link_close)$/.test(type) && content.trim() !== '';
  const pictures = children.filter(({ type }) => type === 'image');
  if (pictures.length === 0 || children.some(isOther)) return null;
  return pictures.map((picture) => String(picture.attrGet('title') ?? ''));
}

/** All of it between one pair of signs for italics. */
function isItalic(children: readonly Token[]): boolean {
  const line = children.filter(({ type, content }) => type !== 'text' || content !== '');
  const opens = line.filter(({ type }) => type === 'em_open').length;
  return line[0]?.type === 'em_open' && line.at(-1)?.type === 'em_close' && opens === 1;
}
