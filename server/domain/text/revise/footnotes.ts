/** Notes at the foot of a story, to which a sentence points by a star or a number: "Nine men died [1]." */
import type { Side } from './aligned.ts';
import { wordsIn } from './alike.ts';
import type { Beside } from './model.ts';
import { perSentence, perSide } from './per-sentence.ts';
import { isInBlock } from './quoted.ts';

/** Does a note to which a sentence points say another thing? */
export function changesFootnote(older: Side, old: number, newer: Side): Beside | null {
  const [notes, notesNow] = [notesOf(older), notesOf(newer)];
  for (const mark of marksIn(older, old)) {
    const [was, is] = [notes.get(mark) ?? null, notesNow.get(mark) ?? null];
    if (was === null || is === null) continue;
    if (wordsIn(older, was).join(' ') !== wordsIn(newer, is).join(' '))
      return { change: 'attribution_changed', was, now: is };
  }
  return null;
}

const MARK = /\*{1,3}|[†‡]|\[\d{1,3}\]|[¹²³⁴-⁹]+/gu;
const OPENING = /^(?:\*{1,3}|[†‡]|\[\d{1,3}\]|[¹²³⁴-⁹]+)(?=\s?\S)/u;

const textAt = ({ revision: { text, sentences } }: Side, sentence: number): string =>
  text.slice(sentences[sentence]?.start ?? 0, sentences[sentence]?.end ?? 0);

/** The marks in a sentence that do not begin it. */
const marksIn = perSentence((side, sentence): readonly string[] =>
  [...textAt(side, sentence).matchAll(MARK)].flatMap(({ 0: mark, index }) => (index === 0 ? [] : [mark])),
);

/** The sentence that each mark opens, where one block alone begins with it: more are a list. */
const notesOf = perSide((side): ReadonlyMap<string, number> => {
  const notes = new Map<string, number>();
  const lists = new Set<string>();
  side.revision.sentences.forEach((_, at) => {
    const mark = isInBlock(side, at) ? undefined : OPENING.exec(textAt(side, at))?.[0];
    if (mark === undefined) return;
    if (notes.has(mark)) lists.add(mark);
    notes.set(mark, at);
  });
  for (const mark of lists) notes.delete(mark);
  return notes;
});
