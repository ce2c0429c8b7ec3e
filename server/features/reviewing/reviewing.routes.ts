/** Routes of those who look again: the queue over all stories, and how far they agree. */
import { Router } from 'express';
import { GetAgreement, ListReviewQueue } from '../../contract/reviewing.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import type { Services } from '../../services.ts';
import { presentAgreement } from './agreement.presenter.ts';
import { selectReviewQueue } from './review-queue.queries.ts';

export function reviewingRoutes(services: Services): Router {
  const { db } = services;
  const router = Router();

  router.get('/review', async (req, res) => {
    const user = requireUser(req);
    const { query } = parse(req, ListReviewQueue);
    res.json(await selectReviewQueue(db, services, user, query));
  });

  router.get('/agreement', async (req, res) => {
    const user = requireUser(req);
    const { query } = parse(req, GetAgreement);
    res.json(await presentAgreement(db.prisma, services, user, query));
  });

  return router;
}
