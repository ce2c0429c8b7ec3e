/** What events of another Claimdesk say of things that are erased here. */
import { describe, expect, test } from 'vitest';
import { tellsOf, withoutWords } from '../../server/domain/exchange/story/erased.ts';

const THINGS = {
  claims: new Set(['claim']),
  comments: new Set(['comment']),
  citations: new Set(['citation']),
  evidence: new Set(['evidence']),
  files: new Set(['file']),
};

const cases: Readonly<Record<string, [claimId: unknown, data: Record<string, unknown>, expected: boolean]>> =
  {
    'an event of the claim': ['claim', {}, true],
    'an event of another claim': ['other', {}, false],
    'an event of no claim': [null, {}, false],
    'one that names the comment': ['other', { comment: 'comment' }, true],
    'one that names another comment': ['other', { comment: 'other' }, false],
    'one that names the citation': ['other', { citation: 'citation' }, true],
    'one of the evidence': [null, { evidence: 'evidence' }, true],
    'one of a citation of the evidence that stays': [
      'other',
      { citation: 'other', evidence: 'evidence' },
      false,
    ],
    'one that names the file': [null, { file: 'file' }, true],
    'one that is about several claims, this among them': [null, { claimIds: ['other', 'claim'] }, true],
    'one that is about several others': [null, { claimIds: ['other'] }, false],
    'one whose ids are none': [7, { comment: {}, claimIds: 'claim', evidence: ['evidence'] }, false],
  };

describe('tells of them', () => {
  test.each(Object.entries(cases))('%s', (_name, [claimId, data, expected]) => {
    expect(tellsOf({ claimId, data }, THINGS)).toBe(expected);
  });
});

describe('a manifest', () => {
  const event = (seq: number, claimId: string | null, data: unknown) => ({ seq, claimId, data, hash: 'h' });

  test('loses what such events say through all newsrooms, and nothing else', () => {
    const earliest = {
      head: 2,
      history: [event(1, 'claim', { a: 1 }), event(2, null, { b: 1 })],
      earlier: null,
    };
    const earlier = { importedAt: 'then', integrity: 'whole', manifest: earliest };
    const manifest = {
      head: 3,
      history: [event(1, 'other', { c: 1 }), event(2, 'claim', { d: 1 })],
      earlier,
    };
    expect(withoutWords(manifest, THINGS)).toEqual({
      manifest: {
        head: 3,
        history: [event(1, 'other', { c: 1 }), event(2, 'claim', null)],
        earlier: {
          ...earlier,
          manifest: { ...earliest, history: [event(1, 'claim', null), event(2, null, { b: 1 })] },
        },
      },
      erased: 2,
    });
  });

  test('that is none, or whose events said nothing any more, stays as it is', () => {
    for (const manifest of [
      { history: [event(1, 'claim', null), 'no event', null], earlier: null },
      { history: 'none', earlier: { manifest: 'none' } },
      {},
    ])
      expect(withoutWords(manifest, THINGS)).toEqual({ manifest, erased: 0 });
  });
});
