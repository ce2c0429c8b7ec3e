/** What hangs on a claim, for tests: evidence, citations, comments. */
import type { Claim } from '../../server/contract/claims.ts';
import { GetClaim } from '../../server/contract/claims.ts';
import { type Comment, CreateComment } from '../../server/contract/comments.ts';
import {
  type Citation,
  CreateCitation,
  CreateEvidence,
  type Evidence,
} from '../../server/contract/evidence.ts';
import { GetArticleHistory } from '../../server/contract/history.ts';
import { mark, review, type Story, verify } from './claims.ts';
import { answer } from './contract.ts';
import type { Person } from './desk.ts';

export const LINK = {
  kind: 'link',
  url: 'https://harbour.example/statement',
  title: 'Statement of the harbour office',
  publisher: 'Harbour office',
};

export async function addEvidence(as: Person, story: Story, body: object = {}): Promise<Evidence> {
  return answer(CreateEvidence, await as.post(`/api/articles/${story.id}/evidence`, { ...LINK, ...body }));
}

export async function cite(as: Person, claim: { id: string }, body: object): Promise<Citation> {
  const sent = { stance: 'supports', ...body };
  return answer(CreateCitation, await as.post(`/api/claims/${claim.id}/citations`, sent));
}

export async function comment(
  as: Person,
  claim: { id: string },
  body: string,
  more: object = {},
): Promise<Comment> {
  return answer(CreateComment, await as.post(`/api/claims/${claim.id}/comments`, { body, ...more }));
}

export async function claimNow(as: Person, claim: { id: string }): Promise<Claim> {
  return answer(GetClaim, await as.get(`/api/claims/${claim.id}`));
}

/** A claim that someone verified, on this evidence, and a second person passed. */
export async function passedClaim(
  people: { editor: Person; reviewer: Person },
  story: Story,
  quote: string,
  evidence: Evidence,
): Promise<Claim> {
  const claim = await mark(people.editor, story, quote);
  await cite(people.editor, claim, { evidenceId: evidence.id });
  const checked = await verify(people.editor, await claimNow(people.editor, claim));
  return review(people.reviewer, checked);
}

/** Types of a story's events after one, in order, each with the claim it is about. */
export async function eventsAfter(
  as: Person,
  story: { id: string },
  seq: number,
): Promise<[string, string | null][]> {
  const path = `/api/articles/${story.id}/history?after=${seq}`;
  const { items } = answer(GetArticleHistory, await as.get(path));
  return items.map(({ type, claimId }) => [type, claimId]);
}

export async function headOf(as: Person, story: { id: string }): Promise<number> {
  return answer(GetArticleHistory, await as.get(`/api/articles/${story.id}/history?limit=1`)).head;
}
