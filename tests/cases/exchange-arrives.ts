/** Which of two files of one story is the newer: a new doubt is a new row. */
interface File {
  version?: string;
  at?: string;
  file?: string;
  words?: string;
}
const noon = '2014-01-08T12:00:00.000Z';
const later = '2014-01-08T13:00:00.000Z';

export const arrivesCases: Readonly<Record<string, { here: readonly File[]; file: File; expected: string }>> =
  {
    'a higher number': { here: [{ version: '1' }], file: { version: '2' }, expected: 'newer' },
    'ten after nine': { here: [{ version: '9' }], file: { version: '10' }, expected: 'newer' },
    'parts of a number': { here: [{ version: '2.9' }], file: { version: '2.10' }, expected: 'newer' },
    'a number and its zeros': {
      here: [{ version: '2' }],
      file: { version: '2.0', words: 'the same' },
      expected: 'differs',
    },
    'a lower number': { here: [{ version: '3' }], file: { version: '2' }, expected: 'older' },
    'a lower number, made later': {
      here: [{ version: '3', at: noon }],
      file: { version: '2', at: later },
      expected: 'older',
    },
    'the very bytes': {
      here: [{ version: '1', file: 'a' }],
      file: { version: '1', file: 'a' },
      expected: 'same',
    },
    'the bytes of the file before the newest': {
      here: [{ file: 'b' }, { file: 'a' }],
      file: { file: 'a' },
      expected: 'older',
    },
    'the same number and words, sent anew': {
      here: [{ version: '1', words: 'w' }],
      file: { version: '1', words: 'w' },
      expected: 'same',
    },
    'the same number, other words': {
      here: [{ version: '1', words: 'w' }],
      file: { version: '1', words: 'x' },
      expected: 'differs',
    },
    'the same number, made later': {
      here: [{ version: '1', at: noon, words: 'w' }],
      file: { version: '1', at: later, words: 'x' },
      expected: 'newer',
    },
    'no numbers, made later': { here: [{ at: noon }], file: { at: later }, expected: 'newer' },
    'no numbers, made before': { here: [{ at: later }], file: { at: noon }, expected: 'older' },
    'no numbers, made at once, other words': {
      here: [{ at: noon, words: 'w' }],
      file: { at: noon, words: 'x' },
      expected: 'differs',
    },
    'a name of a version is no number': {
      here: [{ version: 'lead 1', words: 'w' }],
      file: { version: 'lead 2', words: 'x' },
      expected: 'newer',
    },
    'nothing is told, other words': { here: [{ words: 'w' }], file: { words: 'x' }, expected: 'newer' },
    'nothing is told, the same words': { here: [{ words: 'w' }], file: { words: 'w' }, expected: 'same' },
    'one of them tells a time': { here: [{ at: noon, words: 'w' }], file: { words: 'x' }, expected: 'newer' },
  };
