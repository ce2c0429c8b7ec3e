/** Routes of those who look again: the queue over all stories. */
import { Router } from 'express';
import { ListReviewQueue } from '../../contract/reviewing.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import type { Services } from '../../services.ts';
import { selectReviewQueue } from './review-queue.queries.ts';

export function reviewingRoutes(services: Services): Router {
  const { db } = services;
  const router = Router();

  router.get('/review', async (req, res) => {
    const user = requireUser(req);
    const { query } = parse(req, ListReviewQueue);
    res.json(await selectReviewQueue(db, services, user, query));
  });

  return router;
}
