/** Markdown as tokens: CommonMark with tables and footnotes. HTML in it is text. */
import markdownIt from 'markdown-it';

const parser = markdownIt({ html: false, linkify: false, typographer: false, breaks: false });
// Pieces that were escaped stay apart from others: "\<b\>" is three signs of a text, and "<b>" is none.
parser.core.ruler.disable('text_join');

export type Token = ReturnType<typeof parser.parse>[number];

/** "[^1]: words" at the beginning of a line. */
const DEFINITION = /^\[\^([^\]\s]{1,200})\]:[ \t]*/;
const REFERENCE = /\[\^([^\]\s]{1,200})\]/y;

/** Footnotes of the texts that are read, by their labels: the parser gives the same object to all that one text asks. */
const NOTES = new WeakMap<object, Map<string, string>>();

parser.block.ruler.before('reference', 'note', (state, from, to, silent) => {
  const lineOf = (number: number) =>
    state.src.slice((state.bMarks[number] ?? 0) + (state.tShift[number] ?? 0), state.eMarks[number] ?? 0);
  if ((state.sCount[from] ?? 0) - state.blkIndent >= 4) return false;
  const [whole, label] = DEFINITION.exec(lineOf(from)) ?? [];
  if (whole === undefined || label === undefined) return false;
  if (silent) return true;
  let next = from + 1;
  // Its other paragraphs are indented, and lines without a blank one between go on.
  for (let blank = false; next < to; next += 1) {
    const isBlank = state.isEmpty(next);
    const isIndented = (state.sCount[next] ?? 0) - state.blkIndent >= 4;
    if (!isBlank && !isIndented && (blank || DEFINITION.test(lineOf(next)))) break;
    blank = isBlank;
  }
  const lines = Array.from({ length: next - from }, (_none, index) => lineOf(from + index).trim());
  const notes = NOTES.get(state.env);
  if (notes?.has(label) === false) notes.set(label, lines.join(' ').slice(whole.length).trim());
  state.line = next;
  return true;
});

parser.inline.ruler.before('link', 'note_number', (state, silent) => {
  REFERENCE.lastIndex = state.pos;
  const [whole, label] = REFERENCE.exec(state.src) ?? [];
  if (whole === undefined || label === undefined || NOTES.get(state.env)?.has(label) !== true) return false;
  // The number stands in the text, and is none of its words.
  if (!silent) state.push('note_number', '', 0);
  state.pos += whole.length;
  return true;
});

export interface Marked {
  readonly tokens: readonly Token[];
  /** By label, as they are written. */
  readonly notes: ReadonlyMap<string, string>;
}

export function markdownTokens(text: string): Marked {
  const [env, notes] = [{}, new Map<string, string>()];
  NOTES.set(env, notes);
  return { tokens: parser.parse(text, env), notes };
}

/** The tokens of a line alone. */
export const lineTokens = (text: string): readonly Token[] => parser.parseInline(text, {})[0]?.children ?? [];
