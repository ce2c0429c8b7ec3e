/** What the ledger reads of figures, days and people, and what it calls them. */
import { describe, expect, test } from 'vitest';
import { agree, agreesWithAny, boundsOf, isExact } from '../../server/domain/figures/ledger/bounds.ts';
import { countsOf } from '../../server/domain/figures/ledger/counts.ts';
import { datesIn, dayName, daysWithDates, isoDay } from '../../server/domain/figures/ledger/days.ts';
import type { Count } from '../../server/domain/figures/ledger/model.ts';
import {
  isAnyone,
  kindOfVictims,
  victimClass,
  victimKey,
} from '../../server/domain/figures/ledger/rules/victims.ts';
import {
  capital,
  countWords,
  dayWords,
  figureWords,
  listed,
  outcomeWords,
  saidWords,
} from '../../server/domain/figures/ledger/words.ts';
import {
  countedCases,
  dayWordCases,
  figureCases,
  outcomeWordCases,
  printedDayCases,
  victimCases,
} from '../cases/ledger-figures.ts';
import { additionCases, explanationCases, lineCases } from '../cases/ledger-lines.ts';
import { count, ledgerOf, ledgerStory } from '../support/ledger.ts';

/** A count of a small story; read anew by each test. */
function anyCount(): Count {
  const [found] = countsOf(ledgerStory({ text: 'A raid killed 41.', marks: [count('a', '41')] }));
  if (found === undefined) throw new Error('one mark makes one count');
  return found;
}

const NOTHING = { low: null, best: null, high: null, modifier: null, wording: null };

describe('a figure', () => {
  test.each(Object.entries(figureCases))('%s', (_, { figure, words, between, exact = false, inHead }) => {
    const details = { ...anyCount().details, ...NOTHING, ...figure };
    expect(figureWords(details)).toBe(words);
    const bounds = boundsOf(details);
    expect(bounds.known).toBe(between !== null);
    expect([bounds.min, bounds.max]).toEqual(between ?? [0, Infinity]);
    expect(bounds.vague).toBe(details.modifier === 'vague');
    expect(isExact(bounds)).toBe(exact);
    const head = boundsOf(details, true);
    if (inHead !== undefined) expect([head.min, head.max]).toEqual(inHead);
  });

  const bounds = (low: number | null, high: number | null) =>
    boundsOf({ ...NOTHING, low, high, modifier: 'range' });
  test.each([
    ['apart', bounds(10, 20), bounds(21, 30), false],
    ['touching', bounds(10, 20), bounds(20, 30), true],
    ['one in the other', bounds(10, 20), bounds(12, 13), true],
    ['one of which nothing is known', bounds(10, 20), bounds(null, null), true],
  ])('two of them: %s', (_, one, other, agrees) => {
    expect(agree(one, other)).toBe(agrees);
    expect(agree(other, one)).toBe(agrees);
    expect(agreesWithAny([one])(other)).toBe(agrees);
    expect(agreesWithAny([bounds(90, 95), one, bounds(70, 75)])(other)).toBe(agrees);
  });

  test('agrees with any where there are none', () => {
    expect(agreesWithAny([])(bounds(1, 2))).toBe(true);
    expect(agreesWithAny([bounds(null, null)])(bounds(1, 2))).toBe(true);
    expect(agreesWithAny([bounds(30, 40), bounds(10, 12), bounds(null, null)])(bounds(13, 29))).toBe(false);
  });
});

describe('who is counted', () => {
  test.each(Object.entries(countedCases))('%s', (_, { victims, sources, words, said }) => {
    const one = anyCount();
    const counted = {
      ...one,
      details: { ...one.details, victims },
      sources: sources.map((name) => ({ attributionId: name, sourceId: null, name, confidential: false })),
    };
    expect(countWords(counted)).toBe(words);
    expect(saidWords(counted)).toBe(said);
  });

  test.each(Object.entries(victimCases))('as others: %s', (_, { victims, apart, anyone, key, kind }) => {
    expect(victimClass(victims)?.join(' ') ?? null).toBe(apart);
    expect(isAnyone(victims)).toBe(anyone);
    expect(victimKey(victims)).toBe(key);
    expect(kindOfVictims(victims)).toBe(kind);
  });
});

describe('words', () => {
  test('outcomes', () => {
    const { killed, injured, missing, detained, freed, displaced, other } = outcomeWordCases;
    expect(
      (['killed', 'injured', 'missing', 'detained', 'freed', 'displaced', 'other'] as const).map(
        outcomeWords,
      ),
    ).toEqual([killed, injured, missing, detained, freed, displaced, other]);
  });
  test.each(Object.entries(dayWordCases))('%s', (day, words) => {
    expect(dayWords(day)).toBe(words);
  });
  test('lists', () => {
    expect(listed([])).toBe('');
    expect(listed(['41'])).toBe('41');
    expect(listed(['41', '42'])).toBe('41 and 42');
    expect(listed(['41', '42', '44'])).toBe('41, 42 and 44');
  });
  test('the beginning of a sentence', () => {
    expect(capital('“dozens” in all')).toBe('“dozens” in all');
    expect(capital('at least 41')).toBe('At least 41');
  });
});

describe('days', () => {
  test.each(Object.entries(printedDayCases))(
    '%s',
    (text, { dates, named = [], publishedAt = '2026-01-08T10:00:00Z' }) => {
      expect(datesIn(text).map((date) => isoDay(date, publishedAt))).toEqual(dates);
      const found = daysWithDates(text).map(
        ({ name, date }) => `${dayName(name.weekday)} = ${text.slice(date.start, date.end)}`,
      );
      expect(found).toEqual(named);
    },
  );
});

describe('lines', () => {
  test.each(Object.entries(lineCases))('%s', (_, { lines, ...story }) => {
    const found = ledgerOf(story).figures.map(({ claimId, group, depth, wholeId, sameAs, sources }) => {
      const names = sources.map(({ name, confidential }) => (confidential ? `${name} in confidence` : name));
      return [
        `${group}: ${'> '.repeat(depth)}${claimId}`,
        ...(wholeId === null ? [] : [` of ${wholeId}`]),
        ...(sameAs === null ? [] : [` as ${sameAs}`]),
        ...(names.length === 0 ? [] : [`, says ${listed(names)}`]),
      ].join('');
    });
    expect(found).toEqual(lines);
  });

  test.each(Object.entries(additionCases))('added or not: %s', (marked, isAdded) => {
    const [before = '', quote = '', after = ''] = marked.split(/[[\]]/);
    const story = ledgerStory({ text: before + quote + after, marks: [count('count', quote)] });
    expect(countsOf(story).map(({ isAddition }) => isAddition)).toEqual([isAdded]);
  });

  test.each(Object.entries(explanationCases))('explained: %s', (_, { explanations, ...story }) => {
    const { problems, notes } = ledgerOf(story);
    expect([...problems, ...notes].map(({ explanation }) => explanation)).toEqual(explanations);
  });

  test('show what stands near, and no half words', () => {
    const far = 'A boat sank. '.repeat(40).replaceAll('.', ',');
    const text = `${far}41 people died and 42 people died, ${far}`;
    const [found] = ledgerOf({
      text,
      marks: [
        count('one', '41 people', { outcome: 'killed' }),
        count('two', '42 people', { outcome: 'killed' }, { sameFactAs: 'one' }),
      ],
    }).problems;
    const [place] = found?.places ?? [];
    expect(place?.before).toMatch(/^… \S/);
    expect(place?.after).toMatch(/ …$/);
    for (const words of [place?.before, place?.after]) {
      expect(words?.length).toBeLessThanOrEqual(281);
      expect(words?.length).toBeGreaterThan(270);
      expect(text).toContain(words?.replace('…', ''));
    }
  });
});
