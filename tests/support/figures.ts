/** The ledger of a story over the API, for tests. */
import type { AnswerOf } from '../../server/contract/endpoint.ts';
import { GetFigures } from '../../server/contract/figures.ts';
import { answer } from './contract.ts';
import type { Person } from './desk.ts';

export async function figuresOf(as: Person, story: { id: string }): Promise<AnswerOf<typeof GetFigures>> {
  return answer(GetFigures, await as.get(`/api/articles/${story.id}/figures`));
}
