/** How pasted lines become parts. In `lines` an empty string is a blank line; parts are written as their lines. */

/** Prose as a mail program wraps it at 60. */
const WRAPPED = [
  'A crowded ferry sank off the port on Thursday after shells',
  'fell on the harbour, and the coast guard said that it would',
  'go on with its search until the morning.',
];
/** Prose of which no line shows by a small letter that it goes on. */
const WEAK = ['The search was led by a man from the nearest island, Little', 'Skerry.'];
const joined = (lines: readonly string[]) => lines.join('\n');

export const partCases: Record<string, { lines: string[]; expected: string[] }> = {
  'a paragraph to a line': { lines: ['One.', 'Two.'], expected: ['One.', 'Two.'] },
  'blank lines between': { lines: ['', 'One.', '', '', 'Two.', ''], expected: ['One.', 'Two.'] },
  'lines that only look blank': { lines: ['One.', ' \t\u200B\u00A0', 'Two.'], expected: ['One.', 'Two.'] },
  'white space around lines': { lines: ['  One.\t', '\u00A0Two. '], expected: ['One.', 'Two.'] },
  'wrapped lines': { lines: WRAPPED, expected: [joined(WRAPPED)] },
  'wrapped lines that are indented': {
    lines: WRAPPED.map((line) => `  ${line}`),
    expected: [joined(WRAPPED.map((line, index) => (index === 0 ? line : `  ${line}`)))],
  },
  'wrapped paragraphs': { lines: [...WRAPPED, '', ...WRAPPED], expected: [joined(WRAPPED), joined(WRAPPED)] },
  'a weak paragraph beside a wrapped one': {
    lines: [...WRAPPED, '', ...WEAK],
    expected: [joined(WRAPPED), joined(WEAK)],
  },
  'a weak paragraph alone': { lines: WEAK, expected: WEAK },
  'lines wider than the rest was wrapped': {
    lines: [
      ...WRAPPED,
      '',
      'The search was led by a man who came from the nearest island, Little',
      'Skerry.',
    ],
    expected: [
      joined(WRAPPED),
      'The search was led by a man who came from the nearest island, Little',
      'Skerry.',
    ],
  },
  'lines that were not filled up, beside a wrapped one': {
    lines: [...WRAPPED, '', 'Ferry sinks off the port', 'By NWA'],
    expected: [joined(WRAPPED), 'Ferry sinks off the port', 'By NWA'],
  },
  'one line of several not filled up, beside a wrapped one': {
    lines: [...WRAPPED, '', ...WEAK, 'Tarvo is near.'],
    expected: [joined(WRAPPED), ...WEAK, 'Tarvo is near.'],
  },
  'full lines that end sentences, beside a wrapped one': {
    lines: [
      ...WRAPPED,
      '',
      'The search was led by a man who came from another island.',
      'Nobody knew his name.',
    ],
    expected: [
      joined(WRAPPED),
      'The search was led by a man who came from another island.',
      'Nobody knew his name.',
    ],
  },
  verse: {
    lines: ['the sea is grey and', 'the hills are green', 'and nobody will say'],
    expected: ['the sea is grey and', 'the hills are green', 'and nobody will say'],
  },
  'long lines': {
    lines: ['a long line '.repeat(11).trim(), 'and another '.repeat(11).trim()],
    expected: ['a long line '.repeat(11).trim(), 'and another '.repeat(11).trim()],
  },
  'small lines of all lengths': {
    lines: [
      'the hull and the mast, which were found in the mud of a bay',
      'the bell',
      'the wheel',
      'the lamp',
    ],
    expected: [
      'the hull and the mast, which were found in the mud of a bay',
      'the bell',
      'the wheel',
      'the lamp',
    ],
  },
  'full lines that begin with capitals': {
    lines: [
      'Ana Bly, who was a teacher at the island school of Skerry',
      'Tom Hale, who was a writer for The Skerry Courier paper',
      'Edda Quist, who was a photographer for the same paper',
    ],
    expected: [
      'Ana Bly, who was a teacher at the island school of Skerry',
      'Tom Hale, who was a writer for The Skerry Courier paper',
      'Edda Quist, who was a photographer for the same paper',
    ],
  },
  'full lines that end with stops': {
    lines: [
      'and so it was that the ferry went down within the hour.',
      'and so it was that the lights of the island went out.',
      'and so it was that nobody on the shore saw it go.',
    ],
    expected: [
      'and so it was that the ferry went down within the hour.',
      'and so it was that the lights of the island went out.',
      'and so it was that nobody on the shore saw it go.',
    ],
  },
  'a script without case': {
    lines: [
      'غرقت العبارة قرب الميناء مساء الخميس بعد سقوط قذائف على',
      'المرفأ وقال خفر السواحل إن البحث سيستمر حتى الصباح في كل',
      'مكان.',
    ],
    expected: [
      'غرقت العبارة قرب الميناء مساء الخميس بعد سقوط قذائف على\nالمرفأ وقال خفر السواحل إن البحث سيستمر حتى الصباح في كل\nمكان.',
    ],
  },
  'one sentence broken into two short lines': {
    lines: ['The ferry sank off', 'the coast of Tarvo.'],
    expected: ['The ferry sank off\nthe coast of Tarvo.'],
  },
  'one quoted sentence broken into three': {
    lines: ['“The ferry sank off', 'the coast', 'of Tarvo.”'],
    expected: ['“The ferry sank off\nthe coast\nof Tarvo.”'],
  },
  'short lines without a stop at the end': {
    lines: ['The boats', 'skerry', 'tarvo'],
    expected: ['The boats', 'skerry', 'tarvo'],
  },
  'short lines under one that announces them': {
    lines: ['The boats:', 'skerry and', 'tarvo.'],
    expected: ['The boats:', 'skerry and', 'tarvo.'],
  },
  'short lines that begin small': {
    lines: ['the ferry sank off', 'the coast.'],
    expected: ['the ferry sank off', 'the coast.'],
  },
  'short lines of which one begins with a capital': {
    lines: ['The ferry sank off', 'Tarvo at', 'night.'],
    expected: ['The ferry sank off', 'Tarvo at', 'night.'],
  },
};
