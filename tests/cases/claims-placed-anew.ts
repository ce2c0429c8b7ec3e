/** Attributions that a person puts on other words of another text, and where the words of their details are then. */

const OLD = 'Ferry sinks\n\nNine people died, said Ida Strand, who heads the hospital. It rained.';

interface Case {
  readonly older: string;
  readonly newer: string;
  /** By their words; each stands once in its text. */
  readonly from: string;
  readonly to: string;
  readonly source: string | null;
  readonly cue: string | null;
  readonly content: readonly string[];
  readonly via: readonly string[];
  readonly expected: {
    readonly source: string | null;
    readonly cue: string | null;
    readonly content: readonly string[];
    readonly via: readonly string[];
  };
}

const plain = { source: 'Ida Strand', cue: 'said', content: [], via: [] };

export const placedAnewCases: Record<string, Case> = {
  'source and cue once in the new sentence': {
    ...{ older: OLD, newer: 'Storm over\n\nIda Strand said that twelve had drowned.', ...plain },
    ...{ from: 'Nine people died', to: 'twelve had drowned' },
    expected: plain,
  },
  'a source in another sentence is not taken': {
    ...{
      older: OLD,
      newer: 'Storm over\n\nTwelve had drowned. The boat was old, said Ida Strand.',
      ...plain,
    },
    ...{ from: 'Nine people died', to: 'Twelve had drowned' },
    expected: { ...plain, source: null, cue: null },
  },
  'a cue twice in the sentence is nobody’s to choose': {
    ...{ older: OLD, newer: 'Storm over\n\nIda Strand said she said that twelve had drowned.', ...plain },
    ...{ from: 'Nine people died', to: 'twelve had drowned' },
    expected: { ...plain, cue: null },
  },
  'what stands as it stood keeps its spans': {
    ...{ older: OLD, newer: `New day\n\nIt is cold.\n\n${OLD.slice(13)}`, ...plain },
    ...{ from: 'Nine people died', to: 'Nine people' },
    expected: plain,
  },
  'content becomes the words it is put on': {
    ...{ older: OLD, newer: 'Storm over\n\nIda Strand said that twelve had drowned.', ...plain },
    ...{ from: 'Nine people died', to: 'twelve had drowned', content: ['Nine people died'] },
    expected: { ...plain, content: ['twelve had drowned'] },
  },
  'content of two parts that both stand there stays two': {
    ...{
      older: 'Ferry\n\n“It is true,” said Ida, “all of it.”',
      newer: 'Boat\n\nThen Ida spoke: “It is true” and “all of it.”',
    },
    ...{ from: 'It is true,” said Ida, “all of it', to: 'It is true” and “all of it' },
    ...{ source: null, cue: null, content: ['It is true', 'all of it'], via: [] },
    expected: { source: null, cue: null, content: ['It is true', 'all of it'], via: [] },
  },
  'through whom it came': {
    ...{
      older: 'Ferry\n\nNine died, she told Coast Radio.',
      newer: 'Boat\n\nTwelve drowned, Coast Radio had it.',
    },
    ...{
      from: 'Nine died',
      to: 'Twelve drowned',
      source: null,
      cue: 'told',
      content: [],
      via: ['Coast Radio'],
    },
    expected: { source: null, cue: null, content: [], via: ['Coast Radio'] },
  },
};
