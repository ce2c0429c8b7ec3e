/** A text with its claims' words replaced by their corrections. */
import type { Block, Sentence } from '../../../contract/articles.ts';
import type { Span } from '../../../contract/common.ts';
import { splitSentences } from '../sentences.ts';
import { sentenceAt, sliceMatches } from '../spans.ts';
import { endsWithStop } from '../wording.ts';

/** A revision as far as corrections read it. Offsets are UTF-16 code units. */
export interface CorrectedText {
  readonly text: string;
  /** In the order of the text, without overlap. */
  readonly sentences: readonly Sentence[];
  /** A BCP 47 tag. */
  readonly language: string;
}

/** An inaccurate claim, and what should stand in place of its words. */
export interface Correction {
  readonly id: string;
  readonly span: Span;
  /** Null where none was given. */
  readonly wording: string | null;
  /** A reviewer returned the verdict that it belongs to. */
  readonly returned: boolean;
}

/** Why a correction cannot be put in place by itself. */
export type LeftBecause =
  /** There is no corrected wording. */
  | 'no_wording'
  /** A reviewer returned the verdict. */
  | 'returned'
  /** The words stand so already. */
  | 'says_so'
  /** It has several lines, or a sign that no text holds. */
  | 'not_one_line'
  /** It is a sentence of its own, and the marked words are a part of one. */
  | 'whole_sentence'
  /** The marked words end their sentence with its stop, and it does not. */
  | 'lost_stop'
  /** Its first or last letter would melt into the one beside it. */
  | 'joins_letters'
  /** Its words share some with another correction that says otherwise. */
  | 'overlap'
  /** The marked words are not what stands there. */
  | 'not_there';

export interface Applied {
  readonly id: string;
  readonly from: Span;
  /** Where its corrected words stand in the corrected text. */
  readonly to: Span;
}

export interface Left {
  readonly id: string;
  readonly because: LeftBecause;
  /** With `overlap`: the corrections that it gets in the way of. */
  readonly others: readonly string[];
}

/** One replacement in the text, and the claims whose correction it is. */
export interface Replacement {
  readonly from: Span;
  readonly to: Span;
  readonly ids: readonly string[];
}

export interface Corrected {
  readonly text: string;
  readonly replacements: readonly Replacement[];
  /** In the order of the text. */
  readonly applied: readonly Applied[];
  readonly left: readonly Left[];
}

/** A correction that can be put in place, with the words that are. */
interface Ready {
  readonly id: string;
  readonly span: Span;
  readonly words: string;
}

/**
 * Replace exactly the words of each claim by its correction, all at once.
 *
 * Whatever cannot be put in place by itself is left, with why: nothing is guessed. Corrections that share words are one
 * where the outermost says what the others say; else all of them are left, for each would undo another.
 */
export function correctText(revision: CorrectedText, corrections: readonly Correction[]): Corrected {
  const left: Left[] = [];
  const ready: Ready[] = [];
  for (const correction of corrections) {
    const looked = lookAt(revision, correction);
    if ('because' in looked) left.push({ id: correction.id, because: looked.because, others: [] });
    else ready.push(looked);
  }
  const chosen: Ready[][] = [];
  for (const group of groupsOf(ready)) {
    const outermost = group.find((one) => group.every((other) => says(one, other)));
    if (outermost !== undefined) chosen.push([outermost, ...group.filter((one) => one !== outermost)]);
    else
      for (const { id } of group)
        left.push({
          id,
          because: 'overlap',
          others: group.flatMap((one) => (one.id === id ? [] : [one.id])),
        });
  }
  return { ...replaced(revision.text, chosen), left };
}

/** Why this one correction would be left if it were the only one; null where it can be put in place. */
export function whyLeft(revision: CorrectedText, correction: Correction): LeftBecause | null {
  const looked = lookAt(revision, correction);
  return 'because' in looked ? looked.because : null;
}

const LINE_END = /[\n\r\u0085\u2028\u2029]/;
/** As for a story: what stands in no text. */
const CONTROL = /(?!\t)\p{Cc}/u;

function lookAt(revision: CorrectedText, correction: Correction): Ready | { readonly because: LeftBecause } {
  const { id, span, returned } = correction;
  const wording = correction.wording?.trim().normalize('NFC') ?? '';
  if (wording === '') return { because: 'no_wording' };
  if (returned) return { because: 'returned' };
  if (!sliceMatches(revision.text, span)) return { because: 'not_there' };
  if (wording === span.quote) return { because: 'says_so' };
  if (LINE_END.test(wording) || CONTROL.test(wording)) return { because: 'not_one_line' };
  const fitted = intoSentence(revision, span, wording);
  if (fitted.because !== null) return { because: fitted.because };
  if (fitted.words === span.quote) return { because: 'says_so' };
  if (meltsIn(revision.text, span, fitted.words)) return { because: 'joins_letters' };
  return { id, span, words: fitted.words };
}

const CLOSERS_AND_STOPS = /^[.!?…。！？؟۔।'"”’»›)\]]+$/u;

type Fitted = { readonly because: null; readonly words: string } | { readonly because: LeftBecause };

/** A wording as it fits into its sentence: a stop that stands right behind the marked words is not put there twice. */
function intoSentence({ text, sentences, language }: CorrectedText, span: Span, wording: string): Fitted {
  const first = sentences[sentenceAt(sentences, span.start) ?? -1] ?? span;
  const last = sentences[sentenceAt(sentences, span.end - 1) ?? -1] ?? span;
  const behind = text.slice(span.end, last.end);
  const isClosing = behind === '' || CLOSERS_AND_STOPS.test(behind);
  const isDoubled = behind !== '' && isClosing && wording.endsWith(behind);
  const words = isDoubled ? wording.slice(0, -behind.length).trimEnd() : wording;
  if (words === '') return { because: 'whole_sentence' };
  const fillsSentence = span.start === first.start && isClosing;
  if (fillsSentence ? !isDoubled && behind !== '' && endsWithStop(wording) : isSentence(wording, language))
    return { because: 'whole_sentence' };
  if (behind === '' && endsWithStop(span.quote) && !endsWithStop(words)) return { because: 'lost_stop' };
  return { because: null, words };
}

/** Whether a wording is a sentence, or more than one: it cannot stand within another. */
function isSentence(wording: string, language: string): boolean {
  const block: Block = { role: 'paragraph', start: 0, end: wording.length };
  if (splitSentences(wording, [block], language).length > 1) return true;
  const letter = /\p{L}/u.exec(wording)?.[0] ?? '';
  // "the U.S." and "Acme Inc." end with a full stop as well.
  const words = wording.split(/\s+/u);
  return endsWithStop(wording) && words.length > 2 && !/\p{Ll}/u.test(letter);
}

/** NFC, in which texts are stored, would make another letter where they meet. */
function meltsIn(text: string, { start, end }: Span, words: string): boolean {
  const before = text.slice(Math.max(start - MARKS, 0), start);
  const after = text.slice(end, end + MARKS);
  const whole = before + words + after;
  return /^\p{M}/u.test(words) || /^\p{M}/u.test(after) || whole.normalize('NFC') !== before + words + after;
}

/** So many code units around a border hold every letter that could melt. */
const MARKS = 4;

/** Corrections that share words, in the order of the text; those that begin first and end last come first. */
function groupsOf(ready: readonly Ready[]): Ready[][] {
  const inOrder = [...ready].sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end || (a.id < b.id ? -1 : 1),
  );
  const groups: Ready[][] = [];
  let end = -1;
  for (const one of inOrder) {
    if (one.span.start < end) groups.at(-1)?.push(one);
    else groups.push([one]);
    end = Math.max(end, one.span.end);
  }
  return groups;
}

/** Whether one correction, put in place, says what another one says as well. */
function says(outer: Ready, inner: Ready): boolean {
  if (outer === inner) return true;
  const { start, end } = outer.span;
  if (inner.span.start < start || inner.span.end > end) return false;
  if (inner.span.start === start && inner.span.end === end) return inner.words === outer.words;
  return (
    wordsAt(outer.words, inner.words) !== -1 &&
    (inner.words.includes(inner.span.quote) || wordsAt(outer.words, inner.span.quote) === -1)
  );
}

/** Where words stand in others as words of their own; -1 where they do not: "4" does not stand in "14". */
function wordsAt(all: string, words: string): number {
  for (let at = all.indexOf(words); at !== -1; at = all.indexOf(words, at + 1)) {
    const before = /[\p{L}\p{N}\p{M}]$/u.test(all.slice(0, at)) && /^[\p{L}\p{N}]/u.test(words);
    const after =
      /^[\p{L}\p{N}\p{M}]/u.test(all.slice(at + words.length)) && /[\p{L}\p{N}\p{M}]$/u.test(words);
    if (!before && !after) return at;
  }
  return -1;
}

/** Each group begins with the one that is put in place. */
function replaced(text: string, groups: readonly (readonly Ready[])[]): Omit<Corrected, 'left'> {
  const pieces: string[] = [];
  const replacements: Replacement[] = [];
  const applied: Applied[] = [];
  let [from, length] = [0, 0];
  const put = (piece: string) => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const group of groups) {
    const [outermost] = group;
    if (outermost === undefined) continue;
    const { span, words } = outermost;
    put(text.slice(from, span.start));
    const start = length;
    put(words);
    from = span.end;
    const to = { start, end: length, quote: words };
    replacements.push({ from: span, to, ids: group.map(({ id }) => id) });
    for (const one of group) {
      const at = start + (one === outermost ? 0 : Math.max(wordsAt(words, one.words), 0));
      applied.push({
        id: one.id,
        from: one.span,
        to: { start: at, end: at + one.words.length, quote: one.words },
      });
    }
  }
  put(text.slice(from));
  return { text: pieces.join(''), replacements, applied };
}
