/** Small questions about a line. */

export const stopCases: Record<string, { line: string; expected: boolean }> = {
  'a stop': { line: 'The ferry sank off the coast.', expected: true },
  'a short line': { line: 'It sank.', expected: true },
  'a question': { line: 'Why?', expected: true },
  'a stop, a quote and a bracket': { line: '(“It sank.”)', expected: true },
  'a stop of Chinese': { line: '渡轮沉没了。', expected: true },
  'a stop in the middle': { line: 'It sank. Why', expected: false },
  'a colon': { line: 'He said:', expected: false },
  'closing marks without a stop': { line: 'so-called “ferry”', expected: false },
  nothing: { line: '', expected: false },
};

export const wordCases: Record<string, { line: string; expected: string[] }> = {
  'one space': { line: 'The ferry', expected: ['The', 'ferry'] },
  'white space of every kind': { line: ' The\t\u00A0ferry \n sank ', expected: ['The', 'ferry', 'sank'] },
  'signs that are no letters': { line: '— 12', expected: ['—', '12'] },
  blank: { line: ' \t', expected: [] },
  nothing: { line: '', expected: [] },
};

export const capitalCases: Record<string, { line: string; expected: boolean }> = {
  capitals: { line: 'PORT ELSEN, 12 MAY', expected: true },
  'one small letter': { line: 'PORT ELSEn', expected: false },
  'no letters with case': { line: '渡轮 12', expected: false },
};

export const lineCases: Record<string, { text: string; max: number; expected: string }> = {
  'short enough': { text: 'The  ferry\nsank', max: 40, expected: 'The ferry sank' },
  'exactly long enough': { text: 'The ferry', max: 9, expected: 'The ferry' },
  'a word too long': { text: 'The ferry sank', max: 12, expected: 'The ferry' },
  'cut behind a whole word': { text: 'The ferry sank', max: 9, expected: 'The ferry' },
  'one long word': { text: 'Ferryboats', max: 5, expected: 'Ferry' },
  'one long word of characters of two units': { text: '😀😀😀😀', max: 5, expected: '😀😀' },
  'white space before the first word': { text: '   The ferry sank', max: 5, expected: 'The' },
};
