import { describe, expect, test } from 'vitest';
import type { FlagCode } from '../../server/contract/audit.ts';
import { findFlags } from '../../server/domain/audit/flags.ts';
import { placeClaim } from '../../server/domain/audit/story.ts';
import { type FlagCase, unattributedCases, unnamedOnlyCases } from '../cases/audit-attributions.ts';
import { carriedOverCases, hearsayCases } from '../cases/audit-cues.ts';
import {
  figureAbsentCases,
  lateCases,
  noEvidenceCases,
  noLocatorCases,
  ownAgencyCases,
} from '../cases/audit-evidence.ts';
import { pairCases } from '../cases/audit-pairs.ts';
import { descriptionCases, independenceCases, secondHandCases } from '../cases/audit-sources.ts';
import { storyOf } from '../support/audited.ts';

const TABLES: Readonly<Record<FlagCode, Record<string, FlagCase>>> = {
  unattributed: unattributedCases,
  unnamed_only: unnamedOnlyCases,
  hearsay: hearsayCases,
  carried_over: carriedOverCases,
  second_hand: secondHandCases,
  may_not_be_independent: { ...independenceCases, ...pairCases },
  described_differently: descriptionCases,
  late_attribution: lateCases,
  no_evidence: noEvidenceCases,
  no_locator: noLocatorCases,
  own_agency: ownAgencyCases,
  figure_absent: figureAbsentCases,
};

describe.each(Object.entries(TABLES))('%s', (code, cases) => {
  test.each(Object.entries(cases))('%s', (_name, { flags, says, ...story }) => {
    const facts = storyOf(story);
    const found = findFlags(facts).filter((flag) => flag.code === code);
    expect(found.map(({ claimIds, span }) => `${claimIds.join(', ')}: ${span.quote}`)).toEqual(flags);
    if (says !== undefined) expect(found.map(({ explanation }) => explanation)).toEqual(says);
    for (const { span, claimIds, explanation, basis } of found) {
      expect(story.text.slice(span.start, span.end)).toBe(span.quote);
      expect(new Set(claimIds).size).toBe(claimIds.length);
      expect(explanation).toMatch(/^[“\p{Lu}].*\.$/u);
      expect(basis).not.toBe('');
      // A digest of it is kept, also where a source becomes confidential later: names that only the register has are not in it.
      for (const { id, name = id } of story.sources ?? [])
        if (name !== id && !story.text.includes(name)) expect(basis).not.toContain(name);
    }
  });
});

describe('the place of a sentence', () => {
  const [claim] = storyOf({
    text: 'The ferry sank. The pumps were off, and 41 died.',
    marks: [{ id: 'dead', kind: 'casualty_count', quote: '41 died' }],
  }).claims;
  const whole = 'The ferry sank. The pumps were off, and 41 died.';
  test.each([
    ['the whole sentence', whole, 0, 0, whole],
    ['a claim that runs on behind it', whole.slice(0, 45), 0, 0, whole.slice(0, 45)],
    ['what stands around the claim', whole.slice(20), 0, 20, whole.slice(20)],
    ['words without the claim', 'something else', 0, 40, '41 died'],
  ])('%s', (_name, sentenceText, sentenceStart, expected, text) => {
    if (claim === undefined) throw new Error('the story has a claim');
    const placed = placeClaim({ ...claim, sentenceText }, sentenceStart);
    expect([placed.sentenceStart, placed.sentenceText]).toEqual([expected, text]);
  });
});
