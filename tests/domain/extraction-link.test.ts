import { describe, expect, it } from 'vitest';
import { linkProposals } from '../../server/domain/extraction/link.ts';
import type { Proposal } from '../../server/domain/extraction/model.ts';
import { linkCases } from '../cases/extraction-links.ts';
import { attribution, count, fact } from '../support/passages.ts';

describe('linkProposals', () => {
  it.each(Object.entries(linkCases))(
    '%s',
    (_name, { text, attributions = {}, facts = [], counts = [], expected }) => {
      const given: Proposal[] = [
        ...facts.map((quote, index) => fact(text, `fact${index}`, quote)),
        ...counts.map((quote, index) => count(text, `count${index}`, quote)),
        ...Object.entries(attributions).map(([key, content]) => attribution(text, key, { content })),
      ];
      const name = ({ kind, key, span }: Proposal) => (kind === 'attribution' ? key : span.quote);
      for (const order of [given, given.toReversed()])
        expect(linkProposals(order).map((one) => [name(one), one.attributedBy[0] ?? null])).toEqual(expected);
    },
  );

  it('names one attribution, and leaves those of an attribution as they are', () => {
    const text = 'Molk said Varga said it was late.';
    const outer = attribution(text, 'a', { content: ['Varga said it was late'] });
    const inner = attribution(text, 'b', { content: ['it was late'] });
    const linked = linkProposals([outer, inner, fact(text, 'f', 'late')]);
    expect(linked.map(({ attributedBy }) => attributedBy)).toEqual([[], [], ['b']]);
  });

  it('leaves out a name that a source has, and no other fact of its words', () => {
    const text = 'Minister Ana Bly, 42, said it rained.';
    const source: Proposal = {
      ...fact(text, 's', 'Ana Bly'),
      kind: 'source',
      details: { sourceId: null, titleAsPrinted: 'Minister' },
    };
    const name = (key: string, quote: string): Proposal => ({
      ...fact(text, key, quote),
      kind: 'fact',
      details: { about: 'name', value: null },
    });
    const given = [source, name('n', 'Minister Ana Bly'), name('m', '42'), fact(text, 'f', 'Ana Bly, 42')];
    expect(linkProposals(given).map(({ key }) => key)).toEqual(['f', 's', 'm']);
  });

  it('leaves out what no claim could hold', () => {
    const text = `Molk said ${'it rained and '.repeat(1500)}\uD83D stopped.`;
    const long = attribution(text, 'long', { content: [text.slice(10, -1)] });
    const broken = attribution(text, 'broken', { content: ['stopped'], cue: '\uD83D' });
    const sound = attribution(text, 'sound', { content: ['stopped'], source: 'Molk', cue: 'said' });
    expect(linkProposals([long, broken, sound]).map(({ key }) => key)).toEqual(['sound']);
    expect(linkProposals([fact(text, 'f', '\uD83D stopped')])).toEqual([]);
  });

  it('finds the same as a search through all of them', () => {
    const text = 'x'.repeat(400);
    let seed = 7;
    const below = (limit: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % limit;
    };
    const spanAt = (start: number, length: number) => ({
      start,
      end: start + length,
      quote: 'x'.repeat(length),
    });
    const given: Proposal[] = Array.from({ length: 300 }, (_, index) => {
      const one = attribution('x', `a${index}`, { content: ['x'] });
      const span = spanAt(below(300), 1 + below(100));
      return { ...one, span, details: { ...one.details, content: [span] } };
    });
    const facts = Array.from({ length: 300 }, (_, index) => ({
      ...fact(text, `f${index}`, 'x'),
      span: spanAt(below(390), 1 + below(10)),
    }));
    for (const one of linkProposals([...facts, ...given])) {
      if (one.kind === 'attribution') continue;
      const around = given.filter(({ span }) => span.start <= one.span.start && one.span.end <= span.end);
      const least = Math.min(...around.map(({ span }) => span.end - span.start));
      const sayer = given.find(({ key }) => key === one.attributedBy[0]);
      expect(sayer === undefined).toBe(around.length === 0);
      if (sayer !== undefined) {
        expect(around).toContain(sayer);
        expect(sayer.span.end - sayer.span.start).toBe(least);
      }
    }
  });
});
