/** Routes under /api/bin, and a story's way there and back. */
import { Router } from 'express';
import { RestoreArticle, WithdrawArticle } from '../../contract/articles.ts';
import { ListBin } from '../../contract/bin.ts';
import { Erase, GetErasure } from '../../contract/erasure.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import { requireWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { presentArticle } from '../articles/articles.presenter.ts';
import { presentBinItem, presentStanding } from './bin.presenter.ts';
import { selectBin } from './bin.queries.ts';
import { erase, presentErased, previewErasure } from './erasure.service.ts';
import { restoreArticle, withdrawArticle } from './story-withdraw.service.ts';

export function binRoutes(services: Services): Router {
  const { db, now } = services;
  const router = Router();

  router.get('/bin', async (req, res) => {
    const user = requireUser(req);
    const { query } = parse(req, ListBin);
    const { rows, nextCursor } = await selectBin(db.prisma, user, query);
    res.json({ items: rows.map((row) => presentBinItem(row, user)), nextCursor });
  });

  router.get('/bin/:kind/:itemId/erasure', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, GetErasure);
    res.json(await previewErasure(db.prisma, user, params));
  });

  router.delete('/bin/:kind/:itemId', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, Erase);
    await erase(services, write, params, body);
    res.json(await presentErased(db.prisma, params));
  });

  router.delete('/articles/:articleId', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, query, body } = parse(req, WithdrawArticle);
    const { id } = await withdrawArticle(services, write, params.articleId, {
      version: query.version,
      reason: body.reason ?? null,
    });
    res.json(await presentStanding(db.prisma, write.user, id));
  });

  router.post('/articles/:articleId/restore', async (req, res) => {
    const write = requireWrite(req, now);
    const { params } = parse(req, RestoreArticle);
    await restoreArticle(services, write, params.articleId);
    res.json(await presentArticle(db.prisma, write.user, params.articleId));
  });

  return router;
}
