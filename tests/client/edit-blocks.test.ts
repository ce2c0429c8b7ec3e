import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blocksOf,
  changedBlocks,
  linesOf,
  placedOn,
  splice,
  storable,
  textOf,
} from '../../client/controllers/edit/blocks.ts';
import { bordersOf } from '../../client/controllers/edit/borders.ts';
import { EditHistory } from '../../client/controllers/edit/history.ts';
import { linked } from '../../client/controllers/edit/merge.ts';
import { outcomeOf, outcomeWords } from '../../client/controllers/edit/outcome.ts';
import { blocksOfDraft, keptBlocks } from '../../client/controllers/edit/text-drafts.ts';
import type { BlockRole, Revision } from '../../server/contract/articles.ts';

/** A revision of these blocks, the first a headline. */
function revisionOf(...texts: string[]): Revision {
  let at = 0;
  const blocks = texts.map((text, index) => {
    const start = at;
    at += text.length + 2;
    const role: BlockRole = index === 0 ? 'headline' : 'paragraph';
    return { role, start, end: start + text.length };
  });
  const sentences = blocks.map(({ start, end }, block) => ({ block, start, end }));
  return { number: 1, text: texts.join('\n\n'), sha256: '', blocks, sentences };
}

const base = revisionOf('Ferry sinks', 'At least 41 people died.', 'The harbour is closed.');
const mark = (start: number, end: number) => ({
  id: `${start}-${end}`,
  kind: 'fact' as const,
  line: 'open' as const,
  start,
  end,
});
/** "At least 41 people", and from the first paragraph into the second. */
const marks = [mark(13, 31), mark(32, 47)];
const from = blocksOf(base, marks);
const marked = (blocks: typeof from) =>
  blocks.map((block) => block.marks.map(({ start, end }) => block.text.slice(start, end)));

test('marks stand on the words of their blocks, those over two on both', () => {
  expect(marked(from)).toEqual([[], ['At least 41 people', 'died.'], ['The harb']]);
});

interface Row {
  from: [number, number];
  to?: [number, number];
  words: string;
  texts: string[];
  marks: string[][];
  caret: [number, number];
  roles?: BlockRole[];
}

const HEAD = 'Ferry sinks';
const LAST = 'The harbour is closed.';
const rows: Record<string, Row> = {
  'typing before a mark moves it': {
    from: [1, 0],
    words: 'So ',
    texts: [HEAD, 'So At least 41 people died.', LAST],
    marks: [[], ['At least 41 people', 'died.'], ['The harb']],
    caret: [1, 3],
  },
  'typing at its end does not widen it': {
    from: [1, 18],
    words: ' have',
    texts: [HEAD, 'At least 41 people have died.', LAST],
    marks: [[], ['At least 41 people', 'died.'], ['The harb']],
    caret: [1, 23],
  },
  'typing within it is shown within it': {
    from: [1, 9],
    to: [1, 11],
    words: '143',
    texts: [HEAD, 'At least 143 people died.', LAST],
    marks: [[], ['At least 143 people', 'died.'], ['The harb']],
    caret: [1, 12],
  },
  'taking its end out shortens it': {
    from: [1, 11],
    to: [1, 20],
    words: '',
    texts: [HEAD, 'At least 41ied.', LAST],
    marks: [[], ['At least 41', 'ied.'], ['The harb']],
    caret: [1, 11],
  },
  'taking it out takes the mark off': {
    from: [1, 0],
    to: [1, 19],
    words: '',
    texts: [HEAD, 'died.', LAST],
    marks: [[], ['died.'], ['The harb']],
    caret: [1, 0],
  },
  'Enter splits a block, and the mark with it': {
    from: [1, 8],
    words: '\n',
    texts: [HEAD, 'At least', ' 41 people died.', LAST],
    marks: [[], ['At least'], [' 41 people', 'died.'], ['The harb']],
    caret: [2, 0],
  },
  'Enter at the end of a headline begins a paragraph': {
    from: [0, 11],
    words: '\n',
    texts: [HEAD, '', 'At least 41 people died.', LAST],
    marks: [[], [], ['At least 41 people', 'died.'], ['The harb']],
    caret: [1, 0],
    roles: ['headline', 'paragraph', 'paragraph', 'paragraph'],
  },
  'Enter at the beginning of a block begins one before it': {
    from: [1, 0],
    words: '\n',
    texts: [HEAD, '', 'At least 41 people died.', LAST],
    marks: [[], [], ['At least 41 people', 'died.'], ['The harb']],
    caret: [2, 0],
  },
  'Backspace at the beginning joins two': {
    from: [1, 24],
    to: [2, 0],
    words: '',
    texts: [HEAD, 'At least 41 people died.The harbour is closed.'],
    marks: [[], ['At least 41 people', 'died.', 'The harb']],
    caret: [1, 24],
  },
  'a selection over blocks gives way to what is typed': {
    from: [0, 5],
    to: [2, 11],
    words: ': it',
    texts: ['Ferry: it is closed.'],
    marks: [[]],
    caret: [0, 9],
  },
  'a paste of several lines becomes blocks': {
    from: [2, 22],
    words: ' One.\r\n\r\nTwo.\nThree.',
    texts: [HEAD, 'At least 41 people died.', 'The harbour is closed. One.', 'Two.', 'Three.'],
    marks: [[], ['At least 41 people', 'died.'], ['The harb'], [], []],
    caret: [4, 6],
  },
};

test.each(Object.entries(rows))('%s', (_name, row) => {
  const place = ([block, offset]: [number, number]) => ({ block, offset });
  const { blocks, caret } = splice(from, place(row.from), place(row.to ?? row.from), row.words);
  expect(blocks.map(({ text }) => text)).toEqual(row.texts);
  expect(marked([...blocks])).toEqual(row.marks);
  expect(caret).toEqual(place(row.caret));
  expect(new Set(blocks.map(({ key }) => key)).size).toBe(blocks.length);
  if (row.roles !== undefined) expect(blocks.map(({ role }) => role)).toEqual(row.roles);
});

test('blocks that were not touched are the very same objects', () => {
  const { blocks } = splice(from, { block: 1, offset: 3 }, { block: 1, offset: 3 }, 'x');
  expect(blocks[0]).toBe(from[0]);
  expect(blocks[2]).toBe(from[2]);
});

test.each([
  ['one kind of line end', 'a\r\nb\rc\u2028d', ['a', 'b', 'c', 'd']],
  ['blank lines are borders like others', 'a\n \n\nb', ['a', 'b']],
  ['composed letters', 'e\u0301', ['\u00e9']],
  ['no control characters', 'a\u0000\u0007b', ['ab']],
  ['no lone surrogates', 'a\ud800', ['a\ufffd']],
  ['tabs stay', 'a\tb', ['a\tb']],
])('what is put in: %s', (_name, raw, lines) => {
  expect(linesOf(raw)).toEqual(lines);
});

describe('what is stored', () => {
  test('untouched blocks to the letter, others in one line, empty ones not', () => {
    const wrapped = revisionOf('Head', 'one\ntwo', 'three\nfour');
    const blocks = splice(
      blocksOf(wrapped),
      { block: 2, offset: 10 },
      { block: 2, offset: 10 },
      '!\n ',
    ).blocks;
    expect(textOf(storable(blocks, wrapped))).toBe('Head\n\none\ntwo\n\nthree four!');
    expect(changedBlocks(blocks, wrapped)).toEqual({ altered: 1, added: 0, removed: 0 });
  });

  test('there and back again is no change', () => {
    const there = splice(from, { block: 1, offset: 9 }, { block: 1, offset: 11 }, '43').blocks;
    const back = splice(there, { block: 1, offset: 9 }, { block: 1, offset: 11 }, '41').blocks;
    expect(changedBlocks(there, base)).toEqual({ altered: 1, added: 0, removed: 0 });
    expect(changedBlocks(back, base)).toEqual({ altered: 0, added: 0, removed: 0 });
  });

  test('sentences of untouched blocks stay as an editor set them', () => {
    const text = 'He met Gen. Ode. Then he left.';
    const read = { sentences: [0, 12, 17, 32].map((start) => ({ block: 0, start, end: start + 1 })) };
    const set: Revision = {
      ...revisionOf(text, 'One. Two.'),
      sentences: [
        { block: 0, start: 0, end: 16 },
        { block: 0, start: 17, end: 30 },
        { block: 1, start: 32, end: 36 },
        { block: 1, start: 37, end: 41 },
      ],
    };
    const blocks = storable(blocksOf(set), set);
    expect(bordersOf(blocks, set, read)).toEqual({ join: [12], split: [37] });
    const touched = storable(
      splice(blocksOf(set), { block: 0, offset: 0 }, { block: 0, offset: 0 }, 'So ').blocks,
      set,
    );
    expect(bordersOf(touched, set, { sentences: [{ block: 0, start: 15, end: 20 }] })).toEqual({
      join: [],
      split: [35, 40],
    });
  });
});

test('undo goes back word by word, over splits and joins too, and redo forth', () => {
  const history = new EditHistory({ blocks: from, caret: null });
  const type = (words: string, kind = 'insertText') => {
    const caret = history.now.caret ?? { block: 0, offset: 11 };
    history.push(splice(history.now.blocks, caret, caret, words), { kind, from: caret, words });
  };
  for (const letter of ' off') type(letter);
  type('\n', 'insertParagraph');
  for (const letter of 'Now') type(letter);
  const texts = () => history.now.blocks.slice(0, 2).map(({ text }) => text);
  expect(texts()).toEqual(['Ferry sinks off', 'Now']);
  history.undo();
  expect(texts()).toEqual(['Ferry sinks off', '']);
  history.undo();
  expect(texts()[0]).toBe('Ferry sinks off');
  history.undo();
  expect(history.now.blocks).toBe(from);
  expect(history.undo()).toBeNull();
  for (const _ of [1, 2, 3]) history.redo();
  expect(texts()).toEqual(['Ferry sinks off', 'Now']);
  expect(history.redo()).toBeNull();
});

const place = fc.record({ block: fc.nat(4), offset: fc.nat(40) });
test('any edits: marks stay within their words, undone they are as before, and a draft brings the words back', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(place, place, fc.constantFrom('', 'x', ' 5 ', '\n', 'a\nb')), { maxLength: 8 }),
      (edits) => {
        const history = new EditHistory({ blocks: from, caret: null });
        let steps = 0;
        for (const [one, other, words] of edits) {
          const { blocks } = history.now;
          const within = (at: { block: number; offset: number }) => {
            const block = at.block % blocks.length;
            return { block, offset: Math.min(at.offset, blocks[block]?.text.length ?? 0) };
          };
          const [a, b] = [within(one), within(other)].toSorted(
            (x, y) => x.block - y.block || x.offset - y.offset,
          );
          if (a === undefined || b === undefined) continue;
          history.push(splice(blocks, a, b, words), { kind: `step ${steps}`, from: a, words });
          steps += 1;
        }
        const { blocks } = history.now;
        for (const block of blocks)
          for (const { start, end } of block.marks) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(block.text.length);
            expect(start).toBeGreaterThanOrEqual(0);
          }
        const kept = blocksOfDraft({ blocks: keptBlocks(blocks, base) }, from);
        expect(kept.map(({ text, role, base: number }) => [text, role, number])).toEqual(
          blocks.map(({ text, role, base: number }) => [text, role, number]),
        );
        for (let step = 0; step < steps; step += 1) history.undo();
        expect(history.now.blocks).toBe(from);
      },
    ),
  );
});

test('blocks put together elsewhere know what they come from, and carry the marks of those that are the same', () => {
  const mine = [
    { role: 'headline' as const, text: 'Ferry sinks' },
    { role: 'paragraph' as const, text: 'At least 43 people died.' },
    { role: 'paragraph' as const, text: LAST },
    { role: 'paragraph' as const, text: 'More.' },
  ];
  const blocks = placedOn(from, mine, linked(from, mine));
  expect(blocks.map(({ base: number }) => number)).toEqual([0, 1, 2, null]);
  expect(marked(blocks)).toEqual([[], [], ['The harb'], []]);
});

test('what became of the claims is said in numbers', () => {
  const claim = (change: 'same' | 'moved' | 'figure_changed' | 'gone') => ({
    ...{
      id: 'x',
      change,
      span: null,
      verdictKept: true,
      from: '',
      fromStart: 0,
      to: null,
      pieces: [],
      beside: [],
      elsewhere: null,
    },
  });
  const changes = {
    revision: 2,
    offered: [],
    claims: (['same', 'moved', 'figure_changed', 'gone'] as const).map(claim),
  };
  expect(outcomeWords(outcomeOf(changes))).toBe(
    'Text 2 is stored. 2 claims kept, 1 to check again, 1 whose words are gone.',
  );
  expect(outcomeWords(outcomeOf({ ...changes, claims: [] }))).toBe('Text 2 is stored. It had no claims.');
});
