/** Attaching files to a story. */
import type { Readable } from 'node:stream';
import { uuidv7 } from 'uuidv7';
import type { QueryOf } from '../../contract/endpoint.ts';
import type { AttachFile } from '../../contract/files.ts';
import { Refusal } from '../../contract/problem.ts';
import { digestOf } from '../../database/chain.ts';
import { appendEvent } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import { type Actor, mayDoArticle } from '../../domain/claims/permissions.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { type LockedArticle, lockArticle, requireArticle } from '../articles/access.ts';
import { discard, keepStaged, stageFile } from './file-store.ts';
import { holdFiles, keepingFiles } from './kept-files.ts';

/**
 * Attach a file to a story. No claim rests on it until evidence names it.
 *
 * Its bytes are taken in before the story is locked, so that a slow line holds nobody up, and put in their place with the
 * row that names them, or not at all.
 *
 * @throws Refusal NOT_FOUND, NEEDS_EDITOR, ARCHIVED, SIGNED_OFF, TOO_LARGE, EMPTY_FILE, FILE_TYPE, ID_USED, KEY_REUSED
 */
export async function attachFile(
  services: Pick<Services, 'db' | 'historyKey' | 'filesDir'>,
  write: PersonWrite,
  articleId: string,
  { id: given, name }: QueryOf<typeof AttachFile>,
  bytes: Readable,
): Promise<Done> {
  const { db, historyKey, filesDir } = services;
  const { user, at } = write;
  requireMay(user, await requireArticle(db.prisma, user, articleId));
  const staged = await stageFile(filesDir, bytes);
  const { sha256, size, mediaType } = staged;
  const id = given ?? uuidv7();
  // The body is no JSON: its digest stands for it.
  const attempt = { ...write, digest: digestOf([articleId, given ?? null, name, sha256.toString('hex')]) };
  const attached = () =>
    once(
      db,
      attempt,
      id,
      async (tx) => {
        requireMay(user, await lockArticle(tx, user, articleId));
        const fields = { name, mediaType, size };
        await tx.file.create({
          data: {
            id,
            articleId,
            ...fields,
            sha256: Uint8Array.from(sha256),
            createdById: user.id,
            createdAt: at,
          },
        });
        await appendEvent(tx, historyKey, {
          stream: { kind: 'article', id: articleId },
          type: 'file.attached',
          at,
          actor: user,
          data: { file: id, after: { ...fields, sha256: sha256.toString('hex') } },
        });
        await holdFiles(tx, [sha256]);
        await keepStaged(filesDir, staged);
      },
      { creates: true },
    );
  try {
    return await keepingFiles(services, [sha256], attached);
  } finally {
    await discard(staged);
  }
}

function requireMay(user: Actor, article: LockedArticle): void {
  const decision = mayDoArticle(user, article, 'edit');
  if (!decision.allowed) throw new Refusal(decision.code);
}
