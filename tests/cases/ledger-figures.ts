/** Figures as they are marked: what an explanation calls them, and between which numbers they may lie. */
import type { CasualtyDetails } from '../../server/contract/claims.ts';

export interface FigureCase {
  readonly figure: Partial<Pick<CasualtyDetails, 'low' | 'best' | 'high' | 'modifier' | 'wording'>>;
  readonly words: string;
  /** Both ends; null where nothing is known. */
  readonly between: readonly [number, number] | null;
  readonly exact?: boolean;
  /** Where a headline rounds it. */
  readonly inHead?: readonly [number, number];
}

export const figureCases: Readonly<Record<string, FigureCase>> = {
  'one number': { figure: { low: 41, best: 41, high: 41 }, words: '41', between: [41, 41], exact: true },
  'one number, its best alone': { figure: { best: 41 }, words: '41', between: [41, 41], exact: true },
  'one number, said to be exact': {
    figure: { low: 41, best: 41, high: 41, modifier: 'exact' },
    words: '41',
    between: [41, 41],
    exact: true,
  },
  nobody: { figure: { best: 0 }, words: '0', between: [0, 0], exact: true, inHead: [0, 0] },
  thousands: {
    figure: { best: 12345 },
    words: '12,345',
    between: [12345, 12345],
    exact: true,
    inHead: [12344.5, 12345.5],
  },
  'round thousands': {
    figure: { best: 4000 },
    words: '4,000',
    between: [4000, 4000],
    exact: true,
    inHead: [3800, 4200],
  },
  'a thousand': {
    figure: { best: 1000 },
    words: '1,000',
    between: [1000, 1000],
    exact: true,
    inHead: [950, 1050],
  },
  'less than a thousand': {
    figure: { best: 900 },
    words: '900',
    between: [900, 900],
    exact: true,
    inHead: [900, 900],
  },
  'hundreds of a round number': {
    figure: { best: 4100 },
    words: '4,100',
    between: [4100, 4100],
    exact: true,
    inHead: [4050, 4150],
  },
  'millions in words': {
    figure: { best: 1_200_000, wording: '1.2 million people' },
    words: '1,200,000',
    between: [1_150_000, 1_250_000],
    exact: true,
  },
  'thousands by a letter': {
    figure: { best: 12_000, wording: '12k' },
    words: '12,000',
    between: [11_500, 12_500],
    exact: true,
  },
  'thousands by a letter after a space': {
    figure: { best: 12_000, wording: '12 k people' },
    words: '12,000',
    between: [11_500, 12_500],
    exact: true,
  },
  'a word that has such a letter': {
    figure: { best: 12_000, wording: 'km 12,000' },
    words: '12,000',
    between: [12_000, 12_000],
    exact: true,
  },
  'from to': { figure: { low: 30, high: 40, modifier: 'range' }, words: '30 to 40', between: [30, 40] },
  'from to, with a best': { figure: { low: 30, best: 35, high: 40 }, words: '30 to 40', between: [30, 40] },
  'a low alone': { figure: { low: 30 }, words: 'at least 30', between: [30, Infinity] },
  'a high alone': { figure: { high: 30 }, words: 'up to 30', between: [0, 30] },
  'a best and a lower low': { figure: { low: 30, best: 35 }, words: '35', between: [30, Infinity] },
  'a best and its low': { figure: { low: 35, best: 35 }, words: '35', between: [35, 35], exact: true },
  'a best and a high': { figure: { best: 35, high: 40 }, words: '35', between: [0, 40] },
  'at least': { figure: { low: 385, modifier: 'at_least' }, words: 'at least 385', between: [385, Infinity] },
  'at least, as a form fills it': {
    figure: { low: 385, best: 385, high: 385, modifier: 'at_least' },
    words: 'at least 385',
    between: [385, Infinity],
  },
  'at least, the best alone': {
    figure: { best: 385, modifier: 'at_least' },
    words: 'at least 385',
    between: [385, Infinity],
  },
  'at least, and at most': {
    figure: { low: 385, high: 400, modifier: 'at_least' },
    words: 'at least 385',
    between: [385, 400],
  },
  'more than': { figure: { low: 31, modifier: 'more_than' }, words: 'more than 30', between: [31, Infinity] },
  'more than, the best alone': {
    figure: { best: 30, modifier: 'more_than' },
    words: 'more than 30',
    between: [30, Infinity],
  },
  'up to': { figure: { high: 30, modifier: 'up_to' }, words: 'up to 30', between: [0, 30] },
  'up to, the best alone': { figure: { best: 30, modifier: 'up_to' }, words: 'up to 30', between: [0, 30] },
  'up to, from': { figure: { low: 20, high: 30, modifier: 'up_to' }, words: 'up to 30', between: [20, 30] },
  'up to, as a form fills it': {
    figure: { low: 30, best: 30, high: 30, modifier: 'up_to' },
    words: 'up to 30',
    between: [0, 30],
  },
  'fewer than': { figure: { high: 29, modifier: 'fewer_than' }, words: 'fewer than 30', between: [0, 29] },
  'fewer than, the best alone': {
    figure: { best: 30, modifier: 'fewer_than' },
    words: 'fewer than 30',
    between: [0, 30],
  },
  about: { figure: { best: 40, modifier: 'about' }, words: 'about 40', between: [32, 48] },
  'about, and few': { figure: { best: 5, modifier: 'about' }, words: 'about 5', between: [3, 7] },
  'about, with its own ends': {
    figure: { low: 38, best: 40, high: 60, modifier: 'about' },
    words: 'about 40',
    between: [38, 60],
  },
  'about, as a form fills it': {
    figure: { low: 40, best: 40, high: 40, modifier: 'about' },
    words: 'about 40',
    between: [32, 48],
  },
  dozens: {
    figure: { low: 24, modifier: 'vague', wording: 'dozens' },
    words: '“dozens”',
    between: [24, 479],
  },
  several: { figure: { modifier: 'vague', wording: 'several' }, words: '“several”', between: null },
  'nothing at all': { figure: {}, words: 'no figure', between: null },
  'a long wording': {
    figure: { wording: 'what the crew of the second boat called a handful, perhaps a few more' },
    words: '“what the crew of the second boat called a handful, perhaps a…”',
    between: null,
  },
  'a wording that only has blanks around it': {
    figure: { wording: ' a handful ' },
    words: '“a handful”',
    between: null,
  },
};

/** Who is counted, and in which words an explanation says so. */
export const countedCases: Readonly<
  Record<
    string,
    { victims: CasualtyDetails['victims']; sources: readonly string[]; words: string; said: string }
  >
> = {
  'the printed noun': {
    victims: { category: 'civilian', label: 'villagers' },
    sources: ['the harbour office'],
    words: '41 villagers',
    said: '41 villagers according to the harbour office',
  },
  ...Object.fromEntries(
    (
      [
        ['civilian', 'civilians'],
        ['combatant', 'combatants'],
        ['child', 'children'],
        ['woman', 'women'],
        ['medic', 'medics'],
        ['journalist', 'journalists'],
        ['aid_worker', 'aid workers'],
        ['prisoner', 'prisoners'],
      ] as const
    ).map(([category, words]) => [
      words,
      {
        victims: { category, label: null },
        sources: ['Rashid', 'Maren'],
        words: `41 ${words}`,
        said: `41 ${words} according to Rashid and Maren`,
      },
    ]),
  ),
  anybody: {
    victims: { category: 'unspecified', label: null },
    sources: ['Rashid', 'Maren', 'the envoy'],
    words: '41',
    said: '41 according to Rashid, Maren and the envoy',
  },
  'nobody named, nobody says so': {
    victims: null,
    sources: [],
    words: '41',
    said: '41 according to someone who is not named',
  },
};

export const outcomeWordCases = {
  killed: ' killed',
  injured: ' injured',
  missing: ' missing',
  detained: ' detained',
  freed: ' freed',
  displaced: ' displaced',
  other: '',
} as const;

export const dayWordCases: Readonly<Record<string, string>> = {
  '2014-01-08': '8 January 2014',
  '2014-02-28': '28 February 2014',
  '2014-03-01': '1 March 2014',
  '2014-04-10': '10 April 2014',
  '2014-05-31': '31 May 2014',
  '2014-06-15': '15 June 2014',
  '2014-07-04': '4 July 2014',
  '2014-08-09': '9 August 2014',
  '2014-09-11': '11 September 2014',
  '2014-10-20': '20 October 2014',
  '2014-11-30': '30 November 2014',
  '2014-12-25': '25 December 2014',
};

/** Dates of a text, and the day names that stand at one. The story is published on 8 January 2026. */
export const printedDayCases: Readonly<
  Record<
    string,
    { dates: readonly (string | null)[]; named?: readonly string[]; publishedAt?: string | null }
  >
> = {
  'It sank on 8 January 2026.': { dates: ['2026-01-08'] },
  'It sank on Feb. 3, 2026.': { dates: ['2026-02-03'] },
  'It sank on 3 Mar 2026.': { dates: ['2026-03-03'] },
  'It sank on April 10 2026.': { dates: ['2026-04-10'] },
  'It sank on May 31, 2026.': { dates: ['2026-05-31'] },
  'It sank on 1st of June 2026.': { dates: ['2026-06-01'] },
  'It sank on Jul 2nd, 2026.': { dates: ['2026-07-02'] },
  'It sank on 3rd August 2026.': { dates: ['2026-08-03'] },
  'It sank on Sept. 9, 2026.': { dates: ['2026-09-09'] },
  'It sank on Sep 9, 2026.': { dates: ['2026-09-09'] },
  'It sank on 20 October 2026.': { dates: ['2026-10-20'] },
  'It sank on Nov 30, 2026.': { dates: ['2026-11-30'] },
  'It sank on 2026-12-24.': { dates: ['2026-12-24'] },
  'It sank on 2026-13-24.': { dates: [] },
  'It sank on 31 June 2026.': { dates: [] },
  'It sank on 0 June 2026.': { dates: [] },
  'It sank on 29 February 2024.': { dates: ['2024-02-29'] },
  'It sank on 29 February 2025.': { dates: [] },
  'It sank on 8-9 January 2026.': { dates: [] },
  'It sank on January 8–10, 2026.': { dates: [] },
  'It sank on A8 January 2026.': { dates: [] },
  'It sank on 8 Januarys 2026.': { dates: [] },
  'It sank on 10 March 2026 and on January 8, 2026, at 3 April 2025.': {
    dates: ['2026-03-10', '2026-01-08', '2025-04-03'],
  },
  'It sank on 8 January 10, 2026.': { dates: ['2026-01-08'] },
  'It sank on 6 January 1620.': { dates: [null] },
  'It sank on 6 January 1925.': { dates: ['1925-01-06'] },
  'It sank on 6 January 1924.': { dates: [null] },
  'It sank on 6 January 2199.': { dates: ['2199-01-06'] },
  'It sank on 6 January 2200.': { dates: [null] },
  'It sank on 31 December.': { dates: ['2025-12-31'] },
  'It sinks on 8 May.': { dates: ['2026-05-08'] },
  'It sinks on 9 May.': { dates: [null] },
  'It sank on 2 January, which was last year.': { dates: ['2026-01-02'] },
  'It sank on 3 January.': { dates: [null], publishedAt: null },
  'It sinks on 5 January.': { dates: ['2026-01-05'], publishedAt: '2025-12-20T10:00:00Z' },
  'It sinks on 29 February.': { dates: [null] },

  'It sank on Sunday, 4 January 2026.': { dates: ['2026-01-04'], named: ['Sunday = 4 January 2026'] },
  'It sank on Thursday, 8 January 2026.': { dates: ['2026-01-08'], named: ['Thursday = 8 January 2026'] },
  'It sank on Friday 9 January 2026.': { dates: ['2026-01-09'], named: ['Friday = 9 January 2026'] },
  'It sank on Sat. 10 January 2026.': { dates: ['2026-01-10'], named: ['Saturday = 10 January 2026'] },
  'It sank on Wed 7 January 2026.': { dates: ['2026-01-07'], named: ['Wednesday = 7 January 2026'] },
  'It sank on Tuesday  evening , the 6 January 2026.': {
    dates: ['2026-01-06'],
    named: ['Tuesday = 6 January 2026'],
  },
  'It sank on Tuesday, the  6 January 2026.': { dates: ['2026-01-06'], named: ['Tuesday = 6 January 2026'] },
  'It sank on 6 January 2026 ( a  Tuesday).': { dates: ['2026-01-06'], named: ['Tuesday = 6 January 2026'] },
  'It sank on 6 January 2026, which was  a  Tuesday.': {
    dates: ['2026-01-06'],
    named: ['Tuesday = 6 January 2026'],
  },
  'It sank on 6 January 2026 a Tuesday.': { dates: ['2026-01-06'], named: ['Tuesday = 6 January 2026'] },
  'It sank on 6 January 2026 (Tue).': { dates: ['2026-01-06'] },
  'It sank on 6 January 2026 after a Tuesday.': { dates: ['2026-01-06'] },
  'It sank on 6 January 2026, a Tuesday, a Tuesday.': {
    dates: ['2026-01-06'],
    named: ['Tuesday = 6 January 2026'],
  },
  'On Tuesday rain fell, 6 January 2026 was dry.': { dates: ['2026-01-06'] },
  'On Tuesday night in 6 January 2026.': { dates: ['2026-01-06'] },
  'Read The Sun 6 January 2026.': { dates: ['2026-01-06'] },
  'A Monday-Tuesday 6 January 2026 affair.': { dates: ['2026-01-06'], named: ['Tuesday = 6 January 2026'] },
};

type Victims = CasualtyDetails['victims'];
const of = (category: NonNullable<Victims>['category'], label: string | null = null): Victims => ({
  category,
  label,
});

/** Who is counted: whom they cannot be as well, whether that is anybody, and by what a headline knows them. */
export const victimCases: Readonly<
  Record<string, { victims: Victims; apart: string | null; anyone: boolean; key: string; kind: string }>
> = {
  nobody: { victims: null, apart: null, anyone: true, key: '', kind: '' },
  'no noun': { victims: of('unspecified'), apart: null, anyone: true, key: '', kind: '' },
  ...Object.fromEntries(
    [
      'people',
      'Person',
      'persons',
      ' victim ',
      'victims',
      'dead',
      'other',
      'others',
      'casualties',
      'lives',
      'bodies',
      'death',
      'deaths',
    ].map((label) => [
      label,
      { victims: of('unspecified', label), apart: null, anyone: true, key: '', kind: '' },
    ]),
  ),
  'a noun': {
    victims: of('unspecified', ' Sailors '),
    apart: null,
    anyone: false,
    key: 'unspecified/sailors',
    kind: 'unspecified/sailors',
  },
  'a noun with one for anybody in it': {
    victims: of('unspecified', 'townspeople'),
    apart: null,
    anyone: false,
    key: 'unspecified/townspeople',
    kind: 'unspecified/townspeople',
  },
  'a noun that begins like one for anybody': {
    victims: of('unspecified', 'dead sailors'),
    apart: null,
    anyone: false,
    key: 'unspecified/dead sailors',
    kind: 'unspecified/dead sailors',
  },
  men: {
    victims: of('unspecified', 'men'),
    apart: 'age man',
    anyone: false,
    key: 'unspecified/men',
    kind: 'unspecified/men',
  },
  'one man': {
    victims: of('unspecified', 'young man '),
    apart: 'age man',
    anyone: false,
    key: 'unspecified/young man',
    kind: 'unspecified/young man',
  },
  males: {
    victims: of('unspecified', 'males'),
    apart: 'age man',
    anyone: false,
    key: 'unspecified/males',
    kind: 'unspecified/males',
  },
  'a male': {
    victims: of('unspecified', 'male'),
    apart: 'age man',
    anyone: false,
    key: 'unspecified/male',
    kind: 'unspecified/male',
  },
  'men of a trade': {
    victims: of('unspecified', 'fishermen'),
    apart: null,
    anyone: false,
    key: 'unspecified/fishermen',
    kind: 'unspecified/fishermen',
  },
  'men at the beginning': {
    victims: of('unspecified', 'men of the port'),
    apart: null,
    anyone: false,
    key: 'unspecified/men of the port',
    kind: 'unspecified/men of the port',
  },
  children: {
    victims: of('child', 'boys'),
    apart: 'age child',
    anyone: false,
    key: 'child/boys',
    kind: 'child',
  },
  women: { victims: of('woman'), apart: 'age woman', anyone: false, key: 'woman/', kind: 'woman' },
  civilians: {
    victims: of('civilian', 'people'),
    apart: 'side civilian',
    anyone: false,
    key: 'civilian/people',
    kind: 'civilian',
  },
  combatants: {
    victims: of('combatant'),
    apart: 'side combatant',
    anyone: false,
    key: 'combatant/',
    kind: 'combatant',
  },
  medics: { victims: of('medic'), apart: 'work medic', anyone: false, key: 'medic/', kind: 'medic' },
  journalists: {
    victims: of('journalist'),
    apart: 'work journalist',
    anyone: false,
    key: 'journalist/',
    kind: 'journalist',
  },
  'aid workers': {
    victims: of('aid_worker'),
    apart: 'work aid_worker',
    anyone: false,
    key: 'aid_worker/',
    kind: 'aid_worker',
  },
  prisoners: { victims: of('prisoner'), apart: null, anyone: false, key: 'prisoner/', kind: 'prisoner' },
};
