/** Routes under /api/articles/:articleId/sign-off. */
import { Router } from 'express';
import { EndSignOff, GetSignOff, GiveSignOff } from '../../contract/sign-off.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import { requireWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { lookForSuggestions } from '../suggestions/ensure.ts';
import { presentSignOff } from './sign-off.presenter.ts';
import { endSignOff, giveSignOff } from './sign-off.service.ts';

export function signOffRoutes(services: Services): Router {
  const { db, now } = services;
  const router = Router();

  router.get('/articles/:articleId/sign-off', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, GetSignOff);
    await lookForSuggestions(services, user, params.articleId);
    res.json(await presentSignOff(db.prisma, services, user, params.articleId));
  });

  router.put('/articles/:articleId/sign-off', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, GiveSignOff);
    await lookForSuggestions(services, write.user, params.articleId);
    await giveSignOff(services, write, params.articleId, body);
    res.json(await presentSignOff(db.prisma, services, write.user, params.articleId));
  });

  router.delete('/articles/:articleId/sign-off', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, EndSignOff);
    await endSignOff(services, write, params.articleId, body);
    res.json(await presentSignOff(db.prisma, services, write.user, params.articleId));
  });

  return router;
}
