/** What a sign-off asks in words, and which ticks outlive what happened since. */
import { describe, expect, test } from 'vitest';
import {
  BLOCKER_WORDS,
  grouped,
  notSignedWords,
  policyWords,
  refusalWords,
  stillTicked,
} from '../../client/controllers/sign-off-words.ts';
import { BlockerCode, Policy } from '../../server/contract/sign-off.ts';

const POLICY: Policy = { signOffBy: 'reviewer', reviewFacts: true, minSources: 1 };

const POLICIES: readonly (readonly [Partial<Policy>, string])[] = [
  [{}, 'A reviewer signs off. Every claim needs a review. A casualty count needs 1 independent source.'],
  [
    { signOffBy: 'admin', reviewFacts: false, minSources: 2 },
    'An admin signs off. Casualty counts and attributions need a review, facts and sources a verdict. A casualty count needs 2 independent sources.',
  ],
  [{ minSources: 0 }, 'A reviewer signs off. Every claim needs a review.'],
];

test.each(POLICIES)('a policy of %o', (changed, words) => {
  expect(policyWords(Policy.parse({ ...POLICY, ...changed }))).toBe(words);
});

test.each(BlockerCode.options)('%s is told with what to do about it', (code) => {
  const [what, then] = BLOCKER_WORDS[code]({ ...POLICY, minSources: 3 });
  expect(what).toMatch(/^[A-Z]/);
  expect(then).toMatch(/\.$/);
  if (code === 'too_few_sources') expect(then).toContain('3 independent sources');
});

test('a refusal is told by its code, and one of a newer server by the code itself', () => {
  expect(refusalWords('ONLY_CHECKER')).toBe(
    'Every verdict in this story is yours: someone else has to sign it off.',
  );
  expect(refusalWords('NEVER_HEARD')).toBe('NEVER_HEARD');
  expect(notSignedWords({ code: 'STALE_HEAD', message: 'x' })).toMatch(/^Not signed: something happened/);
  expect(notSignedWords({ code: 'OFFLINE', message: 'Claimdesk cannot be reached.' })).toBe(
    'Claimdesk cannot be reached.',
  );
});

test('a hash stands in groups of eight', () => {
  expect(grouped('0123456789abcdef0')).toBe('01234567 89abcdef 0');
  expect(grouped('')).toBe('');
});

describe('ticks', () => {
  const on = (claimId: string | null, type = 'comment.added') => ({ claimId, type });
  const CASES = {
    'stay where nothing happened': [[], ['a', 'b']],
    'go where something happened to their claim': [[on('a')], ['b']],
    'stay where it happened to others': [[on('c')], ['a', 'b']],
    'stay where a file was attached': [[on(null, 'file.attached')], ['a', 'b']],
    'stay where a suggestion was decided on': [[on(null, 'suggestion.dismissed')], ['a', 'b']],
    'go where the story itself changed': [[on('c'), on(null, 'article.sign_off_voided')], []],
    'go where evidence changed: any of them may rest on it': [[on(null, 'evidence.edited')], []],
  } as const;

  test.each(Object.entries(CASES))('%s', (_name, [news, left]) => {
    expect([...stillTicked(new Set(['a', 'b']), news)]).toEqual([...left]);
  });
});
