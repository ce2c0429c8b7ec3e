/** A story and its claims, for tests: words are marked by their text, never by counted offsets. */
import { CreateArticle } from '../../server/contract/articles.ts';
import { type Claim, CreateClaim, GiveReview, GiveVerdict } from '../../server/contract/claims.ts';
import type { Span } from '../../server/contract/common.ts';
import type { AnswerOf } from '../../server/contract/endpoint.ts';
import { answer } from './contract.ts';
import type { Person } from './desk.ts';

export const STORY = [
  'Ferry sinks off Lindholm',
  'At least 41 people died when a ferry sank off Lindholm on Tuesday, the harbour office said.',
  'Nine children were among the dead, said Ada Moor, who heads the hospital. “We have 30 more in our wards,” she told Coast Radio.',
  'The ferry had room for 120 passengers. Nobody knows how many were aboard.',
].join('\n\n');

export type Story = AnswerOf<typeof CreateArticle>;

export async function createStory(as: Person, body: object = {}): Promise<Story> {
  return answer(CreateArticle, await as.post('/api/articles', { text: STORY, ...body }));
}

/** The span of words that stand once in a text; with `from`, the first after it. */
export function spanOf(text: string, quote: string, from = 0): Span {
  const start = text.indexOf(quote, from);
  if (start === -1) throw new Error(`“${quote}” is not in the text`);
  return { start, end: start + quote.length, quote };
}

export const markBody = (story: Story, quote: string, body: object = {}) => ({
  revision: story.revision.number,
  kind: 'fact',
  span: spanOf(story.revision.text, quote),
  details: { about: 'quantity', value: null },
  ...body,
});

/** Mark words as a claim: a fact, unless `body` says otherwise. */
export async function mark(as: Person, story: Story, quote: string, body: object = {}): Promise<Claim> {
  const path = `/api/articles/${story.id}/claims`;
  return answer(CreateClaim, await as.post(path, markBody(story, quote, body)));
}

export const CASUALTY = {
  kind: 'casualty_count',
  details: { outcome: 'killed', low: 41, modifier: 'at_least' },
};

export async function verify(as: Person, claim: Claim, body: object = {}): Promise<Claim> {
  const given = { version: claim.version, verdict: 'accurate', reason: 'The register says so.', ...body };
  return answer(GiveVerdict, await as.put(`/api/claims/${claim.id}/verdict`, given));
}

export async function review(as: Person, claim: Claim, body: object = {}): Promise<Claim> {
  const given = { version: claim.version, decision: 'passed', ...body };
  return answer(GiveReview, await as.put(`/api/claims/${claim.id}/review`, given));
}
