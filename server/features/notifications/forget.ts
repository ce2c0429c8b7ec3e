/** What is told to nobody any more is not kept for ever. */
import type { Database } from '../../database/client.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** After it was read. */
const READ_KEPT_MS = 90 * DAY_MS;
/** What nobody reads, or was wanted by e-mail alone. */
const UNREAD_KEPT_MS = 366 * DAY_MS;
/** Whatever became of it. */
const MAIL_KEPT_MS = 30 * DAY_MS;

export async function forgetOldNotifications({ prisma }: Pick<Database, 'prisma'>, at: Date): Promise<void> {
  const before = (milliseconds: number) => new Date(at.getTime() - milliseconds);
  await prisma.$executeRaw`DELETE FROM mails WHERE created_at < ${before(MAIL_KEPT_MS)}`;
  await prisma.$executeRaw`
    DELETE FROM notifications WHERE read_at < ${before(READ_KEPT_MS)} OR at < ${before(UNREAD_KEPT_MS)}`;
}
