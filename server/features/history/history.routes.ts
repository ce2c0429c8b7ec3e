/** Routes of what happened: a story's and a claim's history, erasing, and verifying all of it. */
import { Router } from 'express';
import {
  type BrokenLink,
  ErasePayload,
  GetArticleHistory,
  GetClaimHistory,
  VerifyHistory,
} from '../../contract/history.ts';
import { Refusal } from '../../contract/problem.ts';
import { EraseElsewhere } from '../../contract/stories.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import { requireWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { absenceOf } from '../articles/access.ts';
import { eraseElsewhere } from '../stories/erase-elsewhere.service.ts';
import { erasePayload } from './erase.service.ts';
import { selectArticleHistoryText, selectClaimHistoryText, selectHistoryItem } from './history.queries.ts';
import { verifyHistory } from './verify.ts';

export function historyRoutes(services: Pick<Services, 'db' | 'now' | 'historyKey'>): Router {
  const { db, now, historyKey } = services;
  const router = Router();
  /** It reads all there is, and holds a connection until it has: one at a time. */
  let verifying = false;

  router.get('/articles/:articleId/history', async (req, res) => {
    const user = requireUser(req);
    const { params, query } = parse(req, GetArticleHistory);
    const body = await selectArticleHistoryText(db.pool, user, params.articleId, query).catch(
      async (thrown: unknown) => {
        // Whoever follows a story hears by this that it was put into the bin.
        if (!(thrown instanceof Refusal) || thrown.code !== 'NOT_FOUND') throw thrown;
        throw await absenceOf(db.prisma, user, params.articleId);
      },
    );
    res.type('application/json').send(body);
  });

  router.delete('/articles/:articleId/history/:seq', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, ErasePayload);
    await erasePayload(services, write, params, body.reason);
    res.json(await selectHistoryItem(db.prisma, params.articleId, params.seq));
  });

  router.delete('/articles/:articleId/history/elsewhere/:seq', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, query, body } = parse(req, EraseElsewhere);
    res.json(await eraseElsewhere(services, write, { ...params, ...query }, body.reason));
  });

  router.get('/claims/:claimId/history', async (req, res) => {
    const user = requireUser(req);
    const { params, query } = parse(req, GetClaimHistory);
    const body = await selectClaimHistoryText(db.pool, user, params.claimId, query);
    res.type('application/json').send(body);
  });

  router.post('/history/verify', async (req, res) => {
    const user = requireUser(req);
    parse(req, VerifyHistory);
    if (user.role !== 'admin') throw new Refusal('NEEDS_ADMIN');
    if (verifying) throw new Refusal('TOO_OFTEN', { retryAfter: 5 });
    verifying = true;
    try {
      const broken: BrokenLink[] = [];
      const found = await verifyHistory(db.pool, historyKey, (link) => broken.push(link));
      res.json({ ...found, broken });
    } finally {
      verifying = false;
    }
  });

  return router;
}
