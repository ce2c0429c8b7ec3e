/** Routes under /api/articles/:articleId/corrections. */
import { Router } from 'express';
import { ListCorrections, PreviewCorrections } from '../../contract/corrections.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import type { Services } from '../../services.ts';
import { presentCorrections, previewCorrections } from './corrections.presenter.ts';

export function correctionsRoutes({ db }: Pick<Services, 'db'>): Router {
  const router = Router();

  router.get('/articles/:articleId/corrections', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, ListCorrections);
    res.json(await presentCorrections(db.prisma, user, params.articleId));
  });

  router.post('/articles/:articleId/corrections/preview', async (req, res) => {
    const user = requireUser(req);
    const { params, body } = parse(req, PreviewCorrections);
    res.json(await previewCorrections(db.prisma, user, params.articleId, body));
  });

  return router;
}
