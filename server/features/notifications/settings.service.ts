/** How a person wants to be told. It is nobody else's matter, so it has no history. */
import type { BodyOf } from '../../contract/endpoint.ts';
import {
  DEFAULT_SETTINGS,
  NotificationReason,
  NotificationSettings,
  type SetNotificationSettings,
} from '../../contract/notifications.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Queryable } from '../../database/client.ts';
import { once } from '../../database/once.ts';
import { wayFor } from '../../domain/notifications/channels.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';

type SettingsServices = Pick<Services, 'db' | 'sendsMail'>;

interface Reader {
  readonly id: string;
}

export const showSettings = ({ db, sendsMail }: SettingsServices, user: Reader) =>
  selectSettings(db.prisma, user, sendsMail);

async function selectSettings(
  db: Queryable,
  { id }: Reader,
  sendsMail: boolean,
): Promise<NotificationSettings> {
  const [row] = await db.$queryRaw<
    { reasons: unknown; summaryHour: number; timeZone: string; version: number }[]
  >`SELECT reasons, summary_hour AS "summaryHour", time_zone AS "timeZone", version
    FROM notification_settings WHERE user_id = ${id}::uuid`;
  const { reasons = null, ...set } = row ?? {};
  const ways = Object.fromEntries(
    NotificationReason.options.map((reason) => [reason, wayFor(reasons, reason)]),
  );
  return NotificationSettings.parse({ ...DEFAULT_SETTINGS, ...set, ways, sendsMail, can: ['edit'] });
}

/** @throws Refusal STALE_VERSION with what is set */
export async function setSettings(
  { db, sendsMail }: SettingsServices,
  write: PersonWrite,
  { version, ways, summaryHour, timeZone }: BodyOf<typeof SetNotificationSettings>,
): Promise<void> {
  const { user } = write;
  await once(db, write, user.id, async (tx) => {
    const reasons = JSON.stringify(ways);
    // One statement each, so that of two writes that saw the same version one finds another.
    const written =
      version === 0
        ? await tx.$executeRaw`
            INSERT INTO notification_settings (user_id, reasons, summary_hour, time_zone)
            VALUES (${user.id}::uuid, ${reasons}::jsonb, ${summaryHour}, ${timeZone}) ON CONFLICT DO NOTHING`
        : await tx.$executeRaw`
            UPDATE notification_settings SET reasons = ${reasons}::jsonb, summary_hour = ${summaryHour},
              time_zone = ${timeZone}, version = version + 1
            WHERE user_id = ${user.id}::uuid AND version = ${version}`;
    if (written === 0)
      throw new Refusal('STALE_VERSION', { current: await selectSettings(tx, user, sendsMail) });
  });
}
