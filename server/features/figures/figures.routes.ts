/** Routes of the ledger of figures. */
import { Router } from 'express';
import { GetFigures } from '../../contract/figures.ts';
import { buildLedger } from '../../domain/figures/ledger/ledger.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import type { Services } from '../../services.ts';
import { selectStoryToAdd } from './figures.queries.ts';

export function figuresRoutes({ db }: Pick<Services, 'db'>): Router {
  const router = Router();

  router.get('/articles/:articleId/figures', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, GetFigures);
    const { story, revision, head } = await selectStoryToAdd(db.prisma, user, params.articleId);
    res.json({ ...buildLedger(story), revision, head });
  });

  return router;
}
