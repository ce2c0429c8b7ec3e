/** The audit of a story, for tests: flags are found by what they are, never by their keys. */
import { type Flag, type FlagCode, GetAudit } from '../../server/contract/audit.ts';
import type { AnswerOf } from '../../server/contract/endpoint.ts';
import { answer } from './contract.ts';
import type { Person } from './desk.ts';

export async function auditOf(as: Person, story: { id: string }): Promise<AnswerOf<typeof GetAudit>> {
  return answer(GetAudit, await as.get(`/api/articles/${story.id}/attributions`));
}

/** A story's flags of one code. */
export async function flagsOf(as: Person, story: { id: string }, code: FlagCode): Promise<Flag[]> {
  return (await auditOf(as, story)).flags.filter((flag) => flag.code === code);
}

export const pathOf = (story: { id: string }, { key }: Pick<Flag, 'key'>): string =>
  `/api/articles/${story.id}/flags/${key}`;

/** The path of a flag that is not dismissed. */
export async function flagPath(as: Person, story: { id: string }): Promise<string> {
  const flag = (await auditOf(as, story)).flags.find(({ dismissed }) => dismissed === null);
  if (flag === undefined) throw new Error('the story has no flag');
  return pathOf(story, flag);
}
