import type { FlagCase } from './audit-attributions.ts';

export const hearsayCases: Record<string, FlagCase> = {
  'an attribution marked as hearsay, with what it covers': {
    text: 'The pumps were said to be off.',
    marks: [
      {
        id: 'heard',
        kind: 'attribution',
        quote: 'The pumps',
        cue: 'said to be',
        details: { mode: 'hearsay' },
      },
      { id: 'pumps', kind: 'fact', quote: 'The pumps', by: ['heard'] },
    ],
    flags: ['heard, pumps: said to be'],
  },
  'a cue that names nobody, whatever the mode': {
    text: 'The pumps were reportedly off.',
    marks: [
      { id: 'heard', kind: 'attribution', quote: 'off', cue: 'reportedly', details: { mode: 'indirect' } },
    ],
    flags: ['heard: reportedly'],
  },
  'an attribution to nobody': {
    text: 'Word spread that the pumps were off.',
    marks: [{ id: 'heard', kind: 'attribution', quote: 'the pumps were off', details: { basis: 'none' } }],
    flags: ['heard: the pumps were off'],
  },
  'an attribution to somebody': {
    text: 'The mayor said the pumps were off.',
    marks: [
      { id: 'mayor', kind: 'attribution', quote: 'the pumps were off', source: 'The mayor', cue: 'said' },
    ],
    flags: [],
  },
  'before a claim': {
    text: 'The crew reportedly freed dozens of passengers.',
    marks: [{ id: 'freed', kind: 'casualty_count', quote: 'freed dozens' }],
    flags: ['freed: reportedly'],
  },
  'in a claim': {
    text: 'Both owners have been accused of closing the pumps.',
    marks: [{ id: 'owners', kind: 'fact', quote: 'Both owners have been accused of closing the pumps' }],
    flags: ['owners: been accused of'],
  },
  'right after a claim': {
    text: 'More than 30 are thought to be missing.',
    marks: [{ id: 'missing', kind: 'casualty_count', quote: 'More than 30' }],
    flags: ['missing: are thought to'],
  },
  'in another clause': {
    text: 'The pumps were off, and the owner reportedly fled.',
    marks: [{ id: 'pumps', kind: 'fact', quote: 'The pumps were off' }],
    flags: [],
  },
  'too far from a claim': {
    text: 'It was reportedly a long and cold night in which even old sailors saw that the pumps were off.',
    marks: [{ id: 'pumps', kind: 'fact', quote: 'the pumps were off' }],
    flags: [],
  },
  'two claims of the same words are one flag': {
    text: 'The crew reportedly freed dozens of passengers.',
    marks: [
      { id: 'crew', kind: 'fact', quote: 'The crew reportedly freed dozens' },
      { id: 'freed', kind: 'casualty_count', quote: 'freed dozens' },
    ],
    flags: ['crew, freed: reportedly'],
  },
  'a claim under an attribution of these words is told there': {
    text: 'The crew reportedly freed dozens of passengers.',
    marks: [
      { id: 'heard', kind: 'attribution', quote: 'freed dozens of passengers', cue: 'reportedly' },
      { id: 'freed', kind: 'casualty_count', quote: 'freed dozens' },
    ],
    flags: ['heard, freed: reportedly'],
  },
  'somebody said that it is only said': {
    text: 'The mayor said the crew reportedly freed dozens.',
    marks: [
      {
        id: 'mayor',
        kind: 'attribution',
        quote: 'the crew reportedly freed dozens',
        source: 'The mayor',
        cue: 'said',
      },
      { id: 'freed', kind: 'casualty_count', quote: 'freed dozens' },
    ],
    flags: ['freed: reportedly'],
  },
  'a name in such a sentence is no hearsay': {
    text: 'Ada Moor reportedly fled.',
    marks: [{ id: 'moor', kind: 'source', quote: 'Ada Moor' }],
    flags: [],
  },
};

export const carriedOverCases: Record<string, FlagCase> = {
  'a pronoun': {
    text: 'The office gave no names.\nIt said the pumps were off.',
    marks: [{ id: 'it', kind: 'attribution', quote: 'the pumps were off', source: 'It', cue: 'said' }],
    flags: ['it: It'],
  },
  'a quote without a cue': {
    text: 'Ada Moor was angry.\n“The pumps were off.”',
    marks: [
      { id: 'quote', kind: 'attribution', quote: '“The pumps were off.”', details: { mode: 'direct' } },
    ],
    flags: ['quote: “The pumps were off.”'],
  },
  'a quote behind a colon': {
    text: 'Ada Moor: “The pumps were off.”',
    marks: [
      {
        id: 'quote',
        kind: 'attribution',
        quote: '“The pumps were off.”',
        source: 'Ada Moor',
        details: { mode: 'direct' },
      },
    ],
    flags: [],
  },
  'a source in an earlier sentence': {
    text: 'Ada Moor was angry.\n“The pumps were off,” came the answer.',
    marks: [
      {
        id: 'moor',
        kind: 'attribution',
        quote: '“The pumps were off,”',
        source: 'Ada Moor',
        cue: 'came the answer',
        details: { mode: 'direct' },
      },
    ],
    flags: ['moor: came the answer'],
  },
  'as the editor marked it': {
    text: 'The pumps were off, it was announced.',
    marks: [
      {
        id: 'it',
        kind: 'attribution',
        quote: 'The pumps were off',
        cue: 'announced',
        details: { carriedOver: true },
      },
    ],
    flags: ['it: announced'],
  },
  'a source in the same sentence': {
    text: '“The pumps were off,” said Ada Moor.',
    marks: [
      {
        id: 'moor',
        kind: 'attribution',
        quote: '“The pumps were off,”',
        source: 'Ada Moor',
        cue: 'said',
        details: { mode: 'direct' },
      },
    ],
    flags: [],
  },
  'a pronoun for somebody named before it in the sentence': {
    text: 'Ada Moor said the pumps were off and she warned the crew.',
    marks: [
      { id: 'moor', kind: 'attribution', quote: 'the pumps were off', source: 'Ada Moor', cue: 'said' },
      { id: 'she', kind: 'attribution', quote: 'the crew', source: 'she', cue: 'warned' },
    ],
    flags: [],
  },
  'whoever the sentence names right there': {
    text: 'The mayor, who said the pumps were off, left.',
    marks: [{ id: 'who', kind: 'attribution', quote: 'the pumps were off', source: 'who', cue: 'said' }],
    flags: [],
  },
  'she who spoke last, as the register has it': {
    text: 'Ada Moor said the pumps were off.\nShe said the crew was asleep.',
    marks: [
      {
        id: 'moor',
        kind: 'attribution',
        quote: 'the pumps were off',
        source: 'Ada Moor',
        details: { sourceId: 'moor' },
      },
      {
        id: 'she',
        kind: 'attribution',
        quote: 'the crew was asleep',
        source: 'She',
        details: { sourceId: 'moor' },
      },
    ],
    flags: [],
  },
  'she who did not speak last': {
    text: 'Ada Moor said the pumps were off.\nThe mayor said nothing was wrong.\nShe said the crew was asleep.',
    marks: [
      {
        id: 'moor',
        kind: 'attribution',
        quote: 'the pumps were off',
        source: 'Ada Moor',
        details: { sourceId: 'moor' },
      },
      { id: 'mayor', kind: 'attribution', quote: 'nothing was wrong', source: 'The mayor' },
      {
        id: 'she',
        kind: 'attribution',
        quote: 'the crew was asleep',
        source: 'She',
        details: { sourceId: 'moor' },
      },
    ],
    flags: ['she: She'],
  },
  'a body that spoke last may be another one': {
    text: 'The office said the pumps were off.\nIt said the crew was asleep.',
    marks: [
      {
        id: 'office',
        kind: 'attribution',
        quote: 'the pumps were off',
        source: 'The office',
        details: { sourceId: 'x' },
      },
      {
        id: 'it',
        kind: 'attribution',
        quote: 'the crew was asleep',
        source: 'It',
        details: { sourceId: 'x' },
      },
    ],
    flags: ['it: It'],
  },
  'one pronoun once and again': {
    text: 'It said the pumps were off.\nIt said the crew was asleep.\nThey said nothing.\nIt said no more.',
    marks: [
      { id: 'pumps', kind: 'attribution', quote: 'the pumps were off', source: 'It' },
      { id: 'crew', kind: 'attribution', quote: 'the crew was asleep', source: 'It#2' },
      { id: 'they', kind: 'attribution', quote: 'nothing', source: 'They' },
      { id: 'more', kind: 'attribution', quote: 'no more', source: 'It#3' },
    ],
    flags: ['pumps, crew: It', 'they: They', 'more: It'],
  },
  'somebody named between parts a pronoun': {
    text: 'It said the pumps were off.\nThe mayor said nothing.\nIt said no more.',
    marks: [
      { id: 'pumps', kind: 'attribution', quote: 'the pumps were off', source: 'It' },
      { id: 'mayor', kind: 'attribution', quote: 'nothing', source: 'The mayor' },
      { id: 'more', kind: 'attribution', quote: 'no more', source: 'It#2' },
    ],
    flags: ['pumps: It', 'more: It'],
  },
  'hearsay has no source to look for': {
    text: 'It was said that the pumps were off.',
    marks: [
      {
        id: 'it',
        kind: 'attribution',
        quote: 'the pumps were off',
        source: 'It',
        details: { mode: 'hearsay' },
      },
    ],
    flags: [],
  },
  'what the reporter saw': {
    text: 'The deck was “a mess”.',
    marks: [{ id: 'own', kind: 'attribution', quote: '“a mess”', details: { mode: 'direct', basis: 'own' } }],
    flags: [],
  },
};
