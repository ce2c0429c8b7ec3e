/** A newer text of a story, for tests that have no way in for one. Knows nothing of a test runner. */
import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '../../server/contract/people.ts';
import type { Database } from '../../server/database/client.ts';
import { lockArticle } from '../../server/features/articles/access.ts';
import { voidSignOff } from '../../server/features/sign-off/sign-off.service.ts';

interface Newsroom {
  readonly db: Pick<Database, 'prisma'>;
  readonly historyKey: Buffer;
  readonly clock: { readonly now: Date };
}

/** A second text of a story arrives from outside, in this person's name. */
export async function receiveRevision(
  { db, historyKey, clock }: Newsroom,
  { id, name, role }: { readonly id: string; readonly name: string; readonly role: Role },
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
