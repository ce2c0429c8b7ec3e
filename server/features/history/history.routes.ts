/** Routes of what happened: /api/articles/:articleId/history and /api/claims/:claimId/history. */
import { Router } from 'express';
import { GetArticleHistory, GetClaimHistory } from '../../contract/history.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import type { Services } from '../../services.ts';
import { selectArticleHistoryText, selectClaimHistoryText } from './history.queries.ts';

export function historyRoutes({ db }: Pick<Services, 'db'>): Router {
  const router = Router();

  router.get('/articles/:articleId/history', async (req, res) => {
    const user = requireUser(req);
    const { params, query } = parse(req, GetArticleHistory);
    const body = await selectArticleHistoryText(db.pool, user, params.articleId, query);
    res.type('application/json').send(body);
  });

  router.get('/claims/:claimId/history', async (req, res) => {
    const user = requireUser(req);
    const { params, query } = parse(req, GetClaimHistory);
    const body = await selectClaimHistoryText(db.pool, user, params.claimId, query);
    res.type('application/json').send(body);
  });

  return router;
}
