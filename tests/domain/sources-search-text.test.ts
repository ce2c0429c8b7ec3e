import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldName, searchText, withFormerName } from '../../server/domain/sources/search-text.ts';
import { foldCases, formerNameCases, searchTextCases } from '../cases/sources-names.ts';

describe('a folded name', () => {
  test.each(Object.entries(foldCases))('%s', (_name, { name, expected }) => {
    expect(foldName(name)).toBe(expected);
  });

  test('is one line', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => !/\n/.test(foldName(`a${name}`))));
  });

  test('is the same for every form of the same characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(foldName(name.normalize('NFC'))).toBe(foldName(name.normalize('NFD')));
      }),
    );
  });
});

describe('the aliases of a source with another name', () => {
  test.each(Object.entries(formerNameCases))('%s', (_name, { aliases, former, name, expected }) => {
    expect(withFormerName(aliases, former, name)).toEqual(expected);
  });
});

describe('the text that a source is found by', () => {
  test.each(Object.entries(searchTextCases))('%s', (_name, { name, aliases, expected }) => {
    expect(searchText(name, aliases)).toBe(expected);
  });
});
