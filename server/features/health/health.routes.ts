/** Routes for whoever runs the server. */
import { Router } from 'express';
import { FORMATS } from '../../contract/formats.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Services } from '../../services.ts';
import { apiDescription } from './description.ts';

/** @param isStopping true once the server is being stopped: whoever sends it requests is to send them elsewhere */
export function healthRoutes({ db }: Services, isStopping: () => boolean): Router {
  const router = Router();
  const description = apiDescription();

  router.get('/health', (_req, res) => {
    res.json({ status: 'up' });
  });

  router.get('/ready', async (_req, res) => {
    // Deaf, it would answer, and tell those who follow a story nothing.
    if (isStopping() || db.listening.isDeaf()) throw new Refusal('UNAVAILABLE');
    await db.pool.query('SELECT 1').catch(() => {
      throw new Refusal('UNAVAILABLE');
    });
    res.json({ status: 'ready' });
  });

  router.get('/openapi.json', async (_req, res) => {
    res.type('application/json').send(await description());
  });

  router.get('/formats', (_req, res) => {
    res.json({ items: FORMATS });
  });

  return router;
}
