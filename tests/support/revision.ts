/** A newer text of a story. */
import { ReviseArticle, type RevisionChanges } from '../../server/contract/revisions.ts';
import { answer } from './contract.ts';
import type { Person } from './desk.ts';

/** A second text of a story arrives from outside, with one sentence more; what was marked stands as it was. */
export async function receiveRevision(
  as: Person,
  {
    id,
    revision,
  }: { readonly id: string; readonly revision: { readonly number: number; readonly text: string } },
  arrived: string,
): Promise<RevisionChanges> {
  const text = `${revision.text}\n\nThe harbour stays closed.`;
  const body = { text, baseRevision: revision.number, arrived };
  return answer(ReviseArticle, await as.post(`/api/articles/${id}/revisions`, body));
}
