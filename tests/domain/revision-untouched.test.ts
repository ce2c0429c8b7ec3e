/** An untouched paragraph keeps every verdict, whatever becomes of the paragraphs that name no speaker of its own. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlain } from '../../server/domain/extraction/plain.ts';
import { type AnchoredClaim, keepsVerdict } from '../../server/domain/text/revise/model.ts';
import { reanchor } from '../../server/domain/text/revise/reanchor.ts';

/** Whom a paragraph may take its speaker from: "he" from a person, "it" from a body, both from a name that may be either. */
type Kind = 'person' | 'body' | 'name';
type Takes = 'person' | 'body' | 'anybody';

interface Paragraph {
  readonly text: string;
  /** Whose words its first ones are where it does not tell: told by the nearest paragraph above with such a speaker. */
  readonly takes: Takes | null;
  /** True where whom it speaks of is told right above it. */
  readonly hangs: boolean;
  /** Who speaks in it by name; null where nobody does. */
  readonly tells: Kind | null;
}

const names: Readonly<Record<Kind, fc.Arbitrary<string>>> = {
  person: fc.constantFrom(
    'Colonel Ekdal',
    'The mayor of Harran',
    'Rashid, the mayor of Harran,',
    'The envoy',
  ),
  name: fc.constantFrom('Rashid', 'Maren', 'Maren Ek'),
  body: fc.constantFrom('The coalition', 'The harbour office', 'The observatory', 'The ministry'),
};
const PRONOUN: Readonly<Record<Kind, string>> = { person: 'he', name: 'she', body: 'it' };
const cue = fc.constantFrom('said', 'warned', 'also said', 'confirmed');
const fact = fc
  .tuple(
    fc.constantFrom('nine', '12', '385', 'at least 30', 'up to 30', '1,500'),
    fc.constantFrom('people', 'soldiers', 'children', 'villagers'),
    fc.constantFrom('were killed', 'were injured', 'are missing', 'have been freed'),
    fc.constantFrom('', ' in Harran', ' at the port', ' on Monday'),
  )
  .map(([n, who, what, where]) => `${n} ${who} ${what}${where}`);
const large = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const plain = fc.oneof(
  fact.map((words) => `${large(words)}.`),
  fc
    .tuple(fc.constantFrom('Rain', 'Snow', 'Fog'), fc.nat(60))
    .map(([what, n]) => `${what} lay on the road to Dorvan for ${n} days.`),
  fc
    .tuple(fc.constantFrom('crush', 'free', 'new order'), fact)
    .map(([word, words]) => `There was talk of “${word}” in the town as ${words}.`),
);
const rest = fc.array(plain, { maxLength: 2 });

/** Words in which somebody speaks, and the ones that another paragraph has to tell who that is. */
const spoken = (by: Kind) =>
  fc
    .tuple(
      names[by],
      cue,
      fact,
      rest,
      fc.option(fact, { nil: null }),
      fc.constantFrom('reported', 'quoted', 'issued', 'denounced'),
    )
    .map(([name, verb, words, more, added, form]): Paragraph => {
      const first = {
        reported: `${name} ${verb} that ${words}.`,
        quoted: `“The road is shut, ${words},” ${name.replace('The', 'the')} said.`,
        issued: `${name} issued a long statement as ${words}.`,
        denounced: `${name} denounced “these acts, which took the fathers of so many” on Tuesday.`,
      }[form];
      const then = added === null ? [] : [`${large(PRONOUN[by])} added that ${added}.`];
      return { text: [first, ...more, ...then].join(' '), takes: null, hangs: false, tells: by };
    });
const carried = (takes: 'person' | 'body', by: string) =>
  fc
    .tuple(fact, rest, fc.constantFrom('reported', 'quoted', 'also'))
    .map(([words, more, form]): Paragraph => {
      const first = {
        reported: `${large(by)} added that ${words}.`,
        quoted: `“The harbour is shut, ${words},” ${by} said.`,
        also: `But ${by} also said ${words}.`,
      }[form];
      return { text: [first, ...more].join(' '), takes, hangs: false, tells: null };
    });

const speaking = fc.oneof(spoken('person'), spoken('name'), spoken('body'));
const quiet = fc
  .array(plain, { minLength: 1, maxLength: 3 })
  .map((all): Paragraph => ({ text: all.join(' '), takes: null, hangs: false, tells: null }));
const hanging = fc.oneof(
  fc.tuple(fact, rest).map(
    ([words, more]): Paragraph => ({
      text: [`“We saw that ${words}.”`, ...more].join(' '),
      takes: 'anybody',
      hangs: false,
      tells: null,
    }),
  ),
  carried('person', 'he'),
  carried('person', 'she'),
  carried('body', 'it'),
  fact.map(
    (words): Paragraph => ({
      text: `They fled when ${words}.`,
      takes: null,
      hangs: true,
      tells: null,
    }),
  ),
);
const paragraph = fc.oneof(
  { weight: 3, arbitrary: speaking },
  { weight: 3, arbitrary: hanging },
  { weight: 2, arbitrary: quiet },
);

const mayBe = (takes: Takes, tells: Kind): boolean =>
  takes === 'anybody' || tells === 'name' || takes === tells;

/** The paragraph that tells who speaks in another one; null where none does. */
function tellerOf(story: readonly Paragraph[], at: number): number | null {
  const takes = story[at]?.takes ?? null;
  if (takes === null) return null;
  for (let above = at - 1; above >= 0; above--) {
    const { tells = null, takes: carries = null } = story[above] ?? {};
    if (tells !== null && mayBe(takes, tells)) return above;
    if (takes === 'anybody' && carries !== null) return above;
  }
  return null;
}

interface Kept {
  readonly paragraph: Paragraph;
  readonly at: number;
}

/** A story, which of its paragraphs stay as they are, and what is put above each of them and at the end. */
interface Course {
  readonly story: readonly Paragraph[];
  readonly stays: readonly boolean[];
  readonly put: readonly (readonly Paragraph[])[];
}

const course: fc.Arbitrary<Course> = fc
  .uniqueArray(paragraph, { minLength: 2, maxLength: 9, selector: ({ text }) => text })
  .chain((story) =>
    fc.record({
      story: fc.constant(story),
      stays: fc.array(fc.boolean(), { minLength: story.length, maxLength: story.length }),
      put: fc.array(fc.array(fc.oneof(speaking, quiet), { maxLength: 2 }), {
        minLength: story.length + 1,
        maxLength: story.length + 1,
      }),
    }),
  );

/** The newer story: what stays takes along who speaks in it, and nobody else comes between. */
function newerOf({ story, stays, put }: Course): {
  all: readonly (Paragraph | Kept)[];
  kept: readonly Kept[];
} {
  const keeps = new Set<number>();
  const keep = (at: number): void => {
    keeps.add(at);
    const teller = tellerOf(story, at);
    if (teller !== null) keep(teller);
    const isOpen = story[at]?.hangs === true || (teller === null && story[at]?.takes !== null);
    // What somebody says above it tells nobody's name.
    for (let above = at - 1; isOpen && above >= 0; above--) {
      keep(above);
      if (story[above]?.takes !== 'anybody') break;
    }
  };
  stays.forEach((stay, at) => {
    if (stay) keep(at);
  });
  const known = new Set(story.map(({ text }) => text));
  const mayStand = (one: Paragraph, above: number): boolean => {
    if (known.has(one.text)) return false;
    if (one.tells === null) return true;
    for (let at = above; at < story.length; at++) {
      if (!keeps.has(at)) continue;
      const takes = story[at]?.takes ?? null;
      const teller = tellerOf(story, at);
      if (takes !== null && mayBe(takes, one.tells) && (teller ?? -1) < above) return false;
    }
    return true;
  };
  const all: (Paragraph | Kept)[] = [];
  const kept: Kept[] = [];
  for (let at = 0; at <= story.length; at++) {
    const { hangs = false, takes = null } = story[at] ?? {};
    const isOpen = keeps.has(at) && (hangs || (takes !== null && tellerOf(story, at) === null));
    if (!isOpen) all.push(...(put[at] ?? []).filter((one) => mayStand(one, at)));
    const stood = story[at];
    if (stood === undefined || !keeps.has(at)) continue;
    const one = { paragraph: stood, at };
    all.push(one);
    kept.push(one);
  }
  return { all, kept };
}

const textOf = (one: Paragraph | Kept): string => ('paragraph' in one ? one.paragraph.text : one.text);

/** Every sentence, every figure with what it counts, and every attribution with what it says. */
function claimsIn(text: string, from: number, to: number): AnchoredClaim[] {
  const part = text.slice(from, to);
  const spanAt = (start: number, length: number) => ({
    start: from + start,
    end: from + start + length,
    quote: part.slice(start, start + length),
  });
  const plainly = { source: null, cue: null, parts: [], attributionIds: [] };
  const fact = (found: RegExpMatchArray): AnchoredClaim => ({
    id: `${from}+${found.index} ${found[0]}`,
    kind: 'fact',
    span: spanAt(found.index ?? 0, found[0].length),
    ...plainly,
  });
  const said = [...part.matchAll(/([A-Z]\w+) (said|warned|confirmed|added) that ([^.]+)\./g)].flatMap(
    ([whole, who = '', verb = '', words = ''], index): AnchoredClaim[] => {
      const start = part.indexOf(whole);
      const span = spanAt(start + whole.indexOf(words), words.length);
      const id = `said ${from} ${index}`;
      return [
        {
          id,
          kind: 'attribution',
          span,
          source: spanAt(start, who.length),
          cue: spanAt(start + who.length + 1, verb.length),
          parts: [span],
          attributionIds: [],
        },
        { id: `linked ${id}`, kind: 'casualty_count', span, ...plainly, attributionIds: [id] },
      ];
    },
  );
  return [
    ...[...part.matchAll(/[^.\s][^.]*\.”?/g)].map(fact),
    ...[...part.matchAll(/(?:nine|12|385|30|1,500) \w+/gi)].map(fact),
    ...said,
  ];
}

/** What became of every claim of the paragraphs that stayed. */
function becomes(given: Course) {
  const { story } = given;
  const { all, kept } = newerOf(given);
  const startsOf = (texts: readonly string[]) => {
    let next = 0;
    return texts.map((one) => {
      const start = next;
      next += one.length + 2;
      return start;
    });
  };
  const older = story.map(({ text }) => text);
  const newer = all.map(textOf);
  const [was, is] = [startsOf(older), startsOf(newer)];
  const before = older.join('\n\n');
  const claims = kept.flatMap(({ paragraph: { text }, at }) =>
    claimsIn(before, was[at] ?? 0, (was[at] ?? 0) + text.length).map((claim) => ({ claim, at })),
  );
  const results = reanchor(
    readPlain(before, 'en'),
    readPlain(newer.join('\n\n'), 'en'),
    claims.map(({ claim }) => claim),
  );
  const shiftOf = new Map(
    all.flatMap((one, index): [number, number][] =>
      'paragraph' in one ? [[one.at, (is[index] ?? 0) - (was[one.at] ?? 0)]] : [],
    ),
  );
  return claims.map(({ claim, at }, index) => {
    const shift = shiftOf.get(at) ?? 0;
    return {
      claim: claim.id,
      is: results[index],
      expected: { start: claim.span.start + shift, end: claim.span.end + shift, quote: claim.span.quote },
    };
  });
}

describe('a paragraph that stays, as whoever speaks in it does', () => {
  test('keeps every verdict, and each claim its place in it', () => {
    fc.assert(
      fc.property(course, (given) => {
        for (const { claim, is, expected } of becomes(given)) {
          expect({ claim, change: is?.change, kept: is !== undefined && keepsVerdict(is.change) }).toEqual({
            claim,
            change: is?.change,
            kept: true,
          });
          expect({ claim, span: is?.span }).toEqual({ claim, span: expected });
        }
      }),
      { numRuns: 300 },
    );
  });
});
