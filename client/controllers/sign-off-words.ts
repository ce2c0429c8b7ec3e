/** What a sign-off asks, in the newsroom's words. */
import { PROBLEMS, type ProblemCode } from '../../server/contract/problem.ts';
import type { BlockerCode, Policy } from '../../server/contract/sign-off.ts';
import { counted } from '../words.ts';

/** What stands in the way, and what to do about it. */
export const BLOCKER_WORDS: Readonly<Record<BlockerCode, (policy: Policy) => [what: string, then: string]>> =
  {
    no_claims: () => ['No claim is marked', 'There is nothing to sign off.'],
    unchecked: () => ['Not checked', 'Each needs a verdict.'],
    awaits_review: () => ['Not reviewed', 'A second person has to pass them.'],
    returned: () => ['Returned', 'Their checkers have to answer the reviewer.'],
    expired: () => ['Verdict expired', 'Words, details or links changed since. Check them again.'],
    orphaned: () => ['Words gone', 'They are not in the current text. Withdraw them.'],
    inaccurate: () => ['Inaccurate', 'Put the story right, or withdraw the claim.'],
    too_few_sources: ({ minSources }) => [
      'Too few sources',
      `A casualty count needs ${counted(minSources, 'independent source')}. Counts linked as the same fact share theirs.`,
    ],
  };

/** What this newsroom asks before a story is signed off. */
export const policyWords = ({ signOffBy, reviewFacts, minSources }: Policy): string =>
  [
    signOffBy === 'admin' ? 'An admin signs off.' : 'A reviewer signs off.',
    reviewFacts
      ? 'Every claim needs a review.'
      : 'Casualty counts and attributions need a review, facts and sources a verdict.',
    minSources === 0 ? '' : `A casualty count needs ${counted(minSources, 'independent source')}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');

const isProblem = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code);

/** A refusal's sentence by its code. */
export const refusalWords = (code: string): string => (isProblem(code) ? PROBLEMS[code][1] : code);

/** Where the contract's sentence speaks of marking, or leaves open what became of the signature. */
const NOT_SIGNED: Readonly<Record<string, string>> = {
  STALE_HEAD: 'Not signed: something happened in this story since you looked. It is listed below.',
  STALE_REVISION: 'Not signed: the story has a newer text than the one you read.',
  NOT_READY: 'Not signed: something stands in the way by now.',
};

/** Why it was not signed. */
export const notSignedWords = ({
  code,
  message,
}: {
  readonly code: string;
  readonly message: string;
}): string => NOT_SIGNED[code] ?? message;

/** What happened in a story and to none of its claims: a file of it, or a suggestion, which is no claim yet. */
const isBeside = (type: string): boolean => type.startsWith('file.') || type.startsWith('suggestion.');

/** What was let stand stays so, but for claims that something happened to since. */
export function stillTicked(
  ticked: ReadonlySet<string>,
  news: readonly { readonly claimId: string | null; readonly type: string }[],
): ReadonlySet<string> {
  // A new text may have moved any of them.
  if (news.some(({ claimId, type }) => claimId === null && !isBeside(type))) return new Set();
  const touched = new Set(news.map(({ claimId }) => claimId));
  return new Set([...ticked].filter((id) => !touched.has(id)));
}

/** SHA-256 in groups that an eye can compare. */
export const grouped = (hash: string): string => hash.match(/.{1,8}/g)?.join(' ') ?? '';
