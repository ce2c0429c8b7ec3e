/** Somebody who comes to a page and goes from it, at milliseconds; the page is asked at the end. */
export const attentionCases: Readonly<
  Record<
    string,
    {
      readonly turns: readonly (readonly [at: number, isHere: boolean])[];
      readonly asked: number;
      readonly looked: number;
    }
  >
> = {
  'nobody came': { turns: [], asked: 9_000, looked: 0 },
  'here all the time': { turns: [[1_000, true]], asked: 4_000, looked: 3_000 },
  'away since then': {
    turns: [
      [1_000, true],
      [2_000, false],
    ],
    asked: 60_000,
    looked: 1_000,
  },
  'away, and just back': {
    turns: [
      [1_000, true],
      [2_000, false],
      [60_000, true],
    ],
    asked: 60_000,
    looked: 1_000,
  },
  'away, and back for a while': {
    turns: [
      [1_000, true],
      [2_000, false],
      [60_000, true],
    ],
    asked: 60_500,
    looked: 1_500,
  },
  'told twice of the same': {
    turns: [
      [1_000, true],
      [1_500, true],
      [2_000, false],
      [3_000, false],
    ],
    asked: 4_000,
    looked: 1_000,
  },
};
