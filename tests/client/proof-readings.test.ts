import { describe, expect, it } from 'vitest';
import { directionOf } from '../../client/controllers/proof/direction.ts';
import {
  initials,
  quoted,
  readingOf,
  shorten,
  spokenClaim,
  statusWord,
} from '../../client/controllers/proof/readings.ts';
import { attribution, casualty, fact, source, verdict } from './proof-claims.ts';

const span = (quote: string) => ({ start: 0, end: quote.length, quote });

const readings = {
  'a lower bound': [casualty(1, { low: 385, modifier: 'at_least' }), '≥ 385 killed'],
  'more than excludes the number': [casualty(1, { low: 31, modifier: 'more_than' }), '> 30 killed'],
  'fewer than excludes it too': [casualty(1, { high: 9, modifier: 'fewer_than' }), '< 10 killed'],
  'an upper bound': [casualty(1, { high: 200, modifier: 'up_to' }), '≤ 200 killed'],
  'an exact count': [casualty(1, { low: 9, best: 9, high: 9, outcome: 'injured' }), '9 injured'],
  'a range': [casualty(1, { low: 10, high: 15, modifier: 'range' }), '10–15 killed'],
  'a large figure is set with separators': [
    casualty(1, { best: 1200000, modifier: 'about' }),
    '≈ 1,200,000 killed',
  ],
  'a vague count keeps its wording': [
    casualty(1, { low: 12, modifier: 'vague', wording: 'dozens' }),
    '“dozens” killed',
  ],
  'another outcome is named by its victims': [
    casualty(1, {
      low: 10,
      high: 15,
      outcome: 'other',
      victims: { category: 'unspecified', label: 'survivors' },
    }),
    '10–15 survivors',
  ],
  'nothing was read': [casualty(1, {}, { quote: 'some' }), 'some'],
  'who says so': [attribution(1, { source: span('the coast guard') }), 'the coast guard'],
  'carried over': [attribution(1, { source: span('Molk'), carriedOver: true }), 'Molk (carried over)'],
  'nobody named': [attribution(1, { basis: 'none' }), 'nobody named'],
  'nobody marked yet': [attribution(1, {}, { quote: 'it will rise' }), 'said: it will rise'],
  'a source with its title': [
    source(1, { titleAsPrinted: 'Mayor' }, { quote: 'Ines Varga' }),
    'Ines Varga, Mayor',
  ],
  'a source whose title is marked with it': [
    source(1, { titleAsPrinted: 'Lt. Col.' }, { quote: 'Lt. Col. Ines Varga' }),
    'Lt. Col. Ines Varga',
  ],
  'a fact with what it says': [fact(1, { about: 'date', value: '20 March' }), 'date: 20 March'],
} as const;

describe('short readings', () => {
  it.each(Object.entries(readings))('%s', (_, [claim, expected]) => {
    expect(readingOf(claim)).toBe(expected);
  });

  it('say the verdict where that is the status', () => {
    expect(statusWord(fact(1, {}, { status: 'checked', verdict: verdict({ verdict: 'disputed' }) }))).toBe(
      'disputed',
    );
    expect(statusWord(fact(1, {}, { status: 'expired', verdict: verdict() }))).toBe('expired');
  });

  it('can be read aloud', () => {
    expect(spokenClaim(casualty(1, { low: 41, modifier: 'at_least' }))).toBe(
      'Casualty count: ≥ 41 killed, unchecked',
    );
  });
});

describe('shortening', () => {
  it('cuts between words', () => expect(shorten('one two three four', 11)).toBe('one two…'));
  it('cuts no character in two', () => expect(shorten('😀😀😀😀', 5).isWellFormed()).toBe(true));
  it('puts several lines on one', () => expect(shorten('one\n  two')).toBe('one two'));
});

describe('quoting', () => {
  it('keeps one pair of quotation marks', () =>
    expect(quoted('“Not one,” he said')).toBe('“Not one,” he said”'));
  it('takes off those at both ends', () => expect(quoted('“Not one.”')).toBe('“Not one.”'));
});

describe('initials', () => {
  it.each([
    ['Nadia El Amrani', 'NA'],
    ['ada', 'A'],
    ['Émile Øst', 'ÉØ'],
    ['', ''],
  ])('%s', (name, expected) => expect(initials(name)).toBe(expected));
});

describe('direction', () => {
  it.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['ur', 'rtl'],
    ['az-Arab', 'rtl'],
    ['zh-Hant', 'ltr'],
    ['not a tag', 'ltr'],
  ])('%s', (language, expected) => expect(directionOf(language)).toBe(expected));
});
