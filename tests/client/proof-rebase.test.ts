import { describe, expect, it, test } from 'vitest';
import { patchOf } from '../../client/controllers/proof/patch.ts';
import {
  changesOf,
  clashingParts,
  mergedParts,
  rebase,
  seenOf,
} from '../../client/controllers/proof/rebase.ts';
import { rebaseCases } from '../cases/proof-rebase.ts';
import { casualty, idOf } from './proof-claims.ts';

describe('an edit on a claim that somebody else changed meanwhile', () => {
  it.each(Object.entries(rebaseCases))('%s', (_, { before, mine, now, expected }) => {
    const found = rebase(seenOf(before), mine, now);
    if (typeof expected === 'string') expect(found).toMatchObject({ ok: false, because: expected });
    else expect(found).toEqual({ ok: true, version: now.version, theirs: expected });
  });

  test('names the fields that both changed', () => {
    const found = rebase(
      seenOf(casualty(1, { low: 41 })),
      { low: '44', cause: 'fire' },
      casualty(1, { low: 43 }),
    );
    expect(found).toEqual({ ok: false, because: 'same_field', both: ['low'] });
  });
});

describe('what is sent on the claim as it is now', () => {
  const before = casualty(1, { low: 41, cause: 'fire' });
  const now = casualty(1, { low: 43, cause: 'fire', scope: 'incident' });

  test('has the fields of both', () => {
    const mine = changesOf(before, casualty(1, { low: 41, cause: 'collision' }));
    expect(mine).toEqual({ cause: 'collision' });
    expect(patchOf(now, mine)).toMatchObject({ details: { low: 43, scope: 'incident', cause: 'collision' } });
  });

  test('leaves alone what its author did not touch', () => {
    expect(patchOf(now, { summary: 'In short' })).toEqual({ summary: 'In short' });
    expect(patchOf(now, { assigneeId: idOf(901) })).toEqual({ assigneeId: idOf(901) });
    expect(patchOf(now, { assigneeId: '' })).toEqual({ assigneeId: null });
    expect(patchOf(now, { cause: 'fire' })).toEqual({});
  });

  test('says which details do not go together', () => {
    const wrong = () => patchOf(casualty(1, { high: 43 }), { low: '50' });
    expect(wrong).toThrow(
      expect.objectContaining({ code: 'INVALID', issues: [expect.objectContaining({ path: 'low' })] }),
    );
  });

  test('has other words and another kind', () => {
    const span = { start: 12, end: 17, quote: 'words' };
    expect(patchOf(now, { span: JSON.stringify({ revision: 1, span }) })).toEqual({ span });
    expect(patchOf(now, { kind: 'fact', about: 'date', low: '' })).toMatchObject({
      kind: 'fact',
      details: { about: 'date', value: null },
    });
  });
});

describe('a citation that somebody else changed meanwhile', () => {
  const was = { stance: 'supports', locator: '', quote: 'forty-one' };
  const opened = (fields: object) => ({ ...was, ...fields });

  it.each([
    [
      'in another field',
      opened({ locator: 'page 4' }),
      opened({ quote: '41' }),
      [],
      { locator: 'page 4', quote: '41' },
    ],
    ['in the same field', opened({ quote: '41' }), opened({ quote: 'page 4' }), ['quote'], { quote: '41' }],
    ['to the same', opened({ quote: '41' }), opened({ quote: '41' }), [], { quote: '41' }],
    ['not at all', opened({ quote: '41' }), was, [], { quote: '41' }],
  ])('%s', (_, mine, now, both, sent) => {
    expect(clashingParts(was, now, mine)).toEqual(both);
    expect(mergedParts(was, now, mine)).toEqual(opened(sent));
  });
});

test('a draft remembers each field as it was when it was touched first', async () => {
  const { Drafts } = await import('../../client/controllers/proof/drafts.ts');
  const kept = new Map<string, string>();
  const drafts = new Drafts(
    {
      length: 0,
      clear: () => kept.clear(),
      key: () => null,
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    'ada',
  );
  drafts.set('claim', 'details', { low: '44' }, 1, { low: '41', cause: 'fire' });
  drafts.set('claim', 'details', { low: '44', cause: 'flood' }, 2, { low: '43', cause: 'storm' });
  expect(drafts.get('claim', 'details')).toEqual({
    fields: { low: '44', cause: 'flood' },
    base: 1,
    was: { low: '41', cause: 'storm' },
  });
});
