import type { Outcome } from '../../server/contract/claims.ts';

interface Count {
  /** As it stands in the text, once. */
  quote: string;
  low: number | null;
  outcome?: Outcome;
  sentence?: number;
  status?: 'unchecked' | 'withdrawn' | 'orphaned';
  partOf?: string;
}
interface PartCase {
  text: string;
  /** The first is the one that could be part of the others; each is known by its quote. */
  claims: [Count, ...Count[]];
  offers: string[];
}

export const partCases: Record<string, PartCase> = {
  including: {
    text: 'It killed 412 people, including 63 civilians.',
    claims: [
      { quote: '63 civilians', low: 63 },
      { quote: '412 people', low: 412 },
    ],
    offers: ['412 people'],
  },
  'among them': {
    text: 'It killed 412 people, among them 63 civilians.',
    claims: [
      { quote: '63 civilians', low: 63 },
      { quote: '412 people', low: 412 },
    ],
    offers: ['412 people'],
  },
  'of whom': {
    text: 'It killed 412 people, of whom 63 were civilians.',
    claims: [
      { quote: '63', low: 63 },
      { quote: '412 people', low: 412 },
    ],
    offers: ['412 people'],
  },
  'of them behind the figure': {
    text: 'It killed 412 people, 63 of them civilians.',
    claims: [
      { quote: '63', low: 63 },
      { quote: '412 people', low: 412 },
    ],
    offers: ['412 people'],
  },
  'of them, of another figure': {
    text: 'It killed 412 people and 63, 12 of them civilians.',
    claims: [
      { quote: '63', low: 63 },
      { quote: '412 people', low: 412 },
    ],
    offers: [],
  },
  'nothing that leads to it': {
    text: 'It killed 412 people and 63 civilians.',
    claims: [
      { quote: '63 civilians', low: 63 },
      { quote: '412 people', low: 412 },
    ],
    offers: [],
  },
  'two after one including': {
    text: 'It killed 412 people, including 63 civilians and 12 children.',
    claims: [
      { quote: '12 children', low: 12 },
      { quote: '63 civilians', low: 63 },
      { quote: '412 people', low: 412 },
    ],
    offers: ['412 people'],
  },
  'the nearest first': {
    text: 'Of 900 people, 412 died, including 63 civilians.',
    claims: [
      { quote: '63 civilians', low: 63 },
      { quote: '900 people', low: 900 },
      { quote: '412', low: 412 },
    ],
    offers: ['412', '900 people'],
  },
  nested: {
    text: 'It killed 412 people, 63 civilians.',
    claims: [
      { quote: '63 civilians', low: 63 },
      { quote: '412 people, 63 civilians', low: 412 },
    ],
    offers: ['412 people, 63 civilians'],
  },
  'nested goes first, the tightest before all': {
    text: 'It killed 900, including 412 people, including 63 civilians.',
    claims: [
      { quote: '63 civilians', low: 63 },
      { quote: '900', low: 900 },
      { quote: '900, including 412 people, including 63 civilians', low: 900 },
      { quote: '412 people, including 63 civilians', low: 412 },
    ],
    offers: [
      '412 people, including 63 civilians',
      '900, including 412 people, including 63 civilians',
      '900',
    ],
  },
  'nested in another sentence’s span': {
    text: 'It killed 412. Of these 63 were civilians.',
    claims: [
      { quote: '63', low: 63, sentence: 1 },
      { quote: '412. Of these 63', low: 412, sentence: 0 },
    ],
    offers: ['412. Of these 63'],
  },
  'another sentence': {
    text: 'It killed 412, including many. Some of them: 63.',
    claims: [
      { quote: '63', low: 63, sentence: 1 },
      { quote: '412', low: 412, sentence: 0 },
    ],
    offers: [],
  },
  'what stands behind': {
    text: 'Including 63 civilians it killed 412.',
    claims: [
      { quote: '63 civilians', low: 63 },
      { quote: '412', low: 412 },
    ],
    offers: [],
  },
  'another outcome': {
    text: 'It wounded 412, including 63 who died.',
    claims: [
      { quote: '63 who died', low: 63 },
      { quote: '412', low: 412, outcome: 'injured' },
    ],
    offers: [],
  },
  'the same figure': {
    text: 'It killed 63, including 63 civilians.',
    claims: [
      { quote: '63 civilians', low: 63 },
      { quote: '63,', low: 63 },
    ],
    offers: [],
  },
  'a figure that is not known': {
    text: 'It killed many, including 63 civilians.',
    claims: [
      { quote: '63 civilians', low: 63 },
      { quote: 'many', low: null },
    ],
    offers: [],
  },
  'no figure of its own': {
    text: 'It killed 412 people, including several civilians.',
    claims: [
      { quote: 'several civilians', low: null },
      { quote: '412 people', low: 412 },
    ],
    offers: [],
  },
  withdrawn: {
    text: 'It killed 412 people, including 63 civilians.',
    claims: [
      { quote: '63 civilians', low: 63 },
      { quote: '412 people', low: 412, status: 'withdrawn' },
    ],
    offers: [],
  },
  orphaned: {
    text: 'It killed 412 people, including 63 civilians.',
    claims: [
      { quote: '63 civilians', low: 63 },
      { quote: '412 people', low: 412, status: 'orphaned' },
    ],
    offers: [],
  },
  'what is part of this one': {
    text: 'It killed 412 people, including 63 civilians.',
    claims: [
      { quote: '63 civilians', low: 63 },
      { quote: '412 people', low: 412, partOf: '63 civilians' },
    ],
    offers: [],
  },
};
