/** Claims that a newer text put in other words, for tests. */
import { GetArticle } from '../../server/contract/articles.ts';
import { type Claim, ConfirmVerdict } from '../../server/contract/claims.ts';
import { ReviseArticle } from '../../server/contract/revisions.ts';
import { claimNow } from './attached.ts';
import { mark, type Story, verify } from './claims.ts';
import { answer } from './contract.ts';
import type { Person } from './desk.ts';

/** Bring in a text made from the current one of a story. */
export async function revise(as: Person, story: { id: string }, change: (text: string) => string) {
  const { revision } = answer(GetArticle, await as.get(`/api/articles/${story.id}`));
  const sent = { baseRevision: revision.number, text: change(revision.text) };
  return answer(ReviseArticle, await as.post(`/api/articles/${story.id}/revisions`, sent));
}

/** The story of the tests with “120 passengers” in other words, which mean the same to a person. */
export const otherWords = (text: string): string => text.replace('had room for', 'could carry');

/** Have “120 passengers” verified, and the newer text put it in other words: its verdict expired. */
export async function reworded(as: Person, story: Story, verdict: object = {}): Promise<Claim> {
  const claim = await verify(as, await mark(as, story, '120 passengers'), verdict);
  await revise(as, story, otherWords);
  return claimNow(as, claim);
}

export const confirmPath = ({ id }: { id: string }): string => `/api/claims/${id}/verdict/confirm`;

export async function confirm(as: Person, claim: { id: string; version: number }): Promise<Claim> {
  return answer(ConfirmVerdict, await as.post(confirmPath(claim), { version: claim.version }));
}
