import { describe, expect, it } from 'vitest';
import { carriedWords, turnWords } from '../../client/components/radar-words.ts';
import type { RadarEntry } from '../../server/contract/radar.ts';
import { idOf } from './proof-claims.ts';

const claim: RadarEntry['claim'] = {
  id: idOf(1),
  kind: 'fact',
  status: 'checked',
  quote: '41 people',
  verdict: 'disputed',
  correction: null,
};

describe('what became of a verdict', () => {
  it.each([
    ['changed', {}, 'Accurate when it was handed out; another verdict was given. Now: disputed'],
    ['changed', { verdict: 'accurate' }, 'Accurate, and what is correct was changed since'],
    [
      'taken_back',
      { verdict: null, status: 'unchecked' },
      'Accurate when it was handed out; the verdict was taken back. Now: unchecked',
    ],
    [
      'expired',
      { verdict: null, status: 'expired' },
      'Accurate when it was handed out; what it was about changed. Now: expired',
    ],
    [
      'expired',
      { verdict: null, status: 'orphaned' },
      'Accurate when it was handed out; what it was about changed. Now: words gone',
    ],
  ] as const)('%s: %j', (how, now, expected) => {
    expect(turnWords({ verdict: 'accurate', how, claim: { ...claim, ...now } })).toBe(expected);
  });

  it('says how a file carried it', () => {
    const by = { id: idOf(2), name: 'Ada' };
    const file = {
      id: idOf(3),
      kind: 'claims',
      format: 'csv',
      by,
      at: '2026-03-02T09:00:00.000Z',
      sha256: '00',
    } as const;
    expect(carriedWords({ ...file, version: 3, status: 'passed' })).toBe('passed, version 3');
  });
});
