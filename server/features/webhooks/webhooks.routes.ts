/** Routes under /api/webhooks and /api/webhook-deliveries: addresses that are told what happens, and what they were sent. */
import { Router } from 'express';
import {
  CreateWebhook,
  EditWebhook,
  GetDelivery,
  GetWebhookHistory,
  ListDeliveries,
  ListWebhooks,
  Redeliver,
  RestoreWebhook,
  RotateSecret,
  TestWebhook,
  type Webhook,
  WithdrawWebhook,
} from '../../contract/webhooks.ts';
import { Prisma } from '../../database/client.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import { requireWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { selectHistoryText } from '../history/history.queries.ts';
import { selectBody, selectDeliveries, selectDelivery } from './deliveries.queries.ts';
import { redeliver, testWebhook } from './deliveries.service.ts';
import { toldSecret } from './keys.ts';
import { presentWebhook } from './webhooks.presenter.ts';
import { selectWebhooks } from './webhooks.queries.ts';
import {
  createWebhook,
  editWebhook,
  requireAdmin,
  restoreWebhook,
  rotateSecret,
  selectWebhook,
  type WebhookServices,
  withdrawWebhook,
} from './webhooks.service.ts';

export function webhooksRoutes(services: WebhookServices & Pick<Services, 'now'>): Router {
  const { db, now, sourceKey } = services;
  const router = Router();
  const present = async (id: string): Promise<Webhook> =>
    presentWebhook(await selectWebhook(db.prisma, id), now());
  const presentWithSecret = async (id: string) => {
    const row = await selectWebhook(db.prisma, id);
    return { webhook: presentWebhook(row, now()), secret: toldSecret(sourceKey, row) };
  };

  router.get('/webhooks', async (req, res) => {
    const user = requireUser(req);
    parse(req, ListWebhooks);
    requireAdmin(user);
    const [rows, at] = [await selectWebhooks(db.prisma), now()];
    res.json({ items: rows.map((row) => presentWebhook(row, at)) });
  });

  router.post('/webhooks', async (req, res) => {
    const write = requireWrite(req, now);
    const { body } = parse(req, CreateWebhook);
    const { id, repeated } = await createWebhook(services, write, body);
    res.status(repeated ? 200 : 201).json(await presentWithSecret(id));
  });

  router.patch('/webhooks/:webhookId', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, EditWebhook);
    const { id } = await editWebhook(services, write, params.webhookId, body);
    res.json(await present(id));
  });

  router.delete('/webhooks/:webhookId', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, query } = parse(req, WithdrawWebhook);
    const { id } = await withdrawWebhook(services, write, params.webhookId, query.version);
    res.json(await present(id));
  });

  router.post('/webhooks/:webhookId/restore', async (req, res) => {
    const write = requireWrite(req, now);
    const { params } = parse(req, RestoreWebhook);
    const { id } = await restoreWebhook(services, write, params.webhookId);
    res.json(await present(id));
  });

  router.post('/webhooks/:webhookId/secret', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, RotateSecret);
    const { id } = await rotateSecret(services, write, params.webhookId, body.version);
    res.json(await presentWithSecret(id));
  });

  router.post('/webhooks/:webhookId/test', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, TestWebhook);
    const { id, repeated } = await testWebhook(services, write, params.webhookId, body.id);
    res.status(repeated ? 200 : 201).json(await selectDelivery(db.prisma, write.user, id));
  });

  router.get('/webhooks/:webhookId/history', async (req, res) => {
    const user = requireUser(req);
    const { params, query } = parse(req, GetWebhookHistory);
    requireAdmin(user);
    const stream = Prisma.sql`SELECT w.id, w.head FROM webhooks w WHERE w.id = ${params.webhookId}::uuid`;
    res.type('application/json').send(await selectHistoryText(db.pool, stream, query));
  });

  router.get('/webhooks/:webhookId/deliveries', async (req, res) => {
    const user = requireUser(req);
    const { params, query } = parse(req, ListDeliveries);
    requireAdmin(user);
    const { id } = await selectWebhook(db.prisma, params.webhookId);
    res.json(await selectDeliveries(db.prisma, user, id, query));
  });

  router.get('/webhook-deliveries/:deliveryId', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, GetDelivery);
    requireAdmin(user);
    const delivery = await selectDelivery(db.prisma, user, params.deliveryId);
    res.json({ delivery, body: await selectBody(db.prisma, delivery.id) });
  });

  router.post('/webhook-deliveries/:deliveryId/redeliver', async (req, res) => {
    const write = requireWrite(req, now);
    const { params } = parse(req, Redeliver);
    await redeliver(services, write, params.deliveryId);
    res.json(await selectDelivery(db.prisma, write.user, params.deliveryId));
  });

  return router;
}
