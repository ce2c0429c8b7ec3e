/** Counts with their links, and the rows of a table of casualties: a new way of linking is a new row. */
import type { CasualtyDetails, VerdictValue } from '../../server/contract/claims.ts';

/** A count: its figure, and whatever else it says. Names stand for ids. */
export interface GivenCount {
  readonly best?: number;
  readonly low?: number;
  readonly high?: number;
  readonly modifier?: CasualtyDetails['modifier'];
  readonly victims?: NonNullable<CasualtyDetails['victims']>['category'];
  readonly scope?: 'incident' | 'cumulative';
  readonly partOf?: string;
  readonly same?: string;
  readonly role?: 'headline' | 'standfirst';
  readonly verdict?: VerdictValue;
  /** It was not asked for: it links, and says nothing. */
  readonly notAsked?: true;
}

export interface RowCase {
  readonly counts: Readonly<Record<string, GivenCount>>;
  /** By the count whose words stand for it. */
  readonly rows: Readonly<Record<string, object>>;
}

const figures = (low: number | null, best: number | null, high: number | null) => ({ low, best, high });
const exactly = (best: number) => ({ low: best, best, high: best });
const counted = { notCounted: null };

export const rowCases: Readonly<Record<string, RowCase>> = {
  'two incidents are two rows': {
    counts: { a: exactly(3), b: exactly(4) },
    rows: { a: { ...counted, figures: figures(3, 3, 3) }, b: { ...counted, figures: figures(4, 4, 4) } },
  },
  'a part stands in the row of its whole': {
    counts: { whole: exactly(385), part: { ...exactly(56), victims: 'civilian', partOf: 'whole' } },
    rows: { whole: { ...counted, figures: figures(385, 385, 385), civilians: 56, parts: ['part'] } },
  },
  'a bound has no best': {
    counts: {
      a: { low: 385, modifier: 'at_least' },
      b: { ...exactly(56), victims: 'civilian', partOf: 'a' },
    },
    rows: { a: { ...counted, figures: figures(385, null, null), civilians: 56 } },
  },
  'a part of a part': {
    counts: {
      a: exactly(40),
      b: { ...exactly(20), victims: 'combatant', partOf: 'a' },
      c: { ...exactly(5), victims: 'civilian', partOf: 'b' },
    },
    rows: { a: { ...counted, civilians: 5, combatants: 20, parts: ['b', 'c'] } },
  },
  'a class that is told twice counts once': {
    counts: {
      a: exactly(40),
      b: { ...exactly(6), victims: 'civilian', partOf: 'a' },
      c: { ...exactly(9), victims: 'civilian', partOf: 'a' },
    },
    rows: { a: { ...counted, civilians: 9, parts: ['b', 'c'] } },
  },
  'a part that is larger than its whole is no number of its row': {
    counts: { a: exactly(4), b: { ...exactly(6), victims: 'civilian', partOf: 'a' } },
    rows: { a: { ...counted, figures: figures(4, 4, 4), civilians: null } },
  },
  'civilians by themselves': {
    counts: { a: { ...exactly(12), victims: 'civilian' } },
    rows: { a: { ...counted, civilians: 12, combatants: null } },
  },
  'counts of one fact are one row, with the range of all': {
    counts: {
      headline: { low: 30, modifier: 'at_least' },
      lead: exactly(34),
      again: { ...exactly(38), same: 'lead' },
      first: { low: 31, modifier: 'more_than', same: 'headline' },
      last: { ...exactly(34), same: 'headline' },
    },
    rows: {
      last: { ...counted, figures: figures(30, 34, 34), claims: ['headline', 'first', 'last'] },
      lead: { ...counted, figures: figures(34, 34, 38), claims: ['lead', 'again'] },
    },
  },
  'vague words say nothing beside a number': {
    counts: { a: { low: 12, modifier: 'vague' }, b: { ...exactly(34), same: 'a' } },
    rows: { b: { ...counted, figures: figures(34, 34, 34), claims: ['a', 'b'] } },
  },
  'a bound beyond every upper end takes it away': {
    counts: { a: exactly(30), b: { low: 40, modifier: 'at_least', same: 'a' } },
    rows: { a: { figures: figures(30, 30, null) } },
  },
  'an inaccurate count says nothing beside one that is not': {
    counts: {
      a: { ...exactly(900), verdict: 'inaccurate' },
      b: { ...exactly(9), same: 'a', verdict: 'accurate' },
    },
    rows: { b: { figures: figures(9, 9, 9), claims: ['a', 'b'] } },
  },
  'a toll over time stands beside what is added up': {
    counts: { toll: { ...exactly(385), scope: 'cumulative' }, blast: { ...exactly(9), scope: 'incident' } },
    rows: { toll: { notCounted: 'cumulative', figures: figures(385, 385, 385) }, blast: counted },
  },
  'a part of a toll that says nothing else is of that toll': {
    counts: {
      toll: { ...exactly(385), scope: 'cumulative' },
      part: { ...exactly(56), victims: 'civilian', partOf: 'toll' },
    },
    rows: { toll: { notCounted: 'cumulative', civilians: 56, parts: ['part'] } },
  },
  'an incident of a toll is a row that counts': {
    counts: {
      toll: { ...exactly(385), scope: 'cumulative' },
      blast: { ...exactly(9), scope: 'incident', partOf: 'toll' },
      medics: { ...exactly(2), victims: 'medic', partOf: 'blast' },
    },
    rows: { toll: { notCounted: 'cumulative', parts: [] }, blast: { ...counted, parts: ['medics'] } },
  },
  'a toll within an incident is a part of it': {
    counts: {
      a: { ...exactly(50), scope: 'incident' },
      b: { ...exactly(8), scope: 'cumulative', partOf: 'a' },
    },
    rows: { a: { ...counted, parts: ['b'] } },
  },
  'what says both is a toll': {
    counts: {
      a: { ...exactly(50), scope: 'incident' },
      b: { ...exactly(50), scope: 'cumulative', same: 'a' },
    },
    rows: { a: { notCounted: 'cumulative', claims: ['a', 'b'] } },
  },
  'parts of what says both may share deaths': {
    counts: {
      a: { ...exactly(50), scope: 'incident' },
      b: { ...exactly(50), scope: 'cumulative', same: 'a' },
      first: { ...exactly(9), scope: 'incident', partOf: 'a' },
      second: { ...exactly(7), scope: 'incident', partOf: 'b' },
    },
    rows: { a: { notCounted: 'cumulative', claims: ['a', 'b', 'second'] }, first: counted },
  },
  'a part whose whole was not asked for is a row': {
    counts: { whole: { ...exactly(50), notAsked: true }, part: { ...exactly(8), partOf: 'whole' } },
    rows: { part: { ...counted, figures: figures(8, 8, 8) } },
  },
  'of parts of one whole that was not asked for the largest counts': {
    counts: {
      whole: { ...exactly(50), notAsked: true },
      small: { ...exactly(8), partOf: 'whole' },
      large: { ...exactly(30), partOf: 'whole' },
    },
    rows: { small: { notCounted: 'may_overlap' }, large: counted },
  },
  'a link leads through what was not asked for': {
    counts: {
      a: exactly(50),
      b: { ...exactly(20), partOf: 'a', notAsked: true },
      c: { ...exactly(8), victims: 'civilian', partOf: 'b' },
      d: { same: 'a', notAsked: true },
      e: { ...exactly(50), same: 'd' },
    },
    rows: { a: { ...counted, claims: ['a', 'c', 'e'], civilians: 8 } },
  },
  'two counts that state the fact of a claim that nobody knows are one': {
    counts: { a: { ...exactly(5), same: 'gone' }, b: { ...exactly(5), same: 'gone' } },
    rows: { a: { ...counted, claims: ['a', 'b'] } },
  },
  'a part of two wholes joins them: one counts': {
    counts: {
      a: exactly(30),
      b: exactly(40),
      c: { ...exactly(10), partOf: 'a' },
      d: { ...exactly(10), partOf: 'b', same: 'c' },
    },
    rows: { a: { notCounted: 'may_overlap', parts: [] }, b: { ...counted, parts: ['c', 'd'] } },
  },
  'a circle is counted once': {
    counts: {
      a: { ...exactly(5), partOf: 'b' },
      b: { ...exactly(7), partOf: 'c' },
      c: { ...exactly(6), partOf: 'a' },
    },
    rows: { b: { ...counted, figures: figures(7, 7, 7), parts: ['a', 'c'] } },
  },
  'part of itself, by a count that says the same': {
    counts: { a: exactly(5), b: { ...exactly(5), partOf: 'a', same: 'a' } },
    rows: { a: { ...counted, claims: ['a', 'b'], parts: [] } },
  },
  'a headline that nobody has linked tells what the text tells': {
    counts: {
      headline: { low: 40, modifier: 'more_than', role: 'headline' },
      under: { ...exactly(9), role: 'standfirst' },
      text: exactly(41),
    },
    rows: {
      headline: { notCounted: 'in_headline' },
      under: { notCounted: 'in_headline' },
      text: counted,
    },
  },
  'a headline counts where the text tells nothing, and once': {
    counts: {
      headline: { ...exactly(41), role: 'headline' },
      under: { ...exactly(50), role: 'standfirst' },
      toll: { ...exactly(385), scope: 'cumulative' },
    },
    rows: {
      headline: { notCounted: 'in_headline' },
      under: counted,
      toll: { notCounted: 'cumulative' },
    },
  },
  'a headline that is linked to the text is of its row': {
    counts: { headline: { ...exactly(41), role: 'headline' }, text: { ...exactly(41), same: 'headline' } },
    rows: { headline: { ...counted, claims: ['headline', 'text'] } },
  },
};
