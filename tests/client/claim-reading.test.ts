import { describe, expect, it } from 'vitest';
import { detailsOf, outgrownWording } from '../../client/components/claim-reading.ts';
import { attribution, casualty, fact, source } from './proof-claims.ts';

const span = (quote: string) => ({ start: 0, end: quote.length, quote });
const victims = (label: string | null) => ({ category: 'child' as const, label });
const day = (from: string | null, to: string | null, precision: 'day' | 'month' | null = 'day') =>
  casualty(1, { best: 9, period: { from, to, precision } });

const readings = {
  'a count with nothing beside it': [casualty(1, { low: 385, modifier: 'at_least' }), ['≥ 385 killed']],
  'a count without a figure': [casualty(1, { outcome: 'freed' }), ['freed']],
  'a count by its wording': [
    casualty(1, { wording: 'dozens', victims: victims('boys') }),
    ['dozens boys killed'],
  ],
  'victims as printed': [casualty(1, { best: 9, victims: victims('pupils') }), ['9 pupils killed']],
  'victims by what they are': [casualty(1, { best: 9, victims: victims(null) }), ['9 children killed']],
  'all of a count': [
    casualty(1, {
      best: 9,
      scope: 'cumulative',
      period: { from: '2014-01-03', to: '2014-01-03', precision: 'day' },
      place: { name: 'Tarvo', precision: 'town' },
      perpetrator: 'the guard',
      cause: 'a storm',
    }),
    ['9 killed', 'running total', 'on 2014-01-03', 'in Tarvo', 'by the guard', 'a storm'],
  ],
  'a beginning': [day('2014-01-03', null), ['9 killed', 'from 2014-01-03']],
  'an end': [day(null, '2014-01-05'), ['9 killed', 'to 2014-01-05']],
  'both, roughly': [
    day('2014-01-01', '2014-02-28', 'month'),
    ['9 killed', 'from 2014-01-01 to 2014-02-28 (to the month)'],
  ],
  'a period of which nothing is known': [day(null, null, null), ['9 killed']],
  'an attribution': [
    attribution(1, {
      source: span('a clerk'),
      cue: span('told'),
      mode: 'indirect',
      basis: 'unnamed',
      via: [
        { sourceId: null, span: span('the Courier') },
        { sourceId: null, span: null },
      ],
      carriedOver: true,
    }),
    ['a clerk', 'told', 'through the Courier', 'Indirect speech', 'Unnamed official', 'Carried over'],
  ],
  'an empty attribution': [attribution(1), []],
  'a source with its title': [source(1, { titleAsPrinted: 'Mayor' }), ['Mayor']],
  'a source without one': [source(1), []],
  'a fact': [fact(1, { about: 'date', value: '20 March' }), ['date: 20 March']],
} as const;

describe('details for whoever decides', () => {
  it.each(Object.entries(readings))('%s', (_, [claim, expected]) => {
    expect(detailsOf(claim)).toEqual(expected);
  });
});

const reads = (wording: string | null, quote: string, sentenceText = '') =>
  outgrownWording(casualty(1, { wording }, { quote, sentenceText }));

describe('a wording that is printed no longer', () => {
  it.each([
    ['at least 385', 'at least 391 people', 'at least 385'],
    ['At least 385', 'at least 385 people', null],
    [null, 'at least 391 people', null],
  ])('%s in “%s”', (wording, quote, expected) => {
    expect(reads(wording, quote)).toBe(expected);
  });

  it('may stand beside the marked words', () => {
    expect(reads('at least 41', '41 people', 'There were at least 41 people.')).toBeNull();
  });

  it('is of counts alone', () => {
    expect(outgrownWording(fact(1, { about: 'quantity', value: '41' }))).toBeNull();
  });
});
