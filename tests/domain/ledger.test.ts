import { describe, expect, test } from 'vitest';
import { weekdayCases } from '../cases/ledger-days.ts';
import { cumulativeCases, headlineCases, sameFactCases, vagueCases } from '../cases/ledger-facts.ts';
import { coverCases, partCases, togetherCases } from '../cases/ledger-parts.ts';
import { type LedgerCase, ledgerOf, told } from '../support/ledger.ts';

const TABLES: Readonly<Record<string, Record<string, LedgerCase>>> = {
  'a part and its whole': partCases,
  'parts together': togetherCases,
  'a list of everyone': coverCases,
  'one fact': sameFactCases,
  'a headline and its story': headlineCases,
  'a toll over time': cumulativeCases,
  'a vague figure beside an exact one': vagueCases,
  'a day and its date': weekdayCases,
};

describe.each(Object.entries(TABLES))('%s', (_table, cases) => {
  test.each(Object.entries(cases))('%s', (_name, { problems, notes = [], ...story }) => {
    const ledger = ledgerOf(story);
    expect(told(ledger.problems)).toEqual(problems);
    expect(told(ledger.notes)).toEqual(notes);
    for (const { explanation, places } of [...ledger.problems, ...ledger.notes]) {
      expect(explanation).toMatch(/^[“\p{Lu}\p{N}].*\.$/u);
      expect(explanation).not.toMatch(/undefined|null|NaN|Infinity/);
      for (const { span, before, after } of places) {
        expect(story.text.slice(span.start, span.end)).toBe(span.quote);
        expect(story.text).toContain(before + span.quote + after);
      }
    }
  });
});
