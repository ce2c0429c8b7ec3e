import { describe, expect, it } from 'vitest';
import { type Byline, readByline, readLooseByline } from '../../server/domain/text/byline.ts';
import { isDateAlone, readDateline, readDatelineAlone } from '../../server/domain/text/dateline.ts';
import { findDates, publishedAt } from '../../server/domain/text/dates.ts';
import {
  bylineCases,
  dateCases,
  datelineAloneCases,
  datelineCases,
  looseBylineCases,
} from '../cases/text-head.ts';

const plain = (read: Byline | null) =>
  read === null ? null : { byline: read.byline, agency: read.agency, at: publishedAt(read.dates) };
const expecting = (expected: { byline: string; agency: string | null; at?: string | null } | null) =>
  expected === null ? null : { at: null, ...expected };

describe('readByline', () => {
  it.each(Object.entries(bylineCases))('%s', (_name, { line, expected }) => {
    expect(plain(readByline(line))).toEqual(expecting(expected));
  });
});

describe('readLooseByline', () => {
  it.each(Object.entries(looseBylineCases))('%s', (_name, { line, expected }) => {
    expect(plain(readLooseByline(line))).toEqual(expecting(expected));
  });
});

describe('readDateline', () => {
  it.each(Object.entries(datelineCases))('%s', (_name, { line, expected }) => {
    const read = readDateline(line);
    expect(
      read === null ? null : { dateline: read.dateline, agency: read.agency, rest: line.slice(read.restAt) },
    ).toEqual(expected);
  });
});

describe('readDatelineAlone', () => {
  it.each(Object.entries(datelineAloneCases))('%s', (_name, { line, expected }) => {
    expect(readDatelineAlone(line)?.dateline ?? null).toBe(expected);
  });
});

describe('findDates', () => {
  it.each(Object.entries(dateCases))('%s', (_name, { line, expected }) => {
    expect(publishedAt(findDates(line))).toBe(expected);
  });

  it('says where each date stands, its label and clock included', () => {
    const line = 'By NWA - Posted on Mar 14,2019 16:05 GMT - Last updated at Mar 15,2019';
    expect(findDates(line).map(({ start, end, updated }) => [line.slice(start, end), updated])).toEqual([
      ['Posted on Mar 14,2019 16:05 GMT', false],
      ['Last updated at Mar 15,2019', true],
    ]);
  });

  it('reads no dates in prose', () => {
    expect(findDates(`${'It sank. '.repeat(40)}14 March 2019`)).toEqual([]);
  });
});

describe('isDateAlone', () => {
  it.each([
    ['14 March 2019', true],
    ['Published: 14 March 2019 | Updated: 15 March 2019', true],
    ['14 March 2019, Skerry', false],
    ['Skerry', false],
  ])('%s', (line, expected) => {
    expect(isDateAlone(line)).toBe(expected);
  });
});
