import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Correction, correctText, whyLeft } from '../../server/domain/text/revise/correct.ts';
import { wordByWord } from '../../server/domain/text/revise/word-by-word.ts';
import { splitSentences } from '../../server/domain/text/sentences.ts';
import { readStory } from '../../server/domain/text/story.ts';
import { correctionCases, wordByWordCases } from '../cases/corrections.ts';

/** The place of words that stood so often before. */
function placeOf(text: string, quote: string, nth = 0) {
  let start = text.indexOf(quote);
  for (let before = 0; before < nth; before++) start = text.indexOf(quote, start + 1);
  if (start === -1) throw new Error(`“${quote}” is not in the text`);
  return { start, end: start + quote.length, quote };
}

function revisionOf(text: string, language = 'en') {
  const read = readStory(text, { language });
  if (!read.ok) throw new Error(read.problem);
  return { text: read.story.text, sentences: read.story.sentences, language };
}

describe('correctText', () => {
  it.each(Object.entries(correctionCases))(
    '%s',
    (_name, { text, language, corrections, expected, left = {} }) => {
      const revision = revisionOf(text, language);
      const asked = corrections.map(
        ([quote, wording, nth], index): Correction => ({
          id: String(index),
          span: placeOf(revision.text, quote, nth),
          wording: wording?.replace(/^!/, '') ?? null,
          returned: wording?.startsWith('!') ?? false,
        }),
      );
      const corrected = correctText(revision, asked);
      expect(corrected.text).toBe(expected);
      expect(Object.fromEntries(corrected.left.map(({ id, because }) => [id, because]))).toEqual(left);
      expect([...corrected.applied, ...corrected.left].map(({ id }) => id).sort()).toEqual(
        asked.map(({ id }) => id).sort(),
      );
      for (const { from, to } of corrected.applied) {
        expect(revision.text.slice(from.start, from.end)).toBe(from.quote);
        expect(corrected.text.slice(to.start, to.end)).toBe(to.quote);
      }
      for (const correction of asked) {
        const alone = whyLeft(revision, correction);
        expect(left[Number(correction.id)] === 'overlap' ? null : (left[Number(correction.id)] ?? null)).toBe(
          alone,
        );
      }
    },
  );

  it('names the corrections that one gets in the way of', () => {
    const revision = revisionOf('It took 41 people.');
    const span = placeOf(revision.text, '41');
    const two = ['43', '44'].map((wording, index) => ({ id: `c${index}`, span, wording, returned: false }));
    expect(correctText(revision, two).left).toEqual([
      { id: 'c0', because: 'overlap', others: ['c1'] },
      { id: 'c1', because: 'overlap', others: ['c0'] },
    ]);
  });

  it('leaves words that are not what stands there', () => {
    const revision = revisionOf('It took 41 people.');
    const span = { start: 0, end: 2, quote: '41' };
    expect(whyLeft(revision, { id: 'a', span, wording: '43', returned: false })).toBe('not_there');
  });

  it('leaves every letter outside of the claims as it was', () => {
    const word = fc.constantFrom('41', 'people', 'died', '🚒', 'شخصا', 'nine', 'é', 'on');
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 20 }),
        fc.array(fc.tuple(fc.nat(19), fc.nat(3), word), { maxLength: 6 }),
        (words, marks) => {
          const text = words.join(' ');
          const block = { role: 'paragraph' as const, start: 0, end: text.length };
          const revision = { text, sentences: splitSentences(text, [block], 'en'), language: 'en' };
          const starts = words.map(
            (_, index) => words.slice(0, index).join(' ').length + (index === 0 ? 0 : 1),
          );
          const corrections = marks.flatMap(([at, more, wording], index): Correction[] => {
            const start = starts[at];
            const last = Math.min(at + more, words.length - 1);
            if (start === undefined) return [];
            const end = (starts[last] ?? 0) + (words[last] ?? '').length;
            return [
              {
                id: String(index),
                span: { start, end, quote: text.slice(start, end) },
                wording,
                returned: false,
              },
            ];
          });
          const { text: now, replacements, applied, left } = correctText(revision, corrections);
          let rebuilt = now;
          for (const { from, to } of [...replacements].reverse())
            rebuilt = rebuilt.slice(0, to.start) + from.quote + rebuilt.slice(to.end);
          expect(rebuilt).toBe(text);
          expect(applied.length + left.length).toBe(corrections.length);
        },
      ),
    );
  });
});

describe('wordByWord', () => {
  it.each(Object.entries(wordByWordCases))('%s', (_name, { older, newer, expected }) => {
    const pieces = wordByWord(older, newer);
    const marks = { same: ['', ''], removed: ['[-', ']'], added: ['[+', ']'] } as const;
    expect(pieces.map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`).join('')).toBe(
      expected,
    );
    const without = (kind: string) => pieces.flatMap((one) => (one.kind === kind ? [] : [one.text])).join('');
    expect([without('added'), without('removed')]).toEqual([older, newer]);
  });
});
