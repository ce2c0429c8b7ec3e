/**
 * Read, and unread again. It is nobody else's matter, so it has no history.
 *
 * What is not one's own, or of a story that one may not see, is passed over in silence: an answer that told it apart
 * would tell that there is something.
 */
import type { BodyOf } from '../../contract/endpoint.ts';
import type { MarkRead } from '../../contract/notifications.ts';
import { Prisma } from '../../database/client.ts';
import { once } from '../../database/once.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { shownTo, wasThere } from './notifications.queries.ts';

type NotificationServices = Pick<Services, 'db'>;

export async function markRead(
  { db }: NotificationServices,
  write: PersonWrite,
  { ids = [], seen }: BodyOf<typeof MarkRead>,
): Promise<void> {
  await once(db, write, write.user.id, async (tx) => {
    await tx.$executeRaw`
      UPDATE notifications n SET read_at = ${write.at}
      WHERE n.read_at IS NULL AND ${seen === undefined ? Prisma.sql`n.id = ANY(${ids}::uuid[])` : wasThere(seen)} AND ${shownTo(write.user)}`;
  });
}

export async function markUnread(
  { db }: NotificationServices,
  write: PersonWrite,
  ids: readonly string[],
): Promise<void> {
  await once(db, write, write.user.id, async (tx) => {
    await tx.$executeRaw`
      UPDATE notifications n SET read_at = NULL
      WHERE n.read_at IS NOT NULL AND n.id = ANY(${ids}::uuid[]) AND ${shownTo(write.user)}`;
  });
}
