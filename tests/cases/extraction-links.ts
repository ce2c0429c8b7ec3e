/** Who says a claim, one arrangement to a row. Attributions are given by their contents, facts and counts by their words. */
export interface LinkCase {
  readonly text: string;
  readonly attributions?: Readonly<Record<string, readonly string[]>>;
  readonly facts?: readonly string[];
  readonly counts?: readonly string[];
  /** What comes out, in order: its words, and the key of who says it or null. Attributions come under their key. */
  readonly expected: readonly (readonly [string, string | null])[];
}

export const linkCases: Record<string, LinkCase> = {
  'a fact inside what someone says': {
    text: 'Varga said the bridge cost 40 crowns.',
    attributions: { a: ['the bridge cost 40 crowns'] },
    facts: ['40 crowns'],
    expected: [
      ['a', null],
      ['40 crowns', 'a'],
    ],
  },
  'a fact that nobody says': {
    text: 'The bridge cost 40 crowns, and Varga said it was a shame.',
    attributions: { a: ['it was a shame'] },
    facts: ['40 crowns'],
    expected: [
      ['40 crowns', null],
      ['a', null],
    ],
  },
  'a fact that is all that someone says': {
    text: '40 crowns, Varga said.',
    attributions: { a: ['40 crowns'] },
    facts: ['40 crowns'],
    expected: [
      ['a', null],
      ['40 crowns', 'a'],
    ],
  },
  'a fact that begins before what someone says': {
    text: 'It was 40 crowns, Varga said.',
    attributions: { a: ['crowns'] },
    facts: ['40 crowns'],
    expected: [
      ['40 crowns', null],
      ['a', null],
    ],
  },
  'a fact that ends behind what someone says': {
    text: 'It was 40 crowns, Varga said.',
    attributions: { a: ['was 40'] },
    facts: ['40 crowns'],
    expected: [
      ['a', null],
      ['40 crowns', null],
    ],
  },
  'of nested attributions the narrowest': {
    text: 'Molk said Varga had told him that Bly knew the price was 40 crowns.',
    attributions: {
      a: ['Varga had told him that Bly knew the price was 40 crowns'],
      b: ['Bly knew the price was 40 crowns'],
      c: ['the price was 40 crowns'],
    },
    facts: ['40 crowns'],
    expected: [
      ['a', null],
      ['b', null],
      ['c', null],
      ['40 crowns', 'c'],
    ],
  },
  'an inner attribution that does not reach the fact': {
    text: 'Molk said Varga knew the price, which was 40 crowns.',
    attributions: { a: ['Varga knew the price, which was 40 crowns'], b: ['the price'] },
    facts: ['40 crowns'],
    expected: [
      ['a', null],
      ['b', null],
      ['40 crowns', 'a'],
    ],
  },
  'narrow by its whole, not by one piece': {
    text: '“It was 40 crowns,” Molk said, “and a long wait for everybody,” as he put it.',
    attributions: {
      a: ['It was 40 crowns', 'and a long wait for everybody'],
      b: ['“It was 40 crowns,” Molk said'],
    },
    facts: ['40 crowns'],
    expected: [
      ['b', null],
      ['a', null],
      ['40 crowns', 'b'],
    ],
  },
  'the words between two pieces are nobody’s': {
    text: '“It rained,” Molk said on 8 May, “and it was cold.”',
    attributions: { a: ['It rained', 'and it was cold'] },
    facts: ['8 May'],
    expected: [
      ['a', null],
      ['8 May', null],
    ],
  },
  'two that say the same: the later key': {
    text: 'Molk and Varga said it was 40 crowns.',
    attributions: { a: ['it was 40 crowns'], b: ['it was 40 crowns'] },
    facts: ['40 crowns'],
    expected: [
      ['a', null],
      ['b', null],
      ['40 crowns', 'b'],
    ],
  },
  'a count inside what someone says': {
    text: 'Varga said 12 people drowned.',
    attributions: { a: ['12 people drowned'] },
    counts: ['12 people'],
    expected: [
      ['a', null],
      ['12 people', 'a'],
    ],
  },
  'a fact inside a count is left out': {
    text: 'Some 12 people drowned on 8 May.',
    facts: ['12', '8 May'],
    counts: ['12 people drowned'],
    expected: [
      ['12 people drowned', null],
      ['8 May', null],
    ],
  },
  'a fact that shares a word with a count is left out': {
    text: 'Some 12 people drowned on 8 May.',
    facts: ['people drowned on 8 May'],
    counts: ['12 people'],
    expected: [['12 people', null]],
  },
  'a fact right before and one right behind a count stay': {
    text: 'On 8 May 12 people drowned.',
    facts: ['8 May ', ' drowned'],
    counts: ['12 people'],
    expected: [
      ['8 May ', null],
      ['12 people', null],
      [' drowned', null],
    ],
  },
  'counts that overlap': {
    text: 'Some 12 people and 3 children drowned on 8 May.',
    facts: ['and 3', 'drowned', '8 May'],
    counts: ['12 people and 3 children drowned', '12 people'],
    expected: [
      ['12 people and 3 children drowned', null],
      ['12 people', null],
      ['8 May', null],
    ],
  },
};
