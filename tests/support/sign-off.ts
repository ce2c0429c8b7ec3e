/** Stories that are ready to be signed off, or are, for tests. */
import { createHash, randomBytes } from 'node:crypto';
import { GetSignOff, GiveSignOff, type SignOffState } from '../../server/contract/sign-off.ts';
import { lockArticle } from '../../server/features/articles/access.ts';
import { voidSignOff } from '../../server/features/sign-off/sign-off.service.ts';
import { createStory, mark, review, type Story, verify } from './claims.ts';
import { answer } from './contract.ts';
import type { Desk, Person } from './desk.ts';

export const signOffPath = ({ id }: { id: string }) => `/api/articles/${id}/sign-off`;

export async function signOffOf(as: Person, story: { id: string }): Promise<SignOffState> {
  return answer(GetSignOff, await as.get(signOffPath(story)));
}

/** What a sign-off has to name, as this person sees the story now. */
export async function seen(as: Person, story: { id: string }) {
  const { revision, sha256, head, toAcknowledge } = await signOffOf(as, story);
  return { revision, sha256, head, acknowledge: toAcknowledge.map(({ claimId }) => claimId) };
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

/** A second text of a story arrives from outside, in this person's name. */
export async function receiveRevision(
  { db, historyKey, clock }: Pick<Desk, 'db' | 'historyKey' | 'clock'>,
  { id, name, role }: Person,
  story: { readonly id: string },
  reason: string,
): Promise<void> {
  const user = { id, name, role };
  const write = { user, key: null, digest: randomBytes(32), at: clock.now };
  const text = 'Ferry sinks off Lindholm\n\n43 people died.';
  await db.prisma.$transaction(async (tx) => {
    const article = await lockArticle(tx, user, story.id);
    const number = article.currentRevision + 1;
    await tx.revision.create({
      data: {
        articleId: story.id,
        number,
        text,
        sha256: createHash('sha256').update(text).digest(),
        blocks: [],
        furniture: [],
        createdById: id,
        createdAt: clock.now,
      },
    });
    await tx.article.update({ where: { id: story.id }, data: { currentRevision: number } });
    await voidSignOff(tx, { historyKey }, write, article, reason);
  });
}
