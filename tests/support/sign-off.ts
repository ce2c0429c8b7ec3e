/** Stories that are ready to be signed off, or are, for tests. */
import { GetSignOff, GiveSignOff, type SignOffState } from '../../server/contract/sign-off.ts';
import { createStory, mark, review, type Story, verify } from './claims.ts';
import { answer } from './contract.ts';
import type { Person } from './desk.ts';

export const signOffPath = ({ id }: { id: string }) => `/api/articles/${id}/sign-off`;

export async function signOffOf(as: Person, story: { id: string }): Promise<SignOffState> {
  return answer(GetSignOff, await as.get(signOffPath(story)));
}

/** What a sign-off has to name, as this person sees the story now. */
export async function seen(as: Person, story: { id: string }) {
  const { revision, sha256, head, toAcknowledge, openSuggestions } = await signOffOf(as, story);
  const acknowledge = toAcknowledge.map(({ claimId }) => claimId);
  return { revision, sha256, head, acknowledge, acknowledgeSuggestions: openSuggestions };
}

export async function signOff(as: Person, story: { id: string }, body: object = {}): Promise<SignOffState> {
  const given = { ...(await seen(as, story)), ...body };
  return answer(GiveSignOff, await as.put(signOffPath(story), given));
}

interface Pair {
  readonly editor: Person;
  readonly reviewer: Person;
}

/** A story with one fact, verified by the editor and passed by the reviewer. */
export async function readyStory({ editor, reviewer }: Pair, body: object = {}): Promise<Story> {
  const story = await createStory(editor, body);
  await review(reviewer, await verify(editor, await mark(editor, story, '120 passengers')));
  return story;
}

export async function signedOffStory(pair: Pair, body: object = {}): Promise<Story> {
  const story = await readyStory(pair, body);
  await signOff(pair.reviewer, story);
  return story;
}

export { receiveRevision } from './revision.ts';
