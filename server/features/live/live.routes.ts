/** Routes of a story while others are at work on it. */
import { type Request, Router } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { MAX_COUNTER } from '../../contract/common.ts';
import { EndPresence, FollowArticle, GetPresence, PutPresence } from '../../contract/live.ts';
import { Refusal } from '../../contract/problem.ts';
import { parse } from '../../http/parse.ts';
import { countOne } from '../../http/rate-limit.ts';
import { requireUser, type SignedIn } from '../../http/session.ts';
import type { Services } from '../../services.ts';
import { requireArticle } from '../articles/access.ts';
import type { LiveHub } from './hub.ts';
import { endPresence, putPresence, selectPresence } from './presence.queries.ts';
import type { Ticket } from './standing.queries.ts';

/** One person's pages may say this often what is done on them. */
const SAID = { points: 300, duration: 60 };

export function liveRoutes({ db }: Pick<Services, 'db'>, hub: LiveHub): Router {
  const router = Router();
  const limiter = new RateLimiterMemory(SAID);

  router.get('/articles/:articleId/events', async (req, res) => {
    const user = requireUser(req);
    const { params, query } = parse(req, FollowArticle);
    if (req.method === 'HEAD') {
      await requireArticle(db.prisma, user, params.articleId);
      res.type('text/event-stream').end();
      return;
    }
    const after = lastEventId(req) ?? query.after;
    await hub.follow(res, ticketOf(req, user, params.articleId), after);
  });

  router.get('/articles/:articleId/presence', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, GetPresence);
    await requireArticle(db.prisma, user, params.articleId);
    res.type('application/json').send((await selectPresence(db.pool, params.articleId)).presence);
  });

  router.put('/articles/:articleId/presence', async (req, res) => {
    const user = requireUser(req);
    const { params, body } = parse(req, PutPresence);
    await countOne(limiter, user.id);
    await putPresence(db.pool, user, params.articleId, body);
    res.type('application/json').send((await selectPresence(db.pool, params.articleId)).presence);
  });

  router.delete('/articles/:articleId/presence/:page', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, EndPresence);
    await countOne(limiter, user.id);
    await endPresence(db.pool, user, params);
    res.type('application/json').send((await selectPresence(db.pool, params.articleId)).presence);
  });

  return router;
}

const ticketOf = (req: Request, { id: userId, epoch, token }: SignedIn, articleId: string): Ticket => ({
  articleId,
  userId,
  by: token === undefined ? { session: req.sessionID, epoch } : { token: token.id },
});

/**
 * What a reader who comes back says that it saw last.
 *
 * @throws Refusal INVALID for what is no number of an event
 */
function lastEventId(req: Request): number | null {
  const given = req.get('Last-Event-ID') ?? '';
  if (given === '') return null;
  const seq = /^\d{1,10}$/.test(given) ? Number(given) : Number.NaN;
  if (seq <= MAX_COUNTER) return seq;
  throw new Refusal('INVALID', {
    issues: [{ path: 'Last-Event-ID', message: 'must be the number of an event' }],
  });
}
