/** What holds for any change of any text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlain } from '../../server/domain/extraction/plain.ts';
import { type AnchoredClaim, keepsVerdict, type Reanchored } from '../../server/domain/text/revise/model.ts';
import { reanchor } from '../../server/domain/text/revise/reanchor.ts';
import { comparable } from '../../server/domain/text/revise/tokens.ts';

const read = (paragraphs: readonly (readonly string[])[]) =>
  readPlain(paragraphs.map((sentences) => sentences.join(' ')).join('\n\n'), 'en');

const name = fc.constantFrom('Rashid', 'Maren', 'the envoy', 'the harbour office', 'Colonel Ekdal');
const verb = fc.constantFrom('said', 'warned', 'denied', 'confirmed');
const figure = fc.constantFrom('nine', '9', '12', '385', '1,500', 'dozens of', 'at least 30', 'up to 30');
const people = fc.constantFrom('people', 'soldiers', 'children', 'villagers', 'prisoners');
const fate = fc.constantFrom(
  'were killed',
  'were injured',
  'are missing',
  'have been freed',
  'were not hurt',
);
const place = fc.constantFrom('Harran', 'the port', 'Dorvan', 'the old market', 'a school');

/** Sentences that differ by little, as the ones of one story do. */
const sentence = fc.oneof(
  fc.tuple(figure, people, fate, place).map(([n, who, what, where]) => `${n} ${who} ${what} in ${where}.`),
  fc
    .tuple(name, verb, figure, people, fate)
    .map(([by, cue, n, who, what]) => `${by} ${cue} that ${n} ${who} ${what}.`),
  fc.tuple(figure, people, name, verb).map(([n, who, by, cue]) => `“We lost ${n} ${who},” ${by} ${cue}.`),
  fc.tuple(figure, people).map(([n, who]) => `“They took ${n} ${who}.”`),
  fc
    .tuple(place, fc.constantFrom('rain', 'fire', 'snow'))
    .map(([where, what]) => `There was ${what} in ${where} all night.`),
);
const story = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });

/** Claims on any stretch of words of a text. */
const claimsOn = (text: string): fc.Arbitrary<AnchoredClaim[]> => {
  const words = comparable(text, 'en');
  const stretch = fc.tuple(fc.nat(Math.max(words.length - 1, 0)), fc.integer({ min: 1, max: 9 }));
  return fc.array(stretch, { minLength: 1, maxLength: 8 }).map((all) =>
    all.flatMap(([from, length], index): AnchoredClaim[] => {
      const start = words[from]?.start ?? 0;
      const end = words[Math.min(from + length, words.length) - 1]?.end ?? start;
      if (end <= start) return [];
      const span = { start, end, quote: text.slice(start, end) };
      return [
        { id: String(index), kind: 'fact', span, source: null, cue: null, parts: [], attributionIds: [] },
      ];
    }),
  );
};

type Edit = (paragraphs: string[][]) => void;
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(99), fc.nat(99), sentence).map(
    ([p, s, put]): Edit =>
      (all) => {
        at(all, p)?.splice(s % 5, 0, put);
      },
  ),
  fc.tuple(fc.nat(99), fc.nat(99)).map(
    ([p, s]): Edit =>
      (all) => {
        at(all, p)?.splice(s % 4, 1);
      },
  ),
  fc.tuple(fc.nat(99), fc.nat(99), sentence).map(
    ([p, s, put]): Edit =>
      (all) => {
        at(all, p)?.splice(s % 4, 1, put);
      },
  ),
  fc.tuple(fc.nat(99), fc.nat(99)).map(
    ([from, to]): Edit =>
      (all) => {
        const [taken] = all.splice(from % Math.max(all.length, 1), 1);
        if (taken !== undefined) all.splice(to % (all.length + 1), 0, taken);
      },
  ),
  fc
    .tuple(fc.nat(99), fc.nat(99), fc.nat(99), fc.constantFrom('not', 'ten', 'soldiers', 'reportedly', ''))
    .map(
      ([p, s, w, put]): Edit =>
        (all) => {
          const sentences = at(all, p);
          const words = sentences?.[s % Math.max(sentences.length, 1)]?.split(' ');
          if (sentences === undefined || words === undefined) return;
          words.splice(w % words.length, 1, put);
          sentences[s % sentences.length] = words.filter((word) => word !== '').join(' ');
        },
    ),
);
const at = (all: string[][], index: number) => all[index % Math.max(all.length, 1)];

const changed = fc
  .tuple(story, fc.array(edits, { minLength: 1, maxLength: 6 }))
  .map(([before, all]) => {
    const after = before.map((sentences) => [...sentences]);
    for (const edit of all) edit(after);
    return { before: read(before), after: read(after.filter((sentences) => sentences.length > 0)) };
  })
  .chain(({ before, after }) => claimsOn(before.text).map((claims) => ({ before, after, claims })));

const keys = (text: string) => comparable(text, 'en').map(({ key }) => key);

describe('after any edits', () => {
  test('every claim is there, once, in its order', () => {
    fc.assert(
      fc.property(changed, ({ before, after, claims }) => {
        expect(reanchor(before, after, claims).map(({ id }) => id)).toEqual(claims.map(({ id }) => id));
      }),
    );
  });

  test('every quote is its slice of the newer text', () => {
    fc.assert(
      fc.property(changed, ({ before, after, claims }) => {
        for (const { span, change } of reanchor(before, after, claims)) {
          expect(span === null).toBe(change === 'gone');
          if (span !== null) expect(after.text.slice(span.start, span.end)).toBe(span.quote);
          if (span !== null) expect(span.quote).not.toBe('');
        }
      }),
    );
  });

  test('a kept verdict has the same words, and so has its sentence', () => {
    fc.assert(
      fc.property(changed, ({ before, after, claims }) => {
        for (const result of reanchor(before, after, claims)) {
          if (!keepsVerdict(result.change)) continue;
          const claim = claims.find(({ id }) => id === result.id);
          expect(keys(result.span?.quote ?? '')).toEqual(keys(claim?.span.quote ?? ''));
          expect(sentenceOf(after, result)).toEqual(sentenceOf(before, claim));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('an unchanged text leaves every claim where it is', () => {
    fc.assert(
      fc.property(changed, ({ before, claims }) => {
        for (const result of reanchor(before, before, claims)) {
          expect(result.change).toBe('same');
          expect(result.span).toEqual(claims.find(({ id }) => id === result.id)?.span);
        }
      }),
    );
  });
});

/** An attribution for each "Rashid said" of a text, and what it says as a claim that is linked to it. */
function spokenIn(text: ReturnType<typeof read>): AnchoredClaim[] {
  const spoken =
    /(Rashid|Maren|the envoy|the harbour office|Colonel Ekdal) (said|warned|denied|confirmed) that /g;
  return [...text.text.matchAll(spoken)].flatMap((match, index): AnchoredClaim[] => {
    const [whole, who = '', cue = ''] = match;
    const spanAt = (start: number, length: number) => ({
      start,
      end: start + length,
      quote: text.text.slice(start, start + length),
    });
    const start = match.index + whole.length;
    const end = text.text.indexOf('.', start);
    if (end <= start) return [];
    const span = spanAt(start, end - start);
    const said = `said ${index}`;
    return [
      {
        id: said,
        kind: 'attribution',
        span,
        source: spanAt(match.index, who.length),
        cue: spanAt(match.index + who.length + 1, cue.length),
        parts: [span],
        attributionIds: [],
      },
      {
        id: `count ${index}`,
        kind: 'casualty_count',
        span,
        source: null,
        cue: null,
        parts: [],
        attributionIds: [said],
      },
    ];
  });
}

test('whoever says it, and in which words, is the same where a verdict is kept', () => {
  fc.assert(
    fc.property(changed, ({ before, after }) => {
      const claims = spokenIn(before);
      const results = new Map(reanchor(before, after, claims).map((result) => [result.id, result]));
      for (const claim of claims) {
        const result = results.get(claim.id);
        for (const span of [result?.source, result?.cue, ...(result?.parts ?? [])])
          if (span != null) expect(after.text.slice(span.start, span.end)).toBe(span.quote);
        if (result === undefined || !keepsVerdict(result.change)) continue;
        const [voice] = claim.attributionIds;
        const told = voice === undefined ? claim : claims.find(({ id }) => id === voice);
        const now = voice === undefined ? result : results.get(voice);
        expect(keys(now?.source?.quote ?? '')).toEqual(keys(told?.source?.quote ?? ''));
        expect(keys(now?.cue?.quote ?? '')).toEqual(keys(told?.cue?.quote ?? ''));
        expect(keys(result.span?.quote ?? '')).toEqual(keys(claim.span.quote));
      }
    }),
    { numRuns: 300 },
  );
});

/** The bag of words of the sentence in which something stands, the word that joins aside. */
function sentenceOf(text: ReturnType<typeof read>, placed: Pick<Reanchored, 'span'> | undefined): string[] {
  const start = placed?.span?.start ?? 0;
  const found = text.sentences.find((one) => one.start <= start && start < one.end);
  return keys(text.text.slice(found?.start ?? 0, found?.end ?? 0))
    .filter((key) => /[\p{L}\p{N}]/u.test(key) && key !== 'and')
    .map((key) => key.toLowerCase())
    .sort();
}

describe('edits in other paragraphs', () => {
  const quiet = fc.array(
    fc.tuple(place, fc.nat(200)).map(([where, n]) => `The road to ${where} has ${n} bends and no bridge.`),
    { minLength: 1, maxLength: 4 },
  );
  const apart = fc
    .tuple(
      fc.array(quiet, { maxLength: 3 }),
      fc.array(sentence, { minLength: 1, maxLength: 4 }),
      fc.array(quiet, { maxLength: 3 }),
    )
    .chain(([above, own, below]) => {
      const before = read([...above, own, ...below]);
      return fc.record({
        before: fc.constant(before),
        after: fc
          .tuple(fc.array(quiet, { maxLength: 3 }), fc.array(quiet, { maxLength: 3 }))
          .map(([first, last]) => read([...first, own, ...last])),
        claims: claimsOn(own.join(' ')).map((claims) => {
          const shift = before.text.indexOf(own.join(' '));
          return claims.map((claim) => ({
            ...claim,
            span: { ...claim.span, start: claim.span.start + shift, end: claim.span.end + shift },
          }));
        }),
      });
    });

  test('that touch no speaker keep every verdict', () => {
    fc.assert(
      fc.property(apart, ({ before, after, claims }) => {
        for (const { id, change } of reanchor(before, after, claims))
          expect({ id, kept: keepsVerdict(change) }).toEqual({ id, kept: true });
      }),
      { numRuns: 300 },
    );
  });
});

test('any two strings are compared without a crash', () => {
  const any = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(
    fc.property(any, any, fc.constantFrom('en', 'ar', 'de', 'zh', 'en-a'), (one, other, language) => {
      const before = readPlain(one, language);
      const claims: AnchoredClaim[] = before.sentences.map(({ start, end }, index) => ({
        id: String(index),
        kind: 'fact',
        span: { start, end, quote: one.slice(start, end) },
        source: null,
        cue: null,
        parts: [],
        attributionIds: [],
      }));
      const after = readPlain(other, language);
      for (const { span } of reanchor(before, after, claims))
        if (span !== null) expect(other.slice(span.start, span.end)).toBe(span.quote);
    }),
    { numRuns: 300 },
  );
});
