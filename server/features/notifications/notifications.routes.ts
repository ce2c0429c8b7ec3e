/** Routes under /api/notifications and /api/notification-settings: what a person is told of, and how. */
import { Router } from 'express';
import {
  GetNotificationSettings,
  ListNotifications,
  MarkRead,
  MarkUnread,
  SetNotificationSettings,
} from '../../contract/notifications.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import { requireWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { countUnread, selectNotifications, selectSeen } from './notifications.queries.ts';
import { markRead, markUnread } from './notifications.service.ts';
import { setSettings, showSettings } from './settings.service.ts';

export function notificationsRoutes(services: Pick<Services, 'db' | 'now' | 'sendsMail'>): Router {
  const { now } = services;
  const { prisma } = services.db;
  const router = Router();

  router.get('/notifications', async (req, res) => {
    const user = requireUser(req);
    const { query } = parse(req, ListNotifications);
    const seen = await selectSeen(prisma);
    const [list, unread] = await Promise.all([
      selectNotifications(prisma, user, query),
      countUnread(prisma, user),
    ]);
    res.json({ ...list, seen, unread });
  });

  router.put('/notifications/read', async (req, res) => {
    const write = requireWrite(req, now);
    const { body } = parse(req, MarkRead);
    await markRead(services, write, body);
    res.json({ unread: await countUnread(prisma, write.user) });
  });

  router.put('/notifications/unread', async (req, res) => {
    const write = requireWrite(req, now);
    const { body } = parse(req, MarkUnread);
    await markUnread(services, write, body.ids);
    res.json({ unread: await countUnread(prisma, write.user) });
  });

  router.get('/notification-settings', async (req, res) => {
    const user = requireUser(req);
    parse(req, GetNotificationSettings);
    res.json(await showSettings(services, user));
  });

  router.put('/notification-settings', async (req, res) => {
    const write = requireWrite(req, now);
    const { body } = parse(req, SetNotificationSettings);
    await setSettings(services, write, body);
    res.json(await showSettings(services, write.user));
  });

  return router;
}
