import { describe, expect, test } from 'vitest';
import { CORRECTION_COLUMNS } from '../../server/domain/exchange/correction-columns.ts';
import {
  type CorrectionRow,
  correctionsTextHead,
  correctionsTextTail,
  correctionText,
} from '../../server/domain/exchange/corrections-text.ts';

const ROW: CorrectionRow = {
  story_id: '1',
  story_title: 'Ferry sinks',
  story_url: null,
  revision: 2,
  sentence: 'It took 41 people.',
  old_wording: '41 people',
  new_wording: '43 people',
  reason: 'The register has 43.',
  said_by: null,
  evidence: null,
  checked_by: 'Ada',
  checked_at: '2026-03-02T09:00:59.000Z',
  passed_by: null,
  passed_at: null,
  returned_by: null,
  returned_note: null,
};
const entry = (row: Partial<CorrectionRow>) => correctionText({ ...ROW, ...row }, 1, false);

test('columns are named for good: readers rely on these', () => {
  expect(CORRECTION_COLUMNS.map(({ name }) => name).join(' ')).toBe(
    'story_id story_title story_byline story_published_at story_url revision sentence_number sentence old_wording ' +
      'new_wording reason said_by evidence checked_by checked_at status passed_by passed_at returned_by returned_note ' +
      'kind claim_id start end',
  );
  for (const { meaning } of CORRECTION_COLUMNS) expect(meaning.length).toBeGreaterThan(2);
});

describe('a correction in plain text', () => {
  test('reads as an entry', () => {
    expect(entry({})).toBe(
      [
        '',
        '1. In text 2:',
        '   Printed   41 people',
        '   Correct   43 people',
        '   Sentence  It took 41 people.',
        '   Why       The register has 43.',
        '   Evidence  (none)',
        '   Checked   by Ada, 2026-03-02 09:00 UTC',
        '   Passed    by nobody yet',
        '',
      ].join('\n'),
    );
  });

  test('stands under its story, named once', () => {
    const lines = correctionText({ ...ROW, story_url: 'https://wire.example' }, 3, true).split('\n');
    expect(lines.slice(2, 6)).toEqual([
      'Story: Ferry sinks',
      '       https://wire.example',
      '',
      '3. In text 2:',
    ]);
  });

  test('says who passed or returned it, and that a wording is missing', () => {
    expect(entry({ passed_by: 'Rui', passed_at: '2026-03-02T10:00:00Z' })).toContain(
      '   Passed    by Rui, 2026-03-02 10:00 UTC\n',
    );
    expect(entry({ returned_by: 'Rui', returned_note: 'Which\nregister?' })).toContain(
      '   Returned  by Rui: Which\n             register?\n',
    );
    expect(entry({ new_wording: null })).toContain('   Correct   (no wording was given)\n');
  });

  test('has each piece of evidence on a line of its own', () => {
    const one = {
      stance: 'supports',
      title: 'List',
      publisher: null,
      locator: 'p. 2',
      quote: '43 aboard',
      url: null,
    };
    expect(
      entry({ evidence: [one, { ...one, stance: 'context', locator: null, url: 'https://a.example' }] }),
    ).toContain(
      '   Evidence  supports: List · p. 2 · “43 aboard”\n             context: List · “43 aboard” · https://a.example\n',
    );
  });

  test.each([
    ['a line feed', 'a\n2. In text'],
    ['a carriage return', 'a\r2. In text'],
    ['both', 'a\r\n2. In text'],
    ['a form feed', 'a\f2. In text'],
    ['a line tabulation', 'a\v2. In text'],
    ['a next line', 'a\u00852. In text'],
    ['a line separator', 'a\u20282. In text'],
    ['a paragraph separator', 'a\u20292. In text'],
  ])('takes no entry from words with %s', (_name, words) => {
    expect(entry({ reason: words })).toContain('   Why       a\n             2. In text\n');
  });

  test.each([
    ['an escape', '\u001b[2J', '␛[2J'],
    ['a bell', '\u0007', '␇'],
    ['a delete', '\u007f', '␡'],
    ['a control of eight bits', '\u009b2J', '\ufffd2J'],
    ['a tab, which stays', 'a\tb', 'a\tb'],
  ])('shows %s as a picture', (_name, words, expected) => {
    expect(entry({ reason: words })).toContain(`   Why       ${expected}\n`);
  });

  test.each([
    ['Arabic', '43 شخصا', '\u206843 شخصا\u2069'],
    ['a Hebrew name of the astral plane', '𐤀 1', '\u2068𐤀 1\u2069'],
    ['an override that is not ended', '\u202e34', '\u2068\u202e34\u2069'],
    ['an isolate that is not ended', '\u206734', '\u2068\u206734\u2069\u2069'],
    ['an end too many', '34\u2069 x', '\u206834 x\u2069'],
    ['Latin letters', '43 people', '43 people'],
  ])('keeps %s apart from the line around', (_name, words, expected) => {
    expect(entry({ old_wording: words })).toContain(`   Printed   ${expected}\n`);
  });

  test('begins and ends so that a list that is cut is seen to be', () => {
    expect(correctionsTextHead('Ada', '2026-03-02T09:00:00.000Z')).toBe(
      'CORRECTIONS\nList of 2026-03-02 09:00 UTC, taken by Ada\n',
    );
    expect(correctionsTextTail(0)).toBe('\nNothing is to be corrected.\n');
    expect(correctionsTextTail(1)).toBe('\nEnd of the list: 1 correction.\n');
    expect(correctionsTextTail(2)).toBe('\nEnd of the list: 2 corrections.\n');
  });
});
