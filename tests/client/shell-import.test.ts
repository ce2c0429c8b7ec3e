/** The import page without its page: corrections that follow the text, files that are no story. */
import { describe, expect, test } from 'vitest';
import {
  type Corrections,
  followParts,
  NO_CORRECTIONS,
  placeBorders,
  withBorder,
  withRole,
} from '../../client/pages/import/corrections.ts';
import { newDraft } from '../../client/pages/import/draft.ts';
import { requestOf, sentencesOf } from '../../client/pages/import/request.ts';
import { decodeStory, pasteProblem } from '../../client/pages/import/story-file.ts';
import { CreateArticle, MAX_STORY_BYTES } from '../../server/contract/articles.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a file', () => {
  const refused = {
    'nothing in it': [bytes(''), /no text/],
    'white space alone': [bytes(' \n\t\n'), /no text/],
    'Latin-1, which is no UTF-8': [new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20]), /not in UTF-8/],
    'UTF-8 cut in mid-character': [bytes('café').slice(0, 4), /not in UTF-8/],
    'UTF-16 with its mark': [new Uint8Array([0xff, 0xfe, 0x41, 0x00]), /UTF-16/],
    'a picture': [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x00, 0x00]), /binary/],
    'one byte too many': [new Uint8Array(MAX_STORY_BYTES + 1).fill(0x61), /2 MB/],
  } as const;
  test.each(Object.entries(refused))('%s is refused with its reason', (_name, [content, reason]) => {
    const read = decodeStory(content);
    expect(read.ok ? read.text : read.reason).toMatch(reason);
  });

  test('of exactly the limit is read', () => {
    expect(decodeStory(new Uint8Array(MAX_STORY_BYTES).fill(0x61)).ok).toBe(true);
  });

  test('loses its byte order mark and nothing else', () => {
    expect(decodeStory(bytes('\ufeff“Café”…\r\n'))).toEqual({ ok: true, text: '“Café”…\r\n' });
  });
});

describe('a pasted text', () => {
  const cases = {
    'an ordinary one': ['At least 12 people were hurt.', null],
    'two bytes to a letter, over the limit': ['é'.repeat(MAX_STORY_BYTES / 2 + 1), /2 MB/],
    'two bytes to a letter, at the limit': ['é'.repeat(MAX_STORY_BYTES / 2), null],
    'a NUL': ['one\0two', /NUL/],
    'half an emoji': ['one \ud83d two', /broken/],
  } as const;
  test.each(Object.entries(cases))('%s', (_name, [text, expected]) => {
    if (expected === null) expect(pasteProblem(text)).toBeNull();
    else expect(pasteProblem(text)).toMatch(expected);
  });
});

describe('corrections', () => {
  const parts = (...texts: string[]) => texts.map((text) => ({ text }));
  const role = (part: number, text: string): Corrections => ({
    roles: [{ part, text, role: 'caption' }],
    borders: [],
  });

  const followed = {
    'stay where the text stays': [role(1, 'b'), parts('a', 'b', 'c'), [1]],
    'move with their part': [role(1, 'b'), parts('new', 'a', 'b', 'c'), [2]],
    'go with a part that is gone': [role(1, 'b'), parts('a', 'c'), []],
    'take the nearest of equal parts': [role(3, 'b'), parts('b', 'a', 'x', 'x', 'b'), [4]],
  } as const;
  test.each(Object.entries(followed))('%s', (_name, [corrections, now, expected]) => {
    expect(followParts(corrections, now).roles.map(({ part }) => part)).toEqual(expected);
  });

  test('of one part: the last word counts', () => {
    const once = withRole(NO_CORRECTIONS, { part: 0, text: 'a', role: 'heading' });
    const twice = withRole(once, { part: 0, text: 'a', role: 'furniture' });
    expect(twice.roles).toEqual([{ part: 0, text: 'a', role: 'furniture' }]);
  });

  test('a border put in and taken away leaves nothing', () => {
    const at = { part: 0, text: 'a b', offset: 2 };
    const split = withBorder(NO_CORRECTIONS, { ...at, kind: 'split' });
    expect(split.borders).toHaveLength(1);
    expect(withBorder(split, { ...at, kind: 'join' }).borders).toEqual([]);
  });

  test('borders count from the text’s start; those of a part that is left out wait', () => {
    const borders = [
      { part: 0, text: 'Home', offset: 1, kind: 'split' as const },
      { part: 2, text: 'One. Two.', offset: 5, kind: 'join' as const },
    ];
    const preview = {
      parts: [
        { text: 'Home', role: 'furniture' as const, block: null },
        { text: 'Head', role: 'headline' as const, block: 0 },
        { text: 'One. Two.', role: 'paragraph' as const, block: 1 },
      ],
      blocks: [
        { role: 'headline' as const, start: 0, end: 4 },
        { role: 'paragraph' as const, start: 6, end: 15 },
      ],
    };
    expect(placeBorders(borders, preview)).toEqual({ join: [11], split: [] });
  });
});

describe('what is sent', () => {
  const draft = { ...newDraft(), text: 'Ferry sinks\n\nAt least 12 people drowned.' };

  test('fits the contract, untouched and with everything typed over', () => {
    const full = {
      ...draft,
      overrides: { title: 'Ferry', byline: '', publishedAt: '2024-03-01T09:00:00.000Z', language: 'en' },
      sourceUrl: 'https://wire.test/1',
      deadline: '2024-03-01T12:00:00.000Z',
      access: 'restricted' as const,
      memberIds: [draft.id],
    };
    for (const one of [draft, full])
      expect(CreateArticle.body.safeParse(requestOf(one, null)).error?.issues ?? []).toEqual([]);
  });

  test('tells an emptied byline from one that was not touched', () => {
    expect(requestOf({ ...draft, overrides: { byline: '' } }, null).byline).toBeNull();
    expect(requestOf(draft, null).byline).toBeUndefined();
  });

  test('names nobody for a story that the newsroom sees', () => {
    expect(requestOf({ ...draft, memberIds: [draft.id] }, null).memberIds).toBeUndefined();
  });
});

test('sentences are counted from their block', () => {
  const blocks = [
    { role: 'headline' as const, start: 0, end: 4 },
    { role: 'paragraph' as const, start: 6, end: 15 },
  ];
  const sentences = [
    { block: 0, start: 0, end: 4 },
    { block: 1, start: 6, end: 10 },
    { block: 1, start: 11, end: 15 },
  ];
  expect(sentencesOf({ blocks, sentences }).get(1)).toEqual([
    { start: 0, end: 4 },
    { start: 5, end: 9 },
  ]);
});
