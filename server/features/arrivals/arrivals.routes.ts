/** Routes of the files that stories came as. */
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { GetArrivalFile, ListArrivals } from '../../contract/arrivals.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import type { Services } from '../../services.ts';
import { requireArticle } from '../articles/access.ts';
import { openBytes } from '../files/file-store.ts';
import { presentArrivals, selectArrivalFile } from './arrivals.queries.ts';

export function arrivalsRoutes({ db, filesDir }: Services): Router {
  const { prisma } = db;
  const router = Router();

  router.get('/articles/:articleId/arrivals', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, ListArrivals);
    await requireArticle(prisma, user, params.articleId);
    res.json({ items: await presentArrivals(prisma, params.articleId) });
  });

  router.get('/articles/:articleId/arrivals/:number/file', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, GetArrivalFile);
    const file = await selectArrivalFile(prisma, user, params);
    const bytes = await openBytes(filesDir, file.sha256);
    // A page from outside is never shown as one of ours, whatever a browser makes of it.
    res.attachment(file.name).set({
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(file.size),
      'Content-Security-Policy': "default-src 'none'; sandbox",
    });
    await pipeline(bytes, res);
  });

  return router;
}
