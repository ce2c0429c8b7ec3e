import { describe, expect, test } from 'vitest';
import {
  keptPeople,
  namedIn,
  peopleKept,
  piecesOf,
  typingAt,
  withName,
} from '../../client/controllers/mentions.ts';

/** What is typed of a name where the bar stands; null for none. */
const typingCases: Readonly<Record<string, readonly [string, string | null]>> = {
  'nothing yet': ['@|', ''],
  'a beginning': ['Who counted, @ad|', 'ad'],
  'two words': ['@Ada Mo|', 'Ada Mo'],
  'in the middle of it': ['@Ad|a Moor', 'Ad'],
  'after a bracket': ['(@ad|', 'ad'],
  'other letters': ['سأل @ليل|', 'ليل'],
  'an address': ['ada@desk|', null],
  'no sign at all': ['Ada|', null],
  'a blank after the sign': ['@ ada|', null],
  'another line': ['@ada\n|', null],
  'a sentence': ['@ada who counted them|', null],
  'before the sign': ['|@ada', null],
};

describe('a name that is typed', () => {
  test.each(Object.entries(typingCases))('%s', (_name, [marked, words]) => {
    const caret = marked.indexOf('|');
    const text = marked.replace('|', '');
    expect(typingAt(text, caret)?.words ?? null).toBe(words);
  });

  test.each([
    ['Who, @ad|', 'Who, @Ada Moor |'],
    ['@ad| counted?', '@Ada Moor| counted?'],
    ['(@|)', '(@Ada Moor |)'],
  ])('%s becomes %s', (before, after) => {
    const caret = before.indexOf('|');
    const text = before.replace('|', '');
    const typing = typingAt(text, caret);
    if (typing === null) throw new Error('a name is typed');
    const put = withName(text, typing, 'Ada Moor');
    expect(`${put.text.slice(0, put.caret)}|${put.text.slice(put.caret)}`).toBe(after);
  });
});

describe('whom words name', () => {
  const ID = '01890000-0000-7000-8000-000000000001';
  const kept = keptPeople([
    { id: ID, name: 'Ada Moor' },
    { id: ID, name: 'Ada Moor' },
  ]);

  test('is who was chosen and still stands there, once', () => {
    expect(namedIn('Who, @Ada Moor?', kept)).toEqual([ID]);
    expect(namedIn('Who?', kept)).toEqual([]);
    expect(namedIn('Who, @Ada Moor?', undefined)).toBeUndefined();
    for (const broken of ['', 'x', '{}', '[{"id":1}]']) expect(peopleKept(broken)).toEqual([]);
  });

  test('stands out in them', () => {
    const pieces = piecesOf('@Ada Moor, ask @Ada or @Bo: a@b', ['Ada', 'Ada Moor']);
    expect(pieces.map(({ text, named }) => (named ? `[${text}]` : text)).join('')).toBe(
      '[@Ada Moor], ask [@Ada] or @Bo: a@b',
    );
    expect(piecesOf('', ['Ada'])).toEqual([]);
    expect(piecesOf('none', [])).toEqual([{ text: 'none', named: false }]);
  });
});
