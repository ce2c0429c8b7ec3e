/** A corrected text is read as the older one was. */
import { describe, expect, test } from 'vitest';
import { correctText } from '../../server/domain/text/revise/correct.ts';
import { around, readAs } from '../../server/domain/text/revise/proposal.ts';
import { readStory, type StoryCorrections } from '../../server/domain/text/story.ts';
import { aroundCases, proposalCases } from '../cases/revisions/proposals.ts';

function read(text: string, corrections: StoryCorrections) {
  const found = readStory(text, { ...corrections, language: 'en' });
  if (!found.ok) throw new Error(found.problem);
  return found.story;
}

/** Words replaced as they are asked for, whatever the rules for corrections would say of them. */
function replace(text: string, asked: readonly (readonly [string, string])[]) {
  let newer = '';
  let at = 0;
  const replacements = asked.map(([quote, wording], index) => {
    const start = text.indexOf(quote, at);
    newer += text.slice(at, start);
    at = start + quote.length;
    const to = { start: newer.length, end: newer.length + wording.length, quote: wording };
    newer += wording;
    return { from: { start, end: at, quote }, to, ids: [String(index)] };
  });
  return { newer: newer + text.slice(at), replacements };
}

describe('a corrected text', () => {
  test.each(Object.entries(proposalCases))(
    '%s',
    (_, {
      text,
      roles = [],
      joinedBefore = [],
      splitBefore = [],
      replaced,
      expected,
      join = [],
      split = [],
    }) => {
      const given = {
        roles: [...roles],
        join: joinedBefore.map((words) => text.indexOf(words)),
        split: splitBefore.map((words) => text.indexOf(words)),
      };
      const story = read(text, given);
      const older = { text: story.text, blocks: story.blocks, sentences: story.sentences, language: 'en' };
      const { newer, replacements } = replace(story.text, replaced);
      const said = readAs(older, newer, replacements);
      const again = read(newer, said);
      const sentences = again.sentences.map(({ start, end }) => again.text.slice(start, end).trim());
      expect(sentences.join(' / ')).toBe(expected);
      expect(said.join ?? []).toEqual(join.map((words) => newer.indexOf(words)));
      expect(said.split ?? []).toEqual(split.map((words) => newer.indexOf(words)));
      expect('join' in said).toBe(join.length > 0);
      expect('split' in said).toBe(split.length > 0);
      if (again.blocks.length === story.blocks.length)
        expect(again.blocks.map(({ role }) => role)).toEqual(story.blocks.map(({ role }) => role));
    },
  );

  test('that is no story any more says nothing of sentences', () => {
    const story = read('Rain fell.', {});
    const older = { text: story.text, blocks: story.blocks, sentences: story.sentences, language: 'en' };
    expect(readAs(older, '', [])).toEqual({ keepFurniture: true });
  });

  test('by the rules for corrections', () => {
    const story = read('Ferry sinks\n\nIt took 41 people. Rain fell.', {});
    const older = { text: story.text, blocks: story.blocks, sentences: story.sentences, language: 'en' };
    const start = story.text.indexOf('41');
    const span = { start, end: start + 2, quote: '41' };
    const corrected = correctText(older, [{ id: 'a', span, wording: '43', returned: false }]);
    expect(readAs(older, corrected.text, corrected.replacements)).toEqual({
      roles: story.blocks.map(({ role }, part) => ({ part, role })),
    });
  });
});

describe('the sentences around a stretch', () => {
  const { text, sentences } = read('Rain fell. Nine died. Snow fell.', {
    roles: [{ part: 0, role: 'paragraph' }],
  });
  test.each(Object.entries(aroundCases))('%s', (_, { stretch: [start, end], expected }) => {
    const found = around(sentences, { start, end });
    expect(text.slice(found.start, found.end)).toBe(expected);
  });
});
