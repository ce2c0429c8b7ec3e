/** What is kept of a text answers for that text alone: its language, and where its sentences end. */
import { describe, expect, it } from 'vitest';
import type { AnchoredClaim, RevisedText } from '../../server/domain/text/revise/model.ts';
import { reanchor } from '../../server/domain/text/revise/reanchor.ts';
import { readStory } from '../../server/domain/text/story.ts';

function textOf(text: string, language = 'en'): RevisedText {
  const read = readStory(text, { language });
  if (!read.ok) throw new Error('no story');
  return { text: read.story.text, sentences: read.story.sentences, language };
}
function claimOn({ text }: RevisedText, quote: string): AnchoredClaim {
  const start = text.indexOf(quote);
  const span = { start, end: start + quote.length, quote };
  return { id: 'claim', kind: 'fact', span, source: null, cue: null, parts: [], attributionIds: [] };
}
const becomes = (older: RevisedText, newer: RevisedText, quote: string) =>
  reanchor(older, newer, [claimOn(older, quote)])[0];

describe('a text that was looked at before', () => {
  it('is read by its own language', () => {
    const [before, now] = ['Rain fell. 1500 people fled.', 'Rain fell. 1.500 people fled.'];
    for (const _ of [1, 2]) {
      expect(becomes(textOf(before, 'en'), textOf(now, 'en'), '1500 people')?.change).toBe('figure_changed');
      expect(becomes(textOf(before, 'de'), textOf(now, 'de'), '1500 people')?.change).toBe('same');
    }
  });

  it('is read by its own sentences', () => {
    const older = textOf('Nine men died in Harran. Police left.');
    const [first, second] = older.sentences;
    if (first === undefined || second === undefined) throw new Error('there are two sentences');
    const joined = { ...older, sentences: [{ ...first, end: second.end }] };
    const newer = textOf('Nine men died in Harran. The army left.');
    for (const _ of [1, 2]) {
      expect(becomes(older, newer, 'Nine men died')?.change).toBe('same');
      expect(becomes(joined, newer, 'Nine men died')?.change).not.toBe('same');
    }
  });

  it('gives the same after many others as at first', () => {
    const texts = Array.from({ length: 12 }, (_, n) =>
      textOf(`Rashid said ${n + 2} men died in Harran.\n\nRain fell.`),
    );
    const all = () =>
      texts.map((newer, index) => becomes(texts[(index + 5) % texts.length] ?? newer, newer, 'men died'));
    expect(all()).toEqual(all());
  });
});
